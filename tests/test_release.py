"""`coachkollen release`, and the build that stops when records are gone, as a maintainer meets them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner, Result
from conftest import ON_THE_DAY, ROOT, git

from generator.cli import main
from generator.desk import new_release, release_storing

BASE = ROOT / "tests/cases/base"
NOTHING_NEW = "Inget nytt sedan förra releasen.\n"
TOMBSTONE = "was: {was}\nremoved_on: 2026-11-20\nreason: wrong\ntext: Fel.\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the valid records in a new repository, where the test stands. Nothing is released."""
    folder = tmp_path / "project"
    shutil.copytree(BASE, folder)
    shutil.copy(ROOT / "pelicanconf.py", folder)
    (folder / "theme").symlink_to(ROOT / "theme")
    (folder / "providers/published-ids.txt").unlink()
    git(folder, "init", "-q")
    monkeypatch.chdir(folder)
    return folder


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, env=ON_THE_DAY)


def ledgers(project: Path) -> tuple[str, str]:
    folder = project / "providers"
    return tuple((folder / name).read_text(encoding="utf-8") if (folder / name).exists() else "" for name in ("published-ids.txt", "released.txt"))  # type: ignore[return-value]


def edit(project: Path, name: str, old: str, new: str) -> None:
    path = project / "providers" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def correct(project: Path, name: str, target: str) -> None:
    text = f"target: {target}\npublished_on: 2026-11-21\nwas: Ett.\nnow: Två.\nwhy: Fel.\nnoticed_by: editor\n"
    (project / f"providers/corrections/{name}.yaml").write_text(text, encoding="utf-8")


def commit(project: Path) -> None:
    git(project, "add", "-A")
    git(project, "commit", "-qm", "Release")


def test_the_first_release_stores_every_record_and_every_unit(project: Path) -> None:
    result = run("release")
    assert result.exit_code == 0
    ids, released = ledgers(project)
    records = sorted(f"{path.parent.name}/{path.stem}" for path in project.glob("providers/*/*.yaml"))
    assert ids.splitlines()[0].startswith("# Varje id som har publicerats")
    assert ids.splitlines()[1:] == records
    units = [line.split(" ")[0] for line in released.splitlines()[1:]]
    assert [unit for unit in units if "#" not in unit] == records
    assert {"cases/exempelarende#anmalan", "cases/exempelarende#part-exempel-ab", "profiles/exempel-ab#avtal-2022"} <= set(units)
    assert result.stdout.startswith(f"Nya poster ({len(records)}):\n  bodies/exempelbladet\n")
    assert result.stdout.endswith("Sparat i releases/2026-11-21, providers/released.txt och providers/published-ids.txt. Lägg in dem i git.\n")


def test_done_twice_it_changes_nothing(project: Path) -> None:
    run("release")
    before = ledgers(project)
    result = run("release")
    assert result.stdout == f"Oförändrade uppgifter: {len(before[1].splitlines()) - 2}.\n{NOTHING_NEW}"
    assert ledgers(project) == before
    assert [path.name for path in (project / "providers").iterdir() if path.name.startswith(".")] == []


def test_a_dry_run_tells_the_same_and_writes_nothing(project: Path) -> None:
    planned = run("release", "--dry-run")
    assert planned.exit_code == 0
    assert ledgers(project) == ("", "")
    assert planned.stdout.endswith("Inget har skrivits.\n")
    done = run("release")
    assert done.stdout.splitlines()[:-1] == planned.stdout.splitlines()[:-1]


def test_a_release_with_errors_writes_nothing(project: Path) -> None:
    edit(project, "profiles/exempel-ab.yaml", "website:", "webbsite:")
    result = run("release")
    assert result.exit_code == 1
    assert "error[T02]" in result.stderr
    assert result.stderr.endswith("Inget har skrivits: rätta felen ovan.\n")
    assert ledgers(project) == ("", "")


def test_a_release_is_always_for_today(project: Path) -> None:
    result = run("release", "--as-of", "2026-11-20")
    assert result.exit_code == 2
    assert ledgers(project) == ("", "")


