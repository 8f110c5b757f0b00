"""What is asked of a build: everything that it is made from. The same request of the same tree is answered without making anything."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.build.fingerprint import of_inputs, of_program
from generator.build.last_build import read_last_build, remember_inputs

_OURS = "COACHKOLLEN_"


@dataclass(frozen=True, slots=True)
class Request:
    """One request. paths: the files and folders that the site is made from. said: what the user asked for besides. data: the folder of records.

    Where we stand and our own variables in the environment count too. The fingerprints are taken when it is made.
    """

    paths: Sequence[Path]
    said: Mapping[str, str]
    data: Path
    program: bytes = field(default_factory=of_program)
    inputs: bytes | None = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "inputs", self._fingerprint())

    def answered(self, output: Path) -> tuple[tuple[str, bool], ...] | None:
        """What the user was told when the tree in `output` was made of exactly this, if it is still there as it was made. Else None."""
        if self.inputs is None or output.is_symlink():
            return None
        last = read_last_build(output.resolve(), self.program)
        return last.told if last.inputs == self.inputs and last.is_whole(output.resolve()) else None

    def answer(self, output: Path, told: Iterable[tuple[str, bool]]) -> None:
        """Note that `output` is the answer, unless something has changed while it was made. told: texts, and whether each is an error."""
        if self.inputs is not None and self._fingerprint() == self.inputs:
            remember_inputs(output, self.program, self.inputs, told)

    def _fingerprint(self) -> bytes | None:
        ours = {name: value for name, value in os.environ.items() if name.startswith(_OURS)}
        where = "\n".join(str(path) for path in self.paths)
        return of_inputs(self.program, self.paths, {**self.said, **ours, "where": f"{Path.cwd()}\n{where}"}, self.data)
