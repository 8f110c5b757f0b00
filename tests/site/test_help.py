"""Help for a participant: the steps of a complaint, the letters to copy and the checklists."""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import Any

import made
import pytest
from made import SAME, TODAY, body, programme

from generator.records.privacy import find_contact_details, find_person_numbers
from generator.records.readability import lix, sentences
from generator.records.vocabulary import ChannelStep
from generator.records.wording import find_loaded, find_strong
from generator.site.citizen_letters import LETTERS, CitizenLetter
from generator.site.maker import Maker
from generator.site.views.help import checklist_of, checklists_view, complaint_view

EVIDENCE = {"text": "Text.", **SAME}


def channel(name: str, order: int, step: str | None = None, **fields: Any) -> dict[str, Any]:
    return {"id": name, "name": name.title(), "who": "Alla", "order": order, "what_happens": EVIDENCE, **({"step": step} if step else {}), **fields}


def steps(*channels: dict[str, Any]) -> list[tuple[str, list[str]]]:
    maker = Maker(made.registry({"bodies/myndigheten": body(channels=list(channels))}, TODAY))
    return [(step.anchor, [c.anchor for c in step.channels]) for step in complaint_view(maker)]


def test_the_steps_go_from_the_provider_over_the_buyer_to_those_who_review() -> None:
    found = steps(channel("jo", 1, "review"), channel("byt", 2, "change"), channel("sen", 4), channel("klaga", 3), channel("tips", 9, "tip"))
    assert found == [
        ("steg-leverantor", []),
        ("steg-complaint", ["klaga", "sen"]),
        ("steg-change", ["byt"]),
        ("steg-documents", []),
        ("steg-review", ["jo"]),
        ("steg-tip", ["tips"]),
    ]


def test_a_step_without_a_way_or_a_letter_is_left_out() -> None:
    assert steps() == [("steg-leverantor", []), ("steg-complaint", []), ("steg-documents", [])]


def test_every_step_leads_on_to_steps_that_are_there_and_the_last_ends() -> None:
    ways = [channel("klaga", 1), channel("byt", 2, "change"), channel("jo", 3, "review"), channel("tips", 4, "tip")]
    for channels, last in ((ways, {"steg-tip"}), (ways[:1], {"steg-documents"})):
        found = complaint_view(Maker(made.registry({"bodies/myndigheten": body(channels=channels)}, TODAY)))
        titles = {(step.anchor, step.title) for step in found}
        assert {step.anchor for step in found if not step.onward} == last
        assert all(step.stuck and set(step.onward) <= titles - {(step.anchor, step.title)} for step in found if step.onward)


def test_a_way_says_what_can_be_asked_for_next_only_when_a_source_shows_it() -> None:
    maker = Maker(made.registry({"bodies/myndigheten": body(channels=[channel("a", 1, ask_next=EVIDENCE), channel("b", 2)])}, TODAY))
    (complaint,) = (step for step in complaint_view(maker) if step.anchor == "steg-complaint")
    assert [None if c.ask_next is None else str(c.ask_next.html).strip() for c in complaint.channels] == ["<p>Text.</p>", None]


def test_a_phone_can_call_and_write_to_a_body_as_it_declares() -> None:
    contact = {"email": "info@exempel.example", "phone": "0771-41 64 16"}
    maker = Maker(made.registry({"bodies/myndigheten": body(contact=contact, channels=[channel("a", 1)])}, TODAY))
    (way,) = next(step for step in complaint_view(maker) if step.channels).channels
    assert [(c.value, c.url) for c in way.contact] == [("info@exempel.example", "mailto:info@exempel.example"), ("0771-41 64 16", "tel:0771-416416")]


def test_every_letter_stands_in_a_step_and_keeps_its_swedish_words() -> None:
    shown = {letter.anchor: letter for step in complaint_view(Maker(made.registry({}, TODAY))) for letter in step.letters}
    assert {letter.id: letter.text for letter in LETTERS} == {anchor: letter.text for anchor, letter in shown.items()}
    assert {letter.meaning for letter in shown.values()} == {""}


@pytest.mark.parametrize("letter", LETTERS, ids=[letter.id for letter in LETTERS])
def test_a_letter_is_easy_to_read_neutral_and_without_anything_private(letter: CitizenLetter) -> None:
    text = f"{letter.use}\n\n{letter.text}"
    assert round(lix(sentences(text)), 1) <= 40
    assert [hit.text for find in (find_loaded, find_strong) for hit in find(text, language="sv")] == []
    assert list(find_person_numbers(text)) == []
    assert list(find_contact_details(text)) == []
    assert re.search(r"\[ditt namn", text)


@pytest.mark.parametrize("step", ChannelStep)
def test_the_words_of_a_step_are_easy_to_read(step: ChannelStep) -> None:
    assert lix(sentences(step.definition)) <= 40


def test_checklists_have_the_latest_programme_first_and_say_when_one_is_over() -> None:
    demand = {"id": "plan", "name": "En plan", "text": "Text.", **SAME}
    records = {
        "programmes/gammalt": programme(demands=[demand], **{"from": "2009", "to": "2012-03-31"}),
        "programmes/nytt": programme(demands=[demand], **{"from": "2020"}),
        "programmes/utan": programme(),
    }
    lists = checklists_view(Maker(made.registry(records, TODAY)))
    assert [(view.anchor, view.note.replace("\N{NO-BREAK SPACE}", " "), [d.anchor for d in view.demands]) for view in lists] == [
        ("program-nytt", "", ["nytt-plan"]),
        ("program-gammalt", "Programmet avslutades den 31 mars 2012. Kraven nedan gällde då.", ["gammalt-plan"]),
    ]


def test_a_profile_leads_to_the_demands_of_the_latest_programme_that_it_has_a_contract_in() -> None:
    demand = {"id": "plan", "name": "En plan", "text": "Text.", **SAME}
    records = {
        "programmes/gammalt": programme(demands=[demand], **{"from": "2009"}),
        "programmes/nytt": programme(demands=[demand], **{"from": "2020"}),
        "programmes/nyast": programme(demands=[demand], **{"from": "2024"}),
        "programmes/utan": programme(**{"from": "2025"}),
    }
    maker = Maker(made.registry(records, TODAY))

    def anchor(*programmes: str) -> str:
        return checklist_of(maker, SimpleNamespace(contracts=[SimpleNamespace(programme=p) for p in programmes]))  # type: ignore[arg-type]

    assert anchor("gammalt", "nytt", "utan") == "program-nytt"
    assert anchor("utan") == anchor() == ""
