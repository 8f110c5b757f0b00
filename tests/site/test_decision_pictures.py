"""What a board has reported over the years: each bar is one report, a year without a report is a gap, and zero is zero."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from drawn import amount, links, outside, parsed, texts, with_look
from hypothesis import given
from hypothesis import strategies as st
from made import SAME, registry, scheme

from generator.records.models import Kind
from generator.site.maker import Maker
from generator.site.pictures.decision_chart import Count, CountRow, decision_chart
from generator.site.pictures.scales import Span
from generator.site.pictures.svg import Caption
from generator.site.views.decision_pictures import DecisionPicture, decision_pictures

CAPTION = Caption("beslut-1", "Beslut", "Text")


def counts() -> st.SearchStrategy[Count]:
    return st.builds(
        lambda day, value, about, n: Count(Span(day, day + timedelta(days=27)), value, about, f"nya: {value}", f"#b{n}"),
        st.dates(date(1995, 1, 1), date(2026, 1, 1)),
        st.integers(0, 5000),
        st.booleans(),
        st.integers(0, 10**6),
    )


@given(st.lists(st.lists(counts(), min_size=1, max_size=5), min_size=1, max_size=4))
def test_every_report_has_its_bar_and_its_number_within_the_frame(rows: list[list[Count]]) -> None:
    svg = decision_chart(CAPTION, [CountRow("Nya", tuple(row)) for row in rows])
    assert outside(svg) == []
    assert sorted(links(svg)) == sorted((c.url, c.name) for row in rows for c in row)
    assert svg == decision_chart(CAPTION, [CountRow("Nya", tuple(reversed(row))) for row in rows])


@given(st.lists(st.integers(0, 5000), min_size=2, max_size=12))
def test_all_rows_have_the_same_scale(values: list[int]) -> None:
    year = Span(date(2016, 1, 1), date(2016, 12, 31))
    svg = decision_chart(CAPTION, [CountRow(f"r{i}", (Count(year, value, False, "n", f"#{i}"),)) for i, value in enumerate(values)])
    heights = [amount(bar, "height") for bar in with_look(svg, "stapel")]
    highest = max(*values, 1)
    assert all(abs(height - 34 * value / highest) <= 0.06 for height, value in zip(heights, values, strict=True))


def test_a_year_that_no_source_tells_of_is_dotted_and_a_reported_zero_is_not() -> None:
    row = CountRow(
        "Nya", (Count(Span(date(2021, 7, 1), date(2021, 7, 31)), 0, False, "0", "#a"), Count(Span(date(2023, 1, 1), date(2023, 1, 1)), 2, True, "2", "#b"))
    )
    svg = decision_chart(CAPTION, [row])
    assert (len(with_look(svg, "axel")), len(with_look(svg, "glapp"))) == (2, 1)
    assert texts(svg) == ["Nya", "0", "≈2", "2021", "2022", "2023"]


def decision(name: str, when: str, *figures: tuple[str, int, str | None], **fields: Any) -> dict[str, Any]:
    told = [{"what": what, "value": value, "scheme": about} for what, value, about in figures]
    return {"id": name, "date": when, "figures": told, "text": "x", **SAME, **fields}


def pictures(key: str, *decisions: dict[str, Any]) -> tuple[DecisionPicture, ...]:
    made = registry(
        {"schemes/gemensam": scheme(name="Gemensam", board_decisions=list(decisions)), "schemes/coach": scheme(name="Coachmärket", part_of="gemensam")}
    )
    return decision_pictures(Maker(made), made.get(Kind.SCHEMES, key))


def test_reports_of_one_year_give_no_picture() -> None:
    assert pictures("gemensam", decision("a", "2020-01", ("new", 1, None)), decision("b", "2020-06", ("new", 2, None))) == ()


def test_each_label_has_a_picture_of_its_own_also_on_its_own_page_and_what_is_not_split_comes_last() -> None:
    told = [decision("a", "2011", ("new", 5, None), ("new", 1, "coach")), decision("b", "2014", ("renewed", 2, "coach"), ("lost", 3, None))]
    assert [p.heading for p in pictures("gemensam", *told)] == ["Beslut: Coachmärket", "Beslut: Utan uppdelning på märkningar"]
    (own,) = pictures("coach", *told)
    assert own.heading == "Beslut: Coachmärket"
    assert [(row.when, row.url, row.counts) for row in own.rows] == [
        ("2011", "/markning/gemensam/#a", (("nya", "1"),)),
        ("2014", "/markning/gemensam/#b", (("förnyade", "2"),)),
    ]


def test_what_is_decided_and_what_is_counted_on_a_day_are_not_in_the_same_picture() -> None:
    told = [decision(f"d{year}", str(year), ("new", 5, None), ("members", 400, None)) for year in (2011, 2012)]
    assert [p.heading for p in pictures("gemensam", *told)] == ["Beslut", "Antal en viss dag"]
    assert [p.heading for p in pictures("gemensam", told[0], decision("e", "2012", ("members", 0, None)))] == ["Antal en viss dag"]


def test_the_list_gives_every_count_that_is_drawn_and_no_other() -> None:
    told = [decision("a", "2021-07", ("refused", 1, None), ("new", 0, None)), decision("b", "2022-10", ("new", 11, None))]
    (picture,) = pictures("gemensam", *told)
    assert [row.counts for row in picture.rows] == [(("nya", "0"), ("avslag", "1")), (("nya", "11"),)]
    assert sorted(links(picture.svg)) == [
        ("/markning/gemensam/#a", "Avslag: 1, juli 2021"),
        ("/markning/gemensam/#a", "Nya: 0, juli 2021"),
        ("/markning/gemensam/#b", "Nya: 11, oktober 2022"),
    ]


def test_the_list_has_the_caveats_of_each_report_and_the_sources_of_one_on_another_page() -> None:
    doubted = {"caveat": "Bara en dag.", "confidence": "medium", "confidence_note": "Ur minnet."}
    told = [decision("a", "2011", ("new", 1, "coach"), **doubted), decision("b", "2014", ("new", 2, "coach"))]
    (here,), (there,) = pictures("gemensam", *told), pictures("coach", *told)
    assert [(c.when, c.caveat, c.confidence, c.note) for row in here.rows for c in row.cautions] == [
        ("", "<p>Bara en dag.</p>", "inte helt säker", "Ur minnet.")
    ]
    assert [row.cautions for row in there.rows] == [row.cautions for row in here.rows]
    assert [len(row.citations) for row in here.rows] == [0, 0]
    assert [len(row.citations) for row in there.rows] == [1, 1]


def test_a_picture_is_named_by_what_it_shows() -> None:
    (picture,) = pictures("gemensam", decision("a", "2021", ("new", 1, None)), decision("b", "2022", ("lost", 1, None)))
    root = parsed(picture.svg)
    assert next(t.text for t in root.iter("title")) == "Beslut, 2021–2022"
    assert next(t.text for t in root.iter("desc")) == (
        "Gemensam. Nya och förlorade märkningen i en rad var, som staplar längs åren. Samma siffror står i listan efter bilden."
    )
