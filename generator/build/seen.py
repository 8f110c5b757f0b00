"""What the checks have seen in one file of a site in which nothing was wrong, and how that is kept until the next build.

It is kept as compressed JSON: nothing that is read back can run, and what is not of this form is taken as nothing.
"""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from typing import Any

from generator.build.feeds import Feed
from generator.build.outline import Mark, Outline, Place, Sight
from generator.build.scan import Searched
from generator.build.tree import Looked

_LEVEL = 1


@dataclass(frozen=True, slots=True)
class Seen:
    """What the search for private details and the check of the tree saw."""

    searched: Searched
    looked: Looked


def to_bytes(seen: Seen) -> bytes:
    """As it is kept."""
    searched, page, feed = seen.searched, seen.looked.page, seen.looked.feed
    data = {
        "checksums": searched.checksums,
        "relied": sorted(searched.relied),
        "unread": searched.unread,
        "page": page
        and [
            page.links,
            sorted(page.anchors),
            [(m.attribute, m.value, m.line, m.column, m.sight) for m in page.marks],
            page.wordless,
            sorted(page.entries),
            page.active,
        ],
        "feed": feed and [sorted(feed.entries), feed.page, feed.links, feed.active],
    }
    return zlib.compress(json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass"), _LEVEL)


def from_bytes(kept: bytes) -> Seen:
    """What was kept. Raises ValueError for anything else."""
    try:
        data = json.loads(zlib.decompress(kept).decode("utf-8", "surrogatepass"))
        searched = Searched(tuple(data["checksums"]), frozenset(data["relied"]), tuple(data["unread"]))
        return Seen(searched, Looked(_page(data["page"]), _feed(data["feed"])))
    except (zlib.error, LookupError, TypeError, RecursionError) as error:
        raise ValueError(str(error)) from error


def _page(data: Any) -> Outline | None:
    if data is None:
        return None
    links, anchors, marks, wordless, entries, active = data
    seen = (Mark(attribute, value, line, column, Sight(sight)) for attribute, value, line, column, sight in marks)
    return Outline(_places(links), frozenset(anchors), tuple(seen), _places(wordless), frozenset(entries), _places(active))


def _feed(data: Any) -> Feed | None:
    if data is None:
        return None
    entries, page, links, active = data
    return Feed(frozenset(entries), page, _places(links), _places(active))


def _places(data: Any) -> tuple[Place, ...]:
    return tuple((what, line, column) for what, line, column in data)
