"""The theme's style sheet and scripts under names that change with what is in them, so that a browser may keep them for ever.

All style sheets are one, in the order of their names. A script that imports another of ours imports it by its new name.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

STYLESHEET = "css/coachkollen.css"
# The folder of the site where they lie.
FOLDER = "tema"

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_IMPORT = re.compile(r"""(?P<before>\bfrom\s+|\bimport\s*\(?\s*)(?P<quote>["'])\./(?P<name>[a-z0-9_-]+\.js)(?P=quote)""")


@dataclass(frozen=True, slots=True)
class Assets:
    """addresses: site-absolute address by name (`css/coachkollen.css`, `js/sok.js`). files: what to write, by address."""

    addresses: Mapping[str, str]
    files: Mapping[str, bytes]


def read_assets(static: Path) -> Assets:
    """The assets in a theme's folder `static`."""
    sheets = sorted((static / "css").glob("*.css"))
    styles = "\n".join(path.read_text(encoding="utf-8") for path in sheets)
    lines = (line.strip() for line in _COMMENT.sub("", styles).split("\n"))
    named = {STYLESHEET: "\n".join(line for line in lines if line).encode()}
    scripts = {path.name: path.read_text(encoding="utf-8") for path in sorted((static / "js").glob("*.js"))}
    for name in scripts:
        _add_script(name, scripts, named)
    addresses = {name: f"/{FOLDER}/{_hashed(name, content)}" for name, content in named.items()}
    return Assets(MappingProxyType(addresses), MappingProxyType({addresses[name]: content for name, content in named.items()}))


def _add_script(name: str, scripts: Mapping[str, str], named: dict[str, bytes]) -> None:
    """Put a script among the named, after those that it imports. A circle of imports has no names and raises RecursionError."""

    def renamed(found: re.Match[str]) -> str:
        _add_script(found["name"], scripts, named)
        other = _hashed(found["name"], named[f"js/{found['name']}"])
        return f"{found['before']}{found['quote']}./{other}{found['quote']}"

    if f"js/{name}" not in named:
        named[f"js/{name}"] = _IMPORT.sub(renamed, scripts[name]).encode()


def is_named_after(path: str, content: bytes) -> bool:
    """True for an asset that is what its own name says, so that nobody can put something else under the name that pages ask for. path: on the site."""
    folder, _, name = path.rpartition("/")
    stem, _, rest = name.partition(".")
    return folder == FOLDER and name == _hashed(f"{stem}.{rest.rpartition('.')[2]}", content)


def _hashed(name: str, content: bytes) -> str:
    """`sok.1a2b3c4d5e.js` of `js/sok.js`: all lie in one folder."""
    stem, _, ending = name.rpartition("/")[2].rpartition(".")
    return f"{stem}.{hashlib.sha256(content).hexdigest()[:10]}.{ending}"
