"""One build: render into a stage, check the tree and search it for what is private, swap it in. Rendering is given by the caller, who knows Pelican."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.build.manifest import write_manifest
from generator.build.publish import Written, staged, swap_in
from generator.build.scan import scan
from generator.build.tree import check_tree
from generator.problems import Language, Problem, has_errors
from generator.progress import Report, silent
from generator.records.deny_list import DenyList
from generator.site.expectations import Expected
from generator.site.swedish import count_text

_MOST_ENDINGS = 5


@dataclass(frozen=True, slots=True)
class Built:
    """The outcome of a build. `written` is None when the tree had errors, and then the old output stands. unread: files that could not be searched as text."""

    written: Written | None
    problems: tuple[Problem, ...]
    unread: tuple[str, ...] = ()


def check_site(
    folder: Path,
    *,
    base_path: str,
    expected: Iterable[Expected] = (),
    contacts: Collection[str] = (),
    denied: DenyList | None = None,
    report: Report = silent,
) -> tuple[tuple[Problem, ...], tuple[str, ...]]:
    """What is wrong or private in a written site, and the files that could not be searched as text. The rest as for `build_site`."""
    found = scan(folder, contacts, denied, report)
    report("Kontrollerar länkar", 0, 0)
    problems = (*check_tree(folder, base_path, expected), *found.problems)
    return tuple(problem.masked(denied.mask) for problem in problems) if denied else problems, found.unread


def build_site(
    render: Callable[[Path], None],
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
) -> Built:
    """Render with `render`, which gets the folder to write into. Raises UnsafeOutput, and whatever `render` raises.

    expected: what must stand on which page. contacts: the contact details that may stand on the site. denied: the
    strings that may not. release: the latest one and the commit of its records, for the manifest.
    """
    with staged(output, inputs) as stage:
        render(stage)
        write_manifest(stage, as_of, *release)
        problems, unread = check_site(stage, base_path=base_path, expected=expected, contacts=contacts, denied=denied, report=report)
        if has_errors(problems):
            return Built(None, problems)
        return Built(swap_in(stage, output, as_of), problems, unread)


def unread_text(names: Sequence[str], lang: Language) -> str:
    """How many files could not be read as text, and of which kinds most of them are."""
    kinds = Counter(PurePosixPath(name).suffix or PurePosixPath(name).name for name in names).most_common(_MOST_ENDINGS)
    listed = ", ".join(f"{kind} {count}" for kind, count in kinds)
    if lang == "en":
        return f"Could not be read as text, or only in part: {len(names)} {'file' if len(names) == 1 else 'files'} ({listed})."
    return f"Gick inte att läsa som text, eller bara delvis: {count_text(len(names), 'fil', 'filer')} ({listed})."
