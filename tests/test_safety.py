"""scan and deny-list as a person uses them, and the deny list with check and build."""

from __future__ import annotations

import json
import os
import re
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from click.testing import CliRunner, Result
from conftest import AS_OF, ROOT
from made import person_number

from generator.cli import main
from generator.commands import safety
from generator.records.identifiers import luhn_valid
from generator.records.models import Kind
from generator.records.models.profile import Profile
from generator.records.reader import Document, Root
from generator.records.vocabulary import LegalForm
from generator.registry.loading import load
from generator.site.maker import Maker
from generator.site.views.profiles import profile_view

HYPHENED = person_number(between="-")

BASE = ROOT / "tests" / "cases" / "base"
NAME = "Påhittad Privatperson"


def run(*arguments: str, given: str = "") -> Result:
    return CliRunner().invoke(main, list(arguments), input=given)


@pytest.fixture
def records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the valid records and pages, where the test stands; no deny list is named by the environment."""
    folder = tmp_path / "projekt"
    shutil.copytree(BASE, folder)
    monkeypatch.chdir(folder)
    monkeypatch.delenv("COACHKOLLEN_DENYLIST", raising=False)
    return folder


@pytest.fixture
def site(records: Path) -> Path:
    folder = records / "site"
    folder.mkdir()
    (folder / "index.html").write_text("<p>info@exempel-ab.example, 08-12 34 56</p>", encoding="utf-8")
    return folder


@pytest.fixture
def listed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A deny list outside the project."""
    file = tmp_path_factory.mktemp("utanför") / "spärrlista.txt"
    assert run("deny-list", str(file), given=f"{NAME}\n").exit_code == 0
    return file


# scan


def test_a_folder_with_nothing_private_ends_with_0(site: Path) -> None:
    result = run("scan", "site")
    assert (result.exit_code, result.stdout) == (0, "1\u00a0fil i site: inget hittades.\n")
    del site


def test_what_is_found_is_told_with_its_place_and_ends_with_1(site: Path) -> None:
    (site / "a.csv").write_text(f"namn,nummer\nx,{HYPHENED}\ny,namn@fel.example\n", encoding="utf-8")
    result = run("scan", "site")
    assert result.exit_code == 1
    assert re.findall(r"^(\S+) error\[(\w+)\]", result.stdout, re.M) == [("site/a.csv:2:3:", "B03"), ("site/a.csv:3:3:", "B06")]
    assert result.stdout.endswith("2\u00a0filer i site: 2\u00a0fynd.\n")
    assert HYPHENED not in result.output
    assert "namn@fel" not in result.output


def test_the_sites_own_address_may_stand_on_it(site: Path) -> None:
    (site / "fel.html").write_text("<p>rattelser@sidan.example</p>", encoding="utf-8")
    assert run("scan", "site").exit_code == 1
    Path("pelicanconf.py").write_text("COACHKOLLEN_CONTACT = 'mailto:rattelser@sidan.example'\n", encoding="utf-8")
    assert run("scan", "site").exit_code == 0
    Path("annan.py").write_text("COACHKOLLEN_CONTACT = ''\n", encoding="utf-8")
    assert run("scan", "site", "--config", "annan.py").exit_code == 1


def test_json_and_github_have_the_findings_alone_on_standard_out(site: Path) -> None:
    (site / "a.csv").write_text(f"{HYPHENED}\n", encoding="utf-8")
    (site / "b.bin").write_bytes(b"\0\1\2")
    result = run("scan", "site", "--format", "json", "--lang", "en")
    assert [(p["code"], p["file"], p["line"]) for p in json.loads(result.stdout)] == [("B03", "site/a.csv", 1)]
    assert "3 files in site: 1 finding.\nCould not be read as text, or only in part: 1 file (.bin 1).\n" in result.stderr
    assert run("scan", "site", "--format", "github").stdout.startswith("::error file=site/a.csv,line=1,col=1,title=B03::")


def test_files_that_are_no_text_are_counted_by_kind(site: Path) -> None:
    for name in ("a.png", "b.png", "c.woff2"):
        (site / name).write_bytes(b"\0\1\2")
    result = run("scan", "site")
    assert result.exit_code == 0
    assert result.stdout.endswith("Gick inte att läsa som text, eller bara delvis: 3\u00a0filer (.png 2, .woff2 1).\n")


