"""The picture of a provider's time: its labels, contracts and cases, and what happened to it, with the list that says the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.records.models import Kind
from generator.records.models.case import Case
from generator.records.models.profile import Profile, Relation
from generator.records.reader import Document
from generator.records.vocabulary import RelationKind
from generator.site.language import plain
from generator.site.maker import Maker
from generator.site.pictures.svg import Caption
from generator.site.pictures.time_chart import Period, TimeGroup, TimeRow, time_chart
from generator.site.swedish import capital
from generator.site.views.periods import accreditation_period, contract_period, relation_period, span_period

if TYPE_CHECKING:
    from generator.site.views.contracts import ContractView
    from generator.site.views.profiles import CaseOfProvider

# A timeline of one thing is a date, and that stands on the page already.
FEWEST = 2
_FACTS = "#avsnitt-fakta"
_CASES = "#avsnitt-arenden"
# Relations that are something that happened, not something that goes on.
_HAPPENED = frozenset({RelationKind.PREDECESSOR, RelationKind.SUCCESSOR})


@dataclass(frozen=True, slots=True)
class TimeEntry:
    """One row of the picture as it stands in the list. in_swedish: the text is a record's. note: how it stands; of a case its outcome and its reply."""

    when: str
    text: str
    url: str
    note: str
    in_swedish: bool


@dataclass(frozen=True, slots=True)
class TimePicture:
    """The picture, its list under the same headings, and how much has no place in it."""

    svg: Markup
    groups: tuple[tuple[str, tuple[TimeEntry, ...]], ...]
    left_out: str


@dataclass(frozen=True, slots=True)
class _Item:
    """What is drawn, if its dates allow it, and what is said of it."""

    period: Period | None
    entry: TimeEntry
    point: bool = False


# The groups in the order of the picture, with their class.
_LOOKS: Mapping[str, str] = MappingProxyType({"labels": "tid-markning", "contracts": "tid-avtal", "cases": "tid-arende", "company": "tid-foretag"})


def time_picture(maker: Maker, document: Document, contracts: Iterable[ContractView], cases: Iterable[CaseOfProvider]) -> TimePicture | None:
    """The picture of a profile; None when there is too little to draw. contracts, cases: as the page shows them, and nothing else."""
    profile: Profile = document.record
    words = maker.words
    items = {
        "labels": list(_labels(maker, profile)),
        "contracts": list(_contracts(maker, profile, contracts)),
        "cases": list(_cases(maker, cases)),
        "company": list(_company(maker, profile)),
    }
    headings = {"labels": words.t("Märkningar"), "contracts": words.t("Avtal"), "cases": words.t("Ärenden"), "company": words.t("Företaget")}
    groups, entries, left_out = [], [], 0
    for name, found in items.items():
        placed = sorted(_placed(maker, found), key=lambda p: (p[0].possible.first, p[0].possible.last, p[1].entry.url, p[1].entry.text))
        left_out += len(found) - len(placed)
        if placed:
            groups.append(TimeGroup(headings[name], _LOOKS[name], tuple(_row(maker, period, item) for period, item in placed)))
            entries.append((headings[name], tuple(item.entry for _, item in placed)))
    if sum(len(group.rows) for group in groups) < FEWEST:
        return None
    caption = Caption(
        "tid",
        words.t("{name} genom åren", name=profile.name),
        words.t("Tidslinje fram till {day} med {what}. Samma uppgifter står i listan efter bilden.", day=words.day(maker.as_of), what=_what(maker, groups)),
    )
    return TimePicture(time_chart(caption, groups, maker.as_of), tuple(entries), _left_out(maker, left_out))


def _what(maker: Maker, groups: list[TimeGroup]) -> str:
    """What is in the picture, by heading."""
    return maker.words.list([maker.words.t("{what} ({number})", what=group.heading.lower(), number=len(group.rows)) for group in groups])


def _left_out(maker: Maker, count: int) -> str:
    if not count:
        return ""
    many = capital(maker.words.count(count, "uppgift", "uppgifter"))
    return maker.words.t("{many} är inte med i bilden. Det beror på att datum saknas eller på att tiden inte har börjat.", many=many)


