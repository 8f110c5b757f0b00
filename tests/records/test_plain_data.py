"""The plain data of a record as text, and back."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.records.plain_data import as_text, from_text
from generator.records.reader import plain_text
from generator.records.yaml_reader import read_yaml

texts = st.text(st.characters(codec="utf-8"), max_size=8)
decimals = st.from_regex(r"-?(0|[1-9][0-9]{0,5})\.[0-9]{1,11}", fullmatch=True).map(Decimal)
values = st.one_of(texts, st.integers(-(10**18), 10**18), st.booleans(), st.none(), decimals)
keys = texts.filter(bool)
nested = st.recursive(values, lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(keys, inner, max_size=3)), max_leaves=12)

# Pieces of YAML in which something may be taken for something else.
PIECES = ["a", "b: ", "\n", "\n  ", "- ", "\n- ", "1", "0", ".5", "1.50", "-0.0", "0114", "true", "'true'", "null", '"', "'", "[", "]", "{", "}", ", ", "å",
          "😀", "\\", "\\n", "\\u00e5", "\\ud83d", "# x", "|\n  ", ">-\n  ", "&x ", "0.0000000001", '"": x', "é\u0301", "\r\n", "\ufeff"]  # fmt: skip
written = st.one_of(
    st.text(max_size=30),
    st.lists(st.sampled_from(PIECES), max_size=12).map("".join),
    st.dictionaries(st.sampled_from(["a", "b", "å", "'1'", '"x y"']), st.sampled_from([p for p in PIECES if "\n" not in p]), min_size=1).map(
        lambda pairs: "".join(f"{key}: {value}\n" for key, value in pairs.items())
    ),
)


def exactly(value: object) -> object:
    """Data in a form that is equal only for the same types, the same digits and the same order of keys."""
    if isinstance(value, dict):
        return [(key, exactly(inner)) for key, inner in value.items()]
    if isinstance(value, list):
        return ["list", *map(exactly, value)]
    return (type(value), str(value))


@given(st.dictionaries(keys, nested, max_size=4))
@example({"belopp": Decimal("1.50"), "text": "1.50", "tal": 1, "ja": True, "ett": [{"a": Decimal("-0.0")}, []], "tom": {}})
def test_what_is_written_is_read_back_with_its_types_and_its_order(data: dict[str, object]) -> None:
    text = as_text(data)
    assert "\n" not in text
    assert exactly(from_text(text)) == exactly(data)


@given(written)
@example("a: 1.50\nb: 1.5\nc: '1.5'\nd: 1\ne: true\nf: null\ng: [0.0000000001, -0.0]\n")
@example("z: 1\na: 2\nm: {y: 1, b: 2}\n")
@example('a: "\\U0001F600 \\u00e5"\r\nb: |\r\n  ett\r\n')
def test_any_file_without_problems_is_known_by_its_text_and_any_other_is_not(content: str) -> None:
    encoded = content.encode("utf-8", "surrogatepass")
    read = read_yaml(encoded, "x.yaml")
    text = plain_text(encoded)
    assert (text == "") == (read.data is None or bool(read.problems))
    if text:
        assert exactly(from_text(text)) == exactly(read.data)


def test_what_no_record_holds_is_refused() -> None:
    with pytest.raises(TypeError, match="a record holds no date"):
        as_text({"a": date(2026, 11, 21)})
