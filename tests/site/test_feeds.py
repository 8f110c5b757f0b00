"""The feed of corrections and removals, held to RFC 4287."""

from __future__ import annotations

import re
import shutil
from datetime import date, datetime
from pathlib import Path
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree as Xml

import pytest
from conftest import AS_OF, ROOT

from generator.build.outline import read_outline
from generator.registry.loading import load
from generator.registry.registry import Registry
from generator.site.corrections_feed import corrections_feed
from generator.site.feed_formats import ENOUGH_ENTRIES, Entry, feed_texts, latest
from generator.site.maker import Maker
from generator.site.views.corrections import corrections_view

ATOM = "{http://www.w3.org/2005/Atom}"
DAY = date.fromisoformat(AS_OF)
# RFC 4287, section 4.1: what a feed and an entry must have once, and what they may have at most once.
ONCE = ("id", "title", "updated")
AT_MOST_ONCE = ("generator", "icon", "logo", "rights", "subtitle", "content", "published", "source", "summary")
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


@pytest.fixture(scope="module")
def registry() -> Registry:
    found = load(ROOT / "tests/demo/providers", ROOT / "tests/demo/content", DAY, today=DAY).registry
    assert found is not None
    return found


def hrefs(feed: Xml.Element) -> list[str]:
    """Every address in a feed, also those in the texts of its entries."""
    inside = [address for content in feed.iter(f"{ATOM}content") for address, _, _ in read_outline(content.text or "").links]
    return [link.attrib["href"] for link in feed.iter(f"{ATOM}link")] + inside


def atom(maker: Maker, origin: str = "") -> str:
    """The feed of corrections as Atom."""
    texts = dict(feed_texts(corrections_feed(maker), maker.base_path, origin))
    return texts["/rattelser/flode.xml"]


