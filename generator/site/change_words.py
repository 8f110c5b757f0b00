"""What changed, in words: `Märkning X: giltig → utgången`, `Nytt avtal`, `Uppgiften är rättad`.

A record that is gone is never named here, whatever the reason: its tombstone says what may be said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.records.models import Kind
from generator.records.units import party_provider, unit_key, units
from generator.records.vocabulary import AccreditationState, Availability, ContractState, Outcome, Procedure, ReplyState
from generator.records.vocabulary.code import Code
from generator.registry.changes import Difference, StateChange, corrections_of, is_language_only, record_of
from generator.registry.registry import anchors
from generator.registry.releases import Release, UnitChange
from generator.registry.shown import AVAILABILITY, CONTRACT, LABEL, NAME, OUTCOME, PROCEDURE, REPLY, UNDECIDED
from generator.registry.withdrawn import WITHDRAWN
from generator.site import routes
from generator.site.language import N_, Language
from generator.site.maker import Maker
from generator.site.parts import LinkView
from generator.site.views.corrections import removed_address


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One change.

    url: the part of the page that it is about, empty when it is gone. language: only the wording is other. corrections: those that came
    with it. commit: in git, or empty. sort: what sort of change it is, for a title: it tells neither a claim nor what came of one.
    """

    text: str
    url: str
    language: bool
    commit: str
    corrections: tuple[LinkView, ...] = ()
    sort: str = ""


# What a part of a record is called, by the list that it stands in, when it is new, when it says something else and when it is gone.
_PARTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "accreditations": (N_("Ny period för en märkning"), N_("Ändrad period för en märkning")),
        "contracts": (N_("Nytt avtal"), N_("Ändrat avtal")),
        "checks": (N_("Ny sökning i ett register"), N_("Ändrad sökning i ett register")),
        "measures": (N_("Ny mätning"), N_("Ändrad mätning")),
        "parties": (N_("Ny part"), N_("Ändrat läge, utfall eller svar")),
        "answers": (N_("Nytt svar på en fråga"), N_("Ändrat svar på en fråga")),
        "figures": (N_("Ny siffra"), N_("Ändrad siffra")),
        "demands": (N_("Nytt krav att ställa"), N_("Ändrat krav att ställa")),
        "channels": (N_("Ny väg att klaga"), N_("Ändrad väg att klaga")),
        "criteria": (N_("Nytt villkor"), N_("Ändrat villkor")),
        "board_decisions": (N_("Nytt besked från nämnden"), N_("Ändrat besked från nämnden")),
    }
)
_STATEMENT = (N_("Ny uppgift"), N_("Ändrad uppgift"))
_RECORD = (N_("Sidan är ny"), N_("Ändrade grunduppgifter"))
# What sort of change another state is, by its aspect. A title says this and not from what to what.
_SORTS: Mapping[str, str] = MappingProxyType(
    {
        NAME: N_("namnet har ändrats"),
        LABEL: N_("märkningens läge har ändrats"),
        CONTRACT: N_("avtalets läge har ändrats"),
        OUTCOME: N_("utfallet har ändrats"),
        PROCEDURE: N_("ärendets läge har ändrats"),
        REPLY: N_("svarets läge har ändrats"),
        AVAILABILITY: N_("källans tillgänglighet har ändrats"),
    }
)
_CORRECTED, _LANGUAGE = N_("rättelse"), N_("språket är rättat")
_MOST_SORTS = 2
_GONE, _RECORD_GONE, _TAKEN_BACK = N_("En uppgift är borttagen"), N_("Sidan är borttagen"), N_("En uppgift togs tillbaka")
_CODES: Mapping[str, type[Code]] = MappingProxyType(
    {CONTRACT: ContractState, OUTCOME: Outcome, PROCEDURE: Procedure, REPLY: ReplyState, AVAILABILITY: Availability}
)
_ASPECTS: Mapping[str, str] = MappingProxyType(
    {
        CONTRACT: N_("Avtal: {was} → {now}"),
        OUTCOME: N_("Utfall: {was} → {now}"),
        PROCEDURE: N_("Läge: {was} → {now}"),
        REPLY: N_("Svar: {was} → {now}"),
        AVAILABILITY: N_("Källan: {was} → {now}"),
    }
)
_OF_PARTY: Mapping[str, str] = MappingProxyType(
    {
        OUTCOME: N_("Utfall för {name}: {was} → {now}"),
        PROCEDURE: N_("Läge för {name}: {was} → {now}"),
        REPLY: N_("Svar från {name}: {was} → {now}"),
    }
)


def is_hidden(maker: Maker, key: str) -> bool:
    """True for a record that is there but whose page nobody may see now, as that of a case that is held: its name is told nowhere."""
    kind, _, record_id = key.partition("/")
    return key in maker.registry.documents and routes.page_of(Kind(kind), record_id) is not None and maker.url(key) is None


