"""Entries: everything that can be found on the site by name, in one order, with only what its own page shows already.

The search and the A–Ö pages show the same entries. A case stands here when it has a page, with its outcome and the
state of the answer, so that neither is met without the other; one that is only a link has no entry. A removed record
has none either, and a sole trader's number, which is a person number, is no name to be found by.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from markupsafe import Markup

from generator.records.models import Kind
from generator.records.models.case import Case
from generator.records.models.profile import Profile
from generator.records.places import counties, municipalities
from generator.records.reader import Document
from generator.records.vocabulary import LegalForm
from generator.site import routes
from generator.site.language import N_, Language
from generator.site.maker import Maker
from generator.site.swedish import sort_key
from generator.site.views.cases import case_card, published_cases
from generator.site.views.parties import PartyLine, party_key

_MOST_PLACES = 3
# A page that no reader looks for.
_NOT_FOUND = "missing"


class EntryKind(StrEnum):
    """What an entry is, in the order in which kinds are listed."""

    PROVIDER = "provider"
    CASE = "case"
    MUNICIPALITY = "municipality"
    COUNTY = "county"
    SCHEME = "scheme"
    PROGRAMME = "programme"
    BODY = "body"
    TERM = "term"
    PAGE = "page"


KIND_LABELS: Mapping[EntryKind, str] = MappingProxyType(
    {
        EntryKind.PROVIDER: N_("Leverantör"),
        EntryKind.CASE: N_("Ärende"),
        EntryKind.MUNICIPALITY: N_("Kommun"),
        EntryKind.COUNTY: N_("Län"),
        EntryKind.SCHEME: N_("Märkning"),
        EntryKind.PROGRAMME: N_("Program eller stöd"),
        EntryKind.BODY: N_("Organisation"),
        EntryKind.TERM: N_("Ord"),
        EntryKind.PAGE: N_("Sida"),
    }
)
# Above several of a kind.
GROUP_LABELS: Mapping[EntryKind, str] = MappingProxyType(
    {
        EntryKind.PROVIDER: N_("Leverantörer"),
        EntryKind.CASE: N_("Ärenden"),
        EntryKind.MUNICIPALITY: N_("Kommuner"),
        EntryKind.COUNTY: N_("Län i Sverige"),
        EntryKind.SCHEME: N_("Märkningar"),
        EntryKind.PROGRAMME: N_("Program och stöd"),
        EntryKind.BODY: N_("Organisationer"),
        EntryKind.TERM: N_("Ord och begrepp"),
        EntryKind.PAGE: N_("Sidor"),
    }
)
# Their titles are texts of records, which stay Swedish.
RECORD_TEXTS = frozenset({EntryKind.CASE, EntryKind.SCHEME, EntryKind.PROGRAMME, EntryKind.BODY, EntryKind.TERM})
# Their titles are names that nobody translates.
NAMED = frozenset({EntryKind.PROVIDER, EntryKind.MUNICIPALITY})
# The lists of records, which are pages to be found too.
LIST_TITLES: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.PROFILES: N_("Leverantörer A–Ö"),
        Kind.CASES: N_("Ärenden"),
        Kind.SCHEMES: N_("Märkningar"),
        Kind.PROGRAMMES: N_("Program och stöd"),
        Kind.BODIES: N_("Organisationer"),
        Kind.SOURCES: N_("Källor"),
    }
)
# Other pages that are made from records.
OTHER_TITLES: Mapping[str, str] = MappingProxyType({routes.COUNTIES: N_("Hitta din kommun"), routes.COMPARE: N_("Jämför leverantörer")})
ALPHABET_TITLE = N_("Allt från A till Ö")
# The kinds of records that entries are made from.
ENTRY_SOURCES = (Kind.PROFILES, Kind.CASES, Kind.SCHEMES, Kind.PROGRAMMES, Kind.BODIES, Kind.TERMS)


@dataclass(frozen=True, slots=True)
class OtherName:
    """Another name that an entry is found by, and what sort of name it is."""

    label: str
    name: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found.

    context: one line that tells it from others; of a case its outcome and answer. names: what else it is called.
    hints: words that find it though they are no name of it, such as the places of a provider.
    """

    kind: EntryKind
    title: str
    url: str
    context: str = ""
    names: tuple[OtherName, ...] = ()
    hints: tuple[str, ...] = ()

    @property
    def own_names(self) -> bool:
        """True where the names are of the entry itself; those of a case are of its parties."""
        return self.kind is not EntryKind.CASE


def entries(maker: Maker) -> tuple[Entry, ...]:
    """Every entry, by kind and in each kind in alphabetical order."""
    order = list(EntryKind)
    found = [entry for make in _MAKERS for entry in make(maker)]
    return tuple(sorted(found, key=lambda entry: (order.index(entry.kind), sort_key(entry.title), entry.url)))


def _providers(maker: Maker) -> Iterator[Entry]:
    for document in maker.registry.of(Kind.PROFILES):
        profile: Profile = document.record
        codes = [code for place in profile.places if (code := place.municipality or place.county)]
        places = _place_names(maker.words, codes)
        number = profile.orgnr if profile.orgnr and profile.legal_form is not LegalForm.SOLE_TRADER else None
        names = _names(
            maker.words,
            (N_("Företagsnamn"), (profile.legal_name,)),
            (N_("Annat namn"), profile.aliases),
            (N_("Tidigare namn"), profile.former_names),
            (N_("Varumärke"), profile.brands),
            (N_("Organisationsnummer"), (number,)),
        )
        draft = maker.words.t("Utkast") if maker.is_draft(document) else ""
        yield _entry(maker, EntryKind.PROVIDER, document, " · ".join(filter(None, (draft, _some(maker.words, places)))), names, _hints(maker.words, codes))


