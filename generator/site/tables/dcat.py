"""The catalogue of the dataset for data portals: DCAT-AP-SE 3, as JSON-LD and as RDF/XML.

Where the host of the site is known every name is a whole address. Where it is not, names and addresses are
relative: both formats resolve them against the address that the document was fetched from, so they are whole for
whoever fetches it from the site.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.site import routes
from generator.site.language import SWEDISH, english_language
from generator.site.tables.about import DESCRIPTION, KEYWORDS, TITLE, DataFile
from generator.site.tables.dataset import Dataset
from generator.site.tables.graph import Iri, Literal, Node, json_ld, rdf_xml
from generator.site.tables.schemas import description

# The address that DCAT-AP-SE lists for CC BY 4.0.
_LICENCE = Iri("http://creativecommons.org/licenses/by/4.0/")
_SWEDEN = Iri("http://sws.geonames.org/2661886")
_AUTHORITY = "http://publications.europa.eu/resource/authority"
_MEDIA_TYPES = "https://www.iana.org/assignments/media-types"
# JSON Lines has a common name and no registered one.
_REGISTERED = frozenset({"text/csv", "application/json", "application/zip", "application/vnd.sqlite3", "application/vnd.apache.parquet",
                         "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"})  # fmt: skip
_DATA_PACKAGE = Iri("https://datapackage.org/standard/data-package/")


@dataclass(frozen=True, slots=True)
class _Addresses:
    """Where things are. folder: what stands before the names of files; empty where it is the document's own."""

    folder: str
    page: str
    home: str


def catalogue_files(dataset: Dataset, files: Iterable[DataFile], contact: str) -> Iterator[DataFile]:
    """The catalogue in both forms. files: one distribution each. contact: `mailto:` or a web address, or empty."""
    graph = _catalogue(dataset, list(files), contact)
    yield DataFile("dcat.jsonld", json_ld(graph).encode(), "application/ld+json", "dcat")
    yield DataFile("dcat.rdf", rdf_xml(graph).encode(), "application/rdf+xml", "dcat")


def _catalogue(dataset: Dataset, files: list[DataFile], contact: str) -> Node:
    at = _addresses(dataset)
    publisher = Node("foaf:Agent", (("foaf:name", Literal("Coachkollen")),), f"{at.folder}#utgivare")
    known = Iri(publisher.iri)
    return Node(
        "dcat:Catalog",
        (
            *_in_both("dcterms:title", "Coachkollen"),
            *_in_both("dcterms:description", DESCRIPTION),
            ("dcterms:publisher", publisher),
            ("dcterms:license", _LICENCE),
            ("dcterms:language", Iri(f"{_AUTHORITY}/language/SWE")),
            ("dcterms:modified", _day(dataset.as_of.isoformat())),
            ("dcat:themeTaxonomy", Iri(f"{_AUTHORITY}/data-theme")),
            ("foaf:homepage", Iri(at.home)),
            ("dcat:dataset", _dataset(dataset, files, at, known, contact)),
        ),
        f"{at.folder}#katalog",
    )


def _addresses(dataset: Dataset) -> _Addresses:
    if not dataset.origin:
        return _Addresses("", "./", "../")
    root = f"{dataset.origin}{dataset.base_path}"
    return _Addresses(f"{root}{routes.DATA}", f"{root}{routes.DATA}", f"{root}/")


