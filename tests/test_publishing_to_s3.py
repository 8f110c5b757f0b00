"""The commands publish and rollback on an object store, as those who publish meet them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from s3_made import KEY, PLACE, SECRET, Bucket, Kept, in_environment, is_whole, pointer, served
from site_made import built

from generator.build import object_store
from generator.build.object_store import SCHEME, Address, parse_address
from generator.cli import main
from generator.errors import BadUsage


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[Bucket]:
    with served() as made, in_environment(made, monkeypatch):
        yield made


def run(*arguments: str | Path) -> Result:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert SECRET not in result.output and KEY not in result.output
    assert "Traceback" not in result.output and "127.0.0.1" not in result.output
    return result


def said(result: Result) -> str:
    assert result.exit_code == 0, result.output
    return result.stdout.replace("\N{NO-BREAK SPACE}", " ")


def test_a_site_is_published_and_the_command_says_what_leads_where(bucket: Bucket, tmp_path: Path) -> None:
    output = built(tmp_path / "a")
    told = said(run("publish", output, PLACE))
    first = pointer(bucket)["release"]
    assert told == f"Publicerat: {PLACE}/current leder till {first}. 5 filer är nya.\n"
    assert said(run("publish", output, f"{PLACE}/")) == f"Inget nytt: {first} gällde redan.\n"
    told = said(run("publish", built(tmp_path / "b", **{"index.html": "två"}), PLACE, "--keep", "2"))
    second = pointer(bucket)["release"]
    assert told == f"Publicerat: {PLACE}/current leder till {second}. 1 fil är ny och 4 fanns redan i hinken.\n"
    assert is_whole(bucket, tmp_path / "fetched")
    assert said(run("rollback", PLACE)) == f"{PLACE}/current leder till {first}.\n"
    assert said(run("rollback", PLACE, "--list")).splitlines() == [f"{first} current", second]
    assert said(run("rollback", PLACE, "--to", first)) == f"{first} gällde redan.\n"
    assert said(run("publish", tmp_path / "b", PLACE)) == f"{PLACE}/current leder till {second}, som fanns redan.\n"


def test_the_progress_is_told_where_there_is_no_terminal(bucket: Bucket, tmp_path: Path) -> None:
    result = run("publish", built(tmp_path / "a"), PLACE)
    assert result.stderr.splitlines() == ["Skickar filerna …", "Kontrollerar mot manifestet …"]
    assert bucket.objects


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (403, "säger nej. Stämmer nyckeln i AWS_ACCESS_KEY_ID och AWS_SECRET_ACCESS_KEY"),
        (404, "finns inte. Stämmer hinkens namn, AWS_REGION och AWS_ENDPOINT_URL?"),
        (503, "svarade med felet 503. Kör igen om en stund."),
        (400, "svarade med felet 400."),
    ],
)
def test_what_the_store_answers_is_told_in_a_sentence_and_ends_with_one(
    bucket: Bucket, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, status: int, told: str
) -> None:
    monkeypatch.setattr(object_store, "RETRIES", 0)
    output = built(tmp_path / "a")
    bucket.status = status
    result = run("publish", output, PLACE)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines()[-1].startswith(f"{PLACE} ")
    assert told in result.stderr


def test_a_store_that_cannot_be_reached_and_another_ones_bucket_are_told(bucket: Bucket, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(object_store, "RETRIES", 0)
    output = built(tmp_path / "a")
    none = run("publish", output, "s3://en-annan/kollen")
    assert (none.exit_code, "s3://en-annan/kollen finns inte." in none.output) == (1, True)
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "nagon-annans")
    assert "säger nej" in run("rollback", PLACE).output
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    assert "gick inte att nå" in run("publish", output, PLACE).output
    monkeypatch.delenv("AWS_ALLOW_HTTP")
    assert "gick inte att nå" in run("publish", output, PLACE).output
    assert bucket.objects == {}


def test_what_cannot_be_done_is_told_in_a_sentence(bucket: Bucket, tmp_path: Path) -> None:
    assert "Kör coachkollen build först." in run("publish", tmp_path / "nothing", PLACE).output
    nothing = run("rollback", PLACE)
    assert (nothing.exit_code, nothing.stderr) == (1, f"{PLACE} är ingen plats som Coachkollen har publicerat till.\n")
    assert run("rollback", PLACE, "--list").exit_code == 1
    bucket.objects["kollen/current"] = Kept(b"hej")
    assert "är ingen pekare från Coachkollen" in run("publish", built(tmp_path / "a"), PLACE).output


@pytest.mark.parametrize("command", ["publish", "rollback", "rollback --list"])
def test_without_the_library_the_command_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    monkeypatch.setitem(sys.modules, "obstore", None)
    name, *options = command.split()
    result = run(name, *([built(tmp_path / "a")] if name == "publish" else []), PLACE, *options)
    assert (result.exit_code, result.stderr) == (2, "För s3:// behövs paketet obstore. Installera det med: pip install obstore\n")


@pytest.mark.parametrize("address", ["s3://", "s3:///kollen", "s3://A/x", "s3://hinken//x", "s3://hinken/../x", "s3://hinken/a\tb", "s3://hinken/a/./b"])
def test_an_address_that_leads_nowhere_is_a_mistake_on_the_command_line(tmp_path: Path, address: str) -> None:
    result = run("publish", built(tmp_path / "a"), address)
    assert result.exit_code == 2
    assert result.stderr.endswith("Fel: SAJTMAPP: skriv hinken och en mapp i den, till exempel s3://min-hink/kollen.\n")
    with pytest.raises(BadUsage):
        parse_address(address)


def test_a_file_is_no_place_to_publish_to(tmp_path: Path) -> None:
    output = built(tmp_path / "a")
    result = run("publish", output, output / "index.html")
    assert (result.exit_code, result.stderr.endswith("Fel: SAJTMAPP: här ska en mapp stå, ingen fil.\n")) == (2, True)


@pytest.mark.parametrize("text", ["s3://hinken", "s3://hinken/a/b c", "s3://en.hink-2/å"])
def test_an_address_is_written_as_it_was_given(text: str) -> None:
    assert str(parse_address(text)) == text
    assert parse_address(f"{text}/") == parse_address(text)
    assert parse_address("s3://hinken/a/b") == Address("hinken", "a/b")
    assert text.startswith(SCHEME)
