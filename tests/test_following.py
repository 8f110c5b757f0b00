"""Feeds and calendars over five releases, read as feed readers and calendars do: what is new is told once, and a quoted statement tells of its own end."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import cast
from urllib.parse import urlsplit

import feedparser
import pytest
from icalendar import Calendar
from past import Past
from releases_made import CASE, HISTORY
from rendered import visible

from generator.registry.loading import load
from generator.registry.registry import Registry
from generator.site.former_subjects import former_subjects
from generator.site.routes import TAG

FIRST, CHANGED, RESPELLED, RENAMED, REMOVED = (step.day for step in HISTORY)
# The removed case was in Stockholm, and of this programme.
COUNTY_OF_THE_CASE, PROGRAMME_OF_THE_CASE = "lan/01-stockholms-lan", "program/pahittsmatchning"


def feed(past: Past, name: str, day: str = REMOVED) -> feedparser.FeedParserDict:
    """A feed, of which the reader has nothing to complain about."""
    read = feedparser.parse((past.sites[day] / f"{name}.xml").read_bytes())
    assert not read.bozo, read.get("bozo_exception")
    assert read.version == "atom10"
    return read


def days(read: feedparser.FeedParserDict) -> list[str]:
    return [entry.updated[:10] for entry in read.entries]


def feeds_of(site: Path) -> list[str]:
    return sorted(path.relative_to(site).as_posix().removesuffix(".xml") for path in site.rglob("*.xml"))


def test_every_feed_is_read_without_complaint_and_says_the_same_as_json(past: Past) -> None:
    names = feeds_of(past.last)
    assert len(names) > 200
    for name in names:
        read, told = feed(past, name), json.loads(past.read(f"{name}.json"))
        assert told["version"] == "https://jsonfeed.org/version/1.1"
        assert [(e.id, e.link, e.title) for e in read.entries] == [(i["id"], i["url"], i["title"]) for i in told["items"]]
        assert [e.content[0].value for e in read.entries] == [i["content_html"] for i in told["items"]]
        assert days(read) == sorted(days(read), reverse=True)


def test_a_feed_that_was_ever_issued_is_still_there_under_the_same_id(past: Past) -> None:
    for day, site in past.sites.items():
        for name in feeds_of(site):
            assert feed(past, name, day).feed.id == feed(past, name).feed.id, name


def test_no_two_feeds_and_no_two_entries_of_a_feed_have_the_same_id(past: Past) -> None:
    read = [feed(past, name) for name in feeds_of(past.last)]
    assert len({one.feed.id for one in read}) == len(read)
    for one in read:
        assert len({entry.id for entry in one.entries}) == len(one.entries)


def test_an_entry_keeps_its_id_and_day_for_ever(past: Past) -> None:
    issued: dict[str, str] = {}
    for day in past.sites:
        now = {entry.id: entry.updated for entry in feed(past, "andringar/flode", day).entries}
        assert issued.items() <= now.items()
        assert not now or day != FIRST, "what was there from the start is no news"
        issued = now
    assert all(name.startswith(TAG) for name in issued)


def test_every_entry_leads_to_a_page_and_a_place_on_it(past: Past) -> None:
    for name in feeds_of(past.last):
        for entry in feed(past, name).entries:
            address = urlsplit(entry.link)
            text = past.read(f"{address.path.lstrip('/')}index.html")
            assert not address.fragment or f'id="{address.fragment}"' in text, entry.link


def test_what_a_release_changed_is_in_the_feed_of_everything(past: Past) -> None:
    read = feed(past, "andringar/flode")
    renamed = [entry for entry in read.entries if entry.updated.startswith(RENAMED)]
    assert any("Fabeljobb Exempel → Nya Fabeljobb" in visible(entry.content[0].value) for entry in renamed)


def test_a_company_is_told_of_its_cases_too(past: Past) -> None:
    ids = [entry.id for entry in feed(past, "leverantor/exempel-ab/flode", CHANGED).entries]
    assert any(name.endswith(CASE) and CHANGED in name for name in ids)
    assert not any(name.endswith(CASE) and CHANGED in name for name in (e.id for e in feed(past, "leverantor/fiktiva-kurser/flode", CHANGED).entries))


def test_a_label_is_told_of_companies_whose_state_has_changed(past: Past) -> None:
    told = [name for name in feeds_of(past.last) if name.startswith("markning/") and any("profiles/" in e.id for e in feed(past, name).entries)]
    assert told


def test_every_county_has_a_feed(past: Past) -> None:
    pages = {path.parent for path in (past.last / "lan").glob("*/index.html")}
    with_feed = {path.parent for path in (past.last / "lan").glob("*/flode.xml")}
    assert len(with_feed) == 21
    assert with_feed <= pages


def test_a_quoted_statement_is_silent_until_it_is_corrected_and_removed(past: Past) -> None:
    name = "arende/granskning-2024/bevaka/vantrum"
    assert days(feed(past, name, FIRST)) == []
    assert days(feed(past, name, CHANGED)) == [CHANGED]
    assert "Rättad" in visible(feed(past, name, CHANGED).entries[0].content[0].value)
    assert days(feed(past, name, RENAMED)) == [RESPELLED, CHANGED]
    assert days(feed(past, name)) == [REMOVED, RESPELLED, CHANGED]


def test_who_follows_a_company_is_told_that_a_case_about_it_was_removed_and_why(past: Past) -> None:
    assert days(feed(past, "leverantor/exempel-ab/flode", RENAMED)) == [day for day in days(feed(past, "leverantor/exempel-ab/flode")) if day != REMOVED]
    entry = next(entry for entry in feed(past, "leverantor/exempel-ab/flode").entries if entry.updated[:10] == REMOVED)
    assert entry.title == "Borttaget: ärende granskning-2024"
    assert "Skäl: felaktig." in visible(entry.content[0].value)


@pytest.mark.parametrize("subject", [COUNTY_OF_THE_CASE, PROGRAMME_OF_THE_CASE])
def test_who_follows_a_county_or_a_programme_is_told_that_a_case_of_it_was_removed_and_why(past: Past, subject: str) -> None:
    before, after = (days(feed(past, f"{subject}/flode", day)) for day in (RENAMED, REMOVED))
    assert before == [day for day in after if day != REMOVED], "what was told before is still told"
    entry = next(entry for entry in feed(past, f"{subject}/flode").entries if entry.updated[:10] == REMOVED)
    assert entry.title == "Borttaget: ärende granskning-2024"
    assert "Skäl: felaktig." in visible(entry.content[0].value)


def test_other_counties_and_programmes_are_not_told_of_it(past: Past) -> None:
    others = [
        n for n in feeds_of(past.last) if n.startswith(("lan/", "program/")) and n not in (f"{COUNTY_OF_THE_CASE}/flode", f"{PROGRAMME_OF_THE_CASE}/flode")
    ]
    others = [name for name in others if "/bevaka/" not in name]
    assert len(others) > 20
    assert [name for name in others if any(entry.title == "Borttaget: ärende granskning-2024" for entry in feed(past, name).entries)] == []


def test_a_label_whose_last_day_has_passed_is_told_without_a_new_source(past: Past) -> None:
    found = feed(past, "leverantor/exempel-ab/flode", CHANGED).entries
    entry = next(entry for entry in found if entry.id.endswith("profiles/exempel-ab"))
    assert entry.title == "Exempel Jobb AB: märkningens läge har ändrats"
    assert "Ingen ny källa. Tiden har gått." in visible(entry.content[0].value)


def test_a_removed_provider_is_told_in_its_county_by_its_own_places_and_not_by_those_of_its_cases(past: Past) -> None:
    registry = load(past.project / "providers", past.project / "content", date.fromisoformat(REMOVED), today=date.fromisoformat(REMOVED)).registry
    assert registry is not None
    graves = {"profiles/exempel-ab": registry.documents["profiles/exempel-ab"], "cases/granskning-2024": registry.graves["cases/granskning-2024"]}
    found = former_subjects(cast("Registry", SimpleNamespace(graves=graves, releases=registry.releases)))
    own = {(place.county or place.municipality[:2]) for place in graves["profiles/exempel-ab"].record.places}
    assert found["profiles/exempel-ab"] == own
    assert found["cases/granskning-2024"] == {"01", "programmes/pahittsmatchning"}


def test_other_statements_of_the_same_page_are_not_told(past: Past) -> None:
    others = [name for name in feeds_of(past.sites[RENAMED]) if name.startswith("arende/granskning-2024/bevaka/") and not name.endswith("/vantrum")]
    assert others
    for name in others:
        assert days(feed(past, name, RENAMED)) == [], name


def test_no_feed_repeats_a_claim_that_is_gone(past: Past) -> None:
    for name in feeds_of(past.last):
        assert "Deltagare sade att väntrummet" not in past.read(f"{name}.xml")


def test_a_page_with_a_feed_names_it_to_programs_and_to_readers(past: Past) -> None:
    text = past.read("leverantor/exempel-ab/index.html")
    for kind, ending in (("atom+xml", "xml"), ("feed+json", "json")):
        assert f'<link rel="alternate" type="application/{kind}" title="Exempel Jobb AB" href="/leverantor/exempel-ab/flode.{ending}">' in text
    assert 'href="/historik/leverantor/exempel-ab/"' in text
    history = past.read("historik/leverantor/exempel-ab/index.html")
    assert 'href="/leverantor/exempel-ab/flode.xml"' in history
    watched = {path.name for path in (past.last / "leverantor/exempel-ab/bevaka").glob("*.xml")}
    assert watched
    assert {name for name in watched if f'href="/leverantor/exempel-ab/bevaka/{name}"' in history} == watched


def test_the_page_of_all_that_can_be_followed_leads_to_every_feed_but_those_of_companies_and_statements(past: Past) -> None:
    text = past.read("folj/index.html")
    expected = [name for name in feeds_of(past.last) if "/bevaka/" not in name and not name.startswith("leverantor/")]
    assert [name for name in expected if f'href="/{name}.xml"' not in text] == []
    assert 'href="/folj/sista-dagar.ics"' in text


def test_before_the_first_release_only_corrections_are_news(demo_site: Path) -> None:
    assert feeds_of(demo_site) == ["rattelser/flode"]
    assert "börjar med den första releasen" in (demo_site / "folj/index.html").read_text(encoding="utf-8")


def events(path: Path) -> dict[str, tuple[date, date, str]]:
    """First and last day and title of each event, by its id."""
    read = Calendar.from_ical(path.read_bytes())
    found = [(str(e["uid"]), e["dtstart"].dt, e["dtend"].dt - timedelta(days=1), str(e["summary"])) for e in read.walk("VEVENT")]
    assert len({uid for uid, *_ in found}) == len(found)
    return {uid: (first, last, title) for uid, first, last, title in found}


def test_the_last_days_of_labels_and_contracts_can_be_put_into_a_calendar(demo_site: Path) -> None:
    found = events(demo_site / "folj/sista-dagar.ics")
    exact = found[f"{TAG}profiles/exempel-ab#auktorisation-2024"]
    assert exact[:2] == (date(2025, 11, 21), date(2025, 11, 21))
    assert exact[2].startswith("Sista dag: ") and exact[2].endswith(", Exempel Jobb AB")


def test_a_last_day_that_is_not_known_to_the_day_lasts_as_long_as_it_can_be(demo_site: Path) -> None:
    calendar = Calendar.from_ical((demo_site / "leverantor/latsas-omstallning/sista-dagar.ics").read_bytes())
    (event,) = (e for e in calendar.walk("VEVENT") if str(e["uid"]).endswith("#auktorisation-2026"))
    first, after = event["dtstart"].dt, event["dtend"].dt
    assert (first, after) == (date(2027, 2, 28), date(2027, 3, 31))
    assert "Källorna säger inte vilken av dagarna det är." in str(event["description"])


def test_what_has_ended_early_has_no_last_day_to_wait_for(demo_site: Path) -> None:
    assert f"{TAG}profiles/fiktiva-steg#marke-2024" not in events(demo_site / "folj/sista-dagar.ics")


def test_the_calendars_of_companies_are_together_the_calendar_of_all(demo_site: Path) -> None:
    single: dict[str, tuple[date, date, str]] = {}
    for path in (demo_site / "leverantor").glob("*/sista-dagar.ics"):
        single |= events(path)
    assert single == events(demo_site / "folj/sista-dagar.ics")


def test_every_event_leads_to_the_statement(demo_site: Path) -> None:
    read = Calendar.from_ical((demo_site / "folj/sista-dagar.ics").read_bytes())
    for event in read.walk("VEVENT"):
        address = urlsplit(str(event["url"]))
        assert f'id="{address.fragment}"' in (demo_site / address.path.lstrip("/") / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["folj/index.html", "en/folj/index.html"])
def test_the_page_asks_for_no_address_of_the_reader(demo_site: Path, name: str) -> None:
    text = (demo_site / name).read_text(encoding="utf-8")
    assert 'type="email"' not in text


def test_who_cites_is_led_to_the_feeds_of_what_was_cited(past: Past) -> None:
    text = past.read("leverantor/exempel-ab/citera/index.html")
    assert 'href="/historik/leverantor/exempel-ab/"' in text
    assert 'id="folj"' in past.read("historik/leverantor/exempel-ab/index.html")
