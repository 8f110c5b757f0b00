"""What a letter promises about the time: never a later day than the one by which the record opens the gate."""

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import on_the

from generator.cli import main
from generator.desk.reply_time import answer_time, day_set, release_text
from generator.records.models.case import Reply

ASKED = Reply(state="asked", asked_on="2026-11-16", deadline="2026-12-04")
LATER = date(2026, 12, 8)
CASE = "intake/cases/svarstid-pagar-2026.yaml"


def run(*arguments: str, day: str = "2026-11-24") -> Result:
    return CliRunner().invoke(main, list(arguments), env=on_the(day))


def words(name: str) -> str:
    return " ".join(Path("brev", name).read_text(encoding="utf-8").replace("\n|", "\n").replace("\N{NO-BREAK SPACE}", " ").split())


def section(text: str, key: str) -> str:
    return text.partition(f"cases/{key} ")[2].partition("Ärende: cases/")[0].partition(" Id: cases/")[0]


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("more", [(), ("--deadline", "2026-12-18")])
def test_a_second_letter_says_the_day_that_the_record_keeps(more: tuple[str, ...]) -> None:
    result = run("letter", "pahittscoachning", "--output", "brev", *more)
    assert result.exit_code == 0, result.output
    for name in ("brev.txt", "svar.txt"):
        said = section(words(name), "svarstid-pagar-2026")
        assert "Sista dagen att svara är den 4 december 2026. Det är samma dag som tidigare." in said
        assert "8 december" not in said
        assert "Den första är 4 december 2026." in words(name)
    page = words("brev.html")
    assert page.count("Sista dagen att svara är den 4 december 2026. Det är samma dag som tidigare.") == 2
    assert "Vi behöver ert svar senast" not in words("brev.txt")
    new = more[1] if more else "2026-12-08"
    assert (
        f"{CASE}, parten pahittscoachning:\n"
        "  Ändra inget nu. Svarsläget är ”tillfrågad”. Svarstiden går ut 2026-12-04 enligt posten, och det säger brevet också.\n"
        f"  Ska leverantören få längre tid: skriv deadline: {new} i posten, låt asked_on stå kvar, och gör om brevet innan det skickas.\n"
    ) in result.output


@pytest.mark.usefixtures("demo")
def test_a_longer_time_in_the_record_is_what_the_next_letter_says_and_what_the_gate_keeps() -> None:
    file = Path(CASE)
    file.write_text(file.read_text(encoding="utf-8").replace("deadline: 2026-12-04", "deadline: 2026-12-08"), encoding="utf-8")
    run("letter", "pahittscoachning", "--output", "brev")
    assert "Vi behöver ert svar senast 8 december 2026." in words("brev.txt")
    assert run("promote", "svarstid-pagar-2026", "--dry-run", day="2026-12-08").exit_code == 1
    assert run("promote", "svarstid-pagar-2026", "--dry-run", day="2026-12-09").exit_code == 0


@pytest.mark.usefixtures("demo")
def test_when_the_time_is_over_the_letter_promises_no_new_day() -> None:
    result = run("letter", "pahittscoachning", "--output", "brev", day="2026-12-07")
    said = section(words("brev.txt"), "svarstid-pagar-2026")
    assert "Svarstiden gick ut den 4 december 2026. Ni kan svara ändå, och då visas svaret från den dagen." in said
    assert "Det får visas när som helst, för det väntar inte på något svar." in said
    assert "Svarstiden gick ut 2026-12-04 enligt posten, och det säger brevet också.\n" in result.output


@pytest.mark.parametrize(
    ("reply", "waits", "sentence"),
    [
        (Reply(state="not_asked"), True, "Sista dagen att svara är den 8 december 2026."),
        (Reply(state="not_asked"), False, "Svara gärna senast den 8 december 2026."),
        (Reply(state="asked", asked_on="2026-11-24"), True, "Sista dagen att svara är den 8 december 2026."),
        (ASKED, False, "Sista dagen att svara är den 4 december 2026. Det är samma dag som tidigare."),
        (Reply(state="declined", asked_on="2026-11-16"), False, "Sista dagen att svara är den 30 november 2026. Det är samma dag som tidigare."),
        (Reply(state="declined", asked_on="2026-11-16", answered_on="2026-11-20"), False, "Svara gärna senast den 8 december 2026."),
    ],
)
def test_the_sentence_about_the_time(reply: Reply, waits: bool, sentence: str) -> None:
    time = answer_time(reply, date(2026, 11, 24), LATER, waits=waits)
    assert time.sentence.replace("\N{NO-BREAK SPACE}", " ") == sentence
    assert time.last_day == (day_set(reply) or LATER)


def test_what_releases_a_case_is_the_day_while_the_time_runs() -> None:
    assert release_text(Reply(state="not_asked")) == ""
    assert release_text(ASKED).replace("\N{NO-BREAK SPACE}", " ") == "ett svar, eller att svarstiden går ut 4 december 2026"
    declined = release_text(Reply(state="declined", deadline="2026-12-04")).replace("\N{NO-BREAK SPACE}", " ")
    assert declined == "ett svar, eller att svarstiden går ut 4 december 2026; ange annars dagen då leverantören sade nej i answered_on"
