"""References lead somewhere (invariants 1 and 25): ids, anchors, and links in texts and pages."""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem
from generator.records.markdown import internal_links
from generator.records.models import Kind
from generator.records.models.base import Path, Prose, RefTo
from generator.records.reader import Document, Root, shown
from generator.records.suggestions import closest_address, closest_id
from generator.records.units import units
from generator.records.vocabulary import Publication
from generator.registry.gate import publication, rulings
from generator.registry.registry import Registry, anchors

_IN_RECORDS = "profiles/exempel-ab, pages/metod"
_ON_PAGES = "{filename}/profiles/exempel-ab, {filename}/metod.md"


def references_resolve(registry: Registry) -> Iterator[Problem]:
    """L01: every id names a record that exists."""
    for document in registry.documents.values():
        for leaf in document.leaves:
            mark = leaf.mark(RefTo)
            if mark and not any(f"{kind}/{leaf.value}" in registry.present for kind in mark.kinds):
                known = [key.partition("/")[2] for key in sorted(registry.present) if key.partition("/")[0] in mark.kinds]
                yield document.problem("L01", leaf.path, value=shown(leaf.value), kinds=" / ".join(mark.kinds), suggestion=closest_id(leaf.value, known))


def local_ids_unique(registry: Registry) -> Iterator[Problem]:
    """L02: the id of a part is used once in its record, and is not the anchor of one of its parties or answers."""
    for document in registry.documents.values():
        place = document.source.place
        found = list(units(document.record))
        seen = {unit.anchor: place(unit.path)[0] for unit in found if not unit.has_id}
        for unit in found:
            if unit.has_id:
                line = place((*unit.path, "id"))[0]
                first = seen.setdefault(unit.anchor, line)
                if first != line:
                    yield document.problem("L02", (*unit.path, "id"), value=unit.anchor, line=str(first))


def _hidden_cases(registry: Registry) -> frozenset[str]:
    """Keys of the cases that have no page, because nothing in them may be shown."""
    return frozenset(d.key for d in registry.of(Kind.CASES) if publication(rulings(registry, d.record)) is not Publication.PUBLISHED)


def text_links(registry: Registry) -> Iterator[Problem]:
    """L03: links in record texts name a record or a page. L04: and not a case that is not shown.

    A released correction can never be mended, so it may name what has been removed or hidden since.
    """
    hidden = _hidden_cases(registry)
    graves = registry.graves
    for document in registry.documents.values():
        final = document.kind is Kind.CORRECTIONS
        targets = registry.present | {f"pages/{page.slug}" for page in registry.pages} | (graves.keys() if final else set())
        for leaf in document.leaves:
            prose = leaf.mark(Prose)
            if prose and prose.markdown:
                for link in internal_links(leaf.value):
                    address = link.partition("#")[0]
                    if address in hidden and document.root is Root.PUBLIC and not final:
                        yield document.problem("L04", leaf.path, within=link, value=shown(link))
                    if address not in targets:
                        near = closest_address(address, sorted(targets))
                        yield document.problem("L03", leaf.path, within=link, value=shown(link), examples=_IN_RECORDS, suggestion=near)


def named_targets(registry: Registry) -> Iterator[Problem]:
    """L03: a correction is of a record that exists or has a tombstone, and of a part that it has or had at a release; so is what a story has used."""
    graves = registry.graves
    for document, path, named in _targets(registry):
        address, _, anchor = named.partition("#")
        target = registry.documents.get(address)
        gone = address not in registry.present and address not in graves
        if gone or (anchor and target and anchor not in anchors(target) and named not in registry.released.units):
            known = [f"{address}#{a}" for a in sorted(anchors(target))] if target else sorted(registry.present)
            near = closest_address(named, known)
            yield document.problem("L03", path, value=named, examples="profiles/exempel-ab", suggestion=near)


def _targets(registry: Registry) -> Iterator[tuple[Document, Path, str]]:
    """The document, the place in it and the target, of each record that names another with its kind."""
    yield from ((document, ("target",), document.record.target) for document in registry.of(Kind.CORRECTIONS))
    for document in registry.of(Kind.STORIES):
        yield from ((document, ("uses", number), used) for number, used in enumerate(document.record.uses))


def page_links(registry: Registry) -> Iterator[Problem]:
    """L03, L04: `{filename}/…` links in pages name a shown record or another page's file. Where there are no records, F10 says so."""
    if not registry.present:
        return
    hidden = _hidden_cases(registry)
    files = {page.source.file.rpartition("/")[2] for page in registry.pages}
    for page in registry.pages:
        for link, line, column in page.links:
            address = link.partition("#")[0]
            if address in hidden:
                yield page.source.problem_at("L04", (line, column), value=shown(link))
            if address not in registry.present and address not in files:
                known = sorted(registry.present | files)
                near = closest_address(address, known)
                yield page.source.problem_at("L03", (line, column), value=shown(link), examples=_ON_PAGES, suggestion=near)
