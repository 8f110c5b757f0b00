import filecmp
import os
import subprocess
import sys
from pathlib import Path

from conftest import ON_THE_DAY

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


def test_a_theme_override_is_respected(project: Path) -> None:
    override = project / "egna-mallar"
    override.mkdir()
    (override / "profile.html").write_text("egen mall för {{ view.name }}", encoding="utf-8")
    with (project / "pelicanconf.py").open("a", encoding="utf-8") as settings:
        settings.write(f"\nTHEME_TEMPLATES_OVERRIDES = [{str(override)!r}]\n")
    assert pelican(project).returncode == 0
    profile = next((project / "output/leverantor").glob("*/index.html"))
    assert profile.read_text(encoding="utf-8").startswith("egen mall för ")


def test_markdown_pages_link_to_records_and_records_to_pages(project: Path) -> None:
    profile = sorted((project / "providers/profiles").glob("*.yaml"))[0].stem
    (project / "content/lank.md").write_text(f"Title: Länk\nSlug: lank\n\n[posten]({{filename}}/profiles/{profile})\n", encoding="utf-8")
    assert pelican(project).returncode == 0
    assert f'href="/leverantor/{profile}/"' in (project / "output/lank/index.html").read_text(encoding="utf-8")
