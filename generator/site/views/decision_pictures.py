"""What an accreditation board has reported over the years, as pictures: one for each label, with the list that says the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from generator.records.models import Kind
from generator.records.models.systems import BoardDecision, BoardFigure, Scheme
from generator.records.reader import Document
from generator.records.vocabulary import BoardCount, Confidence, Qualifier, Unit
from generator.site.maker import Maker
from generator.site.parts import Caution, CitationView, cautions
from generator.site.pictures.decision_chart import Count, CountRow, decision_chart
from generator.site.pictures.scales import Span
from generator.site.pictures.svg import Caption
from generator.site.swedish import capital, sort_key

# What is decided, and what is counted on a day: the two stand in pictures of their own.
DECIDED = (BoardCount.RECOMMENDED, BoardCount.NEW, BoardCount.RENEWED, BoardCount.TABLED, BoardCount.REFUSED, BoardCount.LOST, BoardCount.EXCLUDED)
COUNTED = (BoardCount.AUTHORISED, BoardCount.MEMBERS, BoardCount.NOT_APPLYING)


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One report in the list. counts: what it counts and how many; what it does not give is not there. url: the report with its source.

    citations: the sources of a report that stands on another page; empty for one on this.
    """

    when: str
    url: str
    counts: tuple[tuple[str, str], ...]
    cautions: tuple[Caution, ...]
    citations: tuple[CitationView, ...]


@dataclass(frozen=True, slots=True)
class DecisionPicture:
    """One picture with its heading and its list."""

    heading: str
    svg: Markup
    rows: tuple[DecisionRow, ...]


Report = tuple[BoardDecision, str]
Told = tuple[Report, BoardFigure]


def decision_pictures(maker: Maker, document: Document) -> tuple[DecisionPicture, ...]:
    """The pictures of a scheme: of what its own board reports, or of what the reports of the scheme it is part of say about it.

    A picture needs at least two reports, and they must be of different years.
    """
    scheme: Scheme = document.record
    told = list(_told(maker, document))
    common = maker.registry.documents.get(f"{Kind.SCHEMES}/{scheme.part_of}")
    if common:
        told += [(report, figure) for report, figure in _told(maker, common) if figure.scheme == document.id]
    found: list[DecisionPicture] = []
    for scheme_id in sorted({figure.scheme for _, figure in told}, key=lambda s: (s is None, sort_key(_name(maker, s)))):
        of_scheme = [(report, figure) for report, figure in told if figure.scheme == scheme_id]
        split = any(figure.scheme for _, figure in told)
        name = maker.words.own(_name(maker, scheme_id)) if scheme_id else maker.words.t("Utan uppdelning på märkningar") if split else ""
        for kinds, heading in ((DECIDED, maker.words.t("Beslut")), (COUNTED, maker.words.t("Antal en viss dag"))):
            chosen = [(report, figure) for report, figure in of_scheme if figure.what in kinds]
            if len({report[0].date.year for report, _ in chosen}) > 1:
                found.append(_picture(maker, document, len(found) + 1, maker.words.t("{what}: {label}", what=heading, label=name) if name else heading, chosen))
    return tuple(found)


def _told(maker: Maker, document: Document) -> Iterable[Told]:
    """Every count that a scheme's board has reported, with its report and where that stands."""
    page = maker.url(document.key) or ""
    for decision in sorted(document.record.board_decisions, key=lambda d: (d.date.earliest, d.date.latest, d.id)):
        for figure in decision.figures:
            yield (decision, f"{page}#{decision.id}"), figure


def _name(maker: Maker, scheme_id: str | None) -> str:
    return maker.name(f"{Kind.SCHEMES}/{scheme_id}") if scheme_id else ""


def _picture(maker: Maker, document: Document, number: int, heading: str, told: list[Told]) -> DecisionPicture:
    words = maker.words
    kinds = [kind for kind in (*DECIDED, *COUNTED) if any(figure.what is kind for _, figure in told)]
    rows = [CountRow(capital(words.label(kind)), tuple(_count(maker, report, figure) for report, figure in told if figure.what is kind)) for kind in kinds]
    years = sorted({report[0].date.year for report, _ in told})
    caption = Caption(
        f"beslut-{number}",
        words.t("{heading}, {first}–{last}", heading=heading, first=years[0], last=years[-1]),
        words.t(
            "{label}. {kinds} i en rad var, som staplar längs åren. Samma siffror står i listan efter bilden.",
            label=document.record.name,
            kinds=capital(words.list([words.label(kind) for kind in kinds])),
        ),
    )
    reports: dict[str, Report] = {report[1]: report for report, _ in told}
    return DecisionPicture(
        heading=heading,
        svg=decision_chart(caption, rows),
        rows=tuple(_row(maker, document, report, _counts(maker, url, kinds, told)) for url, report in reports.items()),
    )


def _row(maker: Maker, document: Document, report: Report, counts: tuple[tuple[str, str], ...]) -> DecisionRow:
    decision, url = report
    sure = decision.confidence is Confidence.HIGH
    known = ("", maker.html(decision.caveat), "" if sure else maker.words.label(decision.confidence), decision.confidence_note or "")
    elsewhere = not url.startswith(f"{maker.url(document.key)}#")
    return DecisionRow(maker.words.day(decision.date), url, counts, cautions([known]), maker.citations(decision.sources) if elsewhere else ())


def _count(maker: Maker, report: Report, figure: BoardFigure) -> Count:
    decision, url = report
    name = maker.words.t(
        "{kind}: {amount}, {when}", kind=capital(maker.words.label(figure.what)), amount=_amount(maker, figure), when=maker.words.day(decision.date)
    )
    return Count(Span.of(decision.date), figure.value, figure.qualifier is not Qualifier.EXACT, name, url)


def _counts(maker: Maker, url: str, kinds: list[BoardCount], told: list[Told]) -> tuple[tuple[str, str], ...]:
    """What one report counts, in the order of the picture's rows."""
    here = [figure for report, figure in told if report[1] == url]
    return tuple((maker.words.label(kind), _amount(maker, figure)) for kind in kinds for figure in here if figure.what is kind)


def _amount(maker: Maker, figure: BoardFigure) -> str:
    return maker.words.amount(Decimal(figure.value), Unit.COUNT, figure.qualifier)