def record_changes(maker: Maker, release: Release, difference: Difference) -> tuple[ChangeView, ...]:
    """The changes of one record in one release, states first. A new record is one change, and so is one that is gone."""
    whole = [unit for unit in difference.units if "#" not in unit.unit and unit.change != "changed"]
    if whole:
        told = _RECORD[0] if whole[0].change == "added" else _RECORD_GONE
        url = removed_address(maker, whole[0].unit) or maker.url(whole[0].unit) or ""
        return (ChangeView(maker.words.t(told), url, False, whole[0].commit, sort=_small(maker.words.t(told))),)
    commits = {record_of(unit.unit): unit.commit for unit in difference.units}
    return (*_states(maker, difference.states, commits), *(_unit(maker, release, unit) for unit in difference.units))


def sorts_of_change(maker: Maker, changes: Iterable[ChangeView]) -> str:
    """What sort of thing happened, in a few words for a title, corrections first: `rättelse`, `nytt avtal och märkningens läge har ändrats`."""
    found = list(dict.fromkeys(change.sort for change in sorted(changes, key=lambda change: not change.corrections)))
    return maker.words.list(found) if len(found) <= _MOST_SORTS else maker.words.t("{sort} med mera", sort=found[0])


def _small(text: str) -> str:
    """A sentence as it goes on after a colon."""
    return text[:1].lower() + text[1:]


def _states(maker: Maker, states: tuple[StateChange, ...], commits: Mapping[str, str]) -> Iterator[ChangeView]:
    for state in states:
        if record_of(state.unit) in maker.registry.documents:
            sort = maker.words.t(_SORTS[LABEL if state.aspect.startswith(LABEL) else state.aspect])
            yield ChangeView(_state(maker, state), _url(maker, state.unit), False, commits.get(record_of(state.unit), ""), sort=sort)


def _state(maker: Maker, state: StateChange) -> str:
    words = maker.words
    hidden = words.t("visas inte längre")
    if state.aspect == NAME:
        names = (hidden if name == WITHDRAWN else words.own(name or "–") for name in (state.was, state.now))
        return words.t("Namnet: {was} → {now}", was=next(names), now=next(names))
    if state.aspect.startswith(LABEL):
        scheme = maker.link(Kind.SCHEMES, state.aspect.removeprefix(LABEL)).marked
        was, now = (_label(words, code) for code in (state.was, state.now))
        return words.t("{scheme}: {was} → {now}", scheme=scheme, was=was, now=now)
    codes = _CODES[state.aspect]
    was, now = (hidden if code == WITHDRAWN else words.label(codes(code)) if code else "–" for code in (state.was, state.now))  # type: ignore[call-arg]
    provider = party_provider(state.unit.partition("#")[2])
    if provider and state.aspect in _OF_PARTY and f"{Kind.PROFILES}/{provider}" in maker.registry.documents:
        return words.t(_OF_PARTY[state.aspect], name=maker.link(Kind.PROFILES, provider).marked, was=was, now=now)
    return words.t(_ASPECTS[state.aspect], was=was, now=now)


def _url(maker: Maker, unit: str) -> str:
    """Where a unit is told; of one that is gone by now, the page that it was on."""
    return maker.url(unit if _is_there(maker, unit) else record_of(unit)) or ""


def _is_there(maker: Maker, unit: str) -> bool:
    document = maker.registry.documents.get(record_of(unit))
    return document is not None and ("#" not in unit or unit.partition("#")[2] in anchors(document))


def _label(words: Language, code: str | None) -> str:
    if code == WITHDRAWN:
        return words.t("visas inte längre")
    if code == UNDECIDED:
        return words.t("går inte att avgöra")
    return words.label(AccreditationState(code or AccreditationState.NOT_CHECKED.value))  # type: ignore[call-arg]


def _unit(maker: Maker, release: Release, unit: UnitChange) -> ChangeView:
    corrections = corrections_of(maker.registry, release, unit.unit)
    links = tuple(
        LinkView(maker.corrected(document, maker.words.on_day(document.record.published_on)), maker.href(f"{routes.CORRECTIONS}#{document.id}"))
        for document in corrections
    )
    if unit.change == "removed":
        taken_back = any(document.record.withdraw for document in corrections)
        gone = maker.words.t(_TAKEN_BACK if taken_back else _GONE)
        return ChangeView(gone, _url(maker, record_of(unit.unit)), False, unit.commit, links, _small(gone))
    new, changed = _names(maker, unit.unit)
    language = unit.change == "changed" and is_language_only(maker.registry, release, unit.unit)
    told = maker.words.t(new if unit.change == "added" else changed)
    if not _is_there(maker, unit.unit):
        told = maker.words.t("{change}, som inte finns kvar", change=told)
    sort = maker.words.t(_LANGUAGE if language else _CORRECTED) if links else _small(told)
    return ChangeView(told, _url(maker, unit.unit), language, unit.commit, links, sort)


def _names(maker: Maker, unit: str) -> tuple[str, str]:
    """What a unit is called when it is new and when it is changed."""
    key = record_of(unit)
    if key == unit:
        return _RECORD
    document = maker.registry.documents.get(key)
    lists = {unit_key(key, u.anchor): str(u.path[0]) for u in units(document.record) if u.path} if document else {}
    return _PARTS.get(lists.get(unit, ""), _STATEMENT)
