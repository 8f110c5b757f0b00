"""Published stories that have used what stands here, each linked to what it used, and for each page the stories that used it.

A story is named by its publisher and day alone. Its headline would be a claim without an answer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from generator.records.models import Kind
from generator.records.reader import Document
from generator.site import routes
from generator.site.language import plain
from generator.site.maker import Maker
from generator.site.parts import LinkView
from generator.site.views.corrections import is_withheld, target_link


@dataclass(frozen=True, slots=True)
class StoryView:
    """One story. url: its own address. language: its language, empty when it is in Swedish. uses: what it used, as far as the site shows it."""

    anchor: str
    publisher: LinkView
    issued: str
    url: str
    language: str
    uses: tuple[LinkView, ...]


def stories_view(maker: Maker) -> tuple[StoryView, ...]:
    """All stories that used something that the site shows, the latest first."""
    return tuple(view for document in _latest_first(maker) if (view := _story(maker, document)).uses)


def stories_by_page(maker: Maker) -> Mapping[str, tuple[LinkView, ...]]:
    """The stories that used something on a page, by its address without base path and language."""
    found: dict[str, list[LinkView]] = defaultdict(list)
    for document in _latest_first(maker):
        story = document.record
        told = LinkView(maker.words.commas([maker.words.own(story.publisher), maker.words.day(story.issued)]), maker.href(f"{routes.STORIES}#{document.id}"))
        for page in dict.fromkeys(_page(used) for used in story.uses if _is_shown(maker, used)):
            found[page].append(told)
    return {page: tuple(links) for page, links in found.items() if page}


def _latest_first(maker: Maker) -> list[Document]:
    return sorted(maker.registry.of(Kind.STORIES), key=lambda d: (d.record.issued.latest, d.id), reverse=True)


def _story(maker: Maker, document: Document) -> StoryView:
    story = document.record
    body = story.publisher_body
    return StoryView(
        anchor=document.id,
        publisher=maker.link(Kind.BODIES, body) if body else LinkView(story.publisher, None),
        issued=maker.words.day(story.issued),
        url=story.url,
        language="" if story.language == "sv" else story.language,
        uses=tuple(_used(maker, used) for used in story.uses if _is_shown(maker, used)),
    )


def _used(maker: Maker, used: str) -> LinkView:
    """A link to what was used; a part is told by its name in the address too, since a story may have used several of one page."""
    link, anchor = target_link(maker, used), used.partition("#")[2]
    return LinkView(f"{plain(link.text)} (#{anchor})", link.url) if anchor and link.url and link.url.endswith(f"#{anchor}") else link


def _is_shown(maker: Maker, used: str) -> bool:
    return not is_withheld(maker, used) and target_link(maker, used).url is not None


def _page(used: str) -> str:
    kind, _, rest = used.partition("/")
    return routes.page_of(Kind(kind), rest.partition("#")[0]) or ""
