"""The files of the API, byte for byte: the documents, their schemas and the description of it all."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from generator.site import routes
from generator.site.api.documents import Documents
from generator.site.api.openapi import OPENAPI, openapi
from generator.site.api.schemas import schemas
from generator.site.maker import Maker
from generator.site.tables.dataset import Dataset


def api_files(maker: Maker, dataset: Dataset) -> Iterator[tuple[str, bytes]]:
    """Address, without base path, and content of every file. They are in Swedish, and the same for all languages of the site."""
    for address, document in Documents(maker, dataset).all():
        yield address, written(document)
    at = f"{dataset.origin}{dataset.base_path}"
    for name, schema in schemas(at).items():
        yield routes.api_schema(name), _indented(schema)
    yield routes.api_file(OPENAPI), _indented(openapi(at))


def written(document: Mapping[str, object]) -> bytes:
    """A document as JSON, with a line for each field at the top and for each row."""
    fields = (f"{_line(name)}: {_lines(value)}" for name, value in document.items())
    return ("{\n" + ",\n".join(fields) + "\n}\n").encode()


def _lines(value: object) -> str:
    return "[\n" + ",\n".join(map(_line, value)) + "\n]" if isinstance(value, list) and value else _line(value)


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _indented(data: object) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
