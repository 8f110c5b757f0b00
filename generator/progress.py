"""Telling people what goes on: one line that renews itself on a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import TextIO

Report = Callable[[str, int, int], None]

_QUIET_FOR_SECONDS = 1.0
_BETWEEN_SECONDS = 0.1


def silent(what: str, done: int, total: int) -> None:
    """Report nothing."""
    del what, done, total


class Progress:
    """A progress line on `stream`. Nothing is shown for what is over within a second.

    On a terminal the line renews itself and disappears at the end. Elsewhere (CI) each stage gets
    one plain line when it starts.
    """

    def __init__(self, stream: TextIO | None = None) -> None:
        self.stream = stream or sys.stderr
        self.terminal = self.stream.isatty()
        self.started = self.shown = time.monotonic()
        self.stage = ""
        self.width = 0

    def __call__(self, what: str, done: int, total: int) -> None:
        """`what` is going on; `done` of `total` (0 when the total is not known)."""
        now = time.monotonic()
        new_stage = what != self.stage
        self.stage = what
        if not self.terminal:
            if new_stage:
                self.stream.write(f"{what} …\n")
                self.stream.flush()
            return
        if now - self.started < _QUIET_FOR_SECONDS or (not new_stage and now - self.shown < _BETWEEN_SECONDS):
            return
        self.shown = now
        line = f"{what} {done} av {total}" if total else f"{what} …"
        self.stream.write(f"\r{line.ljust(self.width)}")
        self.stream.flush()
        self.width = max(self.width, len(line))

    def close(self) -> None:
        """Clear the line."""
        if self.terminal and self.width:
            self.stream.write("\r" + " " * self.width + "\r")
            self.stream.flush()
