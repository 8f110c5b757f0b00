"""What is private is found in every format of the dataset, and the checksums in its descriptions are not taken for numbers."""

from __future__ import annotations

import re
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import made
import published
import pytest

from generator.build.scan import scan
from generator.records.privacy import find_person_numbers
from generator.site.tables.archive import zip_file
from generator.site.tables.columns import Filled
from generator.site.tables.dataset import Dataset
from generator.site.tables.files import FORMATS, Format
from generator.site.tables.separated import csv_files

NUMBER = made.person_number(between="-")


def with_text(text: str) -> Dataset:
    """The demo's dataset, where one county has this name."""
    base = published.made().dataset
    counties = base.tables["counties"]
    planted = Filled(counties.table, ({**counties.rows[0], "name": text}, *counties.rows[1:]))
    return replace(base, filled=tuple(planted if filled is counties else filled for filled in base.filled))


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.id)
def test_a_person_number_in_any_format_is_found(form: Format, tmp_path: Path) -> None:
    for file in form.make(with_text(f"Län {NUMBER}")):
        (tmp_path / file.name.replace("/", "-")).write_bytes(file.content)
    found = scan(tmp_path, ())
    assert {problem.code for problem in found.problems} == {"B03"}
    assert found.unread == ()


def test_a_person_number_in_the_archive_is_found(tmp_path: Path) -> None:
    dataset = with_text(f"Län {NUMBER}")
    (tmp_path / "coachkollen.zip").write_bytes(zip_file(dataset, csv_files(dataset)).content)
    (problem,) = scan(tmp_path, ()).problems
    assert (problem.code, problem.file) == ("B03", "coachkollen.zip/coachkollen/csv/counties.csv")


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.id)
def test_nothing_is_found_where_nothing_is_and_every_file_is_read(form: Format, tmp_path: Path) -> None:
    for file in form.make(published.made().dataset):
        (tmp_path / file.name.replace("/", "-")).write_bytes(file.content)
    found = scan(tmp_path, ())
    assert (found.problems, found.unread) == ((), ())


def looks_private() -> bytes:
    """Something whose checksum has the digits of a person number in it, which happens to one file in two thousand."""
    for attempt in range(200_000):
        content = str(attempt).encode()
        digest = sha256(content).hexdigest()
        if re.search(r"[0-9]{10}", digest) and list(find_person_numbers(digest)):
            return content
    raise AssertionError("no such file")


def test_the_checksum_of_a_file_that_is_there_is_no_person_number_and_the_same_digits_elsewhere_are(tmp_path: Path) -> None:
    content = looks_private()
    digest = sha256(content).hexdigest()
    (tmp_path / "beskrivning.json").write_text(f'{{"hash": "sha256:{digest}"}}', encoding="utf-8")
    assert [problem.code for problem in scan(tmp_path, ()).problems] == ["B03"]
    (tmp_path / "fil.csv").write_bytes(content)
    assert scan(tmp_path, ()).problems == ()
    (tmp_path / "beskrivning.json").write_text(f'{{"hash": "{digest}", "nr": "{NUMBER}"}}', encoding="utf-8")
    assert [problem.code for problem in scan(tmp_path, ()).problems] == ["B03"]
