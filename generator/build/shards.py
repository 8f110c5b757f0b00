"""A site that several machines make together: each renders and searches a share of the pages, and one machine puts the shares together.

A shard is no site, only some of its pages, with the memory of a build beside them. To merge is to build as always, and to take every page from the
shards that is made of the same recipe there. So the shards make a build quicker and can never make it other: the same bytes come out as from
one machine, and a page that is missing or damaged in them is made anew.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from generator.build.fingerprint import of_checks
from generator.build.last_build import LastBuild, read_last_build, write_last_build
from generator.build.press import Press, Shards
from generator.build.publish import SHARD, staged, swap_in
from generator.build.seen import to_bytes
from generator.build.site_build import look_over
from generator.errors import CoachkollenError
from generator.progress import Report, silent
from generator.records.deny_list import DenyList

# A share of fewer pages than a machine has to prepare is of no use to anybody.
MOST_SHARDS = 1000
_WRITTEN = re.compile(r"([1-9][0-9]{0,3})/([1-9][0-9]{0,3})\Z")
_Item = TypeVar("_Item")


class UnfitShards(CoachkollenError):
    """Folders that are no shards of the site that is to be built, or not all of them. The message says which."""


@dataclass(frozen=True, slots=True)
class Share:
    """One of some equal shares of the pages. number: from 1."""

    number: int
    of: int

    def __str__(self) -> str:
        return f"{self.number}/{self.of}"

    def taken(self, items: Sequence[_Item]) -> Sequence[_Item]:
        """What of a list is in this share. The items are dealt out like cards, so each is in one share and the shares are as large."""
        return items[self.number - 1 :: self.of]


def read_share(text: str) -> Share:
    """A share as it is written: `2/4` is the second of four. Raises ValueError."""
    match = _WRITTEN.match(text)
    share = Share(int(match[1]), int(match[2])) if match else Share(0, 0)
    if not 1 <= share.number <= share.of <= MOST_SHARDS:
        raise ValueError(text)
    return share


def build_shard(
    render: Callable[[Press], None],
    output: Path,
    inputs: Sequence[Path],
    share: Share,
    asked: bytes,
    *,
    as_of: str,
    contacts: Collection[str] = (),
    denied: DenyList | None = None,
    report: Report = silent,
    program: bytes,
    records: Mapping[str, str],
    workers: int = 1,
) -> int:
    """Render one share with `render` into a folder of its own, and note what the checks of single files saw. Returns how many files it has.

    asked: the fingerprint of what the site is made from. The rest as for `build_site`. What is wrong in a file is told when the shards are
    merged, since that depends on the other files too. Raises UnsafeOutput, OSError and whatever `render` raises.
    """
    with staged(output, inputs) as stage:
        press = Press(stage, output.resolve(), LastBuild(), records)
        render(press)
        over = look_over(stage, contacts, denied, report, {}, workers)
        seen = over.seen({problem.file for problem in (*over.problems, *over.scanned.problems)})
        files = {name: replace(made, seen=to_bytes(seen[name]) if name in seen else b"") for name, made in press.files.items()}
        checks = of_checks(contacts, denied)
        write_last_build(stage, LastBuild(program=program, inputs=_of_share(asked, share), frame=press.frame, checks=checks, records=records, files=files))
        about = {"shard": share.number, "of": share.of, "asked": asked.hex()}
        (stage / SHARD).write_text(json.dumps(about, sort_keys=True) + "\n", encoding="utf-8", newline="\n")
        swap_in(stage, output, as_of)
        return len(files)


def read_shards(folders: Sequence[Path], asked: bytes, program: bytes) -> Shards:
    """Every share of a site, each exactly once. asked, program: the fingerprints of the build that they are for.

    Raises UnfitShards for folders that are something else, were made from something else or by another program, or are damaged, and when one is missing
    or there twice.
    """
    found = {folder: _read_about(folder, asked) for folder in folders}
    sizes = {share.of: folder for folder, share in found.items()}
    if len(sizes) > 1:
        (one, first), (other, second) = sorted(sizes.items())[:2]
        raise UnfitShards(f"Delarna hör inte ihop: {first} är en av {one} och {second} en av {other}. Gör alla med samma antal.")
    by_number: dict[int, Path] = {}
    for folder, share in found.items():
        if share.number in by_number:
            raise UnfitShards(f"Del {share} finns två gånger: {by_number[share.number]} och {folder}. Ta bara med en av dem.")
        by_number[share.number] = folder
    (count,) = sizes or (0,)
    if missing := sorted(set(range(1, count + 1)) - by_number.keys()):
        listed = ", ".join(f"{number}/{count}" for number in missing)
        raise UnfitShards(f"Det saknas delar: {listed}. Gör dem med coachkollen build --shard {missing[0]}/{count}.")
    return _joined({by_number[number]: _read_memory(by_number[number], Share(number, count), asked, program) for number in sorted(by_number)})


def _joined(shards: Mapping[Path, LastBuild]) -> Shards:
    first = next(iter(shards.values()))
    folders: dict[str, Path] = {}
    for folder, build in shards.items():
        if twice := sorted(folders.keys() & build.files.keys()):
            raise UnfitShards(f"{twice[0]} finns både i {folders[twice[0]]} och i {folder}. Gör om delarna.")
        folders |= dict.fromkeys(build.files, folder.resolve())
    files = {name: made for build in shards.values() for name, made in build.files.items()}
    # Searched for something else, it has to be searched again.
    checks = first.checks if all(build.checks == first.checks for build in shards.values()) else b""
    return Shards(replace(first, inputs=b"", checks=checks, files=files), folders)


def _read_about(folder: Path, asked: bytes) -> Share:
    """Which share a folder says that it is."""
    path = folder / SHARD
    if not path.is_file():
        raise UnfitShards(f"{folder} är ingen del av en webbplats. Gör delar med coachkollen build --shard 1/2 och så vidare.")
    try:
        about = json.loads(path.read_text(encoding="utf-8"))
        share, made_for = read_share(f"{about['shard']}/{about['of']}"), bytes.fromhex(about["asked"])
    except (ValueError, TypeError, LookupError):
        raise UnfitShards(f"{path} går inte att läsa. Gör om delen.") from None
    if made_for != asked:
        raise UnfitShards(f"{folder} är inte gjord av samma poster, sidor, inställningar och dag som nu, eller inte med samma program. Gör om delen.")
    return share


def _read_memory(folder: Path, share: Share, asked: bytes, program: bytes) -> LastBuild:
    build = read_last_build(folder, program)
    if build.inputs != _of_share(asked, share):
        raise UnfitShards(f"{folder} är skadad. Gör om delen: coachkollen build --shard {share}.")
    return build


def _of_share(asked: bytes, share: Share) -> bytes:
    """What stands in the memory of a shard as what it was made from."""
    return hashlib.sha256(asked + str(share).encode()).digest()
