"""What an entry of a feed is called and what stands beside that, so that it can be read alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import made
import pytest
from made_releases import released
from rendered import visible

from generator.records.models import Kind
from generator.site.change_words import ChangeView, sorts_of_change
from generator.site.corrections_feed import corrections_feed
from generator.site.feed_formats import Entry
from generator.site.following import UNHEARD_SOURCE, beside_title, entry_title, feeds
from generator.site.maker import Maker
from generator.site.parts import LinkView
from generator.site.views.sources import source_view
from generator.site.views.standings import standings

KALLA = [{"source": "kalla", "locator": "s. 1"}]
HEADLINE = "Exempel AB lurade deltagare"
ANSWERED = {"reply": {"state": "replied", "answered_on": "2026-10-01", "text": "Vårt svar."}, "procedure": "closed", "outcome": "none_found"}


def maker(**party: object) -> Maker:
    """A case about a provider, resting on a source with a headline."""
    records = {
        "profiles/exempel-ab": made.profile(),
        "sources/kalla": made.source(title=HEADLINE, publisher="Exempelbladet"),
        "cases/fall": made.case(made.party(provider="exempel-ab", **party), name="Exempel AB granskades", statements=(made.statement("kalla", grade="C"),)),
    }
    return Maker(made.registry(records))


def test_the_headline_of_a_source_that_names_somebody_unheard_is_no_title() -> None:
    unheard = maker(reply={"state": "unknown"})
    assert entry_title(unheard, "sources/kalla") == "Källa från Exempelbladet"
    assert visible(beside_title(unheard, "sources/kalla")).strip() == UNHEARD_SOURCE


def test_a_source_whose_provider_has_answered_is_called_by_its_headline_with_the_outcome_and_the_answer_beside_it() -> None:
    heard = maker(**ANSWERED)
    assert entry_title(heard, "sources/kalla") == HEADLINE
    assert beside_title(heard, "sources/kalla") == (
        '<p><a href="/arende/fall/#svar-fall-exempel-ab">Exempel AB, 2020</a>. Utfall: inga brister funna. Svar: har svarat.</p>'
    )


def test_a_source_that_no_published_case_rests_on_has_no_outcome_beside_it() -> None:
    case = made.case(made.party(reply={"state": "not_asked"}), statements=(made.statement(grade="C", sources=KALLA),))
    held = Maker(made.registry({"sources/kalla": made.source(), "cases/x": case}))
    assert standings(held, held.registry.get(Kind.SOURCES, "kalla")) == ()


def test_only_the_parties_whom_the_gate_publishes_stand_beside_a_source() -> None:
    parties = (made.party(**ANSWERED), made.party("b", reply={"state": "not_asked"}))
    case = made.case(*parties, statements=[made.statement(grade="C", sources=KALLA)])
    records = {"profiles/b": made.profile(name="B"), "sources/kalla": made.source(), "cases/x": case}
    both = Maker(made.registry(records))
    (told,) = standings(both, both.registry.get(Kind.SOURCES, "kalla"))
    assert told.name == "Exempel AB, 2020"


def test_a_correction_of_a_source_carries_the_outcome_and_the_answer_of_every_published_case_that_rests_on_it() -> None:
    records = {
        "profiles/b": made.profile(name="B"),
        "sources/kalla": made.source(),
        "sources/annan": made.source(title="Annan"),
        "cases/ett": made.case(made.party(**ANSWERED), statements=[made.statement(grade="C", sources=KALLA)]),
        "cases/tva": made.case(
            made.party("b", **ANSWERED), statements=[made.statement(grade="C", sources=[{"source": "annan", "locator": "s. 1"}])], date="2019"
        ),
        "corrections/r": made.correction("sources/kalla", published_on="2026-11-01"),
    }
    corrected = Maker(made.registry(records))
    (entry,) = corrections_feed(corrected).entries
    assert "Exempel AB, 2020</a>. Utfall: inga brister funna. Svar: har svarat.</p>" in entry.html
    assert ">B, 2019<" not in entry.html
    page = source_view(corrected, corrected.registry.get(Kind.SOURCES, "kalla")).corrections.recent
    assert [(s.key, s.told) for c in page for s in c.standings] == [("cases/ett/exempel-ab", "Utfall: inga brister funna. Svar: har svarat.")]


# What an entry says has happened.

LABEL = {"schemes/market": made.scheme(), "bodies/myndigheten": made.body()}
PERIOD = {"id": "period", "scheme": "market", "from": "2025-01-01", "to": "2026-12-31", **made.SAME}


def entries_of(folder: Path, *steps: dict[str, Any]) -> list[Entry]:
    """The feed of the provider after releases of these records, the latest first."""
    days = ("2026-11-21", "2027-02-01", "2027-03-01")
    released_ones = Maker(released(folder, list(zip(days, steps, strict=False))))
    (feed,) = (feed for feed in feeds(released_ones) if feed.url == "/leverantor/exempel-ab/flode")
    return list(feed.entries)


def test_a_label_that_has_run_out_by_its_date_is_told_as_time_that_has_passed(tmp_path: Path) -> None:
    records = {**LABEL, "profiles/exempel-ab": made.profile(accreditations=[PERIOD])}
    (entry,) = entries_of(tmp_path, records, records)
    assert entry.title == "Exempel AB: märkningens läge har ändrats"
    assert entry.html.startswith("<p>Ingen ny källa. Tiden har gått.</p><ul><li>")
    assert "utgången" not in entry.title


def test_a_contract_that_has_ended_by_its_date_is_told_as_time_that_has_passed(tmp_path: Path) -> None:
    contract = {"id": "avtal", "buyer": "myndigheten", "from": "2025-01-01", "to": "2026-12-31", **made.SAME}
    records = {**LABEL, "profiles/exempel-ab": made.profile(contracts=[contract])}
    (entry,) = entries_of(tmp_path, records, records)
    assert entry.title == "Exempel AB: avtalets läge har ändrats"
    assert "Ingen ny källa. Tiden har gått." in entry.html


def test_what_somebody_has_written_is_not_told_as_time_that_has_passed(tmp_path: Path) -> None:
    before = {**LABEL, "profiles/exempel-ab": made.profile(accreditations=[PERIOD])}
    ended = {**PERIOD, "ended": {"how": "revoked", "on": "2026-12-01", "sources": made.CITED}}
    (entry,) = entries_of(tmp_path, before, {**LABEL, "profiles/exempel-ab": made.profile(accreditations=[ended])})
    assert "Tiden har gått" not in entry.html
    assert entry.title.startswith("Exempel AB: ")


def test_a_title_says_what_sort_of_thing_happened_and_never_how_it_ended(tmp_path: Path) -> None:
    open_case = {"cases/x": made.case(made.party(**{**ANSWERED, "procedure": "unknown", "outcome": "unknown"}), name="Ärendet")}
    ended = {**ANSWERED, "outcome": "deficiencies_found", "outcome_on": "2026-12", "outcome_text": "Brister.", "outcome_sources": made.CITED}
    (entry,) = entries_of(tmp_path, open_case, {"cases/x": made.case(made.party(**ended), name="Ärendet")})
    assert entry.title == "Ärendet: utfallet har ändrats med mera"
    assert "brister" not in entry.title
    assert "brister konstaterade" in entry.html


@pytest.mark.parametrize("reason", ["wrong", "privacy"])
def test_who_follows_a_county_is_told_that_a_provider_there_was_removed_and_only_for_whom_it_may_be_is_it_named(tmp_path: Path, reason: str) -> None:
    there = {"profiles/fabel": made.profile(name="Fabel AB", places=[{"municipality": "1880", "sources": made.CITED}])}
    gone = {"tombstones/fabel": made.tombstone("profiles", removed_on="2027-01-15", reason=reason, text="Så var det.")}
    registry = Maker(released(tmp_path, [("2026-11-21", there), ("2027-02-01", gone)]))
    told = {feed.url: feed.entries for feed in feeds(registry) if feed.url.startswith("/lan/") and feed.entries}
    ((url, (entry,)),) = told.items()
    assert url == "/lan/18-orebro-lan/flode"
    assert entry.title == ("Borttaget: leverantör fabel" if reason == "wrong" else "Borttaget: leverantör")
    assert "Borttaget 15 januari 2027." in visible(entry.html).replace("\N{NO-BREAK SPACE}", " ")
    assert ("fabel" in f"{entry.id}{entry.url}{entry.html}".lower()) == (reason == "wrong")


def test_a_title_has_corrections_first_and_at_most_two_sorts_of_change() -> None:
    def change(sort: str, *corrections: LinkView) -> ChangeView:
        return ChangeView("", "", False, "", corrections, sort)

    link, said = LinkView("Rättad"), maker(**ANSWERED)
    assert sorts_of_change(said, [change("nytt avtal"), change("nytt avtal")]) == "nytt avtal"
    assert sorts_of_change(said, [change("nytt avtal"), change("rättelse", link)]) == "rättelse och nytt avtal"
    assert sorts_of_change(said, [change("nytt avtal"), change("ny siffra"), change("rättelse", link)]) == "rättelse med mera"
    assert sorts_of_change(said, []) == ""


def test_the_name_of_a_case_has_the_outcome_and_the_answer_beside_it() -> None:
    heard = maker(**ANSWERED)
    assert entry_title(heard, "cases/fall") == "Exempel AB granskades"
    told = beside_title(heard, "cases/fall")
    assert "<p>Utfall för Exempel AB nu: inga brister funna.</p>" in told
    assert "Svar från Exempel AB</a>: har svarat.</p>" in told


def test_what_was_removed_is_told_with_the_day_and_the_reason() -> None:
    grave = {"was": "cases", "removed_on": "2026-11-20", "reason": "wrong", "text": "Fel företag."}
    removed = Maker(made.registry({"tombstones/fall": grave}))
    assert entry_title(removed, "cases/fall") == "Borttaget: ärende fall"
    told = beside_title(removed, "cases/fall")
    assert "Borttaget 20 november 2026. Skäl: felaktig." in visible(told).replace("\u00a0", " ")
    assert "Fel företag." in told
    assert 'href="/rattelser/#' in told


def test_what_was_removed_for_a_person_is_not_named() -> None:
    grave = {"was": "cases", "removed_on": "2026-11-20", "reason": "privacy", "text": "På begäran."}
    removed = Maker(made.registry({"tombstones/namn-2024": grave}))
    assert "namn-2024" not in entry_title(removed, "cases/namn-2024") + beside_title(removed, "cases/namn-2024")


def test_what_has_gone_without_a_trace_is_not_named() -> None:
    assert entry_title(maker(**ANSWERED), "cases/borta") == "Borttagen sida"
    assert beside_title(maker(**ANSWERED), "cases/borta") == ""
