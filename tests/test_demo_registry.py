"""The fictional demo registry shows every code at least once, and names nothing that exists."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from generator.records.models import Kind
from generator.records.models.base import Contact, Model, leaves
from generator.records.reader import Root
from generator.records.vocabulary import VOCABULARIES, AccreditationState, Code, ContractState, Grade, LegalForm, Publication, Question
from generator.registry.gate import publication, rulings
from generator.registry.loading import Loaded, load
from generator.registry.registry import Registry
from generator.registry.states import accreditation_status, contract_status
from generator.site.maker import Maker
from generator.site.views.coverage import shown_schemes
from generator.site.views.systems import answers_of

DEMO = Path(__file__).parent / "demo"
CONTENT = Path(__file__).parent.parent / "content"
AS_OF = date(2026, 11, 21)

Codes = dict[type[Code], set[Code]]

# No field of a record says that a contract awaits its signature, so the state cannot be derived.
NEVER: Codes = {ContractState: {ContractState.PENDING}}
# What is held may not lie in the public root.
ONLY_IN_INTAKE: Codes = {Grade: {Grade.E}, Publication: {Publication.HELD}}


def load_demo(*, intake: bool) -> Loaded:
    return load(DEMO / "providers", DEMO / "content", AS_OF, intake=DEMO / "intake" if intake else None, today=AS_OF)


@pytest.fixture(scope="module")
def public() -> Registry:
    registry = load_demo(intake=False).registry
    assert registry is not None
    return registry


@pytest.fixture(scope="module")
def preview() -> Registry:
    registry = load_demo(intake=True).registry
    assert registry is not None
    return registry


def shown_parts(registry: Registry) -> Iterator[Model]:
    """Every record, but of a case only what the gate lets through (in a preview, all of it)."""
    private = any(d.root is Root.INTAKE for d in registry.documents.values())
    for document in registry.documents.values():
        if document.kind is not Kind.CASES or private:
            yield document.record
            continue
        for ruling in rulings(registry, document.record):
            if ruling.row.decision is Publication.PUBLISHED:
                yield ruling.statement
                yield ruling.party


def codes_of(registry: Registry) -> Codes:
    """Every code in use: typed in what is shown, used as a question, or derived."""
    found: Codes = defaultdict(set)
    for part in shown_parts(registry):
        for leaf in leaves(part):
            if isinstance(leaf.value, Code):
                found[type(leaf.value)].add(leaf.value)
        found[Question].update(getattr(part, "answers", ()))
    for document in registry.of(Kind.CASES):
        decided = rulings(registry, document.record)
        found[Publication].add(publication(decided))
        found[Publication].update(ruling.row.decision for ruling in decided)
        if publication(decided) is Publication.PUBLISHED:
            found[type(document.record.type)].add(document.record.type)
    schemes = shown_schemes(Maker(registry))
    for document in registry.of(Kind.PROFILES):
        states = [accreditation_status(document.record, d.id, d.record, AS_OF).state for d in schemes]
        found[AccreditationState].update(states)
        for contract in document.record.contracts:
            status = contract_status(contract, AS_OF)
            for code in (status.state, status.cause):
                if code is not None:
                    found[type(code)].add(code)
    return found


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda v: v.__name__)
def test_every_code_is_shown_by_the_public_root(public: Registry, vocabulary: type[Code]) -> None:
    missing = set(vocabulary) - codes_of(public)[vocabulary]
    assert missing == NEVER.get(vocabulary, set()) | ONLY_IN_INTAKE.get(vocabulary, set())


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda v: v.__name__)
def test_every_code_occurs_with_the_intake(preview: Registry, vocabulary: type[Code]) -> None:
    assert set(vocabulary) - codes_of(preview)[vocabulary] == NEVER.get(vocabulary, set())


def test_the_public_root_has_no_problems() -> None:
    assert load_demo(intake=False).problems == ()


def test_the_preview_with_the_intake_has_no_errors() -> None:
    assert [p for p in load_demo(intake=True).problems if p.severity == "error"] == []


def test_the_intake_holds_back_what_the_gate_holds_back(preview: Registry) -> None:
    drafts = [d for d in preview.of(Kind.CASES) if d.root is Root.INTAKE]
    rows = {d.id: {r.row.id for r in rulings(preview, d.record)} for d in drafts}
    assert rows == {
        "fabeljobb-2025": {"media-unheard"},
        "ingen-plan-2026": {"account"},
        "latsascoach-2026": {"sole-trader"},
        "svarstid-pagar-2026": {"account"},
        "tips-exempel-jobb": {"tip"},
    }


def test_a_draft_stands_in_for_the_public_link_only_case(public: Registry, preview: Registry) -> None:
    link, draft = (r.get(Kind.CASES, "fabeljobb-2025") for r in (public, preview))
    assert (link.root, draft.root) == (Root.PUBLIC, Root.INTAKE)
    assert publication(rulings(public, link.record)) is Publication.LINK_ONLY
    assert link.record.name is None
    assert draft.record.statements[0].text


def test_one_label_ran_out_yesterday_and_one_runs_out_today(public: Registry) -> None:
    scheme = public.record(Kind.SCHEMES, "exempelauktorisation-omstallning")
    statuses = [
        accreditation_status(public.record(Kind.PROFILES, p), "exempelauktorisation-omstallning", scheme, AS_OF) for p in ("pahittscoachning", "exempel-ab")
    ]
    assert [(s.state, s.last_day) for s in statuses] == [
        (AccreditationState.EXPIRED, date(2026, 11, 20)),
        (AccreditationState.VALID, date(2026, 11, 21)),
    ]


def test_one_case_is_published_for_one_party_and_a_link_for_the_other(public: Registry) -> None:
    decided = rulings(public, public.record(Kind.CASES, "granskning-2024"))
    assert {r.party.provider: r.row.decision for r in decided} == {"exempel-ab": Publication.PUBLISHED, "fabeljobb": Publication.LINK_ONLY}


def test_a_favourable_outcome_stands_second_in_a_file(public: Registry) -> None:
    assert [p.outcome.favourable for p in public.record(Kind.CASES, "kontroll-2025").parties] == [False, True]


def test_one_system_answers_everything_others_not_and_a_child_falls_back(public: Registry) -> None:
    maker = Maker(public)
    whole, child, gaps = (
        answers_of(maker, public.documents[key]) for key in ("schemes/exempelauktorisation", "schemes/exempelauktorisation-omstallning", "bodies/latsasfonden")
    )
    assert all(a.evidence and not a.common for a in whole)
    assert all(a.evidence for a in child)
    assert {bool(a.common) for a in child} == {True, False}
    assert {bool(a.evidence) for a in gaps} == {True, False}


def test_the_ledger_names_every_public_record_and_every_tombstoned_one(public: Registry) -> None:
    graves = {f"{d.record.was}/{d.id}" for d in public.of(Kind.TOMBSTONES)}
    assert sorted(public.ledger) == sorted({*public.documents, *graves})


def test_names_that_sort_differently_are_there(public: Registry) -> None:
    assert {"3", "Å", "Ö"} <= {d.record.name[0] for d in public.of(Kind.PROFILES)}
    assert any("é" in d.record.name for d in public.of(Kind.PROFILES))


def test_nothing_in_the_demo_leads_to_anything_that_exists() -> None:
    for path in sorted(DEMO.rglob("*.*")):
        text = path.read_text(encoding="utf-8")
        hosts = re.findall(r"https?://([^/\s)\"']*)", text)
        assert [h for h in hosts if h != "example.org" and not h.endswith(".example")] == [], path
        assert [a for a in re.findall(r"\S+@\S+", text) if not a.endswith("@example.org")] == [], path


def test_contacts_and_numbers_are_fictional(preview: Registry) -> None:
    for document in preview.documents.values():
        for leaf in leaves(document.record):
            if leaf.mark(Contact) and leaf.path[-1] == "phone":
                # The series that Post- och telestyrelsen keeps for fiction.
                assert re.fullmatch(r"08-465 004 [0-9]{2}|070-174 06 (?:0[5-9]|[1-9][0-9])", leaf.value), document.key
            if leaf.path == ("orgnr",):
                assert leaf.value.startswith("999"), document.key
    sole_traders = [d.record for d in preview.of(Kind.PROFILES) if d.record.legal_form is LegalForm.SOLE_TRADER]
    assert sole_traders
    assert all(p.orgnr is None for p in sole_traders)


def test_the_demo_has_the_same_pages_as_the_real_site() -> None:
    def fields(folder: Path) -> dict[str, list[str]]:
        return {p.name: re.findall(r"^(?:Slug|Template|Url|Save_as):.*$", p.read_text(encoding="utf-8"), re.MULTILINE) for p in folder.glob("*.md")}

    assert fields(DEMO / "content") == fields(CONTENT)
