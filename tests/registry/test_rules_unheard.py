"""What stands beside a case about a provider that has not been heard."""

from __future__ import annotations

import pytest
from made import CITED, Data, body, case, correction, party, profile, programme, registry, said, source, statement

from generator.registry.rules.unheard import links_tell_nothing, only_signposts

UNHEARD = {"state": "not_asked"}


def linked(name: str = "u", **fields: object) -> Data:
    return {**statement(name, grade="C", sources=[{"source": "artikel", "locator": "s. 1"}]), "text": None, **fields}


def told(*statements: Data, note: str = "Coachen kom aldrig.", heard: bool = False, draft: bool = False, **more: Data) -> list[tuple[str, str, str]]:
    one = party(reply={"state": "declined"} if heard else UNHEARD)
    records = {
        "profiles/granne": profile(name="Granne AB"),
        "sources/artikel": source(title="Så gick det", note=note),
        "cases/a": case(one, party("granne"), statements=statements or [linked(about=["exempel-ab"])], name=None),
        **more,
    }
    found = said(only_signposts, registry(records, intake=["cases/a"] if draft else ()))
    assert {words["provider"] for _, _, words in found} <= {"Exempel AB"}
    return [(code, where, words["field"]) for code, where, words in found]


def test_the_note_of_a_source_that_is_only_a_link_tells_nothing() -> None:
    assert told() == [("I07b", "sources/artikel note", "note")]
    assert told(note="Dagen framgår inte. Så gick det, Exempels AB.") == []
    assert told(heard=True) == []
    assert told(draft=True) == []
    assert told(linked(about=["granne"])) == []


@pytest.mark.parametrize(("ours", "found"), [(True, [("I07b", "sources/artikel title", "title")]), (False, [])])
def test_the_title_that_we_gave_it_tells_nothing_either(ours: bool, found: list[object]) -> None:
    article = source(title="Coachen kom aldrig", publisher="Bladet", title_reconstructed=ours, note="Bladets artikel.")
    assert told(**{"sources/artikel": article}) == found


def test_a_source_of_what_is_shown_may_have_a_note() -> None:
    assert told(linked(sources=[{"source": "kalla", "locator": "s. 1"}])) == []


@pytest.mark.parametrize(
    ("records", "field", "starts"),
    [
        ({"sources/artikel": source(publisher="Bladet om bluffen", note="Läst.")}, "publisher", ("Skriv bara ett namn.", "Write only a name.")),
        (
            {"sources/artikel": source(publisher="Bladet", note="Läst.", interest="party", interest_note="Coachen kom aldrig.")},
            "interest_note",
            ("Ordet ”Coachen” kan säga vad som står i källan. Skriv bara vem", "The word “Coachen” may tell what the source says. Write only who"),
        ),
        (
            {"sources/artikel": source(publisher="Bladet", note="Coachen kom aldrig.")},
            "note",
            ("Ordet ”Coachen” kan säga vad som står i källan. Skriv bara var", "The word “Coachen” may tell what the source says. Write only where"),
        ),
        (
            {"corrections/c": correction("sources/artikel", was="Coachen.", now="x", why="x")},
            "was",
            ("Ordet ”Coachen” kan säga vad saken gäller.", "The word “Coachen” may tell what the matter is."),
        ),
    ],
)
def test_the_mend_fits_where_it_stands(records: dict[str, Data], field: str, starts: tuple[str, str]) -> None:
    one = {"sources/artikel": source(publisher="Bladet", note="Läst."), "cases/a": case(party(reply=UNHEARD), statements=[linked()], name=None)}
    found = {words["field"]: words for _, _, words in said(only_signposts, registry({**one, **records}))}
    assert (found[field]["mend_sv"].startswith(starts[0]), found[field]["mend_en"].startswith(starts[1])) == (True, True), found[field]


@pytest.mark.parametrize("target", ["cases/a", "cases/a#u", "cases/a#part-exempel-ab", "cases/a#part-granne", "sources/artikel"])
def test_a_correction_of_a_link_says_only_which_day_or_title_was_wrong(target: str) -> None:
    wrong = correction(target, was="Coachen kom.", now="Coachen kom aldrig.", why="Vi läste fel rad.")
    right = correction(target, was="Så gick det den 2 maj.", now="Så gick det den 3 maj.", why="Exempel AB, Örebro, Myndigheten: fel dag.")
    assert told(note="Läst.", **{"corrections/c": wrong}) == [("I07b", "corrections/c was", "was"), ("I07b", "corrections/c now", "now")]
    assert told(note="Läst.", **{"corrections/c": right}) == []


def test_a_correction_of_what_is_shown_says_what_it_was() -> None:
    mixed = linked(about=["exempel-ab"]), linked("v", about=["granne"], text="Coachen kom.")
    for target, wrong in (("cases/a#u", 3), ("cases/a#v", 0), ("cases/a", 0)):
        told_of = told(*mixed, note="Läst.", **{"corrections/c": correction(target, was="Coachen.", now="Ingen.", why="Coachen.")})
        assert len(told_of) == wrong, target


def test_a_correction_in_words_of_the_title_that_we_gave_is_more() -> None:
    article = source(title="Artikel", title_reconstructed=True)
    told_of = told(**{"sources/artikel": article, "corrections/c": correction("sources/artikel", was="Coachen.", now="Artikel.", why="Fel.")})
    assert told_of == [("I07b", "corrections/c was", "was")]


