"""The commands publish and rollback, as those who publish meet them."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result
from site_made import built, current

from generator.cli import main


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments])


def test_a_site_is_published_and_the_command_says_what_leads_where(tmp_path: Path) -> None:
    output, site = built(tmp_path / "output"), tmp_path / "site"
    first = run("publish", str(output), str(site))
    assert first.exit_code == 0, first.output
    name = current(site).resolve().name
    told = first.output.replace("\N{NO-BREAK SPACE}", " ")
    assert f"Publicerat: {site}/current leder till {name}. 5 filer är nya." in told
    assert f"Inget nytt: {name} gällde redan." in run("publish", str(output), str(site)).output


def test_one_goes_back_and_sees_what_there_is(tmp_path: Path) -> None:
    site = tmp_path / "site"
    run("publish", str(built(tmp_path / "a")), str(site))
    first = current(site).resolve().name
    told = run("publish", str(built(tmp_path / "b", **{"index.html": "två"})), str(site)).output.replace("\N{NO-BREAK SPACE}", " ")
    assert "1 fil är ny och 4 är desamma som i den förra versionen." in told
    second = current(site).resolve().name
    assert f"{site}/current leder till {first}." in run("rollback", str(site)).output
    assert run("rollback", str(site), "--list").output.splitlines() == [f"{first} current", second]
    assert f"{site}/current leder till {second}, som fanns redan." in run("publish", str(tmp_path / "b"), str(site)).output


def test_what_cannot_be_done_is_told_in_a_sentence_and_ends_with_one(tmp_path: Path) -> None:
    empty = run("publish", str(tmp_path / "nothing"), str(tmp_path / "site"))
    assert empty.exit_code == 1
    assert "Kör coachkollen build först." in empty.output
    none = run("rollback", str(tmp_path / "site"))
    assert none.exit_code == 1
    assert "är ingen mapp som Coachkollen har publicerat till" in none.output
