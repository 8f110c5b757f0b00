"""A small RDF graph as nodes inside nodes, and how it is written: JSON-LD and RDF/XML, the same statements in both."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from xml.etree import ElementTree as Xml

PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "adms": "http://www.w3.org/ns/adms#",
        "dcat": "http://www.w3.org/ns/dcat#",
        "dcterms": "http://purl.org/dc/terms/",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "spdx": "http://spdx.org/rdf/terms#",
        "vcard": "http://www.w3.org/2006/vcard/ns#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    }
)


@dataclass(frozen=True, slots=True)
class Iri:
    """An address that something is known by. May be relative to the document."""

    iri: str


@dataclass(frozen=True, slots=True)
class Literal:
    """A text in a language, or a value of a type such as `xsd:date`; a plain text with neither."""

    text: str
    language: str = ""
    datatype: str = ""


@dataclass(frozen=True, slots=True)
class Node:
    """A thing, with its type and what is said of it. iri: empty for one that has no name."""

    type: str
    said: tuple[tuple[str, Iri | Literal | Node], ...]
    iri: str = ""


def json_ld(node: Node) -> str:
    """The graph as JSON-LD."""
    used = {name: address for name, address in PREFIXES.items() if name != "rdf"}
    return json.dumps({"@context": used, **_as_json(node)}, ensure_ascii=False, indent=1) + "\n"


def _as_json(node: Node) -> dict[str, object]:
    found: dict[str, list[object]] = {}
    for said, value in node.said:
        found.setdefault(said, []).append(_json_value(value))
    said_of_it = {said: values[0] if len(values) == 1 else values for said, values in found.items()}
    return {**({"@id": node.iri} if node.iri else {}), "@type": node.type, **said_of_it}


def _json_value(value: Iri | Literal | Node) -> object:
    if isinstance(value, Node):
        return _as_json(value)
    if isinstance(value, Iri):
        return {"@id": value.iri}
    if value.language:
        return {"@value": value.text, "@language": value.language}
    return {"@value": value.text, "@type": value.datatype} if value.datatype else value.text


def rdf_xml(node: Node) -> str:
    """The graph as RDF/XML."""
    root = Xml.Element("rdf:RDF", {f"xmlns:{name}": address for name, address in PREFIXES.items() if name != "xsd"})
    _as_xml(root, node)
    Xml.indent(root, " ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{Xml.tostring(root, encoding="unicode")}\n'


def _as_xml(parent: Xml.Element, node: Node) -> None:
    element = Xml.SubElement(parent, node.type, {"rdf:about": node.iri} if node.iri else {})
    for said, value in node.said:
        _xml_value(element, said, value)


def _xml_value(parent: Xml.Element, said: str, value: Iri | Literal | Node) -> None:
    if isinstance(value, Iri):
        Xml.SubElement(parent, said, {"rdf:resource": value.iri})
    elif isinstance(value, Node):
        _as_xml(Xml.SubElement(parent, said), value)
    else:
        attributes = {"xml:lang": value.language} if value.language else {"rdf:datatype": _whole(value.datatype)} if value.datatype else {}
        Xml.SubElement(parent, said, attributes).text = value.text


def _whole(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{PREFIXES[prefix]}{local}"
