"""The documents: each record with a page has one, made of rows of the dataset, and says nothing that the pages do not."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import answered
import made
import published
import pytest
from conftest import AS_OF, ROOT

from generator.records.models import Kind
from generator.records.vocabulary import Publication
from generator.registry.loading import load
from generator.site import routes
from generator.site.api.documents import documented
from generator.site.api.files import api_files
from generator.site.api.parts import PARTS, part_tables
from generator.site.maker import Maker
from generator.site.tables.dataset import TABLES, dataset

HEAD = {"type", "id", "record_id", "as_of", "release", "licence", "licence_note", "note", "links", "record"}
BASE = ROOT / "tests/demo"


def rows_of(table: str) -> published.Rows:
    return published.rows(table)


def registry_with_drafts() -> Any:
    day = date.fromisoformat(AS_OF)
    found = load(BASE / "providers", BASE / "content", day, intake=BASE / "intake", today=day).registry
    assert found is not None
    return found


# What there is.


def test_every_table_is_a_list_with_exactly_the_rows_of_the_dataset() -> None:
    for table in TABLES:
        document = answered.at(table.name)
        assert document["rows"] == rows_of(table.name), table.name
        assert document["row_count"] == len(document["rows"])
        assert [set(row) for row in document["rows"]] == [{c.name for c in table.columns}] * len(document["rows"])


def test_the_lists_and_the_file_for_download_have_the_same_rows() -> None:
    whole = json.loads(published.content("coachkollen.json"))["tables"]
    assert {table.name: answered.at(table.name)["rows"] for table in TABLES} == whole


def test_every_record_with_a_page_has_a_document_and_every_document_a_page() -> None:
    wanted = {row["page"] for row in rows_of("records") if "#" not in row["page"]}
    assert len(wanted) > 50
    assert {document["links"]["page"] for document in answered.records().values()} == wanted
    folders = dict(zip((kind.value for kind in routes.API_TABLES), routes.API_TABLES.values(), strict=True))
    for address, document in answered.records().items():
        kind, _, record_id = document["record_id"].partition("/")
        assert address == f"/api/v1/{folders[kind]}/{record_id}.json"
        assert (document["type"], document["id"]) == (folders[kind], record_id)


def test_what_pages_are_said_to_have_a_document_have_one(demo_site: Path) -> None:
    pages = {path.relative_to(demo_site).parent.as_posix() for path in demo_site.glob("*/*/index.html")}
    said = documented(Maker(published.registry()))
    assert {url.strip("/") for url in said} == {page for page in pages if routes.is_record(f"/{page}/")}
    for url in said:
        assert (routes.api_of(url) or "") in answered.files()


def test_the_index_names_every_list_and_each_of_its_addresses_answers() -> None:
    index = answered.at("index")
    assert [each["name"] for each in index["lists"]] == [table.name for table in TABLES]
    addresses = [each[name] for each in index["lists"] for name in ("list", "schema", "document_schema") if each[name]]
    addresses += [address for name, address in index["links"].items() if name not in ("page", "dataset", "corrections")]
    assert len(addresses) > 70
    assert [address for address in addresses if address.removeprefix(published.ORIGIN) not in answered.files()] == []
    patterns = [each["documents"] for each in index["lists"] if each["documents"]]
    made_of = {pattern.replace("{id}", row["id"]) for pattern in patterns for row in answered.at(pattern.split("/")[-2])["rows"]}
    assert {address.removeprefix(published.ORIGIN) for address in made_of} == set(answered.records())


def test_every_link_of_a_document_leads_to_something_that_was_built(demo_site: Path) -> None:
    for address, document in answered.documents().items():
        for link in document["links"].values():
            if link and "{id}" not in link:
                assert (demo_site / routes.file_of(link.removeprefix(published.ORIGIN))).is_file(), (address, link)


def test_no_list_has_the_name_of_another_document() -> None:
    assert {"index", "openapi", "schema"} & {table.name for table in TABLES} == set()


# What a record's document has.


@pytest.mark.parametrize("kind", list(PARTS), ids=str)
def test_a_record_has_its_own_row_and_rows_of_the_dataset_that_belong_to_it(kind: Kind) -> None:
    table = routes.API_TABLES[kind]
    of_kind = {address: document for address, document in answered.records().items() if document["type"] == table}
    assert of_kind
    by_table = {name: rows_of(name) for name in part_tables(kind)}
    for document in of_kind.values():
        assert document["record"] == next(row for row in rows_of(table) if row["id"] == document["id"])
        assert set(document) == HEAD | set(by_table)
        for name, rows in by_table.items():
            # In the order of the dataset, each once.
            places = [rows.index(row) for row in document[name]]
            assert places == sorted(set(places)), name
        for column in ("provider_id", "case_id", "scheme_id", "programme_id", "body_id"):
            for name in by_table:
                own = f"{table.removesuffix('s')}_id" == column and name not in ("checks", "board_figures")
                assert not own or [row for row in document[name] if column in row and row[column] != document["id"]] == [], (name, column)


def test_every_row_that_hangs_on_a_provider_is_in_its_document() -> None:
    children = [name for name in part_tables(Kind.PROFILES) if "provider_id" in {c.name for t in TABLES if t.name == name for c in t.columns}]
    assert len(children) >= 10
    for name in children:
        shown = [row for document in answered.records().values() if document["type"] == "providers" for row in document[name]]
        wanted = [row for row in rows_of(name) if row["provider_id"]]
        assert [row for row in wanted if row not in shown] == [], name
        assert len(shown) == len(wanted), name


def test_every_statement_is_in_the_document_of_its_record_with_its_sources() -> None:
    by_record = {document["record_id"]: document for document in answered.records().values()}
    cited = rows_of("citations")
    for row in rows_of("statements"):
        if row["record_id"] in by_record:
            document = by_record[row["record_id"]]
            assert row in document["statements"]
            wanted = [citation for citation in cited if citation["statement_id"] == row["id"]]
            assert [citation for citation in document["citations"] if citation["statement_id"] == row["id"]] == wanted
            assert {citation["source_id"] for citation in wanted} <= {source["id"] for source in document["sources"]}


def test_a_provider_has_the_cases_that_it_is_a_party_to_and_only_what_concerns_it_there() -> None:
    concerned = {(row["statement_id"], row["party_id"]) for row in rows_of("statement_parties")}
    found = 0
    for document in answered.records().values():
        if document["type"] != "providers":
            continue
        own = {party["id"] for party in document["case_parties"]}
        assert {party["case_id"] for party in document["case_parties"]} == {case["id"] for case in document["cases"]}
        for statement in document["statements"]:
            if statement["record_id"] != document["record_id"]:
                found += 1
                assert any((statement["id"], party) in concerned for party in own), statement["id"]
                assert statement["replies"] and statement["outcomes"]
    assert found > 10


def test_a_correction_is_in_the_document_of_what_it_corrects() -> None:
    by_record = {document["record_id"]: document for document in answered.records().values()}
    told = [row for row in rows_of("corrections") if row["record_id"] in by_record]
    assert told
    for row in told:
        assert row in by_record[row["record_id"]]["corrections"]


def test_every_document_says_the_day_the_licence_and_that_the_reply_belongs_to_the_claim() -> None:
    for address, document in answered.documents().items():
        assert document["as_of"] == AS_OF, address
        assert document["licence"].startswith("https://creativecommons.org/")
        assert document["note"].startswith("Svaret hör ihop med påståendet.")


def test_a_removed_record_answers_with_its_removal_and_where_to_go() -> None:
    merged = answered.at("providers/exempel-jobb")
    assert (merged["type"], merged["removed_on"], merged["reason"]) == ("tombstone", "2026-01-15", "merged")
    assert merged["redirect"] == f"{published.ORIGIN}/leverantor/exempel-ab/"
    assert merged["links"]["redirect"] == f"{published.ORIGIN}/api/v1/providers/exempel-ab.json"
    graves = [document for document in answered.documents().values() if document["type"] == "tombstone"]
    rows = {row["id"]: row for row in rows_of("tombstones")}
    assert graves
    for grave in graves:
        row = rows[grave["id"]]
        assert {name: grave[name] for name in row} == row


# What may not be in them.


def test_nothing_that_is_held_or_only_a_link_is_in_any_document() -> None:
    everything = b"\n".join(answered.files().values()).decode()
    maker = Maker(published.registry())
    found = 0
    for document in maker.registry.of(Kind.CASES):
        held = [ruling for ruling in maker.rulings[document.id] if ruling.row.decision is not Publication.PUBLISHED]
        for ruling in held:
            found += 1
            assert not ruling.statement.text or json.dumps(ruling.statement.text, ensure_ascii=False)[1:-1] not in everything
            for citation in ruling.statement.sources:
                source = maker.registry.record(Kind.SOURCES, citation.source)
                assert source.title not in everything
                assert not source.url or source.url not in everything
        if not maker.case_has_page(document.id):
            assert f"/api/v1/cases/{document.id}.json" not in answered.files()
            assert f'"{document.key}"' not in everything
    assert found


def test_of_a_source_that_names_somebody_who_has_not_been_heard_only_that_it_is() -> None:
    unheard = [row["id"] for row in rows_of("sources") if row["unheard"]]
    assert unheard
    for name in unheard:
        document = answered.at(f"sources/{name}")
        assert {document["record"][field] for field in ("title", "url", "url_withheld", "archive_url", "archived_on", "note")} == {None}
        assert [row["provider_id"] for row in document["unheard_mentions"]]
        for row in document["unheard_mentions"]:
            provider = answered.at(f"providers/{row['provider_id']}")
            (shown,) = [source for source in provider["sources"] if source["id"] == name]
            assert shown == document["record"]


def test_no_document_has_a_quotation_or_a_statement_of_a_case_without_the_reply() -> None:
    quoted = 0
    for address, document in answered.records().items():
        for citation in document["citations"]:
            if citation["quote"] and citation["statement_id"].startswith("cases/"):
                quoted += 1
                assert citation["replies"] and citation["outcomes"], address
            assert citation["statement_id"] in {row["id"] for row in document["statements"]}, address
    assert quoted


def test_a_preview_has_the_same_documents_as_the_public_site() -> None:
    registry = registry_with_drafts()
    preview = Maker(registry, preview=True)
    assert documented(preview) == documented(Maker(published.registry()))
    assert dict(api_files(preview, dataset(preview, published.ORIGIN))) == answered.files()


def test_the_number_of_a_sole_trader_is_in_no_document() -> None:
    number = made.person_number(between="-")
    registry = made.registry({"profiles/exempel-ab": made.profile(legal_form="sole_trader", name="Exempelfirman")})
    sole = registry.documents["profiles/exempel-ab"].record.model_copy(update={"orgnr": number})
    object.__setattr__(registry.documents["profiles/exempel-ab"], "record", sole)
    maker = Maker(registry)
    everything = b"\n".join(content for _, content in api_files(maker, dataset(maker))).decode()
    assert "Exempelfirman" in everything
    assert number not in everything


def test_the_same_records_give_the_same_bytes() -> None:
    maker = Maker(published.registry())
    again = dict(api_files(maker, dataset(maker, published.ORIGIN)))
    assert again == answered.files()
    assert list(again) == list(answered.files())


def test_addresses_have_the_base_path_of_the_site_and_are_whole_where_its_host_is_known() -> None:
    maker = Maker(published.registry(), "/kollen")
    files = dict(api_files(maker, dataset(maker)))
    links = json.loads(files["/api/v1/providers/exempel-ab.json"])["links"]
    assert links["self"] == "/kollen/api/v1/providers/exempel-ab.json"
    assert answered.at("providers/exempel-ab")["links"]["self"] == f"{published.ORIGIN}/api/v1/providers/exempel-ab.json"


def test_a_document_has_a_line_for_each_row() -> None:
    text = answered.files()["/api/v1/providers.json"].decode()
    assert len(re.findall(r'^\{"id":', text, re.M)) == len(rows_of("providers"))
    assert text.endswith("]\n}\n")
