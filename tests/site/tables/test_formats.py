"""Every format of the dataset, read back by software that is not ours: the same rows in all of them, and each what its standard says."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
import warnings
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import published
import pytest
from conftest import AS_OF

from generator.site.language import SWEDISH, english_language
from generator.site.maker import Maker
from generator.site.tables.about import CAVEATS, LICENCE_URL, LICENCE_WORDS, TITLE
from generator.site.tables.columns import Type
from generator.site.tables.database import VIEWS, create
from generator.site.tables.dataset import TABLES, dataset
from generator.site.tables.files import FORMATS, data_files
from generator.site.tables.separated import FORMULA, csv_files, excel_files


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return published.laid_out(tmp_path_factory.mktemp("data"))


@pytest.mark.parametrize("read", published.READERS, ids=lambda read: read.__name__)
def test_every_format_has_the_same_rows_in_the_same_order(folder: Path, read: Callable[[Path, str], published.Rows]) -> None:
    for table in TABLES:
        assert read(folder, table.name) == published.rows(table.name), table.name


def test_the_demo_has_rows_in_every_table_so_that_these_tests_see_something() -> None:
    assert [table.name for table in TABLES if not published.rows(table.name)] == []


def test_canonical_csv_is_rfc_4180_in_utf_8_without_a_mark() -> None:
    for file in csv_files(published.made().dataset):
        text = file.content.decode("utf-8")
        assert not text.startswith("\ufeff")
        assert "\r" not in text
        assert text.endswith("\n")
        widths = {len(line) for line in csv.reader(io.StringIO(text, newline=""), strict=True)}
        assert len(widths) == 1, file.name


def test_duckdb_reads_the_types_of_canonical_csv_by_itself(folder: Path) -> None:
    import duckdb

    database = duckdb.connect()
    for table in TABLES:
        found = database.execute("SELECT count(*) FROM read_csv($file, header = true)", {"file": str(folder / f"csv/{table.name}.csv")}).fetchone()
        assert found == (len(published.rows(table.name)),), table.name


def test_csv_for_excel_has_a_mark_semicolons_crlf_and_decimal_commas() -> None:
    files = {file.table: file.content for file in excel_files(published.made().dataset)}
    for name, content in files.items():
        assert content.startswith(b"\xef\xbb\xbf"), name
        assert content.endswith(b"\r\n"), name
    shares = {str(row["value"]).removesuffix(".0").replace(".", ",") for row in published.rows("figures")}
    lines = list(csv.DictReader(io.StringIO(files["figures"].decode("utf-8-sig"), newline=""), delimiter=";"))
    assert {line["value"] for line in lines} == shares
    assert any("," in line["value"] for line in lines)


def test_no_cell_of_csv_for_excel_is_a_formula() -> None:
    numbers = {(t.name, c.name) for t in TABLES for c in t.columns if c.type in (Type.NUMBER, Type.INTEGER)}
    for file in excel_files(published.made().dataset):
        for line in csv.DictReader(io.StringIO(file.content.decode("utf-8-sig"), newline=""), delimiter=";"):
            assert [name for name, text in line.items() if FORMULA.match(text) and (file.table, name) not in numbers] == []


def test_sqlite_keeps_every_reference_code_and_key(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "coachkollen.sqlite")) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert database.execute("PRAGMA journal_mode").fetchall() == [("delete",)]
        references = sum(len(database.execute(f'PRAGMA foreign_key_list("{t.name}")').fetchall()) for t in TABLES)
        assert references == sum(len(t.references) for t in TABLES) > 50
        strict = {name for name, kind, strict in database.execute("SELECT name, type, strict FROM pragma_table_list WHERE schema = 'main'") if strict}
        assert strict == {t.name for t in TABLES}


@pytest.mark.parametrize(
    "wrong",
    [
        "UPDATE case_parties SET outcome = 'skyldig'",
        "UPDATE case_parties SET case_is_criticism = 2",
        "UPDATE case_parties SET outcome_direction = 'true'",
        "UPDATE providers SET name = NULL",
        "INSERT INTO counties SELECT * FROM counties",
        "DELETE FROM sources",
        "UPDATE board_figures SET value = 'många'",
    ],
)
def test_the_database_refuses_what_the_tables_do_not_allow(folder: Path, wrong: str) -> None:
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize((folder / "coachkollen.sqlite").read_bytes())
        database.execute("PRAGMA foreign_keys = ON")
        with pytest.raises(sqlite3.IntegrityError):
            database.execute(wrong)


def test_a_claim_in_the_ready_made_query_stands_with_the_answer_of_each_that_it_concerns(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "coachkollen.sqlite")) as database:
        database.row_factory = sqlite3.Row
        lines = [dict(line) for line in database.execute("SELECT * FROM claims_with_replies")]
        counted = {name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in VIEWS}
    claims = {row["id"] for row in published.rows("statements") if row["part"] == "statement" and row["record_id"].startswith("cases/")}
    assert {line["id"] for line in lines} == claims
    assert all(line["reply_state"] and line["reply_explanation"] for line in lines)
    assert len(lines) == sum(1 for row in published.rows("statement_parties") if row["statement_id"] in claims)
    assert counted["statements_with_sources"] == len(published.rows("citations"))


def test_datasette_gets_the_meaning_of_every_column() -> None:
    tables = json.loads(published.content("metadata.json"))["databases"]["coachkollen"]["tables"]
    assert {name: list(table["columns"]) for name, table in tables.items()} == {t.name: [c.name for c in t.columns] for t in TABLES}
    assert all(all(table["columns"].values()) and table["description"] for table in tables.values())


def test_the_workbook_has_no_formula_no_link_and_no_time_of_its_own(folder: Path) -> None:
    import openpyxl

    book = openpyxl.load_workbook(folder / "coachkollen.xlsx")
    assert book.sheetnames == ["Läs först", *(table.name for table in TABLES)]
    assert book.properties.created.date().isoformat() == AS_OF
    for sheet in book.worksheets:
        assert {cell.data_type for line in sheet.iter_rows() for cell in line} <= {"s", "n", "b"}
        assert [cell.coordinate for line in sheet.iter_rows() for cell in line if cell.hyperlink] == []


def test_the_workbook_opens_with_what_it_is_its_day_its_caveats_its_licence_and_where_columns_are_explained(folder: Path) -> None:
    import openpyxl

    book = openpyxl.load_workbook(folder / "coachkollen.xlsx")
    assert book.active.title == "Läs först"
    lines = [str(cell.value) for (cell,) in book.worksheets[0].iter_rows() if cell.value]
    assert lines[0] == SWEDISH.t(TITLE)
    assert "Datamängden gäller den 21 november 2026." in lines
    for words, page in ((SWEDISH, "/data/"), (english_language(), "/en/data/")):
        assert [caveat for caveat in CAVEATS if words.t(caveat) not in lines] == []
        assert f"{words.t(LICENCE_WORDS)} {LICENCE_URL}" in lines
        assert [line for line in lines if f"{published.ORIGIN}{page}" in line]
    assert [line for line in lines if "Att något saknas är inget bevis." in line]
    assert [line for line in lines if "Återge aldrig en uppgift om en leverantör utan svaret" in line]


@pytest.mark.parametrize(("name", "advice"), [("data", "Använder du Excel? Ta arbetsboken:"), ("en/data", "Do you use Excel? Take the workbook:")])
def test_the_page_advises_those_who_use_excel_to_take_the_workbook_before_any_csv(demo_site: Path, name: str, advice: str) -> None:
    text = (demo_site / name / "index.html").read_text(encoding="utf-8")
    assert advice in text
    assert text.index(advice) < text.index("coachkollen.xlsx") < text.index("coachkollen.zip") < text.index('href="/data/csv/')


def test_a_text_that_looks_like_a_formula_or_an_address_is_a_text_in_the_workbook() -> None:
    import openpyxl

    from generator.site.tables.columns import Filled
    from generator.site.tables.dataset import Dataset
    from generator.site.tables.workbook import LONGEST, TOO_LONG, xlsx_file

    base = published.made().dataset
    counties = base.tables["counties"].table
    texts = ["=1+1", "+46", "-1", "@x", "https://exempel.se/", "mailto:a", "0114", "x" * LONGEST, "x" * (LONGEST + 1)]
    rows = tuple({"code": f"{number:02}", "name": text} for number, text in enumerate(texts))
    ((file),) = xlsx_file(Dataset(base.as_of, "", "", (Filled(counties, rows),)))
    cells = [line[1] for line in openpyxl.load_workbook(io.BytesIO(file.content)).worksheets[1].iter_rows(min_row=2)]
    assert [cell.value for cell in cells] == [*texts[:-1], TOO_LONG]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell for cell in cells if cell.hyperlink] == []


def test_parquet_says_what_each_column_means_and_which_type_it_has(folder: Path) -> None:
    import duckdb

    wanted = {Type.INTEGER: "BIGINT", Type.NUMBER: "DOUBLE", Type.BOOLEAN: "BOOLEAN", Type.DATE: "DATE"}
    for table in TABLES:
        found = duckdb.connect().execute("DESCRIBE SELECT * FROM read_parquet($file)", {"file": str(folder / f"parquet/{table.name}.parquet")}).fetchall()
        assert [(name, kind) for name, kind, *_ in found] == [(c.name, wanted.get(c.type, "VARCHAR")) for c in table.columns]


def test_frictionless_finds_the_whole_package_valid_with_keys_and_references(folder: Path) -> None:
    from frictionless import Package

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        report = Package(str(folder / "datapackage.json")).validate()
    assert report.flatten(["name", "rowNumber", "type", "note"]) == []
    assert len(report.tasks) == len(TABLES)


def test_frictionless_finds_a_reference_that_leads_nowhere(tmp_path: Path) -> None:
    """So that the test above can fail."""
    from frictionless import Package

    for file in published.made().files:
        if file.name.endswith(("csv", "package.json")):
            (tmp_path / file.name).parent.mkdir(exist_ok=True)
            (tmp_path / file.name).write_bytes(file.content)
    sources = tmp_path / "csv/sources.csv"
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        del resource["bytes"], resource["hash"]
    (tmp_path / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    lines = sources.read_text(encoding="utf-8").splitlines(keepends=True)
    sources.write_text("".join(lines[:-1]), encoding="utf-8")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = {kind for (kind,) in Package(str(tmp_path / "datapackage.json")).validate().flatten(["type"])}
    assert found == {"foreign-key"}


def test_the_package_is_described_as_version_2_says() -> None:
    package = json.loads(published.content("datapackage.json"))
    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert (package["version"], package["homepage"]) == (AS_OF, "https://kollen.example/")
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    assert [resource["name"] for resource in package["resources"]] == [table.name for table in TABLES]
    assert all(re.fullmatch(r"[a-z_]+", resource["name"]) and resource["path"] == f"csv/{resource['name']}.csv" for resource in package["resources"])


def test_without_a_host_no_description_has_an_address_that_is_not_one() -> None:
    files = {file.name: file.content for file in data_files(Maker(published.registry())).files}
    package = json.loads(files["datapackage.json"])
    assert "homepage" not in package
    page = json.loads(files["coachkollen.json"])["tables"]["cases"][0]["page"]
    assert page.startswith("/arende/")


def test_a_reader_of_csvw_reads_every_row_and_finds_nothing_wrong(folder: Path) -> None:
    from csvw import TableGroup

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        group = TableGroup.from_file(folder / "csvw-metadata.json")
        for table in group.tables:
            name = str(table.url).removeprefix("csv/").removesuffix(".csv")
            assert len(list(table.iterdicts(strict=True))) == len(published.rows(name)), name
        group.check_referential_integrity()


def test_the_archive_holds_the_canonical_files_their_description_and_what_to_know_first() -> None:
    with zipfile.ZipFile(io.BytesIO(published.content("coachkollen.zip"))) as archive:
        assert archive.testzip() is None
        members = {name.removeprefix("coachkollen/"): archive.read(name) for name in archive.namelist()}
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert set(members) == {"README.md", "LICENSE.txt", "datapackage.json", *(f"csv/{table.name}.csv" for table in TABLES)}
    for name, content in members.items():
        if name not in ("README.md", "LICENSE.txt"):
            assert content == published.content(name)
    readme = members["README.md"].decode()
    for wanted in ("21 november 2026", "21 November 2026", "rangordnar ingen", "ranks nobody", "inget bevis", "corrections", "https://kollen.example/data/"):
        assert wanted in readme, wanted
    assert "Citat tillhör sina källor" in members["LICENSE.txt"].decode()


def test_the_same_records_give_the_same_bytes() -> None:
    again = data_files(Maker(published.registry()), published.ORIGIN)
    assert {file.name: file.content for file in again.files} == {file.name: file.content for file in published.made().files}


def test_a_format_whose_library_is_missing_is_left_out_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    from generator.site.tables import files

    monkeypatch.setattr(files, "find_spec", lambda _: None)
    made = data_files(Maker(published.registry()))
    assert [form.id for form in made.left_out] == ["xlsx", "parquet"]
    assert {file.format for file in made.files} & {"xlsx", "parquet"} == set()
    assert b".parquet" not in next(file.content for file in made.files if file.name == "dcat.jsonld")
    assert [form.id for form in FORMATS if not form.library] == ["csv", "excel-csv", "sqlite", "json", "jsonl"]


def test_the_definitions_of_the_tables_are_read_by_sqlite_in_any_order() -> None:
    with closing(sqlite3.connect(":memory:")) as database:
        for table in reversed(TABLES):
            database.execute(create(table))
    assert dataset(Maker(published.registry())).as_of.isoformat() == AS_OF
