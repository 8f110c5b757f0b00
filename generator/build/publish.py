"""A new tree in place of the old one: built beside it, checked, then swapped in with renames.

Whoever reads the output sees the old site or the new one, never half of either. A folder that we
did not make is never replaced.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator import __version__
from generator.errors import UnsafeOutput

MARKER = ".coachkollen.json"
# What is remembered of the build, for the next one.
MEMORY = ".coachkollen.sqlite"
# What lies in the tree and is no part of the site.
OWN_FILES = frozenset({MARKER, MEMORY})
_STAGE_PREFIX = ".coachkollen-stage-"


@dataclass(frozen=True, slots=True)
class Written:
    """What a build wrote: number of files and their total size in bytes."""

    files: int
    size: int


@contextmanager
def staged(output: Path, inputs: Sequence[Path]) -> Iterator[Path]:
    """A fresh folder beside `output`. It is removed on the way out unless `swap_in` has taken it.

    Raises UnsafeOutput when `output` is not ours to replace.
    """
    refuse_unsafe(output, inputs)
    parent = output.resolve().parent
    parent.mkdir(parents=True, exist_ok=True)
    stage = Path(tempfile.mkdtemp(prefix=_STAGE_PREFIX, dir=parent))
    try:
        # mkdtemp makes the folder private; a published tree is for everyone.
        stage.chmod(0o755)
        yield stage
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def swap_in(stage: Path, output: Path, as_of: str) -> Written:
    """Mark `stage` as ours and put it in the place of `output`. The old tree is removed last."""
    mark(stage, as_of)
    files = [p for p in stage.rglob("*") if p.is_file() and p.name not in OWN_FILES]
    written = Written(len(files), sum(p.stat().st_size for p in files))
    target = output.resolve()
    if not target.exists():
        stage.rename(target)
        return written
    grave = Path(tempfile.mkdtemp(prefix=_STAGE_PREFIX, dir=target.parent))
    old = grave / "old"
    try:
        target.rename(old)
        stage.rename(target)
    finally:
        # Whatever stopped the swap, there is a tree afterwards; should this fail too, the old one stays where it is.
        if not target.exists():
            old.rename(target)
        shutil.rmtree(grave, ignore_errors=True)
    return written


def mark(folder: Path, as_of: str) -> None:
    """Leave the sign in `folder` that we made it and may replace it."""
    marker = {"generator": f"coachkollen {__version__}", "as_of": as_of}
    (folder / MARKER).write_text(json.dumps(marker, indent=1, sort_keys=True) + "\n", encoding="utf-8", newline="\n")


def is_ours(folder: Path) -> bool:
    """True for a folder that is missing, empty or made by us."""
    return not folder.exists() or (folder.is_dir() and (not any(folder.iterdir()) or (folder / MARKER).is_file()))


def refuse_unsafe(output: Path, inputs: Sequence[Path]) -> None:
    """Raise UnsafeOutput unless `output` is missing, empty or made by us, no link, and apart from every input."""
    if output.is_symlink():
        raise UnsafeOutput(f"{output} är en symbolisk länk. Ange mappen som den leder till med --output.")
    target = output.resolve()
    for source in (path.resolve() for path in inputs):
        if target == source or target.is_relative_to(source) or source.is_relative_to(target):
            raise UnsafeOutput(f"Utmappen {output} och indata i {source.name}/ ligger i varandra. Välj en annan mapp med --output.")
    if target.exists() and not target.is_dir():
        raise UnsafeOutput(f"{output} är en fil, ingen mapp. Välj en annan mapp med --output.")
    if not is_ours(target):
        raise UnsafeOutput(
            f"Mappen {output} innehåller filer som Coachkollen inte har gjort ({MARKER} saknas). Töm den själv eller välj en annan mapp med --output."
        )
