import filecmp
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ON_THE_DAY

from generator.records.deny_list import add_to_deny_list

PELICAN = [sys.executable, "-m", "pelican"]


def pelican(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | ON_THE_DAY
    return subprocess.run([*PELICAN, "content", *arguments], cwd=project, env=environment, capture_output=True, text=True, check=False)


def files(folder: Path) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file() and not p.name.startswith(".")}


def test_plain_pelican_gives_the_same_site_as_coachkollen_build(project: Path, demo_site: Path) -> None:
    result = pelican(project)
    assert result.returncode == 0, result.stderr
    output = project / "output"
    assert files(output) == files(demo_site)
    _, different, unreadable = filecmp.cmpfiles(output, demo_site, sorted(files(output)), shallow=False)
    assert (different, unreadable) == ([], [])


def test_a_wrong_record_stops_pelican_before_anything_is_written(project: Path) -> None:
    broken = next((project / "providers/profiles").glob("*.yaml"))
    broken.write_text(broken.read_text(encoding="utf-8") + "hittepå: ja\n", encoding="utf-8")
    result = pelican(project)
    assert result.returncode != 0
    assert f"providers/profiles/{broken.name}" in result.stderr
    assert "error[T02]" in result.stderr
    assert "Traceback" not in result.stderr + result.stdout
    assert not (project / "output").exists() or not files(project / "output")


def test_far_fewer_records_than_the_last_release_stop_pelican_too(project: Path) -> None:
    tombstone = "was: sources\nremoved_on: 2026-11-20\nreason: wrong\ntext: Fel.\n"
    for name in (f"borta-{number}" for number in range(40)):
        (project / f"providers/tombstones/{name}.yaml").write_text(tombstone, encoding="utf-8")
        for ledger, line in (("published-ids.txt", f"sources/{name}\n"), ("released.txt", f"sources/{name} {{}}\n")):
            with (project / "providers" / ledger).open("a", encoding="utf-8") as file:
                file.write(line)
    result = pelican(project)
    assert result.returncode != 0
    assert result.stderr.endswith("Inget har skrivits: för många poster saknas.\n")
    with (project / "pelicanconf.py").open("a", encoding="utf-8") as settings:
        settings.write("\nCOACHKOLLEN_ALLOW_FEWER = True\n")
    assert pelican(project).returncode == 0


def test_a_plugin_that_fails_gives_a_non_zero_exit(project: Path) -> None:
    (project / "trasig.py").write_text("def register():\n    raise RuntimeError('trasig')\n", encoding="utf-8")
    with (project / "pelicanconf.py").open("a", encoding="utf-8") as settings:
        settings.write("\nPLUGINS = ['trasig', 'generator.plugin']\n")
    assert pelican(project, "--fatal=errors").returncode != 0


FAIR = '{% extends "!theme/profile.html" %}{% block description %}WORDS {{ view.name }}{% endblock %}'


def override_profiles(project: Path, template: str) -> None:
    override = project / "egna-mallar"
    override.mkdir()
    (override / "profile.html").write_text(template, encoding="utf-8")
    with (project / "pelicanconf.py").open("a", encoding="utf-8") as settings:
        settings.write(f"\nTHEME_TEMPLATES_OVERRIDES = [{str(override)!r}]\n")


def test_a_theme_override_is_respected(project: Path) -> None:
    override_profiles(project, FAIR.replace("WORDS", "egen mall för"))
    result = pelican(project)
    assert result.returncode == 0, result.stderr
    assert "egen mall för Exempel Jobb AB" in (project / "output/leverantor/exempel-ab/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("template", "code"),
    [("egen mall för {{ view.name }}", "I26c"), (FAIR.replace("WORDS", "egen@mall.example"), "B06")],
    ids=["drops what is said", "shows what is private"],
)
def test_a_site_that_is_unfair_or_private_fails_when_it_is_written(project: Path, template: str, code: str) -> None:
    override_profiles(project, template)
    result = pelican(project)
    assert result.returncode == 1
    assert f"error[{code}]" in result.stderr
    assert result.stderr.endswith("\nPublicera inte output: webbplatsen är skriven, men har felen ovan.\n")
    assert "Traceback" not in result.stderr + result.stdout


def test_the_deny_list_is_searched_for_by_pelican_too(project: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = tmp_path_factory.mktemp("privat") / "lista.txt"
    add_to_deny_list(listed, ["Läget den 21 november"])
    monkeypatch.setenv("COACHKOLLEN_DENYLIST", str(listed))
    result = pelican(project)
    assert result.returncode == 1
    assert "error[B05]" in result.stderr
    assert "Läget den 21 november" not in result.stderr


def test_markdown_pages_link_to_records_and_records_to_pages(project: Path) -> None:
    profile = sorted((project / "providers/profiles").glob("*.yaml"))[0].stem
    (project / "content/lank.md").write_text(f"Title: Länk\nSlug: lank\n\n[posten]({{filename}}/profiles/{profile})\n", encoding="utf-8")
    assert pelican(project).returncode == 0
    assert f'href="/leverantor/{profile}/"' in (project / "output/lank/index.html").read_text(encoding="utf-8")
