"""The long view of the comparison: year by year, how many providers had a contract with the employment service, with and without a label.

Only what dated records make certain is counted: a contract that was in force on some day of the year, and a label that was valid on some
day of it. Without any dated label among the providers there is nothing to compare, and the page says so instead.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from generator.records.models import Kind
from generator.records.models.profile import Profile
from generator.site.maker import Maker
from generator.site.pictures.decision_chart import Count, CountRow, decision_chart
from generator.site.pictures.scales import Span
from generator.site.pictures.svg import Caption
from generator.site.views.coverage import shown_schemes
from generator.site.views.periods import accreditation_period, contract_period


@dataclass(frozen=True, slots=True)
class YearRow:
    """One year in the list: how many had a contract, with and without a label found in the same year; empty where none was found."""

    anchor: str
    year: int
    labelled: str
    unlabelled: str


@dataclass(frozen=True, slots=True)
class LongView:
    """The picture with its list. total: of how many providers. svg is empty, and so is the list, where no provider has a dated label."""

    svg: Markup
    rows: tuple[YearRow, ...]
    total: int


def long_view(maker: Maker) -> LongView:
    """The comparison of the providers over years, from the first year with a label: before that there is nothing to compare with."""
    words = maker.words
    total = len(maker.registry.of(Kind.PROFILES))
    counted = _counted(maker)
    labelled = {year: sum(flags) for year, flags in counted.items() if any(flags)}
    unlabelled = {year: len(flags) - sum(flags) for year, flags in counted.items() if not all(flags) and year >= min(labelled, default=year)}
    if not labelled:
        return LongView(Markup(), (), total)
    years = sorted({*labelled, *unlabelled})
    rows = (
        _row(maker, words.t("Med funnen branschauktorisation"), labelled),
        _row(maker, words.t("Utan funnen branschauktorisation"), unlabelled),
    )
    caption = Caption(
        "lang-sikt",
        words.t("Leverantörer med avtal, {first}–{last}", first=years[0], last=years[-1]),
        words.t("Två rader med staplar längs åren: med och utan funnen branschauktorisation samma år. Samma siffror står i tabellen efter bilden."),
    )
    listed = tuple(YearRow(_anchor(year), year, _number(maker, labelled.get(year)), _number(maker, unlabelled.get(year))) for year in years)
    return LongView(decision_chart(caption, [row for row in rows if row.counts]), listed, total)


def _anchor(year: int) -> str:
    return f"ar-{year}"


def _number(maker: Maker, value: int | None) -> str:
    return "" if value is None else maker.words.number(value)


def _row(maker: Maker, heading: str, counts: Mapping[int, int]) -> CountRow:
    """One row of bars."""
    found = []
    for year, value in sorted(counts.items()):
        name = maker.words.t("{what}, {year}: {amount}", what=heading, year=year, amount=maker.words.number(value))
        found.append(Count(Span(date(year, 1, 1), date(year, 12, 31)), value, False, name, f"#{_anchor(year)}"))
    return CountRow(heading, tuple(found))


def _counted(maker: Maker) -> dict[int, list[bool]]:
    """Of each year, whether each provider that had a contract had a label too. No year after the day that the site is about."""
    services = {d.id for d in maker.registry.of(Kind.BODIES) if d.record.employment_service}
    schemes = {d.id: d.record for d in shown_schemes(maker)}
    found: dict[int, list[bool]] = {}
    for document in maker.registry.of(Kind.PROFILES):
        profile: Profile = document.record
        contracts = [period for c in profile.contracts if c.buyer in services and (period := contract_period(c))]
        labels = [accreditation_period(a, schemes[a.scheme]) for a in profile.accreditations if a.scheme in schemes]
        labelled = _years([period.sure for period in labels], maker.as_of)
        for year in _years([period.sure for period in contracts], maker.as_of):
            found.setdefault(year, []).append(year in labelled)
    return found


def _years(spans: list[Span | None], as_of: date) -> set[int]:
    """Every year that has a day in one of the spans, none after the day."""
    clipped = [until for span in spans if span and (until := span.until(as_of))]
    return {year for span in clipped for year in range(span.first.year, span.last.year + 1)}