def check_against_the_rfc(feed: Xml.Element) -> None:
    assert feed.tag == f"{ATOM}feed"
    entries = feed.findall(f"{ATOM}entry")
    for holder in (feed, *entries):
        for name in ONCE:
            assert len(holder.findall(f"{ATOM}{name}")) == 1, name
        for name in AT_MOST_ONCE:
            assert len(holder.findall(f"{ATOM}{name}")) <= 1, name
        assert urlsplit(holder.findtext(f"{ATOM}id", "")).scheme == "urn"
        updated = holder.findtext(f"{ATOM}updated", "")
        assert RFC_3339.fullmatch(updated)
        assert datetime.fromisoformat(updated.replace("Z", "+00:00")).tzinfo
        assert (holder.findtext(f"{ATOM}title") or "").strip()
        alternates = [(link.get("type"), link.get("hreflang")) for link in holder.findall(f"{ATOM}link") if link.get("rel") == "alternate"]
        assert len(alternates) == len(set(alternates)) == 1
        assert all(link.get("href") for link in holder.findall(f"{ATOM}link"))
    assert [author.findtext(f"{ATOM}name") for author in feed.findall(f"{ATOM}author")] == ["Coachkollen"]
    assert [link.get("type") for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"] == ["application/atom+xml"]
    assert all(content.get("type") == "html" and len(content) == 0 for content in feed.iter(f"{ATOM}content"))
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(ids) == len(set(ids))


def test_the_feed_of_the_demo_is_what_the_rfc_asks_for(demo_site: Path) -> None:
    content = (demo_site / "rattelser/flode.xml").read_bytes()
    assert content.startswith(b'<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="sv">')
    check_against_the_rfc(Xml.fromstring(content))


def test_it_has_every_correction_and_every_removal_the_latest_first(registry: Registry) -> None:
    view = corrections_view(Maker(registry))
    feed = Xml.fromstring(atom(Maker(registry)))
    entries = feed.findall(f"{ATOM}entry")
    assert {entry.findtext(f"{ATOM}id") for entry in entries} == {item.urn for item in (*view.corrections, *view.tombstones)}
    days = [entry.findtext(f"{ATOM}updated") for entry in entries]
    assert days == sorted(days, reverse=True)  # type: ignore[type-var]
    assert feed.findtext(f"{ATOM}updated") == days[0] == "2026-11-10T12:00:00Z"


def test_an_entry_tells_what_stood_what_stands_now_and_why(registry: Registry) -> None:
    feed = Xml.fromstring(atom(Maker(registry)))
    entry = next(e for e in feed.iter(f"{ATOM}entry") if "/rattelser/#2026-03-nummer" in hrefs(e))
    assert entry.findtext(f"{ATOM}title") == "Rättat: Fantasirevisionen granskade klagomålen 2022"
    assert entry.findtext(f"{ATOM}content") == (
        "<h3>Stod tidigare</h3><p>Vart tredje klagomål saknade nummer.</p>"
        "<h3>Står nu</h3><p>Vart fjärde klagomål av 80 granskade saknade nummer.</p>"
        "<h3>Varför</h3><p>Vi läste fel rad i tabellen.</p><p>Upptäckt av: en myndighet.</p>"
    )


def test_an_entry_of_what_is_not_shown_tells_nothing_of_it(registry: Registry) -> None:
    feed = Xml.fromstring(atom(Maker(registry)))
    entry = next(e for e in feed.iter(f"{ATOM}entry") if "/rattelser/#2026-07-artikel" in hrefs(e))
    assert entry.findtext(f"{ATOM}title") == "Rättat: ett ärende som inte visas"
    assert entry.findtext(f"{ATOM}content") == "<p>Texten visas inte, eftersom uppgiften inte visas.</p><p>Upptäckt av: en läsare.</p>"


def test_a_removal_leads_only_to_what_the_site_has_a_page_of_that_day(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tests/cases/base", tmp_path, dirs_exist_ok=True)
    grave = "was: cases\nremoved_on: 2026-05-01\nreason: merged\ntext: Samma ärende.\nredirect: cases/exempelarende\n"
    (tmp_path / "providers/tombstones/dubbletten.yaml").write_text(grave, encoding="utf-8")
    leads = []
    for shown in (date(2012, 3, 1), DAY):
        registry = load(tmp_path / "providers", tmp_path / "content", shown, today=DAY).registry
        assert registry is not None
        leads.append(re.findall("Samma.*Se i stället (.*?)\\.&lt;", atom(Maker(registry))))
    assert leads == [["Exempelärendet"], ['&lt;a href="/arende/exempelarende/"&gt;Exempelärendet&lt;/a&gt;']]


def test_without_a_host_every_address_is_relative_to_the_feeds_own(registry: Registry) -> None:
    feed = Xml.fromstring(atom(Maker(registry, "/sajt")))
    assert "{http://www.w3.org/XML/1998/namespace}base" not in {name for element in feed.iter() for name in element.attrib}
    assert len(hrefs(feed)) > 14
    for address in hrefs(feed):
        assert urljoin("https://exempel.se/sajt/rattelser/flode.xml", address).startswith("https://exempel.se/sajt/"), address


def test_with_a_host_every_address_is_whole(registry: Registry) -> None:
    feed = Xml.fromstring(atom(Maker(registry, "/sajt"), "https://exempel.se"))
    check_against_the_rfc(feed)
    assert [address for address in hrefs(feed) if not address.startswith("https://exempel.se/sajt/")] == []


def test_the_day_of_the_build_and_the_host_change_no_id(registry: Registry) -> None:
    ids = [re.findall("<id>(.*)</id>", atom(Maker(registry, base), origin)) for base, origin in (("", ""), ("/sajt", "https://exempel.se"))]
    assert ids[0] == ids[1]


def test_a_feed_without_entries_is_a_feed(tmp_path: Path) -> None:
    (tmp_path / "providers").mkdir()
    (tmp_path / "content").mkdir()
    registry = load(tmp_path / "providers", tmp_path / "content", DAY, today=DAY).registry
    assert registry is not None
    feed = Xml.fromstring(atom(Maker(registry)))
    check_against_the_rfc(feed)
    assert feed.findtext(f"{ATOM}updated") == f"{AS_OF}T12:00:00Z"


def test_signs_that_mean_something_in_xml_and_html_are_only_signs(tmp_path: Path) -> None:
    (tmp_path / "providers/tombstones").mkdir(parents=True)
    (tmp_path / "content").mkdir()
    text = 'was: sources\nremoved_on: 2026-11-01\nreason: wrong\ntext: "Bolaget A&B skrev ]]> och \\"5 > 3\\" &amp; mer."\n'
    (tmp_path / "providers/tombstones/a.yaml").write_text(text, encoding="utf-8")
    registry = load(tmp_path / "providers", tmp_path / "content", DAY, today=DAY).registry
    assert registry is not None
    content = Xml.fromstring(atom(Maker(registry))).findtext(f".//{ATOM}content")
    assert content == '<p>Bolaget A&amp;B skrev ]]&gt; och "5 &gt; 3" &amp; mer.</p><p>Skäl: felaktig.</p>'


def test_every_page_of_the_demo_names_the_feed(demo_site: Path) -> None:
    swedish = '<link rel="alternate" type="application/atom+xml" title="Rättelser och borttaget" href="/rattelser/flode.xml">'
    english = '<link rel="alternate" type="application/atom+xml" title="Corrections and removals" hreflang="sv" href="/rattelser/flode.xml">'
    pages = {
        path: english if path.is_relative_to(demo_site / "en") else swedish
        for path in demo_site.rglob("*.html")
        if "kort" not in path.relative_to(demo_site).parts
    }
    assert len(pages) > 300
    assert [path for path, link in pages.items() if link not in path.read_text(encoding="utf-8")] == []


def test_a_feed_goes_back_until_it_has_enough_and_cuts_no_day_in_two() -> None:
    entries = [Entry(f"{day}-{n}", f"2026-11-{day}", "", "", "") for day in (13, 12, 11) for n in range(60)]
    assert ENOUGH_ENTRIES == 100
    assert latest(entries) == tuple(entries[:120])
    assert latest(entries[:100]) == tuple(entries[:100])
    assert latest(()) == ()
