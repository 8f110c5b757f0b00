"""Small built sites, made to be published in tests."""

from __future__ import annotations

import hashlib
from pathlib import Path

from generator.build.manifest import write_manifest
from generator.build.publish import mark
from generator.desk.verification import verify_folder

STYLE = {"old": "body{}", "new": "body{color:red}"}


def asset(content: str) -> str:
    return f"tema/coachkollen.{hashlib.sha256(content.encode()).hexdigest()[:10]}.css"


def built(folder: Path, *, style: str = "old", providers: int = 3, **pages: str) -> Path:
    """A built site of some pages."""
    files = {"index.html": "start", asset(STYLE[style]): STYLE[style], **{f"leverantor/p{n}/index.html": f"provider {n}" for n in range(providers)}, **pages}
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    write_manifest(folder, "2026-11-21")
    mark(folder, "2026-11-21")
    return folder


def current(site: Path) -> Path:
    return site / "current"


def names(site: Path) -> list[str]:
    return sorted(path.name for path in (site / "releases").iterdir())


def is_whole(site: Path) -> bool:
    """True when what is read is one complete site."""
    _, problems = verify_folder(current(site).resolve())
    return problems == []
