"""A great many inputs that chance and mutation make: nothing crashes, nothing active comes out, and nothing leaves the output folder.

The long form tries more than a million. Each input comes from its number alone, so the one that fails can be made again.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath

import pytest
from conftest import LONG, ROOT
from hostile import VECTORS
from pydantic_core import PydanticCustomError

from generator.build.outline import read_outline
from generator.errors import UnsafeOutput
from generator.records.identifiers import is_record_id, parse_local_id, parse_orgnr, parse_url
from generator.records.markdown import find_unsafe, page_html, to_html
from generator.records.models import Kind
from generator.records.partial_date import PartialDate
from generator.records.reader import Document, Root, read_record
from generator.records.yaml_reader import YamlFile, read_yaml
from generator.site import routes

# So many of each. Together more than a million in the long form.
EACH = 260_000 if LONG else 2_000
AT_ONCE = EACH // 4
TREES = ("tests/demo/providers", "tests/cases/base/providers")
RECORDS = [path.read_text(encoding="utf-8") for tree in TREES for path in sorted((ROOT / tree).glob("*/*.yaml"))]
PIECES = (
    *("\n", "  ", "\t", "- ", ": ", ":", "? ", "# ", "---\n", "...\n", "%YAML 1.1\n", "[", "]", "{", "}", ",", "&a ", "*a", "<<: ", "!x ", "!!int ", '"', "'"),
    *("|\n", ">-\n  ", "@", "`", "~", "null", "true", ".nan", "0x1F", "1e5", "12:30:45", "0114", "9" * 40, "\\", "\\x00", "\0", "\x85", "\u2028", "\ufeff"),
    *("\u202e", "\r", "\ud7ff", "\ud800", "\U0001f600", "å", "ｆ", "../", "..", "/", "\\..\\", "%2e%2e/", "//", "C:", "~", "con", ".git", "a" * 81, "-", "--"),
    *(
        "[a](profiles/b)",
        "[a](javascript:b)",
        "![a](b)",
        "](",
        "[",
        "> ",
        "* ",
        "1. ",
        "**",
        "_",
        "```\n",
        "    ",
        "<",
        ">",
        "&",
        "&#",
        "{: onclick=x }",
        "|",
        "|-|",
    ),
    *VECTORS,
)
LETTERS = "abcdefghijklmnopqrstuvwxyzåäöABC0123456789-_./:#?=&%+@ \n"


def made(number: int, like: list[str], longest: int) -> str:
    """An input: one that is right with something else in some places, or pieces one after the other. like: some that are right."""
    chance = random.Random(number)
    if like and chance.random() < 0.6:
        text = chance.choice(like)
        for _ in range(chance.choice((1, 1, 2, 5))):
            start = chance.randrange(len(text) + 1)
            end = min(len(text), start + chance.choice((0, 0, 1, 3, 20)))
            text = text[:start] + part(chance) + text[end:]
        return text[:longest]
    return "".join(part(chance) for _ in range(chance.randrange(20)))[:longest]


def part(chance: random.Random) -> str:
    if chance.random() < 0.6:
        return chance.choice(PIECES)
    letters = LETTERS if chance.random() < 0.8 else "".join(chr(chance.randrange(0x110000)) for _ in range(5))
    return "".join(chance.choice(letters) for _ in range(chance.randrange(8)))


def tried(look: Callable[[str, random.Random], None], first: int, like: list[str], longest: int) -> None:
    """Look at as many inputs as one test takes, counted from one."""
    for number in range(first, first + AT_ONCE):
        text = made(number, like, longest)
        try:
            look(text, random.Random(number))
        except Exception as error:
            pytest.fail(f"input {number}, {text!r}: {error!r}")


def small(texts: list[str], longest: int) -> list[str]:
    """Those that are short enough to be tried many times."""
    return [text for text in texts if len(text) <= longest]


@pytest.mark.parametrize("first", range(0, EACH, AT_ONCE))
def test_no_bytes_stop_the_reader_of_records(first: int) -> None:
    def look(text: str, chance: random.Random) -> None:
        content = bytearray(text.encode("utf-8", "surrogatepass"))
        if content and chance.random() < 0.2:
            content[chance.randrange(len(content))] = chance.randrange(256)
        found = read_yaml(bytes(content), "x.yaml")
        assert isinstance(found, YamlFile)
        assert found.data is not None or found.problems
        if not found.problems:
            document, problems = read_record(bytes(content), chance.choice(list(Kind)), "x", Root.PUBLIC, "x.yaml")
            assert isinstance(document, Document) == (not problems)

    tried(look, first, small(RECORDS, 1200), 1500)


class Tags(HTMLParser):
    """The tags and attributes of a text that a reader is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[tuple[str, str]] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag with each attribute."""
        self.found |= {(tag, name) for name, _ in attrs} | {(tag, "")}


def tags_of(html: str) -> set[tuple[str, str]]:
    tags = Tags()
    tags.feed(html)
    return tags.found


# What no page may bring with it.
LIVE = ("script", "iframe", "object", "embed", "svg", "math", "style", "link", "base", "form")
ELEMENTS = ("p", "em", "strong", "ul", "ol", "li", "blockquote", "a", "br", "code")
SHOWN = {(tag, name) for tag in ELEMENTS for name in ("", "lang", "title")} | {("a", "href"), ("a", "rel")}


@pytest.mark.parametrize("first", range(0, EACH, AT_ONCE))
def test_nothing_active_comes_out_of_a_text(first: int) -> None:
    def look(raw: str, _: random.Random) -> None:
        # No text that has been read has half a character in it.
        text = raw.encode("utf-8", "ignore").decode()
        list(find_unsafe(text))
        html = to_html(text, lambda key: f"/{key}/" if len(key) % 2 else None)
        assert tags_of(html) <= SHOWN
        assert read_outline(html).active == ()
        page = page_html(text)
        assert page is None or not any(tag in LIVE or attribute.startswith("on") for tag, attribute in tags_of(page))

    like = [line.partition(": ")[2] for text in RECORDS for line in text.splitlines() if 40 < len(line) < 300]
    tried(look, first, like, 400)


@pytest.mark.parametrize("first", range(0, EACH, AT_ONCE))
def test_an_id_a_number_an_address_or_a_date_is_read_whole_or_refused(first: int) -> None:
    def look(text: str, _: random.Random) -> None:
        for parse in (parse_local_id, parse_orgnr, parse_url):
            with suppress(PydanticCustomError):
                assert isinstance(parse(text), str)
        with suppress(ValueError):
            assert PartialDate.parse(text).earliest <= PartialDate.parse(text).latest
        if is_record_id(text):
            for kind in Kind:
                url = routes.record(kind, text)
                assert url is None or inside(routes.file_of(url))

    tried(look, first, ["exempel-ab", "a", "556000-0167", "https://www.exempel.example/a?b=c#d", "2026-11-21", "2026-11", "2026", "x" * 80], 120)


@pytest.mark.parametrize("first", range(0, EACH, AT_ONCE))
def test_no_address_becomes_a_file_outside_the_output_folder(first: int) -> None:
    def look(text: str, _: random.Random) -> None:
        for url in (text, f"/{text}", f"/leverantor/{text}/", f"{text}#x"):
            with suppress(UnsafeOutput):
                assert inside(routes.file_of(url)), url

    tried(look, first, ["/leverantor/exempel-ab/", "/arende/a/underlag.zip", "/v/2026-11-21/om/", "/", ""], 200)


def inside(name: str) -> bool:
    """True for a file that lies in the output folder, on any system."""
    root = Path("/ut")
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts and "\\" not in name and "\0" not in name and (root / name).resolve().is_relative_to(root)
