"""What an entry of a feed is called and what stands beside that, so that it can be read alone."""

from __future__ import annotations

import made
from rendered import visible

from generator.site.following import UNHEARD_SOURCE, beside_title, entry_title
from generator.site.maker import Maker

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


def test_a_source_whose_provider_has_answered_is_called_by_its_headline() -> None:
    heard = maker(**ANSWERED)
    assert entry_title(heard, "sources/kalla") == HEADLINE
    assert beside_title(heard, "sources/kalla") == ""


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
