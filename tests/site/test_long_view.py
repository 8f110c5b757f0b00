"""The long view of the comparison: only what dates make certain is counted, and without any label there is nothing to compare."""

from __future__ import annotations

from datetime import date
from typing import Any

from drawn import links, texts
from made import SAME, TODAY, body, profile, registry, scheme

from generator.site.maker import Maker
from generator.site.views.long_view import LongView, long_view

SERVICE = body(employment_service=True)


def provider(start: str, end: str, *labels: tuple[str, str]) -> dict[str, Any]:
    contract = {"id": "c", "buyer": "myndigheten", "from": start, "to": end, **SAME}
    return profile(contracts=[contract], accreditations=[{"id": f"m{i}", "scheme": "marke", "from": a, "to": b, **SAME} for i, (a, b) in enumerate(labels)])


def view(as_of: date = TODAY, **profiles: Any) -> LongView:
    records = {f"profiles/{name}": record for name, record in profiles.items()}
    return long_view(Maker(registry({"bodies/myndigheten": SERVICE, "schemes/marke": scheme(name="Märket"), **records}, as_of)))


def rows(found: LongView) -> list[tuple[int, str, str]]:
    return [(row.year, row.labelled, row.unlabelled) for row in found.rows]


def test_without_a_dated_label_there_is_no_picture() -> None:
    assert view(a=provider("2015-01-01", "2016-12-31")) == LongView(view().svg, (), 2)
    assert view().svg == ""


def test_each_year_counts_those_with_a_contract_by_whether_a_label_was_found_that_year() -> None:
    found = view(
        a=provider("2015-01-01", "2018-06-30", ("2016-03-01", "2017-02-28")),
        b=provider("2016-01-01", "2019-12-31"),
    )
    assert rows(found) == [(2016, "1", "1"), (2017, "1", "1"), (2018, "", "2"), (2019, "", "1")]
    assert found.total == 3
    assert texts(found.svg) == [
        "Med funnen branschauktorisation",
        "1",
        "1",
        "Utan funnen branschauktorisation",
        "1",
        "1",
        "2",
        "1",
        "2016",
        "2017",
        "2018",
        "2019",
    ]
    assert sorted(url for url, _ in links(found.svg)) == ["#ar-2016", "#ar-2016", "#ar-2017", "#ar-2017", "#ar-2018", "#ar-2019"]


def test_a_year_after_the_day_is_never_counted() -> None:
    assert rows(view(date(2016, 5, 1), a=provider("2015-01-01", "2018-06-30", ("2015-03-01", "2018-02-28")))) == [(2015, "1", ""), (2016, "1", "")]


def test_a_year_in_which_it_may_only_have_been_so_is_not_counted() -> None:
    assert rows(view(a=provider("2015", "2017-01-01", ("2015-01-01", "2017-12-31")))) == [(2015, "1", ""), (2016, "1", ""), (2017, "1", "")]
    assert rows(view(a=provider("2015", "2015", ("2015-01-01", "2017-12-31")))) == []
