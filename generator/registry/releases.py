"""The releases: what was published when, as files that are never changed afterwards.

`releases/` lies beside the data root and is committed. Each release has a folder there, named by its day (`2027-03-01`, the next of
the same day `2027-03-01-2`). In it lie `release.json` and, at the same path as on the site, every page that said something else than
in the release before. A page that said the same is not stored again. What was true after a release is the sum of it and of those
before it, so nothing is stored twice that could come to disagree.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from generator.errors import CoachkollenError

FOLDER = "releases"
RELEASE_FILE = "release.json"
# The style sheets that stored pages were made with, under the names that they have on the site.
THEME_FOLDER = "tema"
# The keys that may sign releases and sites (ALLOWED SIGNERS in ssh-keygen(1)), and what a signature's name ends with.
SIGNERS = "allowed_signers"
SIGNATURE = ".sig"
# What a release stored, in the form that `sha256sum -c` reads; this is what is signed.
SUMS = "SHA256SUMS"
# So many digits of a manifest's SHA-256 stand on pages.
HASH_DIGITS = 12
_ID = re.compile(r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})(?:-(?P<number>[2-9]|[1-9][0-9]+))?")

# Unit to aspect to value: what can be said in one word about a unit, and changes with it or with the day.
States = Mapping[str, Mapping[str, str]]


class BrokenRelease(CoachkollenError):
    """A file of a release that cannot be read, or that is not what the release says. The message says which and how to mend it."""


@dataclass(frozen=True, slots=True)
class StoredPage:
    """A page as a release stored it.

    path: under the folder of the release. digest: of what the page says. sha256, size in bytes: of the file. made_from: keys of the records that it shows.
    content_hash: as citations of the page have it (`registry/released.py`); empty for a page that is not cited.
    """

    path: str
    digest: str
    sha256: str
    size: int
    made_from: tuple[str, ...]
    content_hash: str = ""


@dataclass(frozen=True, slots=True)
class UnitChange:
    """What a release did to one unit. change: `added`, `changed` or `removed`. fields: of a changed one, those that say something else, or for the first time.

    commit: the last one that had touched the record's file; empty where git could not say.
    """

    unit: str
    change: str
    fields: tuple[str, ...] = ()
    commit: str = ""


@dataclass(frozen=True, slots=True)
class Release:
    """One release. commit: that of the records, empty without git. states: those that are new or other than before, None for what has none any more.

    pages: those that it stored. gone: the paths that it took away.
    """

    id: str
    day: date
    commit: str
    units: tuple[UnitChange, ...]
    states: Mapping[str, Mapping[str, str | None]]
    pages: tuple[StoredPage, ...]
    gone: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Releases:
    """All releases, the first one first, and the folder that they lie in (None where there are none)."""

    all: tuple[Release, ...] = ()
    folder: Path | None = None
    _pages: Mapping[str, tuple[str, StoredPage]] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def latest(self) -> Release | None:
        """The last one."""
        return self.all[-1] if self.all else None

    def units(self, after: int | None = None) -> frozenset[str]:
        """The units that were there after so many releases; after all of them when it is not said."""
        there: set[str] = set()
        for release in self.all[:after]:
            there |= {unit.unit for unit in release.units if unit.change == "added"}
            there -= {unit.unit for unit in release.units if unit.change == "removed"}
        return frozenset(there)

    def states(self, after: int | None = None) -> States:
        """What could be said of them then."""
        known: dict[str, dict[str, str]] = {}
        for release in self.all[:after]:
            for unit, aspects in release.states.items():
                for aspect, value in aspects.items():
                    if value is None:
                        known.get(unit, {}).pop(aspect, None)
                    else:
                        known.setdefault(unit, {})[aspect] = value
        return {unit: aspects for unit, aspects in known.items() if aspects}

    def page(self, path: str) -> tuple[str, StoredPage] | None:
        """The release that stored the page as it is since, and the page; None for one that no release has, or that the last ones took away."""
        return self._pages.get(path)

    @property
    def pages(self) -> Mapping[str, tuple[str, StoredPage]]:
        """The same for every path."""
        return self._pages

    def stored(self) -> Iterator[tuple[Release, StoredPage]]:
        """Every page that was ever stored, with its release."""
        for release in self.all:
            for page in release.pages:
                yield release, page

    def read(self, release: Release, page: StoredPage) -> bytes:
        """The bytes of a stored page. Raises BrokenRelease when they are not those that were stored."""
        assert self.folder is not None  # there are releases only in a folder
        path = self.folder / release.id / page.path
        try:
            content = path.read_bytes()
        except OSError as error:
            raise BrokenRelease(f"{path} finns inte eller går inte att läsa. En release ändras aldrig: hämta tillbaka filen ur git.") from error
        if hashlib.sha256(content).hexdigest() != page.sha256:
            raise BrokenRelease(f"{path} är inte den sida som releasen {release.id} sparade. En release ändras aldrig: hämta tillbaka filen ur git.")
        return content


def release_day(release_id: str) -> date:
    """The day of a release, which its id begins with."""
    return date.fromisoformat(release_id[: len("2027-03-01")])


def is_release_id(text: object) -> bool:
    """True for what can be the id of a release: a real day, and a number for those after the first of the same day."""
    match = _ID.fullmatch(text) if isinstance(text, str) else None
    try:
        return match is not None and bool(date.fromisoformat(match["day"]))
    except ValueError:
        return False


def release_order(release_id: str) -> tuple[date, int]:
    """What releases are sorted by."""
    return release_day(release_id), _number(release_id)


def next_id(releases: Releases, day: date) -> str:
    """The id of a new release on a day. Raises BrokenRelease for a day before the last release."""
    latest = releases.latest
    if latest is None or latest.day < day:
        return day.isoformat()
    if latest.day > day:
        raise BrokenRelease(f"Den senaste releasen är från {latest.day}, som kommer efter {day}. Kontrollera datorns klocka.")
    return f"{day.isoformat()}-{_number(latest.id) + 1}"


def make_releases(releases: Iterable[Release], folder: Path | None) -> Releases:
    """Releases in their order, with what is stored of each page."""
    ordered = tuple(sorted(releases, key=lambda release: release_order(release.id)))
    pages: dict[str, tuple[str, StoredPage]] = {}
    for release in ordered:
        for path in release.gone:
            pages.pop(path, None)
        pages |= {page.path: (release.id, page) for page in release.pages}
    return Releases(ordered, folder, MappingProxyType(pages))


def read_releases(folder: Path) -> Releases:
    """Every release in a folder; none when there is no such folder. Raises BrokenRelease."""
    if not folder.is_dir():
        return Releases()
    found = sorted(path for path in folder.iterdir() if path.is_dir() and path.name != THEME_FOLDER and not path.name.startswith("."))
    return make_releases((_read(path) for path in found), folder)


def _read(folder: Path) -> Release:
    path, name = folder / RELEASE_FILE, _ID.fullmatch(folder.name)
    try:
        if name is None:
            raise ValueError(folder.name)
        data = json.loads(path.read_text(encoding="utf-8"))
        return Release(
            id=folder.name,
            day=date.fromisoformat(name["day"]),
            commit=data["commit"],
            units=tuple(UnitChange(u["unit"], u["change"], tuple(u.get("fields", ())), u.get("commit", "")) for u in data["units"]),
            states=data["states"],
            pages=tuple(StoredPage(p["path"], p["digest"], p["sha256"], p["size"], tuple(p["made_from"]), p.get("content_hash", "")) for p in data["pages"]),
            gone=tuple(data["gone"]),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BrokenRelease(f"{path} är ingen release. En release ändras aldrig: hämta tillbaka mappen ur git, eller ta bort den om den är ny.") from error


def format_release(release: Release) -> str:
    """`release.json`: the same bytes for the same release."""
    data: dict[str, Any] = {
        "release": release.id,
        "day": release.day.isoformat(),
        "commit": release.commit,
        "units": [{name: value for name, value in asdict(unit).items() if value} for unit in release.units],
        "states": release.states,
        "pages": [asdict(page) for page in release.pages],
        "gone": list(release.gone),
    }
    return json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def manifest_hash(release: Release) -> str:
    """SHA-256 of the release's manifest, in hexadecimal: of all that it stored, and of what it changed."""
    return hashlib.sha256(format_release(release).encode()).hexdigest()


def format_sums(release: Release, manifest: bytes) -> bytes:
    """`SHA256SUMS`: the checksums of the release's manifest and of every page that it stored, as they were made.

    Nothing in it ever has to be taken out: it holds no states, and paths that the public manifest keeps too. So it stays true of all
    that may still be read when something else of the release may not.
    """
    sums = {page.path: page.sha256 for page in release.pages} | {RELEASE_FILE: hashlib.sha256(manifest).hexdigest()}
    return "".join(f"{sums[path]}  {path}\n" for path in sorted(sums)).encode()


def write_sums(folder: Path) -> Path:
    """Write `SHA256SUMS` in the folder of a release, to be signed, and return it. Raises BrokenRelease."""
    sums = folder / SUMS
    sums.write_bytes(format_sums(_read(folder.resolve()), (folder / RELEASE_FILE).read_bytes()))
    return sums


def _number(release_id: str) -> int:
    match = _ID.fullmatch(release_id)
    return int(match["number"] or 1) if match else 1
