"""Providers side by side: the same questions in the same order for everyone.

One view makes the tables of places, which need no script, and the data that the script of `/jamfor/` puts side by side.
That a fact is unknown, that we found none and that nobody has looked are different words here and different kinds of cells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.records.models.profile import Profile
from generator.records.places import counties, municipalities
from generator.records.vocabulary import AccreditationState, LegalForm
from generator.registry.states import latest_check
from generator.site import routes
from generator.site.language import Language, plain
from generator.site.maker import Maker
from generator.site.parts import LinkView
from generator.site.routes import Facet
from generator.site.swedish import sort_key
from generator.site.views.cases import NAMELESS, cases_of
from generator.site.views.contracts import contract_view
from generator.site.views.coverage import shown_schemes
from generator.site.views.listing import PartLink, Providers, Standing, counted_cases, offered_services
from generator.site.views.profiles import measure_view

# So many stand side by side in one table, and so many at most on one page.
BESIDE = 4
PAGE = 40

MISSING, NONE_FOUND, NOT_CHECKED, WITHHELD = "saknas", "inga", "ej-kontrollerad", "visas-inte"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing in a cell. state: the words of a state, with its code. note: what belongs to it. lang: of the text, as of a link. All plain text."""

    text: str
    url: str = ""
    state: str = ""
    code: str = ""
    note: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class CompareCell:
    """What is known of one provider in one matter. kind: empty, or why there is nothing: `saknas`, `inga`, `ej-kontrollerad`, `visas-inte`."""

    items: tuple[Item, ...]
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """One provider in the comparison, with a cell for each of the questions."""

    id: str
    name: str
    url: str
    cells: tuple[CompareCell, ...]


@dataclass(frozen=True, slots=True)
class CompareTable:
    """A few providers side by side. rows: (question, cells)."""

    providers: tuple[Compared, ...]
    rows: tuple[tuple[str, tuple[CompareCell, ...]], ...]


@dataclass(frozen=True, slots=True)
class PlaceComparisonView:
    """All providers of a place side by side, a few in each table. live: the comparison where one chooses oneself."""

    place: LinkView
    count: str
    as_of: str
    tables: tuple[CompareTable, ...]
    parts: tuple[PartLink, ...]
    number: int


@dataclass(frozen=True, slots=True)
class CompareView:
    """The page where one chooses whom to compare. names: where a script finds everyone."""

    questions: tuple[str, ...]
    counties: tuple[LinkView, ...]
    names: str
    most: int
    as_of: str


def questions(words: Language) -> tuple[str, ...]:
    """What the table asks of everyone, in its order."""
    return (
        words.t("Hela sidan, med alla källor"),
        words.t("Kallas också"),
        words.t("Bolagsform"),
        words.t("Org.nummer"),
        words.t("Finns företaget?"),
        words.t("Tjänster som källor visar"),
        words.t("Platser som källor nämner"),
        words.t("Branschens märkningar"),
        words.t("Avtal i de källor vi har läst"),
        words.t("Dokumenterade ärenden och svar"),
        words.t("Källor som nämner leverantören, men som den inte har fått svara på"),
        words.t("Mätningar som andra har gjort"),
        words.t("Register som vi har sökt i"),
        words.t("Uppgifterna jämfördes med källorna"),
    )


def compared(maker: Maker, known: Standing) -> Compared:
    """One provider, as the comparison shows it."""
    words, profile = maker.words, known.document.record
    url = maker.url(known.document.key) or ""
    cells = (
        CompareCell((Item(known.name, url, lang=words.records),)),
        _texts(words, known.other_names, words.records),
        _texts(words, (words.label(profile.legal_form),) if profile.legal_form is not LegalForm.UNKNOWN else ()),
        _number(words, known, profile),
        _existence(words, profile),
        _texts(words, offered_services(words, profile)),
        _places(maker, profile),
        _labels(words, known),
        _contracts(maker, profile),
        _cases(maker, known),
        _mentions(words, known, url),
        _measures(maker, profile),
        _checks(maker, profile),
        CompareCell((Item(words.on_day(profile.checked_on)),)),
    )
    return Compared(known.document.id, known.name, url, cells)


