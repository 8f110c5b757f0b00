"""What can be followed: feeds of all that changes, of what concerns one provider, county, programme or label, and of one statement.

An entry says that something has changed and leads to it. It never repeats a claim, and the name of a case, which says something too, has the
outcomes and the answers with it. A source that names somebody who has not been heard is told without its headline.
Entries are made from releases alone: what has not been released is no news yet, and what the first one had is none either. The feed of a statement is empty
until the statement is corrected or goes, or one of its sources does: whoever has quoted it follows that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from generator.records.models import Kind
from generator.records.models.base import RefTo, leaves
from generator.records.places import counties
from generator.records.reader import Document
from generator.records.units import party_anchor, party_provider, unit_key, units
from generator.registry.changes import Difference, StateChange, differences, record_of
from generator.registry.registry import Registry
from generator.registry.releases import Release, Releases, UnitChange
from generator.registry.shown import AVAILABILITY, CONTRACT, LABEL
from generator.site import routes
from generator.site.change_words import ChangeView, is_hidden, record_changes, sorts_of_change
from generator.site.corrections_feed import corrections_feed
from generator.site.feed_formats import Entry, Feed, feed_texts, latest
from generator.site.former_subjects import former_subjects
from generator.site.language import N_, plain
from generator.site.maker import Maker
from generator.site.views.corrections import TombstoneView, answers_of, public_name, removed_address, tombstone_view
from generator.site.views.standings import standings

UNHEARD_SOURCE = N_("Leverantören som källan nämner har inte fått ge oss sin version. Därför återger vi varken rubrik eller innehåll här.")

# What an entry begins with when no record has said anything new.
TIME_ALONE = N_("Ingen ny källa. Tiden har gått.")


@dataclass(frozen=True, slots=True)
class _News:
    """How one release changed one record. time_alone: nobody has written anything of it; a period has ended or begun by its date."""

    release: Release
    key: str
    difference: Difference
    time_alone: bool = False


def feed_files(maker: Maker, origin: str = "") -> Iterator[tuple[str, str]]:
    """Address, without base path, and text of every feed. origin: scheme and host of the site, as far as known."""
    for feed in (corrections_feed(maker), *feeds(maker)):
        yield from feed_texts(feed, maker.base_path, origin)


def followed(registry: Registry) -> dict[str, str]:
    """The pages whose subject has a feed, by their address without base path: the key of the record, or the code of the county. None before a release."""
    if registry.releases.latest is None:
        return {}
    kinds = (Kind.PROFILES, Kind.PROGRAMMES, Kind.SCHEMES)
    records = {routes.page_of(document.kind, document.id) or "": document.key for kind in kinds for document in registry.of(kind)}
    return records | {routes.county(county): county.code for county in counties().values()}


def feeds(maker: Maker) -> Iterator[Feed]:
    """Every feed of what has changed; none before the first release, when nothing is news."""
    registry = maker.registry
    if registry.releases.latest is None:
        return
    news = list(reversed(list(_news(maker.releases))))
    t, first = maker.words.t, registry.releases.all[0].day.isoformat()

    def feed(url: str, title: str, page: str, found: Iterable[_News]) -> Feed:
        entries = latest([entry for item in found if (entry := _entry(maker, item))])
        return Feed(f"{routes.TAG}{url}", url, title, maker.href(page), entries, entries[0].day if entries else first)

    by_key: dict[str, list[_News]] = defaultdict(list)
    for item in news:
        by_key[item.key].append(item)
    yield feed(routes.feed(routes.CHANGES), t("Allt som har ändrats"), routes.CHANGES, news)
    about = _subjects(registry)
    for page, subject in followed(registry).items():
        is_label = subject.startswith(f"{Kind.SCHEMES}/")
        title = maker.name(subject) if subject in registry.documents else counties()[subject].name
        yield feed(routes.feed(page), title, page, _of_label(news, subject) if is_label else _merged(by_key, about[subject]))
    for unit, concerned in _statements(registry).items():
        page = routes.page_of(*_kind_and_id(record_of(unit))) or ""
        anchor = unit.partition("#")[2]
        nameless = removed_address(maker, record_of(unit))
        title = t("En uppgift på en borttagen sida") if nameless else t("Uppgiften {anchor} på {page}", anchor=anchor, page=page)
        yield feed(routes.watch(page, anchor), title, page, _of_statement(_merged(by_key, {record_of(unit), *map(record_of, concerned)}), unit, concerned))


def _news(releases: Releases) -> Iterator[_News]:
    """What each release but the first changed: what was there from the start is no news."""
    for (before, _), (release, difference) in pairwise(differences(releases)):
        changed_units: dict[str, list[UnitChange]] = defaultdict(list)
        changed_states: dict[str, list[StateChange]] = defaultdict(list)
        for unit in difference.units:
            changed_units[record_of(unit.unit)].append(unit)
        for state in difference.states:
            changed_states[record_of(state.unit)].append(state)
        for key in sorted(changed_units.keys() | changed_states.keys()):
            changed = Difference(tuple(changed_units[key]), tuple(changed_states[key]))
            yield _News(release, key, changed, before.day < release.day and _is_time_alone(changed, changed_units.keys()))


def _is_time_alone(difference: Difference, written: Collection[str]) -> bool:
    """True for a record that only the calendar has changed. written: the records that something was written of; a label's own rules may be other."""
    computed = (
        state.aspect == CONTRACT or (state.aspect.startswith(LABEL) and f"{Kind.SCHEMES}/{state.aspect.removeprefix(LABEL)}" not in written)
        for state in difference.states
    )
    return not difference.units and all(computed)


