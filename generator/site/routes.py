"""Addresses: the only place that knows them. An address is promised for ever, so think twice before a change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType

from generator.errors import UnsafeOutput
from generator.records.models import Kind
from generator.records.places import County, Municipality, counties, municipalities, slug

_FOLDERS: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.PROFILES: "leverantor",
        Kind.CASES: "arende",
        Kind.SCHEMES: "markning",
        Kind.PROGRAMMES: "program",
        Kind.BODIES: "organisation",
        Kind.SOURCES: "kalla",
    }
)

LIST_FOLDERS: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.PROFILES: "leverantorer",
        Kind.CASES: "arenden",
        Kind.SCHEMES: "markningar",
        Kind.PROGRAMMES: "program",
        Kind.BODIES: "organisationer",
        Kind.SOURCES: "kallor",
    }
)

# The tables of the dataset whose rows are records with a page, as documents of the API are named.
API_TABLES: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.PROFILES: "providers",
        Kind.CASES: "cases",
        Kind.SCHEMES: "schemes",
        Kind.PROGRAMMES: "programmes",
        Kind.BODIES: "bodies",
        Kind.SOURCES: "sources",
    }
)

_LETTERS: Mapping[str, str] = MappingProxyType({"Å": "aa", "Ä": "ae", "Ö": "oe", "0–9": "siffror", "#": "annat"})

GLOSSARY = "/ordlista/"
CORRECTIONS = "/rattelser/"
# Feeds, each without its ending: `.xml` for Atom, `.json` for JSON Feed.
CORRECTIONS_FEED = "/rattelser/flode"
# The namespace of ids that are names and no addresses (RFC 4151), so that nobody can own it; it is never changed.
TAG = "tag:coachkollen.example,2026:"
# What can be followed, and the days that can be put into a calendar.
FOLLOW = "/folj/"
CALENDAR = "/folj/sista-dagar.ics"
COUNTIES = "/lan/"
# The folder of the pages of municipalities, whose list is by county.
MUNICIPALITIES = "/kommun/"
# Published stories that used what stands here.
STORIES = "/berattelser/"
# The search page, in whose folder the index lies too.
SEARCH = "/sok/"
ALPHABET = "/a-o/"
# So many rows at most stand on one page of the provider list.
PART_ROWS = 200
COMPARE = "/jamfor/"
# The providers that the picker of `/jamfor/` offers.
COMPARE_NAMES = "/jamfor/leverantorer.json"
# The Markdown page that compares the systems; the prebuilt comparisons lie under it.
SYSTEMS = "/jamfor-systemen/"
SYSTEMS_CAVEATS = "/jamfor-systemen/sager-inte/"
# The whole dataset, and the page about it.
DATA = "/data/"
# The page about the API, and its first version, which never changes its name.
API = "/api/"
API_V1 = "/api/v1/"
# All that has changed, and the history of single records.
CHANGES = "/andringar/"
_HISTORY = "/historik"
# Cards of providers, which other sites may show in a frame.
CARDS = "/kort/"
# What is drawn for those who show a link as a picture.
_PICTURES = "/bild"
# The releases, and the pages as they were in them.
RELEASES = "/v/"
# Only in previews.
DUE = "/att-gora/"


class Facet(StrEnum):
    """What the provider list can be narrowed by; the value is its name in addresses."""

    COUNTY = "lan"
    MUNICIPALITY = "kommun"
    SERVICE = "tjanst"
    LABEL = "markning"
    CONTRACT = "avtal"
    CASES = "arenden"


# The names of the values in addresses, by code. A county or a municipality has its own code there.
FACET_VALUES: Mapping[Facet, Mapping[str, str]] = MappingProxyType(
    {
        Facet.SERVICE: MappingProxyType(
            {
                "job_coaching": "jobbcoachning",
                "transition": "omstallning",
                "matching": "matchning",
                "rehabilitation": "arbetslivsinriktad-rehabilitering",
                "establishment_guide": "etableringslots",
                "vocational_training": "arbetsmarknadsutbildning",
                "education": "annan-utbildning",
                "career_guidance": "vagledning",
                "staffing": "bemanning",
                "recruitment": "rekrytering",
            }
        ),
        Facet.LABEL: MappingProxyType(
            {
                "valid": "giltig",
                "expired": "utgangen",
                "revoked": "aterkallad",
                "withdrawn": "avslutad-pa-egen-begaran",
                "no_longer_listed": "inte-langre-i-registret",
                "undecided": "gar-inte-att-avgora",
                "not_found": "inte-funnen",
                "not_checked": "inte-kontrollerad",
            }
        ),
        Facet.CONTRACT: MappingProxyType(
            {
                "active": "galler",
                "planned": "planerat",
                "pending": "vantar-pa-undertecknande",
                "terminated": "avslutat",
                "cancelled": "avbrutet-fore-start",
                "unknown": "laget-inte-kant",
                "none": "inga-hittade",
            }
        ),
        Facet.CASES: MappingProxyType({"criticism": "med-kritik", "favourable": "till-leverantorens-fordel", "neutral": "bara-utan-kritik", "none": "inga"}),
    }
)


def record(kind: Kind, record_id: str) -> str | None:
    """The address of a record's page. Terms, stories and corrections are anchors on a page of many; a tombstone is where its record was."""
    if kind is Kind.TERMS:
        return f"{GLOSSARY}#{record_id}"
    if kind is Kind.CORRECTIONS:
        return f"{CORRECTIONS}#{record_id}"
    if kind is Kind.STORIES:
        return f"{STORIES}#{record_id}"
    return page_of(kind, record_id)


