"""The catalogue for data portals, read by rdflib and held against DCAT-AP-SE by pyshacl."""

from __future__ import annotations

import hashlib
from pathlib import Path

import published
import pytest
from pyshacl import validate
from rdflib import DCAT, DCTERMS, RDF, Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic

from generator.site.maker import Maker
from generator.site.tables.files import data_files

# rdflib's own reader of JSON-LD still uses a class that rdflib has deprecated.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
SHAPES = Path(__file__).parent / "dcat-ap-se.ttl"
SPDX = Namespace("http://spdx.org/rdf/terms#")
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
# Where the documents are read from, when they do not say it themselves.
READ_FROM = "https://data.example/nagon/annan/data/"
FORMS = (("dcat.jsonld", "json-ld"), ("dcat.rdf", "xml"))


def graph(name: str, form: str, origin: str = published.ORIGIN, contact: str = "") -> Graph:
    files = published.made(origin).files if not contact else data_files(Maker(published.registry()), origin, contact).files
    content = next(file.content for file in files if file.name == name)
    return Graph().parse(data=content, format=form, publicID=f"{READ_FROM}{name}")


def complaints(found: Graph) -> str:
    conforms, _, text = validate(found, shacl_graph=Graph().parse(SHAPES))
    return "" if conforms else text


@pytest.mark.parametrize(("name", "form"), FORMS)
@pytest.mark.parametrize("origin", [published.ORIGIN, ""], ids=["host known", "host not known"])
@pytest.mark.parametrize("contact", ["", "mailto:rattelser@sidan.example", "https://sidan.example/fel"])
def test_the_catalogue_has_what_dcat_ap_se_asks_for(name: str, form: str, origin: str, contact: str) -> None:
    assert complaints(graph(name, form, origin, contact)) == ""


@pytest.mark.parametrize("predicate", [DCTERMS.title, DCTERMS.publisher, DCTERMS.license, DCAT.accessURL, SPDX.checksum, DCTERMS.temporal])
def test_the_shapes_notice_what_is_missing(predicate: URIRef) -> None:
    """So that the test above can fail."""
    found = graph(*FORMS[0])
    found.remove((None, predicate, None))
    assert complaints(found) != ""


def test_both_forms_say_the_same() -> None:
    one, other = (graph(*form) for form in FORMS)
    assert len(one) > 1000
    assert isomorphic(one, other)


def test_every_data_file_is_a_distribution_with_its_size_and_checksum() -> None:
    found = graph(*FORMS[1])
    files = {f"{published.ORIGIN}/data/{file.name}": file for file in published.made().files if file.format not in ("dcat", "schema", "datasette")}
    distributions = {str(found.value(d, DCAT.downloadURL)): d for d in found.subjects(RDF.type, DCAT.Distribution)}
    assert set(distributions) == set(files)
    for address, node in distributions.items():
        content = files[address].content
        assert found.value(node, DCAT.byteSize).toPython() == len(content)
        checksum = found.value(node, SPDX.checksum)
        assert str(found.value(checksum, SPDX.checksumValue)).lower() == hashlib.sha256(content).hexdigest()
        assert str(found.value(node, DCTERMS["format"])) == files[address].media_type


@pytest.mark.parametrize(("name", "form"), FORMS)
def test_without_a_host_addresses_are_those_beside_the_document(name: str, form: str) -> None:
    found = graph(name, form, "")
    addresses = {str(address) for address in found.objects(None, DCAT.downloadURL)}
    assert f"{READ_FROM}csv/statements.csv" in addresses
    assert all(address.startswith(READ_FROM) for address in addresses)
    (page,) = found.objects(None, DCAT.landingPage)
    assert str(page) == READ_FROM


def test_with_a_host_addresses_hold_wherever_the_document_is_read_from() -> None:
    everything = graph(*FORMS[0])
    ours = {str(term) for triple in everything for term in triple if isinstance(term, URIRef) and READ_FROM in str(term)}
    assert ours == set()


def test_a_site_below_the_top_of_its_host_has_its_folder_in_every_address() -> None:
    files = {file.name: file.content for file in data_files(Maker(published.registry(), "/sajt"), "https://exempel.se").files}
    found = Graph().parse(data=files["dcat.rdf"], format="xml", publicID=READ_FROM)
    assert all(str(address).startswith("https://exempel.se/sajt/data/") for address in found.objects(None, DCAT.downloadURL))
    assert b"https://exempel.se/sajt/arende/" in files["csv/cases.csv"]


def test_the_contact_is_there_only_when_somebody_answers() -> None:
    assert list(graph(*FORMS[0]).objects(None, DCAT.contactPoint)) == []
    found = graph(*FORMS[0], contact="mailto:rattelser@sidan.example")
    (contact,) = found.objects(None, DCAT.contactPoint)
    assert found.value(contact, VCARD.hasEmail) == URIRef("mailto:rattelser@sidan.example")


def test_the_title_and_the_description_are_in_the_languages_that_they_are_in() -> None:
    found = graph(*FORMS[0])
    (dataset,) = found.subjects(RDF.type, DCAT.Dataset)
    assert set(found.objects(dataset, DCTERMS.title)) == {
        Literal("Coachkollen: hela datamängden", lang="sv"),
        Literal("Coachkollen: the whole dataset", lang="en"),
    }
    assert {description.language for description in found.objects(dataset, DCTERMS.description)} == {"sv"}