def test_a_change_is_released_with_its_correction_and_news_without(project: Path) -> None:
    run("release")
    edit(project, "profiles/exempel-ab.yaml", "to: 2024", "to: 2023")
    edit(project, "profiles/andra-exempel.yaml", "summary:", "legal_form: limited_company\nsummary:")
    assert run("release").exit_code == 1
    correct(project, "rattelse-2", "profiles/exempel-ab#avtal-2022")
    result = run("release")
    assert result.exit_code == 0, result.stderr
    lines = result.stdout.splitlines()
    assert lines[:6] == [
        "Nya poster (1):", "  corrections/rattelse-2",
        "Uppgifter som säger mer (1):", "  profiles/andra-exempel",
        "Ändrade uppgifter (1):", "  profiles/exempel-ab#avtal-2022",
    ]  # fmt: skip
    assert run("check").stdout.startswith("Alla ")
    assert run("release").stdout.endswith(NOTHING_NEW)


def test_a_part_that_was_taken_away_keeps_its_name_and_may_not_come_back_unsaid(project: Path) -> None:
    run("release")
    profile = project / "providers/profiles/exempel-ab.yaml"
    text = profile.read_text(encoding="utf-8")
    profile.write_text(text[: text.index("contracts:")], encoding="utf-8")
    correct(project, "rattelse-2", "profiles/exempel-ab#avtal-2022")
    result = run("release")
    assert "Borttagna uppgifter (1):\n  profiles/exempel-ab#avtal-2022\n" in result.stdout
    assert "\nprofiles/exempel-ab#avtal-2022 null\n" in ledgers(project)[1]
    assert run("release").stdout.endswith(NOTHING_NEW)
    profile.write_text(text, encoding="utf-8")
    assert "error[I19a] Det som har publicerats i profiles/exempel-ab#avtal-2022 har ändrats" in run("check").stdout
    correct(project, "rattelse-3", "profiles/exempel-ab#avtal-2022")
    assert run("release").exit_code == 0
    assert run("check").exit_code == 0


def test_a_removed_record_leaves_its_id_and_its_tombstone_but_none_of_its_parts(project: Path) -> None:
    run("release")
    commit(project)
    (project / "providers/cases/exempelarende.yaml").unlink()
    (project / "providers/tombstones/exempelarende.yaml").write_text(TOMBSTONE.format(was="cases"), encoding="utf-8")
    result = run("release")
    assert result.exit_code == 0, result.stderr
    ids, released = ledgers(project)
    assert "cases/exempelarende\n" in ids
    assert "cases/exempelarende" not in released
    commit(project)
    assert run("check").stdout.startswith("Alla ")


def test_a_removed_record_that_comes_back_answers_for_its_old_tombstone(project: Path) -> None:
    run("release")
    case = project / "providers/cases/exempelarende.yaml"
    text = case.read_text(encoding="utf-8")
    tombstone = project / "providers/tombstones/exempelarende.yaml"
    case.unlink()
    tombstone.write_text(TOMBSTONE.format(was="cases"), encoding="utf-8")
    assert run("release").exit_code == 0
    tombstone.unlink()
    case.write_text(text, encoding="utf-8")
    assert run("check").stdout.startswith("Alla ")


def test_the_list_of_ids_only_grows_whatever_it_looked_like(project: Path) -> None:
    written = "# Förr.\r\nterms/exempelord\r\n\r\nprofiles/exempel-ab"
    (project / "providers/published-ids.txt").write_bytes(written.encode())
    assert run("release").exit_code == 0
    after = (project / "providers/published-ids.txt").read_bytes().decode()
    assert after.startswith(written.replace("\r\n", "\n") + "\nbodies/exempelbladet\n")
    assert after.count("terms/exempelord") == after.count("profiles/exempel-ab") == 1


