"""The feed of corrections and removals: Atom (RFC 4287), the same entries as the page of corrections.

An entry's id is a name, not an address, and never changes. Its time is noon UTC of its day, since only
the day is known. Where the site's host is known every link is whole; otherwise it is relative to the
feed's own address, as the format allows.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree as Xml

from markupsafe import Markup

from generator.site.maker import Maker
from generator.site.views.corrections import WITHHELD, CorrectionsView, CorrectionView, TombstoneView, corrections_view, permanent_id

# Day, id, title, address and content of an entry.
Entry = tuple[str, str, str, str, str]

_ATOM = "http://www.w3.org/2005/Atom"
_LOCAL_LINK = re.compile(r'(?<= href=")/')


def corrections_feed(maker: Maker, origin: str = "") -> str:
    """The whole feed. `origin`: scheme and host of the site (`https://exempel.se`), or empty when they are not known."""
    view = corrections_view(maker)
    entries = sorted([*map(_correction, view.corrections), *map(_removal, view.tombstones)], reverse=True)
    days = [day for day, *_ in entries]
    feed = Xml.Element("feed", {"xmlns": _ATOM, "xml:lang": "sv"})
    _text(feed, "id", permanent_id("feed"))
    _text(feed, "title", "Coachkollen: rättelser och borttaget")
    _text(feed, "updated", _noon(days[0] if days else maker.as_of.isoformat()))
    _text(Xml.SubElement(feed, "author"), "name", "Coachkollen")
    _links(feed, view, origin)
    for day, urn, title, address, content in entries:
        entry = Xml.SubElement(feed, "entry")
        _text(entry, "id", urn)
        _text(entry, "title", title)
        _text(entry, "updated", _noon(day))
        Xml.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": f"{origin}{address}"})
        _text(entry, "content", _LOCAL_LINK.sub(f"{origin}/", content), type="html")
    Xml.indent(feed, " ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{Xml.tostring(feed, encoding="unicode")}\n'


def _correction(view: CorrectionView) -> Entry:
    change = "Rättat" if view.meaning_changed else "Språket rättat"
    rows = [("Stod tidigare", view.was), ("Står nu", view.now), ("Varför", view.why)] if not view.withheld else []
    content = Markup().join(Markup("<h3>{}</h3>{}").format(label, text) for label, text in rows)
    if view.withheld:
        content += Markup("<p>{}</p>").format(WITHHELD)
    for answer in view.answers:
        content += Markup('<p><a href="{}">Svar från {}</a>: {}.</p>').format(answer.url, answer.name, answer.state)
    content += Markup("<p>Upptäckt av: {}.</p>").format(view.noticed_by)
    return view.published_iso, view.urn, f"{change}: {view.target.text}", view.url, content


def _removal(view: TombstoneView) -> Entry:
    content = view.html + Markup("<p>Skäl: {}.</p>").format(view.reason)
    if view.redirect and view.redirect.url is None:
        content += Markup("<p>Se i stället {}.</p>").format(view.redirect.text)
    elif view.redirect:
        content += Markup('<p>Se i stället <a href="{}">{}</a>.</p>').format(view.redirect.url, view.redirect.text)
    return view.removed_iso, view.urn, f"Borttaget: {view.kind} {view.name}".rstrip(), view.url, content


def _links(feed: Xml.Element, view: CorrectionsView, origin: str) -> None:
    Xml.SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": f"{origin}{view.feed}"})
    Xml.SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": f"{origin}{view.page}"})


def _text(parent: Xml.Element, name: str, text: str, **attributes: str) -> None:
    Xml.SubElement(parent, name, attributes).text = str(text)


def _noon(day: str) -> str:
    return f"{day}T12:00:00Z"
