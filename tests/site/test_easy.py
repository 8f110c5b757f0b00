"""Easy Swedish: every profile's first screen, short and easy, with words for every state and never a case without its outcome and answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import unescape
from pathlib import Path
from typing import Any

import made
import pytest
from made import CITED, SAME, TODAY, body, case, party, profile, scheme, statement

from generator.records.models import Kind
from generator.records.readability import lix, sentences
from generator.records.vocabulary import AccreditationState, CaseType, Code, ContractState, Lifecycle, Outcome, ReplyState, Service
from generator.records.wording import find_loaded, find_strong
from generator.site import easy_words
from generator.site.maker import Maker
from generator.site.views.easy import EasyLabels, EasyProfileView, easy_list_view, easy_profile_view

ROOT = Path(__file__).parents[2]
MOST_WORDS = 120
HIGHEST_LIX = 30
TABLES: tuple[tuple[type[Code], Mapping[Any, str]], ...] = (
    (Service, easy_words.SERVICES),
    (Lifecycle, easy_words.LIFECYCLE),
    (AccreditationState, easy_words.LABELS),
    (ContractState, easy_words.CONTRACTS),
    (CaseType, easy_words.CASES),
    (Outcome, easy_words.OUTCOMES),
    (ReplyState, easy_words.REPLIES),
)


def screens(site: Path) -> dict[str, str]:
    """The text of each first screen in easy Swedish, one block a line."""
    found = {}
    for path in sorted(site.glob("lattlast/leverantor/*/index.html")):
        if match := re.search(r'<div class="lattlast">(.*)</div>\s*</main>', path.read_text(encoding="utf-8"), re.S):
            found[path.parent.name] = unescape(re.sub(r"<[^>]*>", "", re.sub(r"</(?:p|li|h2)>", "\n\n", match[1])))
    return found


@pytest.mark.parametrize("site", ["real_site", "demo_site"])
def test_every_profile_has_a_first_screen_of_at_most_120_easy_words(site: str, request: pytest.FixtureRequest) -> None:
    built: Path = request.getfixturevalue(site)
    found = screens(built)
    full = {path.parent.name for path in built.glob("leverantor/*/index.html") if '<div class="forsta">' in path.read_text(encoding="utf-8")}
    assert found.keys() == full
    assert {name: words for name, text in found.items() if (words := len(text.split())) > MOST_WORDS} == {}
    assert {name: figure for name, text in found.items() if (figure := round(lix(sentences(text)), 1)) > HIGHEST_LIX} == {}


@pytest.mark.parametrize("site", ["real_site", "demo_site"])
def test_each_page_leads_to_the_same_page_in_the_other_languages(site: str, request: pytest.FixtureRequest) -> None:
    built: Path = request.getfixturevalue(site)
    for name in screens(built):
        easy, full, english = (built / folder / "leverantor" / name / "index.html" for folder in ("lattlast", "", "en"))
        assert f'href="/leverantor/{name}/" lang="sv"' in easy.read_text(encoding="utf-8")
        assert f'href="/lattlast/leverantor/{name}/" lang="sv"' in full.read_text(encoding="utf-8")
        assert f'href="/lattlast/leverantor/{name}/"' in english.read_text(encoding="utf-8")
    assert "/lattlast/" not in (built / "arenden/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(("vocabulary", "table"), TABLES, ids=[vocabulary.__name__ for vocabulary, _ in TABLES])
def test_every_code_has_easy_neutral_words(vocabulary: type[Code], table: Mapping[Any, str]) -> None:
    assert table.keys() == set(vocabulary)
    # The names that stand in them are not ours.
    own = [re.sub(r"\{[a-z_]+\}", "x", words) for words in table.values()]
    assert lix([sentence for words in own for sentence in sentences(words)]) <= HIGHEST_LIX
    assert [hit.text for words in own for hit in find_loaded(words, language="sv")] == []


def test_only_a_judgment_is_told_in_a_judgments_words() -> None:
    strong = {code for table in (easy_words.CASES, easy_words.OUTCOMES) for code, words in table.items() if any(find_strong(words, language="sv"))}
    assert strong <= {Outcome.CONVICTED, Outcome.NOT_CONVICTED, Outcome.DEFICIENCIES_FOUND, Outcome.PARTLY}


def view(fields: dict[str, Any] | None = None, **records: Any) -> EasyProfileView:
    services = body(name="Arbetsförmedlingen", employment_service=True)
    all_records = {"bodies/myndigheten": services, "bodies/kommunen": body(name="Kommunen"), "profiles/exempel-ab": profile(**(fields or {})), **records}
    maker = Maker(made.registry(all_records, TODAY))
    return easy_profile_view(maker, maker.registry.get(Kind.PROFILES, "exempel-ab"))


def plain(texts: Iterable[str]) -> list[str]:
    return [text.replace("\N{NO-BREAK SPACE}", " ") for text in texts]


def label(start: str, end: str | None = None, how: str | None = None, on: str = "2024-05-01") -> dict[str, Any]:
    ended = {"how": how, "on": on, "sources": CITED} if how else None
    return {"accreditations": [{"id": "p", "scheme": "marke", "from": start, "to": end, "ended": ended, **SAME}]}


def check(scheme_id: str) -> dict[str, Any]:
    found = {"id": "c", "register": "listan", "on": "2026-10-05", "query": "Exempel", "result": "not_found"}
    return {"checks": [{**found, "scheme": scheme_id}]}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (label("2026-01-01", "2026-12-31"), "Den här märkningen gäller nu: Märket."),
        (label("2024-01-01", "2024-12-31"), "Den här märkningen har gått ut: Märket. Det var den 31 december 2024. Vi hittade ingen ny."),
        (label("2024", "2024"), "Den här märkningen har gått ut: Märket. Det var senast den 31 december 2024. Vi hittade ingen ny."),
        (label("2024-01-01", "2026-12-31", "revoked"), "Den här märkningen har tagits ifrån företaget: Märket. Det var den 1 maj 2024."),
        (label("2024-01-01", "2026-12-31", "withdrawn"), "Den här märkningen har företaget själv sagt nej till: Märket. Det var den 1 maj 2024."),
        (
            label("2024-01-01", "2026-12-31", "no_longer_listed"),
            "Den här märkningen finns inte kvar i listan: Märket. Det var den 1 maj 2024. Vi vet inte varför.",
        ),
        (label("2026"), "Vi vet inte om den här märkningen gäller nu: Märket."),
        (check("marke"), "Vi letade men hittade inte: Märket. Det var den 5 oktober 2026 i listan."),
        ({}, "Vi vet inte. Vi har inte letat efter: Märket."),
    ],
)  # fmt: skip
def test_the_state_of_a_label_in_easy_words(fields: dict[str, Any], expected: str) -> None:
    assert [(*plain([group.said]), group.names, group.rest) for group in view(fields, **{"schemes/marke": scheme()}).labels] == [(expected, (), "")]


def test_labels_in_the_same_state_stand_together_in_a_list() -> None:
    schemes = {f"schemes/{name}": scheme(name=name.title()) for name in ("ett", "tva")}
    assert view(**schemes).labels == (EasyLabels("Vi vet inte. Vi har inte letat efter:", ("Ett", "Tva"), ""),)


def test_what_is_said_of_several_labels_goes_on_after_their_list() -> None:
    schemes = {f"schemes/{name}": scheme(name=name.title()) for name in ("ett", "tva")}
    gone = {"from": "2024-01-01", "to": "2024-12-31", **SAME}
    labels = view({"accreditations": [{"id": name, "scheme": name, **gone} for name in ("ett", "tva")]}, **schemes).labels
    assert [(group.said, group.names, *plain([group.rest])) for group in labels] == [
        ("De här märkningarna har gått ut:", ("Ett", "Tva"), "Det var den 31 december 2024. Vi hittade ingen ny.")
    ]


def contract(name: str, buyer: str = "myndigheten", **fields: Any) -> dict[str, Any]:
    return {"id": name, "buyer": buyer, **SAME, **fields}


def test_contracts_are_told_by_state_and_those_with_others_apart() -> None:
    dated = {"from": "2026-01-01", "to": "2027-01-01"}
    over = {"from": "2020-01-01", "to": "2021-01-01"}
    contracts = [contract("a", **dated), contract("b", **over), contract("c", **over), contract("d"), contract("e"), contract("f", "kommunen")]
    assert plain(view({"contracts": contracts}).contracts) == [
        "1 avtal gäller nu.",
        "2 avtal är slut.",
        "2 avtal har funnits. Vi vet inte om något av dem gäller nu.",
        "1 avtal med andra har funnits.",
    ]


def test_no_contract_found_is_not_said_to_be_none() -> None:
    assert view().contracts == ("Vi hittade inget. Det kan finnas ändå.",)


def told(**fields: Any) -> list[tuple[str, str, str, str]]:
    """Year, what, outcome and reply of each case of a provider."""
    return [(c.year, c.what, c.outcome, c.reply) for c in view(**fields).cases]


def test_a_case_is_never_told_without_its_outcome_and_the_answer() -> None:
    cases = {"cases/ett": case(party(outcome="none_yet", procedure="received", reply={"state": "declined", "asked_on": "2026-01-07"}), date="2026-01")}
    assert told(**cases) == [("2026", "Någon har klagat.", "Det är inte klart.", "Företaget ville inte svara.")]


def test_an_outcome_in_the_providers_favour_comes_first_and_an_old_open_case_says_so() -> None:
    good = party(outcome="none_found", procedure="closed", outcome_sources=CITED)
    cases = {"cases/ny": case(party(), date="2020"), "cases/gammal": case(good, date="2012")}
    assert [(year, outcome) for year, _, outcome, _ in told(**cases)] == [
        ("2012", "Den som prövade saken fann inga brister."),
        ("2020", "Vi vet inte hur det slutade. Det har gått mer än två år."),
    ]


@pytest.mark.parametrize(
    ("dates", "shown"),
    [
        ({"date": "2019-05-02"}, "2019"),
        ({"date": "2019", "date_to": "2021"}, "2019–2021"),
        ({"date": "2019", "date_estimated": True}, "ungefär 2019"),
        ({"date": "2019-01", "date_to": "2019-03", "date_estimated": True}, "ungefär 2019"),
    ],
)
def test_a_case_over_several_years_or_about_a_year_says_so(dates: dict[str, Any], shown: str) -> None:
    assert [year for year, *_ in told(**{"cases/ett": case(party(), **dates)})] == [shown]


def test_what_a_company_does_has_the_year_of_its_source() -> None:
    services = [{"service": "matching", "date": "2005-03", "sources": CITED}, {"service": "staffing", "sources": CITED}]
    assert view({"services": services}).services == ("hjälper dig att hitta rätt jobb (2005)", "hyr ut personal")


def test_a_case_without_criticism_has_no_outcome_to_tell() -> None:
    neutral = case(party(reply={"state": "not_applicable"}), type="market_event", statements=[statement(kind="context", counter=None)])
    assert told(**{"cases/ett": neutral}) == [("2020", "Något hände. Det är ingen kritik mot företaget.", "", "")]


def test_what_the_gate_holds_back_is_only_counted_as_a_source() -> None:
    unheard = party(reply={"state": "not_asked"})
    cases = {"cases/ett": case(unheard, statements=[statement(grade="C", text=None, by=[], counter=None)], name=None)}
    shown = view(**cases)
    assert (shown.cases, shown.more_cases) == ((), 0)
    assert plain([shown.mentions]) == ["1 källa nämner företaget. Företaget har inte fått svara. Därför säger vi inte mer."]


def test_cases_that_have_no_room_are_counted() -> None:
    cases = {f"cases/arende-{number}": case(date=str(2000 + number)) for number in range(9)}
    shown = view(**cases)
    assert len(shown.cases) + shown.more_cases == 9
    assert 1 <= len(shown.cases) < 9


def test_advice_leads_to_the_swedish_page_where_there_is_no_easy_one() -> None:
    assert [link.url for link in view().advice] == ["/krav-du-kan-stalla/", "/sa-klagar-du/"]


def test_the_list_is_alphabetical_and_leads_to_the_easy_pages() -> None:
    records = {"profiles/b": profile(name="Öst AB"), "profiles/exempel-ab": profile(name="Ana AB")}
    links = easy_list_view(Maker(made.registry(records, TODAY), "/bas")).providers
    assert [(link.text, link.url) for link in links] == [("Ana AB", "/bas/lattlast/leverantor/exempel-ab/"), ("Öst AB", "/bas/lattlast/leverantor/b/")]


@pytest.mark.parametrize("path", sorted(ROOT.glob("content/lattlast/*.md")), ids=lambda path: path.stem)
def test_the_texts_in_easy_swedish_have_a_lix_of_at_most_25(path: Path) -> None:
    text = path.read_text(encoding="utf-8").partition("\n\n")[2]
    assert round(lix(sentences(text)), 1) <= 25
