"""What somebody who builds has asked for: the options that build and merge share, as one value."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any

import click

from generator.build.fingerprint import of_inputs
from generator.build.request import Request
from generator.clock import today
from generator.commands import options
from generator.commands.rendering import THEME, Wish
from generator.errors import CoachkollenError
from generator.problems import Language
from generator.registry.loading import Loaded
from generator.registry.releases import FOLDER

# Where the list of what may not be published lies says nothing of the site.
_ONLY_A_PLACE = "COACHKOLLEN_DENYLIST"

_OPTIONS = (
    click.option("--output", type=options.FOLDER, default=Path("output"), show_default=True, help="Mappen som webbplatsen läggs i."),
    options.data,
    options.content,
    options.as_of,
    options.config,
    options.lang,
    click.option(
        "--base-url",
        default="",
        metavar="ADRESS",
        help="Webbplatsens adress när den publiceras, till exempel https://exempel.se/sajt. Utan den är adresser i citat, flöden och kalendrar inte hela.",
    ),
    click.option("--pseudo", is_flag=True, help="Bygg också sidorna på ett låtsasspråk från höger till vänster, för tester. Publicera dem aldrig."),
    options.allow_fewer,
    options.workers,
    options.deny_list,
)


@dataclass(frozen=True, slots=True)
class Asked:
    """The options of one build, by their names."""

    output: Path
    data: Path
    content: Path
    as_of: date
    config: Path
    lang: Language
    base_url: str
    pseudo: bool
    allow_fewer: bool
    workers: int
    deny_list_file: Path | None

    @property
    def paths(self) -> tuple[Path, ...]:
        """Every file and folder that the site is made from."""
        return (self.data, self.content, self.data.parent / FOLDER, THEME, self.config, *([self.deny_list_file] if self.deny_list_file else []))

    def request(self) -> Request:
        """All that is asked for, which the tree of the last build may answer already. Raises what a bad deny list raises."""
        options.denied(self.deny_list_file, self.data, self.content)
        flags = f"{self.pseudo} {self.allow_fewer}"
        said = {"as_of": f"{self.as_of} {today()}", "lang": self.lang, "base_url": self.base_url, "flags": flags, "output": str(self.output)}
        return Request(self.paths, said, self.data)

    def wish(self, program: bytes) -> Wish:
        """What the site is to be like. program: the fingerprint of this one."""
        return Wish([self.data, self.content], self.config, self.lang, program, self.base_url, pseudo=self.pseudo, workers=self.workers)

    def read(self, program: bytes) -> Loaded:
        """The records and pages, with every problem. What the records say is remembered when all is in order. program: the fingerprint of this one."""
        memory = options.memory(program)
        loaded = options.read(self.data, self.content, self.as_of, None, self.deny_list_file, remembered=memory, workers=self.workers)
        if loaded.registry is not None:
            memory.write()
        return loaded

    def everywhere(self, program: bytes) -> bytes:
        """The fingerprint of what the site is made from, the same on every machine that has the same. Raises CoachkollenError when something cannot be read."""
        ours = {name: value for name, value in os.environ.items() if name.startswith("COACHKOLLEN_") and name != _ONLY_A_PLACE}
        said = {"as_of": f"{self.as_of} {today()}", "base_url": self.base_url, "pseudo": str(self.pseudo), **ours}
        found = of_inputs(program, self.paths, said, None)
        if found is None:
            raise CoachkollenError("Något som webbplatsen görs av går inte att läsa. Kör coachkollen check, som säger vad.")
        return found


def asked(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of a build, and the command one value with them, first."""

    @wraps(command)
    def run(**given: Any) -> None:
        command(Asked(**{field.name: given.pop(field.name) for field in fields(Asked)}), **given)

    for option in reversed(_OPTIONS):
        run = option(run)
    return run
