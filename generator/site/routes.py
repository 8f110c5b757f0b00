"""Addresses: the only place that knows them. An address is promised for ever, so think twice before a change."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.errors import UnsafeOutput
from generator.records.models import Kind
from generator.records.places import County, Municipality, slug

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

GLOSSARY = "/ordlista/"
CORRECTIONS = "/rattelser/"
CORRECTIONS_FEED = "/rattelser/flode.xml"
COUNTIES = "/lan/"
# Only in previews.
DUE = "/att-gora/"


def record(kind: Kind, record_id: str) -> str | None:
    """The address of a record's page. Terms and corrections are anchors on a page of many; a tombstone answers at the address of what it stands for."""
    if kind is Kind.TERMS:
        return f"{GLOSSARY}#{record_id}"
    if kind is Kind.CORRECTIONS:
        return f"{CORRECTIONS}#{record_id}"
    return page_of(kind, record_id)


def page_of(kind: Kind, record_id: str) -> str | None:
    """The address of a record's own page, where its tombstone stands when it is gone; None for a kind whose records share a page."""
    folder = _FOLDERS.get(kind)
    return f"/{folder}/{record_id}/" if folder else None


def record_list(kind: Kind) -> str:
    """The address of the list of all records of a kind."""
    return f"/{LIST_FOLDERS[kind]}/"


def county(place: County) -> str:
    """The address of a county's page. The code keeps it unique and stable if the name changes."""
    return f"/lan/{place.code}-{slug(place.name)}/"


def municipality(place: Municipality) -> str:
    """The address of a municipality's page; Habo and Håbo differ only by the code."""
    return f"/kommun/{place.code}-{slug(place.name)}/"


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
