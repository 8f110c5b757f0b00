"""Where we have searched: silence is told from "not found", and unequal checking is said."""

import html
import re
from datetime import date
from pathlib import Path

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from generator.build.outline import read_outline
from generator.records.models import Kind
from generator.records.models.profile import Profile
from generator.registry.loading import load
from generator.registry.registry import Registry
from generator.site.maker import Maker
from generator.site.views.coverage import CoverageRow, SymmetryView, coverage_view, shown_schemes, symmetry_view

AS_OF = date(2026, 11, 21)
DEMO = ROOT / "tests/demo"
LABEL, OTHER, THIRD = "exempelauktorisation-omstallning", "exempelauktorisation-bemanning", "latsasmarket"


def _demo() -> Registry:
    registry = load(DEMO / "providers", DEMO / "content", AS_OF, intake=DEMO / "intake").registry
    assert registry is not None
    return registry


MAKER = Maker(_demo())


def profile(*checks: tuple[str, str]) -> Profile:
    """A profile with a search of each (day, result) in the register of one label."""
    base = MAKER.registry.record(Kind.PROFILES, "fabeljobb")
    entries = [
        {"id": f"sokning-{n}", "register": "Påhittsföretagens register", "scheme": LABEL, "query": "Fabeljobb", "on": on, "result": result}
        for n, (on, result) in enumerate(checks)
    ]
    return base.model_copy(
        update={
            "checks": Profile.model_validate(
                {**base.model_dump(by_alias=True, mode="json", exclude_none=True, exclude={"lifecycle", "contracts"}), "checks": entries}
            ).checks
        }
    )


def rows(*checks: tuple[str, str]) -> list[tuple[str, str, str]]:
    """(result, code, note) of the rows about one label."""
    name = MAKER.name(f"{Kind.SCHEMES}/{LABEL}")
    return [
        (row.result.replace("\N{NO-BREAK SPACE}", " "), row.result_code, row.note.replace("\N{NO-BREAK SPACE}", " "))
        for row in coverage_view(MAKER, profile(*checks)).rows
        if row.shows.text == name
    ]


def test_a_register_that_nobody_has_searched_is_a_row_of_its_own() -> None:
    view = coverage_view(MAKER, profile())
    assert [(row.shows.text, row.result, row.result_code, row.when, row.query) for row in view.rows] == [
        (d.record.name, "inte sökt", "none", "", "") for d in shown_schemes(MAKER)
    ]
    assert view.missing == len(view.rows) == 3


def test_found_and_not_found_stand_alone() -> None:
    assert rows(("2026-10-01", "found")) == [("funnen", "found", "")]
    assert rows(("2026-10-01", "not_found")) == [("inte funnen", "not_found", "")]


def test_a_search_counts_for_twelve_months_and_is_then_too_old() -> None:
    assert rows(("2025-11-21", "not_found")) == [("inte funnen", "not_found", "")]
    assert rows(("2025-11-20", "not_found")) == [("inte funnen", "not_found", ""), ("för gammal: senast 20 november 2025", "old", "")]


def test_a_register_that_could_not_be_reached_is_neither_searched_nor_silent() -> None:
    assert rows(("2026-10-01", "unreachable")) == [
        ("registret gick inte att nå", "unreachable", "Räknas inte som en sökning."),
        ("inte sökt", "none", "Vi försökte den 1 oktober 2026, men registret gick inte att nå."),
    ]
    assert rows(("2025-06-01", "found"), ("2026-10-01", "unreachable"))[-1] == (
        "för gammal: senast 1 juni 2025",
        "old",
        "Vi försökte den 1 oktober 2026, men registret gick inte att nå.",
    )
    assert rows(("2026-09-01", "found"), ("2026-10-01", "unreachable"))[-1] == ("funnen", "found", "")


def test_the_latest_search_is_first_and_each_keeps_its_anchor() -> None:
    view = coverage_view(MAKER, profile(("2026-09-01", "found"), ("2026-10-01", "not_found")))
    assert [row.anchor for row in view.rows] == ["sokning-1", "sokning-0", "", ""]


def test_every_provider_of_the_demo_has_a_row_for_every_industry_label() -> None:
    labels = {d.record.name for d in shown_schemes(MAKER)}
    assert len(labels) == 3
    codes = set()
    for document in MAKER.registry.of(Kind.PROFILES):
        view = coverage_view(MAKER, document.record)
        assert labels <= {row.shows.text for row in view.rows}, document.id
        codes |= {row.result_code for row in view.rows}
    assert codes == {"found", "not_found", "unreachable", "none", "old"}


def table(page: str) -> list[list[str]]:
    """The cells of the ledger's table; none where nobody has searched anywhere."""
    body = page.partition('<table class="sokt">')[2].partition("</table>")[0]
    return [
        [" ".join(html.unescape(re.sub(r"<[^>]+>", " ", cell)).split()) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.S)]
        for row in body.split("<tr")[2:]
    ]


