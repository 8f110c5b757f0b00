"""Accreditation periods: length, overlap, who may say that a label is revoked, and hits without a period."""

from __future__ import annotations

from typing import Any

import pytest
from made import CITED, SAME, Data, body, profile, registry, said, scheme, source

from generator.registry.rules.accreditations import found_without_period, overlaps, periods_fit_validity, revoked_by_issuer

WHERE = "profiles/exempel-ab accreditations"


def period(start: str, end: str | None = None, of: str = "market", name: str = "", **fields: Any) -> Data:
    return {"id": name or f"p-{start}", "scheme": of, "from": start, "to": end, **SAME, **fields}


def of_the_label(*periods: Data, months: int | None = 12, **others: Data) -> Any:
    return registry({"schemes/market": scheme(validity_months=months), "profiles/exempel-ab": profile(accreditations=list(periods)), **others})


@pytest.mark.parametrize(
    ("start", "end", "too_long"),
    [
        ("2020-03-01", "2021-02-28", False),
        ("2020-03-01", "2021-03-01", True),
        ("2019-03-01", "2020-02-29", False),
        ("2020-02-29", "2021-02-28", False),
        ("2020-02-29", "2021-03-01", True),
        ("2020-02", "2021-02", False),  # may be the first to the first
        ("2020-02", "2021-03", True),
        ("2020", "2021-12-30", False),
        ("2020", "2021-12-31", True),
        ("2020", "2021", False),
        ("2020", "2022", True),
    ],
)
def test_a_period_is_too_long_when_it_is_however_its_dates_fell(start: str, end: str, too_long: bool) -> None:
    expected = [("I03a", f"{WHERE}.0.to", {"months": "12", "scheme": "Märket"})] if too_long else []
    assert said(periods_fit_validity, of_the_label(period(start, end))) == expected


@pytest.mark.parametrize(("end", "months", "unknown"), [(None, None, True), (None, 12, False), ("2020-12-31", None, False), ("2020-12-31", 12, False)])
def test_the_last_day_must_be_possible_to_tell(end: str | None, months: int | None, unknown: bool) -> None:
    assert said(periods_fit_validity, of_the_label(period("2020-01-01", end), months=months)) == ([("I03c", f"{WHERE}.0", {})] if unknown else [])


def test_the_period_that_is_wrong_is_the_one_that_is_blamed() -> None:
    made = of_the_label(period("2018", "2018-12-31"), period("2019-01-01", "2022"), period("2023", "2023-12-31"))
    assert [where for _, where, _ in said(periods_fit_validity, made)] == [f"{WHERE}.1.to"]


def test_a_period_of_a_scheme_that_does_not_exist_is_left_to_the_references() -> None:
    made = of_the_label(period("2018", "2030", of="saknas"), period("2018", "2030", of="saknas", name="q"))
    assert said(periods_fit_validity, made) == said(overlaps, made) == []
    made = of_the_label(period("2018", of="saknas", ended={"how": "revoked", "on": "2019", "sources": CITED}))
    assert said(revoked_by_issuer, made) == []


