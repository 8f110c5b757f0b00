"""One edit of the demo registry that somebody tries, the code that refuses it, and how an honest editor does the same.

The tables in this folder are read as a specification. Files are named from the root of a project:
`providers/…`, `content/…` and `intake/…` are those of `tests/demo/`, `theme/templates/…` is ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
from pathlib import Path
from textwrap import dedent, indent
from types import MappingProxyType
from typing import Literal

ROOT = Path(__file__).parent.parent.parent
_DEMO = ROOT / "tests/demo"

Tree = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Change:
    """`old`, which stands in the file exactly once, becomes `new`. Without `old` the file is new, and without `new` it goes away."""

    file: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Edit:
    """What somebody tries, and what must come of it.

    name: of its test. tries: what and why. invariant: the one that it breaks. code: what refuses it, in
    the file `where` (if it is not the first that the edit changes). instead: how an honest editor does the
    same, which is `mended`. level: `warning` for the few codes that only warn. needs: what must be there
    besides the files.
    """

    name: str
    tries: str
    invariant: int
    code: str
    unfair: tuple[Change, ...]
    instead: str
    mended: tuple[Change, ...]
    where: str = ""
    level: Literal["error", "warning"] = "error"
    needs: Literal["", "git", "deny list"] = ""

    @property
    def file(self) -> str:
        """Where the problem must be."""
        return self.where or self.unfair[0].file

    @property
    def shows_on_pages(self) -> bool:
        """True for an edit that only the finished pages tell."""
        return self.file.endswith(".html")


@dataclass(frozen=True, slots=True)
class Powerless:
    """An edit that nobody refuses, since it does not help: the page still says what it said, or says what became of it."""

    name: str
    tries: str
    invariant: int
    changes: tuple[Change, ...]
    page: str
    says: str
    never: str = ""


def replaced(file: str, old: str, new: str) -> Change:
    """A text of the file is another. Texts that begin with a line break are whole lines, as far in as they are easy to read."""
    return Change(file, *_as_it_stands(demo()[file], old, new))


def added(file: str, text: str) -> Change:
    """A new file."""
    return Change(file, None, dedent(text).lstrip("\n"))


def removed(file: str) -> Change:
    """The file is gone."""
    return Change(file, demo()[file], None)


def listed(file: str, key: str, item: str) -> Change:
    """One more item, first in a list that the record has at its top level."""
    return Change(file, f"\n{key}:\n", f"\n{key}:\n{indent(dedent(item).strip(), '  ')}\n")


def at_end(file: str, text: str) -> Change:
    """More at the end of the file."""
    whole = demo()[file]
    return Change(file, whole, whole + dedent(text).lstrip("\n"))


def corrected(target: str, was: str, now: str, why: str = "Vi hade läst källan fel.") -> Change:
    """The correction that a change of what has been published asks for."""
    name = target.replace("/", "-").replace("#", "-")
    return added(
        f"providers/corrections/2026-11-21-{name}.yaml",
        f"""
        target: {target}
        published_on: 2026-11-21
        was: {was}
        now: {now}
        why: {why}
        noticed_by: reader
        """,
    )


def buried(kind: str, record_id: str, text: str, *, reason: str = "wrong", redirect: str = "") -> Change:
    """The tombstone of a record."""
    leads = f"redirect: {redirect}\n" if redirect else ""
    return added(
        f"providers/tombstones/{record_id}.yaml",
        f"was: {kind}\nremoved_on: 2026-11-21\nreason: {reason}\ntext: {text}\n{leads}",
    )


def but(text: str, *changes: str) -> str:
    """The text with parts of it changed, given as old, new, old, new …; a last old one without a new goes away. As in `replaced`."""
    for old, new in zip_longest(changes[::2], changes[1::2], fillvalue=""):
        before, after = _as_it_stands(text, old, new)
        assert text.count(before) == 1, f"{before!r} stands {text.count(before)} times in {text!r}"
        text = text.replace(before, after)
    return text


def _as_it_stands(text: str, old: str, new: str) -> tuple[str, str]:
    """Whole lines with the indentation that they have in the text, where they stand once."""
    if not old.startswith("\n"):
        return old, new
    lines = [line for line in f"{old}\n{new}".splitlines() if line.strip()]
    margin = min(len(line) - len(line.lstrip()) for line in lines)
    for depth in range(0, 12, 2):
        before, after = ("".join(f"{' ' * depth}{line[margin:]}\n" for line in block.splitlines() if line.strip()) for block in (old, new))
        if f"\n{text}".count(f"\n{before}") == 1:
            return before, after
    raise AssertionError(f"{old!r} does not stand once in {text!r}")


@cache
def demo() -> Tree:
    """Every file of the demo registry and of the theme that an edit may change."""
    files = {path.relative_to(_DEMO).as_posix(): path for path in sorted(_DEMO.rglob("*")) if path.is_file()}
    files |= {path.relative_to(ROOT).as_posix(): path for path in sorted((ROOT / "theme/templates").glob("*.html"))}
    return MappingProxyType({name: path.read_text(encoding="utf-8") for name, path in files.items()})


def edited(tree: Tree, changes: tuple[Change, ...]) -> Tree:
    """The tree after the changes, one after the other."""
    files = dict(tree)
    for change in changes:
        if change.old is None:
            assert change.file not in files, f"{change.file} is there already"
            assert change.new is not None
            files[change.file] = change.new
        elif change.new is None:
            del files[change.file]
        else:
            files[change.file] = but(files[change.file], change.old, change.new)
    return files