def _cases(maker: Maker) -> Iterator[Entry]:
    for document in published_cases(maker):
        case: Case = document.record
        card = case_card(maker, document)
        held = maker.words.t("Visas inte för allmänheten") if card.held else ""
        context = " · ".join(filter(None, (held, *(_party(maker.words, line) for line in card.parties))))
        shown = {line.key for line in card.parties}
        parties = [maker.name(f"{Kind.PROFILES}/{p.provider}") for p in case.parties if p.provider and party_key(document, p) in shown]
        names = _names(maker.words, (N_("Leverantör"), dict.fromkeys(parties)))
        yield Entry(EntryKind.CASE, card.title, card.url or "", context, names, _hints(maker.words, (*case.municipalities, *case.counties)))


def _party(words: Language, line: PartyLine) -> str:
    """A party with its outcome and the state of its answer, as plain text."""
    name = line.name.striptags() if isinstance(line.name, Markup) else line.name
    match bool(line.outcome), bool(line.reply):
        case True, True:
            return words.t("{name}: {outcome}, svar: {reply}", name=name, outcome=line.outcome, reply=line.reply)
        case True, False:
            return words.t("{name}: {outcome}", name=name, outcome=line.outcome)
        case False, True:
            return words.t("{name}, svar: {reply}", name=name, reply=line.reply)
        case _:
            return words.t("{name}", name=name)


def _places(maker: Maker) -> Iterator[Entry]:
    words = maker.words
    for town in municipalities().values():
        county = words.t(counties()[town.county_code].name)
        yield Entry(EntryKind.MUNICIPALITY, town.name, maker.href(routes.municipality(town)), county, (), (words.t(KIND_LABELS[EntryKind.MUNICIPALITY]),))
    for county_ in counties().values():
        name = words.t(county_.name)
        swedish = _names(words, (N_("Annat namn"), (county_.name,))) if name != county_.name else ()
        yield Entry(EntryKind.COUNTY, name, maker.href(routes.county(county_)), "", swedish)


def _systems(maker: Maker) -> Iterator[Entry]:
    words, of = maker.words, maker.registry.of
    for document in of(Kind.SCHEMES):
        scheme = document.record
        yield _entry(maker, EntryKind.SCHEME, document, maker.name(f"{Kind.BODIES}/{scheme.issuer}"), _names(words, (N_("Annat namn"), scheme.aliases)))
    for document in of(Kind.PROGRAMMES):
        programme = document.record
        names = _names(words, (N_("Annat namn"), (programme.short_name, *programme.aliases)))
        yield _entry(maker, EntryKind.PROGRAMME, document, words.span(programme.from_, programme.to), names)
    for document in of(Kind.BODIES):
        body = document.record
        names = _names(words, (N_("Annat namn"), (body.short_name, *body.aliases)), (N_("Tidigare namn"), body.former_names))
        yield _entry(maker, EntryKind.BODY, document, words.label(body.kind), names)
    for document in of(Kind.TERMS):
        yield _entry(maker, EntryKind.TERM, document, "", _names(words, (N_("Annat namn"), document.record.aliases)))


def _pages(maker: Maker) -> Iterator[Entry]:
    for page in maker.registry.pages:
        if page.edition == maker.words.edition and page.fields.get("template") != _NOT_FOUND:
            topics = _names(maker.words, (N_("Ämne"), page.search_words))
            yield Entry(EntryKind.PAGE, page.title, maker.href(routes.page(page.slug)), "", topics)
    for kind, title in LIST_TITLES.items():
        yield Entry(EntryKind.PAGE, maker.words.t(title), maker.href(routes.record_list(kind)))
    for url, title in OTHER_TITLES.items():
        yield Entry(EntryKind.PAGE, maker.words.t(title), maker.href(url))


_MAKERS: tuple[Callable[[Maker], Iterator[Entry]], ...] = (_providers, _cases, _places, _systems, _pages)


def _entry(maker: Maker, kind: EntryKind, document: Document, context: str, names: tuple[OtherName, ...], hints: tuple[str, ...] = ()) -> Entry:
    """The entry of a record with a page, or a place on one."""
    return Entry(kind, maker.name(document.key), maker.url(document.key) or "", context, names, hints)


def _names(words: Language, *given: tuple[str, Iterable[str | None]]) -> tuple[OtherName, ...]:
    """The names that there are, each with its label in the language."""
    return tuple(OtherName(words.t(label), name) for label, names in given for name in names if name)


def _place_names(words: Language, codes: Iterable[str]) -> list[str]:
    """The names of places as the pages have them, each once."""
    return list(dict.fromkeys(municipalities()[code].name if code in municipalities() else words.t(counties()[code].name) for code in codes))


def _hints(words: Language, codes: Sequence[str]) -> tuple[str, ...]:
    """Places as hints, counties also by their Swedish names."""
    swedish = [counties()[code].name for code in codes if code in counties()]
    return tuple(dict.fromkeys((*_place_names(words, codes), *swedish)))


def _some(words: Language, places: list[str]) -> str:
    """The first places, and how many more there are."""
    if len(places) <= _MOST_PLACES:
        return ", ".join(places)
    return words.t("{places} och {count} till", places=", ".join(places[:_MOST_PLACES]), count=len(places) - _MOST_PLACES)