def test_nothing_of_the_private_drafts_is_released(project: Path) -> None:
    draft = project / "intake/profiles/exempel-ab.yaml"
    draft.parent.mkdir(parents=True)
    shutil.copy(project / "providers/profiles/exempel-ab.yaml", draft)
    shutil.copy(draft, draft.with_name("hemligt-exempel.yaml"))
    assert run("release").exit_code == 0
    assert "hemligt" not in "".join(ledgers(project))


@pytest.mark.parametrize("module", [release_storing, new_release], ids=["ledgers", "release"])
@pytest.mark.parametrize("what", ["write_tree_atomically", "write_atomically", "finish_stored"])
def test_a_write_that_fails_half_way_leaves_the_old_ledger_and_the_next_release_says_all_once(
    project: Path, monkeypatch: pytest.MonkeyPatch, module: ModuleType, what: str
) -> None:
    run("release")
    before = ledgers(project)
    edit(project, "profiles/andra-exempel.yaml", "summary:", "legal_form: limited_company\nsummary:")

    def full(path: Path, *_: object, **__: object) -> None:
        raise OSError(28, "No space left on device", str(path))

    with monkeypatch.context() as patch:
        patch.setattr(module, what, full, raising=False)
        result = run("release")
    if result.exit_code:
        assert result.stderr.splitlines()[-1].startswith("Det gick inte: disken är full")
        assert ledgers(project) == before
    assert run("check").exit_code == 0
    assert [path.name for path in (project / "releases").iterdir() if path.name.startswith(".")] == []
    again = run("release")
    assert again.exit_code == 0
    assert ("avbröts förra gången. Nu är den klar." in again.stdout) == (module is release_storing and what == "finish_stored")
    told = [json.loads(path.read_text(encoding="utf-8"))["units"] for path in sorted((project / "releases").glob("*/release.json"))]
    assert [unit["unit"] for units in told[1:] for unit in units] == ["profiles/andra-exempel"]
    assert run("release").stdout.endswith(NOTHING_NEW)


def remove_many(folder: Path) -> None:
    """As if the last release had had forty records more, which all have tombstones now."""
    for name in (f"borta-{number}" for number in range(40)):
        (folder / f"tombstones/{name}.yaml").write_text(TOMBSTONE.format(was="sources"), encoding="utf-8")
        for ledger, line in (("published-ids.txt", f"sources/{name}\n"), ("released.txt", f"sources/{name} {{}}\n")):
            with (folder / ledger).open("a", encoding="utf-8") as file:
                file.write(line)


def test_a_build_with_far_fewer_records_than_the_last_release_stops_until_it_is_allowed(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tests/demo", tmp_path / "demo")
    providers = tmp_path / "demo/providers"
    remove_many(providers)
    arguments = ("--data", str(providers), "--content", str(tmp_path / "demo/content"))
    build = ("build", *arguments, "--config", str(ROOT / "pelicanconf.py"), "--output", str(tmp_path / "output"))
    checked = run("check", *arguments)
    assert checked.exit_code == 0
    assert "warning[I26b] Av 161 poster vid förra releasen saknas 40. Bygget stannar.\n  hint: Är det meningen, bygg med --allow-fewer." in checked.stdout
    stopped = run(*build)
    assert stopped.exit_code == 1
    assert "warning[I26b]" in stopped.stderr
    assert stopped.stderr.endswith("Inget har skrivits: för många poster saknas.\n")
    assert not (tmp_path / "output").exists()
    assert run(*build, "--lang", "en").stderr.endswith("Nothing was written: too many records are gone.\n")
    assert run(*build, "--allow-fewer").exit_code == 0
    assert (tmp_path / "output/kalla/borta-7/index.html").is_file()


def test_release_does_not_forget_that_many_records_are_gone(project: Path) -> None:
    run("release")
    remove_many(project / "providers")
    before = ledgers(project)
    result = run("release")
    assert result.exit_code == 1
    assert result.stderr.endswith("Inget har skrivits: för många poster saknas.\n")
    assert ledgers(project) == before
    assert run("release", "--allow-fewer").exit_code == 0
    assert run("release").exit_code == 0
