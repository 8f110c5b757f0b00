"""The card of a provider on other sites: it says what the first screen of its page says and of which day, and never shows what has been taken away."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import made
import pytest
from rendered import visible

from generator.records.models import Kind
from generator.site import routes
from generator.site.language import SWEDISH, english_language
from generator.site.maker import Maker
from generator.site.pages import Page, record_pages

if TYPE_CHECKING:
    from past import Past

ORIGIN = "https://kollen.example"
DAY = "den 21 november 2026"
OVERVIEW = re.compile(r'<dl class="oversikt">.*?</dl>', re.DOTALL)


def read(site: Path, url: str) -> str:
    return (site / routes.file_of(url)).read_text(encoding="utf-8")


def providers(site: Path) -> list[str]:
    """Those with a page, in every language that has one."""
    return [path.parent.name for path in sorted(site.glob("leverantor/*/index.html")) if 'class="forsta"' in path.read_text(encoding="utf-8")]


def pages(records: made.Data, origin: str = ORIGIN, *, english: bool = False) -> dict[str, Page]:
    maker = Maker(made.registry(records), "/sajt", words=english_language() if english else SWEDISH, origin=origin)
    return {page.url: page for page in record_pages(maker)}


@pytest.mark.parametrize("folder", ["", "/en"])
def test_every_provider_has_a_card_that_says_what_the_first_screen_of_its_page_says(demo_site: Path, folder: str) -> None:
    found = providers(demo_site)
    assert len(found) >= 15
    for provider in found:
        card, page = (read(demo_site, f"{folder}{url}") for url in (routes.card(provider), routes.page_of(Kind.PROFILES, provider) or ""))
        said = OVERVIEW.search(page)
        assert said is not None
        assert said.group() in card
        assert re.search(r"<h1[^>]*>.*?</h1>", card).group() == re.search(r"<h1[^>]*>.*?</h1>", page).group()  # type: ignore[union-attr]


def test_a_card_says_its_day_has_no_script_and_leads_to_the_living_page_in_the_whole_window(demo_site: Path) -> None:
    cards = list(demo_site.glob("kort/*/index.html"))
    for card in cards:
        text = card.read_text(encoding="utf-8")
        assert DAY in html.unescape(text).replace("\N{NO-BREAK SPACE}", " ")
        assert "<script" not in text
        assert ">Coachkollen</a>" in text
        links = re.findall(r"<a [^>]*>", text)
        assert [link for link in links if 'target="_top"' not in link] == []
        assert any(f'href="/leverantor/{card.parent.name}/"' in link for link in links)


def test_a_card_with_criticism_says_how_it_ended_and_what_the_provider_answers(demo_site: Path) -> None:
    text = read(demo_site, routes.card("exempel-ab"))
    assert "lage-utfall-none-found" in text
    assert "3 dokumenterade ärenden" in html.unescape(text).replace("\N{NO-BREAK SPACE}", " ")
    assert "Leverantörens svar: " in text


def told_on(card: str) -> list[str]:
    """Each case on a card, as it is read."""
    items = re.findall(r'<ul class="arenden">(.*?)</ul>', card, re.DOTALL)
    return [visible(item).replace("\N{NO-BREAK SPACE}", " ").strip() for item in re.findall(r"<li>(.*?)</li>", "".join(items), re.DOTALL)]


def test_each_case_on_a_card_has_its_own_year_outcome_and_reply(demo_site: Path) -> None:
    """Three outcomes in one list and three replies in another could be read as belonging to each other's cases."""
    assert told_on(read(demo_site, routes.card("exempel-ab"))) == [
        "2025: inga brister funna. Leverantörens svar: har svarat i källan.",
        "2025: avskrivet utan prövning. Leverantörens svar: svarade inte i tid.",
        "2024: utfallet är inte känt. Det har gått mer än två år. Utfallet har inte kunnat fastställas. Leverantörens svar: har svarat i källan.",
    ]


def test_a_card_says_of_an_old_open_case_and_of_no_other_that_more_than_two_years_have_passed(demo_site: Path) -> None:
    late = {name: [told for told in told_on(read(demo_site, routes.card(name))) if "mer än två år" in told] for name in providers(demo_site)}
    assert {name: len(told) for name, told in late.items() if told}.keys() >= {"exempel-ab", "pahittscoachning"}
    for name, told in late.items():
        assert ("mer än två år" in read(demo_site, f"/leverantor/{name}/")) == bool(told)


def test_an_outcome_on_the_first_screen_has_the_reply_that_belongs_to_it_right_after_it(demo_site: Path) -> None:
    said = OVERVIEW.search(read(demo_site, "/leverantor/exempel-ab/"))
    assert said is not None
    pairs = re.findall(r'<span class="lage lage-utfall-[^>]*>([^<]*)</span></p><p>(.*?)</p>', said.group())
    assert pairs == [
        ("inga brister funna", "Leverantörens svar: har svarat i källan."),
        ("avskrivet utan prövning", "Leverantörens svar: svarade inte i tid."),
        ("utfallet är inte känt", "Leverantörens svar: har svarat i källan."),
    ]


def test_only_cases_with_the_same_outcome_and_the_same_reply_are_counted_together() -> None:
    def case(outcome: str, reply: str) -> made.Data:
        answered = {"text": "Nej.", "answered_on": "2026-02-01"} if reply == "replied" else {}
        return made.case(made.party(outcome=outcome, reply={"state": reply, **answered}), statements=[made.statement(grade="B", by=["myndigheten"])])

    cases = {"cases/a": case("none_yet", "replied"), "cases/b": case("none_yet", "replied"), "cases/c": case("none_yet", "declined")}
    first = pages({**cases, "bodies/myndigheten": made.body()})["/kort/exempel-ab/"].view.first  # type: ignore[attr-defined]
    assert sorted((told.outcome.count, told.reply) for told in first.told) == [
        (1, "Leverantörens svar: ville inte svara."),
        (2, "Leverantörens svar: har svarat."),
    ]
    assert len(first.one_by_one) == 3


