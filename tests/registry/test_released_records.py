"""What has been released and then changes needs a correction: the rules, on the valid records that all cases build on."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from conftest import AS_OF, ROOT

from generator.problems import Problem
from generator.records.models import Kind
from generator.records.reader import Root, read_record
from generator.registry.loading import load
from generator.registry.registry import Registry
from generator.registry.released import Meaning, format_released, meanings

DAY = date.fromisoformat(AS_OF)
BASE = ROOT / "tests/cases/base"


CONTRACT = """  - id: avtal-2022
    buyer: exempelmyndigheten
    programme: exempelprogrammet
    from: 2022
    to: 2024
"""
CORRECTION = """target: {target}
published_on: 2026-11-20
was: Avtalet gick ut 2023.
now: Avtalet gick ut 2024.
why: Vi läste fel.
noticed_by: editor
"""


class Desk:
    """A copy of the valid records, all released."""

    def __init__(self, folder: Path) -> None:
        shutil.copytree(BASE, folder, dirs_exist_ok=True)
        self.folder = folder
        registry = self.load().registry
        assert registry is not None
        self.release(registry)

    def load(self) -> Any:
        return load(self.folder / "providers", self.folder / "content", DAY, today=DAY)

    def load_anyway(self) -> Registry:
        """The records as they are, as if nothing had been released."""
        self.write("released.txt", "")
        registry = self.load().registry
        assert registry is not None
        return registry

    def release(self, registry: Registry) -> None:
        found: dict[str, Meaning | None] = {u: m for d in registry.documents.values() for u, m in meanings(d).items()}
        self.write("released.txt", format_released(registry.released.units | found, registry.released.day))
        self.write("published-ids.txt", "".join(f"{key}\n" for key in sorted({*registry.documents, "profiles/gammalt-exempel"})))

    def write(self, name: str, text: str) -> None:
        (self.folder / "providers" / name).write_text(text, encoding="utf-8")

    def edit(self, name: str, *changes: tuple[str, str]) -> None:
        text = (self.folder / "providers" / name).read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        self.write(name, text)

    def problems(self) -> list[tuple[str, str]]:
        found: list[Problem] = self.load().problems
        return [(p.code, p.params.get("unit") or p.params.get("fields") or "") for p in found]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


PROFILE = "profiles/exempel-ab.yaml"


def test_released_records_have_no_problems(desk: Desk) -> None:
    assert desk.problems() == []


@pytest.mark.parametrize("target", ["profiles/exempel-ab#avtal-2022", "profiles/exempel-ab"])
def test_a_new_correction_of_the_part_or_of_the_record_excuses_the_change_once(desk: Desk, target: str) -> None:
    desk.edit(PROFILE, ("to: 2024", "to: 2023"))
    assert desk.problems() == [("I19a", "profiles/exempel-ab#avtal-2022")]
    desk.write("corrections/rattelse-2.yaml", CORRECTION.format(target=target))
    loaded = desk.load()
    assert loaded.problems == ()
    desk.release(loaded.registry)
    desk.edit(PROFILE, ("to: 2023", "to: 2022"))
    assert desk.problems() == [("I19a", "profiles/exempel-ab#avtal-2022")]


@pytest.mark.parametrize("target", ["profiles/exempel-ab#period-2026", "profiles/andra-exempel", "cases/exempelarende"])
def test_a_correction_of_something_else_excuses_nothing(desk: Desk, target: str) -> None:
    desk.edit(PROFILE, ("to: 2024", "to: 2023"))
    desk.write("corrections/rattelse-2.yaml", CORRECTION.format(target=target))
    # What it is of means what it did, so it corrects nothing either.
    assert desk.problems() == [("I19f", target), ("I19a", "profiles/exempel-ab#avtal-2022")]


def test_a_part_that_goes_needs_a_correction_and_its_name_is_not_free_again(desk: Desk) -> None:
    text = (desk.folder / "providers" / PROFILE).read_text(encoding="utf-8")
    desk.write(PROFILE, text[: text.index("contracts:")])
    assert desk.problems() == [("I19b", "profiles/exempel-ab#avtal-2022")]
    desk.write("corrections/rattelse-2.yaml", CORRECTION.format(target="profiles/exempel-ab#avtal-2022"))
    assert desk.problems() == []
    desk.edit("released.txt", *[(line, "profiles/exempel-ab#avtal-2022 null") for line in desk_line(desk, "profiles/exempel-ab#avtal-2022")])
    desk.edit("released.txt", ("corrections/rattelse-1 ", "corrections/rattelse-2 null\ncorrections/rattelse-1 "))
    desk.write("published-ids.txt", (desk.folder / "providers/published-ids.txt").read_text(encoding="utf-8") + "corrections/rattelse-2\n")
    desk.write(PROFILE, text)
    assert ("I19a", "profiles/exempel-ab#avtal-2022") in desk.problems()


def desk_line(desk: Desk, unit: str) -> list[str]:
    text = (desk.folder / "providers/released.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.startswith(f"{unit} ")]


def test_news_needs_no_correction(desk: Desk) -> None:
    desk.edit(
        PROFILE,
        ("legal_form: limited_company", "legal_form: limited_company\nlegal_name: Exempel AB\naliases: [Exempel]"),
        ("    to: 2024\n", "    to: 2024\n    note: Avtalet förlängdes inte.\n"),
    )
    desk.edit("cases/exempelarende.yaml", ("asked_on: 2026-02-02", "asked_on: 2026-02-02\n      answered_on: 2026-02-20"))
    desk.edit(
        "profiles/andra-exempel.yaml",
        ("summary:", "places:\n  - municipality: 1880\n    sources:\n      - source: exempelbladet-2024\n        locator: hela\nsummary:"),
    )
    assert desk.problems() == []


def test_a_reply_that_comes_after_its_time_is_news(desk: Desk) -> None:
    desk.edit("cases/exempelarende.yaml", ("state: declined", "state: no_answer_in_time\n      deadline: 2026-02-20"))
    desk.write("corrections/rattelse-2.yaml", CORRECTION.format(target="cases/exempelarende#part-exempel-ab"))
    desk.release(desk.load().registry)
    desk.edit("cases/exempelarende.yaml", ("state: no_answer_in_time", "state: replied\n      answered_on: 2026-03-01\n      text: Vi höll alla möten."))
    assert desk.problems() == []


SECOND = "  - provider: andra-exempel\n    procedure: closed\n    outcome: unknown\n    reply:\n      state: declined\n      asked_on: 2026-02-02\nstatements:"
ABOUT = ("    kind: allegation\n", "    kind: allegation\n    about: [exempel-ab]\n")


def test_another_party_is_news_but_to_say_of_it_what_was_said_of_the_first_is_a_change(desk: Desk) -> None:
    desk.edit("cases/exempelarende.yaml", ("statements:", SECOND))
    assert desk.problems() == [("I19a", "cases/exempelarende#anmalan")]
    desk.edit("cases/exempelarende.yaml", ABOUT)
    assert desk.problems() == []


def test_to_say_of_one_party_what_was_said_of_all_is_a_change(desk: Desk) -> None:
    desk.edit("cases/exempelarende.yaml", ("statements:", SECOND))
    desk.release(desk.load_anyway())
    desk.edit("cases/exempelarende.yaml", ABOUT)
    assert desk.problems() == [("I19a", "cases/exempelarende#anmalan")]


def test_a_merged_record_is_the_one_that_it_was_merged_into(desk: Desk) -> None:
    """References follow the redirect, and so does a party: the tombstone has told of the change."""
    desk.edit("cases/exempelarende.yaml", ("statements:", SECOND), ("    kind: allegation\n", "    kind: allegation\n    about: [andra-exempel, exempel-ab]\n"))
    desk.release(desk.load_anyway())
    (desk.folder / "providers/profiles/andra-exempel.yaml").rename(desk.folder / "providers/profiles/andra-namnet.yaml")
    desk.write("tombstones/andra-exempel.yaml", "was: profiles\nremoved_on: 2026-11-20\nreason: merged\ntext: Nytt namn.\nredirect: profiles/andra-namnet\n")
    desk.edit("cases/exempelarende.yaml", ("andra-exempel", "andra-namnet"))
    assert desk.problems() == []


def test_a_correction_never_changes_even_when_another_tells_of_it(desk: Desk) -> None:
    desk.edit("corrections/rattelse-1.yaml", ("två kontor", "fyra kontor"))
    desk.write("corrections/rattelse-2.yaml", CORRECTION.format(target="corrections/rattelse-1"))
    assert desk.problems() == [("I19d", "now")]


def test_a_correction_may_name_what_has_been_removed_since(desk: Desk) -> None:
    desk.write(
        "corrections/rattelse-2.yaml", CORRECTION.format(target="profiles/gammalt-exempel").replace("Vi läste fel.", "Se [posten](profiles/gammalt-exempel).")
    )
    assert desk.problems() == []
    desk.edit("profiles/andra-exempel.yaml", ("summary: ", "summary: Se [posten](profiles/gammalt-exempel). "))
    assert [code for code, _ in desk.problems()] == ["I19a", "L03"]


def test_a_draft_that_stands_in_for_a_released_record_is_not_compared(desk: Desk) -> None:
    draft = desk.folder / "intake/profiles/exempel-ab.yaml"
    draft.parent.mkdir(parents=True)
    draft.write_text((desk.folder / "providers" / PROFILE).read_text(encoding="utf-8").replace("to: 2024", "to: 2023"), encoding="utf-8")
    loaded = load(desk.folder / "providers", desk.folder / "content", DAY, today=DAY, intake=desk.folder / "intake")
    assert loaded.problems == ()


def test_the_corrections_that_are_asked_for_have_free_names_that_can_be_ids(desk: Desk) -> None:
    long = "a" * 40 + "-" + "b" * 39
    lines = [f"profiles/exempel-ab#{long}-{number} {{}}" for number in range(12)] + ["profiles/exempel-ab#avtal-1 {}"]
    desk.write("released.txt", "\n".join([*(desk.folder / "providers/released.txt").read_text(encoding="utf-8").splitlines(), *lines]) + "\n")
    desk.write(f"corrections/{AS_OF}-exempel-ab-avtal-1.yaml", CORRECTION.format(target="profiles/andra-exempel"))
    files = [p.params["correction"].rpartition("/")[2].removesuffix(".yaml") for p in desk.load().problems if p.code == "I19b"]
    assert len(set(files)) == len(files) == 13
    assert f"{AS_OF}-exempel-ab-avtal-1-2" in files
    from generator.records.identifiers import is_record_id

    assert [name for name in files if not is_record_id(name)] == []


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_record_that_is_asked_for_is_one_when_its_empty_fields_are_filled_in(desk: Desk, lang: Any) -> None:
    desk.edit(PROFILE, ("to: 2024", "to: 2023"))
    problem = next(p for p in desk.load().problems)
    _, _, asked = problem.hint(lang).partition("\n")
    document, problems = read_record(asked.encode(), Kind.CORRECTIONS, "x", Root.PUBLIC, "x.yaml")
    assert [p.code for p in problems] == ["Y10", "Y10", "Y10"]
    filled = asked.replace("was:", "was: ett").replace("now:", "now: två").replace("why:", "why: tre")
    document, problems = read_record(filled.encode(), Kind.CORRECTIONS, "x", Root.PUBLIC, "x.yaml")
    assert problems == []
    assert document is not None
    assert document.record.target == "profiles/exempel-ab#avtal-2022"


CHANGES: dict[str, Callable[[Desk], None]] = {
    "website": lambda desk: desk.edit(PROFILE, ("https://exempel-ab.example/", "https://www.exempel-ab.example/nytt")),
    "phone": lambda desk: desk.edit(PROFILE, ("08-12 34 56", "08-12 34 57")),
    "locator": lambda desk: desk.edit(PROFILE, ("locator: listan", "locator: listan, sidan 2")),
    "checked_on": lambda desk: desk.edit(PROFILE, ("checked_on: 2026-10-01", "checked_on: 2026-11-01")),
    "address of a source": lambda desk: desk.edit(
        "sources/exempelbladet-2024.yaml", ("/coacher-granskas", "/arkiv/coacher-granskas"), ("read: full", "read: excerpt")
    ),
    "order of sources": lambda desk: desk.edit(
        PROFILE, ("summary: Exempel AB coachar arbetssökande. ", "summary: >-\n  Exempel AB coachar\n  arbetssökande. ")
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_upkeep_needs_no_correction(desk: Desk, change: str) -> None:
    CHANGES[change](desk)
    assert desk.problems() == []
