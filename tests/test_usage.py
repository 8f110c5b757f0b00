"""What is said of a command line that cannot be understood, and the help."""

import subprocess
import sys

import click
import pytest
from click.testing import CliRunner
from conftest import ROOT

from generator.cli import main

ENGLISH = ("Usage", "Options", "Commands", "Show this", "Missing", "No such", "Invalid value", "default:", "DIRECTORY", "Error:", "Try ")


@pytest.mark.parametrize("command", ["", *main.commands])
def test_the_help_of_every_command_is_in_swedish(command: str) -> None:
    result = CliRunner().invoke(main, [*([command] if command else []), "--help"])
    assert result.exit_code == 0
    assert result.output.startswith("Så här: ")
    assert "Visa den här hjälpen." in result.output
    assert [word for word in ENGLISH if word in result.output] == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chek"], "Fel: Det finns inget kommando chek. Menade du check?\n"),
        (["check", "--dta", "x"], "Fel: Det finns inget val --dta. Menade du --data eller --intake?\n"),
        (["check", "mer"], "Fel: Det här är ett ord för mycket: mer. Text med mellanslag behöver citattecken.\n"),
        (["reply"], "Fel: FIL saknas.\n"),
        (["check", "--data"], "Fel: --data behöver ett värde efter sig, eller ska stå utan.\n"),
        (["check", "--lang", "fi"], "Fel: --lang: välj sv eller en.\n"),
        (["serve", "--port", "99999"], "Fel: --port: skriv ett heltal från 0 till 65535.\n"),
        (["check", "--data", "README.md"], "Fel: --data: här ska en mapp stå, ingen fil.\n"),
    ],
)
def test_a_mistake_on_the_command_line_is_told_in_swedish(arguments: list[str], said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 2
    assert result.stderr.startswith(("Så här: ", "Fel: "))
    assert result.stderr.endswith(said), result.stderr
    assert [word for word in ENGLISH if word in result.output] == []


def test_no_command_shows_the_help() -> None:
    result = CliRunner().invoke(main, [])
    assert (result.exit_code, result.output.startswith("Så här: ")) == (2, True)


def test_a_break_is_told_and_ends_with_1(monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise click.Abort

    monkeypatch.setattr(main, "invoke", stopped)
    result = CliRunner().invoke(main, ["check"])
    assert (result.exit_code, result.stderr) == (1, "Avbrutet.\n")


def test_a_reader_that_goes_away_is_no_error() -> None:
    command = [sys.executable, "-c", "import sys; sys.argv[1:] = ['due', '--all']; from generator.cli import main; main()"]
    running = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert running.stdout is not None
    running.stdout.close()
    assert running.stderr is not None
    said = running.stderr.read()
    running.stderr.close()
    running.wait()
    assert b"Broken pipe" not in said
    assert b"Det gick inte" not in said
