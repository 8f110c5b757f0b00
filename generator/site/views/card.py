"""The card of a provider: its first screen in a frame on other sites, or what became of it when it is removed."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from generator.site import routes
from generator.site.maker import Maker
from generator.site.views.corrections import RemovedView, TombstoneView
from generator.site.views.profiles import ProfileView
from generator.site.views.summary import PartOfSummary, SummaryView

# In pixels. A card is as wide as a column of text in a newspaper on the web; what does not fit below is scrolled to.
WIDTH = 480
_LETTERS_ON_A_LINE = 44
_LINE, _FRAME = 24, 280
_TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class CardView:
    """A card. first: the first screen of the page at `page`. height: in pixels, about what it takes at its full width.

    oembed: the address of what programs read that embed it.
    """

    name: str
    page: str
    oembed: str
    first: SummaryView
    draft: bool
    height: int


@dataclass(frozen=True, slots=True)
class RemovedCardView:
    """The card of a provider that is removed: what became of it. page: where the whole of that stands."""

    removed: TombstoneView
    page: str


def card_view(maker: Maker, provider: str, view: ProfileView) -> CardView:
    """The card of a provider, from its page. provider: its id."""
    first = view.first
    told = sum(_text_lines(f"●● {case.outcome.text}") + _text_lines(case.reply) for case in first.told)
    told += sum(_text_lines(f"{case.years}: {case.outcome.text}. {case.undetermined} {case.reply}") for case in first.one_by_one)
    lines = sum(map(_lines, (first.labels, first.contracts))) + _text_lines(first.cases) + told + _text_lines(view.name)
    oembed = f"{maker.origin}{maker.href(routes.oembed(routes.card(provider)))}"
    return CardView(view.name, view.url, oembed, first, view.draft, _FRAME + _LINE * lines)


def removed_card_view(maker: Maker, view: RemovedView, page: str) -> RemovedCardView:
    """The card where that of a removed provider was. page: the address of its page."""
    return RemovedCardView(view.removed, maker.href(page))


def _lines(part: PartOfSummary) -> int:
    return _text_lines(" ".join(f"●● {state.text}" for state in part.states)) + _text_lines(part.sentence)


def _text_lines(text: str) -> int:
    """So many lines a text takes, about. A text may have marks in it."""
    return -(-len(html.unescape(_TAG.sub("", text))) // _LETTERS_ON_A_LINE)
