"""What has changed since it was first published: all of it by release, and one record's own history; and what stands where old pages may not be read."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.records.models import Kind
from generator.records.units import units
from generator.registry.changes import Difference, StateChange, differences, record_of
from generator.registry.releases import Release, UnitChange
from generator.site import routes
from generator.site.change_words import ChangeView, is_hidden, record_changes
from generator.site.language import Language
from generator.site.maker import Maker
from generator.site.parts import LinkView
from generator.site.swedish import sort_key
from generator.site.views.corrections import removed_address
from generator.site.views.follow import Follow, FollowLine
from generator.site.views.since import Since
from generator.site.views.withdrawn import withdrawn_view

_COMMIT_DIGITS = 10
# What new records are counted as.
_NEW: Mapping[Kind, Callable[[Language, int], str]] = MappingProxyType(
    {
        Kind.PROFILES: lambda words, number: words.count(number, "ny leverantör", "nya leverantörer"),
        Kind.CASES: lambda words, number: words.count(number, "nytt ärende", "nya ärenden"),
        Kind.SCHEMES: lambda words, number: words.count(number, "ny märkning", "nya märkningar"),
        Kind.PROGRAMMES: lambda words, number: words.count(number, "nytt program", "nya program"),
        Kind.BODIES: lambda words, number: words.count(number, "ny organisation", "nya organisationer"),
        Kind.SOURCES: lambda words, number: words.count(number, "ny källa", "nya källor"),
        Kind.TERMS: lambda words, number: words.count(number, "nytt ord", "nya ord"),
        Kind.STORIES: lambda words, number: words.count(number, "ny berättelse", "nya berättelser"),
        Kind.CORRECTIONS: lambda words, number: words.count(number, "ny rättelse", "nya rättelser"),
    }
)
# More new records of a kind than this are only counted: the first release has them all.
_MOST_NAMED = 20


@dataclass(frozen=True, slots=True)
class ReleaseLine:
    """A release as a heading. commit: short, or empty. frozen: the record's page as it was, where the release stored it.

    withdrawn: at that address it says why the page is not shown as it was.
    """

    id: str
    day: str
    url: str
    commit: str
    frozen: str = ""
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class RecordChanges:
    """What a release changed in one record. history: where the rest of its changes are."""

    name: LinkView
    kind: str
    history: str
    changes: tuple[ChangeView, ...]


@dataclass(frozen=True, slots=True)
class ReleaseChanges:
    """What a release changed: the new records, counted as they were then and named where they are few, and those that are other than before.

    lost: how many records it changed that are not there any more, so that nothing is told of them.
    """

    release: ReleaseLine
    new: tuple[tuple[str, tuple[LinkView, ...]], ...]
    changed: tuple[RecordChanges, ...]
    removed: int
    lost: int
    json: str


@dataclass(frozen=True, slots=True)
class HistoryView:
    """The history of one record, the latest release first. follow: its feed. statements: the feed of each of its statements, by where the statement is."""

    page: LinkView
    releases: tuple[tuple[ReleaseLine, tuple[ChangeView, ...]], ...]
    follow: FollowLine | None = None
    statements: tuple[FollowLine, ...] = ()


@dataclass(frozen=True, slots=True)
class ReleaseView:
    """The page of one release. pages: those that it stored, and may still be read. withdrawn: how many may not."""

    changes: ReleaseChanges
    pages: tuple[LinkView, ...]
    withdrawn: int
    manifest: str
    since: str
    is_latest: bool


# Address, template, title, view and the keys of the records that it is made from.
HistoryPage = tuple[str, str, str, object, tuple[str, ...]]


def history_pages(maker: Maker) -> Iterator[HistoryPage]:
    """Every page about what has changed."""
    t = maker.words.t
    told = list(differences(maker.releases))
    by_record = _by_record(told)
    whole = tuple(reversed([_release_changes(maker, release, by_record[release.id]) for release, _ in told]))
    yield routes.CHANGES, "changes", t("Ändringar"), whole, ()
    for number, (release, _) in enumerate(told, 1):
        yield _release_page(maker, release, whole[-number], is_latest=number == len(told))
    follow = Follow(maker)
    for key, url in with_history(maker):
        lines = [(release, by_record[release.id][key]) for release, _ in told if key in by_record[release.id]]
        view = HistoryView(
            maker.link(*_kind_and_id(key)),
            tuple((_line(maker, release, url), record_changes(maker, release, difference)) for release, difference in reversed(lines)),
            follow.line(url, maker.link(*_kind_and_id(key))) if url in follow.pages else None,
            tuple(_watched(maker, key, url)),
        )
        yield routes.history(url), "history", t("Historik: {name}", name=maker.name(key)), view, (key,)
    for key, document in maker.graves.items():
        place = routes.page_of(*_kind_and_id(key))
        lines = [(release, by_record[release.id][key]) for release, _ in told if key in by_record[release.id]]
        if place and lines:
            yield routes.history(place), "history", t("Historik: borttagen sida"), _history_of_removed(maker, key, lines), (document.key,)
    yield from _old_pages(maker, {url: key for key, url in with_history(maker)})


def living_url(path: str) -> str:
    """The address that a stored page has now, without base path and language."""
    url = "/" + path.removesuffix("index.html")
    return "/" if url == "/start/" else url


def with_history(maker: Maker) -> list[tuple[str, str]]:
    """The released records that have a page of their own, with its address, without base path and language."""
    released = maker.registry.releases.units()
    found = [(key, routes.page_of(document.kind, document.id)) for key, document in maker.registry.documents.items() if key in released]
    return [(key, url) for key, url in found if url and maker.url(key)]


def _watched(maker: Maker, key: str, url: str) -> Iterator[FollowLine]:
    """The released statements of a record, each with its feed."""
    released, document = maker.registry.releases.units(), maker.registry.documents[key]
    for part in units(document.record):
        unit = f"{key}#{part.anchor}"
        address = maker.url(unit)
        if unit in released and address and "#" in address:
            feed = f"{maker.base_path}{routes.watch(url, part.anchor)}"
            yield FollowLine(LinkView(f"#{part.anchor}", address), f"{feed}.xml", f"{feed}.json", "")


def _history_of_removed(maker: Maker, key: str, lines: list[tuple[Release, Difference]]) -> HistoryView:
    """Only when the page came and when it went: what stood on it is not told again."""
    told = [(release, next((unit for unit in difference.units if unit.unit == key and unit.change != "changed"), None)) for release, difference in lines]
    releases = tuple((_line(maker, release), record_changes(maker, release, Difference((unit,), ()))) for release, unit in reversed(told) if unit)
    return HistoryView(LinkView(maker.words.t("borttagen sida"), removed_address(maker, key) or maker.url(key)), releases)


def _kind_and_id(key: str) -> tuple[Kind, str]:
    kind, _, record_id = key.partition("/")
    return Kind(kind), record_id


def _by_record(told: list[tuple[Release, Difference]]) -> dict[str, dict[str, Difference]]:
    """For each release, how each record that it touched differs."""
    found: dict[str, dict[str, Difference]] = {}
    for release, difference in told:
        units: dict[str, list[UnitChange]] = defaultdict(list)
        states: dict[str, list[StateChange]] = defaultdict(list)
        for unit in difference.units:
            units[record_of(unit.unit)].append(unit)
        for state in difference.states:
            states[record_of(state.unit)].append(state)
        found[release.id] = {key: Difference(tuple(units[key]), tuple(states[key])) for key in sorted(units.keys() | states.keys())}
    return found


def _line(maker: Maker, release: Release, url: str = "") -> ReleaseLine:
    path = routes.stored(url) if url else ""
    stored = next((page for page in release.pages if page.path == path), None)
    return ReleaseLine(
        release.id,
        maker.words.day(release.day),
        maker.href(routes.release(release.id)),
        release.commit[:_COMMIT_DIGITS],
        f"{maker.base_path}{routes.frozen(url, release.id)}" if stored else "",
        stored is not None and maker.withdrawals.is_withdrawn(release.id, stored),
    )


def _release_changes(maker: Maker, release: Release, by_record: dict[str, Difference]) -> ReleaseChanges:
    new: dict[Kind, list[str]] = defaultdict(list)
    gone: Counter[Kind] = Counter()
    changed: list[RecordChanges] = []
    removed = lost = 0
    for key, difference in by_record.items():
        kind, record_id = _kind_and_id(key)
        change = next((unit.change for unit in difference.units if unit.unit == key), "")
        if kind is Kind.TOMBSTONES:
            continue
        if key not in maker.registry.documents or is_hidden(maker, key):
            removed += change == "removed"
            gone[kind] += change == "added"
            lost += not change
        elif change == "added":
            new[kind].append(record_id)
        elif kind is not Kind.CORRECTIONS:
            url = routes.page_of(kind, record_id)
            changes = record_changes(maker, release, difference)
            changed.append(RecordChanges(maker.link(kind, record_id), maker.kind_word(kind), maker.href(routes.history(url)) if url else "", changes))
    return ReleaseChanges(
        release=_line(maker, release),
        new=tuple((_counted(maker, kind, len(new[kind]), gone[kind]), _named(maker, kind, new[kind])) for kind in _NEW if new[kind] or gone[kind]),
        changed=tuple(sorted(changed, key=lambda record: sort_key(record.name.text))),
        removed=removed,
        lost=lost,
        json=f"{maker.base_path}{routes.changes_json(release.id)}",
    )


def _counted(maker: Maker, kind: Kind, there: int, gone: int) -> str:
    """How many new records there were, as it was counted then."""
    counted = _NEW[kind](maker.words, there + gone)
    return maker.words.t("{counted}, varav {number} inte finns kvar", counted=counted, number=maker.words.number(gone)) if gone else counted


def _named(maker: Maker, kind: Kind, ids: list[str]) -> tuple[LinkView, ...]:
    if len(ids) > _MOST_NAMED or kind is Kind.CORRECTIONS:
        return ()
    return maker.links(kind, ids)


def _release_page(maker: Maker, release: Release, changes: ReleaseChanges, *, is_latest: bool) -> HistoryPage:
    paths = sorted(page.path for page in release.pages if not maker.withdrawals.is_withdrawn(release.id, page))
    pages = tuple(LinkView(living_url(path), f"{maker.base_path}{routes.frozen(living_url(path), release.id)}") for path in paths)
    view = ReleaseView(
        changes,
        pages,
        len(release.pages) - len(pages),
        f"{maker.base_path}{routes.release(release.id)}release.json",
        f"{maker.base_path}{routes.since_json(release.id)}",
        is_latest,
    )
    return routes.release(release.id), "release", maker.words.t("Releasen {release}", release=release.id), view, ()


def _old_pages(maker: Maker, records: dict[str, str]) -> Iterator[HistoryPage]:
    """What stands in the place of stored pages that may not be read any more, and for the others what has changed since."""
    releases = maker.registry.releases
    since = Since(maker)
    released = {record_of(unit.unit) for release in releases.all for unit in release.units}
    keys = {url: key for key in sorted(released) if (url := routes.page_of(*_kind_and_id(key)))}
    readable: dict[str, list[Release]] = defaultdict(list)
    for release, page in releases.stored():
        if not maker.withdrawals.is_withdrawn(release.id, page):
            readable[page.path].append(release)
    for release, page in releases.stored():
        url = living_url(page.path)
        if reasons := maker.withdrawals.reasons(release.id, page):
            view = withdrawn_view(maker, release, (url, keys.get(url, "")), reasons, readable[page.path])
            yield routes.frozen(url, release.id), "withdrawn", maker.words.t("Versionen visas inte"), view, page.made_from
        if url in keys:
            key = records.get(url, "")
            title = maker.words.t("Sedan {day}", day=maker.words.day(release.day))
            yield routes.since(url, release.id), "since", title, since.view(release, page, (url, keys[url]), key), ((key,) if key else ())
