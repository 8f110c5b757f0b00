"""Pelican's settings file, read and not run: mistakes in it in words, and the address that an editor writes there.

Python would answer a missing quotation mark with a traceback. So the file is looked through first, by
every command that needs it, and a mistake is a problem like any other.
"""

from __future__ import annotations

import ast
import builtins
import re
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.errors import BadUsage, CoachkollenError
from generator.problems import Problem
from generator.records.identifiers import parse_url
from generator.records.source_map import SourceMap
from generator.records.yaml_reader import decode

CONTACT = "COACHKOLLEN_CONTACT"
NO_CONTACT = 'COACHKOLLEN_CONTACT är ingen e-postadress eller webbadress. Skriv till exempel COACHKOLLEN_CONTACT = "svar@example.org".'
_MAIL = re.compile(r"(?:mailto:)?([^\s@:/]+@[^\s@:/]+\.[^\s@.:/]+)\Z")
_GIVEN_NAMES = frozenset({*dir(builtins), "__file__"})


@dataclass(frozen=True, slots=True)
class Settings:
    """What the file says. contact: where readers report errors, an e-mail address or a web address; empty when it is not written as plain text."""

    contact: str
    problems: tuple[Problem, ...]


def read_settings(config: Path) -> Settings:
    """Read the file without running it. Problems: F05, F06, F15 and F13. No file gives nothing."""
    shown = config.as_posix()
    try:
        text, problems = decode(config.read_bytes(), shown)
    except FileNotFoundError:
        return Settings("", ())
    if text is None:
        return Settings("", tuple(problems))
    source = SourceMap(shown, tuple(text.split("\n")))
    try:
        module = ast.parse(text)
    except SyntaxError as error:
        return Settings("", (source.problem_at("F15", (error.lineno or 1, error.offset or 1)),))
    except ValueError:
        return Settings("", (source.problem_at("F15", (1, 1)),))
    unknown = tuple(source.problem_at("F15", _place(source, name)) for name in _unknown_names(module))
    if unknown:
        return Settings("", unknown[:1])
    return _with_contact(source, module)


def contact_link(address: str) -> str:
    """The address as a link has it: an e-mail address gets its scheme."""
    mail = _MAIL.match(address)
    return f"mailto:{mail[1]}" if mail else address


def is_contact(value: object) -> bool:
    """True for an e-mail address, a whole web address, and an empty text, which means none."""
    if not isinstance(value, str):
        return False
    try:
        return not value or bool(_MAIL.match(value)) or bool(parse_url(value))
    except ValueError:
        return False


def refuse_settings(config: Path, error: Exception) -> CoachkollenError:
    """What to say when the settings could be read but not used. `error`: what Pelican, or the file itself, raised."""
    if "Could not find the theme" in str(error):
        return BadUsage("Mappen theme/ saknas. Stå i projektets mapp, eller rätta THEME i pelicanconf.py. Är mappen borttagen hämtar du tillbaka den ur git.")
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if Path(frame.filename).resolve() == config.resolve()]
    where = f"{config} rad {lines[-1]}" if lines else str(config)
    return BadUsage(f"{where} går inte att använda: {error}. Hämta tillbaka filen ur git om du inte vet vad som är fel.")


def _with_contact(source: SourceMap, module: ast.Module) -> Settings:
    contact = ""
    problems: list[Problem] = []
    for node in module.body:
        targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        if [ast.unparse(target) for target in targets] != [CONTACT] or not isinstance(node, (ast.Assign, ast.AnnAssign)):
            continue
        try:
            value = ast.literal_eval(node.value) if node.value else ""
        except ValueError:
            contact, problems = "", []  # worked out when the file is run
            continue
        if is_contact(value):
            contact, problems = value.removeprefix("mailto:"), []
        else:
            contact, problems = "", [source.problem_at("F13", _place(source, node.value or node))]
    return Settings(contact, tuple(problems))


def _unknown_names(module: ast.Module) -> Iterator[ast.Name]:
    """The names that nothing in the file gives a value, in order: most often text that lacks its quotation marks."""
    given: set[str] = set(_GIVEN_NAMES)
    for node in ast.walk(module):
        if isinstance(node, ast.alias):
            if node.name == "*":
                return
            given.add((node.asname or node.name).partition(".")[0])
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            given.add(node.id)
        elif isinstance(node, ast.arg):
            given.add(node.arg)
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)) or (isinstance(node, ast.ExceptHandler) and node.name):
            given.add(str(node.name))
    unknown = [node for node in ast.walk(module) if isinstance(node, ast.Name) and node.id not in given]
    yield from sorted(unknown, key=lambda node: (node.lineno, node.col_offset))


def _place(source: SourceMap, node: ast.expr | ast.stmt) -> tuple[int, int]:
    """Line and column in characters; Python counts bytes."""
    before = source.lines[node.lineno - 1].encode()[: node.col_offset]
    return node.lineno, len(before.decode("utf-8", "replace")) + 1
