"""What a value in YAML becomes, where keys and values are said to stand, and that both parsers agree."""

import json
from decimal import Decimal

import pytest
import yaml
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from generator.records import yaml_reader
from generator.records.source_map import Path, Place, SourceMap
from generator.records.yaml_reader import YamlFile, read_yaml

PARSERS = [yaml.SafeLoader, *([yaml.CSafeLoader] if yaml_reader.HAS_LIBYAML else [])]


@pytest.fixture(params=PARSERS, ids=lambda loader: loader.__name__)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test runs with PyYAML's own parser and with libyaml's."""
    monkeypatch.setattr(yaml_reader, "_LOADER", request.param)


def read_with(loader: type, text: str) -> YamlFile:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_reader, "_LOADER", loader)
        parsed = read_yaml(text.encode(), "x.yaml")
        # By this parser too: places are found when somebody asks.
        assert () in parsed.source.values or parsed.problems
        return parsed


def value_of(written: str) -> object:
    parsed = read_yaml(f"a: {written}\n".encode(), "x.yaml")
    assert parsed.problems == ()
    assert parsed.data is not None
    return parsed.data["a"]


# Values


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    "text",
    [
        "0114", "00", "007", "NO", "no", "No", "yes", "YES", "y", "n", "on", "off", "On", "True", "TRUE", "False", "Null", "NULL", "~", "nil", "None",
        "12:30", "12:30:45", "1:2", "2012-03-01", "2012-03", "2012-03-01T12:00:00Z", "01-02",
        "1e3", "1E3", "1.5e3", "0x1F", "0o17", "0b101", "1_000", "1 000", "1,5", ".5", "5.", "+1", "+1.5", "--1", "-a", "1.2.3", ".inf", "-.inf",
        ".nan", "NaN",
        "=", "<<<", "1kr", "١٢", "１２", "12345678901234567890", "0.", "-.5", "00.5", "01.5", "-01",
    ],
)  # fmt: skip
def test_text_that_other_readers_of_yaml_make_something_else_of(text: str) -> None:
    value = value_of(text)
    assert value == text
    assert type(value) is str


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("0", 0),
        ("1", 1),
        ("-1", -1),
        ("-0", 0),
        ("2012", 2012),
        ("202100211", 202100211),
        ("999999999999999999", 10**18 - 1),
    ],
)
def test_the_only_words_and_whole_numbers(written: str, value: object) -> None:
    read = value_of(written)
    assert read == value
    assert type(read) is type(value)


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("written", ["1.10", "0.5", "-0.5", "79.20", "1000000.00", "0.0", "10.000", "-0.0"])
def test_a_decimal_keeps_every_digit_that_was_written(written: str) -> None:
    read = value_of(written)
    assert isinstance(read, Decimal)
    assert str(read) == written


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("text", ["true", "null", "1", "1.10", "0114", "", " ", "12:30", "a: b", "# x", "- a", "*a", "&a", "!a", "{a", "%a", "@a", "a\\b"])
def test_quotes_make_text_of_anything(text: str) -> None:
    assert value_of(f"'{text}'") == text
    assert value_of(json.dumps(text)) == text


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("|\n  true\n", "true\n"),
        (">\n  1\n  2\n", "1 2\n"),
        (">-\n  en\n  två\n\n  tre\n", "en två\ntre"),
        ("|-\n  0114", "0114"),
        ("en\n  två", "en två"),
        ("'It''s'", "It's"),
        ('"\\u00e5\\n"', "å\n"),
        ("a # kommentar", "a"),
        ("a#b", "a#b"),
        ("a:b", "a:b"),
        ("http://exempel.se/", "http://exempel.se/"),
    ],
)
def test_blocks_quotes_and_comments(written: str, text: str) -> None:
    assert value_of(written) == text


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("key", ["true", "null", "0114", "1", "NO", "2012-03-01", "1.10"])
def test_a_key_is_always_text(key: str) -> None:
    assert read_yaml(f"{key}: x".encode(), "x.yaml").data == {key: "x"}


@given(st.integers(1 - 10**17, 10**18 - 1))
def test_whole_numbers_are_themselves(number: int) -> None:
    assert value_of(str(number)) == number


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9))
def test_decimals_are_exact(number: Decimal) -> None:
    assert str(value_of(str(number))) == str(number)


# Places


LOOK = """\
name: Exempel AB
aliases:
  - Ex
  -   "Exet"
