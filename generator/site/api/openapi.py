"""The API described as OpenAPI 3.1: every address, and what answers there, with the same schemas as beside the documents."""

from __future__ import annotations

from collections.abc import Mapping

from generator.site import routes
from generator.site.api.changelog import current
from generator.site.api.documents import INDEX, TOMBSTONE, record_schema
from generator.site.api.schemas import DIALECT, definitions
from generator.site.language import N_, SWEDISH
from generator.site.tables.about import CAVEATS, DESCRIPTION, LICENCE_TITLE, LICENCE_URL
from generator.site.tables.dataset import TABLES

OPENAPI = "openapi"
_COMPONENTS = "#/components/schemas/"
_TITLE = N_("Coachkollens API")
_NOT_THERE = N_("Adressen finns inte. Svaret är webbplatsens sida om det, som HTML.")


def openapi(at: str) -> dict[str, object]:
    """The description. at: scheme, host and base path of the site, as far as known."""
    paths = {routes.api_file(INDEX): _path(INDEX, N_("Vad som finns."), (INDEX,))}
    for table in TABLES:
        paths[routes.api_file(table.name)] = _path(table.name, table.meaning, (table.name,))
    for name in routes.API_TABLES.values():
        # Where a record has been removed, its tombstone answers.
        told = N_("En post med allt som hör till den, eller det som svarar där den fanns.")
        paths[f"{routes.API_V1}{name}/{{id}}.json"] = _path(record_schema(name), told, (record_schema(name), TOMBSTONE), of_record=True)
    return {
        "openapi": "3.1.0",
        "jsonSchemaDialect": DIALECT,
        "info": {
            "title": SWEDISH.t(_TITLE),
            "version": current().version,
            "description": "\n\n".join(SWEDISH.t(text) for text in (DESCRIPTION, *CAVEATS)),
            "license": {"name": LICENCE_TITLE, "url": LICENCE_URL},
        },
        "servers": [{"url": at or "/"}],
        "externalDocs": {"url": f"{at}{routes.API}"},
        "paths": paths,
        "components": {"schemas": definitions(_COMPONENTS)},
    }


def _path(operation: str, meaning: str, answers: tuple[str, ...], *, of_record: bool = False) -> dict[str, object]:
    references = [{"$ref": f"{_COMPONENTS}{name}"} for name in answers]
    schema: Mapping[str, object] = references[0] if len(references) == 1 else {"oneOf": references}
    identified = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}, "description": SWEDISH.t(N_("Postens id."))}
    return {
        "get": {
            "operationId": operation,
            "summary": SWEDISH.t(meaning),
            **({"parameters": [identified]} if of_record else {}),
            "responses": {
                "200": {"description": SWEDISH.t(meaning), "content": {"application/json": {"schema": schema}}},
                "404": {"description": SWEDISH.t(_NOT_THERE), "content": {"text/html": {"schema": {"type": "string"}}}},
            },
        }
    }
