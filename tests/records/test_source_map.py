"""The places in a file, found when somebody asks."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.records import yaml_reader
from generator.records.plain_data import from_text
from generator.records.reader import plain_text
from generator.records.source_map import Places, SourceMap
from generator.records.yaml_reader import as_read_before, read_yaml

CONTENT = "\ufeffname: Exempel\r\nplaces:\r\n- municipality: 0114\r\n  note: ett ord, ett till\r\n".encode()


def test_nobody_looks_for_places_before_somebody_asks_and_then_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    find = yaml_reader._places_in
    monkeypatch.setattr(yaml_reader, "_places_in", lambda lines: asked.append(lines) or find(lines))
    source = read_yaml(CONTENT, "x.yaml").source
    assert source.lines == ("name: Exempel", "places:", "- municipality: 0114", "  note: ett ord, ett till", "")
    assert source.first("municipality") == (3, 3)
    assert asked == []
    assert source.place(("places", 0, "note")) == (4, 9)
    assert source.place_of("ett till", ("places", 0, "note")) == (4, 18)
    assert source.problem("T02", ("places", 0, "municipality"), key=True, field="x", known="", suggestion="").column == 3
    assert asked == [source.lines]


def test_one_that_was_read_before_has_the_same_places(tmp_path: Path) -> None:
    file = tmp_path / "x.yaml"
    file.write_bytes(CONTENT)
    read, again = read_yaml(file.read_bytes(), "x.yaml"), as_read_before(from_text(plain_text(file.read_bytes())), file.read_bytes(), "x.yaml")
    # What is asked about is what was read, whatever the file says now.
    file.write_bytes(b"annat: 1\n")
    assert again == read
    assert again.source.values == {(): (1, 1), ("name",): (1, 7), ("places",): (3, 1), ("places", 0): (3, 3), ("places", 0, "municipality"): (3, 17),
                                   ("places", 0, "note"): (4, 9)}  # fmt: skip
    assert again.source.keys[("places", 0, "note")] == (4, 3)
    assert again.source.ends[("places", 0, "note")] == (4, 26)


def test_a_map_is_its_file_its_lines_and_its_places() -> None:
    def made(lines: tuple[str, ...]) -> Places:
        return Places({("a",): (1, len(lines))}, {}, {})

    one = SourceMap.of("x.yaml", b"a\n", made)
    assert one == SourceMap("x.yaml", ("a", ""), {("a",): (1, 2)})
    assert one != SourceMap("x.yaml", ("a", ""), {("a",): (1, 1)})
    assert one != SourceMap("y.yaml", ("a", ""), {("a",): (1, 2)})
    assert one != SourceMap("x.yaml", ("b", ""), {("a",): (1, 2)})
    assert one != "x.yaml"
