"""A registry day by day: what each day shows more than the one before, and that every page can be made for any day."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

import pytest
from conftest import AS_OF, LONG, ROOT
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment, FileSystemLoader

from generator.build.fairness import find_unfair
from generator.build.outline import read_outline
from generator.clock import today
from generator.records.dates_in_text import years_named
from generator.records.models import Kind
from generator.records.models.base import Model, leaves, parts
from generator.records.models.case import Case, Party, Reply
from generator.records.models.evidence import Evidence
from generator.records.models.profile import Check, Measure, Profile
from generator.records.models.systems import Criterion
from generator.records.partial_date import PartialDate
from generator.records.vocabulary import Grade, Outcome, Procedure
from generator.registry.loading import load
from generator.registry.past import as_it_was
from generator.registry.registry import Registry
from generator.registry.states import accreditation_status, add_months, contract_status, last_day
from generator.site import routes
from generator.site.assets import read_assets
from generator.site.expectations import expected_marks
from generator.site.maker import Maker
from generator.site.pages import PAGE_VIEWS, record_pages
from generator.site.render import environment, render, site_view
from generator.site.views.cases import case_view, party_of
from generator.site.views.parties import OPEN_TOO_LONG_MONTHS

# Asked once, so that midnight may pass while the tests run.
TODAY = today()


@dataclass(frozen=True, repr=False)
class World:
    """A registry of today that can be seen on any day."""

    whole: Registry

    def on(self, day: date) -> Registry:
        return as_it_was(replace(self.whole, as_of=day))

    @cached_property
    def days_with_a_reason(self) -> frozenset[date]:
        """Every day on which some date of a record lets something begin or end."""
        found = set()
        for document in self.whole.documents.values():
            for leaf in leaves(document.record):
                if isinstance(leaf.value, date):
                    found |= around(PartialDate.from_date(leaf.value))
                if isinstance(leaf.value, PartialDate):
                    found |= around(leaf.value)
            found |= {day for part in _timed(document.record) for day in _ends(self.whole, part)}
        return frozenset(found)


def around(when: PartialDate) -> set[date]:
    """The first and the last day that it can be, and the days after them."""
    return {day + timedelta(days=n) for day in (when.earliest, when.latest) for n in (0, 1)}


def _timed(record: Model) -> Iterator[object]:
    if isinstance(record, Profile):
        yield from (*record.accreditations, *record.checks, *record.measures)
    if isinstance(record, Case):
        yield record
        yield from record.parties
    for _, part in parts(record):
        if isinstance(part, Evidence | Criterion):
            yield part


def _ends(registry: Registry, part: object) -> Iterator[date]:
    """The days on which what a part says stops to hold, when no date of the record is that day."""
    match part:
        case Case():
            yield add_months(part.date.latest, OPEN_TOO_LONG_MONTHS) + timedelta(days=1)
        case Check():
            # Twelve months before the day, counted from the day: on 28 February that can be the 28th for both the 28th and the 29th.
            yield from (add_months(part.on, 12) + timedelta(days=n) for n in (0, 1, 2))
        case Evidence() | Criterion():
            yield from (date(year, 1, 1) for year in years_named(part.text or ""))
        case Party():
            yield from (date(year, 1, 1) for year in years_named(part.outcome_text or ""))
        case Measure():
            yield from (date(int(year), 1, 1) for year in re.findall(r"[0-9]{4}", part.period))
        case _:
            ends = last_day(part, registry.record(Kind.SCHEMES, part.scheme))  # type: ignore[attr-defined, arg-type]
            yield from (day + timedelta(days=1) for day in ends or ())


def shown(registry: Registry) -> frozenset[tuple[str, str, str]]:
    """Everything that is in the records, less what an outcome that has not come changes."""
    return frozenset(
        (document.key, ".".join(str(step) for step in leaf.path if not isinstance(step, int)), str(leaf.value))
        for document in registry.documents.values()
        for leaf in leaves(document.record)
        if leaf.path[-1] not in ("outcome", "procedure")
    )


def states(registry: Registry) -> dict[str, object]:
    """Every state that is computed for the day, by where it stands."""
    found: dict[str, object] = {}
    maker = Maker(registry)
    for document in registry.of(Kind.PROFILES):
        for scheme in registry.of(Kind.SCHEMES):
            found[f"{document.key} {scheme.id}"] = accreditation_status(document.record, scheme.id, scheme.record, registry.as_of).state
        for contract in document.record.contracts:
            status = contract_status(contract, registry.as_of)
            found[f"{document.key} {contract.id}"] = (status.state, status.cause, status.last_seen)
    for document in registry.of(Kind.CASES):
        for party in document.record.parties:
            if party.provider and maker.case_has_page(document.id):
                view = party_of(maker, document, party.provider)
                found[f"{document.key} {party.provider}"] = (view.outcome, view.procedure, view.undetermined)
    return found


@pytest.fixture(scope="module")
def demo() -> World:
    return world("tests/demo/providers", "tests/demo/content", date.fromisoformat(AS_OF))


@pytest.fixture(scope="module")
def real() -> World:
    return world("providers", "content", TODAY)


def world(data: str, content: str, day: date) -> World:
    registry = load(ROOT / data, ROOT / content, day).registry
    assert registry is not None
    return World(registry)


DAYS = st.dates(date(2005, 1, 1), date(2027, 12, 31))
FEW, MANY = (200, 1000) if LONG else (5, 12)


def assert_every_page_can_be_made(seen: Registry) -> None:
    maker = Maker(seen)
    env = environment(Environment(loader=FileSystemLoader(ROOT / "theme/templates"), autoescape=True), maker.words)
    frame = site_view(maker, read_assets(ROOT / "theme/static"))
    outlines = {routes.file_of(page.url): read_outline(render(env, frame, page)) for page in record_pages(maker)}
    markdown = {routes.page(page.slug) for page in seen.pages}
    expected = [mark for mark in expected_marks(seen) if mark.url not in markdown]
    assert [problem.message() for problem in find_unfair(outlines, expected)] == []
    for view in PAGE_VIEWS.values():
        view(maker)


@given(day=DAYS)
@settings(max_examples=MANY)
def test_every_page_of_the_demo_can_be_made_for_any_day(demo: World, day: date) -> None:
    assert_every_page_can_be_made(demo.on(day))


@given(day=DAYS)
@settings(max_examples=FEW)
def test_every_page_of_the_real_site_can_be_made_for_any_day(real: World, day: date) -> None:
    assert_every_page_can_be_made(real.on(day))


def assert_a_day_adds_only_what_has_a_reason(known: World, day: date) -> None:
    before, after = known.on(day - timedelta(days=1)), known.on(day)
    assert shown(before) <= shown(after)
    assert before.documents.keys() <= after.documents.keys()
    if day not in known.days_with_a_reason:
        assert shown(before) == shown(after)
        assert states(before) == states(after)


@given(data=st.data())
@settings(max_examples=MANY * 3)
def test_on_each_day_the_demo_has_more_than_the_day_before_and_changes_only_for_a_reason(demo: World, data: st.DataObject) -> None:
    assert_a_day_adds_only_what_has_a_reason(demo, data.draw(near(demo)))


@given(data=st.data())
@settings(max_examples=FEW * 4)
def test_on_each_day_the_real_registry_has_more_than_the_day_before_and_changes_only_for_a_reason(real: World, data: st.DataObject) -> None:
    assert_a_day_adds_only_what_has_a_reason(real, data.draw(near(real)))


def near(known: World) -> st.SearchStrategy[date]:
    """Any day, and more often one of those around which something happens."""
    reasons = sorted(day for day in known.days_with_a_reason if day <= known.whole.horizon + timedelta(days=800))
    return DAYS | st.builds(lambda day, n: day + timedelta(days=n), st.sampled_from(reasons), st.integers(-2, 2))


def test_the_days_with_a_reason_are_a_few_of_all_days(demo: World, real: World) -> None:
    """Otherwise the two tests above would say nothing."""
    for known in (demo, real):
        days = [date(2005, 1, 1) + timedelta(days=n) for n in range(8000)]
        assert 0.02 < sum(day in known.days_with_a_reason for day in days) / len(days) < 0.25


# What is said of a case, at the edges


def shown_case(world: World, day: str, change: Callable[[Case], Case], today: str = AS_OF) -> object:
    """The first party of the demo's case klagomal-2025 on a day, after a change to its record."""
    document = world.whole.documents["cases/klagomal-2025"]
    changed = {**world.whole.documents, document.key: replace(document, record=change(document.record))}
    registry = as_it_was(replace(world.whole, documents=changed, as_of=date.fromisoformat(day), horizon=date.fromisoformat(today)))
    return case_view(Maker(registry), registry.documents[document.key]).parties[0]


