"""The long view of the comparison: year by year, how many providers had a contract with the employment service, with and without a label.

Only what dated records make certain is counted: a contract that was in force on some day of the year, and a label that was valid on some
day of it. Without any dated label among the providers there is nothing to compare, and the page says so instead.
"""

from __future__ import annotations

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
    """One year in the list. A year without any contract found is not there."""

    anchor: str
    year: int
    labelled: str
    unlabelled: str


@dataclass(frozen=True, slots=True)
class LongView:
    """The picture with its list. svg is empty, and so is the list, where no provider has a dated label."""

    svg: Markup
    rows: tuple[YearRow, ...]


@dataclass(frozen=True, slots=True)
class _YearCounts:
    """How many providers had a contract in a year, with and without a label in the same year."""

    year: int
    labelled: int
    unlabelled: int


def long_view(maker: Maker) -> LongView:
    """The comparison of the providers over years."""
    words = maker.words
    counted = _counted(maker)
    if not any(year.labelled for year in counted):
        return LongView(Markup(), ())
    all_providers = len(maker.registry.of(Kind.PROFILES))
    rows = tuple(
        YearRow(
            f"ar-{year.year}",
            year.year,
            words.t("{count} av {all} med märkning", count=year.labelled, all=all_providers),
            words.t("{count} av {all} utan funnen märkning", count=year.unlabelled, all=all_providers),
        )
        for year in counted
    )
    caption = Caption(
        "lang-sikt",
        words.t("Leverantörer med avtal, {first}–{last}", first=counted[0].year, last=counted[-1].year),
        words.t("Två rader med staplar längs åren: med och utan funnen branschauktorisation samma år. Samma siffror står i listan efter bilden."),
    )
    chart = decision_chart(
        caption,
        [
            CountRow(words.t("Med branschauktorisation"), tuple(_count(row, year.labelled, row.labelled) for year, row in zip(counted, rows, strict=True))),
            CountRow(words.t("Utan funnen branschauktorisation"), tuple(_count(row, year.unlabelled, row.unlabelled) for year, row in zip(counted, rows, strict=True))),
        ],
    )
    return LongView(chart, rows)


def _count(row: YearRow, value: int, text: str) -> Count:
    whole = Span(date(row.year, 1, 1), date(row.year, 12, 31))
    return Count(whole, value, False, f"{row.year}: {text}", f"#{row.anchor}")


def _counted(maker: Maker) -> list[_YearCounts]:
    """The years in which some provider had a contract, up to the day that the site is about."""
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
    return [_YearCounts(year, sum(labelled), len(labelled) - sum(labelled)) for year, labelled in sorted(found.items())]


def _years(spans: list[Span | None], as_of: date) -> set[int]:
    """Every year that has a day in one of the spans, none after the day."""
    clipped = [until for span in spans if span and (until := span.until(as_of))]
    return {year for span in clipped for year in range(span.first.year, span.last.year + 1)}
