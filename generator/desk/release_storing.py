"""A release comes to the disk whole: its folder and the two ledgers together, or none of them, whenever it is stopped.

First the ledgers are laid ready in a folder whose name says of which release they are. Then the folder of the release gets its name, and with
that the release has been made. What is left is to move the ledgers to their places: the next run does it if this one was stopped.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from generator.build.site_folder import settle
from generator.desk.atomic_file import STAGE_PREFIX, clear_stages, write_atomically, write_tree_atomically
from generator.desk.new_release import NewRelease, write_new_release
from generator.desk.release import Release, ledgers
from generator.registry.files import LEDGER_NAME, RELEASED_NAME
from generator.registry.releases import FOLDER, RELEASE_FILE

_READY = re.compile(rf"{re.escape(STAGE_PREFIX)}(?P<release>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}(?:-[0-9]+)?)\Z")


def store_release(planned: Release, new: NewRelease | None, data: Path) -> None:
    """Store a release of the records in a folder. new: what it changes; None when only the ledgers are other than they were.

    For the one who holds the folder. Raises OSError, and then nothing is released, or `finish_stored` finishes it.
    """
    clear_stages(data)
    files = ledgers(planned, data)
    if new is None:
        for name, content in files.items():
            if not (data / name).is_file() or (data / name).read_bytes() != content:
                write_atomically(data / name, content)
        return
    write_tree_atomically(data / f"{STAGE_PREFIX}{new.release.id}", files)
    write_new_release(new, data.parent / FOLDER)
    finish_stored(data)


def finish_stored(data: Path) -> str:
    """Move the ledgers of a release that is there to their places, if a run was stopped before it had. Returns its id, or nothing. Raises OSError."""
    for ready in sorted(data.glob(f"{STAGE_PREFIX}*")):
        match = _READY.match(ready.name)
        if match and (data.parent / FOLDER / match["release"] / RELEASE_FILE).is_file():
            for name in (LEDGER_NAME, RELEASED_NAME):
                if (ready / name).is_file():
                    (ready / name).replace(data / name)
            settle(data)
            shutil.rmtree(ready)
            return match["release"]
    return ""
