"""Record text becomes safe HTML whatever it says, and the small part of Markdown that is meant works."""

import re
import runpy
from html.parser import HTMLParser

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from generator.records.markdown import PAGE_EXTENSIONS, find_unsafe, internal_links, page_html, to_html, to_inline_html, to_text

ALLOWED = {
    "p": set(), "em": set(), "strong": set(), "ul": set(), "ol": set(), "li": set(), "blockquote": set(), "br": set(), "code": set(),
    "a": {"href", "rel", "title"},
}  # fmt: skip


def resolve(address: str) -> str | None:
    """Stands in for the site: every record has a page but those that are called `borta`."""
    key, hash_, anchor = address.partition("#")
    return None if key.endswith("/borta") else f"/sida/{key}/{hash_}{anchor}"


class Reader(HTMLParser):
    """Reads HTML as a browser would and notes every tag with its attributes."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(f"a declaration: {decl}")

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(f"a declaration: {data}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"an instruction: {data}")


def tags(html: str) -> list[tuple[str, dict[str, str | None]]]:
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader.tags


def scheme(href: str) -> str | None:
    """The scheme as browsers find it: they first drop controls and spaces in front, and tabs and line breaks anywhere."""
    seen = re.sub("[\t\r\n]", "", href).lstrip("".join(map(chr, range(33))))
    found = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", seen)
    return found.group(1).lower() if found else None


def assert_harmless(html: str) -> None:
    for tag, attributes in tags(html):
        assert tag in ALLOWED, html
        assert set(attributes) <= ALLOWED[tag], html
        href = attributes.get("href")
        if href is not None:
            assert scheme(href) in (None, "http", "https"), html


TRICKS = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//ond.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<iframe src=javascript:alert(1)></iframe>",
    '<a href="javascript:alert(1)">x</a>',
    '<p style="position:fixed" onclick="alert(1)" id="main" class="x">x</p>',
    "<style>body{display:none}</style>",
    '<meta http-equiv="refresh" content="0;url=https://ond.example">',
    '<base href="https://ond.example/">',
    '<form action="https://ond.example"><input name=x></form>',
    "<object data=x></object><embed src=x>",
    "<!-- kommentar --><!DOCTYPE html><?php x ?><![CDATA[x]]>",
    "<details open ontoggle=alert(1)>",
    '<div markdown="1">*x*</div>',
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\nscript:alert(1))",
    "[x](java&#10;script:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](&#x6A&#x61;vascript:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](\x01javascript:alert(1))",
    "[x]( javascript:alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x](vbscript:msgbox(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](file:///etc/passwd)",
    "[x](ftp://exempel.se/)",
    "[x](mailto:a)",
    '[x](https://exempel.se/ "onmouseover=alert(1)")',
    "[x](https://exempel.se/\"onmouseover='alert(1)')",
    "[x][ref]\n\n[ref]: javascript:alert(1)",
    "[x][]\n\n[x]: data:text/html,x",
    "[x]\n\n[x]: <javascript:alert(1)>",
    "[a [b] c](javascript:alert(1))",
    "[![x](javascript:alert(1))](javascript:alert(1))",
    "![x](javascript:alert(1))",
    "![x](https://exempel.se/spion.gif)",
    "![x][i]\n\n[i]: https://exempel.se/spion.gif",
    "<javascript:alert(1)>",
    "<https://exempel.se/><script>",
    "<namn@exempel.se>",
    "x {: onclick=alert(1) }",
    "# x {: onclick=alert(1) }",
    "*x*{: onclick=alert(1) style='x' #id .klass }",
    "[x](https://exempel.se/){: onclick=alert(1) }",
    "[x](https://exempel.se/){onclick=alert(1)}",
    "x\n{: onclick=alert(1) }",
    "*[HTML]: <script>alert(1)</script>\n\nHTML",
    "[^1]\n\n[^1]: <script>alert(1)</script>",
    "```{onclick=alert(1)}\nx\n```",
    "~~~ { .x onclick=alert(1) }\nx\n~~~",
    "    <script>alert(1)</script>",
    "`<script>alert(1)</script>`",
    "``<script>`alert(1)</script>``",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&amp;lt;script&amp;gt;",
    "\\<script>alert(1)</script>",
    "[TOC]",
    "!!! note\n    <script>",
    "a | b\n--|--\n<script> | x",
    "\x02klzzwxh:0000\x03 <b>x</b>",
    "\x02amp\x03lt;script\x02amp\x03gt;",
    "\x02wzxhzdk:0\x03",
    '[profiles/a](profiles/a" onclick="alert(1))',
    "[x](profiles/../../ond)",
    "[x](//ond.example/)",
    "<p/onclick=alert(1)>",
    "<a\x00href=javascript:alert(1)>x",
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    "x" + "<b>" * 500,
]


@pytest.mark.parametrize("text", TRICKS)
def test_no_known_trick_gives_anything_but_harmless_html(text: str) -> None:
    assert_harmless(to_html(text, resolve))


pieces = st.sampled_from(
    [
        "<script>", "</script>", "<img src=x onerror=alert(1)>", "<a href=", "javascript:alert(1)", "data:text/html,x", "onclick=alert(1)",
        " style=x", "<style>", "<iframe>", "<svg>",
        "[", "]", "(", ")", "[x](", "[x]: ", "![", "<", ">", "&", "&lt;", "&#60;", "&#x3c;", "&colon;", "&Tab;", '"', "'", "`", "```", "*", "**", "_",
        "\\", "\n", "\n\n", "    ", "> ", "- ", "1. ",
        "{: ", "}", "#", "# ", "---", "| ", "<!--", "-->", "<![CDATA[", "]]>", "<?", "?>", "profiles/a", "cases/borta", "pages/metod#x",
        "https://exempel.se/", "//", ":", ";", "=",
        "\x00", "\x02", "\x03", "klzzwxh:0", "wzxhzdk:0", "\u2028", "\u202e", "\ufeff", "å", " ",
    ]
)  # fmt: skip


@given(st.lists(st.one_of(pieces, st.text(max_size=3)), max_size=25).map("".join))
def test_no_text_gives_anything_but_harmless_html(text: str) -> None:
    assert_harmless(to_html(text, resolve))
    assert_harmless(to_inline_html(text, resolve))
    list(find_unsafe(text))
    list(internal_links(text))


@given(st.text(max_size=60))
def test_the_same_text_gives_the_same_html_whatever_came_before(text: str) -> None:
    before = to_html("*a* [b][c]\n\n[c]: https://exempel.se/", resolve)
    to_html(text, resolve)
    assert to_html("*a* [b][c]\n\n[c]: https://exempel.se/", resolve) == before
    assert to_html("[b][c]", resolve) == "<p>[b][c]</p>"


@pytest.mark.parametrize(
    "text",
    [
        ">" * 4000,
        "> " * 2000,
        "1. " * 1300,
        "- " * 2000,
        "*" * 4000,
        "[a](" * 1000,
        "`" * 4000,
        "- a\n    " * 400,
        "_*" * 2000,
        "\n".join(" " * i + "- a" for i in range(80)),
    ],
)
def test_text_that_nests_without_end_neither_stops_the_build_nor_spoils_the_next_text(text: str) -> None:
    assert_harmless(to_html(text, resolve))
    assert to_html("*a*\n\n- b", resolve) == "<p><em>a</em></p>\n<ul>\n<li>b</li>\n</ul>"


# What is meant to work


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Ett stycke.", "<p>Ett stycke.</p>"),
        ("Ett stycke.\n\nEtt till.", "<p>Ett stycke.</p>\n<p>Ett till.</p>"),
        ("*betonat* och **starkt**", "<p><em>betonat</em> och <strong>starkt</strong></p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>"),
        ("> citat", "<blockquote>\n<p>citat</p>\n</blockquote>"),
        ("`kod`", "<p><code>kod</code></p>"),
        ("a  \nb", "<p>a<br>\nb</p>"),
        ("3 < 4 & 5 > 4", "<p>3 &lt; 4 &amp; 5 &gt; 4</p>"),
        ("snake_case_ord", "<p>snake_case_ord</p>"),
        ("[x](https://exempel.se/a?b=1&c=2)", '<p><a href="https://exempel.se/a?b=1&amp;c=2" rel="noopener">x</a></p>'),
        ("<https://exempel.se/>", '<p><a href="https://exempel.se/" rel="noopener">https://exempel.se/</a></p>'),
    ],
)
def test_the_markdown_that_is_meant(text: str, html: str) -> None:
    assert to_html(text, resolve) == html


@pytest.mark.parametrize(
    ("text", "href"),
    [
        ("[x](profiles/exempel-ab)", "/sida/profiles/exempel-ab/"),
        ("[x](cases/a#b)", "/sida/cases/a/#b"),
        ("[x](pages/metod)", "/sida/pages/metod/"),
        ("[x]( terms/ord )", "/sida/terms/ord/"),
        ("före [x](bodies/a) efter", "/sida/bodies/a/"),
    ],
)
def test_internal_links_go_through_the_resolver(text: str, href: str) -> None:
    assert [attributes["href"] for tag, attributes in tags(to_html(text, resolve)) if tag == "a"] == [href]


def test_the_words_of_a_link_stay_even_when_they_are_its_address() -> None:
    assert to_html("[profiles/a](profiles/a)", resolve) == '<p><a href="/sida/profiles/a/" rel="noopener">profiles/a</a></p>'


def test_two_links_in_a_text_are_both_resolved() -> None:
    html = to_html("[x](profiles/a) och [y](profiles/ab)", resolve)
    assert [attributes["href"] for _, attributes in tags(html) if attributes] == ["/sida/profiles/a/", "/sida/profiles/ab/"]


def test_a_link_to_what_has_no_page_is_only_its_words() -> None:
    assert to_html("Se [ärendet](cases/borta) och [x](cases/borta#a).", resolve) == "<p>Se ärendet och x.</p>"


def test_a_text_of_one_paragraph_can_stand_inside_a_sentence() -> None:
    assert to_inline_html("*a* b", resolve) == "<em>a</em> b"


@pytest.mark.parametrize("text", ["a\n\nb", "- a", "> a", "a\n\n- b"])
def test_a_text_of_more_keeps_its_blocks(text: str) -> None:
    assert to_inline_html(text, resolve) == to_html(text, resolve).strip()


@pytest.mark.parametrize("target", ["//exempel.se/", "/\\\\exempel.se/", "\\\\\\\\exempel.se/"])
def test_an_address_that_looks_like_a_path_but_leads_to_another_site_is_no_link(target: str) -> None:
    assert "href" not in to_html(f"[x]({target})", resolve)


# Pages


@pytest.mark.parametrize(
    "html", ["<b onclick='x()'>", "<script>x()</script>", "<div>\n\n*x*\n\n</div>", "<img src=x>", "<!-- x -->", "<?x?>", "<\nb>", "<b\n>"]
)
def test_html_in_a_page_is_shown_as_it_is_written(html: str) -> None:
    page = page_html(f"Title: x\n\nFöre {html} efter\n\n{html}\n")
    assert page is not None
    assert {tag for tag, _ in tags(page)} <= {"p", "em", "blockquote"}


def test_the_fields_at_the_top_are_no_part_of_a_page() -> None:
    assert page_html("Title: x\nSlug: y\n\n# Rubrik\n\n| a |\n|---|\n| b |\n") == (
        '<h1 id="rubrik">Rubrik</h1>\n<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>b</td>\n</tr>\n</tbody>\n</table>'
    )


def test_check_sees_pages_as_pelican_does() -> None:
    settings = runpy.run_path(str(ROOT / "pelicanconf.py"))
    assert settings["MARKDOWN"]["extensions"] == list(PAGE_EXTENSIONS)


def test_a_page_that_nests_without_end_is_no_html() -> None:
    assert page_html("1. " * 5000) is None
    assert page_html("En sida.") == "<p>En sida.</p>"


# What the reader of a record refuses


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("<b>x</b>", ["HTML"]),
        ("a</p>", ["HTML"]),
        ("<!-- x -->", ["HTML"]),
        ("<?x", ["HTML"]),
        ("![x](https://exempel.se/a.png)", ["an image"]),
        ("[x](javascript:alert(1))", ["the link “javascript:alert(1”"]),
        ("[x](//exempel.se/)", ["the link “//exempel.se/”"]),
        ("[x](profiles/A)", ["the link “profiles/A”"]),
        ("[x](okand/a)", ["the link “okand/a”"]),
        ("[x](/om/)", ["the link “/om/”"]),
        ("[x]()", ["the link “”"]),
        ("[x](ftp://exempel.se) <b>", ["HTML", "the link “ftp://exempel.se”"]),
        ("[x][1]\n\n[1]: javascript:alert(1)", ["the link “javascript:alert(1)”"]),
        ("[x][1]\n\n[1]: //exempel.se/", ["the link “//exempel.se/”"]),
        ("> - [x][1]\n>\n> [1]:\n> <data:text/html,x>", ["HTML", "the link “”"]),
        ("[x][1]\n\n[1]:\n  javascript:alert(1)", ["the link “javascript:alert(1)”"]),
        ("[x] " * 51, ["more than 50 square brackets"]),
    ],
)
def test_what_will_not_be_shown_is_said(text: str, what: list[str]) -> None:
    assert [en for _, en in find_unsafe(text)] == what


@pytest.mark.parametrize(
    "text",
    [
        "Allt väl.",
        "a < b",
        "1<2",
        "[x](https://exempel.se/)",
        "[x](profiles/a#b)",
        "[x](pages/metod)",
        "hej!",
        "[1]",
        "*a*\n\n- b\n\n> c",
        "[x][1]\n\n[1]: https://exempel.se/",
        "[x] " * 50,
    ],
)
def test_good_text_is_not_refused(text: str) -> None:
    assert list(find_unsafe(text)) == []


def test_the_internal_links_of_a_text() -> None:
    text = "[a](profiles/a) [b](https://exempel.se/) [c](cases/c#d) [e](fel/e) ![f](profiles/f)"
    assert list(internal_links(text)) == ["profiles/a", "cases/c#d"]


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("Ett *ord* och **två**.", "Ett ord och två."),
        ("Ett\n\nTvå\n\n- a\n- b\n\nTre", "Ett\n\nTvå\n\n- a\n- b\n\nTre"),
        ("> Citat", "Citat"),
        ("\\*inte\\* & 1 &lt; 2 &#61;", "*inte* & 1 < 2 ="),
        ("<https://example.org/a>", "https://example.org/a"),
        ("[ord](https://example.org/?a=1&b=2) och [post](profiles/exempel-ab)", "ord (https://example.org/?a=1&b=2) och post"),
        ("1 854 kronor", "1 854 kronor"),
        ("", ""),
    ],
)
def test_a_text_for_a_letter_has_no_marks(markdown: str, text: str) -> None:
    assert to_text(markdown) == text
