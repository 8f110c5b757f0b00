"""The tables that name what the dataset is about: every record that has a page, its names, and the places and codes that others point at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.records.models import Kind
from generator.records.places import counties, municipalities
from generator.records.vocabulary import VOCABULARIES
from generator.site.language import N_
from generator.site.tables import columns as c
from generator.site.tables.columns import Column, Given, Table, Type
from generator.site.tables.public import KINDS, Public

Rows = Iterator[Mapping[str, Given]]

_KINDS: tuple[tuple[str, str], ...] = tuple(
    zip(
        (kind.value for kind in KINDS),
        (N_("leverantör"), N_("ärende"), N_("märkning"), N_("program"), N_("organisation"), N_("källa"), N_("ord")),
        strict=True,
    )
)
_NAMES: tuple[tuple[str, str], ...] = (
    ("legal", N_("firma, så som den är registrerad")),
    ("short", N_("kortnamn")),
    ("alias", N_("annat namn")),
    ("former", N_("tidigare namn")),
    ("brand", N_("varumärke")),
)


def record_rows(public: Public) -> Rows:
    """One row for every record of the dataset."""
    for kind in KINDS:
        for document in public.of(kind):
            withheld = kind is Kind.SOURCES and public.maker.unheard(document.id)
            yield {
                "id": document.key,
                "kind": kind.value,
                "name": None if withheld else public.maker.name(document.key),
                "checked_on": getattr(document.record, "checked_on", None),
                "page": public.url(document.key),
            }


def name_rows(public: Public) -> Rows:
    """One row for every other name of a record."""
    for kind in (Kind.PROFILES, Kind.SCHEMES, Kind.PROGRAMMES, Kind.BODIES, Kind.TERMS):
        for document in public.of(kind):
            for sort, names in _names(document.record):
                yield from ({"record_id": document.key, "kind": sort, "name": name} for name in dict.fromkeys(names))


def _names(record: object) -> Iterator[tuple[str, Iterable[str]]]:
    one = (("legal", "legal_name"), ("short", "short_name"))
    many = (("alias", "aliases"), ("former", "former_names"), ("brand", "brands"))
    for sort, field in one:
        name = getattr(record, field, None)
        yield sort, (name,) if name else ()
    for sort, field in many:
        yield sort, getattr(record, field, ())


def county_rows(public: Public) -> Rows:
    """The counties."""
    del public
    yield from ({"code": county.code, "name": county.name} for county in counties().values())


def municipality_rows(public: Public) -> Rows:
    """The municipalities."""
    del public
    yield from ({"code": town.code, "name": town.name, "county_code": town.county_code} for town in municipalities().values())


def code_rows(public: Public) -> Rows:
    """Every code, with its words and what it means."""
    del public
    for vocabulary in VOCABULARIES:
        for code in vocabulary:
            yield {
                "vocabulary": vocabulary.__name__,
                "code": code.value,
                "label_sv": code.label_sv,
                "label_en": code.label_en,
                "definition": code.definition,
            }


TABLES: tuple[Table, ...] = (
    Table(
        "records",
        N_("Allt som har en egen plats på webbplatsen: leverantörer, ärenden, märkningar, program, organisationer, källor och ord."),
        (
            c.key(meaning=N_("Slag och id, till exempel profiles/exempel-ab. Ändras aldrig.")),
            Column("kind", Type.CODE, N_("Slag av post."), required=True, codes=_KINDS),
            c.text("name", N_("Namnet, eller källans rubrik. Tomt för en källa som nämner en leverantör som inte har fått ge oss sin version.")),
            c.CHECKED_ON,
            c.PAGE,
        ),
        record_rows,
    ),
    Table(
        "names",
        N_("Andra namn på en post än det som den står under."),
        (
            c.key("record_id", N_("Posten."), "records"),
            Column("kind", Type.CODE, N_("Slag av namn."), required=True, key=True, codes=_NAMES),
            c.key("name", N_("Namnet.")),
        ),
        name_rows,
    ),
    Table(
        "counties",
        N_("Sveriges län."),
        (c.key("code", N_("Länskod enligt SCB.")), c.text("name", N_("Namnet."), required=True)),
        county_rows,
    ),
    Table(
        "municipalities",
        N_("Sveriges kommuner."),
        (
            c.key("code", N_("Kommunkod enligt SCB.")),
            c.text("name", N_("Namnet."), required=True),
            c.to("county_code", "counties", N_("Länet."), required=True),
        ),
        municipality_rows,
    ),
    Table(
        "codes",
        N_("Vad varje kod betyder."),
        (
            c.key("vocabulary", N_("Vilken kodlista.")),
            c.key("code", N_("Koden.")),
            c.text("label_sv", N_("Koden i ord, på svenska. Tomt när koden inte behöver ett ord.")),
            c.text("label_en", N_("Koden i ord, på engelska.")),
            c.text("definition", N_("Vad koden betyder.")),
        ),
        code_rows,
    ),
)
