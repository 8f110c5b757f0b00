"""What can be found, and what must not be told by the search."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import made
import pytest
from conftest import AS_OF, ROOT

from generator.build.outline import read_outline
from generator.registry.loading import load
from generator.site import routes
from generator.site.language import SWEDISH
from generator.site.maker import Maker
from generator.site.pages import record_pages
from generator.site.search.entries import LIST_TITLES, OTHER_TITLES, Entry, EntryKind, OtherName, entries
from generator.site.search.reference import find
from generator.site.views.alphabet import alphabet_views


@pytest.fixture(scope="module")
def demo() -> Maker:
    loaded = load(ROOT / "tests/demo/providers", ROOT / "tests/demo/content", made.date.fromisoformat(AS_OF), today=made.date.fromisoformat(AS_OF))
    assert loaded.registry
    return Maker(loaded.registry)


def of(found: Iterable[Entry], kind: EntryKind) -> list[Entry]:
    return [entry for entry in found if entry.kind is kind]


def one(found: Iterable[Entry], title: str) -> Entry:
    return next(entry for entry in found if entry.title == title)


def test_a_provider_is_found_by_every_name_and_its_number_and_told_from_others_by_its_places() -> None:
    places = [{"municipality": code, "date": "2026-01-01", "sources": made.CITED} for code in ("1280", "1281", "1480", "0180")]
    profile = made.profile(
        legal_name="Exempel Jobb AB", orgnr="999001-0002", aliases=["EJAB"], former_names=["Gamla Exemplet"], brands=["Lyftet"], places=places
    )
    entry = one(entries(Maker(made.registry({"profiles/exempel-ab": profile}))), "Exempel AB")
    assert entry.url == "/leverantor/exempel-ab/"
    assert entry.context == "Malmö, Lund, Göteborg och 1 till"
    assert [(other.label, other.name) for other in entry.names] == [
        ("Företagsnamn", "Exempel Jobb AB"),
        ("Annat namn", "EJAB"),
        ("Tidigare namn", "Gamla Exemplet"),
        ("Varumärke", "Lyftet"),
        ("Organisationsnummer", "999001-0002"),
    ]
    assert entry.hints == ("Malmö", "Lund", "Göteborg", "Stockholm")


def test_a_sole_trader_is_never_found_by_number() -> None:
    registry = made.registry({"profiles/exempel-ab": made.profile(orgnr="999001-0002", legal_form="sole_trader")})
    assert one(entries(Maker(registry)), "Exempel AB").names == ()


def test_a_case_tells_the_outcome_and_the_state_of_the_answer_for_each_party_the_favourable_first() -> None:
    registry = made.registry(
        {
            "profiles/b": made.profile(name="Bolaget B"),
            "cases/a": made.case(
                made.party(outcome="deficiencies_found", reply={"state": "no_answer_in_time", "asked_on": "2026-01-07", "deadline": "2026-02-01"}),
                made.party("b", outcome="none_found"),
                municipalities=["1280"],
            ),
        }
    )
    entry = one(entries(Maker(registry)), "Ärendet")
    assert entry.context == "Bolaget B: inga brister funna, svar: ville inte svara · Exempel AB: brister konstaterade, svar: svarade inte i tid"
    assert [other.name for other in entry.names] == ["Exempel AB", "Bolaget B"]
    assert entry.hints == ("Malmö",)


def test_a_case_that_is_only_a_link_or_held_is_not_found() -> None:
    unheard = made.party(reply={"state": "not_asked"})
    link_only = made.case(unheard, statements=[made.statement(grade="C")], name="Hemligt ett")
    tip = made.case(unheard, statements=[made.statement(grade="E")], name="Hemligt två")
    registry = made.registry({"cases/a": link_only, "cases/b": tip})
    assert of(entries(Maker(registry)), EntryKind.CASE) == []
    shown = of(entries(Maker(registry, preview=True)), EntryKind.CASE)
    assert [(entry.title, entry.context[:27]) for entry in shown] == [
        ("Hemligt ett", "Visas inte för allmänheten "),
        ("Hemligt två", "Visas inte för allmänheten "),
    ]


def test_a_removed_record_is_not_found() -> None:
    registry = made.registry({"tombstones/gamla-ab": made.tombstone("profiles")})
    assert [entry.url for entry in of(entries(Maker(registry)), EntryKind.PROVIDER)] == ["/leverantor/exempel-ab/"]


def test_every_municipality_and_county_is_there_also_where_nobody_is_known() -> None:
    found = entries(Maker(made.registry({})))
    assert (len(of(found, EntryKind.MUNICIPALITY)), len(of(found, EntryKind.COUNTY))) == (290, 21)
    assert one(found, "Malmö") == Entry(EntryKind.MUNICIPALITY, "Malmö", "/kommun/1280-malmo/", "Skåne län", (), ("Kommun",))


def test_entries_come_by_kind_and_in_the_order_of_the_swedish_alphabet(demo: Maker) -> None:
    found = entries(demo)
    kinds = [entry.kind for entry in found]
    assert list(dict.fromkeys(kinds)) == list(EntryKind)
    assert kinds == sorted(kinds, key=list(EntryKind).index)
    assert [entry.title for entry in of(found, EntryKind.COUNTY)][-3:] == ["Västra Götalands län", "Örebro län", "Östergötlands län"]


def test_the_lists_are_called_what_their_pages_are(demo: Maker) -> None:
    titles = {page.url: page.title for page in record_pages(demo)}
    assert dict(LIST_TITLES) == {kind: titles[routes.record_list(kind)] for kind in LIST_TITLES}
    assert dict(OTHER_TITLES) == {url: titles[url] for url in OTHER_TITLES}


def test_every_entry_leads_to_a_page_and_every_page_about_one_thing_has_an_entry(demo_site: Path, demo: Maker) -> None:
    addresses = {entry.url for entry in entries(demo)}
    for address in addresses:
        path, _, anchor = address.partition("#")
        page = demo_site / routes.file_of(path)
        assert page.is_file(), address
        assert not anchor or anchor in read_outline(page.read_text(encoding="utf-8")).anchors
    pages = {page.url for page in record_pages(demo) if page.template in ("profile", "case", "system", "place")}
    assert pages <= addresses


def test_a_to_o_has_every_entry_under_each_of_its_names(demo: Maker) -> None:
    view = alphabet_views(demo)[routes.ALPHABET]
    listed = {(row.name, row.url) for _, rows in view.groups for row in rows}
    wanted = {(name, entry.url) for entry in entries(demo) for name in (entry.title, *(o.name for o in entry.names if entry.own_names))}
    assert listed == wanted
    assert next(row for _, rows in view.groups for row in rows if row.name == "EJAB").see == "Exempel Jobb AB"


def test_a_case_in_a_to_o_has_its_outcome_and_answer_beside_it(demo: Maker) -> None:
    contexts = {entry.title: entry.context for entry in of(entries(demo), EntryKind.CASE)}
    rows = {row.name: row.context for _, group in alphabet_views(demo)[routes.ALPHABET].groups for row in group if row.sort == "Ärende"}
    assert rows == contexts
    assert all(contexts.values())


def test_a_large_registry_has_a_page_for_each_letter(demo: Maker) -> None:
    whole = alphabet_views(demo)[routes.ALPHABET]
    split = alphabet_views(demo, most=10)
    assert split[routes.ALPHABET].groups == ()
    assert {letter.text: letter.url for letter in split[routes.ALPHABET].letters}["Ö"] == "/a-o/oe/"
    assert tuple(group for url, view in split.items() if url != routes.ALPHABET for group in view.groups) == whole.groups
    assert len(set(split)) == len(whole.groups) + 1


def test_a_page_is_found_by_what_it_is_about(demo: Maker) -> None:
    found = entries(demo)
    for query in ("byta coach", "byta leverantör", "klaga", "överklaga", "a-kassa", "a kassa", "akassa"):
        assert "Så klagar du" in [found[hit.entry].title for hit in find(found, query)], query
    assert one(found, "Integritet").names == (OtherName("Ämne", "personuppgifter"), OtherName("Ämne", "kakor"))


def test_an_edition_leads_to_its_own_pages(demo: Maker) -> None:
    other = replace(SWEDISH, code="en", prefix="/en")
    found = entries(Maker(demo.registry, "/sajt", words=other))
    assert one(found, "Malmö").url == "/sajt/en/kommun/1280-malmo/"
    # What templates mark as Swedish is plain text here.
    assert not any("<" in text for entry in found for text in (entry.title, entry.context, *(name.name for name in entry.names), *entry.hints))
