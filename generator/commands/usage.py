"""What click says by itself, in Swedish: the headings of the help, and what is wrong with a command line."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import MappingProxyType
from typing import Any

import click

_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "Options": "Val",
        "Commands": "Kommandon",
        "Show this message and exit.": "Visa den här hjälpen.",
        "[default: ": "[annars: ",
        "[required]": "[krävs]",
        "[OPTIONS]": "[VAL]",
        "COMMAND [ARGS]...": "KOMMANDO ...",
        "(dynamic)": "(räknas ut)",
        "DIRECTORY": "MAPP",
        "FILE": "FIL",
        "INTEGER RANGE": "TAL",
        "env var: ": "miljövariabel: ",
    }
)


class SwedishFormatter(click.HelpFormatter):
    """Writes help with Swedish headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The line that shows how a command is written."""
        super().write_usage(prog, _swedish(args), prefix or "Så här: ")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """A list of options or commands."""
        super().write_dl([(_swedish(term), _swedish(text)) for term, text in rows], col_max, col_spacing)

    @contextmanager
    def section(self, name: str) -> Iterator[None]:
        """A heading with what stands under it."""
        with super().section(_swedish(name)):
            yield


class SwedishContext(click.Context):
    """The context of a command, for its help."""

    formatter_class = SwedishFormatter


class SwedishGroup(click.Group):
    """A group whose commands all answer in Swedish."""

    context_class = SwedishContext

    def add_command(self, cmd: click.Command, name: str | None = None) -> None:
        """Add a command; its help is written as that of the group."""
        cmd.context_class = SwedishContext
        super().add_command(cmd, name)

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run the command line. What is wrong with it is told in a sentence; the exit code is click's own."""
        if not standalone_mode:
            return super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
        try:
            code = super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
        except click.exceptions.NoArgsIsHelpError as error:
            click.echo(error.format_message(), err=True)
            sys.exit(error.exit_code)
        except click.ClickException as error:
            if isinstance(error, click.UsageError) and error.ctx is not None:
                click.echo(f"{error.ctx.get_usage()}\nHjälp: {error.ctx.command_path} --help\n", err=True)
            click.echo(f"Fel: {_what_is_wrong(error)}", err=True)
            sys.exit(error.exit_code)
        except click.Abort:
            click.echo("Avbrutet.", err=True)
            sys.exit(1)
        sys.exit(code if isinstance(code, int) else 0)


def _swedish(text: str) -> str:
    for english, ours in _WORDS.items():
        text = text.replace(english, ours)
    return text


def _what_is_wrong(error: click.ClickException) -> str:
    """The sentence about one mistake on the command line."""
    if isinstance(error, click.exceptions.NoSuchCommand):
        return f"Det finns inget kommando {error.command_name}.{_meant(error.possibilities)}"
    if isinstance(error, click.NoSuchOption):
        return f"Det finns inget val {error.option_name}.{_meant(error.possibilities)}"
    if isinstance(error, click.MissingParameter):
        return f"{_name(error)} saknas."
    if isinstance(error, click.BadParameter):
        return f"{_name(error)}: {_what_is_allowed(error)}"
    if isinstance(error, click.exceptions.BadOptionUsage):
        return f"{error.option_name} behöver ett värde efter sig, eller ska stå utan."
    if isinstance(error, click.UsageError) and "unexpected extra argument" in error.message:
        return f"Det här är ett ord för mycket: {error.message.partition('(')[2].rstrip(')')}. Text med mellanslag behöver citattecken."
    return error.format_message()


def _what_is_allowed(error: click.BadParameter) -> str:
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return f"välj {' eller '.join(str(choice) for choice in kind.choices)}."
    if isinstance(kind, click.IntRange):
        return f"skriv ett heltal från {kind.min} till {kind.max}."
    if isinstance(kind, click.Path):
        return "här ska en mapp stå, ingen fil." if kind.dir_okay else "här ska en fil stå, ingen mapp."
    return error.message


def _name(error: click.BadParameter) -> str:
    """The option or argument, as it is written."""
    if isinstance(error.param, click.Argument):
        return error.param.make_metavar(error.ctx or click.get_current_context())
    return max(error.param.opts, key=len) if error.param else str(error.param_hint or "")


def _meant(possibilities: Sequence[str] | None) -> str:
    return f" Menade du {' eller '.join(possibilities)}?" if possibilities else ""
