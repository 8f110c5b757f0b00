"""What a provider's own page says besides the cases: each statement, contract, label, measurement and search, so that it can say what is wrong.

It is shown already and waits for no answer. What has no id of its own stands under the page's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.desk.plain_words import plain_markdown
from generator.records.models.profile import Check, Profile
from generator.records.reader import Document
from generator.records.units import unit_key, units
from generator.records.vocabulary import Grade
from generator.site.maker import Maker
from generator.site.parts import CitationView
from generator.site.swedish import capital, on_day
from generator.site.views.contracts import ContractView
from generator.site.views.profiles import FactView, MeasureView, ProfileView, profile_view


@dataclass(frozen=True, slots=True)
class FactPart:
    """One thing that a point says, in Markdown, with the places that it was read in."""

    text: str
    citations: tuple[CitationView, ...]


@dataclass(frozen=True, slots=True)
class LetterFact:
    """One point of the provider's page. id: `profiles/id`, or with the anchor of a part. file: the record that it stands in."""

    id: str
    what: str
    parts: tuple[FactPart, ...]
    file: str


def facts_about(maker: Maker, document: Document) -> tuple[LetterFact, ...]:
    """Every point of a provider's page but its cases, the page's own texts first."""
    view = profile_view(maker, document)
    said = [("", "om företaget", tuple(_page(document.record, view))), *_statements(maker, document), *_labels(view)]
    notes = {contract.id: contract.note or "" for contract in document.record.contracts}
    said += [(contract.anchor, "avtal", (FactPart(_contract(contract, notes[contract.anchor]), contract.citations),)) for contract in view.contracts]
    said += [(measure.anchor, "mätning", (FactPart(_measure(measure), measure.citations),)) for measure in view.measures]
    said += [(check.id, "sökning i register", (FactPart(_check(check), ()),)) for check in document.record.checks]
    return tuple(LetterFact(unit_key(document.key, anchor), what, parts, document.source.file) for anchor, what, parts in said)


def fact_lines(document: Document) -> Mapping[str, int]:
    """The id of every point that a provider can answer to, and the line of its record where it stands."""
    left_out = tips_about(document)
    keys = {unit_key(document.key, unit.anchor): document.source.place(unit.path)[0] for unit in units(document.record)}
    return {key: line for key, line in keys.items() if key not in left_out}


def tips_about(document: Document) -> tuple[str, ...]:
    """The ids of the tips on a profile, which are never shown and not sent on."""
    return tuple(unit_key(document.key, statement.id) for statement in document.record.statements if statement.grade is Grade.E)


def _page(profile: Profile, view: ProfileView) -> Iterator[FactPart]:
    """What stands on the page without an id of its own."""
    identity = "\n\n".join(f"{label}: {plain_markdown(value)}" for label, value, _ in view.identity)
    yield FactPart("\n\n".join(text for text in (profile.summary, profile.summary_en, identity) if text), view.identity_citations)
    for heading, facts in (("Läge", view.lifecycle), ("Tjänst", view.services), ("Plats", view.places), ("Koppling", view.relations)):
        for fact in facts:
            yield FactPart(f"{heading}: {plain_markdown(_fact(fact))}.", fact.citations)


def _fact(fact: FactView) -> str:
    return ", ".join(word for word in (" ".join(word for word in (fact.label, fact.link.text) if word), fact.when) if word)


def _statements(maker: Maker, document: Document) -> Iterator[tuple[str, str, tuple[FactPart, ...]]]:
    for statement in document.record.statements:
        if statement.grade is Grade.E:
            continue
        view = maker.evidence(statement)
        lead = f"{plain_markdown(view.lead)}\n\n" if view.lead else ""
        parts = [FactPart(lead + statement.text, view.citations)]
        if counter := statement.counter:
            searched = f"Vi sökte {on_day(counter.searched_on)} och hittade inget som talar emot." if counter.searched_on else ""
            parts.append(FactPart(f"Det som talar emot: {counter.text or searched}", maker.citations(counter.sources)))
        yield statement.id, f"{view.kind}, {view.when}" if view.when else view.kind, tuple(parts)


def _labels(view: ProfileView) -> Iterator[tuple[str, str, tuple[FactPart, ...]]]:
    for label in view.labels:
        for period in label.periods:
            ended = f" {capital(period.ended)}." if period.ended else ""
            yield period.anchor, "märkning", (FactPart(plain_markdown(f"{label.scheme.text}: {period.span}.{ended}"), period.citations),)


def _contract(contract: ContractView, note: str) -> str:
    programme = f" om {contract.programme.text}" if contract.programme else ""
    rows = [f"Avtal med {contract.buyer.text}{programme}. {contract.sentence}", f"Läge: {contract.state}."]
    rows += [f"Beteckning: {contract.reference}."] if contract.reference else []
    rows += [f"Kommuner: {', '.join(place.text for place in contract.places)}."] if contract.places else []
    return plain_markdown(" ".join(row.strip() for row in rows)) + (f"\n\n{note}" if note else "")


def _measure(measure: MeasureView) -> str:
    return plain_markdown(f"{measure.what}, mätt av {measure.by.text}, {measure.period}: {measure.amount} ({measure.base}).")


def _check(check: Check) -> str:
    note = f" {check.note}" if check.note else ""
    return plain_markdown(f"Vi sökte på ”{check.query}” i {check.register_name} {on_day(check.on)}: {check.result.label_sv}.{note}")