contact:
    phone: 08
    url:   https://exempel.se/
empty: []
flow: {a: 1, b: [x, yy]}
text: >
  Långt
  å
sources:
- source: a
  locator: s. 1
- {source: b}
"""


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("path", "place", "key_place"),
    [
        ((), (1, 1), (1, 1)),
        (("name",), (1, 7), (1, 1)),
        (("aliases",), (3, 3), (2, 1)),
        (("aliases", 0), (3, 5), (3, 5)),
        (("aliases", 1), (4, 7), (4, 7)),
        (("contact",), (6, 5), (5, 1)),
        (("contact", "phone"), (6, 12), (6, 5)),
        (("contact", "url"), (7, 12), (7, 5)),
        (("empty",), (8, 8), (8, 1)),
        (("flow",), (9, 7), (9, 1)),
        (("flow", "a"), (9, 11), (9, 8)),
        (("flow", "b"), (9, 17), (9, 14)),
        (("flow", "b", 1), (9, 21), (9, 21)),
        (("text",), (10, 7), (10, 1)),
        (("sources",), (14, 1), (13, 1)),
        (("sources", 0, "locator"), (15, 12), (15, 3)),
        (("sources", 1), (16, 3), (16, 3)),
        (("sources", 1, "source"), (16, 12), (16, 4)),
    ],
)
def test_where_keys_and_values_stand(path: Path, place: Place, key_place: Place) -> None:
    source = read_yaml(LOOK.encode(), "x.yaml").source
    assert source.place(path) == place
    assert source.place(path, key=True) == key_place


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("name", "hittepå"), (1, 7)),
        (("contact", "email"), (6, 5)),
        (("hittepå",), (1, 1)),
        (("sources", 7, "source"), (14, 1)),
        (("sources", 1, "quote"), (16, 3)),
    ],
)
def test_what_is_not_there_stands_at_the_nearest_thing_around_it(path: Path, place: Place) -> None:
    assert read_yaml(LOOK.encode(), "x.yaml").source.place(path) == place


def test_an_unread_file_has_one_place() -> None:
    assert SourceMap("x.yaml").place(("a", 1)) == (1, 1)


@pytest.mark.usefixtures("parser")
def test_columns_count_characters_and_not_bytes() -> None:
    source = read_yaml("å: 'ä😀'\nb: [ö, 😀, x]\n".encode(), "x.yaml").source
    assert source.place(("å",)) == (1, 4)
    assert source.place(("b", 2)) == (2, 11)


scalars = st.one_of(st.text("abcåäö😀:#-?[]{},&*!|>'\"%@` \\\n", max_size=8), st.integers(-999, 999), st.booleans(), st.none())
keys = st.text("abcåäö012-_", min_size=1, max_size=5)
nested = st.recursive(scalars, lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(keys, inner, max_size=3)), max_leaves=12)
documents = st.dictionaries(keys, nested, min_size=1, max_size=4)


class Writer:
    """Writes data as YAML in the plainest way and remembers where it put every key and value."""

    def __init__(self) -> None:
        self.lines = [""]
        self.values: dict[Path, Place] = {}
        self.keys: dict[Path, Place] = {}

    @property
    def here(self) -> Place:
        return (len(self.lines), len(self.lines[-1]) + 1)

    def write(self, value: object, path: Path, indent: int) -> None:
        if isinstance(value, (dict, list)) and value:
            self._block(dict(value) if isinstance(value, dict) else dict(enumerate(value)), isinstance(value, dict), path, indent)
            return
        self.values[path] = self.here
        self.lines[-1] += json.dumps(value, ensure_ascii=False)

    def _block(self, items: dict[object, object], mapping: bool, path: Path, indent: int) -> None:
        for number, (name, value) in enumerate(items.items()):
            if number:
                self.lines.append(" " * indent)
            else:
                self.values[path] = self.here
            inner = (*path, name)
            if mapping:
                self.keys[inner] = self.here  # type: ignore[index]
                self.lines[-1] += f"{json.dumps(name, ensure_ascii=False)}:"
            else:
                self.lines[-1] += "-"
            if isinstance(value, (dict, list)) and value:
                self.lines.append(" " * (indent + 2))
            else:
                self.lines[-1] += "  "
            self.write(value, inner, indent + 2)  # type: ignore[arg-type]


@pytest.mark.parametrize("loader", PARSERS)
@given(documents)
def test_everything_that_is_written_is_read_back_from_where_it_stands(loader: type, data: dict[str, object]) -> None:
    writer = Writer()
    writer.write(data, (), 0)
    parsed = read_with(loader, "\n".join(writer.lines) + "\n")
    assert parsed.problems == ()
    assert parsed.data == data
    assert parsed.source.values == writer.values
    assert parsed.source.keys == writer.keys


# Both parsers


def outcome(parsed: YamlFile) -> tuple[object, ...]:
    return (parsed.data, parsed.source.values, parsed.source.keys, [(p.code, p.line, p.column) for p in parsed.problems])


yaml_pieces = st.sampled_from(
    ["a", "b: ", "c:", ": ", "- ", "-", "\n", "\n  ", "\n    ", "[", "]", "{", "}", ", ", "'", '"', "# x", " #", "|\n  ", ">-\n  ", "&x ", "*x",
     "!t ", "!!str ", "<<: ", "? ", "---\n", "...\n",
     "%YAML 1.2\n", "true", "0114", "1.10", "null", "~", "\\", "\\n", "\\u00e5", "å", "😀", " ", "  ", "@", "`", "%", "=", "|", ">", "&", "*", "!"]
)  # fmt: skip


@pytest.mark.skipif(len(PARSERS) < 2, reason="libyaml is not here, so there is nothing to compare with")
@given(documents, st.booleans(), st.booleans(), st.integers(20, 200))
def test_both_parsers_read_the_same_from_the_same_record(data: dict[str, object], flow: bool, unicode: bool, width: int) -> None:
    text = yaml.safe_dump(data, default_flow_style=flow, allow_unicode=unicode, width=width, sort_keys=False)
    results = [read_with(loader, text) for loader in PARSERS]
    assert outcome(results[0]) == outcome(results[1])
    assert results[0].data is not None


@pytest.mark.skipif(len(PARSERS) < 2, reason="libyaml is not here, so there is nothing to compare with")
@given(st.lists(st.one_of(yaml_pieces, st.text(max_size=2)), max_size=14).map("".join))
def test_whatever_the_text_no_parser_stops_and_two_good_readings_are_the_same(text: str) -> None:
    # The parsers do differ on text that is hardly YAML, such as `|# x`: then one of them refuses it.
    results = [read_with(loader, text) for loader in PARSERS]
    assert all(result.problems or result.data is not None for result in results)
    if not any(result.problems for result in results):
        assert outcome(results[0]) == outcome(results[1])


SOME_REAL_RECORDS = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "providers").rglob("*.yaml"))[::20]


@pytest.mark.skipif(len(PARSERS) < 2, reason="libyaml is not here, so there is nothing to compare with")
@pytest.mark.parametrize("name", SOME_REAL_RECORDS)
def test_both_parsers_read_the_same_from_real_records(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    results = [read_with(loader, text) for loader in PARSERS]
    assert outcome(results[0]) == outcome(results[1])
    assert results[0].problems == ()


@pytest.mark.parametrize(
    "text",
    [
        "a: x # en kommentar\n",
        "a: 'x' #\n",
        "a: x #### rubrik\n",
        "a: b#c\nd: https://exempel.se/#e\n",
        "a: '#3'\nb: \"kurs #3\"\nc: >-\n  kurs #3\n",
        "a:\n  b: >-\n    text\n  #kommentar\n  c: x\n  #kommentar\n#kommentar\n",
        "#kommentar\na: [b, c]\n  #kommentar\n",
        "a: >- #kommentar\n  text\n",
    ],
)
def test_a_comment_that_cannot_be_text_is_no_problem(text: str) -> None:
    assert read_yaml(text.encode(), "x.yaml").problems == ()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: kurs #3 i tre\n", (1, 9)),
        ("a:\n  - kurs #3\n", (2, 10)),
        ("a: [b, c] #d\n", (1, 11)),
        ("a: {b: c} #d\n", (1, 11)),
        ("a: |-\n  b\nc: 'd'   #e\n", (3, 10)),
        ("a: #3\n", (1, 4)),
    ],
)
def test_words_that_a_comment_takes_out_of_a_text_are_missed(text: str, place: tuple[int, int]) -> None:
    assert [(p.code, p.line, p.column) for p in read_yaml(text.encode(), "x.yaml").problems] == [("Y15", *place)]
