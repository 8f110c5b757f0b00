"""`coachkollen due`: what is to be done next, in the right order, and never in public."""

import json
import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import ROOT

from generator.build.publish import MARKER
from generator.cli import main
from generator.desk.due import CASE_DAYS, CHECK_MONTHS, LABEL_DAYS, SOURCE_MONTHS, DueItem, DueKind, due_items
from generator.records.models import Kind
from generator.registry.loading import load
from generator.registry.states import add_months
from generator.site.maker import Maker
from generator.site.views.coverage import shown_schemes

AS_OF = date(2026, 11, 21)
DEMO = ROOT / "tests/demo"


def maker_of(folder: Path = DEMO, as_of: date = AS_OF) -> Maker:
    registry = load(folder / "providers", folder / "content", as_of, intake=folder / "intake", today=as_of).registry
    assert registry is not None
    return Maker(registry, preview=True)


def items(folder: Path = DEMO, as_of: date = AS_OF, *, everything: bool = False) -> dict[str, DueItem]:
    found = due_items(maker_of(folder, as_of), everything=everything)
    assert len({item.key for item in found}) == len(found)
    return {item.key: item for item in found}


def due(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["due", *arguments])


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_the_demo_on_its_day() -> None:
    assert [(str(item.on), key, len(item.parts)) for key, item in items().items()] == [
        ("2026-06-01", "check-profiles-anga-pahitt-exempelauktorisation-bemanning", 0),
        ("2026-10-30", "reply-cases-klagomal-2026-oppna-latsasdorren", 0),
        ("2026-11-20", "label-profiles-pahittscoachning-exempelauktorisation-omstallning", 0),
        ("2026-11-21", "label-profiles-exempel-ab-exempelauktorisation-omstallning", 0),
        ("2026-11-21", "check-never-exempelauktorisation-bemanning", 11),
        ("2026-11-21", "check-never-exempelauktorisation-omstallning", 11),
        ("2026-11-21", "check-never-latsasmarket", 10),
        ("2026-11-21", "source-untried", 2),
        ("2026-12-04", "reply-cases-svarstid-pagar-2026-pahittscoachning", 0),
    ]


def test_everything_is_the_same_one_by_one() -> None:
    summary, one_by_one = items(), items(everything=True)
    assert not any(item.parts for item in one_by_one.values())
    assert len(one_by_one) == sum(len(item.parts) or 1 for item in summary.values())


def test_the_soonest_is_first_and_of_one_day_the_most_pressing() -> None:
    found = list(items(everything=True).values())
    order = list(DueKind)
    assert found == sorted(found, key=lambda item: (item.on, order.index(item.kind), item.key))


# Each kind of work, at the edge of its time.


def test_a_label_is_due_sixty_days_before_its_last_day(demo: Path) -> None:
    key = "label-profiles-exempel-ab-exempelauktorisation-omstallning"
    period = "from: {}\n    to: {}"
    old = period.format("2025-11-22", "2026-11-21")
    for days, expected in ((LABEL_DAYS, True), (LABEL_DAYS + 1, False), (-1, True)):
        last = AS_OF + timedelta(days=days)
        new = period.format(add_months(last, -11), last)
        edit(demo / "providers/profiles/exempel-ab.yaml", old, new)
        old, found = new, items(demo)
        assert (key in found) == expected
    assert found[key].what.replace("\N{NO-BREAK SPACE}", " ") == (
        "Exempelauktoriserat omställningsföretag för Exempel Jobb AB gick ut 20 november 2026. Sök efter en förnyelse i Påhittsföretagens register."
    )


@pytest.mark.parametrize(
    ("searched_on", "result", "due_still"), [("2026-11-20", "not_found", True), ("2026-11-21", "not_found", False), ("2026-11-21", "unreachable", True)]
)
def test_a_label_that_ran_out_is_due_until_somebody_has_searched_since(demo: Path, searched_on: str, result: str, due_still: bool) -> None:
    edit(demo / "providers/profiles/pahittscoachning.yaml", "on: 2026-11-02\n    result: found", f"on: {searched_on}\n    result: {result}")
    assert ("label-profiles-pahittscoachning-exempelauktorisation-omstallning" in items(demo)) == due_still


def test_a_label_whose_renewal_is_entered_is_not_due(demo: Path) -> None:
    renewal = """  - id: auktorisation-2026
    scheme: exempelauktorisation-omstallning
    from: 2026-11-22
    to: 2027-11-21
    sources:
      - source: pahittsforetagen-2026-register
        locator: en rad
    checked_on: 2026-11-20
"""
    edit(demo / "providers/profiles/exempel-ab.yaml", "accreditations:\n", f"accreditations:\n{renewal}")
    assert "label-profiles-exempel-ab-exempelauktorisation-omstallning" not in items(demo)


