"""How other sites embed a card: the HTML that people copy, and oEmbed 1.0 (https://oembed.com) for programs that find it by the address of a page."""

from __future__ import annotations

import json

from markupsafe import Markup

from generator.site import routes
from generator.site.downloads import SiteFile
from generator.site.maker import Maker
from generator.site.sharing import Embedding
from generator.site.views.card import WIDTH, CardView

# How long a program may keep what it has read: states change with the day.
_SECONDS_IN_A_DAY = 24 * 60 * 60
PROVIDER = "Coachkollen"


def embedding(maker: Maker, provider: str, view: CardView) -> Embedding:
    """How the card of a provider is embedded. Without a host the addresses begin with a slash."""
    card = routes.card(provider)
    return Embedding(maker.href(card), view.oembed, _frame(maker, card, view), bool(maker.origin))


def oembed_file(maker: Maker, provider: str, view: CardView) -> SiteFile:
    """What a program reads, a rich type: a frame with the card and nothing of ours in the other page."""
    card = routes.card(provider)
    told = {
        "type": "rich",
        "version": "1.0",
        "title": view.name,
        "provider_name": PROVIDER,
        "provider_url": f"{maker.origin}{maker.href('/')}",
        "cache_age": _SECONDS_IN_A_DAY,
        "width": WIDTH,
        "height": view.height,
        "html": _frame(maker, card, view),
    }
    return SiteFile(routes.oembed(card), json.dumps(told, ensure_ascii=False, indent=1) + "\n")


def _frame(maker: Maker, card: str, view: CardView) -> str:
    """The HTML. It loads when a reader comes near, and tells us not which page it stands on."""
    frame = Markup('<iframe src="{}" title="{}" width="{}" height="{}" loading="lazy" referrerpolicy="no-referrer" style="max-width:100%;border:0"></iframe>')
    title = maker.words.t("{name} hos Coachkollen", name=view.name)
    return str(frame.format(f"{maker.origin}{maker.href(card)}", title, WIDTH, view.height))
