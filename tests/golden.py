"""The golden tree: the demo site as it should look, in the repository.

`tests/golden/pages/` holds every page that is made from records or text in full, so that a change
in looks is read in the diff. `tests/golden/digests.txt` holds the SHA-256 of every file of the
site, also of those in English and of the places where there is nothing. Run this file to accept today's site. That
also releases the demo as it is now: its records are examples, so they may change without a correction.
"""

from __future__ import annotations

import hashlib
import shutil
import sys
import tempfile
from datetime import date
from pathlib import Path

from generator.registry.files import RELEASED_NAME
from generator.registry.loading import load
from generator.registry.released import format_released, meanings, parse_released
from generator.registry.releases import FOLDER

GOLDEN = Path(__file__).parent / "golden"
# What a library packs or draws: another version gives other bytes for the same rows and words, which tests read back.
_PACKED = {".zip", ".xlsx", ".sqlite", ".parquet", ".png"}
_OF_PACKED = {"data/dcat.jsonld", "data/dcat.rdf", "manifest.json"}
_EMPTY_PLACE = "Vi har inte dokumenterat någon leverantör här ännu."


def digests(site: Path) -> str:
    """One line a file, sorted: digest and path. The build's own mark is left out, and so is what is packed and what has the checksums of that."""
    files = sorted(p for p in site.rglob("*") if p.is_file() and p.name != ".coachkollen.json" and p.suffix not in _PACKED)
    files = [p for p in files if p.relative_to(site).as_posix() not in _OF_PACKED]
    return "".join(f"{hashlib.sha256(p.read_bytes()).hexdigest()}  {p.relative_to(site).as_posix()}\n" for p in files)


def pages(site: Path) -> dict[str, str]:
    """Every Swedish HTML page with something of its own on it, by path. Of the English ones only the digests are kept."""
    found = {p.relative_to(site).as_posix(): p.read_text(encoding="utf-8") for p in sorted(site.rglob("*.html"))}
    empty = {name for name, text in found.items() if name.startswith(("kommun/", "lan/")) and _EMPTY_PLACE in text}
    return {name: text for name, text in found.items() if name not in empty and not name.startswith("en/")}


def write(site: Path) -> None:
    """Accept `site` as the golden tree."""
    shutil.rmtree(GOLDEN, ignore_errors=True)
    for name, text in pages(site).items():
        target = GOLDEN / "pages" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
    (GOLDEN / "digests.txt").write_text(digests(site), encoding="utf-8", newline="\n")


def forget_release(data: Path, content: Path, as_of: date) -> None:
    """Leave only the names in the ledger of the demo, so that what they mean can be released anew."""
    ledger = data / RELEASED_NAME
    last = parse_released(ledger.read_text(encoding="utf-8").splitlines()).units if ledger.exists() else {}
    ledger.write_text("", encoding="utf-8")
    registry = load(data, content, as_of, today=as_of).registry
    now = {unit for document in registry.documents.values() for unit in meanings(document)} if registry else set(last)
    ledger.write_text(format_released({unit: {} if unit in now else None for unit in last}, None), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    from conftest import AS_OF, DEMO, ON_THE_DAY, coachkollen

    forget_release(Path(DEMO[1]), Path(DEMO[3]), date.fromisoformat(AS_OF))
    released = coachkollen("release", *DEMO, **ON_THE_DAY)
    if released.returncode:
        sys.exit(released.stderr)
    # The demo has no past: tests that need releases make them.
    shutil.rmtree(Path(DEMO[1]).parent / FOLDER)
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "output"
        result = coachkollen("build", *DEMO, "--as-of", AS_OF, "--output", str(output), **ON_THE_DAY)
        if result.returncode:
            sys.exit(result.stderr)
        write(output)
        print(f"tests/golden/ skriven: {len(pages(output))} sidor.")
