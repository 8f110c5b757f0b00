"""What a page says to machines in the words of schema.org, as JSON-LD that needs nothing fetched.

It says who and what the page is about, and who publishes it by which rules. It never rates or judges: no `Review`, no
`AggregateRating`, no `ClaimReview`, and nothing of what a case says, which would travel without its answer.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from markupsafe import Markup

from generator.records.models.systems import Body
from generator.records.reader import Document
from generator.registry.changes import record_of
from generator.site import routes
from generator.site.citing.citable import LICENCE, Citable
from generator.site.maker import Maker
from generator.site.parts import CitationView
from generator.site.views.page_sources import sources_in
from generator.site.views.profiles import ProfileView

# A vocabulary and not an address of a context, so that no reader has to fetch one.
_CONTEXT: Mapping[str, str] = {"@vocab": "https://schema.org/"}
# What would end the element that the data stands in, or begin a comment there.
_ESCAPES = (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026"))


@dataclass(frozen=True, slots=True)
class Trail:
    """The way to a page from the start page: (name, address without base path and language) of each step, the page itself last."""

    steps: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class About:
    """What a page is about, for its data. checked_on, changed_on: None where the page has no such day. entity: as schema.org has it."""

    checked_on: date | None = None
    changed_on: date | None = None
    entity: dict[str, object] = field(default_factory=dict)
    sources: tuple[CitationView, ...] = ()


def linked_data(maker: Maker, citable: Citable, trail: Trail, about: About) -> Markup:
    """The data of a page, as it may stand inside a `script` element."""
    graph = [_page(maker, citable, about), *([about.entity] if about.entity else []), _breadcrumbs(maker, trail)]
    text = json.dumps({"@context": _CONTEXT, "@graph": graph}, ensure_ascii=False, separators=(",", ":"))
    for character, escape in _ESCAPES:
        text = text.replace(character, escape)
    return Markup(text)  # nothing in it can end the element


def about_record(maker: Maker, document: Document, citable: Citable, view: object) -> About:
    """What the page of a record is about. view: what it shows."""
    entity: dict[str, object] = {}
    if isinstance(view, ProfileView):
        entity = _provider(document, view)
    elif isinstance(document.record, Body):
        record = document.record
        names = [name for name in (record.short_name, *record.aliases) if name]
        entity = _organisation(record.name, names, record.website or "")
    sources = tuple(c for c in sources_in(view) if not c.unheard)
    return About(citable.checked_on, _changed_on(maker, document.key), entity and {"@id": f"{citable.living}#om", **entity}, sources)


def _changed_on(maker: Maker, key: str) -> date | None:
    """When the page came to say something else: with the latest release or correction that changed its record. To check it again changes nothing."""
    released = (release.day for release in maker.registry.releases.all if any(record_of(unit.unit) == key for unit in release.units))
    corrected = (correction.record.published_on for correction in maker.corrections.get(key, ()))
    return max((*released, *corrected), default=None)


def dataset(maker: Maker, url: str, title: str, description: str) -> dict[str, object]:
    """The list of all providers as a set of data, with its files."""
    files = [("text/csv", "csv"), ("application/json", "json")]
    return {
        "@type": "Dataset",
        "@id": f"{_whole(maker, url)}#data",
        "name": title,
        "description": description,
        "url": {"@id": _whole(maker, url)},
        "license": {"@id": LICENCE},
        "isAccessibleForFree": True,
        "inLanguage": maker.words.spoken,
        "creator": {"@id": _publisher_id(maker)},
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": {"@id": _whole(maker, routes.download(url, ending))}} for kind, ending in files
        ],
    }


def _page(maker: Maker, citable: Citable, about: About) -> dict[str, object]:
    page: dict[str, object] = {
        "@type": "WebPage",
        "@id": citable.living,
        "url": {"@id": citable.living},
        "name": citable.title,
        "inLanguage": citable.language,
        "license": {"@id": citable.licence},
        "publisher": _publisher(maker, citable),
    }
    if citable.frozen:
        page["archivedAt"] = {"@id": citable.frozen}
    if about.checked_on:
        page["lastReviewed"] = about.checked_on.isoformat()
    if about.changed_on:
        page["dateModified"] = about.changed_on.isoformat()
    if about.entity:
        page["mainEntity" if about.entity["@type"] == "Dataset" else "about"] = {"@id": about.entity["@id"]}
    if about.sources:
        page["isBasedOn"] = [{"@id": f"{maker.origin}{source.page}"} for source in about.sources if source.page]
    return page


def _publisher(maker: Maker, citable: Citable) -> dict[str, object]:
    """We ourselves, with the rules that we work by: every edition has those pages."""
    return {
        "@type": "Organization",
        "@id": _publisher_id(maker),
        "name": citable.publisher,
        "publishingPrinciples": {"@id": _whole(maker, routes.page("metod"))},
        "correctionsPolicy": {"@id": _whole(maker, routes.CORRECTIONS)},
        "ethicsPolicy": {"@id": _whole(maker, routes.page("regler"))},
    }


def _publisher_id(maker: Maker) -> str:
    return f"{_whole(maker, '/')}#utgivare"


def _provider(document: Document, view: ProfileView) -> dict[str, object]:
    """A provider as an organisation. Its number only where the page shows it, which it never does for a sole trader."""
    record = document.record
    shown = {value for _, value, _ in view.identity}
    names = [name for name in dict.fromkeys((record.legal_name or "", *record.aliases, *record.former_names, *record.brands)) if name and name != view.name]
    found = _organisation(view.name, names, view.website)
    if record.orgnr and record.orgnr in shown:
        found["identifier"] = {"@type": "PropertyValue", "propertyID": "SE:orgnr", "value": record.orgnr}
    return found


def _organisation(name: str, others: Sequence[str], website: str) -> dict[str, object]:
    found: dict[str, object] = {"@type": "Organization", "name": name}
    if others:
        found["alternateName"] = list(others)
    if website:
        found["url"] = {"@id": website}
    return found


def _breadcrumbs(maker: Maker, trail: Trail) -> dict[str, object]:
    steps = [{"@type": "ListItem", "position": number, "name": name, "item": {"@id": _whole(maker, url)}} for number, (name, url) in enumerate(trail.steps, 1)]
    return {"@type": "BreadcrumbList", "itemListElement": steps}


def _whole(maker: Maker, url: str) -> str:
    return f"{maker.origin}{maker.href(url)}"