def test_without_records_no_contact_detail_is_an_organisations_own(site: Path) -> None:
    result = run("scan", "site", "--data", "finns-inte")
    assert "Mappen finns-inte finns inte, så alla kontaktuppgifter räknas som fynd." in result.stderr
    assert result.stdout.count("error[B06]") == 2
    del site


@pytest.mark.usefixtures("records")
def test_a_folder_that_does_not_exist_is_told() -> None:
    result = run("scan", "finns-inte")
    assert (result.exit_code, result.stderr) == (2, "Mappen finns-inte finns inte.\n")


@pytest.mark.usefixtures("records")
def test_a_file_is_no_folder() -> None:
    Path("a.txt").touch()
    result = run("scan", "a.txt")
    assert (result.exit_code, result.stderr) == (2, "a.txt är ingen mapp. Ange mappen som filen ligger i.\n")


def test_the_real_site_and_the_demo_have_nothing_private(real_site: Path, demo_site: Path) -> None:
    for folder, data in ((real_site, ROOT / "providers"), (demo_site, ROOT / "tests/demo/providers")):
        result = run("scan", str(folder), "--data", str(data))
        assert (result.exit_code, "inget hittades" in result.stdout, result.stderr.count("läsa")) == (0, True, 0), result.output


# deny-list


def test_strings_are_added_without_being_shown(tmp_path: Path) -> None:
    file = tmp_path / "lista.txt"
    first = run("deny-list", str(file), given=f"{NAME}\r\n\nensamt\n")
    assert (first.exit_code, first.output) == (0, "Lade till 2\u00a0strängar. Listan har 3\u00a0kontrollsummor.\n")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "rivat" not in file.read_text(encoding="utf-8")
    assert run("deny-list", str(file), given=NAME.upper()).output == "Lade till inga strängar. Listan har 3\u00a0kontrollsummor.\n"


def test_the_folder_of_the_list_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "ny/mapp/lista.txt"
    assert run("deny-list", str(file), given=NAME).exit_code == 0
    assert {stat.S_IMODE(folder.stat().st_mode) for folder in (file.parent, file.parent.parent)} == {0o700}


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("fil/mapp/lista.txt", "går inte att skapa. Ange en plats där du får skriva, till exempel i din hemmapp.\n"),
        ("tom-salt.txt", "är tom, så strängarna går att räkna ut. Gör en ny lista med coachkollen deny-list.\n"),
    ],
)
def test_a_list_that_cannot_be_is_refused_before_any_string_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str, said: str) -> None:
    (tmp_path / "fil").touch()
    (tmp_path / "tom-salt.txt").write_text("salt:\n", encoding="utf-8")
    monkeypatch.setattr(safety, "add_to_deny_list", None)
    result = run("deny-list", str(tmp_path / place), given=NAME)
    assert result.exit_code == 2
    assert result.stderr.endswith(said)


@pytest.mark.usefixtures("records")
@pytest.mark.parametrize("place", ["lista.txt", "providers/lista.txt", "content/../lista.txt"])
def test_a_list_in_the_project_is_refused_by_every_command(place: str) -> None:
    Path(place).touch()
    for command in (["check"], ["build"], ["scan", "providers"]):
        result = run(*command, "--deny-list", place)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.startswith("Spärrlistan ligger i projekt/, som kan bli publicerad.")
    assert run("deny-list", place, given="x").stderr.startswith("Spärrlistan ligger i projekt/")
    assert Path(place).read_bytes() == b""


def test_strings_that_are_no_utf_8_are_refused(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["deny-list", str(tmp_path / "lista")], input="åäö".encode("latin-1"))
    assert (result.exit_code, result.stderr) == (2, "Strängarna är inte i UTF-8. Inget har lagts till.\n")
    assert not (tmp_path / "lista").exists()


# check, build and scan with a deny list