def page_of(kind: Kind, record_id: str) -> str | None:
    """The address of a record's own page, where its tombstone stands when it is gone; None for a kind whose records share a page."""
    folder = _FOLDERS.get(kind)
    return f"/{folder}/{record_id}/" if folder else None


def record_list(kind: Kind) -> str:
    """The address of the list of all records of a kind."""
    return f"/{LIST_FOLDERS[kind]}/"


def letter(name: str) -> str:
    """The address of the page of one letter of A–Ö, or of what begins with a digit (`0–9`) or anything else (`#`)."""
    return f"{ALPHABET}{_LETTERS.get(name, name.lower())}/"


def county(place: County) -> str:
    """The address of a county's page. The code keeps it unique and stable if the name changes."""
    return f"/lan/{place.code}-{slug(place.name)}/"


def municipality(place: Municipality) -> str:
    """The address of a municipality's page; Habo and Håbo differ only by the code."""
    return f"{MUNICIPALITIES}{place.code}-{slug(place.name)}/"


def facet_value(facet: Facet, code: str) -> str:
    """What a value of a facet is called in the query of the provider list: a place by its code, the others as in their addresses."""
    return FACET_VALUES[facet][code] if facet in FACET_VALUES else code


def facet_list(facet: Facet, code: str) -> str:
    """The address of the list of those that have a value; that of a place is the page of the place."""
    if facet is Facet.COUNTY:
        return county(counties()[code])
    if facet is Facet.MUNICIPALITY:
        return municipality(municipalities()[code])
    return f"{record_list(Kind.PROFILES)}{facet}-{facet_value(facet, code)}/"


def narrowed(facet: Facet, code: str) -> str:
    """The provider list with one value chosen, for those who have JavaScript and want to choose more."""
    return f"{record_list(Kind.PROFILES)}?{facet}={facet_value(facet, code)}"


def part(url: str, number: int) -> str:
    """The address of a part of a list that is cut in several, counted from 1."""
    return url if number == 1 else f"{url}sida-{number}/"


def download(url: str, ending: str) -> str:
    """The file with the rows of the list at an address. ending: `csv` or `json`."""
    return f"{url}leverantorer.{ending}"


def data_file(name: str) -> str:
    """A file of the dataset, by its name, which may have a folder in front: `csv/statements.csv`."""
    return f"{DATA}{name}"


def api_file(name: str) -> str:
    """A document of the API: `index`, `openapi`, or a list by the name of its table."""
    return f"{API_V1}{name}.json"


def api_record(kind: Kind, record_id: str) -> str | None:
    """The document of a record, or of what was removed; None for a kind whose records share a page."""
    table = API_TABLES.get(kind)
    return f"{API_V1}{table}/{record_id}.json" if table else None


def api_schema(name: str) -> str:
    """The JSON Schema of a list, by its table, or of another sort of document."""
    return f"{API_V1}schema/{name}.json"


def api_of(page_url: str) -> str | None:
    """The document of the record whose page is at an address; None for any other page."""
    kinds = {folder: kind for kind, folder in _FOLDERS.items()}
    folder, _, record_id = page_url.strip("/").partition("/")
    return api_record(kinds[folder], record_id) if is_record(page_url) else None