def test_a_case_that_is_held_is_not_counted_on_a_card() -> None:
    unheard = made.party(reply={"state": "not_asked"})
    told = made.statement(grade="D", by=["myndigheten"])
    shown, held = (pages({"cases/x": made.case(party, statements=[told])}) for party in (made.party(), unheard))
    assert "cases/x" in shown["/kort/exempel-ab/"].made_from
    assert shown["/kort/exempel-ab/"].view.first.told  # type: ignore[attr-defined]
    assert held["/kort/exempel-ab/"].view.first.told == ()  # type: ignore[attr-defined]
    assert held["/kort/exempel-ab/"].view.first.cases.startswith("Inga dokumenterade ärenden.")  # type: ignore[attr-defined]


@pytest.mark.parametrize("reason", ["wrong", "privacy", "merged"])
def test_the_card_of_a_removed_provider_says_what_became_of_it_and_nothing_that_it_said(reason: str) -> None:
    grave = made.tombstone("profiles", reason=reason, **({"redirect": "exempel-ab"} if reason == "merged" else {}))
    found = pages({"tombstones/borta": grave})
    card, page = found["/kort/borta/"], found["/leverantor/borta/"]
    assert card.template == "card_removed"
    assert card.view.removed == page.view.removed  # type: ignore[attr-defined]
    assert card.view.page == "/sajt/leverantor/borta/"  # type: ignore[attr-defined]
    assert card.beside == ()


def test_no_old_address_of_a_card_stops_answering(past: Past) -> None:
    sites = list(past.sites.values())
    ever = {path.relative_to(site).as_posix() for site in sites for path in site.glob("kort/*/index.html")}
    assert len(ever) >= 15
    assert [name for name in sorted(ever) if not (past.last / name).is_file()] == []
    assert "Nya Fabeljobb" in past.read("kort/fabeljobb/index.html")
    # A case that was removed is not told of on a card any more, and the card is of the new day.
    assert "den 1 mars 2027" in past.read("kort/exempel-ab/index.html").replace("\N{NO-BREAK SPACE}", " ")


def test_oembed_gives_a_frame_with_the_card_by_whole_addresses() -> None:
    card = pages({})["/kort/exempel-ab/"]
    (file,) = card.beside
    assert file.url == "/kort/exempel-ab/oembed.json"
    told = json.loads(file.text)
    assert {told["type"], told["version"], told["provider_name"]} == {"rich", "1.0", "Coachkollen"}
    assert told["provider_url"] == f"{ORIGIN}/sajt/"
    assert isinstance(told["width"], int) and told["width"] <= 500 and isinstance(told["height"], int)
    frame = re.fullmatch(r'<iframe src="([^"]+)" title="([^"]+)" width="480" height="(\d+)" [^>]*></iframe>', told["html"])
    assert frame is not None
    assert frame.groups() == (f"{ORIGIN}/sajt/kort/exempel-ab/", "Exempel AB hos Coachkollen", str(told["height"]))
    assert told["cache_age"] <= 24 * 60 * 60


def test_oembed_in_english_gives_the_english_card() -> None:
    (file,) = pages({}, english=True)["/kort/exempel-ab/"].beside
    assert f'src="{ORIGIN}/sajt/en/kort/exempel-ab/"' in json.loads(file.text)["html"]


def test_a_name_cannot_break_out_of_the_frame() -> None:
    found = pages({"profiles/a": made.profile(name='A "onload=x" & <b>')})["/kort/a/"].beside[0]
    assert 'title="A &#34;onload=x&#34; &amp; &lt;b&gt; hos Coachkollen"' in json.loads(found.text)["html"]


def test_without_a_known_host_the_addresses_begin_with_a_slash_and_the_page_says_so(demo_site: Path) -> None:
    told = json.loads(read(demo_site, "/kort/exempel-ab/oembed.json"))
    assert 'src="/kort/exempel-ab/"' in told["html"]
    text = read(demo_site, "/leverantor/exempel-ab/")
    assert "Webbplatsens adress är inte känd här." in text
    embedded = pages({})["/leverantor/exempel-ab/"].shared
    assert embedded is not None and embedded.embedding is not None and embedded.embedding.whole


def test_programs_find_oembed_from_the_page_and_from_the_card_and_people_find_a_text_to_copy(demo_site: Path) -> None:
    for provider in providers(demo_site):
        page, card = read(demo_site, f"/leverantor/{provider}/"), read(demo_site, routes.card(provider))
        address = f'href="/kort/{provider}/oembed.json"'
        for text in (page, card):
            assert re.search(rf'<link rel="alternate" type="application/json\+oembed" {address}>', text)
        snippet = re.search(r"<pre [^>]*data-kopiera-text[^>]*>(&lt;iframe.*?)</pre>", page)
        assert snippet is not None
        assert html.unescape(snippet.group(1)) == json.loads(read(demo_site, f"/kort/{provider}/oembed.json"))["html"]


def test_a_bigger_text_gets_a_higher_frame() -> None:
    few, many = (pages({"profiles/a": made.profile(name=name)})["/kort/a/"].view.height for name in ("A", "A" * 150))  # type: ignore[attr-defined]
    assert few < many


def test_a_stored_page_of_a_release_offers_nothing_to_embed(past: Past) -> None:
    text = past.read("v/2026-11-21/leverantor/exempel-ab/index.html")
    assert "oembed" not in text and "og:title" not in text and "iframe src=&#34;" not in text
