"""A source with an interest says which."""

from __future__ import annotations

import pytest
from made import registry, said, source

from generator.records.vocabulary import Interest
from generator.registry.rules.sources import interest_explained


@pytest.mark.parametrize("interest", Interest)
@pytest.mark.parametrize("note", [None, "Förbundet talar för företagen."])
def test_an_interest_has_a_note(interest: Interest, note: str | None) -> None:
    made = registry({"sources/x": source(interest=interest.value, interest_note=note)})
    wrong = interest is not Interest.NONE and note is None
    assert said(interest_explained, made) == ([("I24a", "sources/x interest", {"interest": interest.value})] if wrong else [])