def test_the_profile_shows_the_ledger_as_a_table(demo_site: Path) -> None:
    for document in MAKER.registry.of(Kind.PROFILES):
        page = (demo_site / f"leverantor/{document.id}/index.html").read_text(encoding="utf-8")
        shown = table(page)
        rows: tuple[CoverageRow, ...] = coverage_view(MAKER, document.record).rows
        expected = [row for row in rows if row.result_code != "none" or row.note]
        assert len(shown) == len(expected)
        never = page.partition('<span class="lage lage-check-none"')[2].partition("</p>")[0]
        assert [row for row in rows if row not in expected and f">{row.shows.text}</a> ({row.register})" not in never] == []
        for cells, row in zip(shown, expected, strict=True):
            assert cells[:2] == [row.register, row.shows.text]
            assert cells[2].startswith(row.result.replace("\N{NO-BREAK SPACE}", " "))
            assert cells[3:] == [row.when.replace("\N{NO-BREAK SPACE}", " ") or "–", row.query or "–"]
        assert all(f'id="{check.id}"' in page for check in document.record.checks)


# The symmetry meter.


def meter(first: int, of_first: int, second: int, of_second: int) -> SymmetryView:
    groups = [
        [profile(("2026-10-01", "not_found"))] * checked + [profile(("2025-01-01", "found"), ("2026-10-01", "unreachable"))] * (total - checked)
        for checked, total in ((first, of_first), (second, of_second))
    ]
    return symmetry_view(MAKER, [("Med", groups[0]), ("Utan", groups[1])])


@pytest.mark.parametrize(
    ("counts", "difference", "sentence", "warning"),
    [
        ((3, 10, 1, 10), "20 procentenheter", "Skillnaden i hur stor del som är kontrollerad är högst 20 procentenheter.", False),
        ((1, 10, 3, 10), "20 procentenheter", "Skillnaden i hur stor del som är kontrollerad är högst 20 procentenheter.", False),
        ((5, 5, 5, 5), "0 procentenheter", "Skillnaden i hur stor del som är kontrollerad är högst 20 procentenheter.", False),
        (
            (21, 100, 0, 10),
            "21 procentenheter",
            "Grupperna är olika väl kontrollerade. Skillnaden är mer än 20 procentenheter. Dra inga slutsatser av jämförelsen.",
            True,
        ),
        (
            (0, 3, 1, 3),
            "33,3 procentenheter",
            "Grupperna är olika väl kontrollerade. Skillnaden är mer än 20 procentenheter. Dra inga slutsatser av jämförelsen.",
            True,
        ),
        (
            (0, 12, 0, 8),
            "",
            "Ingen grupp är kontrollerad. Jämförelsen säger därför inget om vilka företag som har en märkning, bara att vi inte har sökt.",
            True,
        ),
        ((0, 0, 4, 8), "", "Det finns ingen leverantör i den ena gruppen. Därför går det inte att säga om grupperna är lika väl kontrollerade.", True),
    ],
)
def test_the_meter_says_how_evenly_the_groups_are_checked(counts: tuple[int, int, int, int], difference: str, sentence: str, warning: bool) -> None:
    view = meter(*counts)
    assert (view.difference, view.sentence, view.warning) == (difference, sentence, warning)
    assert [(g.checked, g.total) for g in view.groups] == [counts[:2], counts[2:]]


def test_a_share_has_its_numbers_its_time_and_its_caveat() -> None:
    view = meter(1, 3, 2, 4)
    assert [g.share for g in view.groups] == ["33,3 procent", "50 procent"]
    assert view.period.replace("\N{NO-BREAK SPACE}", " ") == "de senaste 12 månaderna till och med den 21 november 2026"
    assert view.caveat.startswith("En leverantör räknas som kontrollerad när vi har sökt i minst ett register som gick att nå.")


@given(st.integers(1, 30), st.integers(1, 30), st.data())
def test_more_than_twenty_points_is_more_and_twenty_is_not(of_first: int, of_second: int, data: st.DataObject) -> None:
    first, second = data.draw(st.integers(0, of_first)), data.draw(st.integers(0, of_second))
    view = meter(first, of_first, second, of_second)
    apart = abs(first * of_second - second * of_first) * 100 > 20 * of_first * of_second
    assert view.warning == (apart or (first == 0 and second == 0))


def test_the_comparison_shows_a_bar_and_the_numbers_beside_it(demo_site: Path) -> None:
    page = (demo_site / "jamfor-leverantorer/index.html").read_text(encoding="utf-8")
    for made, share in (
        ('4 av 7</td>\n<td data-rubrik="Andel"><meter min="0" max="7" value="4"', "57,1"),
        ('3 av 8</td>\n<td data-rubrik="Andel"><meter min="0" max="8" value="3"', "37,5"),
    ):
        assert f'<td class="tal" data-rubrik="Kontrollerade">{made} aria-hidden="true"></meter> {share} procent</td>' in page
    assert "Skillnad: 19,6 procentenheter." in page
    assert read_outline(page).active == ()


def test_nobody_has_searched_for_the_real_providers_and_the_page_says_so(real_site: Path) -> None:
    registry = load(ROOT / "providers", ROOT / "content", AS_OF).registry
    assert registry is not None
    page = (real_site / "jamfor-leverantorer/index.html").read_text(encoding="utf-8")
    if not any(d.record.checks for d in registry.of(Kind.PROFILES)):
        assert (
            "<strong>Ingen grupp är kontrollerad. Jämförelsen säger därför inget om vilka företag som har en märkning, bara att vi inte har sökt.</strong>"
            in page
        )
