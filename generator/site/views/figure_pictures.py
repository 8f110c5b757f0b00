"""Figures over years, as pictures: one for each kind of figure that can be compared, with the list that says the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from markupsafe import Markup

from generator.records.models.systems import Figure
from generator.records.vocabulary import Confidence, Metric, Qualifier, Unit
from generator.site.maker import Maker
from generator.site.parts import Caution, FigureView, cautions
from generator.site.pictures.figure_chart import Amount, Limit, Point, axis, figure_chart, is_long
from generator.site.pictures.scales import Span
from generator.site.pictures.svg import Caption
from generator.site.swedish import capital

# Kinds of figures that readers follow over years. The rest are answers to questions of their own, and only stand in the table.
FOLLOWED = (
    Metric.SUPPLIERS,
    Metric.SITES,
    Metric.PARTICIPANTS,
    Metric.COST,
    Metric.CONTROLS,
    Metric.COMPLAINTS,
    Metric.ENDED_CONTRACTS,
)
# An amount that is smaller than the largest by more than this cannot be seen beside it, and counts something else.
MOST_DIFFERENCE = 500
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LIMITS: Mapping[Qualifier, Limit] = MappingProxyType(
    {
        Qualifier.EXACT: Limit.EXACT,
        Qualifier.ABOUT: Limit.ABOUT,
        Qualifier.OVER: Limit.FROM,
        Qualifier.AT_LEAST: Limit.FROM,
        Qualifier.UNDER: Limit.TO,
        Qualifier.AT_MOST: Limit.TO,
    }
)


@dataclass(frozen=True, slots=True)
class KeyedFigure:
    """A figure in the list beside its picture. url: its row in the table of figures, where its source is."""

    amount: str
    period: str
    url: str


@dataclass(frozen=True, slots=True)
class KeyRow:
    """What a letter in the picture stands for, with its figures in the order of time and what has to be known of them."""

    letter: str
    what: str
    of: str
    figures: tuple[KeyedFigure, ...]
    cautions: tuple[Caution, ...]


@dataclass(frozen=True, slots=True)
class FigurePicture:
    """One picture with its heading and its list."""

    heading: str
    svg: Markup
    key: tuple[KeyRow, ...]


@dataclass(frozen=True, slots=True)
class FigurePictures:
    """The pictures of a page, and what the marks in them mean: (class of the mark, text)."""

    pictures: tuple[FigurePicture, ...]
    marks: tuple[tuple[str, str], ...]


def figure_pictures(maker: Maker, name: str, figures: Iterable[Figure]) -> FigurePictures:
    """The pictures of a system's figures, up to the day that the site is about. name: the system's.

    There is none where a kind has fewer than two figures or all are of the same year.
    """
    begun = [figure for figure in figures if figure.from_.earliest <= maker.as_of]
    groups = [group for group in _groups(begun) if len({f.from_.year for f in group}) > 1]
    letters = [_letters(group) for group in groups]
    shown = [(group, given) for group, given in zip(groups, letters, strict=True) if given]
    return FigurePictures(
        tuple(_picture(maker, name, number, group, given) for number, (group, given) in enumerate(shown, 1)),
        tuple(_marks(maker, [f for group, _ in shown for f in group])),
    )


def _groups(figures: Iterable[Figure]) -> Iterator[list[Figure]]:
    """Figures of the same kind, unit and size, in the order of time."""
    found = sorted(figures, key=lambda f: (-f.value, f.id))
    for metric in FOLLOWED:
        for unit in Unit:
            group: list[Figure] = []
            for figure in (f for f in found if f.metric is metric and f.unit is unit):
                if group and figure.value * MOST_DIFFERENCE < group[0].value:
                    yield _in_time(group)
                    group = []
                group.append(figure)
            if group:
                yield _in_time(group)


def _in_time(group: list[Figure]) -> list[Figure]:
    return sorted(group, key=lambda f: (f.from_.earliest, _span(f).last, f.id))


def _span(figure: Figure) -> Span:
    return Span.of(figure.from_, figure.to)


def _definition(figure: Figure) -> tuple[str, str]:
    """What a figure counts, of what. Two figures count the same only when the words are the same."""
    return figure.what, figure.of or ""


def _letters(group: Sequence[Figure]) -> dict[tuple[str, str], str]:
    """A letter for each thing that is counted, in the order of time; none when there are more things than letters."""
    definitions = list(dict.fromkeys(map(_definition, group)))
    return dict(zip(definitions, _LETTERS, strict=False)) if len(definitions) <= len(_LETTERS) else {}


def _picture(maker: Maker, name: str, number: int, group: Sequence[Figure], letters: Mapping[tuple[str, str], str]) -> FigurePicture:
    words = maker.words
    views = {figure.id: maker.figure(figure) for figure in group}
    points = [_point(maker, f, views[f.id], letters[_definition(f)]) for f in group]
    kind = capital(words.label(group[0].metric))
    size, unit = _size(maker, group)
    heading = words.t("{kind} i {unit}", kind=kind, unit=unit) if unit else kind
    years = sorted({year for point in points for year in (point.span.first.year, point.span.last.year)})
    caption = Caption(
        f"siffror-{number}",
        words.t("{heading}: {name}, {first}–{last}", heading=heading, name=name, first=years[0], last=years[-1]),
        words.t("{count} siffror ur källorna, som punkter längs åren. Samma siffror står i listan efter bilden.", count=len(group)),
    )
    whole = Decimal(100) if group[0].unit is Unit.PERCENT else None
    amounts = [Amount(value, words.number((value / size).normalize())) for value in axis(points, whole)]
    key = tuple(_key_row(letter, definition, [views[f.id] for f in group if _definition(f) == definition]) for definition, letter in letters.items())
    return FigurePicture(heading, figure_chart(caption, points, amounts), key)


def _key_row(letter: str, definition: tuple[str, str], figures: Sequence[FigureView]) -> KeyRow:
    return KeyRow(
        letter,
        *definition,
        tuple(KeyedFigure(f.amount, f.period, f"#{f.anchor}") for f in figures),
        cautions([(f.period, f.caveat, f.confidence, f.confidence_note) for f in figures]),
    )


def _point(maker: Maker, figure: Figure, view: FigureView, letter: str) -> Point:
    span = _span(figure)
    return Point(
        letter=letter,
        span=span.until(maker.as_of) or span,
        value=figure.value,
        limit=_LIMITS[figure.qualifier],
        sure=figure.confidence is Confidence.HIGH and not figure.date_estimated,
        name=maker.words.t("{letter}: {what}, {amount}, {period}", letter=letter, what=figure.what, amount=view.amount, period=view.period),
        url=f"#{figure.id}",
    )


def _size(maker: Maker, group: Sequence[Figure]) -> tuple[Decimal, str]:
    """What the axis counts in, as (how much one is, its name): `miljoner kronor`. The name is empty for plain counts."""
    words, unit, highest = maker.words, group[0].unit, max(f.value for f in group)
    if unit is Unit.COUNT:
        return Decimal(1), ""
    if unit is not Unit.SEK:
        return Decimal(1), words.label(unit)
    if highest >= 10**9:
        return Decimal(10**9), words.t("miljarder kronor")
    if highest >= 10**6:
        return Decimal(10**6), words.t("miljoner kronor")
    return Decimal(1), words.t("kronor")


def _marks(maker: Maker, figures: Sequence[Figure]) -> Iterator[tuple[str, str]]:
    """What the marks mean that stand in the pictures, and only those."""
    words = maker.words
    limits = {_LIMITS[f.qualifier] for f in figures}
    unsure = any(f.confidence is not Confidence.HIGH or f.date_estimated for f in figures)
    if limits - {Limit.EXACT}:
        yield "ungefar", words.t("Ihålig: siffran är ungefärlig.")
    if Limit.FROM in limits:
        yield "mer", words.t("Pil uppåt: källan säger mer än så, eller minst.")
    if Limit.TO in limits:
        yield "mindre", words.t("Pil nedåt: källan säger mindre än så, eller högst.")
    if unsure:
        yield "osaker", words.t("Streckad: osäker siffra eller uppskattad tid.")
    if any(is_long(_span(f)) for f in figures):
        yield "lang", words.t("Avlång: siffran gäller hela den tid som den sträcker sig över.")
