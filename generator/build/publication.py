"""Publish a built site: a whole release beside the others, held against its manifest, and then the one step that makes it the one that is read.

A file that the last release had is the same file on the disk, so a small change takes little room and time. The style sheets and scripts that only the
last release used come along, since somebody may be reading one of its pages. Their names are made of what is in them.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.build.compressed import FORMS, is_form_of, is_made_smaller, smaller, whole_name
from generator.build.manifest import MANIFEST, UnreadableManifest, read_manifest
from generator.build.publish import MARKER
from generator.build.site_folder import SiteFolder, existing_site, locked, open_site, settle
from generator.errors import CoachkollenError
from generator.progress import Report, silent
from generator.registry.releases import SIGNATURE
from generator.registry.rules.ledger import FEWEST_LEFT
from generator.site import routes
from generator.site.assets import FOLDER, is_named_after
from generator.site.manifest import Manifest, ManifestFile
from generator.workers import shared_out

KEPT = 5
_READ_AT_ONCE = 1 << 20


class NotPublished(CoachkollenError):
    """Nothing was published, and what was current still is. The message says why."""


@dataclass(frozen=True, slots=True)
class Publication:
    """What came of it. name: of the release that is current now. is_new: False when it was there already. was: what was current before, empty for nothing.

    linked, copied: files. removed: releases. left: an old release could not be removed; the next run tries again.
    """

    name: str
    is_new: bool
    was: str
    linked: int = 0
    copied: int = 0
    removed: tuple[str, ...] = ()
    left: bool = False


def publish(
    output: Path, path: Path, inputs: Sequence[Path] = (), *, keep: int = KEPT, allow_fewer: bool = False, report: Report = silent, workers: int = 1
) -> Publication:
    """Make a built site the one that is read. inputs: folders that `path` must be apart from. keep: how many releases are left. workers: how many processes.

    Raises NotPublished, UnsafeOutput, SiteBusy and OSError; then the site is as it was.
    """
    content = manifest_of(output)
    manifest, found = read_manifest(content), hashlib.sha256(content).hexdigest()
    site = open_site(path, (output, *inputs))
    with locked(site):
        current = site.current
        before = _published(site, current) if current else None
        if before and not allow_fewer:
            refuse_fewer(before, manifest)
        if name := _whole(site, manifest, found):
            done = Publication(name, is_new=False, was=current)
        else:
            name = site.next_name(found)
            stage = site.stage(name)
            linked = _fill(stage, output, manifest, (site.release(current), before) if before else None, report)
            report("Kontrollerar mot manifestet", 0, 0)
            _mend(stage, output, manifest, linked)
            report("Komprimerar", 0, 0)
            _compress(stage, manifest, workers)
            _finish(stage, output, content)
            site.add(stage, name)
            done = Publication(name, is_new=True, was=current, linked=len(linked), copied=len(manifest.files) - len(linked))
        if name != current:
            site.switch(name)
        try:
            return replace(done, removed=site.prune(keep))
        except OSError:
            return replace(done, left=True)


def rollback(path: Path, to: str = "") -> Publication:
    """Make an earlier release the one that is read again: the one before the current, or the one that is named. Raises as `publish` does."""
    site = existing_site(path)
    with locked(site):
        names, current = site.releases, site.current
        name = asked_for(to, names, current, path)
        if wrong := sorted(_wrong(site.release(name), _published(site, name))):
            raise NotPublished(f"Versionen {name} är skadad: {', '.join(wrong[:3])}. Välj en annan med --to.")
        if name != current:
            site.switch(name)
        return Publication(name, is_new=False, was=current)


def asked_for(to: str, names: Sequence[str], current: str, where: object) -> str:
    """The release to go back to: the one that is named, or the one before the current. names: in order. Raises NotPublished when there is none."""
    earlier = [name for name in names if name < current]
    name = to or (earlier[-1] if earlier else "")
    if not name:
        raise NotPublished(f"Det finns ingen tidigare version i {where} att gå tillbaka till.")
    if name not in names:
        raise NotPublished(f"{where} har ingen version {to}. De som finns är {', '.join(names)}.")
    return name


def manifest_of(folder: Path) -> bytes:
    """The manifest of a built site, as it lies there. Raises NotPublished for a folder that is none."""
    try:
        if not (folder / MARKER).is_file():
            raise NotPublished(f"{folder} är ingen webbplats som Coachkollen har byggt. Kör coachkollen build först.")
        return (folder / MANIFEST).read_bytes()
    except FileNotFoundError:
        raise NotPublished(f"{folder} har inget {MANIFEST}. Bygg om med coachkollen build.") from None


def _published(site: SiteFolder, name: str) -> Manifest:
    try:
        return read_manifest((site.release(name) / MANIFEST).read_bytes())
    except (FileNotFoundError, UnreadableManifest):
        raise NotPublished(f"Versionen {name} i {site.path} saknar ett läsbart manifest. Gå tillbaka till en annan med coachkollen rollback.") from None


def refuse_fewer(before: Manifest, after: Manifest) -> None:
    """Invariant 26: far fewer pages of records than what is current is a mistake until somebody says that it is none."""
    was, now = (sum(routes.is_record(f"/{name.removesuffix('index.html')}") for name in manifest.files) for manifest in (before, after))
    if now < FEWEST_LEFT * was:
        raise NotPublished(f"Sidorna om poster skulle bli {now} i stället för {was}. Är det meningen, publicera med --allow-fewer.")


def _whole(site: SiteFolder, manifest: Manifest, found: str) -> str:
    """The name of a release that is this very site already, as one that was rolled back from; empty for none."""
    same = [name for name in site.releases if name.endswith(f"-{found[:12]}")]
    whole = (name for name in reversed(same) if sha256_of(site.release(name) / MANIFEST) == found and not _wrong(site.release(name), manifest))
    return next(whole, "")


def _fill(stage: Path, output: Path, manifest: Manifest, last: tuple[Path, Manifest] | None, report: Report) -> frozenset[str]:
    """Put every file of the manifest in the stage. Returns those that are the files of the last release."""
    folder, before = last or (None, None)
    known: Mapping[str, ManifestFile] = before.files if before else {}
    kept = {name: file for name, file in known.items() if name.startswith(f"{FOLDER}/") and name not in manifest.files}
    linked: set[str] = set()
    every = sorted({**kept, **manifest.files}.items())
    for done, (name, file) in enumerate(every, 1):
        report("Lägger filerna på plats", done, len(every))
        target = stage / name
        _make_folders(target.parent, stage)
        if folder and known.get(name) == file and _link(folder / name, target):
            linked.add(name)
            for form in FORMS if is_made_smaller(name, file.size) else ():
                _link(folder / f"{name}{form}", target.with_name(f"{target.name}{form}"))
        elif name not in kept:
            _copy(output / name, target)
    return frozenset(linked & manifest.files.keys())


def _mend(stage: Path, output: Path, manifest: Manifest, linked: frozenset[str]) -> None:
    """Hold the stage against the manifest. A file that had been damaged in the last release is copied anew, and a smaller form goes, to be made anew.

    Raises NotPublished for a file of the build that is wrong.
    """
    wrong = _wrong(stage, manifest)
    for name in wrong:
        if name in linked:
            (stage / name).unlink()
            _copy(output / name, stage / name)
        elif name not in manifest.files and whole_name(name) in manifest.files:
            (stage / name).unlink()
    if wrong and (wrong := sorted(_wrong(stage, manifest))):
        raise NotPublished(f"{output} stämmer inte med sitt manifest: {', '.join(wrong[:3])}. Bygg om och publicera sedan.")


def _compress(stage: Path, manifest: Manifest, workers: int) -> None:
    """The smaller forms of all text files. One that came along from the last release is made anew when it is not what it should be."""
    names = [name for name, file in manifest.files.items() if is_made_smaller(name, file.size)]

    def make(share: Sequence[str]) -> None:
        for name in share:
            whole = (stage / name).read_bytes()
            for form in FORMS:
                path = stage / f"{name}{form}"
                if f"{name}{form}" in manifest.files or (path.is_file() and is_form_of(path.name, path.read_bytes(), whole)):
                    continue
                path.unlink(missing_ok=True)
                with path.open("xb") as write:
                    write.write(smaller(form, whole))
                    write.flush()
                    os.fsync(write.fileno())
                path.chmod(0o644)

    shared_out(make, names, workers)


def _finish(stage: Path, output: Path, content: bytes) -> None:
    """The manifest and its signature, and every name on the disk. Raises NotPublished when somebody has built anew in the meantime."""
    (stage / MANIFEST).write_bytes(content)
    (stage / MANIFEST).chmod(0o644)
    _copy(output / (MANIFEST + SIGNATURE), stage / (MANIFEST + SIGNATURE))
    if (output / MANIFEST).read_bytes() != content:
        raise NotPublished(f"{output} byggdes om medan den publicerades. Kör igen.")
    with (stage / MANIFEST).open("rb") as file:
        os.fsync(file.fileno())
    for folder in (*(path for path in stage.rglob("*") if path.is_dir()), stage):
        settle(folder)


def _make_folders(folder: Path, stage: Path) -> None:
    """Folders that everyone may read, whatever the mask of the process."""
    for path in reversed([folder, *folder.parents]):
        if path.is_relative_to(stage) and not path.is_dir():
            path.mkdir()
            path.chmod(0o755)


def _link(source: Path, target: Path) -> bool:
    """Have the same file in both releases. False when the old one is gone, or the file system has no such links."""
    try:
        os.link(source, target, follow_symlinks=False)
    except (FileNotFoundError, PermissionError, NotImplementedError):
        return False
    return True


def _copy(source: Path, target: Path) -> None:
    """Copy a file, on the disk before this returns. A file that has gone since the build is told of when all is held against the manifest."""
    if not source.is_file():
        return
    with source.open("rb") as read, target.open("xb") as write:
        while block := read.read(_READ_AT_ONCE):
            write.write(block)
        write.flush()
        os.fsync(write.fileno())
    target.chmod(0o644)


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file, however large."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _wrong(folder: Path, manifest: Manifest) -> list[str]:
    """The files of a release that are not what its manifest says, are missing, or are not in it."""
    there = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir()}
    more = there.keys() - manifest.files.keys() - {MANIFEST, MANIFEST + SIGNATURE}
    wrong = [name for name in more if there[name].is_symlink() or not _may_be_there(name, there, manifest)]
    for name, file in manifest.files.items():
        path = there.get(name)
        if path is None or path.is_symlink() or path.stat().st_size != file.size or sha256_of(path) != file.sha256:
            wrong.append(name)
    return wrong


def _may_be_there(name: str, there: Mapping[str, Path], manifest: Manifest) -> bool:
    """True for a file that no manifest lists and that says itself what it must hold: an asset of an older page, or the smaller form of a file."""
    content, whole = there[name].read_bytes(), whole_name(name)
    return is_named_after(name, content) or (whole in manifest.files and whole in there and is_form_of(name, content, there[whole].read_bytes()))
