"""Figures over years: what is drawn is what the list says, nothing is joined that counts different things, and a gap is a gap."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from html import unescape
from pathlib import Path
from typing import Any

from drawn import amount, links, outside, parsed, texts, with_look
from hypothesis import given
from hypothesis import strategies as st
from made import SAME, TODAY, programme, registry

from generator.records.models import Kind
from generator.site.maker import Maker
from generator.site.pictures.figure_chart import Amount, Limit, Point, axis, figure_chart, is_long, joined
from generator.site.pictures.scales import Span
from generator.site.pictures.svg import Caption
from generator.site.views.figure_pictures import FigurePictures, figure_pictures

CAPTION = Caption("siffror-1", "Leverantörer", "Text")


def spans() -> st.SearchStrategy[Span]:
    return st.builds(lambda day, days: Span(day, day + timedelta(days=days)), st.dates(date(1950, 1, 1), date(2040, 1, 1)), st.integers(0, 4000))


def points() -> st.SearchStrategy[list[Point]]:
    point = st.builds(
        Point,
        letter=st.sampled_from("ABCDE"),
        span=spans(),
        value=st.decimals(0, 10**11, places=1),
        limit=st.sampled_from(Limit),
        sure=st.booleans(),
        name=st.sampled_from(["Bolag, 7", "<b>&", "Företag"]),
        url=st.integers(0, 99).map(lambda n: f"#s-{n}"),
    )
    return st.lists(point, min_size=1, max_size=9, unique_by=lambda p: p.url)


def chart(drawn: list[Point]) -> Any:
    return figure_chart(CAPTION, drawn, [Amount(value, str(value)) for value in axis(drawn)])


@given(points(), st.randoms(use_true_random=False))
def test_every_point_is_drawn_once_within_the_frame_whatever_the_order_they_come_in(drawn: list[Point], random: Any) -> None:
    svg = chart(drawn)
    assert outside(svg) == []
    assert sorted(links(svg)) == sorted((p.url, p.name) for p in drawn)
    shuffled = list(drawn)
    random.shuffle(shuffled)
    assert chart(shuffled) == svg


@given(points())
def test_a_line_joins_only_dots_of_the_same_letter_in_years_that_follow_each_other(drawn: list[Point]) -> None:
    for a, b in joined(drawn):
        assert a.letter == b.letter
        assert b.span.first.year - a.span.last.year in (0, 1)
        assert not is_long(a.span)
        assert not is_long(b.span)
    assert len(with_look(chart(drawn), "linje")) == len(joined(drawn))


@given(st.lists(st.decimals(0, 10**9, places=0), min_size=2, max_size=8, unique=True))
def test_a_larger_figure_stands_higher(values: list[Decimal]) -> None:
    year = Span(date(2012, 1, 1), date(2012, 12, 31))
    svg = chart([Point("A", year, value, Limit.EXACT, True, str(value), f"#v{value}") for value in values])
    heights = {a.get("href"): next(amount(c, "cy") for c in a.iter("circle")) for a in parsed(svg).iter("a")}
    ordered = [heights[f"#v{value}"] for value in sorted(values)]
    assert ordered == sorted(ordered, reverse=True)


def test_a_mark_says_how_exact_its_figure_is() -> None:
    year, long = Span(date(2012, 1, 1), date(2012, 12, 31)), Span(date(2009, 1, 1), date(2011, 12, 31))

    def looks(limit: Limit, sure: bool = True, span: Span = year) -> list[str]:
        root = parsed(chart([Point("A", span, Decimal(4), limit, sure, "A", "#a")]))
        return [s.get("class", "") for a in root.iter("a") for s in a if s.tag in ("circle", "rect", "path") and s.get("class") != "tryck"]

    assert looks(Limit.EXACT) == ["punkt"]
    assert looks(Limit.ABOUT) == ["punkt ungefar"]
    assert looks(Limit.EXACT, sure=False) == ["punkt ungefar osaker"]
    assert looks(Limit.FROM) == looks(Limit.TO) == ["punkt ungefar", "pil"]
    assert [s.tag for a in parsed(chart([Point("A", long, Decimal(4), Limit.EXACT, True, "A", "#a")])).iter("a") for s in a][2:3] == ["rect"]


def test_the_axis_has_zero_at_its_foot_and_every_year_that_has_room() -> None:
    svg = chart([Point("A", Span(date(year, 1, 1), date(year, 12, 31)), Decimal(40), Limit.EXACT, True, "A", f"#{year}") for year in (2010, 2012)])
    assert [t for t in texts(svg) if t != "A"] == ["0", "10", "20", "30", "40", "2010", "2011", "2012"]
    assert with_look(svg, "linje") == []


def figure(name: str, value: int, when: str, to: str | None = None, **fields: Any) -> dict[str, Any]:
    return {"id": name, "metric": "suppliers", "what": "Bolag", "value": value, "from": when, "to": to, **SAME, **fields}


def view(*figures: dict[str, Any], as_of: date = TODAY) -> FigurePictures:
    made = registry({"programmes/p": programme(figures=list(figures))}, as_of)
    return figure_pictures(Maker(made), "Programmet", made.get(Kind.PROGRAMMES, "p").record.figures)


def test_a_single_figure_or_a_single_year_gives_no_picture() -> None:
    assert view().pictures == view(figure("a", 1, "2010")).pictures == view(figure("a", 1, "2010-01"), figure("b", 2, "2010-12")).pictures == ()
    assert view().marks == ()


def test_what_the_same_words_count_has_one_letter_and_the_rest_each_its_own() -> None:
    picture = view(figure("a", 100, "2011"), figure("b", 80, "2012"), figure("c", 90, "2012", what="Företag"), figure("d", 7, "2013", of="40 bolag")).pictures[
        0
    ]
    assert [(row.letter, row.what, row.of, [f.url for f in row.figures]) for row in picture.key] == [
        ("A", "Bolag", "", ["#a", "#b"]),
        ("B", "Företag", "", ["#c"]),
        ("C", "Bolag", "40 bolag", ["#d"]),
    ]
    assert len(with_look(picture.svg, "linje")) == 1


def test_the_list_and_the_picture_lead_to_the_same_rows_of_the_table() -> None:
    for picture in view(figure("a", 10, "2010"), figure("b", 9, "2013", "2014"), figure("c", 5, "2015", metric="cost", unit="sek")).pictures:
        assert sorted(f.url for row in picture.key for f in row.figures) == sorted(url for url, _ in links(picture.svg))


def test_a_picture_says_what_it_shows_in_its_title_and_its_links() -> None:
    picture = view(
        figure("a", 2_600_000_000, "2009", "2011", metric="cost", unit="sek", qualifier="about"), figure("b", 562_000_000, "2011", metric="cost", unit="sek")
    ).pictures[0]
    titles = [t.text for t in parsed(picture.svg).iter("title")]
    assert picture.heading == "Kostnad i miljarder kronor"
    assert titles[0] == "Kostnad i miljarder kronor: Programmet, 2009–2011"
    assert titles[1].replace("\N{NO-BREAK SPACE}", " ") == "A: Bolag, cirka 2,6 miljarder kronor, 2009–2011"
    assert texts(picture.svg)[:4] == ["0", "1", "2", "3"]


def test_amounts_of_quite_another_size_are_not_drawn_beside_each_other() -> None:
    large = [figure(f"l{year}", 1_400_000_000, str(year), metric="cost", unit="sek") for year in (2013, 2014)]
    small = figure("dag", 225, "2014", metric="cost", unit="sek", what="Bidrag per dag")
    assert [[row.what for row in picture.key] for picture in view(*large, small).pictures] == [["Bolag"]]


def test_the_list_says_what_has_to_be_known_of_each_figure_once() -> None:
    known = {"caveat": "Bara ett län.", "confidence": "medium", "confidence_note": "Ur minnet."}
    (row,) = view(figure("a", 10, "2010", **known), figure("b", 9, "2011", **known)).pictures[0].key
    (caution,) = row.cautions
    assert (caution.when, caution.caveat, caution.confidence, caution.note) == ("", "<p>Bara ett län.</p>", "inte helt säker", "Ur minnet.")
    (row,) = (
        view(figure("a", 10, "2010", **known), figure("b", 9, "2011"), figure("c", 8, "2012", caveat="Uppskattat."), figure("d", 7, "2013", **known))
        .pictures[0]
        .key
    )
    assert [(caution.when, caution.note) for caution in row.cautions] == [("2010, 2013", "Ur minnet."), ("2012", "")]
    assert view(figure("a", 10, "2010"), figure("b", 9, "2011")).pictures[0].key[0].cautions == ()


def plain(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def test_every_figure_in_a_list_has_its_caveat_and_its_doubt_beside_it(real_site: Path) -> None:
    seen = 0
    for path in real_site.glob("program/*/index.html"):
        page = path.read_text(encoding="utf-8")
        for key in re.findall(r'<dl class="bildnyckel">(.*?)</dl>', page, re.S):
            for row in key.split("<div><dt>")[1:]:
                for anchor in re.findall(r'<a href="#([^"]+)"', row):
                    told = re.search(rf'<tr id="{anchor}".*?<div data-kraver-text="I12a">(.*?)</div>(<p class="liten forbehall">.*?</p>)?', page, re.S)
                    assert told, (path, anchor)
                    known = [plain(text) for text in told.groups() if text and "Källan anger inget förbehåll." not in text]
                    assert [text for text in known if text not in plain(row)] == [], (path, anchor)
                    seen += len(known)
    assert seen


def test_answers_of_surveys_and_other_measures_are_left_to_the_table() -> None:
    assert view(*(figure(f"s{year}", 80, str(year), metric="satisfaction", unit="percent") for year in (2010, 2011))).pictures == ()


def test_only_the_marks_that_are_drawn_are_explained() -> None:
    assert view(figure("a", 1, "2010"), figure("b", 2, "2011")).marks == ()
    assert [look for look, _ in view(figure("a", 1, "2010", qualifier="over"), figure("b", 2, "2011", date_estimated=True)).marks] == [
        "ungefar",
        "mer",
        "osaker",
    ]
    assert [look for look, _ in view(figure("a", 1, "2010", "2013"), figure("b", 2, "2011", qualifier="at_most")).marks] == ["ungefar", "mindre", "lang"]


def test_nothing_is_drawn_after_the_day_that_the_site_is_about() -> None:
    told = [figure("a", 5, "2009"), figure("b", 9, "2010", "2014"), figure("c", 3, "2013")]
    picture = view(*told, as_of=date(2012, 3, 1)).pictures[0]
    assert [url for url, _ in links(picture.svg)] == [f.url for row in picture.key for f in row.figures] == ["#a", "#b"]
    assert [t for t in texts(picture.svg) if t.isdigit()][-4:] == ["2009", "2010", "2011", "2012"]
    assert view(*told, as_of=date(2009, 12, 31)).pictures == ()


def test_words_of_a_record_cannot_become_markup() -> None:
    svg = view(figure("a", 1, "2010", what="<b>Bolag</b>"), figure("b", 2, "2011")).pictures[0].svg
    assert "<b>" not in svg
    assert "A: &lt;b&gt;Bolag&lt;/b&gt;" in svg
