"""The steps of "När en leverantör ska höras" in CONTRIBUTING.md, done as they stand on a copy of the demo."""

import re
import shlex
from pathlib import Path

from click.testing import CliRunner, Result
from conftest import ROOT

from generator.cli import main

SECTION = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("### När en leverantör ska höras\n")[2].partition('\n<a id="exempel">')[0]
COMMANDS = [shlex.split(command)[1:] for command in re.findall(r"`(coachkollen [^`]+)`", SECTION)]


def run(arguments: list[str]) -> Result:
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, (arguments, result.output)
    return result


def test_the_section_tells_the_whole_way() -> None:
    assert [arguments[0] for arguments in COMMANDS] == ["held", "letter", "due", "due", "reply", "reply", "promote", "promote"]


def test_everything_that_is_saved_on_the_way_lies_where_git_passes_it_over() -> None:
    files = [word for arguments in COMMANDS for word in arguments if word.endswith((".txt", ".ics"))]
    assert files
    assert {file.partition("/")[0] for file in files} == {"letters"}
    assert "/letters/" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()


def test_the_options_for_the_demo_lead_to_the_demo() -> None:
    options = shlex.split(re.findall(r"`(--data [^`]+)`", SECTION)[0])
    assert options[::2] == ["--data", "--content", "--intake"]
    assert all((ROOT / folder).is_dir() for folder in options[1::2])


def test_a_provider_is_heard_and_the_case_is_shown_with_its_answer(demo: Path) -> None:
    steps = iter(COMMANDS)
    case = demo / "intake/cases/ingen-plan-2026.yaml"
    assert "släpps av: fråga leverantören och vänta minst tio arbetsdagar" in run(next(steps)).output

    asked = run(next(steps)).output
    lines = asked[asked.index("    reply:\n") :].partition("\n\n")[0]
    text = case.read_text(encoding="utf-8")
    case.write_text(text.replace("    reply:\n      state: not_asked", lines), encoding="utf-8")

    assert "Svarstiden för 3 Påhitt Jobb AB går ut" in run(next(steps)).output
    run(next(steps))
    assert (demo / "letters/att-gora.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")

    form = (demo / "letters/3-pahitt-jobb-2026-11-21/svar.txt").read_text(encoding="utf-8")
    answered = form.replace("[ ] stämmer inte", "[x] stämmer inte", 1).replace("Ert svar:\n", "Ert svar:\nPlanen fanns efter tre veckor.\n", 1)
    (demo / "letters/svar.txt").write_bytes("".join(f"> {line}\r\n" for line in answered.splitlines()).encode("cp1252"))
    assert "        Planen fanns efter tre veckor.\n" in run(next(steps)).output
    run(next(steps))
    assert "      deadline: 2026-12-04\n      answered_on: 2026-11-21\n" in case.read_text(encoding="utf-8")

    run(next(steps))
    assert case.exists()
    run(next(steps))
    assert not case.exists()
    assert run(["check"]).output == "Alla 128 poster är i ordning.\n"
    assert "ingen-plan-2026" not in run(["held"]).output
    public = (demo / "providers/cases/ingen-plan-2026.yaml").read_text(encoding="utf-8")
    assert "      state: replied\n      asked_on: 2026-11-21\n" in public