def test_check_finds_what_the_list_has_whether_named_by_option_or_environment(records: Path, listed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = records / "content/om.md"
    page.write_text(page.read_text(encoding="utf-8") + f"\nFråga {NAME}.\n", encoding="utf-8")
    assert run("check", "--as-of", AS_OF).exit_code == 0
    by_option = run("check", "--as-of", AS_OF, "--deny-list", str(listed))
    monkeypatch.setenv("COACHKOLLEN_DENYLIST", str(listed))
    by_environment = run("check", "--as-of", AS_OF)
    assert by_option.output == by_environment.output
    assert by_option.exit_code == by_environment.exit_code == 1
    assert by_option.stdout.startswith("content/om.md:")
    assert "error[I21f]" in by_option.stdout
    assert "rivat" not in by_option.output


@pytest.mark.usefixtures("records")
def test_a_list_that_is_named_but_missing_stops_the_command() -> None:
    result = run("check", "--deny-list", "/finns/inte")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("Spärrlistan finns inte. Rätta sökvägen i --deny-list eller COACHKOLLEN_DENYLIST")


def test_scan_finds_what_the_list_has(site: Path, listed: Path) -> None:
    (site / "index.html").write_text("<p>Fråga <b>Påhittad</b> Privatperson</p>", encoding="utf-8")
    result = run("scan", "site", "--deny-list", str(listed))
    assert re.findall(r"^(\S+) error\[(\w+)\]", result.stdout, re.M) == [("site/index.html:1:13:", "B05")]
    assert run("scan", "site").exit_code == 0


def theme_that_says(project: Path, text: str) -> None:
    base = project / "theme/templates/base.html"
    base.write_text(base.read_text(encoding="utf-8").replace("</body>", f"<p>{text}</p></body>"), encoding="utf-8")


Run = Callable[..., CompletedProcess[str]]


@pytest.mark.parametrize(
    ("said", "code"),
    [(HYPHENED, "B03"), (f"<i>Påhittad</i>\n{NAME.split()[1]}", "B05"), ("namn@fel.example", "B06")],
    ids=["number", "denied", "contact"],
)
def test_a_site_with_something_private_is_never_published(project: Path, run_coachkollen: Run, listed: Path, said: str, code: str) -> None:
    arguments = ("build", "--as-of", AS_OF, "--deny-list", str(listed))
    good = run_coachkollen(*arguments, cwd=project)
    assert good.returncode == 0, good.stderr
    before = (project / "output/index.html").read_bytes()
    theme_that_says(project, said)
    result = run_coachkollen(*arguments, cwd=project)
    assert result.returncode == 1
    assert f"error[{code}]" in result.stderr
    assert result.stderr.endswith("Inget har skrivits: den byggda webbplatsen hade felen ovan.\n")
    assert said not in result.stderr
    assert (project / "output/index.html").read_bytes() == before


def test_the_sites_own_contact_address_may_stand_on_it(project: Path, run_coachkollen: Run) -> None:
    settings = project / "pelicanconf.py"
    with settings.open("a", encoding="utf-8") as file:
        file.write("\nCOACHKOLLEN_CONTACT = 'mailto:rattelser@sidan.example'\n")
    result = run_coachkollen("build", "--as-of", AS_OF, cwd=project)
    assert result.returncode == 0, result.stderr
    assert "rattelser@sidan.example" in (project / "output/index.html").read_text(encoding="utf-8")


def test_plain_pelican_asks_the_deny_list_too(project: Path, listed: Path) -> None:
    with (project / "content/om.md").open("a", encoding="utf-8") as page:
        page.write(f"\nFråga {NAME}.\n")
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1795262400", "COACHKOLLEN_DENYLIST": str(listed)}
    command = [sys.executable, "-m", "pelican", "content"]
    result = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
    assert result.returncode != 0
    assert "error[I21f]" in result.stderr
    assert "rivat" not in result.stderr.replace("privatpersoner", "")


# A sole trader's number


def test_a_sole_traders_number_is_on_no_page_even_if_a_record_had_one(records: Path) -> None:
    """No record may have it (I21b, I21a); should one, no page shows it."""
    body = "999900" + "000"
    number = f"999900-000{next(digit for digit in '0123456789' if luhn_valid(body + digit))}"
    registry = load(records / "providers", records / "content", date.fromisoformat(AS_OF)).registry
    assert registry is not None
    document = registry.get(Kind.PROFILES, "exempel-ab")
    for form, shown in ((LegalForm.LIMITED_COMPANY, True), (LegalForm.SOLE_TRADER, False)):
        record: Profile = document.record.model_copy(update={"orgnr": number, "legal_form": form})
        changed = Document(document.kind, document.id, Root.PUBLIC, record, document.source)
        assert (number in repr(profile_view(Maker(registry), changed))) == shown