def _dataset(dataset: Dataset, files: list[DataFile], at: _Addresses, publisher: Iri, contact: str) -> Node:
    words = (SWEDISH, english_language())
    return Node(
        "dcat:Dataset",
        (
            *_in_both("dcterms:title", TITLE),
            ("dcterms:description", Literal(description(), "sv")),
            ("dcterms:publisher", publisher),
            *([("dcat:contactPoint", _contact(contact))] if contact else []),
            *(("dcat:keyword", Literal(word.t(keyword), word.code)) for word in words for keyword in KEYWORDS),
            ("dcat:theme", Iri(f"{_AUTHORITY}/data-theme/SOCI")),
            ("dcterms:accessRights", Iri(f"{_AUTHORITY}/access-right/PUBLIC")),
            ("dcterms:language", Iri(f"{_AUTHORITY}/language/SWE")),
            ("dcterms:spatial", _SWEDEN),
            ("dcterms:temporal", _time(dataset)),
            ("dcterms:modified", _day(dataset.as_of.isoformat())),
            ("dcat:version", Literal(dataset.version)),
            *_release(dataset, at),
            ("dcterms:accrualPeriodicity", Iri(f"{_AUTHORITY}/frequency/IRREG")),
            ("dcterms:conformsTo", _DATA_PACKAGE),
            ("dcat:landingPage", Iri(at.page)),
            *(("dcat:distribution", _distribution(file, at)) for file in files),
        ),
        f"{at.folder}#datamangd",
    )


def _distribution(file: DataFile, at: _Addresses) -> Node:
    checksum = Node(
        "spdx:Checksum",
        (
            ("spdx:algorithm", Iri("http://spdx.org/rdf/terms#checksumAlgorithm_sha256")),
            ("spdx:checksumValue", Literal(hashlib.sha256(file.content).hexdigest(), datatype="xsd:hexBinary")),
        ),
    )
    where = Iri(f"{at.folder}{file.name}")
    return Node(
        "dcat:Distribution",
        (
            ("dcterms:title", Literal(file.name, "sv")),
            ("dcterms:description", Literal(f"{SWEDISH.t(TITLE)}: {file.table or file.format}", "sv")),
            ("dcat:accessURL", where),
            ("dcat:downloadURL", where),
            ("dcterms:format", Literal(file.media_type)),
            *([("dcat:mediaType", Iri(f"{_MEDIA_TYPES}/{file.media_type}"))] if file.media_type in _REGISTERED else []),
            ("dcat:byteSize", Literal(str(len(file.content)), datatype="xsd:nonNegativeInteger")),
            ("spdx:checksum", checksum),
            ("dcterms:license", _LICENCE),
            ("dcterms:language", Iri(f"{_AUTHORITY}/language/SWE")),
        ),
        f"{at.folder}#{file.name.replace('/', '-')}",
    )


def _release(dataset: Dataset, at: _Addresses) -> Iterator[tuple[str, Iri | Literal]]:
    """Which release it is, and the page about that. `dcat:hasVersion` would promise a copy of the dataset for each release, and releases keep pages."""
    if dataset.released:
        release, checksum = dataset.released.release, dataset.released.hash
        for words in (SWEDISH, english_language()):
            text = words.t("Releasen {release}, kontrollsumma {hash}", release=release, hash=checksum)
            yield "adms:versionNotes", Literal(text, words.code)
        yield "foaf:page", Iri(f"{at.home.rstrip('/')}{routes.release(release)}" if dataset.origin else f"..{routes.release(release)}")


def _time(dataset: Dataset) -> Node:
    """From the year of the earliest thing that is told to the day of the dataset."""
    years = [str(row["date"])[:4] for row in dataset.tables["statements"].rows if row["date"]]
    first = (("dcat:startDate", Literal(min(years), datatype="xsd:gYear")),) if years else ()
    return Node("dcterms:PeriodOfTime", (*first, ("dcat:endDate", _day(dataset.as_of.isoformat()))))


def _contact(contact: str) -> Node:
    way = "vcard:hasEmail" if contact.startswith("mailto:") else "vcard:hasURL"
    return Node("vcard:Organization", (("vcard:fn", Literal("Coachkollen")), (way, Iri(contact))))


def _in_both(said: str, message: str) -> Iterator[tuple[str, Literal]]:
    return ((said, Literal(words.t(message), words.code)) for words in (SWEDISH, english_language()))


def _day(iso: str) -> Literal:
    return Literal(iso, datatype="xsd:date")
