"""What stands beside what the gate tries: quotations and places on a profile, background of no reply, texts of outcomes."""

from __future__ import annotations

import pytest
from made import CITED, SAME, Data, body, case, party, profile, registry, said, statement

from generator.records.vocabulary import Outcome, ReplyState
from generator.registry.rules.asides import citations_on_profiles, outcome_texts, unanswered_background


def cited(locator: str = "s. 1", quote: str | None = None) -> list[Data]:
    return [CITED[0], {"source": "kalla", "locator": locator, **({"quote": quote} if quote else {})}]


def on_profile(**fields: object) -> list[tuple[str, str]]:
    found = said(citations_on_profiles, registry({"profiles/exempel-ab": profile(**fields)}))
    assert {code for code, _, _ in found} <= {"I07w"}
    return [(where.partition(" ")[2], words["reason_sv"]) for _, where, words in found]


def contract(cause: str, **ended: object) -> list[Data]:
    return [{"id": "a", "buyer": "myndigheten", "ended": {"cause": cause, **ended}, **SAME}]


NOTHING_TO_CARRY = "har ingen uppgift att bära"


@pytest.mark.parametrize(
    ("field", "cite", "reason", "mend"),
    [
        (
            "locator",
            cited("stycket om bluffen"),
            ("säger ”bluffen”", "says “bluffen”"),
            (
                "Skriv bara stället: sidan, stycket eller rubrikens nummer.",
                "Write only the place: the page, the paragraph or the number of the heading.",
            ),
        ),
        (
            "quote",
            cited(quote="Det var bluffen."),
            ("säger ”bluffen”", "says “bluffen”"),
            ("Citera en mening utan ordet, eller ta bort citatet.", "Quote a sentence without the word, or remove the quotation."),
        ),
    ],
)
def test_the_mend_fits_what_is_wrong(field: str, cite: list[Data], reason: tuple[str, str], mend: tuple[str, str]) -> None:
    told = {"id": "u", "text": "x", "grade": "A", **SAME, "sources": cite}
    words = {"field": field, "reason_sv": reason[0], "reason_en": reason[1], "mend_sv": mend[0], "mend_en": mend[1]}
    assert said(citations_on_profiles, registry({"profiles/exempel-ab": profile(statements=[told])})) == [
        ("I07w", f"profiles/exempel-ab statements.0.sources.1.{field}", words)
    ]


def test_a_quotation_with_nothing_to_carry_is_taken_away() -> None:
    words = {
        "field": "quote",
        "reason_sv": "har ingen uppgift att bära",
        "reason_en": "has no statement to carry",
        "mend_sv": "Ta bort citatet: här behövs bara stället.",
        "mend_en": "Remove the quotation: here only the place is needed.",
    }
    made = registry({"profiles/exempel-ab": profile(sources=cited(quote="Kursen var bra."))})
    assert said(citations_on_profiles, made) == [("I07w", "profiles/exempel-ab sources.1.quote", words)]


def test_what_one_part_carries_another_does_not() -> None:
    carried = {"id": "u", "text": "x", "grade": "A", **SAME, "sources": cited(quote="De hävde avtalet.")}
    ended = contract("ended_by_buyer", grade="A", sources=cited(quote="Vi säger upp avtalet."))
    place = {"municipality": "0180", "sources": cited(quote="Kursen var bra.")}
    named: Data = {"accreditations": [{"id": "a", "scheme": "market", "from": "2020", **SAME, "sources": cited(quote="Kursen var bra.")}]}
    fields: Data = {"statements": [carried], "contracts": ended, "places": [place], "sources": cited(quote="Kursen var bra."), **named}
    found = on_profile(**fields)
    assert sorted(found) == [(f"{part}sources.1.quote", NOTHING_TO_CARRY) for part in ("accreditations.0.", "places.0.", "")]


def test_a_word_in_the_whole_name_of_a_company_is_its_name() -> None:
    assert on_profile(name="Klagomål Missnöje AB", brands=["Klagomål"], sources=cited("raden Klagomål Missnöje AB")) == []


@pytest.mark.parametrize("field", ["services", "places"])
def test_what_nobody_claims_has_no_quotation(field: str) -> None:
    one = {"services": {"service": "matching"}, "places": {"municipality": "0180"}}[field]
    assert on_profile(**{field: [{**one, "sources": cited(quote="Kursen var bra.")}]}) == [(f"{field}.0.sources.1.quote", NOTHING_TO_CARRY)]
    assert on_profile(**{field: [{**one, "sources": cited("raden Exempel")}]}) == []
    assert on_profile(sources=cited(quote="Kursen var bra.")) == [("sources.1.quote", NOTHING_TO_CARRY)]


