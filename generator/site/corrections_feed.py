"""The feed of corrections and removals: the same entries as the page of corrections."""

from __future__ import annotations

from markupsafe import Markup

from generator.site import routes
from generator.site.feed_formats import Entry, Feed
from generator.site.maker import Maker
from generator.site.views.corrections import WITHHELD, CorrectionView, TombstoneView, corrections_view, permanent_id


def corrections_feed(maker: Maker) -> Feed:
    """The whole feed."""
    view = corrections_view(maker)
    entries = [*map(_correction, view.corrections), *map(_removal, view.tombstones)]
    entries.sort(key=lambda entry: (entry.day, entry.id), reverse=True)
    updated = entries[0].day if entries else maker.as_of.isoformat()
    return Feed(permanent_id("feed"), routes.CORRECTIONS_FEED, "rättelser och borttaget", view.page, tuple(entries), updated, is_page=True)


def _correction(view: CorrectionView) -> Entry:
    change = "Rättat" if view.meaning_changed else "Språket rättat"
    rows = [("Stod tidigare", view.was), ("Står nu", view.now), ("Varför", view.why)] if not view.withheld else []
    content = Markup().join(Markup("<h3>{}</h3>{}").format(label, text) for label, text in rows)
    if view.withheld:
        content += Markup("<p>{}</p>").format(WITHHELD)
    for answer in view.answers:
        content += Markup('<p><a href="{}">Svar från {}</a>: {}.</p>').format(answer.url, answer.name, answer.state)
    for standing in view.standings:
        content += Markup('<p><a href="{}">{}</a>. {}</p>').format(standing.url, standing.name, standing.told)
    content += Markup("<p>Upptäckt av: {}.</p>").format(view.noticed_by)
    return Entry(view.urn, view.published_iso, f"{change}: {view.target.text}", view.url, str(content))


def _removal(view: TombstoneView) -> Entry:
    content = view.html + Markup("<p>Skäl: {}.</p>").format(view.reason)
    if view.redirect and view.redirect.url is None:
        content += Markup("<p>Se i stället {}.</p>").format(view.redirect.text)
    elif view.redirect:
        content += Markup('<p>Se i stället <a href="{}">{}</a>.</p>').format(view.redirect.url, view.redirect.text)
    return Entry(view.urn, view.removed_iso, f"Borttaget: {view.kind} {view.name}".rstrip(), view.url, str(content))