def test_an_open_case_is_due_fourteen_days_before_and_until_it_is_closed(demo: Path) -> None:
    case = demo / "intake/cases/tips-exempel-jobb.yaml"
    for days, expected in ((CASE_DAYS, True), (CASE_DAYS + 1, False), (-3, True)):
        text = case.read_text(encoding="utf-8")
        case.write_text(
            text.replace(next(line for line in text.splitlines() if "next_check" in line), f"    next_check: {AS_OF + timedelta(days=days)}"), encoding="utf-8"
        )
        found = items(demo)
        assert ("case-cases-tips-exempel-jobb-exempel-ab" in found) == expected
    assert found["case-cases-tips-exempel-jobb-exempel-ab"].on == AS_OF - timedelta(days=3)
    edit(case, "procedure: received", "procedure: closed")
    edit(case, "outcome: none_yet", "outcome: unknown")
    assert "case-cases-tips-exempel-jobb-exempel-ab" not in items(demo)


def test_an_answer_is_awaited_fourteen_days_before_the_deadline_and_after_it(demo: Path) -> None:
    key, case, old = "reply-cases-svarstid-pagar-2026-pahittscoachning", demo / "intake/cases/svarstid-pagar-2026.yaml", "2026-12-04"
    case.write_text(re.sub(r"(?m)^( *)date: .*$", r"\1date: 2026-10-01", case.read_text(encoding="utf-8")), encoding="utf-8")
    for days, end in ((CASE_DAYS + 1, ""), (CASE_DAYS, "Se efter om svaret har kommit."), (0, "Se efter om svaret har kommit.")):
        new = str(AS_OF + timedelta(days=days))
        edit(case, f"asked_on: {'2026-11-16' if old == '2026-12-04' else '2026-10-16'}\n      deadline: {old}", f"asked_on: 2026-10-16\n      deadline: {new}")
        old, found = new, items(demo)
        assert (key in found) == bool(end)
        assert not end or found[key].what.endswith(end)
    assert items(demo, AS_OF + timedelta(days=1))[key].what.endswith("Skriv in svaret, eller state: no_answer_in_time om inget har kommit.")


def test_a_held_case_may_be_moved_the_day_after_its_deadline() -> None:
    key = "promote-cases-svarstid-pagar-2026"
    assert key not in items(as_of=date(2026, 12, 4))
    item = items(as_of=date(2026, 12, 7))[key]
    assert (item.on, item.what) == (
        date(2026, 12, 5),
        "Spärren släpper igenom ärendet svarstid-pagar-2026. Flytta det: coachkollen promote svarstid-pagar-2026",
    )


def test_a_search_grows_old_after_eleven_months_and_one_that_failed_is_none(demo: Path) -> None:
    key = "check-profiles-pahittscoachning-exempelauktorisation-omstallning"
    profile = demo / "providers/profiles/pahittscoachning.yaml"
    for on, expected in ((add_months(AS_OF, -CHECK_MONTHS), False), (add_months(AS_OF, -CHECK_MONTHS) - timedelta(days=1), True)):
        text = profile.read_text(encoding="utf-8")
        start = text.index("query: Påhittscoachning\n    on: ") + len("query: Påhittscoachning\n    on: ")
        profile.write_text(f"{text[:start]}{on}{text[start + 10 :]}", encoding="utf-8")
        assert (key in items(demo)) == expected
    edit(profile, f"on: {on}\n    result: found", f"on: {on}\n    result: unreachable")
    assert key not in items(demo)
    assert key in items(demo, everything=True)


@pytest.mark.usefixtures("demo")
def test_a_search_that_is_to_be_made_again_says_when_it_was_made() -> None:
    said = due("--all").output.replace("\N{NO-BREAK SPACE}", " ")
    assert re.search(r"Sök igen efter [^.]+ i [^.]+\)\. Senast sökt: [0-9]+ [a-z]+ [0-9]{4}\.\n", said)


def test_every_industry_label_of_every_provider_is_searched_or_due() -> None:
    maker = maker_of()
    one_by_one = items(everything=True)
    for scheme in shown_schemes(maker):
        for document in maker.registry.of(Kind.PROFILES):
            fresh = [
                c for c in document.record.checks if c.scheme == scheme.id and c.result != "unreachable" and add_months(AS_OF, -CHECK_MONTHS) <= c.on <= AS_OF
            ]
            assert (f"check-profiles-{document.id}-{scheme.id}" in one_by_one) != bool(fresh)


