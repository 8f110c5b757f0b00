"""The digest of what a page shows."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum, StrEnum
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator.site.digests import digest


@dataclass(frozen=True)
class One:
    name: str
    items: tuple[object, ...] = ()


@dataclass(frozen=True)
class Other:
    name: str
    items: tuple[object, ...] = ()


class Colour(Enum):
    RED = 1
    BLUE = 2


class Word(StrEnum):
    RED = "RED"


DIFFERENT = [
    "", "a", Markup("a"), b"a", None, "None", True, 1, "1", False, 0, date(2026, 1, 1), "2026-01-01", (), ("",), ("a",), ("a", "b"), ("ab",), (("a",), "b"),
    (("a", "b"),), One("a"), Other("a"), One("a", ("b",)), One("ab"), Colour.RED, Colour.BLUE, Word.RED, "RED", frozenset({"a"}), frozenset({"a", "b"}), {},
    {"a": "b"}, {"ab": ""}, MappingProxyType({"a": ("b",)}), "s1:a", ("s1:a",), "\ud800", "\ufffd",
]  # fmt: skip


def test_no_two_different_values_have_the_same_digest() -> None:
    found = [digest(value) for value in DIFFERENT]
    assert len(set(found)) == len(DIFFERENT)


@pytest.mark.parametrize("value", [1.5, Decimal(1), object(), {1, 2}, One("a", (object(),)), (1j,)])
def test_a_value_that_no_view_holds_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        digest(value)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.dates() | st.binary(),
    lambda inner: st.lists(inner).map(tuple) | st.builds(One, st.text(), st.lists(inner).map(tuple)) | st.frozensets(st.text()),
    max_leaves=12,
)


@given(VALUES, VALUES)
def test_digests_are_equal_exactly_when_the_values_are(one: object, two: object) -> None:
    assert (digest(one) == digest(two)) is (repr(one) == repr(two) or (one == two and type(one) is type(two) and isinstance(one, frozenset)))


def test_the_order_of_a_set_is_none() -> None:
    program = "from generator.site.digests import digest; print(digest(frozenset(map(str, range(50)))).hex())"
    found = {
        subprocess.run([sys.executable, "-c", program], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True).stdout for seed in ("1", "2")
    }
    assert len(found) == 1
