"""The search of a folder: what it finds, where it says that it stands, and what it says that it could not read."""

from __future__ import annotations

import gzip
import io
import os
import sqlite3
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import luhn

from generator.build.scan import Scanned, scan
from generator.problems import Problem
from generator.records.deny_list import DenyList

# Made here, so that no file holds one. The serials from 980 are reserved for examples.
BODY = "850709" + "980"
NUMBER = f"{BODY[:6]}-{BODY[6:]}{luhn.calc_check_digit(BODY)}"
DENIED = DenyList(b"", {2: frozenset({sha256(b"fabelius sagosson").digest()})})
CONTACTS = frozenset({"info@exempel.example", "08123456"})

Search = Callable[..., Scanned]


@pytest.fixture
def search(tmp_path: Path) -> Search:
    """Searches a folder with these files, given as name to text or bytes."""

    def run(**files: str | bytes) -> Scanned:
        for name, content in files.items():
            path = tmp_path / name.replace("__", "/").replace("_", ".")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return scan(tmp_path, CONTACTS, DENIED)

    return run


def places(scanned: Scanned) -> list[tuple[str, str, int, int]]:
    return [(p.code, p.file, p.line, p.column) for p in scanned.problems]


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        (f"<p>{NUMBER}</p>", 1, 4),
        (f"<p>\n{NUMBER}</p>", 2, 1),
        (f"<p>Ett\ntvå {NUMBER}", 2, 5),
        (f"<p>Ett\ntvå\n\nfyra {NUMBER}", 4, 6),
        (f"<p>Nr <b>{NUMBER[:4]}</b><i>{NUMBER[4:]}</i></p>", 1, 10),
        (f"<p>\n <em>\n{NUMBER[:7]}</em>{NUMBER[7:]}", 3, 1),
        (f"<a href='/{NUMBER}'>x</a>", 1, 11),
        (f"<p>x</p>\n<img alt='\n{NUMBER}'>", 3, 1),
        (f"<svg><text>{NUMBER[:6]}<tspan>{NUMBER[6:]}</tspan></text></svg>", 1, 12),
        (f"<!-- {NUMBER} -->", 1, 6),
        (NUMBER, 1, 1),
    ],
)
def test_a_number_on_a_page_is_found_where_its_first_digit_stands(search: Search, text: str, line: int, column: int) -> None:
    assert places(search(om__index_html=text)) == [("B03", "om/index.html", line, column)]


@pytest.mark.parametrize("between", ["</p><p>", "<br>", "<td>", "<hr>", "<strongest>", "</custom-b>"])
def test_what_a_tag_keeps_apart_is_no_number(search: Search, between: str) -> None:
    assert search(index_html=f"<p>{NUMBER[:6]}{between}{NUMBER[6:]}</p>").problems == ()


@pytest.mark.parametrize(
    "tag", ["a href='/'", "abbr", "b", "cite", "code", "em", "font", "i", "mark", "q", "small", "span class='x'", "strong", "sub", "sup", "u", "wbr", "B"]
)
def test_a_tag_inside_a_sentence_hides_nothing(search: Search, tag: str) -> None:
    text = f"<p>{NUMBER[:5]}<{tag}>{NUMBER[5:]}</{tag.split(maxsplit=1)[0]}></p>"
    assert [p.code for p in search(index_html=text).problems] == ["B03"]


@pytest.mark.parametrize("name", ["flode_xml", "bild_svg", "index_HTML", "a_xhtml", "a_htm", "a_rss", "a_atom", "index_html_gz"])
def test_every_kind_of_markup_is_read_as_such(search: Search, name: str) -> None:
    text = f"<p>{NUMBER[:6]}<b>{NUMBER[6:]}</b></p>".encode()
    assert [p.code for p in search(**{name: gzip.compress(text) if name.endswith("gz") else text}).problems] == ["B03"]


def test_a_page_inside_a_feed_is_read_as_its_readers_see_it(search: Search) -> None:
    text = f"<feed>\n<content>&lt;p&gt;{NUMBER[:6]}&lt;b&gt;{NUMBER[6:]}&lt;/b&gt;&lt;/p&gt;</content></feed>"
    assert [(p.code, p.line) for p in search(flode_xml=text).problems] == [("B03", 2)]


def test_of_other_files_the_lines_are_searched_and_those_with_markup_without_it_too(search: Search) -> None:
    text = f"nr,texten\n1,<p>{NUMBER[:6]}<b>{NUMBER[6:]}</b></p>\n2,ring {NUMBER}\n3,{NUMBER[:6]}\n{NUMBER[6:]}\n"
    assert places(search(data_csv=text)) == [("B03", "data.csv", 2, 6), ("B03", "data.csv", 3, 8)]


def test_a_line_without_markup_is_not_taken_for_one_with(search: Search) -> None:
    assert places(search(data_csv=f"{NUMBER}\n<b>{NUMBER}</b>\n")) == [("B03", "data.csv", 1, 1), ("B03", "data.csv", 2, 4)]
    assert places(search(data_csv=f"{NUMBER[:6]}&lt;/b&gt;{NUMBER[6:]}\n")) == []


def test_each_finding_has_its_code(search: Search) -> None:
    scanned = search(a_txt=f"{NUMBER}\nFabelius Sagosson\nnagon@annan.example\n070-174 06 05\n")
    assert [(p.code, p.line) for p in scanned.problems] == [("B03", 1), ("B05", 2), ("B06", 3), ("B06", 4)]
    assert [p.params.get("what_sv") for p in scanned.problems] == [None, None, "en e-postadress", "ett telefonnummer"]


