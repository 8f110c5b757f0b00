"""The golden tree: the demo site as it should look, in the repository.

`tests/golden/pages/` holds every page that is made from records or text in full, so that a change
in looks is read in the diff. `tests/golden/digests.txt` holds the SHA-256 of every file of the
site, also of the places where there is nothing. Run this file to accept today's site.
"""

from __future__ import annotations

import hashlib
import shutil
import sys
import tempfile
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"
_EMPTY_PLACE = "Vi har inte dokumenterat någon leverantör här ännu."


def digests(site: Path) -> str:
    """One line a file, sorted: digest and path. The build's own mark is left out."""
    files = sorted(p for p in site.rglob("*") if p.is_file() and p.name != ".coachkollen.json")
    return "".join(f"{hashlib.sha256(p.read_bytes()).hexdigest()}  {p.relative_to(site).as_posix()}\n" for p in files)


def pages(site: Path) -> dict[str, str]:
    """Every HTML page with something of its own on it, by path."""
    found = {p.relative_to(site).as_posix(): p.read_text(encoding="utf-8") for p in sorted(site.rglob("*.html"))}
    return {name: text for name, text in found.items() if not (name.startswith(("kommun/", "lan/")) and _EMPTY_PLACE in text)}


def write(site: Path) -> None:
    """Accept `site` as the golden tree."""
    shutil.rmtree(GOLDEN, ignore_errors=True)
    for name, text in pages(site).items():
        target = GOLDEN / "pages" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
    (GOLDEN / "digests.txt").write_text(digests(site), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    from conftest import AS_OF, DEMO, ON_THE_DAY, coachkollen

    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "output"
        result = coachkollen("build", *DEMO, "--as-of", AS_OF, "--output", str(output), **ON_THE_DAY)
        if result.returncode:
            sys.exit(result.stderr)
        write(output)
        print(f"tests/golden/ skriven: {len(pages(output))} sidor.")
