"""The dataset says which release it is of, in every description, once there is one."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date
from functools import cache

import published
import pytest
from conftest import AS_OF
from rdflib import DCAT as DCAT_2
from rdflib import FOAF, RDF, Graph, Literal, Namespace, URIRef

from generator.registry.releases import Release, Releases, manifest_hash
from generator.site.language import SWEDISH, english_language
from generator.site.maker import Maker
from generator.site.tables.files import Made, data_files
from generator.site.views.data import data_view

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
ADMS = Namespace("http://www.w3.org/ns/adms#")
# The terms of version 3, some of which rdflib does not list.
DCAT = Namespace(str(DCAT_2))


def release(day: str) -> Release:
    return Release(day, date.fromisoformat(day[:10]), "", (), {}, (), ())


def maker(day: str) -> Maker:
    from dataclasses import replace

    return Maker(replace(published.registry(), releases=Releases((release("2026-01-02"), release(day)))))


@cache
def made(day: str, origin: str = published.ORIGIN) -> Made:
    return data_files(maker(day), origin)


def content(of: Made, name: str) -> bytes:
    return next(file.content for file in of.files if file.name == name)


@pytest.mark.parametrize(
    ("day", "version"),
    [(AS_OF, AS_OF), (f"{AS_OF}-2", f"{AS_OF}-2"), ("2026-11-01", f"2026-11-01+{AS_OF}"), ("2026-11-01-3", f"2026-11-01-3+{AS_OF}")],
)
def test_the_version_is_the_latest_release_and_the_day_where_that_is_another(day: str, version: str) -> None:
    package = json.loads(content(made(day), "datapackage.json"))
    document = json.loads(content(made(day), "coachkollen.json"))
    for told in (package, document):
        assert (told["version"], told["as_of"]) == (version, AS_OF)
        assert told["release"] == {"id": day, "hash": f"sha256:{manifest_hash(release(day))}"}


def test_before_the_first_release_the_version_is_the_day() -> None:
    for name in ("datapackage.json", "coachkollen.json"):
        told = json.loads(published.content(name))
        assert told["version"] == AS_OF
        assert "release" not in told
    assert b"versionNotes" not in published.content("dcat.jsonld")
    assert "Releasen" not in data_view(Maker(published.registry()), published.made()).citation


@pytest.mark.parametrize(("name", "form"), [("dcat.jsonld", "json-ld"), ("dcat.rdf", "xml")])
@pytest.mark.parametrize(("origin", "at"), [(published.ORIGIN, published.ORIGIN), ("", "https://data.example/sajt")])
def test_the_catalogue_names_the_release_its_checksum_and_its_page(name: str, form: str, origin: str, at: str) -> None:
    found = Graph().parse(data=content(made("2026-11-01", origin), name), format=form, publicID=f"https://data.example/sajt/data/{name}")
    (dataset,) = found.subjects(RDF.type, DCAT.Dataset)
    assert list(found.objects(dataset, DCAT.version)) == [Literal(f"2026-11-01+{AS_OF}")]
    assert list(found.objects(dataset, FOAF.page)) == [URIRef(f"{at}/v/2026-11-01/")]
    checksum = manifest_hash(release("2026-11-01"))
    notes = {Literal(f"Releasen 2026-11-01, kontrollsumma {checksum}", lang="sv"), Literal(f"Release 2026-11-01, checksum {checksum}", lang="en")}
    assert set(found.objects(dataset, ADMS.versionNotes)) == notes
    assert list(found.objects(dataset, DCAT.hasVersion)) == []


def test_the_archive_the_page_and_the_workbook_name_it_too() -> None:
    import openpyxl

    of, checksum = made("2026-11-01"), manifest_hash(release("2026-11-01"))
    with zipfile.ZipFile(io.BytesIO(content(of, "coachkollen.zip"))) as archive:
        readme = archive.read("coachkollen/README.md").decode()
    assert f"Releasen 2026-11-01, kontrollsumma {checksum}." in readme
    assert f"Release 2026-11-01, checksum {checksum}." in readme
    for words in (SWEDISH, english_language()):
        citation = data_view(Maker(maker("2026-11-01").registry, words=words), of).citation
        assert f"release 2026-11-01 ({checksum[:12]}). {published.ORIGIN}{words.prefix}/data/" in citation
    book = openpyxl.load_workbook(io.BytesIO(content(of, "coachkollen.xlsx")), read_only=True)
    assert str(book.properties.description).startswith(f"2026-11-01+{AS_OF}. ")