def _entry(maker: Maker, item: _News) -> Entry | None:
    """The news of one record; None for a record that shares its page with others, whose corrections and words have their own lists."""
    url = routes.page_of(*_kind_and_id(item.key))
    if url is None:
        return None
    name = f"{routes.TAG}{routes.release(item.release.id)}{public_name(maker.graves, item.key)}"
    if is_hidden(maker, item.key):
        is_removed = any(unit.unit == item.key and unit.change == "removed" for unit in item.difference.units)
        address = maker.href(routes.release(item.release.id))
        return Entry(name, item.release.day.isoformat(), maker.words.t("Borttagen sida"), address, "") if is_removed else None
    address = removed_address(maker, item.key) or maker.url(item.key) or maker.href(url)
    changes = record_changes(maker, item.release, item.difference)
    passed = Markup("<p>{}</p>").format(maker.words.t(TIME_ALONE)) if item.time_alone else Markup()
    content = passed + _told(changes) + beside_title(maker, item.key)
    return Entry(name, item.release.day.isoformat(), entry_title(maker, item.key, changes), address, str(content))


def entry_title(maker: Maker, key: str, changes: Iterable[ChangeView] = ()) -> str:
    """What an entry is called: the record, and what sort of thing has happened to it. A headline is a claim, which waits for its answer."""
    document = maker.registry.documents.get(key)
    if document is None:
        grave = maker.graves.get(key)
        what = tombstone_view(maker, grave) if grave else None
        return maker.words.t("Borttaget: {what}", what=f"{what.kind} {what.name}".rstrip()) if what else maker.words.t("Borttagen sida")
    unheard = _is_unheard(maker, document)
    name = maker.words.t("Källa från {publisher}", publisher=document.record.publisher) if unheard else maker.name(key)
    sort = sorts_of_change(maker, changes)
    return maker.words.t("{name}: {sort}", name=name, sort=sort) if sort else name


def _is_unheard(maker: Maker, document: Document) -> bool:
    return document.kind is Kind.SOURCES and bool(maker.unheard(document.id))


def beside_title(maker: Maker, key: str) -> Markup:
    """What stands beside the name: of a case, how it ended for each that it names and what they have answered; of a source, the same of the cases
    that rest on it, or that somebody is not heard.
    """
    document, words = maker.registry.documents.get(key), maker.words
    if document is None:
        grave = maker.graves.get(key)
        return _why(maker, tombstone_view(maker, grave)) if grave else Markup()
    if _is_unheard(maker, document):
        return Markup("<p>{}</p>").format(words.t(UNHEARD_SOURCE))
    told = Markup()
    for standing in standings(maker, document):
        told += Markup('<p><a href="{}">{}</a>. {}</p>').format(standing.url, standing.name, standing.told)
    if document.kind is Kind.CASES:
        answers = answers_of(maker, key)
        for party in document.record.parties:
            name = maker.name(f"{Kind.PROFILES}/{party.provider}") if party.provider else ""
            if party.outcome and name in {answer.name for answer in answers}:
                told += Markup("<p>{}</p>").format(words.t("Utfall för {name} nu: {outcome}.", name=name, outcome=words.label(party.outcome)))
        for answer in answers:
            told += Markup('<p><a href="{}">{}</a>: {}.</p>').format(answer.url, words.t("Svar från {name}", name=answer.name), answer.state)
    return told


def _why(maker: Maker, removed: TombstoneView) -> Markup:
    told = maker.words.t("Borttaget {day}. Skäl: {reason}.", day=removed.removed_on, reason=removed.reason)
    return Markup('<p>{} <a href="{}">{}</a></p>{}').format(told, removed.url, maker.words.t("Läs varför"), removed.html)