def citing(page_url: str) -> str:
    """The page with ready texts for who cites a page, from the address of that page."""
    return f"{page_url}citera/"


def references(page_url: str, ending: str) -> str:
    """The file of references to a page and its statements. ending: of its format."""
    return f"{page_url}citera.{ending}"


def card(provider: str) -> str:
    """The card of a provider, for other sites to show in a frame."""
    return f"{CARDS}{provider}/"


def oembed(card_url: str) -> str:
    """What a card says of itself to programs that embed it, from the address of the card."""
    return f"{card_url}oembed.json"


def evidence(case_url: str) -> str:
    """The evidence of a case as one archive, from the address of the case."""
    return f"{case_url}underlag.zip"


def picture(page_url: str) -> str:
    """The picture of a page, for those who show a link to it as one. page_url: of a record, without base path and language."""
    return f"{_PICTURES}{page_url.rstrip('/')}.png"


def place_comparison(place_url: str) -> str:
    """The comparison of the providers of a place, from the address of the place."""
    return f"{place_url}jamfor/"


def compared(provider: str) -> str:
    """What the comparison says of one provider, as data."""
    return f"{page_of(Kind.PROFILES, provider)}jamfor.json"


def systems_beside(systems: Sequence[tuple[Kind, str]]) -> str:
    """The comparison of one, two or three systems, each a kind and an id, in their order."""
    return SYSTEMS + "".join(f"{_FOLDERS[kind]}-{record_id}/" for kind, record_id in systems)


def systems_question(anchor: str) -> str:
    """What all systems answer to one question, by its anchor."""
    return f"{SYSTEMS}{anchor}/"


def is_record(url: str) -> bool:
    """True for the address of a page of one record, without base path and language."""
    folder, _, rest = url.removeprefix("/").partition("/")
    return folder in _FOLDERS.values() and rest.endswith("/") and rest.count("/") == 1


def history(page_url: str) -> str:
    """The history of the record that has a page at an address."""
    return f"{_HISTORY}{page_url}"


def since(page_url: str, release: str) -> str:
    """What has changed on a page since a release: the one living part of the page as it was then."""
    return f"{history(page_url)}sedan-{release}/"


def feed(page_url: str) -> str:
    """The feed of what a page is about, without ending."""
    return f"{page_url}flode"


def calendar(page_url: str) -> str:
    """The days that a page tells of, for calendars."""
    return f"{page_url}sista-dagar.ics"


def watch(page_url: str, anchor: str) -> str:
    """The feed of one statement, by the page of its record, without ending."""
    return f"{page_url}bevaka/{anchor}"


def release(release_id: str) -> str:
    """The page of a release."""
    return f"{RELEASES}{release_id}/"


def frozen(url: str, release_id: str) -> str:
    """A page as it was in a release, by the address that it has now. The start page of a release has a name of its own, since the release has its place."""
    return f"{RELEASES}{release_id}{'/start/' if url == '/' else url}"


def stored(url: str) -> str:
    """The path of a page in the folder of a release, by the address that it has now."""
    return file_of(frozen(url, "x")).removeprefix(f"{RELEASES.lstrip('/')}x/")


def changes_json(release_id: str) -> str:
    """How a release differs from the one before, as data."""
    return f"{release(release_id)}andringar.json"


def since_json(release_id: str) -> str:
    """How the latest release differs from this one, as data."""
    return f"{release(release_id)}sedan.json"


# Where the page about our method says what the evidence grades mean.
GRADES = "ord-grade"


def page(page_slug: str, edition: str = "") -> str:
    """The address of a Markdown page. edition: the folder of its language, empty for Swedish."""
    prefix = f"/{edition}" if edition else ""
    return f"{prefix}/" if page_slug == "start" else f"{prefix}/{page_slug}/"


def file_of(url: str) -> str:
    """The file, relative to the output folder, that answers at `url` (site-absolute, without base path).

    Raises UnsafeOutput for an address that would lead out of the folder; no id that passed its check can.
    """
    path = url.partition("#")[0].lstrip("/")
    if {".", ".."} & set(path.split("/")) or "\\" in path or not path.isprintable():
        raise UnsafeOutput(f"Adressen {url!r} kan inte bli en fil i utmappen.")
    return f"{path}index.html" if path == "" or path.endswith("/") else path
