"""Where the desk may write what is not public: never in what is read, built or sent out with the code."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.build.publish import MARKER
from generator.errors import UnsafeOutput


def refuse_public_place(output: Path, kept_apart: Sequence[Path]) -> None:
    """Raise UnsafeOutput for a file or folder inside one of `kept_apart` or inside a built site. Nothing is written."""
    target = output.resolve()
    for folder in kept_apart:
        if target.is_relative_to(folder.resolve()):
            raise UnsafeOutput(f"{output} ligger i {folder}/. Där får inget ligga som inte får visas. Välj en annan plats med --output.")
    if any((parent / MARKER).exists() for parent in (target, *target.parents)):
        raise UnsafeOutput(f"{output} ligger i en byggd webbplats. Där får inget ligga som inte får visas. Välj en annan plats med --output.")
