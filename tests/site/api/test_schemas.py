"""The schemas describe every document, OpenAPI describes every address, and neither changes without being told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import answered
import pytest
from conftest import AS_OF
from jsonschema import Draft202012Validator, FormatChecker
from openapi_spec_validator import validate

from generator.site import routes
from generator.site.api import changelog
from generator.site.api.schemas import definitions, digest, documents, promises
from generator.site.tables.dataset import TABLES

PROMISED = Path(__file__).parent / "promised.txt"


def validator(schema: Any) -> Draft202012Validator:
    return Draft202012Validator(schema, format_checker=FormatChecker())


def schema_of(site: dict[str, bytes], document: answered.Document) -> Any:
    return json.loads(site[f"/api/v1/schema/{document['links']['schema'].rpartition('/')[2]}"])


def in_folder(site: Path) -> dict[str, bytes]:
    return {f"/{path.relative_to(site).as_posix()}": path.read_bytes() for path in sorted((site / "api").rglob("*.json"))}


def wrong(site: dict[str, bytes]) -> list[str]:
    """What is not as its schema says, or has a field that the schema does not name."""
    found: list[str] = []
    validators: dict[str, Draft202012Validator] = {}
    for address, content in site.items():
        if address.startswith("/api/v1/schema/") or address == "/api/v1/openapi.json":
            continue
        document = json.loads(content)
        name = document["links"]["schema"]
        schema = validators.setdefault(name, validator(schema_of(site, document)))
        found += [f"{address}: {error.message[:200]}" for error in schema.iter_errors(document)]
        found += [f"{address}: {place}" for place in unknown(document, schema.schema, schema.schema.get("$defs", {}))]
    return found


def unknown(value: Any, schema: Any, shared: Any) -> list[str]:
    if "$ref" in schema:
        schema = shared[schema["$ref"].rpartition("/")[2]]
    if isinstance(value, list):
        return [place for item in value for place in unknown(item, schema["items"], shared)]
    if not isinstance(value, dict):
        return []
    extra = [name for name in value if name not in schema["properties"]]
    return extra + [place for name in value if name not in extra for place in unknown(value[name], schema["properties"][name], shared)]


def test_every_document_of_the_demo_is_as_its_schema_says() -> None:
    assert len(answered.documents()) > 100
    assert wrong(answered.files()) == []


def test_every_document_of_the_built_sites_is_as_its_schema_says(demo_site: Path, real_site: Path) -> None:
    for site in (demo_site, real_site):
        found = in_folder(site)
        assert len(found) > 150
        assert wrong(found) == []


@pytest.mark.parametrize("name", documents())
def test_every_schema_is_a_schema_and_explains_every_field(name: str) -> None:
    schema = json.loads(answered.files()[f"/api/v1/schema/{name}.json"])
    Draft202012Validator.check_schema(schema)
    assert schema["$id"].endswith(f"/api/v1/schema/{name}.json")
    for each in (schema, *schema.get("$defs", {}).values()):
        assert each["required"] == list(each["properties"])
        assert [field for field, said in each["properties"].items() if "$ref" not in said and not said["description"]] == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", None),
        ("legal_form", "bolag"),
        ("checked_on", "i går"),
        ("unheard_mentions", "0"),
        ("name", 1),
    ],
)
def test_a_schema_refuses_a_row_that_is_wrong(field: str, value: object) -> None:
    document = answered.at("providers")
    schema = validator(schema_of(answered.files(), document))
    assert schema.is_valid(document)
    document["rows"][0][field] = value
    assert not schema.is_valid(document)
    del document["rows"][0][field]
    assert not schema.is_valid(document)


def test_a_schema_bears_what_may_be_added() -> None:
    document = answered.at("providers/exempel-ab")
    document["added"] = document["record"]["added"] = [1]
    assert validator(schema_of(answered.files(), document)).is_valid(document)


def test_the_openapi_description_is_valid_and_has_every_address_and_no_other() -> None:
    description = answered.at("openapi")
    validate(description)
    assert description["openapi"].startswith("3.1.")
    paths = set(description["paths"])
    lists = {f"/api/v1/{table.name}.json" for table in TABLES}
    assert paths == {"/api/v1/index.json"} | lists | {f"/api/v1/{name}/{{id}}.json" for name in routes.API_TABLES.values()}


def test_the_openapi_description_has_the_same_schemas_as_stand_beside_the_documents() -> None:
    components = answered.at("openapi")["components"]["schemas"]
    for name in documents():
        schema = json.loads(answered.files()[f"/api/v1/schema/{name}.json"].replace(b"#/$defs/", b"#/components/schemas/"))
        assert {word: schema[word] for word in components[name]} == components[name]
        for row, said in schema.get("$defs", {}).items():
            assert components[row] == said


def test_an_answer_fits_one_and_only_one_of_those_that_the_address_may_give() -> None:
    description = answered.at("openapi")
    for address in ("providers/exempel-ab", "providers/exempel-jobb"):
        answer = description["paths"]["/api/v1/providers/{id}.json"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        assert validator({**answer, "components": description["components"]}).is_valid(answered.at(address))
        assert not validator({**answer, "components": description["components"]}).is_valid(answered.at("cases/granskning-2024"))


# What is promised.


def test_nothing_that_was_ever_promised_is_gone_or_of_another_type() -> None:
    """`promised.txt` has a line for each field and code. Lines may be added to it, with a new version in the changelog; none may be changed or taken away."""
    was = PROMISED.read_text(encoding="utf-8").splitlines()
    assert len(was) > 1000
    assert sorted(set(was) - set(promises())) == []


def test_what_is_new_is_promised_too() -> None:
    assert sorted(set(promises()) - set(PROMISED.read_text(encoding="utf-8").splitlines())) == []


def test_a_change_of_the_schemas_has_an_entry_in_the_changelog() -> None:
    assert digest() == changelog.current().promised, "add a Change to generator/site/api/changelog.py"


def test_the_promises_tell_fields_types_and_codes_but_not_the_words_that_explain_them() -> None:
    lines = promises()
    assert "providers-row.name type=string" in lines
    assert "providers-row.checked_on type=string|null format=date" in lines
    assert "providers-row.legal_form may be limited_company" in lines
    assert "providers-record.record $ref=providers-row" in lines
    assert "providers.rows[] $ref=providers-row" in lines
    assert "index.lists[].row_count type=integer minimum=0" in lines
    assert not any("Leverantör" in line for line in lines)
    assert {line.split(" ")[0].partition(".")[0].removesuffix("[]") for line in lines} == set(definitions(""))


def test_the_versions_count_upwards_and_stay_within_version_1() -> None:
    versions = [tuple(map(int, change.version.split("."))) for change in changelog.CHANGES]
    assert versions == [(1, number) for number in range(len(versions))]
    assert [change.day for change in changelog.CHANGES] == sorted(change.day for change in changelog.CHANGES)
    assert len({change.promised for change in changelog.CHANGES}) == len(versions)


def test_the_documents_say_the_version_and_the_day() -> None:
    assert answered.at("index")["version"] == "1"
    assert answered.at("openapi")["info"]["version"] == changelog.current().version
    assert answered.at("index")["as_of"] == AS_OF