def _told(changes: Iterable[ChangeView]) -> Markup:
    """The changes as a list. Whatever they are about is read on the page, with its answer."""
    items = []
    for change in changes:
        told = Markup('<a href="{}">{}</a>').format(change.url, plain(change.text)) if change.url else Markup("{}").format(plain(change.text))
        corrections = Markup().join(Markup(' · <a href="{}">{}</a>').format(link.url, link.text) for link in change.corrections)
        items.append(Markup("<li>{}{}</li>").format(told, corrections))
    return Markup("<ul>{}</ul>").format(Markup().join(items))


def _subjects(registry: Registry) -> Mapping[str, frozenset[str]]:
    """The records that concern each provider, programme and label, by its key, and each county, by its code."""
    found: dict[str, set[str]] = defaultdict(set)
    for document in registry.documents.values():
        found[document.key].add(document.key)
        if document.kind is Kind.CASES:
            for party in document.record.parties:
                if party.provider:
                    found[f"{Kind.PROFILES}/{party.provider}"].add(document.key)
            if document.record.programme:
                found[f"{Kind.PROGRAMMES}/{document.record.programme}"].add(document.key)
            for code in (*document.record.counties, *(code[:2] for code in document.record.municipalities)):
                found[code].add(document.key)
        if document.kind is Kind.PROFILES:
            for place in document.record.places:
                found[place.county or (place.municipality or "")[:2]].add(document.key)
    for subject, record in _former(registry):
        found[subject].add(record)
    return defaultdict(frozenset, {key: frozenset(keys) for key, keys in found.items()})


def _former(registry: Registry) -> Iterator[tuple[str, str]]:
    """Subject and record: who was a party to a case that has been removed is told of that too, and so is who follows a county or a programme of it."""
    for released in registry.releases.all:
        for record, _, anchor in (unit.unit.partition("#") for unit in released.units):
            if record.startswith(f"{Kind.CASES}/") and party_provider(anchor):
                yield f"{Kind.PROFILES}/{party_provider(anchor)}", record
    for record, subjects in former_subjects(registry).items():
        yield from ((subject, record) for subject in subjects)


def _merged(by_key: Mapping[str, list[_News]], keys: Iterable[str]) -> list[_News]:
    """The news of some records, the latest first."""
    found = [item for key in sorted(keys) for item in by_key.get(key, ())]
    return sorted(found, key=lambda item: item.release.day, reverse=True)


def _of_label(news: Iterable[_News], key: str) -> Iterator[_News]:
    """The news of a label, and of every provider whose state of it is another."""
    aspect = f"{LABEL}{key.partition('/')[2]}"
    for item in news:
        if item.key == key:
            yield item
        elif states := tuple(state for state in item.difference.states if state.aspect == aspect):
            yield _News(item.release, item.key, Difference((), states), item.time_alone)


def _statements(registry: Registry) -> Mapping[str, frozenset[str]]:
    """Every part that was ever released of a record with a page, the sources that it rests on now and the parties, by unit, that it is about."""
    found: dict[str, frozenset[str]] = {}
    for release in registry.releases.all:
        for unit in release.units:
            if unit.change == "added" and "#" in unit.unit and routes.page_of(*_kind_and_id(record_of(unit.unit))):
                found[unit.unit] = frozenset()
    for document in registry.documents.values():
        for part in units(document.record):
            key = f"{document.key}#{part.anchor}"
            if key in found:
                references = ((leaf.value, leaf.mark(RefTo)) for leaf in leaves(part.model))
                sources = {f"{Kind.SOURCES}/{value}" for value, mark in references if mark and Kind.SOURCES in mark.kinds}
                found[key] = frozenset(sources | {unit_key(document.key, party_anchor(provider)) for provider in getattr(part.model, "about", ())})
    return found


def _of_statement(news: Iterable[_News], unit: str, concerned: frozenset[str]) -> Iterator[_News]:
    """What became of a statement after it was released.

    It was changed, it went, alone or with its record, a source of it did, or somebody whom it is about has answered or been judged.
    """
    record = record_of(unit)
    for item in news:
        if item.key == record:
            changed = tuple(u for u in item.difference.units if u.change != "added" and (u.unit == unit or (u.unit == record and u.change == "removed")))
            states = tuple(state for state in item.difference.states if state.unit == unit or state.unit in concerned)
            if changed or states:
                yield _News(item.release, item.key, Difference(changed, states), item.time_alone)
        elif item.key in concerned:
            lost = tuple(state for state in item.difference.states if state.aspect == AVAILABILITY)
            gone = tuple(u for u in item.difference.units if u.unit == item.key and u.change == "removed")
            if lost or gone:
                yield _News(item.release, item.key, Difference(gone, lost))


def _kind_and_id(key: str) -> tuple[Kind, str]:
    kind, _, record_id = key.partition("/")
    return Kind(kind), record_id
