"""States of labels and contracts on a day, as tables of examples at the edges."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.records.models import Profile, Scheme
from generator.records.vocabulary import AccreditationState
from generator.registry.states import AccreditationStatus, accreditation_status, add_months, last_day, latest_check

CITED = [{"source": "kalla", "locator": "s. 1"}]
SAME = {"sources": CITED, "checked_on": "2020-01-01"}


def scheme(months: int | None = 36) -> Scheme:
    return Scheme.model_validate({"name": "Märkning", "kind": "industry", "issuer": "u", "summary": "x", "validity_months": months, **SAME})


def period(start: str, end: str | None = None, ended: tuple[str, str] | None = None, of: str = "markning", name: str = "p") -> dict[str, Any]:
    """A period of the label `of`; `ended`: how and when it ended before its last day."""
    how = {"how": ended[0], "on": ended[1], "sources": CITED} if ended else None
    return {"id": f"{name}-{start}", "scheme": of, "from": start, "to": end, "ended": how, **SAME}


def check(on: str, result: str, of: str | None = "markning", programme: str | None = None) -> dict[str, Any]:
    return {
        "id": f"c-{on}-{result.replace('_', '-')}",
        "register": "Registret",
        "scheme": of,
        "programme": programme,
        "query": "Exempel",
        "on": on,
        "result": result,
    }


def profile(*records: dict[str, Any]) -> Profile:
    """A provider with these periods and checks."""
    periods = [r for r in records if "scheme" in r and "register" not in r]
    checks = [r for r in records if "register" in r]
    return Profile.model_validate({"name": "Exempel", "summary": "x", **SAME, "accreditations": periods, "checks": checks})


def copied(name: str) -> str:
    """The same words in another object: what is read from two files is equal and not identical."""
    return "".join(name)


def status(as_of: str, *records: dict[str, Any], months: int | None = 36) -> AccreditationStatus:
    return accreditation_status(profile(*records), copied("markning"), scheme(months), date.fromisoformat(as_of))


def state(as_of: str, *records: dict[str, Any], months: int | None = 36) -> str:
    return status(as_of, *records, months=months).state.value


# One period of a label


ONE_YEAR = period("2020-03-01", "2021-02-28")


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2020-02-29", "not_checked"),
        ("2020-03-01", "valid"),
        ("2020-12-24", "valid"),
        ("2021-02-28", "valid"),
        ("2021-03-01", "expired"),
        ("2030-01-01", "expired"),
    ],
)
def test_a_period_with_both_days(as_of: str, expected: str) -> None:
    assert state(as_of, ONE_YEAR) == expected


@pytest.mark.parametrize(
    ("start", "months", "last", "after"),
    [
        ("2020-03-01", 36, "2023-02-28", "2023-03-01"),
        ("2021-03-01", 36, "2024-02-29", "2024-03-01"),
        ("2024-02-29", 12, "2025-02-28", "2025-03-01"),
        ("2021-08-31", 6, "2022-02-28", "2022-03-01"),
    ],
)
def test_a_period_without_an_end_is_valid_as_long_as_the_scheme_allows(start: str, months: int, last: str, after: str) -> None:
    assert state(last, period(start), months=months) == "valid"
    assert status(last, period(start), months=months).last_day == date.fromisoformat(last)
    assert state(after, period(start), months=months) == "expired"


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2019-12-31", "not_checked"),
        ("2020-06-01", "not_checked"),  # it may not have begun
        ("2020-12-31", "valid"),
        ("2021-12-31", "valid"),
        ("2022-01-01", "valid"),
        ("2022-01-02", "not_checked"),  # it may be over
        ("2022-12-31", "not_checked"),
        ("2023-01-01", "expired"),
    ],
)
def test_dates_known_to_the_year_are_valid_only_when_certainly_inside(as_of: str, expected: str) -> None:
    assert state(as_of, period("2020", "2022")) == expected


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [("2020-04-30", "valid"), ("2022-04-29", "not_checked"), ("2022-04-28", "not_checked"), ("2022-03-31", "valid"), ("2022-04-30", "expired")],
)
def test_a_start_known_to_the_month_and_two_years_of_validity(as_of: str, expected: str) -> None:
    assert state(as_of, period("2020-04"), months=24) == expected


def test_without_end_and_validity_nothing_can_be_said() -> None:
    assert state("2020-06-01", period("2020-03-01"), months=None) == "not_checked"


@pytest.mark.parametrize("other", ["annan", "zeta"])
def test_only_periods_of_the_scheme_count(other: str) -> None:
    assert state("2020-06-01", period("2020-03-01", of=other)) == "not_checked"


def test_of_a_last_day_that_is_not_known_the_label_is_promised_the_first_and_expired_after_the_last() -> None:
    known_to_the_month = period("2020-03-01", "2020-12")
    assert [(found.state, found.last_day) for found in (status(day, known_to_the_month) for day in ("2020-12-01", "2020-12-02", "2021-01-01"))] == [
        (AccreditationState.VALID, date(2020, 12, 1)),
        (AccreditationState.NOT_CHECKED, None),
        (AccreditationState.EXPIRED, date(2020, 12, 31)),
    ]


def test_of_several_periods_that_cannot_be_told_the_latest_is_named() -> None:
    found = status("2020-06-01", period("2018"), period("2020"), period("2019"), months=None)
    assert found.state == AccreditationState.NOT_CHECKED
    assert found.period is not None
    assert found.period.id == "p-2020"


# How a label ends early


@pytest.mark.parametrize("how", ["revoked", "withdrawn", "no_longer_listed"])
@pytest.mark.parametrize(
    ("as_of", "ended_before"),
    [("2020-05-31", False), ("2020-06-01", True), ("2020-06-02", True), ("2025-01-01", True)],
)
def test_an_end_counts_from_its_day_and_for_good(how: str, as_of: str, ended_before: bool) -> None:
    assert state(as_of, period("2020-03-01", "2021-02-28", (how, "2020-06-01"))) == (how if ended_before else "valid")


@pytest.mark.parametrize("how", ["revoked", "withdrawn", "no_longer_listed"])
@pytest.mark.parametrize(
    ("on", "as_of", "expected"),
    [
        ("2020-06", "2020-05-31", "valid"),
        ("2020-06", "2020-06-01", "not_checked"),
        ("2020-06", "2020-06-29", "not_checked"),
        ("2020-06", "2020-06-30", None),
        ("2020-06", "2020-07-01", None),
        ("2020-02", "2020-01-31", "valid"),
        ("2020-02", "2020-02-01", "not_checked"),
        ("2020-02", "2020-02-28", "not_checked"),
        ("2020-02", "2020-02-29", None),
        ("2020", "2019-12-31", "valid"),
        ("2020", "2020-01-01", "not_checked"),
        ("2020", "2020-12-30", "not_checked"),
        ("2020", "2020-12-31", None),
    ],
)
def test_a_partial_end_takes_the_label_from_its_first_day_and_is_told_from_its_last(how: str, on: str, as_of: str, expected: str | None) -> None:
    found = status(as_of, period("2019-03-01", "2021-02-28", (how, on)))
    assert found.state == (expected or how)
    assert found.period is not None


def test_when_the_last_day_has_passed_the_label_is_over_also_while_a_partial_end_may_not_have_come() -> None:
    record = period("2020-03-01", "2020-06-15", ("revoked", "2020-06"))
    assert [state(f"2020-06-{day}", record) for day in ("15", "16", "29", "30")] == ["not_checked", "expired", "expired", "revoked"]


def test_a_new_period_is_valid_while_the_end_of_the_old_one_may_not_have_come() -> None:
    revoked = period("2017-03-01", "2020-02-29", ("revoked", "2020"))
    assert state("2020-02-15", revoked, SECOND) == "not_checked"
    assert state("2020-03-01", revoked, SECOND) == "valid"


def test_an_end_after_the_last_day_does_not_prolong() -> None:
    record = period("2020-03-01", "2021-02-28", ("withdrawn", "2022-01-01"))
    assert state("2021-03-01", record) == "expired"
    assert state("2022-01-01", record) == "withdrawn"


# Two periods of a label


FIRST, SECOND = period("2017-03-01", "2020-02-29"), period("2020-03-01", "2023-02-28")


@pytest.mark.parametrize("records", [(FIRST, SECOND), (SECOND, FIRST)])
@pytest.mark.parametrize(
    ("as_of", "expected", "carried_by"),
    [("2020-02-29", "valid", "p-2017-03-01"), ("2020-03-01", "valid", "p-2020-03-01"), ("2023-03-01", "expired", "p-2020-03-01")],
)
def test_of_two_periods_the_one_that_covers_the_day_carries_the_state(records: tuple[dict[str, Any], ...], as_of: str, expected: str, carried_by: str) -> None:
    found = status(as_of, *records)
    assert found.state == expected
    assert found.period is not None
    assert found.period.id == carried_by


def test_between_two_periods_the_label_is_expired() -> None:
    later = period("2021-01-01", "2023-12-31")
    assert state("2020-06-01", FIRST, later) == "expired"


def test_a_new_period_after_a_revoked_one_is_valid_and_then_expired() -> None:
    revoked = period("2017-03-01", "2020-02-29", ("revoked", "2018-01-01"))
    assert state("2019-01-01", revoked, SECOND) == "revoked"
    assert state("2021-01-01", revoked, SECOND) == "valid"
    assert state("2023-03-01", revoked, SECOND) == "expired"


def test_a_revoked_period_after_an_expired_one_is_revoked() -> None:
    revoked = period("2020-03-01", "2023-02-28", ("revoked", "2021-01-01"))
    assert state("2022-01-01", FIRST, revoked) == "revoked"


def test_a_renewal_that_may_have_begun_keeps_the_old_period_from_being_called_expired() -> None:
    renewal = period("2020", "2023")
    assert state("2020-06-01", FIRST, renewal) == "not_checked"
    assert state("2021-06-01", FIRST, renewal) == "valid"


def test_a_renewal_that_may_be_over_is_not_called_expired_for_the_old_period() -> None:
    assert state("2023-06-01", FIRST, period("2020-03-01", "2023")) == "not_checked"


# What a search in the register adds


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2026-11-21", "not_found"),
        ("2025-11-22", "not_found"),
        ("2025-11-21", "not_found"),  # twelve months to the day
        ("2025-11-20", "not_checked"),  # a day older
        ("2026-11-22", "not_checked"),  # not made yet
    ],
)
def test_a_check_that_found_nothing_holds_for_twelve_months(on: str, expected: str) -> None:
    assert state("2026-11-21", check(on, "not_found")) == expected


@pytest.mark.parametrize(
    ("as_of", "on", "expected"),
    [
        ("2024-02-29", "2023-02-28", "not_found"),
        ("2024-02-29", "2023-02-27", "not_checked"),
        ("2025-02-28", "2024-02-29", "not_found"),
        ("2025-03-01", "2024-02-29", "not_checked"),
    ],
)
def test_twelve_months_across_a_leap_day(as_of: str, on: str, expected: str) -> None:
    assert state(as_of, check(on, "not_found")) == expected


def test_a_register_that_could_not_be_reached_says_nothing() -> None:
    assert state("2026-11-21", check("2026-11-01", "unreachable")) == "not_checked"
    assert state("2026-11-21", check("2026-10-01", "not_found"), check("2026-11-01", "unreachable")) == "not_found"


def test_the_latest_check_decides() -> None:
    assert state("2026-11-21", check("2026-10-01", "not_found"), check("2026-11-01", "found")) == "not_checked"
    assert state("2026-11-21", check("2026-11-01", "not_found"), check("2026-10-01", "found")) == "not_found"


@pytest.mark.parametrize("other", ["annan", "zeta"])
def test_a_check_of_another_register_says_nothing(other: str) -> None:
    assert state("2026-11-21", check("2026-11-01", "not_found", of=other)) == "not_checked"
    assert state("2026-11-21", check("2026-11-01", "not_found", of=None, programme="markning")) == "not_checked"


def test_a_period_goes_before_a_check() -> None:
    absent = check("2026-11-01", "not_found")
    assert state("2026-11-21", period("2026-01-01", "2027-12-31"), absent) == "valid"
    assert state("2026-11-21", period("2020-01-01", "2022-12-31"), absent) == "expired"
    assert state("2026-11-21", period("2026"), absent) == "not_checked"


def test_a_future_period_does_not_hide_that_the_label_is_not_found() -> None:
    assert state("2026-11-21", period("2027-01-01"), check("2026-11-01", "not_found")) == "not_found"


def test_nothing_known_is_not_checked() -> None:
    assert status("2026-11-21") == AccreditationStatus(AccreditationState.NOT_CHECKED)


def test_the_latest_check_by_programme() -> None:
    others = [check(f"2026-10-0{n}", "not_found", of=None, programme=name) for n, name in ((1, "annat"), (2, "zeta"))]
    checks = profile(check("2026-09-01", "found", of=None, programme="rom"), *others).checks
    found = latest_check(checks, date(2026, 11, 21), programme=copied("rom"))
    assert found is not None
    assert found.result == "found"


# Whatever the records say of a label

days = st.dates(date(2018, 1, 1), date(2024, 12, 31))
written = st.builds(lambda day, parts: day.isoformat()[: (4, 7, 10)[parts]], days, st.integers(0, 2))
ends = st.one_of(st.none(), st.tuples(st.sampled_from(["revoked", "withdrawn", "no_longer_listed"]), written))
any_period = st.builds(period, written, st.one_of(st.none(), written), ends)
any_check = st.builds(check, days.map(date.isoformat), st.sampled_from(["found", "not_found", "unreachable"]))


@given(st.lists(st.one_of(any_period, any_check), max_size=4), days, st.sampled_from([None, 12, 36]))
def test_there_is_one_state_and_it_claims_only_what_is_certain(records: list[dict[str, Any]], as_of: date, months: int | None) -> None:
    found = status(as_of.isoformat(), *records, months=months)
    match found.state:
        case AccreditationState.VALID:
            assert found.period is not None
            assert found.last_day is not None
            assert found.period.from_.latest <= as_of <= found.last_day
            assert found.period.to is None or as_of <= found.period.to.earliest
            assert found.period.ended is None or found.period.ended.on.earliest > as_of
        case AccreditationState.EXPIRED:
            assert found.period is not None
            assert found.last_day is not None
            assert found.last_day < as_of
            assert found.period.to is None or found.period.to.latest < as_of
        case AccreditationState.REVOKED | AccreditationState.WITHDRAWN | AccreditationState.NO_LONGER_LISTED:
            assert found.period is not None
            assert found.period.ended is not None
            assert found.period.ended.how == found.state.value
            assert found.period.ended.on.latest <= as_of
        case AccreditationState.NOT_FOUND:
            assert found.period is None
            assert found.check is not None
            assert add_months(as_of, -12) <= found.check.on <= as_of
        case AccreditationState.NOT_CHECKED:
            # A period may be shown with it, but only one that neither covers the day for certain nor is certainly over.
            known = found.period and last_day(found.period, scheme(months))
            assert not known or not (found.period.from_.latest <= as_of <= known[0] or known[1] < as_of)  # type: ignore[union-attr]


@given(st.lists(st.one_of(any_period, any_check), max_size=4, unique_by=lambda record: record["id"]), days)
def test_the_order_of_the_records_changes_no_state(records: list[dict[str, Any]], as_of: date) -> None:
    assert state(as_of.isoformat(), *records) == state(as_of.isoformat(), *reversed(records))


@given(st.lists(st.one_of(any_period, any_check), max_size=4), days)
def test_what_has_not_happened_yet_changes_no_state(records: list[dict[str, Any]], as_of: date) -> None:
    later = (as_of + timedelta(days=1)).isoformat()
    assert state(as_of.isoformat(), *records) == state(as_of.isoformat(), *records, period(later, name="sen"), check(later, "not_found"))
