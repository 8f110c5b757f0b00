"""The timeline of a case: in order, and nobody is credited with what somebody else did."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from conftest import AS_OF, ROOT

from generator.records.models import Kind
from generator.registry.loading import load
from generator.site.maker import Maker
from generator.site.views.cases import case_view

DAY = date.fromisoformat(AS_OF)
CASE = """name: Exempelärendet
type: complaint
date: 2024-03
parties:
  - provider: exempel-ab
    procedure: unknown
    outcome: unknown
    reply: {{state: declined, asked_on: 2026-01-01}}
statements:
  - id: ett
    kind: {kind}
    grade: {grade}
    about: [exempel-ab]
    text: Inga möten hölls.
    {said}
    date: 2024-03-01
    sources: [{{source: {source}, locator: s. 1}}]
    counter: {{searched_on: 2026-10-01}}
    checked_on: 2026-10-01
  - id: tva
    kind: {other}
    grade: B
    by: [exempelmyndigheten]
    text: Myndigheten finns.
    date: {second}
    sources: [{{source: exempelmyndigheten-2025, locator: s. 1}}]
    counter: {{searched_on: 2026-10-01}}
    checked_on: 2026-10-01
"""


def events(
    place: Path,
    *,
    kind: str = "allegation",
    grade: str = "C",
    said: str = "by: [exempelbladet]",
    second: str = "2023-01-01",
    other: str = "context",
    more: str = "",
) -> list[str]:
    shutil.copytree(ROOT / "tests/cases/base", place, dirs_exist_ok=True)
    source = "exempelmyndigheten-2025" if grade == "B" else "exempelbladet-2024"
    text = CASE.replace("date: 2024-03\n", f"date: 2024-03\n{more}", 1).format(kind=kind, grade=grade, said=said, second=second, other=other, source=source)
    (place / "providers/cases/exempelarende.yaml").write_text(text, encoding="utf-8")
    (place / "providers/corrections/rattelse-1.yaml").unlink()
    loaded = load(place / "providers", place / "content", DAY, today=DAY)
    assert loaded.registry is not None, loaded.problems
    maker = Maker(loaded.registry)
    return [event.text for event in case_view(maker, loaded.registry.get(Kind.CASES, "exempelarende")).timeline]


@pytest.mark.parametrize(
    ("kind", "grade", "said", "words"),
    [
        ("allegation", "C", "by: [exempelbladet]", "Påstående, Exempelbladet"),
        ("allegation", "C", "attribution: en deltagare", "Påstående, en deltagare"),
        ("finding", "B", "by: [exempelmyndigheten]", "Konstaterat av Exempelmyndigheten"),
        ("finding", "C", "by: [exempelbladet]", "Konstaterat, enligt Exempelbladet"),
        ("finding", "C", "by: [exempelmyndigheten, exempelbladet]", "Konstaterat av Exempelmyndigheten, enligt Exempelbladet"),
        ("measure_taken", "C", "by: [exempelbladet]", "Åtgärd, enligt Exempelbladet"),
        ("measure_taken", "C", "attribution: kommunen", "Åtgärd av kommunen, enligt Exempelbladet"),
    ],
)
def test_a_medium_has_neither_found_nor_done_what_it_tells(tmp_path: Path, kind: str, grade: str, said: str, words: str) -> None:
    assert words in events(tmp_path, kind=kind, grade=grade, said=said)


@pytest.mark.parametrize(("second", "first"), [("2024", False), ("2024-03", False), ("2024-02", True), ("2024-02-29", True), ("2023", True)])
def test_what_only_has_a_year_or_a_month_comes_last_in_it(tmp_path: Path, second: str, first: bool) -> None:
    found = events(tmp_path, second=second, other="finding")
    assert (found[0] == "Konstaterat av Exempelmyndigheten") is first
    assert "Konstaterat av Exempelmyndigheten" in found
    assert found[-1] == "Vi frågade Exempel AB"


def test_background_is_nothing_that_happened(tmp_path: Path) -> None:
    assert events(tmp_path) == ["Påstående, Exempelbladet", "Vi frågade Exempel AB"]


def test_the_time_that_the_matter_is_about_is_an_event(tmp_path: Path) -> None:
    assert events(tmp_path, second="2024-03-01", more="date_to: 2025\n")[-2:] == ["Det som ärendet gäller", "Vi frågade Exempel AB"]
    assert "Det som ärendet gäller" not in events(tmp_path / "utan")
