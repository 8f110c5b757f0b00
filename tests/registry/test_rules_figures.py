"""Numbers: a share is one in words too, and a scale has two ends."""

from __future__ import annotations

import pytest
from made import SAME, Data, profile, programme, registry, said

from generator.registry.registry import Registry
from generator.registry.rules.figures import measures_say_of_how_many, ratings_on_their_scale, shares_have_a_whole


def measured(**fields: object) -> Registry:
    right = {"id": "a", "what": "Betyg", "by": "myndigheten", "period": "2025", "base": "118 deltagare", **SAME}
    return registry({"profiles/exempel-ab": profile(measures=[right, {**right, "id": "b", **fields}])})


def counted(**fields: object) -> Registry:
    right: Data = {"id": "a", "metric": "other", "what": "deltagare", "value": 62, "from": "2024", **SAME}
    return registry({"programmes/x": programme(figures=[right, {**right, "id": "b", **fields}])})


@pytest.mark.parametrize(
    ("what", "share"),
    [
        ("procent missnöjda deltagare", True),
        ("Missnöjda, i PROCENT", True),
        ("missnöjda (%)", True),
        ("andel nöjda", True),
        ("Andelen nöjda", True),
        ("ökning i procentenheter", False),
        ("marknadsandelar som såldes", False),
        ("missnöjda deltagare", False),
    ],
)
def test_a_share_in_words_has_the_unit_per_cent(what: str, share: bool) -> None:
    assert said(shares_have_a_whole, counted(what=what)) == ([("I12b", "programmes/x figures.1.what", {})] if share else [])
    assert said(shares_have_a_whole, measured(what=what)) == ([("I12b", "profiles/exempel-ab measures.1.what", {})] if share else [])
    assert said(shares_have_a_whole, counted(what=what, unit="percent", of="alla")) == []
    assert said(shares_have_a_whole, counted(what=what, unit="sek")) == []


def test_a_share_says_of_what() -> None:
    assert said(shares_have_a_whole, counted(unit="percent")) == [("I12b", "programmes/x figures.1", {})]


@pytest.mark.parametrize(
    ("scale", "on_it", "off_it"),
    [
        ("1–4 stjärnor", (1, 2, 4), (0, 5)),
        ("1-4", (1, 4), (0, 5)),
        ("1 till 4", (1, 4), (0, 5)),
        ("ett till fyra", (1, 4), (0, 5)),
        ("En till Fem", (1, 5), (0, 6)),
        ("4 till 1", (1, 4), (0, 5)),
        ("0–10", (0, 10), (-1, 11)),
        ("1,5–4,5", (2, 4), (1, 5)),
        ("1.5–4.5", (2, 4), (1, 5)),
        ("högst 4", (1, 4), (0, 5)),
        ("av fem stjärnor", (1, 5), (0, 6)),
        ("minst 2", (2, 99), (1,)),
        ("från 2", (2, 99), (1,)),
        ("2 och uppåt", (2, 99), (1,)),
        ("stjärnor", (0, 99), ()),
        (None, (0, 99), ()),
    ],
)
def test_a_rating_is_on_its_scale(scale: str | None, on_it: tuple[int, ...], off_it: tuple[int, ...]) -> None:
    for value in on_it:
        assert said(ratings_on_their_scale, measured(scale=scale, value=value)) == []
    for value in off_it:
        expected = ("I13b", "profiles/exempel-ab measures.1.value", {"value": str(value), "scale": scale})
        assert said(ratings_on_their_scale, measured(scale=scale, value=value)) == [expected]


@pytest.mark.parametrize("number", range(2, 11))
def test_a_scale_in_words_ends_where_its_last_word_says(number: int) -> None:
    words = ("noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio")
    for scale, lowest, highest in ((f"noll till {words[number]}", 0, number), (f"{words[number]} till hundra", number, 100)):
        for value in (lowest, highest):
            assert said(ratings_on_their_scale, measured(scale=scale, value=value)) == []
        for value in (lowest - 1, highest + 1):
            assert len(said(ratings_on_their_scale, measured(scale=scale, value=value))) == 1


def test_no_rating_is_on_every_scale() -> None:
    assert said(ratings_on_their_scale, measured(scale="1–4")) == []


@pytest.mark.parametrize(("base", "right"), [("118 deltagare", True), ("framgår inte av källan", True), ("Framgår inte", True), ("många deltagare", False)])
def test_a_measurement_says_of_how_many(base: str, right: bool) -> None:
    found = said(measures_say_of_how_many, measured(base=base))
    assert found == ([] if right else [("I13c", "profiles/exempel-ab measures.1.base", {"base": base})])