@pytest.mark.parametrize(
    ("when", "day", "undetermined"),
    [
        ("2022-02-28", "2024-02-28", False),
        ("2022-02-28", "2024-02-29", True),
        ("2020-02-29", "2022-02-28", False),
        ("2020-02-29", "2022-03-01", True),
        ("2020-02", "2022-02-28", False),
        ("2020-02", "2022-03-01", True),
        ("2020", "2022-12-31", False),
        ("2020", "2023-01-01", True),
    ],
)
def test_the_outcome_cannot_be_established_when_24_months_have_certainly_passed(demo: World, when: str, day: str, undetermined: bool) -> None:
    def opened(case: Case) -> Case:
        party = case.parties[0].model_copy(update={"procedure": Procedure.RECEIVED, "outcome": Outcome.NONE_YET, "outcome_on": None})
        statements = tuple(s.model_copy(update={"date": None}) for s in case.statements)
        return case.model_copy(update={"date": PartialDate.parse(when), "parties": (party,), "statements": statements})

    assert shown_case(demo, day, opened).undetermined is undetermined  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("today", "words"), [("2026-11-20", ("går ut", "")), ("2026-11-21", ("går ut", "")), ("2026-11-22", ("gick ut", " Här finns inget svar ännu."))]
)
@pytest.mark.parametrize("day", ["2026-01-01", "2027-06-01"])
def test_whether_the_time_to_answer_is_over_is_told_by_today_and_not_by_the_day_of_the_page(demo: World, today: str, words: tuple[str, str], day: str) -> None:
    def asked(case: Case) -> Case:
        reply = Reply.model_validate({"state": "asked", "asked_on": "2026-11-02", "deadline": "2026-11-21"})
        statements = tuple(s.model_copy(update={"date": None, "grade": Grade.B}) for s in case.statements)
        return case.model_copy(update={"parties": (case.parties[0].model_copy(update={"reply": reply}),), "statements": statements})

    found = shown_case(demo, day, asked, today).reply.explanation  # type: ignore[attr-defined]
    assert found.replace("\N{NO-BREAK SPACE}", " ") == f"Vi frågade den 2 november 2026. Svarstiden {words[0]} den 21 november 2026.{words[1]}"


def test_the_real_registry_tells_no_outcome_without_a_day_before_its_case_was_over(real: World) -> None:
    open_, over = (real.on(date(2021, 12, day)).record(Kind.CASES, "sweden-east-connection-tillsyn") for day in (30, 31))
    assert [(case.parties[0].outcome, [s.id for s in case.statements]) for case in (open_, over)] == [
        (Outcome.UNKNOWN, ["tillsyn", "ersattning"]),
        (Outcome.CONTRACT_TERMINATED, ["tillsyn", "uppsagning", "ersattning"]),
    ]
