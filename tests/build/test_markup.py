"""The pieces of a page: the quick way and the standard library's parser never differ."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.build.markup import EndTag, Places, StartTag, parsed_pieces, pieces, quick_pieces

PARTS = (
    "<p>", "</p>", "<P>", "<p", ">", "<", "</", "<!doctype html>", "<!-- x -->", "<!--", "-->", "<br>", "<br/>", "<p hidden>", '<a href="/x/?a=1&amp;b=2">',
    "<a href='x'>", "<a href=x>", '<a href = "x">', '<a title="1 > 0">', '<a title="<p>">', '<a id="1" id="2">', "<a\n  id=\"x\"\n>", "</a>", "</a >", "<a/>",
    "<script>", "</script>", '<script src="/x.js">', "</script >", "<style>", "</style>", "<title>", "</title>", "<textarea>", "</textarea>", "<iframe>",
    "</iframe>",
    "<noscript>", "</noscript>", "<svg:a>", '<svg viewBox="0 0 1 1" ID="x">', "</svg>", "<x-y>", "</x-y>",
    "<1>", "<?xml?>", "<![CDATA[x]]>", "&", "&amp;", "&lt", "&#60;p&#62;", "&nbsp;",
    "åäö", " ", "\n", "\r", "\t", "\0", '"', "'", "=", "/", "x",
)  # fmt: skip


@settings(max_examples=500)
@given(st.lists(st.sampled_from(PARTS), max_size=12).map("".join))
@example("<script>if (a &amp;&amp; b) x</script>")
@example("<title>a &amp; b</title>")
@example("<script><p></script>")
@example("<title>x")
def test_a_page_that_is_read_quickly_is_read_as_the_parser_reads_it(text: str) -> None:
    quick = quick_pieces(text)
    assert quick is None or quick == parsed_pieces(text)


def test_every_page_of_the_site_is_read_alike_and_nearly_all_quickly(demo_site: Path) -> None:
    slow = []
    for path in demo_site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        if quick_pieces(text) is None:
            slow.append(path.relative_to(demo_site).as_posix())
        assert list(pieces(text)) == parsed_pieces(text), path
    assert len(slow) < len(list(demo_site.rglob("*.html"))) / 20, slow


@pytest.mark.parametrize(
    "text",
    ["<P>x</P>", "<p class=x>", "<p class='x'>", "a < b", "a > b", "<!-- x --><p>", "<script><p></script>", "<script/>", "<title><p></title>", "<title>x"],
)
def test_what_our_templates_do_not_write_is_left_to_the_parser(text: str) -> None:
    assert quick_pieces(text) is None
    assert list(pieces(text)) == parsed_pieces(text)


def test_what_a_page_is_made_of() -> None:
    text = '<!doctype html>\n<a href="/?a&amp;b" hidden>å &amp; ö</a>'
    found = dict(pieces(text))
    assert found == {15: "\n", 16: StartTag("a", (("href", "/?a&b"), ("hidden", None))), 43: "å & ö", 52: EndTag("a")}
    assert [Places(text).of(offset) for offset in (0, 15, 16, 52)] == [(1, 1), (1, 16), (2, 1), (2, 37)]