def tables(words: Language, everyone: Sequence[Compared]) -> tuple[CompareTable, ...]:
    """Tables of a few providers each, in the order given."""
    asked = questions(words)
    found = []
    for start in range(0, len(everyone), BESIDE):
        providers = tuple(everyone[start : start + BESIDE])
        rows = tuple((question, tuple(p.cells[index] for p in providers)) for index, question in enumerate(asked))
        found.append(CompareTable(providers, rows))
    return tuple(found)


def place_comparisons(providers: Providers) -> Iterator[tuple[str, PlaceComparisonView]]:
    """The comparison of each county and municipality with at least two providers, with its address."""
    maker = providers.maker
    views = {known.document.id: compared(maker, known) for known in providers.all}
    places = [(Facet.COUNTY, place) for place in counties().values()] + [(Facet.MUNICIPALITY, place) for place in municipalities().values()]
    for facet, place in places:
        found = providers.having(facet, place.code)
        url = routes.facet_list(facet, place.code)
        chunks = [found[start : start + PAGE] for start in range(0, len(found), PAGE)] if len(found) > 1 else []
        names = [f"{chunk[0].name} – {chunk[-1].name}" for chunk in chunks]
        for number, chunk in enumerate(chunks, 1):
            own = routes.place_comparison(url)
            links = (PartLink(name, "" if at == number else maker.href(routes.part(own, at))) for at, name in enumerate(names, 1))
            yield (
                routes.part(own, number),
                PlaceComparisonView(
                    place=maker.county(place.code) if facet is Facet.COUNTY else maker.municipality(place.code),
                    count=maker.words.count(len(found), "leverantör", "leverantörer"),
                    as_of=maker.words.on_day(maker.as_of),
                    tables=tables(maker.words, [views[known.document.id] for known in chunk]),
                    parts=tuple(links) if len(chunks) > 1 else (),
                    number=number,
                ),
            )


def compare_view(providers: Providers) -> CompareView:
    """The page where one chooses whom to compare."""
    maker = providers.maker
    there = [place for place in counties().values() if len(providers.having(Facet.COUNTY, place.code)) > 1]
    links = [replace(maker.county(place.code), url=maker.href(routes.place_comparison(routes.county(place)))) for place in there]
    return CompareView(
        questions=questions(maker.words),
        counties=tuple(sorted(links, key=lambda link: sort_key(link.text))),
        names=maker.href(routes.COMPARE_NAMES),
        most=BESIDE,
        as_of=maker.words.on_day(maker.as_of),
    )


def compare_names(providers: Providers) -> list[dict[str, str]]:
    """Everyone that one can choose, in alphabetical order, with where a script finds what the comparison says."""
    return [{"id": s.document.id, "name": s.name, "data": providers.maker.href(routes.compared(s.document.id))} for s in providers.all]


def _texts(words: Language, texts: Sequence[str], lang: str = "") -> CompareCell:
    return CompareCell(tuple(Item(text, lang=lang) for text in texts)) if texts else CompareCell((Item(words.t("uppgift saknas")),), MISSING)


def _number(words: Language, known: Standing, profile: Profile) -> CompareCell:
    if profile.legal_form is LegalForm.SOLE_TRADER:
        return CompareCell((Item(words.t("visas inte: numret är ägarens personnummer")),), WITHHELD)
    return _texts(words, (known.orgnr,) if known.orgnr else ())


def _existence(words: Language, profile: Profile) -> CompareCell:
    items = tuple(Item(words.label(event.state), note=words.day(event.from_)) for event in profile.lifecycle)
    return CompareCell(items) if items else _texts(words, ())


