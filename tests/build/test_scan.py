"""A whole folder is searched for what must not be published, and what is an organisation's own is left alone."""

from __future__ import annotations

import os
import time
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import luhn

from generator.build import scan as module
from generator.build.contents import Content
from generator.build.scan import scan
from generator.problems import format_problems
from generator.records.deny_list import DenyList

DENIED = DenyList(b"salt", {2: frozenset({sha256("saltpåhittad privatperson".encode()).digest()})})
OWN = {"info@exempel.example", "08123456"}


def person_number(between: str = "-") -> str:
    """Made at run time, so that no file holds one."""
    body = "850709" + "980"
    return f"{body[:6]}{between}{body[6:]}{luhn.calc_check_digit(body)}"


def found(folder: Path, **files: str) -> list[tuple[str, str, int, int]]:
    for name, text in files.items():
        target = folder / name.replace("__", "/").replace("_", ".")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return [(p.code, p.file, p.line, p.column) for p in scan(folder, OWN, DENIED).problems]


def test_a_clean_folder_has_nothing(tmp_path: Path) -> None:
    assert found(tmp_path, a_html="<p>Ring 08-12 34 56 eller skriv till <a href='mailto:info@exempel.example'>oss</a>, den 2026-11-21.</p>") == []


@pytest.mark.parametrize("ending", ["html", "json", "csv", "xml", "svg", "js", "css", "txt", "yaml", "md", "okand"])
def test_every_kind_of_file_is_searched(tmp_path: Path, ending: str) -> None:
    number = person_number()
    text = f"a\n  {number} namn@fel.example 070-123 45 67 Påhittad Privatperson\n"
    (tmp_path / f"a.{ending}").write_text(text, encoding="utf-8")
    assert [(p.code, p.line, p.column) for p in scan(tmp_path, OWN, DENIED).problems] == [("B03", 2, 3), ("B06", 2, 15), ("B06", 2, 32), ("B05", 2, 46)]


def test_what_is_split_by_tags_inside_a_sentence_is_found_where_it_begins(tmp_path: Path) -> None:
    number = person_number()
    html = f"<ul>\n<li>nr <b>{number[:4]}</b>{number[4:6]}\n  <i>{number[6:]}</i></li>\n<li>P<em>åhittad</em>\n<span>Privat<wbr>person</span></li></ul>"
    assert found(tmp_path, a_html=html) == [("B03", "a.html", 2, 11), ("B05", "a.html", 4, 5)]


def test_what_stands_in_different_cells_is_not_joined(tmp_path: Path) -> None:
    number = person_number("")
    assert found(tmp_path, a_html=f"<tr><td>{number[:6]}</td><td>{number[6:]}</td><td>Påhittad</td><td>Privatperson</td></tr>") == []


@pytest.mark.parametrize(
    "html",
    [
        "<p title='{}'>x</p>", "<a href='/x?id={}'>x</a>", "<!-- {} -->", "<script>let x = '{}'</script>", "<style>/* {} */</style>", "<{}>", "<<b>{}>",
        "<p>a < {} > b</p>", "<p><b>{}", "x{}", "<img alt={}>", "<p data-x='<{}>'>",
    ],
)  # fmt: skip
def test_nothing_in_a_page_is_passed_over(tmp_path: Path, html: str) -> None:
    assert [code for code, *_ in found(tmp_path, a_html=html.replace("{}", person_number()))] == ["B03"]


MARKUP = st.lists(
    st.sampled_from(["<p>", "</p>", "<b>", "</b>", "<a href='x'>", "<", ">", "<!--", "-->", "text", "\n", " ", "1985", "&amp;", "\ud7ff"]), max_size=20
)


@given(before=MARKUP, after=MARKUP)
def test_wherever_a_number_stands_in_a_page_it_is_found_and_pointed_at(before: list[str], after: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    text = "".join(before) + " x " + person_number() + " x " + "".join(after)
    folder = tmp_path_factory.mktemp("sida")
    (folder / "a.html").write_bytes(text.encode())
    [problem] = scan(folder, OWN).problems
    assert text.split("\n")[problem.line - 1][problem.column - 1 :].startswith("850709")


@given(MARKUP)
def test_the_quick_look_and_the_exact_one_cut_a_page_in_the_same_parts(markup: list[str]) -> None:
    content = Content("a.html", "".join(markup))
    assert {"".join(piece for _, piece in pieces) for pieces in module._pieces(content)} == module._Search((), None)._parts(content)


@pytest.mark.parametrize("gap", ["&nbsp;", "&#160;", "&#xA0;", "&ndash;", "&#45;", "&shy;-", "%2D", "\\u2013", "</b>-<b>"])
@pytest.mark.parametrize("name", ["a.html", "a.xml", "a.json", "a.csv"])
def test_no_writing_hides_a_number(tmp_path: Path, name: str, gap: str) -> None:
    (tmp_path / name).write_text(f"<p>{person_number(gap)}</p>", encoding="utf-8")
    assert [(p.code, p.line, p.column) for p in scan(tmp_path, OWN).problems] == [("B03", 1, 4)]


@pytest.mark.parametrize(
    "text",
    [
        '{"text": "Fråga <em>Påhittad</em>\\nPrivatperson"}',
        "<content type='html'>&lt;p&gt;Fråga &lt;em&gt;Påhittad&lt;/em&gt; Privatperson&lt;/p&gt;</content>",
        "<content><![CDATA[<p>Fråga <em>Påhittad</em> Privatperson</p>]]></content>",
    ],
)
def test_markup_inside_exports_and_feeds_hides_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / ("a.json" if text.startswith("{") else "a.xml")).write_text(text, encoding="utf-8")
    assert [(p.code, p.line) for p in scan(tmp_path, OWN, DENIED).problems] == [("B05", 1)]