def test_an_organisations_own_contact_details_are_no_findings_however_they_are_written(search: Search) -> None:
    assert search(a_txt="info@exempel.example, INFO@exempel.example, 08-12 34 56, +46 8 123 456, tel:08123456\n").problems == ()


def test_without_a_deny_list_nothing_is_denied(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Fabelius Sagosson", encoding="utf-8")
    assert scan(tmp_path, ()).problems == ()


def test_the_same_text_is_found_in_every_file_that_has_it(search: Search) -> None:
    text = f"<p>Inget här.</p><p>{NUMBER}</p>"
    scanned = search(a__index_html=text, b__index_html=text, c__index_html="<p>Inget här.</p>")
    assert [p.file for p in scanned.problems] == ["a/index.html", "b/index.html"]
    assert scanned.files == 3


def test_the_name_of_a_file_or_folder_is_told_once_and_shows_nothing(search: Search) -> None:
    scanned = search(**{f"mapp__{NUMBER}__a_txt": "Ett", f"mapp__{NUMBER}__b_txt": "Två", "fabelius-sagosson__c_txt": "Tre", "x@annan_example": "Fyra"})
    assert places(scanned) == [
        ("B03", "mapp/••••••-••••", 0, 0),
        ("B06", "•@•••••.•••••••", 0, 0),
        ("B05", "••••••••-••••••••", 0, 0),
    ]
    assert NUMBER not in str(scanned)


def zipped(**members: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return file.getvalue()


def test_archives_are_opened_also_inside_each_other_and_told_apart(search: Search) -> None:
    inner = zipped(b_csv=f"ett\n{NUMBER}\n".encode())
    assert places(search(allt_zip=zipped(c__d_zip=inner, e_txt=b"Inget"))) == [("B03", "allt.zip/c/d.zip/b.csv", 2, 1)]


def test_a_name_inside_an_archive_is_searched_but_not_the_archives_own_again(search: Search) -> None:
    scanned = search(**{f"{NUMBER}_zip": zipped(a_txt=b"x", fabelius__sagosson=b"y")})
    assert [p.code for p in scanned.problems] == ["B03", "B05"]
    assert [p.code for p in search(annan_zip=zipped(**{f"{NUMBER}_txt": b"x"})).problems] == ["B03", "B03", "B05"]


def test_a_database_is_read_row_by_row(search: Search, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "data.sqlite") as database:
        database.execute("CREATE TABLE leverantör (namn TEXT, nummer TEXT)")
        database.execute("INSERT INTO leverantör VALUES ('Exempel AB', NULL), ('Annat AB', ?)", (NUMBER,))
    database.close()
    assert places(search()) == [("B03", "data.sqlite/leverantör", 2, len("Annat AB") + 2)]


def test_what_could_not_be_read_is_told_by_name(search: Search, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ror")
    (tmp_path / "borta").symlink_to(tmp_path / "finns-inte")
    (tmp_path / "utanfor").symlink_to(tmp_path.parent)
    scanned = search(bild_png=b"\x89PNG\0\0", trasig_gz=b"\x1f\x8b\x08trasig", trasig_zip=b"PK\x03\x04trasig", a_txt="Ett")
    assert scanned.unread == ("bild.png", "borta", "ror", "trasig.gz", "trasig.zip", "utanfor")
    assert scanned.files == 7
    assert scanned.problems == ()


def test_a_file_that_may_not_be_read_is_told(search: Search, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert search(a_txt="Ett").unread == ("a.txt",)


def test_the_name_of_what_could_not_be_read_is_shown_as_it_may_be(search: Search) -> None:
    assert search(**{f"{NUMBER}_png": b"\x89PNG\0\0"}).unread == ("••••••-••••.png",)


def test_what_is_readable_in_a_binary_file_is_searched(search: Search) -> None:
    scanned = search(bild_png=b"\x89PNG\0\0" + NUMBER.encode() + b"\0")
    assert ([p.code for p in scanned.problems], scanned.unread) == (["B03"], ("bild.png",))


def test_progress_is_told_for_every_file_and_folder(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/b.txt").write_text("Ett", encoding="utf-8")
    told: list[tuple[str, int, int]] = []
    scan(tmp_path, (), None, lambda what, done, total: told.append((what, done, total)))
    assert told == [("Söker efter personuppgifter", 1, 2), ("Söker efter personuppgifter", 2, 2)]


@given(st.lists(st.sampled_from([*"ab \n<>/&;'", '"', "</b>", "<p>", "<td>"]), max_size=40).map("".join), st.text("xyz <b>\n", max_size=20))
def test_a_number_that_stands_by_itself_is_found_in_any_page(tmp_path_factory: pytest.TempPathFactory, before: str, after: str) -> None:
    """Also where the markup around it is broken; its line is that of its first digit."""
    folder = tmp_path_factory.mktemp("sida")
    text = f"{before} | {NUMBER} | {after}"
    (folder / "index.html").write_text(text, encoding="utf-8", newline="\n")
    found: list[Problem] = [p for p in scan(folder, ()).problems if p.code == "B03"]
    assert [(p.line, p.column) for p in found] == [(before.count("\n") + 1, text.index(NUMBER) - (before.rfind("\n")))]
