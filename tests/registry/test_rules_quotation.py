"""T18: which texts stand whole in quotation marks, and which only hold a quotation."""

import json

import pytest
from conftest import OverBase

PROFILE = """name: Felexempel AB
summary: {summary}
sources:
  - source: exempelbladet-2024
    locator: hela artikeln
checked_on: 2026-10-01
"""


@pytest.mark.parametrize(
    ("summary", "told"),
    [
        ("”Ett företag.”", True),
        ("“Ett företag.”", True),
        ("»Ett företag.»", True),
        ("«Ett företag.»", True),
        ('"Ett företag."', True),
        ("'Ett företag.'", True),
        ("'Vi har't bra.'", True),
        ("”Ett” och ”två”", False),
        ("”Ett” företag.", False),
        ("Ett företag, ”två”", False),
        ("'Ett' och 'två'", False),
        ("”Ett företag.", False),
        ("”", False),
    ],
)
def test_one_pair_round_the_whole_text_is_told_and_nothing_else(over_base: OverBase, summary: str, told: bool) -> None:
    record = PROFILE.format(summary=json.dumps(summary, ensure_ascii=False))
    loaded = over_base({"providers/profiles/felexempel.yaml": record})
    assert ([problem.code for problem in loaded.problems] == ["T18"]) == told
    assert ("T18" in {problem.code for problem in loaded.problems}) == told


def test_a_headline_that_is_a_quotation_is_as_it_was_written(over_base: OverBase) -> None:
    path = "providers/sources/felkalla.yaml"
    text = "type: webpage\ntitle: '”Vi fick ingen hjälp”'\npublisher: Exempelbladet\nurl: https://felkalla.example/\naccessed: 2026-10-01\nread: full\n"
    assert "T18" not in {problem.code for problem in over_base({path: text}).problems}
