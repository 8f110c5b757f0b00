"""Providers side by side: the same questions for everyone, and different words for what is unknown, none and not looked for."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import made
import pytest
from conftest import AS_OF, ROOT

from generator.records.models import Kind
from generator.registry.loading import load
from generator.site.files import record_files
from generator.site.maker import Maker
from generator.site.swedish import sort_key
from generator.site.views.listing import Providers
from generator.site.views.side_by_side import BESIDE, PAGE, CompareCell, compare_view, compared, place_comparisons, questions, tables

DEMO = load(ROOT / "tests/demo/providers", ROOT / "tests/demo/content", date.fromisoformat(AS_OF)).registry
assert DEMO is not None
PROVIDERS = Providers(Maker(DEMO))
ASKED = questions(PROVIDERS.maker.words)


def cell(question: str, provider: str, providers: Providers = PROVIDERS) -> CompareCell:
    known = next(s for s in providers.all if s.document.id == provider)
    return compared(providers.maker, known).cells[ASKED.index(question)]


def made_cell(question: str, **profile: Any) -> tuple[str, str]:
    """The kind and the text of a cell about a provider with these fields and no others."""
    providers = Providers(Maker(made.registry({"profiles/exempel-ab": made.profile(**profile), "schemes/market": made.scheme()})))
    found = cell(question, "exempel-ab", providers)
    return found.kind, " / ".join(f"{item.text} {item.state}".strip() for item in found.items)


@pytest.mark.parametrize(
    ("question", "kind", "text"),
    [
        ("Kallas också", "saknas", "uppgift saknas"),
        ("Bolagsform", "saknas", "uppgift saknas"),
        ("Org.nummer", "saknas", "uppgift saknas"),
        ("Finns företaget?", "saknas", "uppgift saknas"),
        ("Tjänster som källor visar", "saknas", "uppgift saknas"),
        ("Platser som källor nämner", "saknas", "uppgift saknas"),
        ("Branschens märkningar", "ej-kontrollerad", "Märket inte kontrollerad"),
        ("Avtal i de källor vi har läst", "inga", "inga hittade"),
        ("Dokumenterade ärenden och svar", "inga", "inga ärenden visas"),
        ("Källor som nämner leverantören, men som den inte har fått svara på", "inga", "inga hittade"),
        ("Mätningar som andra har gjort", "inga", "inga hittade"),
        ("Register som vi har sökt i", "ej-kontrollerad", "inte kontrollerad: inget register sökt de senaste tolv månaderna"),
    ],
)
def test_unknown_none_found_and_not_looked_for_are_different_words(question: str, kind: str, text: str) -> None:
    assert made_cell(question) == (kind, text)


def test_that_we_searched_and_found_nothing_is_no_unknown() -> None:
    check = {"id": "sokning", "register": "Registret", "scheme": "market", "query": "Exempel AB", "on": "2026-11-01", "result": "not_found"}
    assert made_cell("Branschens märkningar", checks=[check]) == ("", "Märket inte funnen")
    assert made_cell("Register som vi har sökt i", checks=[check])[0] == ""


def test_what_not_checked_means_stands_below_the_table_and_not_in_every_cell() -> None:
    seen = set()
    for known in PROVIDERS.all:
        items = {item.text: item for item in compared(PROVIDERS.maker, known).cells[ASKED.index("Branschens märkningar")].items}
        for label in known.labels:
            never = label.state_code == "not_checked" and not label.periods
            assert (items[label.scheme.text].note == "") == never
            seen.add(never)
    assert seen == {False, True}


def test_the_number_of_a_sole_trader_is_withheld_and_that_is_said() -> None:
    assert made_cell("Org.nummer", legal_form="sole_trader") == ("visas-inte", "visas inte: numret är ägarens personnummer")


def test_everyone_answers_every_question_in_the_same_order() -> None:
    assert len(set(ASKED)) == len(ASKED)
    for known in PROVIDERS.all:
        found = compared(PROVIDERS.maker, known)
        assert len(found.cells) == len(ASKED)
        assert all(c.items and all(item.text for item in c.items) for c in found.cells)


def test_an_outcome_in_the_providers_favour_stands_first_and_each_case_has_its_answer() -> None:
    items = cell("Dokumenterade ärenden och svar", "exempel-ab").items
    assert [(item.state, item.note) for item in items[1:]] == [
        ("inga brister funna", "Svar: finns i källan"),
        ("avskrivet utan prövning", "Svar: svarade inte i tid"),
        ("utfallet är inte känt", "Svar: finns i källan"),
    ]
    assert items[0].text.replace("\N{NO-BREAK SPACE}", " ") == "3 ärenden, 1 slutade till leverantörens fördel"


def test_what_is_only_a_link_is_only_counted() -> None:
    (item,) = cell("Källor som nämner leverantören, men som den inte har fått svara på", "fabeljobb").items
    assert (item.text.replace("\N{NO-BREAK SPACE}", " "), item.url) == ("2 källor", "/leverantor/fabeljobb/#avsnitt-namns")


def test_a_place_has_a_comparison_when_there_are_two_to_compare() -> None:
    there = dict(place_comparisons(PROVIDERS))
    for url, view in there.items():
        names = [provider.name for table in view.tables for provider in table.providers]
        assert len(names) >= 2
        assert names == sorted(names, key=sort_key)
        assert all(len(table.providers) <= BESIDE for table in view.tables)
        assert url == f"{view.place.url}jamfor/"
    assert "/kommun/0305-habo/jamfor/" in there
    assert {link.url for link in compare_view(PROVIDERS).counties} == {url for url in there if url.startswith("/lan/")}


def test_many_in_a_place_are_cut_in_pages() -> None:
    place = [{"municipality": "0180", "sources": made.CITED}]
    records = {f"profiles/p{n:02}": made.profile(name=f"Påhitt {n:02}", places=place) for n in range(PAGE + 2)}
    views = dict(place_comparisons(Providers(Maker(made.registry(records)))))
    assert [url for url in views if url.startswith("/kommun/")] == ["/kommun/0180-stockholm/jamfor/", "/kommun/0180-stockholm/jamfor/sida-2/"]
    second = views["/kommun/0180-stockholm/jamfor/sida-2/"]
    assert [p.name for t in second.tables for p in t.providers] == ["Påhitt 40", "Påhitt 41"]
    assert [(link.text, link.url) for link in second.parts] == [("Påhitt 00 – Påhitt 39", "/kommun/0180-stockholm/jamfor/"), ("Påhitt 40 – Påhitt 41", "")]


def test_the_data_of_the_script_is_the_view_of_the_tables() -> None:
    files = {file.url: json.loads(file.text) for file in record_files(PROVIDERS.maker) if file.url.endswith(("jamfor.json", "jamfor/leverantorer.json"))}
    assert [entry["name"] for entry in files["/jamfor/leverantorer.json"]] == [s.name for s in PROVIDERS.all]
    for entry, known in zip(files["/jamfor/leverantorer.json"], PROVIDERS.all, strict=True):
        (table,) = tables(PROVIDERS.maker.words, [compared(PROVIDERS.maker, known)])
        cells = [cells[0] for _, cells in table.rows]
        data = files[entry["data"]]
        assert [[(i["text"], *(i.get(name, "") for name in ("url", "state", "code", "note"))) for i in c["items"]] for c in data["cells"]] == [
            [(i.text, i.url, i.state, i.code, i.note) for i in c.items] for c in cells
        ]
        assert [c.get("kind", "") for c in data["cells"]] == [c.kind for c in cells]


def test_nothing_that_the_gate_holds_back_is_in_the_comparison() -> None:
    said = "".join(file.text for file in record_files(PROVIDERS.maker))
    hidden = [d.record.name for d in PROVIDERS.maker.registry.of(Kind.CASES) if d.record.name and not PROVIDERS.maker.case_has_page(d.id)]
    assert [name for name in hidden if name in said] == []


def test_the_pages_of_places_show_the_tables(demo_site: Path) -> None:
    page = (demo_site / "kommun/0305-habo/jamfor/index.html").read_text(encoding="utf-8")
    assert page.count('<th scope="row">') == len(ASKED)
    assert 'data-namn="jamforelse ' in page
    assert "<script src=" in page
    assert "jamfor.js" not in page
