"""What points out a provider in a text."""

from __future__ import annotations

import pytest
from made import case, party, profile, registry, source, statement, tombstone

from generator.records.models import Kind
from generator.registry.pointing import Pointer, registered_pointers
from generator.site import routes

POINTERS = registered_pointers(
    registry(
        {
            "profiles/granne": profile(name="Granne AB", orgnr="999002-0001", website="https://www.nara.example/"),
            "profiles/filial": profile(name="Filialen AB", website="https://delad.example/filial"),
            "cases/a": case(party("granne"), party(None)),
            "sources/om-granne": source(title="Så jobbar Granne"),
            "sources/av-granne": source(publisher="Granne AB"),
            "sources/i-granne": source(container_title="Granne AB nytt"),
            "tombstones/gamla": tombstone("profiles", redirect="profiles/granne"),
            "tombstones/borta": tombstone("profiles"),
        }
    )
)
GRANNE = frozenset({"granne"})


def found(text: str) -> list[tuple[str, int, int, bool, Kind | None]]:
    pointers = list(POINTERS.find(text))
    assert {pointer.providers for pointer in pointers} <= {GRANNE}
    return [(p.text, p.start, p.end, p.named, p.target) for p in pointers]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Hos Granne AB.", [("Granne AB", 4, 13, True, None)]),
        ("Nr 999002-0001.", [("999002-0001", 3, 14, True, None)]),
        ("Nr 99 90 02 00 01.", [("99 90 02 00 01", 3, 17, True, None)]),
        ("SE999002000101", [("9990020001", 2, 12, True, None)]),
        ("16999002-0001", [("999002-0001", 2, 13, True, None)]),
        ("999002-000", []),
        ("999002-0002", []),
        ("Se [en](profiles/granne).", [("profiles/granne", 3, 5, False, Kind.PROFILES)]),
        ("Se [en]({filename}/profiles/granne#kontakt)", [("{filename}/profiles/granne#kontakt", 3, 5, False, Kind.PROFILES)]),
        ("Se [en](profiles/gamla).", [("profiles/gamla", 3, 5, False, Kind.PROFILES)]),
        ("Se [en](profiles/borta).", []),
        ("Se [ett](cases/a).", [("cases/a", 3, 6, False, Kind.CASES)]),
        ("Se [en](sources/om-granne).", [("sources/om-granne", 3, 5, False, Kind.SOURCES)]),
        ("Se [en](sources/av-granne).", [("sources/av-granne", 3, 5, False, Kind.SOURCES)]),
        ("Se [en](sources/i-granne).", [("sources/i-granne", 3, 5, False, Kind.SOURCES)]),
        ("Se [en](sources/kalla) och [en](programmes/granne).", []),
        ("**[Granne](profiles/granne)** är en.", [("Granne", 0, 6, True, Kind.PROFILES)]),
        ("[Hos Granne nu](cases/a)", [("Granne", 4, 10, True, Kind.CASES)]),
        ("[en](profiles/granne) Granne", [("Granne", 3, 9, True, None), ("profiles/granne", 0, 2, False, Kind.PROFILES)]),
        ("Läs http://nara.example/om.", [("http://nara.example/om.", 4, 4, False, None)]),
        ("[en](https://www.NARA.example)", [("https://www.NARA.example", 2, 2, False, None)]),
        ("https://delad.example/annan https://nara.example.org", []),
        ("Se nara.example, eller www.nara.example/om.", [("nara.example,", 3, 3, False, None), ("www.nara.example/om.", 23, 23, False, None)]),
        ("http://nara.example:80/", [("http://nara.example:80/", 0, 0, False, None)]),
        ("info@nara.example, min.nara.example och a/nara.example", []),
        ("https://coachkollen.example/leverantor/granne/#x", [("https://coachkollen.example/leverantor/granne/#x", 0, 0, False, None)]),
        ("[en](https://coachkollen.example/sida/arende/A?x)", [("https://coachkollen.example/sida/arende/A?x", 2, 2, False, None)]),
        ("https://coachkollen.example/kalla/om-granne", [("https://coachkollen.example/kalla/om-granne", 0, 0, False, None)]),
        ("https://coachkollen.example/leverantor/granne-2/ https://coachkollen.example/kalla/kalla https://coachkollen.example/program/granne", []),
    ],
)  # fmt: skip
def test_a_provider_is_pointed_out_by_name_number_link_and_address(text: str, what: list[object]) -> None:
    assert found(text) == what


def test_an_address_below_that_of_a_provider_is_its_own() -> None:
    (pointer,) = POINTERS.find("Se https://delad.example/filial/kontakt?x=1")
    assert pointer == Pointer("https://delad.example/filial/kontakt?x=1", 3, 3, frozenset({"filial"}))


def test_providers_that_share_an_address_are_both_meant() -> None:
    shared = registry({name: profile(name="Delad AB", website="https://delad.example") for name in ("profiles/b", "profiles/c")})
    (pointer,) = registered_pointers(shared).find("https://delad.example")
    assert pointer.providers == {"b", "c"}


def test_the_title_that_we_gave_a_source_counts_too() -> None:
    made = registry({"sources/vart": source(title="Artikel om Exempel AB", title_reconstructed=True), "cases/a": case(statements=[statement()])})
    assert [p.providers for p in registered_pointers(made).find("[x](sources/vart)")] == [{"exempel-ab"}]


@pytest.mark.parametrize("key", ["profiles/granne", "cases/a", "sources/om-granne"])
def test_the_page_of_a_record_points_out_the_same_as_a_link_to_it(key: str) -> None:
    kind, _, name = key.partition("/")
    (pointer,) = POINTERS.find(f"https://coachkollen.example{routes.record(Kind(kind), name)}")
    assert pointer.providers == POINTERS.targets[key] == GRANNE