def test_a_source_is_due_when_nobody_has_tried_it_or_read_it_for_a_year(demo: Path) -> None:
    key = "source-sources-exempelbladet-2025-fabeljobb"
    source = demo / "providers/sources/exempelbladet-2025-fabeljobb.yaml"
    text = source.read_text(encoding="utf-8")
    accessed = next(line for line in text.splitlines() if line.startswith("accessed"))
    for on, expected in ((add_months(AS_OF, -SOURCE_MONTHS), False), (add_months(AS_OF, -SOURCE_MONTHS) - timedelta(days=1), True)):
        source.write_text(text.replace(accessed, f"accessed: {on}"), encoding="utf-8")
        assert (key in items(demo, everything=True)) == expected
    untried = items(everything=True)
    assert [key for key in untried if key.startswith("source-")] != []
    assert not any("tips-2026-11" in key for key in untried), "a source without an address cannot be tried"


@pytest.mark.usefixtures("demo")
def test_the_list_may_be_of_a_day_to_come_but_not_of_one_that_has_been() -> None:
    assert "coachkollen promote svarstid-pagar-2026" in due("--as-of", "2026-12-07").output
    past = due("--as-of", "2026-11-20")
    assert past.exit_code == 2
    assert "2026-11-20 har redan varit. Ange i dag, 2026-11-21, eller en dag som kommer." in past.output


# Text, JSON and files.


@pytest.mark.usefixtures("demo")
def test_the_list_is_told_by_urgency_and_many_of_a_kind_in_one_line() -> None:
    result = due()
    assert result.exit_code == 0
    lines = result.output.replace("\N{NO-BREAK SPACE}", " ").splitlines()
    assert [line for line in lines if line.endswith(":")] == ["Försenat:", "Nu:", "Snart:"]
    assert "  2026-11-21  källa: Pröva om adresserna till 2 källor fungerar." in lines
    assert "              providers/cases/klagomal-2026.yaml" in lines
    assert lines[-1] == "Visa allt ett i taget: coachkollen due --all"
    assert len(lines) < 30
    everything = due("--all").output
    assert "coachkollen due --all" not in everything
    assert len(everything.splitlines()) > 60


@pytest.mark.usefixtures("demo")
def test_the_json_has_the_keys_that_programs_may_lean_on() -> None:
    read = json.loads(due("--format", "json").output)
    assert read["as_of"] == "2026-11-21"
    assert all(set(item) == {"date", "kind", "id", "what", "files"} for item in read["items"])
    assert [item["id"] for item in read["items"]] == list(items())
    assert len(next(item for item in read["items"] if item["id"] == "source-untried")["files"]) == 2


@pytest.mark.usefixtures("demo")
def test_the_public_records_alone_give_a_list_too() -> None:
    result = due("--intake", "ingen-mapp")
    assert result.exit_code == 0
    assert "intake/" not in result.output


def test_nothing_to_do_is_said(demo: Path) -> None:
    for kind in Kind:
        for path in (demo / "intake" / kind).glob("*.yaml") if (demo / "intake" / kind).is_dir() else ():
            path.unlink()
    base = ROOT / "tests/cases/base"
    result = due("--data", str(base / "providers"), "--content", str(base / "content"), "--format", "json")
    kinds = {item["kind"] for item in json.loads(result.output)["items"]}
    assert kinds <= {"check", "source", "label"}


def test_the_list_is_written_to_a_file_but_never_where_it_could_get_out(demo: Path) -> None:
    assert due("--format", "ics", "--output", "att-gora.ics").output == "Skrev att-gora.ics.\n"
    assert (demo / "att-gora.ics").read_bytes() == due("--format", "ics").stdout_bytes
    (demo / "site").mkdir()
    (demo / "site" / MARKER).write_text("{}", encoding="utf-8")
    for place in ("providers/due.ics", "content/due.ics", "intake/due.ics", "site/due.ics"):
        result = due("--output", place)
        assert result.exit_code == 1
        assert not (demo / place).exists()


# The page.


def test_the_preview_has_the_same_list_as_a_page_and_links_to_it_from_every_page(demo_preview: Path) -> None:
    page = (demo_preview / "att-gora/index.html").read_text(encoding="utf-8")
    for item in items().values():
        assert item.what.replace("&", "&amp;") in page
        assert item.file in page
    assert '<a href="/leverantor/pahittscoachning/">Visa sidan</a>' in page
    assert "<summary>Visa alla 11</summary>" in page
    pages = [p.read_text(encoding="utf-8") for p in demo_preview.rglob("*.html") if "kort" not in p.relative_to(demo_preview).parts]
    assert all(re.search('<a href="/att-gora/"( hreflang="sv")?>(Att göra|To do)</a>', text) for text in pages)


def test_the_public_site_has_no_such_page_and_no_link_to_one(demo_site: Path) -> None:
    assert not (demo_site / "att-gora").exists()
    assert all("att-gora" not in p.read_text(encoding="utf-8") for p in demo_site.rglob("*.html"))