@pytest.mark.parametrize(
    ("field", "text", "told_of"),
    [
        ("interest_note", "Tidningen ägs av fackförbunden IF Metall, GS och Pappers. Den har en egen ansvarig utgivare.", False),
        ("interest_note", "Tidningen hör till Myndigheten, som är part.", False),
        ("interest_note", "Tidningen har visat att coachen tog betalt.", True),
        ("url_withheld", "Adressen innehåller ett förnamn och ett påstående. Artikeln hittas med tidning och dag.", False),
        ("url_withheld", "Adressen säger att coachen aldrig kom.", True),
        ("publisher", "Bladet", False),
        ("publisher", "Bladet i Sagan", True),
        ("publisher", "Bladet, som har visat att coachen aldrig kom", True),
        ("publisher", "Bladet Lurad Av Coachen", True),
        ("container_title", "P4 Sjuhärad", False),
        ("container_title", "Nyheter om coachen", True),
        ("container_title", "Bluffarna", True),
    ],
)
def test_who_stands_behind_the_source_of_a_link_says_nothing_of_the_provider(field: str, text: str, told_of: bool) -> None:
    withheld = {"url": None} if field == "url_withheld" else {}
    article = source(**{"publisher": "Bladet", "publisher_body": "bladet", "title": "Så gick det", **withheld, field: text})
    named = {"bodies/bladet": body(name="Bladet", kind="media")}
    assert told(note="Läst.", **{"sources/artikel": article, **named}) == ([("I07b", f"sources/artikel {field}", field)] if told_of else [])


def test_a_publisher_without_a_record_has_a_name() -> None:
    for name, told_of in (("Lokala Bladet", False), ("Lokala Bladet har visat det", True), ("Fuskbladet", True)):
        assert len(told(note="Läst.", **{"sources/artikel": source(title="Så gick det", publisher=name)})) == told_of, name


def shown(*statements: Data, name: str = "exempel-2024", other: Data | None = None, draft: bool = False) -> list[tuple[str, str]]:
    """What is told of a case about a provider that has not been heard, and perhaps about another party."""
    parties = [party(reply=UNHEARD, outcome="unknown"), *([other] if other else [])]
    records = {
        "profiles/granne": profile(name="Granne AB"),
        "programmes/x": programme(name="Stödet"),
        f"cases/{name}": case(*parties, statements=statements or [linked("kalla")], name=None),
    }
    found = said(links_tell_nothing, registry(records, intake=[f"cases/{name}"] if draft else ()))
    assert {words["provider"] for _, _, words in found} <= {"Exempel AB"}
    return [(where.partition(" ")[2], words["field"]) for _, where, words in found]


@pytest.mark.parametrize(
    ("place", "told_of"),
    [
        ("artikelns andra hälft (utdrag läst)", False),
        ("3 minuter in", False),
        ("stycket om Exempel", False),
        ("stycket om att de tog betalt", True),
        ("möten som inte hölls", True),
        ("stycket om att " + "de tog betalt " * 6, False),
    ],
)
def test_the_place_in_the_source_of_a_link_is_a_place(place: str, told_of: bool) -> None:
    told_there = linked("kalla", sources=[{"source": "artikel", "locator": "s. 1"}, {"source": "kalla", "locator": place}])
    assert shown(told_there) == ([("statements.0.sources.1.locator", "locator")] if told_of else [])
    assert shown(told_there, draft=True) == []
    assert shown(statement("v", sources=[{"source": "kalla", "locator": place}]), linked("kalla")) == []


@pytest.mark.parametrize(
    ("name", "told_of"), [("exempel-2024-06", False), ("exempels-var-2024", False), ("stodet-exempel-hosten-2024", False), ("exempel-lurade-2024", True)]
)
def test_a_case_that_is_only_a_link_is_called_by_the_provider(name: str, told_of: bool) -> None:
    assert shown(name=name) == ([("", "id")] if told_of else [])
    assert shown(statement("v"), linked("kalla"), name=name) == []


@pytest.mark.parametrize(("name", "told_of"), [("kalla", False), ("kalla-om-exempel", False), ("fusk-i-maj", True)])
def test_a_link_has_an_id_that_tells_nothing(name: str, told_of: bool) -> None:
    assert shown(linked(name)) == ([("statements.0.id", "id")] if told_of else [])
    assert shown(statement("v"), linked(name)) == ([("statements.1.id", "id")] if told_of else [])


PLACE = "stycket om bedrägeriet"


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({}, []),
        ({"outcome": "convicted"}, ["outcome"]),
        ({"outcome_sources": [{"source": "kalla", "locator": PLACE, "quote": "Lurad."}]}, ["outcome_sources.0.locator", "outcome_sources.0.quote"]),
        ({"reply": {"state": "replied", "text": "Vi tog inte betalt."}}, ["reply.text"]),
        ({"reply": {"state": "replied", "sources": [{**CITED[0], "locator": PLACE, "quote": "x"}]}}, ["reply.sources.0.locator", "reply.sources.0.quote"]),
        ({"reply": {"state": "replied", "sources": [{"source": "kalla", "locator": "s. 2"}]}}, []),
    ],
)
def test_nothing_that_came_of_a_link_is_told_of_any_party(fields: Data, found: list[str]) -> None:
    other = party("granne", **{"outcome": "unknown", **fields})
    about = linked("kalla", about=["exempel-ab"])
    assert [where for where, _ in shown(about, other=other)] == [f"parties.1.{field}" for field in found]
    assert shown(about, statement("v", about=["granne"]), other=other) == []


@pytest.mark.parametrize(
    ("unnamed", "told_of"), [("tre leverantörer som källan inte namnger", True), ("några bolag", False), ("ett bolag som tog betalt", True)]
)
def test_nor_by_the_word_for_those_without_a_name(unnamed: str, told_of: bool) -> None:
    other = {**party(None, outcome="unknown"), "unnamed": unnamed}
    assert shown(linked("kalla", about=["exempel-ab"]), other=other) == ([("parties.1.unnamed", "unnamed")] if told_of else [])