@pytest.mark.parametrize(
    ("cause", "quote", "why"),
    [
        ("terminated_for_breach", "Vi häver avtalet på grund av brister.", None),
        ("ended_by_buyer", "Vi säger upp avtalet.", None),
        ("ended_on_result_level", "Nivån nåddes inte.", None),
        ("terminated_for_breach", "Det var rena bluffen.", "säger ”bluffen”"),
        ("expired", "Avtalet gick ut.", NOTHING_TO_CARRY),
        ("not_extended", "Vi häver avtalet.", NOTHING_TO_CARRY),
    ],
)
def test_the_end_of_a_contract_quotes_the_decision(cause: str, quote: str, why: str | None) -> None:
    expected = [("contracts.0.ended.sources.1.quote", why)] if why else []
    assert on_profile(contracts=contract(cause, grade="C", sources=cited(quote=quote))) == expected


def test_so_does_the_end_of_a_label() -> None:
    period: Data = {"id": "a", "scheme": "market", "from": "2020", **SAME}
    assert on_profile(accreditations=[{**period, "ended": {"how": "revoked", "on": "2021", "sources": cited(quote="Vi återkallar den.")}}]) == []
    assert on_profile(accreditations=[{**period, "sources": cited(quote="Vi återkallar den.")}]) == [("accreditations.0.sources.1.quote", NOTHING_TO_CARRY)]


@pytest.mark.parametrize(
    ("grade", "quote", "why"),
    [
        ("B", "De hävde avtalet.", None),
        ("C", "De hävde avtalet.", "säger ”hävde”"),
        (None, "De hävde avtalet.", "säger ”hävde”"),
        ("A", "Bolaget dömdes.", None),
        ("B", "Bolaget dömdes.", "säger ”dömdes”"),
        ("A", "Rena bluffen.", "säger ”bluffen”"),
        (None, "Kursen gavs i tre år.", None),
    ],
)
def test_a_statement_quotes_no_more_than_it_carries(grade: str | None, quote: str, why: str | None) -> None:
    told = {"id": "u", "text": "x", **({"grade": grade} if grade else {}), **SAME, "sources": cited(quote=quote)}
    assert on_profile(statements=[told]) == ([("statements.0.sources.1.quote", why)] if why else [])


@pytest.mark.parametrize(
    ("place", "beside", "in_an_end"),
    [
        ("sidan 4, tabell 2", None, None),
        ("avsnittet Uppsägning", "säger ”Uppsägning”", None),
        ("stycket om klagomål", "säger ”klagomål”", None),
        ("stycket om bluffen", "säger ”bluffen”", "säger ”bluffen”"),
        ("stycket om att de tog betalt", "säger ”att”", "säger ”att”"),
        ("möten som aldrig hölls", "säger ”aldrig”", "säger ”aldrig”"),
        ("avsnittet Ledningsutbildning", None, None),
    ],
)
def test_a_place_on_a_profile_is_a_place(place: str, beside: str | None, in_an_end: str | None) -> None:
    assert on_profile(sources=cited(place)) == ([("sources.1.locator", beside)] if beside else [])
    ended = contract("ended_by_buyer", grade="C", sources=cited(place))
    assert on_profile(contracts=ended) == ([("contracts.0.ended.sources.1.locator", in_an_end)] if in_an_end else [])


def test_in_a_case_the_gate_tries_them() -> None:
    made = registry({"cases/a": case(statements=[statement(sources=cited("stycket om att de kom", "Rena bluffen."))])})
    assert said(citations_on_profiles, made) == []


NOBODY_ASKED = {"state": "not_applicable"}


