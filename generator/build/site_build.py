"""One build: render into a stage, check the tree and search it for what is private, swap it in. Rendering is given by the caller, who knows Pelican."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.build.publish import Written, staged, swap_in
from generator.build.scan import scan
from generator.build.tree import check_tree
from generator.problems import Problem, has_errors
from generator.progress import Report, silent
from generator.records.deny_list import DenyList
from generator.site.expectations import Expected


@dataclass(frozen=True, slots=True)
class Built:
    """The outcome of a build. `written` is None when the tree had errors, and then the old output stands. unread: files that could not be searched as text."""

    written: Written | None
    problems: tuple[Problem, ...]
    unread: tuple[str, ...] = ()


def build_site(
    render: Callable[[Path], None],
    output: Path,
    inputs: Sequence[Path],
    *,
    base_path: str,
    as_of: str,
    expected: Iterable[Expected] = (),
    contacts: Collection[str] = (),
    denied: DenyList | None = None,
    report: Report = silent,
) -> Built:
    """Render with `render`, which gets the folder to write into. Raises UnsafeOutput, and whatever `render` raises.

    expected: what must stand on which page. contacts: the contact details that may stand on the site. denied: the
    strings that may not.
    """
    with staged(output, inputs) as stage:
        render(stage)
        found = scan(stage, contacts, denied, report)
        report("Kontrollerar länkar", 0, 0)
        problems = (*check_tree(stage, base_path, expected), *found.problems)
        if denied is not None:
            problems = tuple(problem.masked(denied.mask) for problem in problems)
        if has_errors(problems):
            return Built(None, problems)
        return Built(swap_in(stage, output, as_of), problems, found.unread)
