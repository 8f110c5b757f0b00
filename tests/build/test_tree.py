"""The check on a built tree: which links are broken and which are not, and what may not be published."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import person_number

from generator.build.tree import check_tree

HYPHENED = person_number(between="-")


def build(folder: Path, files: Mapping[str, str]) -> Path:
    for name, text in files.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return folder


SITE = {
    "index.html": "<h1 id='topp'>Start</h1>",
    "a/index.html": "<p id='del'>A</p><p id='å'>Å</p>",
    "a/b/index.html": "<p id=del>B</p>",
    "a/c d/index.html": "",
    "årsmöte/index.html": "",
    "tema/stil.css": "",
    "feed.xml": "",
    "404.html": "",
}


def problems_of(folder: Path, page: str, html: str, base_path: str = "") -> list[str]:
    build(folder, {**SITE, page: SITE.get(page, "") + html})
    """The links that lead nowhere. What may not be on a page at all (B04) is told apart from them."""
    return [f"{p.code} {p.params['target']}" for p in check_tree(folder, base_path) if p.code != "B04"]


def active_of(folder: Path, html: str) -> list[str]:
    """What may not be on a page."""
    build(folder, {**SITE, "index.html": html})
    return [p.params["what"] for p in check_tree(folder) if p.code == "B04"]


# Links that lead somewhere


@pytest.mark.parametrize(
    "href",
    [
        "/", "/a/", "/a/b/", "/feed.xml", "/404.html", "/a/index.html", "/tema/stil.css",
        "../", "../b/", "./", "", "..", ".", "../../", "../../feed.xml", "../index.html", "../../a/b/", "./../b/./",
        "#del", "#", "/a/#del", "../#del", "/a/b/#del", "/#topp", "/a/#%C3%A5", "/a/#å", "/feed.xml#vad-som-helst",
        "/a/c%20d/", "/%C3%A5rsm%C3%B6te/", "/årsmöte/", "/a/../a/b/",
        "/a/?sida=2", "?sida=2", "/a/?x=1#del",
        "https://exempel.se/finns/inte", "http://exempel.se", "//exempel.se/x", "mailto:x", "tel:112", "data:text/plain,x", "javascript:void(0)",
    ],
)  # fmt: skip
def test_links_that_lead_somewhere(tmp_path: Path, href: str) -> None:
    assert problems_of(tmp_path, "a/b/index.html", f'<a href="{href}">x</a>') == []


@pytest.mark.parametrize(
    ("href", "found"),
    [
        ("/finns-inte/", "B01 finns-inte/index.html"),
        ("/a", "B01 a"),  # without the slash there is no such file
        ("/a/b", "B01 a/b"),
        ("../c/", "B01 a/c/index.html"),
        ("c/", "B01 a/b/c/index.html"),
        ("../../../", "B01 ../index.html"),  # above the site
        ("/../a/", "B01 ../a/index.html"),
        ("/A/", "B01 A/index.html"),  # case counts on a web server
        ("/a/%2562/", "B01 a/%62/index.html"),  # decoded once
        ("/tema/", "B01 tema/index.html"),
        ("/feed", "B01 feed"),
        ("#finns-inte", "B02 a/b/index.html"),
        ("#Del", "B02 a/b/index.html"),
        ("#topp", "B02 a/b/index.html"),
        ("/a/#topp", "B02 a/index.html"),
        ("/finns-inte/#del", "B01 finns-inte/index.html"),
    ],
)
def test_links_that_lead_nowhere(tmp_path: Path, href: str, found: str) -> None:
    assert problems_of(tmp_path, "a/b/index.html", f'<a href="{href}">x</a>') == [found]


@pytest.mark.parametrize("href", ["https://[trasig", "http://[::1", "//[x"])
def test_an_address_that_cannot_be_read_is_a_broken_link(tmp_path: Path, href: str) -> None:
    assert problems_of(tmp_path, "index.html", f'<a href="{href}">x</a>') == [f"B01 {href}"]


@pytest.mark.parametrize(
    ("href", "found"),
    [
        ("/sajt/", []),
        ("/sajt/a/b/#del", []),
        ("/sajt/feed.xml", []),
        ("../b/", []),
        ("/a/", ["B01 ../a/index.html"]),  # another site on the same host
        ("/", ["B01 ../index.html"]),
        ("/sajt", ["B01 ../sajt"]),
        ("/sajten/a/", ["B01 ../sajten/a/index.html"]),
        ("/sajt/sajt/a/", ["B01 sajt/a/index.html"]),
        ("/sajt/../a/", ["B01 ../a/index.html"]),
        ("../../../a/", ["B01 ../a/index.html"]),
    ],
)
def test_below_a_base_path(tmp_path: Path, href: str, found: list[str]) -> None:
    assert problems_of(tmp_path, "a/b/index.html", f'<a href="{href}">x</a>', "/sajt") == found


@pytest.mark.parametrize(
    "html",
    [
        '<link rel="stylesheet" href="{}">', '<img src="{}" alt="">', '<script src="{}"></script>', '<form action="{}"></form>',
        '<iframe src="{}"></iframe>',
        '<picture><source src="{}"></picture>', "<a href='{}'>x</a>", "<A HREF={}>x</A>", "<a\n  class='x'\n  href='{}'>x</a>", '<img src="{}"/>',
        "<p><b><a href='{}'>oavslutad",
    ],
)  # fmt: skip
def test_every_kind_of_link_is_followed(tmp_path: Path, html: str) -> None:
    assert problems_of(tmp_path, "index.html", html.format("/tema/stil.css")) == []
    assert problems_of(tmp_path, "index.html", html.format("/tema/annan.css")) == ["B01 tema/annan.css"]


def test_what_is_only_text_is_no_link(tmp_path: Path) -> None:
    assert problems_of(tmp_path, "index.html", "<!-- <a href='/x/'> --><code>&lt;a href='/x/'&gt;</code><script>'<a href=\"/x/\">'</script>") == []


def test_the_place_of_a_broken_link(tmp_path: Path) -> None:
    build(tmp_path, {"index.html": "<p>\n  <a href='/x/'>x</a>\n  <a href='#y'>y</a>"})
    assert [(p.file, p.line, p.column, p.params["href"]) for p in check_tree(tmp_path)] == [("index.html", 2, 3, "/x/"), ("index.html", 3, 3, "#y")]


def test_links_written_with_character_references(tmp_path: Path) -> None:
    assert problems_of(tmp_path, "index.html", "<a href='&#47;a&#47;?x=1&amp;y=2'>x</a>") == []


def test_a_whole_site_without_problems(tmp_path: Path) -> None:
    assert check_tree(build(tmp_path, SITE)) == []


def test_an_empty_folder_has_no_problems(tmp_path: Path) -> None:
    assert check_tree(tmp_path) == []


names = st.text("abåö %#?&", min_size=1, max_size=4).filter(lambda n: n.strip())


@given(st.lists(names, min_size=1, max_size=3), st.lists(names, max_size=3))
def test_a_percent_encoded_link_from_any_page_to_any_other_is_found(tmp_path_factory: pytest.TempPathFactory, here: list[str], there: list[str]) -> None:
    from urllib.parse import quote

    folder = tmp_path_factory.mktemp("träd")
    to = "".join(f"{quote(name)}/" for name in there)
    up = "../" * len(here)
    html = f'<a href="/{to}">x</a><a href="{up}{to}">y</a>'
    build(folder, {"/".join([*there, "index.html"]): "", "/".join([*here, "index.html"]): html})
    assert check_tree(folder) == []
    page = folder.joinpath(*there, "index.html")
    if here != there:
        page.unlink()
        assert [p.code for p in check_tree(folder)] == ["B01", "B01"]


def test_no_problem_repeats_a_person_number(tmp_path: Path) -> None:
    build(tmp_path, {"index.html": f"<a href='/{HYPHENED}/'>x</a>"})
    (problem,) = check_tree(tmp_path)
    assert problem.code == "B01"
    assert HYPHENED not in repr(problem)


# What may not be on a page


@pytest.mark.parametrize(
    "html",
    [
        "<script>x()</script>", "<SCRIPT src='//annan.example/x.js'></SCRIPT>", "<script src='x.js'></script>",
        "<script src='/x.js'>x()</script>", "<svg><script>x()</script></svg>", "<iframe src='/'></iframe>",
        "<object data='/'></object>", "<embed src='/'>", "<form action='/'></form>", "<base href='/'>", "<math></math>",
        "<meta http-equiv='refresh' content='0;url=/'>", "<p onclick='x()'>x</p>", "<p ONMOUSEOVER=x()>x</p>", "<svg/onload=x()>",
        "<p style='color:red'>x</p>", "<a href='javascript:x()'>x</a>", "<a href='JaVaScRiPt:x()'>x</a>", "<a href=' java\nscript:x()'>x</a>",
        "<a href='&#106;avascript:x()'>x</a>", "<a href='\x01javascript:x()'>x</a>", "<a href='vbscript:x'>x</a>", "<a href='data:text/html,x'>x</a>",
        "<a href='javascript://[x'>x</a>", "<a href='/' ping='https://annan.example/'>x</a>", "<img src='https://annan.example/x.png'>",
        "<img src='//annan.example/x.png'>", "<img src='/\\annan.example/x.png'>", "<img src='\\\\annan.example/x.png'>", "<img srcset='//annan.example/x 2x'>",
        "<link rel='stylesheet' href='https://annan.example/x.css'>", "<video poster='//annan.example/x'></video>",
        "<svg><use xlink:href='//annan.example/x'/></svg>",
    ],
)  # fmt: skip
def test_nothing_active_or_foreign_may_be_on_a_page(tmp_path: Path, html: str) -> None:
    assert active_of(tmp_path, html)


@pytest.mark.parametrize(
    "html",
    [
        "<a href='https://annan.example/'>x</a>", "<a href='/a/#del'>x</a>", "<a href='mailto:x@example.org'>x</a>", "<a href='tel:112'>x</a>",
        "<link rel='icon' href='data:,'>", "<link rel='stylesheet' href='/tema/stil.css'>", "<script src='/feed.xml' defer></script>",
        "<img src='/feed.xml' alt=''>", "<details open><summary>x</summary></details>",
        "<p>javascript:x() &lt;script&gt;</p>", "<meta name='viewport' content='width=device-width'>", "<q cite='https://annan.example/'>x</q>",
    ],
)  # fmt: skip
def test_what_a_page_needs_is_left_alone(tmp_path: Path, html: str) -> None:
    assert active_of(tmp_path, html) == []