def background(text: str | None, *, kind: str = "context", reply: str = "not_applicable", outcome: str = "unknown", **fields: object) -> list[str]:
    parties = party(reply={"state": reply}, outcome=outcome), party("granne", reply={"state": "declined"}, outcome="unknown")
    records = {
        "bodies/tidningen": body(name="Tidningen", kind="media"),
        "profiles/granne": profile(name="Granne AB"),
        "cases/a": case(*parties, statements=[statement(), statement("v", kind=kind, text=text, by=["tidningen"], **fields)], type="market_event"),
    }
    found = said(unanswered_background, registry(records))
    assert {(code, where) for code, where, _ in found} <= {("I07x", "cases/a statements.1.text")}
    return [words["word"] for _, _, words in found]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (None, []),
        ("Kontoret flyttade.", []),
        ("Kontoret flyttade. Företaget tog betalt för möten som aldrig hölls.", ["aldrig"]),
        ("Mötena hade brister.", ["brister"]),
        ("Det var en bluff.", ["bluff"]),
        ("Enligt Tidningen hade mötena brister.", ["brister"]),
        ("Myndigheten skickade inga deltagare.", []),
        ("Felet låg hos Myndigheten.", []),
        ("Felet låg hos Myndigheten. Brister fanns.", ["Brister"]),
    ],
)
@pytest.mark.parametrize("kind", ["context", "counter"])
def test_background_that_nobody_answers_criticises_nobody_but_another(text: str | None, words: list[str], kind: str) -> None:
    assert background(text, kind=kind) == words


@pytest.mark.parametrize("reply", ReplyState)
def test_who_is_asked_answers_itself(reply: ReplyState) -> None:
    assert background("Mötena hade brister.", reply=reply.value) == (["brister"] if reply is ReplyState.NOT_APPLICABLE else [])


def test_other_kinds_and_statements_about_others_are_tried_elsewhere() -> None:
    assert background("Mötena hade brister.", kind="allegation") == []
    assert background("Mötena hade brister.", about=["granne"]) == []
    assert background("Mötena hade brister.", about=["exempel-ab"]) == ["brister"]
    assert background("Domstolen fann inga brister.", outcome="acquitted") == []


@pytest.mark.parametrize("outcome", Outcome)
def test_what_is_not_known_has_no_text_about_somebody_named(outcome: Outcome) -> None:
    told = party(outcome=outcome.value, outcome_text="Ärendet låg på ett bord.")
    unnamed = party(None, outcome=outcome.value, outcome_text="Ärendet låg på ett bord.")
    wrong = [("I07y", "cases/a parties.0.outcome_text!", {"outcome": outcome.value, "reason_sv": SO_NOTHING[0], "reason_en": SO_NOTHING[1]})]
    assert said(outcome_texts, registry({"cases/a": case(told, unnamed)})) == ([] if outcome.settled else wrong)


SO_NOTHING = ("så det finns inget att berätta", "so there is nothing to tell")


@pytest.mark.parametrize(
    ("outcome", "text", "word"),
    [
        ("none_found", "Myndigheten fann inga brister.", ""),
        ("none_found", "Inga brister konstaterades.", ""),
        ("none_found", "Myndigheten fann brister.", "fann brister"),
        ("none_found", "Myndigheten fann inget fel. Mötena hade brister.", "brister"),
        ("none_found", "Myndigheten fann inget fel men bolaget lurade alla.", "lurade"),
        ("none_found", "Det var ingen bluff.", "bluff"),
        ("acquitted", "Domstolen friade bolaget från misstanke om bedrägeri.", ""),
        ("unknown", "Mötena hade inga brister.", "brister"),
        ("unknown", "Ingen prövade det.", ""),
        ("none_yet", "Bolaget lurade alla.", "lurade"),
        ("deficiencies_found", "Myndigheten fann brister.", ""),
        ("convicted", "Bolaget dömdes.", ""),
    ],
)
def test_a_text_of_an_outcome_is_no_worse_than_the_outcome(outcome: str, text: str, word: str) -> None:
    unnamed = party(None, outcome=outcome, outcome_text=text)
    found = said(outcome_texts, registry({"cases/a": case(party(outcome="none_found"), unnamed)}))
    reason = {"reason_sv": f"men texten säger ”{word}”", "reason_en": f"but the text says “{word}”"}
    assert found == ([("I07y", "cases/a parties.1.outcome_text", {"outcome": outcome, **reason})] if word else [])


def test_a_case_that_is_only_a_link_is_tried_elsewhere() -> None:
    linked = party(reply={"state": "not_asked"}, outcome="unknown", outcome_text="Bolaget lurade alla.")
    assert said(outcome_texts, registry({"cases/a": case(linked, statements=[statement(grade="C")])})) == []


def test_a_company_may_be_called_the_best() -> None:
    assert on_profile(name="Bästa Coachen", sources=cited("raden Bästa Coachen")) == []
