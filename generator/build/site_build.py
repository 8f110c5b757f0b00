"""One build: render into a stage, check the tree, swap it in. Rendering is given by the caller, who knows Pelican."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.build.publish import Written, staged, swap_in
from generator.build.tree import check_tree
from generator.problems import Problem, has_errors
from generator.progress import Report, silent
from generator.site.expectations import Expected


@dataclass(frozen=True, slots=True)
class Built:
    """The outcome of a build. `written` is None when the tree had errors, and then the old output stands."""

    written: Written | None
    problems: tuple[Problem, ...]


def build_site(
    render: Callable[[Path], None],
    output: Path,
    inputs: Sequence[Path],
    *,
    base_path: str,
    as_of: str,
    expected: Iterable[Expected] = (),
    report: Report = silent,
) -> Built:
    """Render with `render`, which gets the folder to write into. `expected`: what must stand on which page.

    Raises UnsafeOutput, and whatever `render` raises.
    """
    with staged(output, inputs) as stage:
        render(stage)
        report("Kontrollerar länkar", 0, 0)
        problems = tuple(check_tree(stage, base_path, expected))
        if has_errors(problems):
            return Built(None, problems)
        return Built(swap_in(stage, output, as_of), problems)
