"""A build that takes what it can from the last one: the same bytes as a clean build after any edits, and nothing written when nothing is new."""

from __future__ import annotations

import hashlib
import os
import random
import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import pytest
from conftest import AS_OF, LONG, ROOT, coachkollen, on_the

from generator.build.publish import MEMORY

NOTHING_NEW = "Inget har ändrats sedan förra bygget, så inga filer skrevs."


@dataclass
class Project:
    """A whole project of its own, so that also its templates, its code and its catalogues can be edited. day: the day that it is built for."""

    root: Path
    day: date = field(default_factory=lambda: date.fromisoformat(AS_OF))
    chance: random.Random = field(default_factory=random.Random)
    edits: int = 0

    def build(self, output: str = "ut", *more: str) -> str:
        result = coachkollen("build", "--output", output, *more, cwd=self.root, **on_the(self.day.isoformat()))
        assert result.returncode == 0, result.stderr
        return result.stdout

    def tree(self, output: str = "ut") -> dict[str, str]:
        folder = self.root / output
        files = (path for path in folder.rglob("*") if path.is_file() and path.name != MEMORY)
        return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}

    def places(self) -> dict[str, tuple[int, int]]:
        folder = self.root / "ut"
        return {path.relative_to(folder).as_posix(): (path.stat().st_ino, path.stat().st_mtime_ns) for path in folder.rglob("*") if path.is_file()}

    def replace(self, path: str, old: str, new: str) -> None:
        text = (self.root / path).read_text(encoding="utf-8")
        assert old in text, (path, old)
        (self.root / path).write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    for name in ("generator", "theme"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("providers", "content"):
        shutil.copytree(ROOT / "tests/demo" / name, tmp_path / name)
    shutil.copy(ROOT / "pelicanconf.py", tmp_path)
    # What has been released may not change without a correction, and this is about files.
    (tmp_path / "providers/released.txt").write_text("", encoding="utf-8")
    (tmp_path / "providers/published-ids.txt").write_text("", encoding="utf-8")
    return Project(tmp_path)


def add_a_record(project: Project) -> None:
    text = (project.root / "providers/terms/vite.yaml").read_text(encoding="utf-8").replace("name: Vite", f"name: Prövoord {project.edits}")
    (project.root / f"providers/terms/provoord-{project.edits}.yaml").write_text(text, encoding="utf-8")


def rename_a_record(project: Project) -> None:
    add_a_record(project)
    project.build()
    path = project.root / f"providers/terms/provoord-{project.edits}.yaml"
    path.rename(path.with_name(f"omdopt-{project.edits}.yaml"))


def remove_a_record(project: Project) -> None:
    add_a_record(project)
    project.build()
    (project.root / f"providers/terms/provoord-{project.edits}.yaml").unlink()


def change_a_record(project: Project) -> None:
    path = project.chance.choice(["cases/kontroll-2025", "profiles/exempel-ab", "schemes/exempelauktorisation", "bodies/exempelformedlingen"])
    # No source was read after that day, and it is no day to come.
    day = (date.fromisoformat(AS_OF) - timedelta(project.edits)).isoformat()
    file = project.root / f"providers/{path}.yaml"
    lines = file.read_text(encoding="utf-8").split("\n")
    dated = [number for number, line in enumerate(lines) if line.strip().startswith("checked_on:")]
    chosen = project.chance.choice(dated)
    lines[chosen] = f"{lines[chosen].partition(':')[0]}: {day}"
    file.write_text("\n".join(lines), encoding="utf-8")


def change_a_page(project: Project) -> None:
    with (project.root / "content/om.md").open("a", encoding="utf-8") as page:
        page.write(f"\nEn mening till, nummer {project.edits}.\n")


def change_a_template(project: Project) -> None:
    file = project.root / "theme/templates" / project.chance.choice(["base.html", "parts.html", "case.html", "place.html"])
    file.write_text(file.read_text(encoding="utf-8") + f"\n{{# {project.edits} #}}<!-- {project.edits} -->", encoding="utf-8")


def change_a_style(project: Project) -> None:
    sheet = min((project.root / "theme/static/css").glob("*.css"))
    sheet.write_text(f"{sheet.read_text(encoding='utf-8')}\n.provo-{project.edits} {{ color: inherit }}\n", encoding="utf-8")


def change_a_translation(project: Project) -> None:
    project.replace("generator/site/locale/en/LC_MESSAGES/coachkollen.po", 'msgstr "Sources"', f'msgstr "Sources {project.edits}"')
    project.replace("generator/site/locale/en/LC_MESSAGES/coachkollen.po", f'msgstr "Sources {project.edits}"', 'msgstr "Sources"')
    project.replace("generator/site/locale/en/LC_MESSAGES/coachkollen.po", 'msgstr "Corrections"', 'msgstr "Put right"')


def let_a_day_pass(project: Project) -> None:
    project.day += timedelta(1)


def change_the_output(project: Project) -> None:
    pages = sorted((project.root / "ut").rglob("*.html"))
    project.chance.choice(pages).unlink()
    project.chance.choice(pages[:50]).write_text("något annat", encoding="utf-8")
    (project.root / "ut/framling.html").write_text("något eget", encoding="utf-8")


def damage_the_memory(project: Project) -> None:
    memory = project.root / "ut" / MEMORY
    content = bytearray(memory.read_bytes())
    content[project.chance.randrange(len(content))] ^= 0xFF
    memory.write_bytes(content)


EDITS: list[Callable[[Project], None]] = [
    add_a_record, rename_a_record, remove_a_record, change_a_record, change_a_page, change_a_template, change_a_style,
    let_a_day_pass, change_the_output, damage_the_memory,
]  # fmt: skip


@pytest.mark.parametrize("seed", range(24 if LONG else 2))
def test_after_any_edits_the_site_is_the_same_to_the_byte_as_a_clean_build(project: Project, seed: int) -> None:
    project.chance.seed(seed)
    project.build()
    for edit in project.chance.sample(EDITS, 8 if LONG else 5):
        project.edits += 1
        edit(project)
        project.build()
        if LONG:
            shutil.rmtree(project.root / "rent", ignore_errors=True)
            project.build("rent")
            assert project.tree() == project.tree("rent"), edit
    project.build("helt-rent")
    assert project.tree() == project.tree("helt-rent")


def test_each_change_of_the_program_or_the_memory_makes_everything_anew_and_the_same(project: Project) -> None:
    project.build()
    change_a_translation(project)
    assert "Resten är som i förra bygget" not in project.build()
    project.build("rent")
    assert project.tree() == project.tree("rent")


def test_one_two_and_five_processes_give_the_same_bytes(project: Project) -> None:
    for workers in ("1", "2", "5"):
        project.build(f"ut-{workers}", "--workers", workers)
    assert project.tree("ut-1") == project.tree("ut-2") == project.tree("ut-5")


def test_a_build_with_nothing_new_writes_nothing_and_one_with_one_new_page_writes_that(project: Project) -> None:
    first = project.build()
    places = project.places()
    again = project.build()
    assert project.places() == places
    assert again == f"{first}{NOTHING_NEW}\n"
    # Times and what bears no meaning say nothing.
    for path in project.root.rglob("*.yaml"):
        os.utime(path, (0, 0))
    assert project.build() == again
    with (project.root / "providers/terms/vite.yaml").open("a", encoding="utf-8") as record:
        record.write("# En kommentar.\n")
    assert project.build().endswith("Inga filer skrevs eller togs bort. Resten är som i förra bygget.\n")
    assert project.places() == {**places, MEMORY: project.places()[MEMORY]}
    change_a_page(project)
    project.build()
    after = project.places()
    changed = {name for name in after if after[name] != places.get(name)}
    assert {"om/index.html", "manifest.json"} <= changed
    assert len(changed) < 12
    # The file of an older tree is never written into.
    assert after["om/index.html"][0] != places["om/index.html"][0]


def test_explain_says_why_a_page_was_written_or_kept(project: Project) -> None:
    project.build()
    project.replace("providers/bodies/fiktiva-institutet.yaml", "name:", "# \nname:")
    body = project.root / "providers/bodies/fiktiva-institutet.yaml"
    body.write_text(body.read_text(encoding="utf-8").replace("short_name: ", "short_name: Nya "), encoding="utf-8")
    project.build()
    told = {
        page: coachkollen("explain", page, "--output", "ut", cwd=project.root, **on_the(AS_OF)).stdout
        for page in ("/organisation/fiktiva-institutet/", "/markning/exempelauktorisation/")
    }
    assert "senaste bygget: skrevs" in told["/organisation/fiktiva-institutet/"]
    assert "poster som den visar hade ändrats: bodies/fiktiva-institutet" in told["/organisation/fiktiva-institutet/"]
    assert "senaste bygget: fick vara som den var" in told["/markning/exempelauktorisation/"]
    assert "webbplatsen byggdes från början" in told["/markning/exempelauktorisation/"]


def test_the_memory_holds_every_file_and_no_text_that_a_search_could_take_for_something(project: Project) -> None:
    project.build()
    with closing(sqlite3.connect(project.root / "ut" / MEMORY)) as database:
        names = {name for (name,) in database.execute("SELECT name FROM files")}
        rows = database.execute("SELECT sha256 || place || recipe || seen || guard FROM files UNION ALL SELECT value FROM about").fetchall()
    # Chance makes no address and no number of letters alone.
    assert len(rows) > 2000 and all(re.fullmatch("[a-p]+", letters) for (letters,) in rows)
    assert names == project.tree().keys() - {".coachkollen.json"}
    assert coachkollen("scan", "ut", "--data", "providers", cwd=project.root).returncode == 0