@pytest.mark.parametrize(
    ("first", "second", "overlap"),
    [
        (("2020-01-01", "2020-12-31"), ("2020-12-31", "2021-06-01"), True),
        (("2020-01-01", "2020-12-31"), ("2021-01-01", "2021-06-01"), False),
        (("2020-01-01", None), ("2020-12-31", None), True),
        (("2020-01-01", None), ("2021-01-01", None), False),
        (("2020-01", "2020-12"), ("2020-12", "2021-06"), False),  # may end on the first, and begin on the last
        (("2020-01", "2020-12"), ("2020-12-01", "2021-06"), True),
        (("2020", "2020-06"), ("2020-05", "2021"), True),
        (("2020-01-01", "2020-12-31"), ("2020-01-01", "2020-12-31"), True),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_two_periods_of_one_label_do_not_certainly_share_a_day(
    first: tuple[str, str | None], second: tuple[str, str | None], overlap: bool, turned: bool
) -> None:
    periods = [period(*first, name="a"), period(*second, name="b")]
    made = of_the_label(*(reversed(periods) if turned else periods))
    line = str(made.documents["profiles/exempel-ab"].source.place(("accreditations", 0))[0])
    assert said(overlaps, made) == ([("I03b", f"{WHERE}.1", {"line": line})] if overlap else [])


@pytest.mark.parametrize(("on", "overlap"), [("2020-05-31", False), ("2020-06-01", True), ("2020-06", True), ("2020-05", False)])
def test_a_period_that_ended_early_makes_room(on: str, overlap: bool) -> None:
    ended = {"how": "withdrawn", "on": on, "sources": CITED}
    made = of_the_label(period("2020-01-01", "2020-12-31", ended=ended), period("2020-06-01", "2021-05-31"))
    assert bool(said(overlaps, made)) is overlap


def test_an_end_after_the_last_day_does_not_take_more_room() -> None:
    ended = {"how": "withdrawn", "on": "2021-06", "sources": CITED}
    assert said(overlaps, of_the_label(period("2020-01-01", "2020-12-31", ended=ended), period("2021-01-01", "2021-05-31"))) == []


def test_periods_without_an_end_are_only_told_of_that() -> None:
    assert said(overlaps, of_the_label(period("2020"), period("2020-06"), months=None)) == []


def test_each_period_is_held_against_all_earlier_ones() -> None:
    made = of_the_label(period("2020-01-01", "2020-12-31"), period("2018-01-01", "2018-12-31"), period("2020-06-01", "2020-06-30"))
    assert [where for _, where, _ in said(overlaps, made)] == [f"{WHERE}.2"]


def test_periods_of_other_labels_and_of_other_providers_share_days() -> None:
    both = [period("2020", "2020-12-31", name="a"), period("2020", "2020-12-31", of="annat", name="b")]
    made = registry(
        {
            "schemes/market": scheme(validity_months=12),
            "schemes/annat": scheme(validity_months=12),
            "profiles/exempel-ab": profile(accreditations=both),
            "profiles/granne": profile(accreditations=both[:1]),
        }
    )
    assert said(overlaps, made) == []


def revoked(*sources: str, how: str = "revoked") -> Data:
    return {"how": how, "on": "2020-06", "sources": [{"source": s, "locator": "s. 1"} for s in sources]}


PUBLISHERS = {
    "bodies/utgivare": body(kind="trade_body"),
    "bodies/tidning": body(kind="media"),
    "bodies/varannan": body(kind="trade_body"),
    "sources/av-utgivaren": source(publisher_body="utgivare"),
    "sources/av-myndigheten": source(publisher_body="myndigheten"),
    "sources/av-tidningen": source(publisher_body="tidning"),
    "sources/av-annan": source(publisher_body="varannan"),
    "sources/av-ingen": source(),
}


@pytest.mark.parametrize(
    ("ended", "wrong"),
    [
        (revoked("av-utgivaren"), False),
        (revoked("av-myndigheten"), False),
        (revoked("av-tidningen"), True),
        (revoked("av-annan"), True),
        (revoked("av-ingen"), True),
        (revoked("av-tidningen", "av-utgivaren"), False),
        (revoked("av-ingen", "av-myndigheten"), False),
        (revoked("av-tidningen", how="withdrawn"), False),
        (revoked("av-tidningen", how="no_longer_listed"), False),
        (revoked("saknas"), True),
        (None, False),
    ],
)
def test_only_the_issuer_or_an_authority_can_say_that_a_label_is_revoked(ended: Data | None, wrong: bool) -> None:
    made = registry({"schemes/market": scheme(issuer="utgivare"), "profiles/exempel-ab": profile(accreditations=[period("2019", ended=ended)]), **PUBLISHERS})
    assert said(revoked_by_issuer, made) == ([("I04a", f"{WHERE}.0.ended.how", {})] if wrong else [])


def check(result: str, of: str | None = "market", on: str = "2026-01-02") -> Data:
    return {"id": f"c-{on}", "register": "Registret", "scheme": of, "query": "Exempel AB", "on": on, "result": result}


@pytest.mark.parametrize(
    ("checks", "periods", "asked"),
    [
        ([check("found")], [], ["2026-01-02"]),
        ([check("found", of="annat")], [period("2020")], ["2026-01-02"]),
        ([check("found")], [period("2020")], []),
        ([check("not_found")], [], []),
        ([check("unreachable")], [], []),
        ([check("found", of=None)], [], []),
        ([check("not_found"), check("found", on="2026-02-01")], [], ["2026-02-01"]),
    ],
)
def test_a_hit_that_no_period_explains_is_asked_about(checks: list[Data], periods: list[Data], asked: list[str]) -> None:
    made = registry({"schemes/market": scheme(), "schemes/annat": scheme(), "profiles/exempel-ab": profile(checks=checks, accreditations=periods)})
    expected = [("I05a", f"profiles/exempel-ab checks.{len(checks) - 1}.result", {"on": on}) for on in asked]
    assert said(found_without_period, made) == expected
