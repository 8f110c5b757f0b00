"""Published stories that have used what stands here, each linked to what it used, and for each page the stories that used it.

A story is named by its publisher and day alone. Its headline would be a claim without an answer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from generator.records.models import Kind
from generator.records.reader import Document
from generator.registry.changes import record_of
from generator.registry.withdrawn import NEVER_NAMED
from generator.site import routes
from generator.site.language import plain
from generator.site.maker import Maker
from generator.site.parts import LinkView
from generator.site.views.corrections import is_withheld, target_link, tombstone_view


@dataclass(frozen=True, slots=True)
class UseView:
    """What a story used. since: what became of it after the story was published, with where it stands; None for what stands as it was."""

    link: LinkView
    since: LinkView | None = None


@dataclass(frozen=True, slots=True)
class StoryView:
    """One story. url: its own address. language: its language, empty when it is in Swedish. uses: what it used, as far as it may be told."""

    anchor: str
    publisher: LinkView
    issued: str
    url: str
    language: str
    uses: tuple[UseView, ...]


def stories_view(maker: Maker) -> tuple[StoryView, ...]:
    """All stories that used something that the site shows or that was removed as wrong, the latest first."""
    return tuple(view for document in _latest_first(maker) if (view := _story(maker, document)).uses)


def stories_by_page(maker: Maker) -> Mapping[str, tuple[LinkView, ...]]:
    """The stories that used something on a page, by its address without base path and language."""
    found: dict[str, list[LinkView]] = defaultdict(list)
    for document in _latest_first(maker):
        story = document.record
        name, address = maker.words.commas([maker.words.own(story.publisher), maker.words.day(story.issued)]), maker.href(f"{routes.STORIES}#{document.id}")
        corrected: dict[str, bool] = {}
        for used in (used for used in story.uses if _is_shown(maker, used)):
            corrected[_page(used)] = corrected.get(_page(used), False) or _corrected_since(maker, used, story.issued.earliest) is not None
        for page, is_corrected in corrected.items():
            found[page].append(LinkView(maker.words.t("{story} (rättat här sedan dess)", story=name) if is_corrected else name, address))
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
        uses=tuple(use for used in story.uses if (use := _use(maker, used, story.issued.earliest))),
    )


def _use(maker: Maker, used: str, issued: date) -> UseView | None:
    """What a story that was published on a day used; None for what may not be told."""
    if _is_shown(maker, used):
        return UseView(_used(maker, used), _corrected_since(maker, used, issued))
    grave = maker.graves.get(record_of(used))
    if grave is None or grave.record.reason in NEVER_NAMED:
        return None
    removed = tombstone_view(maker, grave)
    told = maker.words.t("borttaget {day}. Skäl: {reason}", day=removed.removed_on, reason=removed.reason)
    return UseView(LinkView(maker.words.t("{kind} som har tagits bort", kind=removed.kind), removed.page or None), LinkView(told, removed.url))


def _corrected_since(maker: Maker, used: str, issued: date) -> LinkView | None:
    """The latest correction since the story: of the part that it used, or of anything in the record when it used the whole."""
    found = [
        correction
        for correction in maker.corrections.get(record_of(used), ())
        if correction.record.published_on >= issued and correction.record.meaning_changed and (correction.record.target == used or "#" not in used)
    ]
    if not found:
        return None
    latest = max(found, key=lambda correction: (correction.record.published_on, correction.id))
    day = maker.words.on_day(latest.record.published_on)
    return LinkView(maker.words.t("rättad {day}", day=day), maker.href(f"{routes.CORRECTIONS}#{latest.id}"))


def _used(maker: Maker, used: str) -> LinkView:
    """A link to what was used; a part is told by its name in the address too, since a story may have used several of one page."""
    link, anchor = target_link(maker, used), used.partition("#")[2]
    return replace(link, text=f"{plain(link.text)} (#{anchor})") if anchor and link.url and link.url.endswith(f"#{anchor}") else link


def _is_shown(maker: Maker, used: str) -> bool:
    return not is_withheld(maker, used) and target_link(maker, used).url is not None


def _page(used: str) -> str:
    kind, _, rest = used.partition("/")
    return routes.page_of(Kind(kind), rest.partition("#")[0]) or ""
