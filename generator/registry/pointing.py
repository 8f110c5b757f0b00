"""What points out a provider in a text: its name, its number, a link to what it has here, and its web address.

A link to a case points out the parties to it, and one to a source the providers that its title or publisher
names: a reader is one step from the name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.records.models import Kind
from generator.records.plain_text import PlainText, plain_text
from generator.registry.names import Names, registered_names
from generator.registry.registry import Registry, follow

_LINK = re.compile(r"\[(?P<words>[^\]]*)\]\(\s*<?(?P<target>[^)\s>]*)")
_RECORD = re.compile(rf"(?:\{{filename\}}/)?(?P<kind>{Kind.PROFILES}|{Kind.CASES}|{Kind.SOURCES})/(?P<id>[a-z0-9-]+)")
# Where our own pages lie, whatever the host; a test holds it to the routes.
_OWN_PAGE = re.compile(r"/(?P<kind>leverantor|arende|kalla)/(?P<id>[a-z0-9-]+)(?![^/?#])", re.IGNORECASE)
_KIND_OF_PAGE: Mapping[str, Kind] = MappingProxyType({"leverantor": Kind.PROFILES, "arende": Kind.CASES, "kalla": Kind.SOURCES})
_ADDRESS = re.compile(r"(?:https?://|(?<![\w@./-]))(?:www\.)?(?P<rest>[\w-]+(?:\.[\w-]+)+[^\s)>\]]*)", re.IGNORECASE)
_PORT = re.compile(r":[0-9]+(?=/|$)")


@dataclass(frozen=True, slots=True)
class Pointer:
    """Something that points out `providers`.

    text: what stands there, for a message. start, end: where a reader sees it, in the text without Markdown. named: it is a name
    or a number. target: the kind of record that a link there leads to, if it is of the same provider.
    """

    text: str
    start: int
    end: int
    providers: frozenset[str]
    named: bool = False
    target: Kind | None = None


@dataclass(frozen=True, slots=True)
class Pointers:
    """What is known of the providers of a registry. `targets`: those that each record points out, by its key. `sites`: by their address."""

    names: Names
    targets: Mapping[str, frozenset[str]]
    sites: Mapping[str, frozenset[str]]

    def find(self, markdown: str) -> Iterator[Pointer]:
        """Each thing in a text that points out a provider."""
        shown = plain_text(markdown)
        links = list(self._links(markdown, shown))
        named: set[Pointer] = set()
        for mention in self.names.find(shown.text):
            providers = _providers(mention.keys)
            if providers:
                around = [link for link in links if link.start <= mention.start and mention.end <= link.end and link.providers & providers]
                named.update(around)
                yield Pointer(mention.text, mention.start, mention.end, providers, named=True, target=around[0].target if around else None)
        yield from (link for link in links if link not in named)
        for match in _ADDRESS.finditer(markdown):
            place = bisect_left(shown.origins, match.start())
            found = [self.sites[site] for site in _sites(match["rest"]) if site in self.sites]
            pages = (f"{_KIND_OF_PAGE[page['kind'].lower()]}/{page['id'].lower()}" for page in _OWN_PAGE.finditer(match["rest"]))
            for providers in (*found, *(self.targets[key] for key in pages if self.targets.get(key))):
                yield Pointer(match.group(), place, place, providers)

    def _links(self, markdown: str, shown: PlainText) -> Iterator[Pointer]:
        for match in _LINK.finditer(markdown):
            record = _RECORD.fullmatch(match["target"].partition("#")[0])
            found = self.targets.get(f"{record['kind']}/{record['id']}") if record else None
            if record and found:
                start, end = (bisect_left(shown.origins, match.start("words")), bisect_left(shown.origins, match.end("words")))
                yield Pointer(match["target"], start, end, found, target=Kind(record["kind"]))


def registered_pointers(registry: Registry) -> Pointers:
    """What points out the providers of the registry."""
    names = registry.once(registered_names)
    targets = {document.key: frozenset({document.id}) for document in registry.of(Kind.PROFILES)}
    graves = registry.graves
    for key in graves:
        end = follow(graves, key)
        if end in targets:
            targets.setdefault(key, targets[end])
    targets |= {case.key: frozenset(party.provider for party in case.record.parties if party.provider) for case in registry.of(Kind.CASES)}
    for document in registry.of(Kind.SOURCES):
        source = document.record
        said = (plain_text(text).text for text in (source.title, source.publisher, source.container_title) if text)
        targets[document.key] = frozenset().union(*(_providers(mention.keys) for text in said for mention in names.find(text)))
    sites: dict[str, frozenset[str]] = {}
    for profile in registry.of(Kind.PROFILES):
        match = _ADDRESS.match(profile.record.website or "")
        if match:
            site = match["rest"].lower().rstrip("/")
            sites[site] = sites.get(site, frozenset()) | {profile.id}
    return Pointers(names, MappingProxyType(targets), MappingProxyType(sites))


def _providers(keys: frozenset[str]) -> frozenset[str]:
    return frozenset(key.partition("/")[2] for key in keys if key.startswith(f"{Kind.PROFILES}/"))


def _sites(address: str) -> Iterator[str]:
    """The address, and each that it lies under: `a.se/b/c`, `a.se/b`, `a.se`."""
    parts = _PORT.sub("", address.lower().rstrip('/.,;:!?”"').split("?")[0]).split("/")
    return ("/".join(parts[:number]) for number in range(len(parts), 0, -1))
