"""The settings file: what is read of it, and what a mistake in it says. The mistakes themselves are cases, F15 and F13."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import AS_OF, coachkollen

from generator.build.settings import contact_link, is_contact, read_settings
from generator.cli import main

MISTAKE = "COACHKOLLEN_CONTACT = svar@example.org\n"


@pytest.mark.parametrize(
    ("settings", "address", "codes"),
    [
        ('COACHKOLLEN_CONTACT = "svar@example.org"', "svar@example.org", []),
        ('COACHKOLLEN_CONTACT: str = "mailto:svar@example.org"', "svar@example.org", []),
        ('A = 1\nCOACHKOLLEN_CONTACT = "https://example.org/" "fel"', "https://example.org/fel", []),
        ('COACHKOLLEN_CONTACT = ["fel"]\nCOACHKOLLEN_CONTACT = "svar@example.org"', "svar@example.org", []),
        ('COACHKOLLEN_CONTACT = open("hemligt").read()', "", []),
        ('if True:\n    COACHKOLLEN_CONTACT = "svar@example.org"', "", []),
        ("from os import *\nCOACHKOLLEN_CONTACT = environ['A']", "", []),
        ("def f(a):\n    try:\n        return [b for b in a]\n    except OSError as e:\n        return e\nA = f(__file__)", "", []),
        ("COACHKOLLEN_CONTACT = 5", "", ["F13"]),
        ('COACHKOLLEN_CONTACT = "svar@example"', "", ["F13"]),
        ('COACHKOLLEN_CONTACT = "javascript:a@b.se"', "", ["F13"]),
        ("det här är ingen kod", "", ["F15"]),
        ("SITENAME = Coachkollen", "", ["F15"]),
        ("A = 1\0", "", ["F15"]),
        ("", "", ["F06"]),
        ("A = 1", "", []),
    ],
)
def test_the_settings_are_read_and_never_run(tmp_path: Path, settings: str, address: str, codes: list[str]) -> None:
    (tmp_path / "conf.py").write_text(settings, encoding="utf-8")
    read = read_settings(tmp_path / "conf.py")
    assert (read.contact, [problem.code for problem in read.problems]) == (address, codes)


def test_no_settings_give_no_address_and_no_problem(tmp_path: Path) -> None:
    read = read_settings(tmp_path / "finns-inte.py")
    assert (read.contact, read.problems) == ("", ())


def test_a_link_to_an_e_mail_address_says_that_it_is_one() -> None:
    assert contact_link("svar@example.org") == contact_link("mailto:svar@example.org") == "mailto:svar@example.org"
    assert contact_link("https://example.org/@fel") == "https://example.org/@fel"
    assert contact_link("") == ""
    assert is_contact("https://example.org/@fel")


@pytest.mark.parametrize(
    "command",
    [["check"], ["build"], ["_preview", "--output", "ut"], ["letter", "3-pahitt-jobb"]],
    ids=lambda command: command[0],
)
def test_every_command_that_reads_the_settings_says_the_same_of_a_mistake(demo: Path, command: list[str]) -> None:
    (demo / "pelicanconf.py").write_text(MISTAKE, encoding="utf-8")
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 1
    assert "pelicanconf.py:1:23: error[F15] Inställningen på raden går inte att läsa.\n      1 | COACHKOLLEN_CONTACT = svar@example.org\n" in result.output
    assert 'Skriv text inom raka citattecken, till exempel COACHKOLLEN_CONTACT = "svar@example.org".' in result.output
    assert "i ordning" not in result.output


def test_an_e_mail_address_in_the_settings_becomes_a_link_that_works(project: Path) -> None:
    with (project / "pelicanconf.py").open("a", encoding="utf-8") as file:
        file.write('\nCOACHKOLLEN_CONTACT = "rattelser@sidan.example"\n')
    result = coachkollen("build", "--as-of", AS_OF, cwd=project)
    assert result.returncode == 0, result.stderr
    assert 'href="mailto:rattelser@sidan.example"' in (project / "output/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (
            "\nTHEME = str(ROOT / 'borta')\n",
            "Mappen theme/ saknas. Stå i projektets mapp, eller rätta THEME i pelicanconf.py. Är mappen borttagen hämtar du tillbaka den ur git.\n",
        ),
        ("\nA = 1\nB = A / 0\n", " går inte att använda: division by zero. Hämta tillbaka filen ur git om du inte vet vad som är fel.\n"),
        ("\nimport finns_inte_alls\n", "går inte att använda: No module named 'finns_inte_alls'. Hämta tillbaka filen ur git om du inte vet vad som är fel.\n"),
        ("\nJINJA_ENVIRONMENT = 5\n", "Hämta tillbaka filen ur git om du inte vet vad som är fel.\n"),
        (
            "\nCOACHKOLLEN_CONTACT = str(5)\n",
            'COACHKOLLEN_CONTACT är ingen e-postadress eller webbadress. Skriv till exempel COACHKOLLEN_CONTACT = "svar@example.org".\n',
        ),
    ],
)
def test_settings_that_cannot_be_used_give_a_sentence_and_no_traceback(project: Path, settings: str, said: str) -> None:
    with (project / "pelicanconf.py").open("a", encoding="utf-8") as file:
        file.write(settings)
    result = coachkollen("build", "--as-of", AS_OF, cwd=project)
    assert result.returncode == 2
    assert result.stderr.endswith(said), result.stderr
    assert "Traceback" not in result.stderr
    assert not (project / "output").exists()
