"""Which counties and programmes a removed record was about, as the last stored version of its page said: who follows them is told that it is gone.

Nothing else remembers that. The ledger has digests only, and forgets what is removed.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.records.models import Kind
from generator.records.places import counties, municipalities
from generator.registry.registry import Registry
from generator.registry.releases import BrokenRelease
from generator.site import routes

# Where the page of a provider has its own places: those of its cases and contracts stand in other parts of it.
_OWN_PLACES, _NEXT_PART = 'id="avsnitt-fakta"', "<section"


def former_subjects(registry: Registry) -> Mapping[str, frozenset[str]]:
    """The codes of counties, and of a case also the keys of programmes, by the key of the removed case or provider."""
    graves = [key for key in registry.graves if key.partition("/")[0] in (Kind.CASES, Kind.PROFILES)]
    paths = {routes.stored(routes.page_of(Kind(key.partition("/")[0]), key.partition("/")[2]) or ""): key for key in graves}
    found: dict[str, frozenset[str]] = {}
    for release, page in registry.releases.stored():
        key = paths.get(page.path)
        if key is None:
            continue
        try:
            html = registry.releases.read(release, page).decode()
        except BrokenRelease:
            # What is wrong with a stored page is told by `check`; no feed is worth a build that stops.
            continue
        is_case = key.startswith(f"{Kind.CASES}/")
        programmes = {name for name in page.made_from if is_case and name.startswith(f"{Kind.PROGRAMMES}/")}
        found[key] = frozenset(programmes | _counties(html if is_case else html.partition(_OWN_PLACES)[2].partition(_NEXT_PART)[0]))
    return found


def _counties(html: str) -> set[str]:
    """The counties that a page leads to, also through a municipality in them."""
    places = [(routes.county(county), county.code) for county in counties().values()]
    places += [(routes.municipality(town), town.county_code) for town in municipalities().values()]
    return {code for url, code in places if f'{url}"' in html}