def test_the_same_text_on_two_pages_is_found_on_both(tmp_path: Path) -> None:
    page = f"<p>rent</p>\n<footer>{person_number()}</footer>"
    assert found(tmp_path, a_html=page, b_html=page, c_html="<p>rent</p>") == [("B03", "a.html", 2, 9), ("B03", "b.html", 2, 9)]


def test_names_of_files_and_folders_are_searched_once_each_and_masked(tmp_path: Path) -> None:
    number = person_number()
    for name in (f"{number}/a.txt", f"{number}/b.txt", "namn@fel.example/c.txt", "d/påhittad privatperson.txt", "tom, 070-123 45 67"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / f"tom {number}").mkdir()
    assert sorted(found(tmp_path)) == [
        ("B03", "tom ••••••-••••", 0, 0),
        ("B03", "••••••-••••", 0, 0),
        ("B05", "d/•••••••• ••••••••••••.txt", 0, 0),
        ("B06", "tom, •••-••• •• ••", 0, 0),
        ("B06", "••••@•••.•••••••", 0, 0),
    ]


def test_nothing_that_was_found_is_shown_in_any_format(tmp_path: Path) -> None:
    number = person_number()
    (tmp_path / number).mkdir()
    for name in (f"{number}/namn@fel.example.txt", f"{number}/Påhittad Privatperson.html"):
        (tmp_path / name).write_text(f"{number}, namn@fel.example, 070-123 45 67, Påhittad Privatperson", encoding="utf-8")
    problems = scan(tmp_path, OWN, DENIED).problems
    assert len(problems) == 11
    for output in ("text", "json", "github"):
        for lang in ("sv", "en"):
            text = format_problems(problems, output, lang)
            assert not [secret for secret in (number, "namn@fel", "123 45", "hittad", "Privat") if secret in text]


def test_what_cannot_be_read_as_text_is_counted_not_skipped(tmp_path: Path) -> None:
    (tmp_path / "bild.png").write_bytes(b"\x89PNG\0\0\0")
    (tmp_path / "mapp").mkdir()
    (tmp_path / "trasig").symlink_to("finns-inte")
    (tmp_path / "lank").symlink_to("mapp")
    (tmp_path / "a.txt").write_text("text", encoding="utf-8")
    scanned = scan(tmp_path, ())
    assert (scanned.problems, scanned.files) == ((), 4)
    assert sorted(scanned.unread) == ["bild.png", "lank", "trasig"]


def test_a_pipe_is_not_waited_for_and_a_closed_folder_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "ror")
    (tmp_path / "stangd").mkdir()
    opened = os.scandir

    def scandir(path: str) -> object:
        if Path(path).name == "stangd":
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert scan(tmp_path, ()).unread == ("ror", "stangd")


def test_the_search_tells_how_far_it_has_come(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / name).write_text("text", encoding="utf-8")
    told: list[tuple[str, int, int]] = []
    scan(tmp_path, (), report=lambda *what: told.append(what))
    assert told == [("Söker efter personuppgifter", done, 3) for done in (1, 2, 3)]


def test_a_site_of_alike_pages_is_searched_fast(tmp_path: Path) -> None:
    frame = "<nav>" + "".join(f"<a href='/sida-{n}/'>Sida nummer {n}</a>" for n in range(300)) + "</nav>"
    for n in range(200):
        (tmp_path / f"{n}.html").write_text(f"{frame}<h1>Sida {n}</h1>", encoding="utf-8")
    start = time.process_time()
    assert scan(tmp_path, (), DENIED).problems == ()
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    "text",
    ["<" * 200_000, "<b>" * 60_000, "1 " * 100_000, "08-" * 60_000, "a@" * 100_000, "&#49;" * 40_000, "%31" * 60_000, "850709-" * 30_000, "(at)" * 50_000],
)
def test_no_text_makes_the_search_slow(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.html").write_text(text, encoding="utf-8")
    start = time.process_time()
    scan(tmp_path, (), DENIED)
    assert time.process_time() - start < 10
