"""One build: render into a stage, check the tree and search it for what is private, swap it in. Rendering is given by the caller, who knows Pelican.

What is the same as in the last build is taken from it, and what the checks saw in that is taken too; what they compare between files is
compared anew each time. When nothing at all is new the old tree stays where it is.
"""

from __future__ import annotations

import errno
import os
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from generator.build.fingerprint import of_checks
from generator.build.last_build import LastBuild, read_last_build, write_last_build
from generator.build.manifest import MANIFEST, is_listed
from generator.build.press import Press, Shards
from generator.build.publish import MEMORY, Written, staged, swap_in
from generator.build.scan import Scanned, scan
from generator.build.seen import Seen, from_bytes, to_bytes
from generator.build.tree import Looked, check_looked, look_at_tree
from generator.problems import Language, Problem, has_errors
from generator.progress import Report, silent
from generator.records.deny_list import DenyList
from generator.site.expectations import Expected
from generator.site.manifest import Manifest, ManifestFile, format_manifest
from generator.site.swedish import count_text

_MOST_ENDINGS = 5


@dataclass(frozen=True, slots=True)
class Built:
    """The outcome of a build. `written` is None when the tree had errors, and then the old output stands. unread: files that could not be searched as text.

    changed: how many files were written or have gone, of all in `written`.
    """

    written: Written | None
    problems: tuple[Problem, ...]
    unread: tuple[str, ...] = ()
    changed: int = 0


@dataclass(frozen=True, slots=True)
class Checked:
    """What the checks found. unread: files that could not be searched as text. seen: what they saw in each file in which nothing was wrong, by name."""

    problems: tuple[Problem, ...]
    unread: tuple[str, ...]
    seen: Mapping[str, Seen]


@dataclass(frozen=True, slots=True)
class LookedOver:
    """Every file of a folder looked at by itself. problems: what is wrong in one file, but for what the search in `scanned` found."""

    problems: tuple[Problem, ...]
    scanned: Scanned
    looked: Mapping[str, Looked]

    def seen(self, wrong: Collection[str]) -> dict[str, Seen]:
        """What there is to remember of the files in which nothing was found, but for those that are wrong in another way."""
        return {name: Seen(searched, self.looked[name]) for name, searched in self.scanned.clean.items() if name in self.looked and name not in wrong}


def look_over(folder: Path, contacts: Collection[str], denied: DenyList | None, report: Report, already: Mapping[str, Seen], workers: int) -> LookedOver:
    """Search and read every file of a folder. The parameters as for `check_site`.

    Raises OSError when something could not be read, since what has not been searched is not published.
    """
    found = scan(folder, contacts, denied, report, {name: seen.searched for name, seen in already.items()}, workers)
    if found.barred:
        raise OSError(errno.EIO, os.strerror(errno.EIO), found.barred[0])
    report("Kontrollerar länkar", 0, 0)
    looked, problems = look_at_tree(folder, {name: seen.looked for name, seen in already.items()}, workers)
    return LookedOver(tuple(problems), found, looked)


def check_site(
    folder: Path,
    *,
    base_path: str,
    expected: Iterable[Expected] = (),
    contacts: Collection[str] = (),
    denied: DenyList | None = None,
    report: Report = silent,
    already: Mapping[str, Seen] = MappingProxyType({}),
    workers: int = 1,
) -> Checked:
    """What is wrong or private in a written site. already: what the same checks saw in files that are as they were. The rest as for `build_site`.

    Raises OSError when something could not be read.
    """
    over = look_over(folder, contacts, denied, report, already, workers)
    between = check_looked(over.looked, base_path, expected)
    problems = [*over.problems, *between, *over.scanned.problems]
    seen = over.seen({problem.file for problem in problems})
    return Checked(tuple(problem.masked(denied.mask) for problem in problems) if denied else tuple(problems), over.scanned.unread, seen)


def build_site(
    render: Callable[[Press], None],
    output: Path,
    inputs: Sequence[Path],
    *,
    base_path: str,
    as_of: str,
    release: tuple[str, str] = ("", ""),
    expected: Iterable[Expected] = (),
    contacts: Collection[str] = (),
    denied: DenyList | None = None,
    report: Report = silent,
    program: bytes = b"",
    records: Mapping[str, str] = MappingProxyType({}),
    workers: int = 1,
    shards: Shards | None = None,
) -> Built:
    """Render with `render`, which gets what writes the files. Raises UnsafeOutput, and whatever `render` raises.

    expected: what must stand on which page. contacts: the contact details that may stand on the site. denied: the
    strings that may not. release: the latest one and the commit of its records, for the manifest. program: its fingerprint; without one nothing is
    taken from the last build. records: the digest of each, by its key. workers: how many processes. shards: from which pages are taken, instead of from
    what is in `output`.
    """
    with staged(output, inputs) as stage:
        last = shards.last if shards else read_last_build(output.resolve(), program) if program else LastBuild()
        press = Press(stage, output.resolve(), last, records, shards.folders if shards else {})
        render(press)
        press.adopt()
        listed = {name: ManifestFile(name, made.size, made.sha256.hex()) for name, made in press.files.items() if is_listed(name)}
        press.write(MANIFEST, format_manifest(Manifest(as_of, *release, listed)))
        checks = of_checks(contacts, denied)
        already = {name: from_bytes(seen) for name, seen in press.seen().items()} if last.checks == checks else {}
        checked = check_site(stage, base_path=base_path, expected=expected, contacts=contacts, denied=denied, report=report, already=already, workers=workers)
        if has_errors(checked.problems):
            return Built(None, checked.problems)
        files = {
            name: made if name in already else replace(made, seen=to_bytes(checked.seen[name]) if name in checked.seen else b"")
            for name, made in press.files.items()
        }
        build = LastBuild(program=program, frame=press.frame, checks=checks, records=records, files=files)
        changed = len(last.files.keys() - files.keys()) + sum(not made.kept for made in files.values())
        # What somebody else has put into the old tree goes with it.
        stays = press.is_as_before and last.is_whole(output.resolve())
        if program:
            write_last_build(stage, build)
        if stays:
            if program:
                (stage / MEMORY).replace(output.resolve() / MEMORY)
            return Built(Written(len(files), sum(made.size for made in files.values())), checked.problems, checked.unread)
        return Built(swap_in(stage, output, as_of), checked.problems, checked.unread, changed)


def unread_text(names: Sequence[str], lang: Language) -> str:
    """How many files could not be read as text, and of which kinds most of them are."""
    kinds = Counter(PurePosixPath(name).suffix or PurePosixPath(name).name for name in names).most_common(_MOST_ENDINGS)
    listed = ", ".join(f"{kind} {count}" for kind, count in kinds)
    if lang == "en":
        return f"Could not be read as text, or only in part: {len(names)} {'file' if len(names) == 1 else 'files'} ({listed})."
    return f"Gick inte att läsa som text, eller bara delvis: {count_text(len(names), 'fil', 'filer')} ({listed})."
