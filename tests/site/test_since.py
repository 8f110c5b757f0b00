"""What stands in the frame at the top of a frozen page: whatever has changed of all that it shows, the gravest first."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import rendered
from made import Data, case, correction, party, profile, programme, source, statement
from made_releases import released

from generator.site.maker import Maker
from generator.site.pages import Page, record_pages

FIRST, SECOND, THIRD = "2026-11-21", "2026-12-01", "2027-01-10"
PROVIDER = "/historik/leverantor/exempel-ab/sedan-2026-11-21/"
NOTHING = "Inga uppgifter på sidan har ändrats sedan dess."
CLAIMS = [statement("ett", kind="finding", text="Det första."), statement("tva", kind="finding", text="Det andra.")]


def records(*claims: Data, others: dict[str, Data] | None = None, **one: Any) -> dict[str, Data]:
    """A case of a provider that has answered, with these statements and this outcome."""
    reply = {"state": "replied", "asked_on": "2026-01-07", "answered_on": "2026-02-01", "text": "Vårt svar."}
    return {"cases/arendet": case(party(**{"reply": reply, **one}), statements=claims or CLAIMS), **(others or {})}


def pages(folder: Path, *steps: dict[str, Data]) -> tuple[Maker, dict[str, Page]]:
    maker = Maker(released(folder, list(zip((FIRST, SECOND, THIRD), steps, strict=False))))
    return maker, {page.url: page for page in record_pages(maker)}


def told(folder: Path, *steps: dict[str, Data], url: str = PROVIDER) -> str:
    maker, found = pages(folder, *steps)
    return rendered.visible(rendered.html(maker, found[url]).partition("<body")[2])


def test_a_page_where_nothing_has_changed_says_so(tmp_path: Path) -> None:
    assert NOTHING in told(tmp_path, records(), records(others={"programmes/annat": programme()}))


def test_a_provider_page_tells_that_a_statement_in_a_case_on_it_was_taken_away(tmp_path: Path) -> None:
    text = told(tmp_path, records(), records(CLAIMS[0], others={"corrections/c": correction("cases/arendet#tva", published_on=SECOND)}))
    assert NOTHING not in text
    assert "Ärendet: En uppgift är borttagen (Rättad" in text


def test_it_tells_that_the_provider_was_cleared(tmp_path: Path) -> None:
    cleared = {
        "procedure": "closed",
        "outcome": "acquitted",
        "outcome_on": "2026-10-01",
        "outcome_text": "Friad.",
        "outcome_sources": [{"source": "kalla", "locator": "s. 1"}],
    }
    text = told(tmp_path, records(), records(**cleared))
    assert NOTHING not in text
    assert "Ärendet: Utfall för Exempel AB:" in text


def test_what_was_taken_back_is_told_before_outcomes_and_those_before_replies_and_the_rest(tmp_path: Path) -> None:
    reply = {"state": "replied", "asked_on": "2026-01-07", "answered_on": "2026-02-01", "text": "Ett annat svar."}
    later = {
        "procedure": "closed",
        "outcome": "acquitted",
        "outcome_on": "2026-10-01",
        "outcome_text": "x",
        "outcome_sources": [{"source": "kalla", "locator": "s. 1"}],
    }
    second = records(CLAIMS[0], others={"sources/kalla": source(availability="gone")}, reply=reply, **later)
    text = told(tmp_path, records(), second)
    places = [text.index(words) for words in ("En uppgift är borttagen", "Utfall för", "Ändrat läge, utfall eller svar")]
    assert places == sorted(places)


def test_of_many_changes_the_rest_are_counted_with_a_link_to_all_of_them(tmp_path: Path) -> None:
    many = [statement(f"u-{number}", kind="finding", text=f"Nummer {number}.") for number in range(9)]
    text = told(tmp_path, records(*many), records(many[0]))
    assert "8 ändringar sedan dess:" in text
    assert "och 3 till" in text
    assert text.endswith("Alla ändringar")


def test_a_correction_that_came_in_a_release_before_the_last_is_told_too(tmp_path: Path) -> None:
    corrected = records(CLAIMS[0], others={"corrections/c": correction("cases/arendet#tva", published_on=SECOND)})
    text = told(tmp_path, records(), corrected, {**corrected, "programmes/annat": programme()})
    assert "En uppgift är borttagen (Rättad" in text


def test_what_has_come_to_the_page_is_told_by_its_name(tmp_path: Path) -> None:
    text = told(tmp_path, {"profiles/exempel-ab": profile()}, {"profiles/exempel-ab": profile(), **records()})
    assert "Ärendet: Har kommit till på sidan" in text


def test_the_headline_of_a_source_is_not_told(tmp_path: Path) -> None:
    first = records(others={"sources/kalla": source(title="Bolaget lurade alla")})
    second = records(others={"sources/kalla": source(title="Bolaget lurade alla", availability="gone")})
    text = told(tmp_path, first, second, url="/historik/arende/arendet/sedan-2026-11-21/")
    assert "Källa" in text
    assert "lurade" not in text
