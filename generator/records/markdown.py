"""Record text: a small part of Markdown, to safe HTML.

Paragraphs, *emphasis*, **strong**, lists, quotations and links. Raw HTML and images are refused
when the record is read; what is left goes through nh3 with an allow-list all the same, so that no
text can become a script even if a rule has a hole. No `attr_list`: it would turn `{: onclick=…}`
into a live attribute.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

import markdown
import nh3

from generator.records.models.base import Kind

LinkResolver = Callable[[str], str | None]

_TAGS = {"p", "em", "strong", "ul", "ol", "li", "blockquote", "a", "br", "code"}
_RAW_HTML = re.compile(r"<[A-Za-z/!?]")
_IMAGE = re.compile(r"!\[")
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(\s*<?([^)\s>]*)")
_INTERNAL = re.compile(r"(?:" + "|".join([*Kind, "pages"]) + r")/[a-z0-9-]+(?:#[a-z0-9_-]+)?\Z")
_WEB = re.compile(r"https?://[^\s]+\Z")


def find_unsafe(text: str) -> Iterator[tuple[str, str]]:
    """What the text has that will not be shown, as (Swedish, English) words; nothing when all is well."""
    if _RAW_HTML.search(text):
        yield ("HTML", "HTML")
    if _IMAGE.search(text):
        yield ("en bild", "an image")
    for target in _LINK.findall(text):
        if not _WEB.match(target) and not _INTERNAL.match(target):
            yield (f"länken ”{target}”", f"the link “{target}”")


def internal_links(text: str) -> Iterator[str]:
    """The addresses of records and pages (`profiles/exempel-ab`, `pages/metod`) that the text links to."""
    for target in _LINK.findall(text):
        if _INTERNAL.match(target):
            yield target


@cache
def _converter() -> markdown.Markdown:
    return markdown.Markdown(extensions=["sane_lists"], output_format="html")


def to_html(text: str, resolve: LinkResolver) -> str:
    """Safe HTML of a record's text. `resolve` gives the address of `kind/id`, or None when there is none."""
    linked = _LINK.sub(lambda match: _resolved(match, resolve), text)
    html = _converter().reset().convert(linked)
    return nh3.clean(html, tags=_TAGS, attributes={"a": {"href"}}, url_schemes={"http", "https"}, link_rel="noopener")


def _resolved(match: re.Match[str], resolve: LinkResolver) -> str:
    target = match.group(1)
    if not _INTERNAL.match(target):
        return match.group(0)
    address, _, anchor = target.partition("#")
    url = resolve(address)
    if url is None:
        return match.group(0)
    return match.group(0).replace(target, f"{url}#{anchor}" if anchor else url)


def to_inline_html(text: str, resolve: LinkResolver) -> str:
    """As `to_html`, for a text of one paragraph that stands inside a sentence: without the `<p>`."""
    html = to_html(text, resolve).strip()
    if html.count("<p>") == 1 and html.startswith("<p>") and html.endswith("</p>"):
        return html[3:-4]
    return html
