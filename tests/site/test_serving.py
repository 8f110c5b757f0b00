"""What is said of each file by a host that knows nothing of files."""

from __future__ import annotations

from pathlib import Path

import pytest
from published import made

from generator.site.serving import TEXT_ENDINGS, media_type, said_of_files


def test_every_file_of_the_demo_is_of_a_known_kind(demo_site: Path) -> None:
    files = [path for path in demo_site.rglob("*") if path.is_file() and not path.name.startswith(".")]
    assert sorted({path.suffix for path in files if media_type(path.name) == "application/octet-stream"}) == []


def test_a_file_of_the_dataset_is_what_its_descriptions_say() -> None:
    other = {file.name: (media_type(file.name), file.media_type) for file in made().files if media_type(file.name).partition(";")[0] != file.media_type}
    # A host knows a file by its ending, and one kind of JSON from another it does not.
    assert other == {"csvw-metadata.json": ("application/json", "application/csvm+json")}


@pytest.mark.parametrize("ending", sorted(TEXT_ENDINGS))
def test_every_text_has_a_kind(ending: str) -> None:
    assert media_type(f"a/b{ending}") != "application/octet-stream"


def test_text_says_how_it_is_written_and_what_is_unknown_is_only_bytes() -> None:
    assert media_type("index.html") == "text/html; charset=utf-8"
    assert media_type("v/2026-11-21/SHA256SUMS") == "text/plain; charset=utf-8"
    assert media_type("manifest.json") == "application/json"
    assert media_type("manifest.json.sig") == "application/octet-stream"
    assert "immutable" in said_of_files() and ".html" in said_of_files()
