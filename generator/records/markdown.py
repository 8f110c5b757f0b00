"""Record text: a small part of Markdown, to safe HTML.

Paragraphs, *emphasis*, **strong**, lists, quotations and links. Raw HTML and images are refused
when the record is read; what is left goes through nh3 with an allow-list all the same, so that no
text can become a script even if a rule has a hole. No `attr_list`: it would turn `{: onclick=…}`
into a live attribute.

Pages in `content/` may use all of Markdown, but no HTML of their own: `TextOnly` shows it as it
stands, and `page_html` is how `check` sees a page before Pelican does.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from functools import cache

import markdown
import nh3
from markdown.extensions import Extension

from generator.records.models.base import Kind

LinkResolver = Callable[[str], str | None]

_TAGS = frozenset({"p", "em", "strong", "ul", "ol", "li", "blockquote", "a", "br", "code"})
_RAW_HTML = re.compile(r"<[A-Za-z/!?]")
_IMAGE = re.compile(r"!\[")
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(\s*<?([^)\s>]*)")
# The space inside 1 854 must not break the line.
_THOUSANDS = re.compile(r"(?<=[0-9]) (?=[0-9]{3}\b)")
_WHOLE_LINK = re.compile(r"(?<!!)\[(?P<words>[^\]]*)\]\(\s*<?(?P<target>[^)\s>]*)[^)]*\)")
_INTERNAL = re.compile(r"(?:" + "|".join([*Kind, "pages"]) + r")/[a-z0-9-]+(?:#[a-z0-9_-]+)?\Z")
_WEB = re.compile(r"https?://[^\s]+\Z")
# The address of a link that stands apart from its words: `[1]: https://…`, also in a list or a quotation.
_DEFINITION = re.compile(r"^[\s>*+\-0-9.]*\[[^\[\]]*\]:[ ]*\n?[ ]*<?([^\s>]*)", re.MULTILINE)
# No other link is written, so any other is somebody's trick.
_OWN_OR_WEB = re.compile(r"https?://|/(?![/\\])|#")
# How HTML of ours becomes plain text: links first, then paragraphs, lists and what is left.
_BARE_LINK = re.compile(r'<a href="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
_TAGS_AS_TEXT = (
    (re.compile(r"</p>|</?[uo]l>|</?blockquote>"), "\n\n"),
    (re.compile(r"<li>\s*"), "- "),
    (re.compile(r"<br>\n?|</li>\n?"), "\n"),
    (re.compile(r"<[^<>]*>"), ""),
)
# The outermost block elements that `to_html` gives, and some inside them.
_BLOCK = re.compile(r"^<(p|ul|ol|blockquote|code)>", re.MULTILINE)
_MANY_BREAKS = re.compile(r"\n\s*\n")
# The converter looks for the end of every bracket in all that follows it, so many in a long text would take minutes.
_MOST_BRACKETS = 50

PAGE_EXTENSIONS = ("markdown.extensions.tables", "markdown.extensions.toc", "generator.records.markdown:TextOnly")


def find_unsafe(text: str) -> Iterator[tuple[str, str]]:
    """What the text has that will not be shown, as (Swedish, English) words; nothing when all is well."""
    if _RAW_HTML.search(text):
        yield ("HTML", "HTML")
    if _IMAGE.search(text):
        yield ("en bild", "an image")
    for target in _LINK.findall(text):
        if not _WEB.match(target) and not _INTERNAL.match(target):
            yield (f"länken ”{target}”", f"the link “{target}”")
    for target in _DEFINITION.findall(text):
        if not _WEB.match(target):
            yield (f"länken ”{target}”", f"the link “{target}”")
    if text.count("[") > _MOST_BRACKETS:
        yield (f"fler än {_MOST_BRACKETS} hakparenteser", f"more than {_MOST_BRACKETS} square brackets")


def internal_links(text: str) -> Iterator[str]:
    """The addresses of records and pages (`profiles/exempel-ab`, `pages/metod`) that the text links to."""
    for target in _LINK.findall(text):
        if _INTERNAL.match(target):
            yield target


@cache
def _converter() -> markdown.Markdown:
    return markdown.Markdown(extensions=["sane_lists"], output_format="html")


def to_html(text: str, resolve: LinkResolver) -> str:
    """Safe HTML of a record's text. `resolve` gives the address of `kind/id` or `kind/id#anchor`; when it gives None only the words stay."""
    linked = _WHOLE_LINK.sub(lambda match: _resolved(match, resolve), _THOUSANDS.sub("\N{NO-BREAK SPACE}", text))
    try:
        markup = _converter().reset().convert(linked)
    except RecursionError:
        # Nested without end: shown as it stands. What the converter was doing stays in it, so it is not used again.
        _converter.cache_clear()
        markup = f"<p>{html.escape(linked)}</p>"
    return nh3.clean(markup, tags=set(_TAGS), attributes={"a": {"href"}}, attribute_filter=_own_or_web, url_schemes={"http", "https"}, link_rel="noopener")


def _own_or_web(tag: str, attribute: str, value: str) -> str | None:
    """Drop an address that is neither of the web nor a path on the own site, also one that begins as a path but leads elsewhere."""
    del tag
    return value if attribute != "href" or _OWN_OR_WEB.match(value) else None


def _resolved(match: re.Match[str], resolve: LinkResolver) -> str:
    whole, target = match.group(), match["target"]
    if not _INTERNAL.match(target):
        return whole
    url = resolve(target)
    if url is None:
        return match["words"]
    return whole[: match.start("target") - match.start()] + url + whole[match.end("target") - match.start() :]


def in_language(markup: str, language: str) -> str:
    """The HTML of a text where every block says which language it is in."""
    return _BLOCK.sub(rf'<\g<1> lang="{language}">', markup)


def to_inline_html(text: str, resolve: LinkResolver) -> str:
    """As `to_html`, for a text of one paragraph that stands inside a sentence: without the `<p>`."""
    markup = to_html(text, resolve).strip()
    if markup.count("<p>") == 1 and markup.startswith("<p>") and markup.endswith("</p>"):
        return markup[3:-4]
    return markup


def to_text(text: str) -> str:
    """A record's text for a letter: no marks of Markdown, a link to the web as its words and its address, any other as its words."""
    markup = _BARE_LINK.sub(lambda link: link[1] if link[1] == link[2] else f"{link[2]} ({link[1]})", to_html(text, lambda _: None))
    for tags, instead in _TAGS_AS_TEXT:
        markup = tags.sub(instead, markup)
    return html.unescape(_MANY_BREAKS.sub("\n\n", markup)).replace("\N{NO-BREAK SPACE}", " ").strip()


class TextOnly(Extension):
    """Markdown in which HTML is text: shown as it is written, never live."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:
        """Take away the two places where the converter lets HTML through."""
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")


def page_html(text: str) -> str | None:
    """The HTML that a page becomes, its fields at the top left out. None when it is nested too deep to convert."""
    try:
        return markdown.Markdown(extensions=[*PAGE_EXTENSIONS, "markdown.extensions.meta"], output_format="html").convert(text)
    except RecursionError:
        return None