def _placed(maker: Maker, items: Iterable[_Item]) -> Iterator[tuple[Period, _Item]]:
    """Those that have begun on the day that the page is about, as they are drawn then."""
    for item in items:
        period = item.period.until(maker.as_of) if item.period else None
        if period:
            yield period, item


def _row(maker: Maker, period: Period, item: _Item) -> TimeRow:
    entry = item.entry
    name = maker.words.t("{what}, {when}", what=entry.text, when=entry.when)
    return TimeRow(
        plain(entry.text),
        period,
        maker.words.t("{what}. {note}", what=name, note=capital(entry.note)) if entry.note else name,
        entry.url,
        item.point,
        (maker.words.records or None) if entry.in_swedish else None,
    )


def _labels(maker: Maker, profile: Profile) -> Iterator[_Item]:
    for a in profile.accreditations:
        scheme = maker.registry.record(Kind.SCHEMES, a.scheme)
        when = maker.words.span(a.from_, a.to)
        note = maker.words.t("{how} {day}", how=maker.words.label(a.ended.how), day=maker.words.on_day(a.ended.on)) if a.ended else ""
        yield _Item(accreditation_period(a, scheme), TimeEntry(when, scheme.name, f"#{a.id}", note, True))


def _contracts(maker: Maker, profile: Profile, views: Iterable[ContractView]) -> Iterator[_Item]:
    words = maker.words
    shown = {view.anchor: view for view in views}
    for contract in profile.contracts:
        view, ended = shown[contract.id], contract.ended
        when = words.span(contract.from_, ended.on if ended and ended.on else contract.to)
        if not when and contract.seen:
            when = words.t("nämns {days}", days=words.list([words.on_day(day) for day in sorted(contract.seen, key=lambda d: (d.earliest, d.latest))]))
        text = words.t("{programme}, {buyer}", programme=view.programme.text, buyer=view.buyer.text) if view.programme else view.buyer.text
        yield _Item(contract_period(contract), TimeEntry(when, text, f"#{contract.id}", view.state, True))


def _cases(maker: Maker, cases: Iterable[CaseOfProvider]) -> Iterator[_Item]:
    """The cases as the page shows them, each with its outcome and its reply: a claim never stands without them."""
    for case in cases:
        record: Case = maker.registry.documents[case.party.key.rpartition("/")[0]].record
        line = next(p for p in case.card.parties if p.key == case.party.key)
        notes = [
            maker.words.t("Utfall: {outcome}.", outcome=line.outcome) if line.outcome else maker.words.t("Ingen kritik."),
            maker.words.t("Svar: {reply}.", reply=line.reply) if line.reply else "",
            maker.words.t("Visas inte för allmänheten.") if case.party.held else "",
        ]
        entry = TimeEntry(case.card.when, case.card.title, case.card.url or _CASES, maker.words.sentences(notes), True)
        yield _Item(span_period(record.date, record.date_to), entry, point=record.date_to is None)


def _company(maker: Maker, profile: Profile) -> Iterator[_Item]:
    """What happened to the company, and to whom it belonged."""
    words = maker.words
    for event in profile.lifecycle:
        entry = TimeEntry(words.day(event.from_), capital(words.label(event.state)), _FACTS, "", False)
        yield _Item(span_period(event.from_, None), entry, point=True)
    for relation in profile.relations:
        text = words.t("{relation} {name}", relation=capital(words.label(relation.kind)), name=_other(maker, relation))
        happened = relation.kind in _HAPPENED
        period = span_period(relation.from_, None) if happened else relation_period(relation)
        yield _Item(period, TimeEntry(words.span(relation.from_, relation.to), text, _FACTS, "", False), point=happened)


def _other(maker: Maker, relation: Relation) -> str:
    if relation.target is None:
        return maker.words.own(relation.name or "")
    key = f"{Kind.PROFILES}/{relation.target}"
    return maker.named(key if key in maker.registry.documents else f"{Kind.BODIES}/{relation.target}").marked
