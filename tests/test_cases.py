"""Every problem code on wrong records: what an editor sees, to the letter.

`tests/cases/<CODE>-<what>/` holds the wrong files of one case, laid over the valid records in
`tests/cases/base/`, and what `check` must say about them: `expected.txt` in Swedish and
`expected.en.txt` in English. A `tree/` in a case is a built site instead, a `copy/` a copy of one, and a `svar.txt` a form that
a provider has sent back, and a `pelicanconf.txt` settings. What cannot lie in git,
such as a symbolic link or half a character, is made by a function in `made_cases.py`.

A missing expected file is written, and its test fails: read it as an editor would, then keep it.
"""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from made_cases import DENY_LIST, FORM, MADE, SETTINGS, without_libyaml

from generator.build.scan import scan
from generator.build.settings import read_settings
from generator.build.tree import check_tree
from generator.desk.reply_reading import read_form
from generator.desk.verification import verify_folder
from generator.problem_catalogue import CATALOGUE
from generator.problems import Language, Problem, format_problems
from generator.records.reader import Root
from generator.registry.files import read_root
from generator.registry.loading import load
from generator.registry.registry import declared_contacts
from generator.site.expectations import Expected

CASES = Path(__file__).parent / "cases"
BASE = CASES / "base"
AS_OF = date(2026, 11, 21)
EXPECTED: dict[Language, str] = {"sv": "expected.txt", "en": "expected.en.txt"}
NAME = re.compile(r"(?P<code>[A-Z][0-9]{2}[a-z]?)(?:-[a-z0-9]+)+")

# The cases about what git remembers. The others are checked as if nobody asked it.
WITH_HISTORY = {"I17e-line-lost", "I17f-no-repository", "I17g-stored-page-changed", "I19e-line-lost"}

# The cases about pages that the site links to. The others are checked as if it linked to none.
WHOLE_SITE = {"P08-removed", "P08-another-slug", "P09-not-in-english"}

# The folder that the built site of a case is made for; the others lie at the top of their host.
BASE_PATHS = {"B01-outside-the-base-path": "/sajt"}

FOLDERS = {path.name for path in CASES.iterdir() if path.is_dir()} - {BASE.name}
NAMES = sorted(FOLDERS | MADE.keys())


def code_of(name: str) -> str:
    match = NAME.fullmatch(name)
    return match["code"] if match else ""


def expected_marks(file: Path) -> list[Expected]:
    """What must stand on a case's pages: code, address, attribute and value on each line."""
    return [Expected(*line.split(maxsplit=3)) for line in file.read_text(encoding="utf-8").splitlines()] if file.exists() else []


def problems_of(name: str, place: Path, monkeypatch: pytest.MonkeyPatch) -> list[Problem]:
    """What is wrong in a case, found in a copy of it."""
    shutil.copytree(BASE, place, dirs_exist_ok=True)
    if name in FOLDERS:
        shutil.copytree(CASES / name, place, ignore=shutil.ignore_patterns("expected.*txt"), dirs_exist_ok=True)
    monkeypatch.chdir(place)
    if name in MADE:
        MADE[name](monkeypatch)
    if Path("tree").is_dir():
        contacts = declared_contacts(read_root(Path("providers"), Root.PUBLIC, "providers").documents)
        expected = expected_marks(Path("expected-marks.txt"))
        return [*check_tree(Path("tree"), BASE_PATHS.get(name, ""), expected), *scan(Path("tree"), contacts, DENY_LIST).problems]
    if Path("copy").is_dir():
        signers, not_before = Path("signers"), Path("not-before")
        wanted = date.fromisoformat(not_before.read_text(encoding="utf-8").strip()) if not_before.is_file() else None
        return verify_folder(Path("copy"), signers.read_bytes() if signers.is_file() else None, not_before=wanted)[1]
    if SETTINGS.is_file():
        return list(read_settings(SETTINGS.rename("pelicanconf.py")).problems)
    if FORM.is_file():
        registry = load(Path("providers"), Path("content"), AS_OF).registry
        assert registry is not None
        return list(read_form(FORM.read_bytes(), FORM.name, registry)[1])
    intake = Path("intake")
    remembered = name in WITH_HISTORY
    private = intake if intake.is_dir() else None
    whole = name in WHOLE_SITE
    return list(load(Path("providers"), Path("content"), AS_OF, intake=private, with_history=remembered, whole_site=whole, deny_list=DENY_LIST).problems)


def test_every_code_has_a_case_and_every_case_a_code() -> None:
    assert {code_of(name) for name in NAMES} == CATALOGUE.keys()


def test_every_table_here_names_a_case() -> None:
    assert BASE_PATHS.keys() <= FOLDERS
    assert MADE.keys() >= WITH_HISTORY
    assert MADE.keys() >= WHOLE_SITE


def test_the_records_that_all_cases_build_on_are_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert problems_of(BASE.name, tmp_path, monkeypatch) == []
    assert len(list(Path("providers").rglob("*.yaml"))) > 10


@pytest.mark.parametrize("name", NAMES)
def test_case(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    problems = problems_of(name, tmp_path, monkeypatch)
    texts = {CASES / name / file: format_problems(problems, "text", lang) + "\n" for lang, file in EXPECTED.items()}
    for path, text in texts.items():
        if not path.exists():
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(text.encode())
            pytest.fail(f"{path} was missing and has been written: read it, then run again")
        assert text == path.read_bytes().decode()
    assert code_of(name) in {problem.code for problem in problems}


# PyYAML's own parser takes half a character for a character, and so it is a forbidden one.
@pytest.mark.parametrize("name", [n for n in NAMES if n.startswith("Y") and n not in ("Y13-no-libyaml", "Y01-half-character-as-escape")])
def test_case_without_libyaml(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_libyaml = problems_of(name, tmp_path / "with", monkeypatch)
    without_libyaml(monkeypatch)
    without = problems_of(name, tmp_path / "without", monkeypatch)
    assert [(p.code, p.line) for p in without if p.code != "Y13"] == [(p.code, p.line) for p in with_libyaml]
