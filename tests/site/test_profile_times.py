"""A provider's time: only what is certain is filled, nothing lies after the day, and a case never stands without its outcome and its answer."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from drawn import amount, links, outside, parsed, texts, with_look
from hypothesis import given
from hypothesis import strategies as st
from made import CITED, SAME, TODAY, case, party, profile, registry, scheme

from generator.records.models import Kind
from generator.records.models.profile import Accreditation, Contract
from generator.records.models.systems import Scheme
from generator.registry.past import as_it_was
from generator.registry.states import contract_status
from generator.site.maker import Maker
from generator.site.pictures.scales import Span
from generator.site.pictures.svg import Caption
from generator.site.pictures.time_chart import Period, TimeGroup, TimeRow, time_chart
from generator.site.views.periods import accreditation_period, contract_period, span_period
from generator.site.views.profile_times import TimePicture
from generator.site.views.profiles import profile_view

D = date
PARTIAL = st.builds(
    lambda year, month, day: "-".join([f"{year}", *(f"{n:02d}" for n in ((month, day) if day and month else (month,) if month else ()))]),
    st.integers(2009, 2026),
    st.integers(0, 12),
    st.integers(0, 28),
)


def contract(**fields: Any) -> Contract:
    return Contract.model_validate({"id": "c", "buyer": "myndigheten", **SAME, **fields})


def ended(on: str | None) -> dict[str, Any]:
    return {"on": on, "cause": "unknown", "sources": CITED}


@pytest.mark.parametrize(
    ("fields", "period"),
    [
        ({"from": "2012-03-01", "to": "2013-02-28"}, Period(Span(D(2012, 3, 1), D(2013, 2, 28)), Span(D(2012, 3, 1), D(2013, 2, 28)))),
        ({"from": "2012", "to": "2014"}, Period(Span(D(2012, 12, 31), D(2014, 1, 1)), Span(D(2012, 1, 1), D(2014, 12, 31)))),
        ({"from": "2012"}, Period(None, Span(D(2012, 1, 1), D(2012, 12, 31)), open_end=True)),
        ({"seen": ["2012", "2014"]}, Period(Span(D(2012, 12, 31), D(2014, 1, 1)), Span(D(2012, 1, 1), D(2014, 12, 31)), open_start=True, open_end=True)),
        ({"seen": ["2019-09-03"]}, Period(Span(D(2019, 9, 3), D(2019, 9, 3)), Span(D(2019, 9, 3), D(2019, 9, 3)), open_start=True, open_end=True)),
        ({"from": "2018", "ended": ended("2022-06-30")}, Period(Span(D(2018, 12, 31), D(2022, 6, 30)), Span(D(2018, 1, 1), D(2022, 6, 30)))),
        # It ended some day before the last one, so how long it was there is known only from what shows it.
        ({"from": "2018-01-01", "to": "2020-12-31", "ended": ended(None)}, Period(Span(D(2018, 1, 1), D(2018, 1, 1)), Span(D(2018, 1, 1), D(2020, 12, 31)))),
        ({"from": "2026-01-01", "ended": ended("2025-12-10")}, None),
        ({}, None),
    ],
)
def test_the_dates_of_a_contract_say_what_is_certain_and_what_can_be(fields: dict[str, Any], period: Period | None) -> None:
    assert contract_period(contract(**fields)) == period


@given(PARTIAL, PARTIAL, st.lists(PARTIAL, max_size=2), st.dates(date(2008, 1, 1), date(2027, 12, 31)))
def test_a_contract_in_force_on_a_day_is_drawn_on_that_day(start: str, end: str, seen: list[str], day: date) -> None:
    made = contract(**{"from": start, "to": end, "seen": seen})
    if contract_status(made, day).state == "active":
        period = contract_period(made)
        assert period is not None
        assert period.possible.first <= day <= period.possible.last
        assert period.sure is not None
        assert period.sure.first <= day <= period.sure.last


@pytest.mark.parametrize(
    ("fields", "period"),
    [
        ({"from": "2024-11-22"}, Period(Span(D(2024, 11, 22), D(2025, 11, 21)), Span(D(2024, 11, 22), D(2025, 11, 21)))),
        ({"from": "2025"}, Period(Span(D(2025, 12, 31), D(2025, 12, 31)), Span(D(2025, 1, 1), D(2026, 12, 30)))),
        (
            {"from": "2024-01-01", "to": "2026-12-31", "ended": {"how": "withdrawn", "on": "2025-12", "sources": CITED}},
            Period(Span(D(2024, 1, 1), D(2025, 12, 1)), Span(D(2024, 1, 1), D(2025, 12, 31))),
        ),
    ],
)
def test_a_label_lasts_as_long_as_its_scheme_allows_or_until_it_ended(fields: dict[str, Any], period: Period) -> None:
    label = Accreditation.model_validate({"id": "a", "scheme": "marke", **SAME, **fields})
    assert accreditation_period(label, Scheme.model_validate(scheme(validity_months=12))) == period


def test_a_label_without_any_end_is_open() -> None:
    label = Accreditation.model_validate({"id": "a", "scheme": "marke", "from": "2024-03-01", **SAME})
    drawn = accreditation_period(label, Scheme.model_validate(scheme()))
    assert drawn == Period(Span(D(2024, 3, 1), D(2024, 3, 1)), Span(D(2024, 3, 1), D(2024, 3, 1)), open_end=True)
    assert span_period(None, None) is None


def days() -> st.SearchStrategy[date]:
    return st.dates(date(1990, 1, 1), date(2026, 11, 21))


PERIODS = st.builds(
    lambda found, sure, a, b: Period(Span(found[1], found[2]) if sure else None, Span(found[0], found[3]), a, b),
    st.lists(days(), min_size=4, max_size=4).map(sorted),
    st.booleans(),
    st.booleans(),
    st.booleans(),
)


@given(st.lists(st.tuples(PERIODS, st.booleans()), min_size=1, max_size=8))
def test_every_row_is_drawn_within_the_frame_and_nothing_after_the_last_day(rows: list[tuple[Period, bool]]) -> None:
    groups = [TimeGroup("Avtal", "tid-avtal", tuple(TimeRow(f"Rad {i}", p, f"Rad {i}", f"#r{i}", point) for i, (p, point) in enumerate(rows)))]
    svg = time_chart(Caption("tid", "T", "D"), groups, TODAY)
    assert outside(svg) == []
    assert [url for url, _ in links(svg)] == [f"#r{i}" for i in range(len(rows))]
    last = max(amount(line, "x1") for line in with_look(svg, "axel"))
    for shape in with_look(svg, "tid"):
        assert shape.tag == "path" or amount(shape, "x") + amount(shape, "width") <= last + 2.1
    assert all(amount(stub, "x2") <= last for stub in with_look(svg, "stump"))


def page(as_of: date = TODAY, *, records: dict[str, Any] | None = None, **fields: Any) -> TimePicture | None:
    whole = {"profiles/exempel-ab": profile(**fields), "schemes/marke": scheme(name="Märket", validity_months=12), **(records or {})}
    maker = Maker(as_it_was(registry(whole, as_of)))
    return profile_view(maker, maker.registry.get(Kind.PROFILES, "exempel-ab")).times


CONTRACTS = [
    {"id": "gammalt", "buyer": "myndigheten", "from": "2012-01-01", "to": "2013-12-31", **SAME},
    {"id": "nytt", "buyer": "myndigheten", "from": "2025-01-01", "to": "2028-12-31", **SAME},
    {"id": "kommande", "buyer": "myndigheten", "from": "2027-01-01", **SAME},
    {"id": "odaterat", "buyer": "myndigheten", **SAME},
]


def test_one_thing_alone_needs_no_picture() -> None:
    assert page(contracts=CONTRACTS[:1]) is None
    assert page() is None


def test_what_has_not_begun_or_has_no_date_is_told_and_not_drawn() -> None:
    picture = page(contracts=CONTRACTS)
    assert picture is not None
    assert [(heading, [(e.when.replace("\N{NO-BREAK SPACE}", " "), e.text, e.url, e.note) for e in entries]) for heading, entries in picture.groups] == [
        (
            "Avtal",
            [("1 januari 2012–31 december 2013", "Myndigheten", "#gammalt", "avslutat"), ("1 januari 2025–31 december 2028", "Myndigheten", "#nytt", "gäller")],
        )
    ]
    left_out = "2 uppgifter är inte med i bilden. Det beror på att datum saknas eller på att tiden inte har börjat."
    assert picture.left_out.replace("\N{NO-BREAK SPACE}", " ") == left_out
    assert [url for url, _ in links(picture.svg)] == ["#gammalt", "#nytt"]


def test_a_page_of_a_past_day_draws_nothing_that_came_later() -> None:
    labels = [{"id": "m", "scheme": "marke", "from": "2011-03-01", **SAME}]
    picture = page(date(2012, 6, 1), contracts=CONTRACTS, accreditations=labels)
    assert picture is not None
    assert [url for url, _ in links(picture.svg)] == ["#m", "#gammalt"]
    assert [t for t in texts(picture.svg) if t.isdigit()] == ["2011", "2012"]


def test_a_case_has_its_outcome_and_its_reply_in_the_picture_and_in_the_list() -> None:
    told = case(party(outcome="none_found", procedure="closed"), name="Klagomålet")
    picture = page(contracts=CONTRACTS[:1], records={"cases/klagomal": told})
    assert picture is not None
    entry = dict(picture.groups)["Ärenden"][0]
    assert (entry.text, entry.note) == ("Klagomålet", "Utfall: inga brister funna. Svar: ville inte svara.")
    assert ("/arende/klagomal/", "Klagomålet, 2020. Utfall: inga brister funna. Svar: ville inte svara.") in links(picture.svg)


def test_what_the_gate_holds_back_is_not_in_the_picture() -> None:
    held = case(name="Hemligt", statements=[{"id": "u", "kind": "allegation", "grade": "E", "text": "x", "counter": {"searched_on": "2026-01-01"}, **SAME}])
    picture = page(contracts=CONTRACTS[:2], records={"cases/tips": held})
    assert picture is not None
    assert "Hemligt" not in picture.svg
    assert [heading for heading, _ in picture.groups] == ["Avtal"]


def test_the_title_names_the_provider_and_the_description_what_is_drawn() -> None:
    picture = page(contracts=CONTRACTS[:2], name="A & B")
    assert picture is not None
    root = parsed(picture.svg)
    assert next(t.text for t in root.iter("title")) == "A & B genom åren"
    assert (next(t.text for t in root.iter("desc")) or "").replace("\N{NO-BREAK SPACE}", " ") == (
        "Tidslinje fram till 21 november 2026 med avtal (2). Samma uppgifter står i listan efter bilden."
    )
