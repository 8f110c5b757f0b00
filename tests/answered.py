"""The API of the demo, made once, as a program that asks for it reads it."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import published

from generator.site.api.files import api_files
from generator.site.maker import Maker

Document = dict[str, Any]
V1 = "/api/v1/"


@cache
def files() -> dict[str, bytes]:
    """Every file by its address, without base path."""
    return dict(api_files(Maker(published.registry()), published.made().dataset))


def at(address: str) -> Document:
    """One document. address: under `/api/v1/`, without its ending."""
    read: Document = json.loads(files()[f"{V1}{address}.json"])
    return read


def documents() -> dict[str, Document]:
    """Every document but the schemas and the description, by its address."""
    described = (f"{V1}schema/", f"{V1}openapi.json")
    return {address: json.loads(content) for address, content in files().items() if not address.startswith(described)}


def records() -> dict[str, Document]:
    """The documents of single records."""
    return {address: document for address, document in documents().items() if "record" in document}