def _places(maker: Maker, profile: Profile) -> CompareCell:
    items = []
    for place in profile.places:
        if place.municipality:
            town = maker.municipality(place.municipality)
            items.append(Item(town.text, town.url or "", note=maker.words.day(place.date), lang=maker.words.records))
        else:
            county = maker.county(place.county or "")
            items.append(Item(maker.words.t("hela {county}", county=county.text), county.url or "", note=maker.words.day(place.date)))
    return CompareCell(tuple(sorted(items, key=lambda item: sort_key(item.text)))) if items else _texts(maker.words, ())


def _labels(words: Language, known: Standing) -> CompareCell:
    if not known.labels:
        return _texts(words, ())
    items = []
    for label in sorted(known.labels, key=lambda label: sort_key(label.scheme.text)):
        # What it means that nobody has looked is the same for every label of everyone, and stands once below the table.
        unsaid = label.state_code == AccreditationState.NOT_CHECKED and not label.periods
        note = "" if unsaid else plain(label.sentence)
        items.append(Item(label.scheme.text, label.scheme.url or "", label.state, label.state_code, note, words.records))
    return CompareCell(tuple(items), NOT_CHECKED if known.label_codes == ("not_checked",) else "")


def _contracts(maker: Maker, profile: Profile) -> CompareCell:
    views = [contract_view(maker, contract) for contract in profile.contracts]
    if not views:
        return CompareCell((Item(maker.words.t("inga hittade")),), NONE_FOUND)
    lang = maker.words.records
    names = [", ".join(link.text for link in (v.buyer, v.programme) if link) for v in views]
    return CompareCell(tuple(Item(name, "", v.state, f"avtal-{v.state_code}", plain(v.sentence), lang) for name, v in zip(names, views, strict=True)))


def _cases(maker: Maker, known: Standing) -> CompareCell:
    words = maker.words
    if not known.cases:
        return CompareCell((Item(words.t("inga ärenden visas")),), NONE_FOUND)
    items = [Item(counted_cases(words, known))]
    for document, line in zip(cases_of(maker, known.document.id), known.cases, strict=True):
        note = words.t("Svar: {state}", state=line.reply) if line.reply else ""
        state, code = (line.outcome, f"utfall-{line.outcome_code}") if line.outcome else (words.t("ingen kritik"), "")
        items.append(Item(document.record.name or NAMELESS, maker.url(document.key) or "", state, code, note, words.records))
    return CompareCell(tuple(items))


def _mentions(words: Language, known: Standing, url: str) -> CompareCell:
    if not known.mentions:
        return CompareCell((Item(words.t("inga hittade")),), NONE_FOUND)
    return CompareCell((Item(words.count(known.mentions, "källa", "källor"), f"{url}#avsnitt-namns"),))


def _measures(maker: Maker, profile: Profile) -> CompareCell:
    views = [measure_view(maker, measure) for measure in profile.measures]
    if not views:
        return CompareCell((Item(maker.words.t("inga hittade")),), NONE_FOUND)
    t = maker.words.t
    items = tuple(
        Item(t("{what}: {amount}", what=v.what, amount=plain(v.amount)), note=t("{who}, {period}. {base}.", who=v.by.text, period=v.period, base=v.base))
        for v in views
    )
    return CompareCell(items)


def _checks(maker: Maker, profile: Profile) -> CompareCell:
    """How many of the registers of the industry's labels have been searched in the last twelve months."""
    words, schemes = maker.words, shown_schemes(maker)
    made = [check for scheme in schemes if (check := latest_check(profile.checks, maker.as_of, scheme=scheme.id))]
    if not made:
        return CompareCell((Item(words.t("inte kontrollerad: inget register sökt de senaste tolv månaderna")),), NOT_CHECKED)
    last = words.on_day(max(check.on for check in made))
    return CompareCell((Item(words.t("{made} av {all} register de senaste tolv månaderna, senast {day}", made=len(made), all=len(schemes), day=last)),))
