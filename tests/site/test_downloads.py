"""The files with exactly the rows of a list, read back by a reader that we did not write."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import made
import pytest
from conftest import AS_OF, ROOT
from hypothesis import given
from hypothesis import strategies as st

from generator.registry.loading import load
from generator.site import routes
from generator.site.downloads import ABOUT, COLUMNS, LICENCE, Download, provider_files, to_csv, to_json
from generator.site.maker import Maker
from generator.site.routes import Facet
from generator.site.views.listing import Providers

DEMO = load(ROOT / "tests/demo/providers", ROOT / "tests/demo/content", date.fromisoformat(AS_OF)).registry
assert DEMO is not None
PROVIDERS = Providers(Maker(DEMO))
FILES = {file.url: file.text for file in provider_files(PROVIDERS, "https://kollen.example")}


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def flat(row: dict[str, Any]) -> dict[str, str]:
    return {key: "; ".join(value) if isinstance(value, list) else str(value) for key, value in row.items()}


def test_every_list_has_both_files_and_they_have_the_same_rows() -> None:
    assert set(FILES) == {url.removesuffix("csv") + ending for url in FILES if url.endswith("csv") for ending in ("csv", "json")}
    for url, text in FILES.items():
        if url.endswith(".csv"):
            document = json.loads(FILES[url.removesuffix("csv") + "json"])
            about = dict(zip(ABOUT, (document["filter_text"], AS_OF, str(document["row_count"]), LICENCE), strict=True))
            assert table(text) == [{**flat(row), **about} for row in document["rows"]], url
            assert document["row_count"] == len(document["rows"])
            assert (document["as_of"], document["of"], document["licence"]) == (AS_OF, 15, LICENCE)


def test_the_files_of_a_value_have_exactly_those_of_its_list() -> None:
    for facet in Facet:
        codes = routes.FACET_VALUES.get(facet) or {code for s in PROVIDERS.all for of, code in s.values if of is facet}
        for code in codes:
            document = json.loads(FILES[routes.download(routes.facet_list(facet, code), "json")])
            assert [row["id"] for row in document["rows"]] == [s.document.id for s in PROVIDERS.having(facet, code)]
            assert document["filter"] == {facet.value: [routes.facet_value(facet, code)]}
            assert document["page"] == f"https://kollen.example{routes.narrowed(facet, code)}"


def test_a_row_tells_the_answers_and_what_came_of_the_cases_beside_their_number() -> None:
    rows = {row["id"]: row for row in json.loads(FILES["/leverantorer/leverantorer.json"])["rows"]}
    row = rows["exempel-ab"]
    assert (row["cases"], row["cases_without_criticism"], row["cases_in_favour"]) == (3, 0, 1)
    assert row["outcomes_with_replies"] == [
        "2025. Utfall: inga brister funna. Svar: finns i källan.",
        "2025. Utfall: avskrivet utan prövning. Svar: svarade inte i tid.",
        "2024. Utfall: utfallet är inte känt. Det har gått mer än två år. Utfallet har inte kunnat fastställas. Svar: finns i källan.",
    ]
    assert row["page"] == "https://kollen.example/leverantor/exempel-ab/"
    assert row["accreditations"][0] == "Exempelauktoriserat omställningsföretag: giltig. Giltig till och med den 21 november 2026."
    assert (rows["fabeljobb"]["cases"], rows["fabeljobb"]["unheard_mentions"]) == (0, 2)
    for other in rows.values():
        claims = other["cases"] - other["cases_without_criticism"]
        assert len(other["outcomes_with_replies"]) == claims


def test_of_a_source_that_is_only_a_link_only_its_number_is_there() -> None:
    everything = "".join(FILES.values())
    for rulings in PROVIDERS.maker.rulings.values():
        for ruling in rulings:
            assert not ruling.statement.text or ruling.statement.text not in everything
            assert all(PROVIDERS.maker.registry.record("sources", c.source).title not in everything for c in ruling.statement.sources)


def test_the_number_of_a_sole_trader_is_in_no_file() -> None:
    number = made.person_number(between="-")
    assert number not in "".join(FILES.values())
    registry = made.registry({"profiles/exempel-ab": made.profile(legal_form="sole_trader", name="Exempelfirman")})
    sole = registry.documents["profiles/exempel-ab"].record.model_copy(update={"orgnr": number})
    object.__setattr__(registry.documents["profiles/exempel-ab"], "record", sole)
    files = "".join(file.text for file in provider_files(Providers(Maker(registry)), ""))
    assert "Exempelfirman" in files
    assert number not in files


def test_the_build_has_the_files_and_the_pages_link_to_them(demo_site: Path) -> None:
    for url, text in FILES.items():
        built = (demo_site / url.removeprefix("/")).read_text(encoding="utf-8")
        assert built == text.replace("https://kollen.example", "")
        page = (demo_site / url.removeprefix("/")).with_name("index.html").read_text(encoding="utf-8")
        assert f'href="{url}"' in page or '"row_count": 0' in FILES[url.rpartition(".")[0] + ".json"]


def test_every_column_is_explained_on_the_site_and_in_the_documentation(demo_site: Path) -> None:
    method = (demo_site / "metod/index.html").read_text(encoding="utf-8").partition('id="avsnitt-nedladdningar"')[2]
    assert re.findall(r"<dt><code>(.*?)</code></dt>", method) == [*COLUMNS, *ABOUT]
    documentation = (ROOT / "docs/downloads.md").read_text(encoding="utf-8")
    assert [column for column in (*COLUMNS, *ABOUT) if f"`{column}`" not in documentation] == []


def test_a_saved_file_says_in_its_name_which_list_and_day_it_is(demo_site: Path) -> None:
    def saved(page: str) -> list[str]:
        return re.findall(r'<a href="[^"]+" download="([^"]+)">', (demo_site / page / "index.html").read_text(encoding="utf-8"))

    day = "2026-11-21"
    assert saved("leverantorer") == [f"coachkollen-leverantorer-{day}.csv", f"coachkollen-leverantorer-{day}.json"]
    assert saved("leverantorer/markning-giltig")[0] == f"coachkollen-leverantorer-markning-giltig-{day}.csv"
    assert saved("lan/18-orebro-lan")[0] == f"coachkollen-leverantorer-18-orebro-lan-{day}.csv"


def test_a_list_with_nobody_has_its_files_too() -> None:
    document = json.loads(FILES["/leverantorer/avtal-vantar-pa-undertecknande/leverantorer.json"])
    assert (document["row_count"], document["rows"]) == (0, [])
    assert FILES["/leverantorer/avtal-vantar-pa-undertecknande/leverantorer.csv"] == ",".join((*COLUMNS, *ABOUT)) + "\n"


@pytest.mark.parametrize("text", ['=HYPERLINK("x")', "+46", "-1", "@x", 'a "b", c', "rad\nrad", "; ", "", "å ä ö \u2028 😀"])
def test_the_text_of_a_cell_comes_back_as_it_was(text: str) -> None:
    check(text)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_of_a_cell_comes_back_as_it_was(text: str) -> None:
    check(text)


def check(text: str) -> None:
    row = {column: text if column == "name" else (text,) if column == "services" else 0 for column in COLUMNS}
    download = Download({}, text, AS_OF, 1, "/", "", (row,))
    # The reader of csv makes every kind of line end one; what is quoted keeps its own.
    (found,) = csv.DictReader(io.StringIO(to_csv(download), newline=""))
    assert (found["name"], found["services"], found["filter"], found["row_count"]) == (text, text, text, "1")
    assert json.loads(to_json(download))["rows"][0]["name"] == text
