"""Providers as rows: what each can be found by, what a row says, and how a long list is cut."""

from __future__ import annotations

import dataclasses
import gzip
import json
from collections import Counter
from datetime import date

import made
import pytest
import rendered
from conftest import AS_OF, ROOT

from generator.records.models import Kind
from generator.records.vocabulary import AccreditationState, ContractState, Service
from generator.registry.loading import load
from generator.site import routes
from generator.site.expectations import expected_marks
from generator.site.maker import Maker
from generator.site.pages import Page, record_pages
from generator.site.routes import FACET_VALUES, Facet
from generator.site.swedish import sort_key
from generator.site.views.facets import facet_views, facets, option_words, providers_views
from generator.site.views.labels import LabelView
from generator.site.views.listing import NONE, UNDECIDED, Providers, label_codes
from generator.site.views.side_by_side import compare_names

DEMO = load(ROOT / "tests/demo/providers", ROOT / "tests/demo/content", date.fromisoformat(AS_OF)).registry
assert DEMO is not None
PROVIDERS = Providers(Maker(DEMO))


def labels(*codes: str) -> tuple[LabelView, ...]:
    """Industry labels with these states, one of which may be `undecided`."""
    one = PROVIDERS.all[0].labels[0]
    states = [("not_checked", True) if code == UNDECIDED else (code, False) for code in codes]
    return tuple(dataclasses.replace(one, state_code=code, undecided=undecided) for code, undecided in states)


@pytest.mark.parametrize(
    ("codes", "found"),
    [
        (["valid", "not_found", "not_checked"], ["valid"]),
        (["expired", "revoked"], ["expired", "revoked"]),
        (["expired", "valid"], ["valid", "expired"]),
        (["withdrawn", "undecided"], ["withdrawn", "undecided"]),
        (["undecided", "not_found"], ["undecided"]),
        (["not_found", "not_found"], ["not_found"]),
        (["not_found", "not_checked"], ["not_checked"]),
        (["not_checked"], ["not_checked"]),
        ([], ["not_checked"]),
    ],
)
def test_every_state_that_rests_on_a_record_counts_and_nothing_found_only_when_all_is_searched(codes: list[str], found: list[str]) -> None:
    assert list(label_codes(labels(*codes))) == found


def test_a_provider_is_found_by_exactly_what_its_row_says() -> None:
    for facet in Facet:
        for known in PROVIDERS.all:
            codes = {code for of, code in known.values if of is facet}
            listed = {code for code in codes if known in PROVIDERS.having(facet, code)}
            assert codes == listed
            row = PROVIDERS.of(known.document)
            assert {f"{facet}-{routes.facet_value(facet, code)}" for code in codes} == {v for v in row.values.split() if v.startswith(f"{facet}-")}


def test_everyone_has_a_label_a_contract_state_and_a_word_on_cases() -> None:
    for known in PROVIDERS.all:
        assert {Facet.LABEL, Facet.CONTRACT, Facet.CASES} <= {facet for facet, _ in known.values}


def test_a_municipality_has_those_of_the_whole_county_too_as_its_page_has() -> None:
    whole = next(s for s in PROVIDERS.all if any(place.county for place in s.document.record.places))
    county = next(place.county for place in whole.document.record.places if place.county)
    assert all(code[:2] in whole.counties for code in whole.municipalities)
    assert sum(code[:2] == county for code in whole.municipalities) > 1
    assert whole in PROVIDERS.having(Facet.COUNTY, county)


@pytest.mark.parametrize(
    ("provider", "contracts", "cases", "replies"),
    [
        ("exempel-ab", "3 avtal: planerat (1), gäller (1), avslutat (1)", "3 ärenden, 1 slutade till leverantörens fördel",
         "finns i källan (2), svarade inte i tid (1)"),
        ("exempelfirman-latsascoach", "inga avtal hittade", "1 ärende, utan kritik", ""),
        ("exempelkoncernen", "inga avtal hittade", "inga ärenden", ""),
        ("fabeljobb", "1 avtal: läget i dag är inte känt", "inga ärenden, nämns också i 2 källor som leverantören inte har fått svara på", ""),
    ],
)  # fmt: skip
def test_a_row_says_how_many_cases_are_without_criticism_and_what_was_answered(provider: str, contracts: str, cases: str, replies: str) -> None:
    row = PROVIDERS.of(PROVIDERS.maker.registry.get(Kind.PROFILES, provider))
    said = tuple(text.replace("\N{NO-BREAK SPACE}", " ") for text in (row.contracts, row.cases, row.replies))
    assert said == (contracts, cases, replies)


def test_cases_with_and_without_criticism_are_told_apart() -> None:
    registry = made.registry(
        {
            "cases/a": made.case(made.party(outcome="none_yet", reply={"state": "not_asked"})),
            "cases/b": made.case(made.party(reply={"state": "not_applicable"}), statements=[made.statement(kind="context")], type="market_event"),
        }
    )
    providers = Providers(Maker(registry))
    (known,) = providers.all
    assert providers.of(known.document).cases.replace("\N{NO-BREAK SPACE}", " ") == "2 ärenden, varav 1 utan kritik"
    assert {code for facet, code in known.values if facet is Facet.CASES} == {"criticism"}


def test_nothing_found_is_said_with_its_day_and_its_registers() -> None:
    row = PROVIDERS.of(PROVIDERS.maker.registry.get(Kind.PROFILES, "3-pahitt-jobb"))
    assert [(code, words.replace("\N{NO-BREAK SPACE}", " ")) for code, words in row.labels] == [
        ("not_found", "ingen branschauktorisation funnen (kontrollerad den 5 oktober 2026 i Låtsasförbundets lista och Påhittsföretagens register)")
    ]


def test_every_value_has_a_name_in_addresses_and_a_page_that_counts_those_that_have_it() -> None:
    codes = {
        Facet.SERVICE: {code.value for code in Service},
        Facet.LABEL: {code.value for code in AccreditationState} | {UNDECIDED},
        Facet.CONTRACT: {code.value for code in ContractState} | {NONE},
        Facet.CASES: {"criticism", "favourable", "neutral", NONE},
    }
    assert {facet: set(named) for facet, named in FACET_VALUES.items()} == codes
    pages = dict(facet_views(PROVIDERS))
    assert set(pages) == {routes.facet_list(facet, code) for facet, named in FACET_VALUES.items() for code in named}
    for facet, named in FACET_VALUES.items():
        assert len(set(named.values())) == len(named)
        for code in named:
            view = pages[routes.facet_list(facet, code)]
            rows = [row.link.text for _, members in view.rows.groups for row in members]
            assert view.option.count == len(rows) == len(PROVIDERS.having(facet, code))
            assert rows == sorted(rows, key=sort_key)
            assert all(option_words(PROVIDERS.maker.words, facet, code))


def test_of_a_facet_with_one_value_each_the_counts_add_up_to_everyone() -> None:
    (cases,) = (view for view in facets(PROVIDERS) if view.name == Facet.CASES)
    counts = {option.value: option.count for option in cases.options}
    assert counts.pop("till-leverantorens-fordel") <= counts["med-kritik"]
    assert sum(counts.values()) == len(PROVIDERS.all)


def test_places_without_anybody_are_no_values() -> None:
    shown = {view.name: view for view in facets(PROVIDERS)}
    assert all(option.count for option in (*shown["lan"].options, *shown["kommun"].options))
    assert [o.text for o in shown["lan"].options] == sorted((o.text for o in shown["lan"].options), key=sort_key)


def test_a_long_list_is_cut_in_parts_that_hold_everyone_once_and_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(routes, "PART_ROWS", 4)
    views = providers_views(PROVIDERS)
    rows = [[row.link.text for _, members in view.rows.groups for row in members] for view in views]
    assert [len(part) for part in rows] == [4, 4, 4, 3]
    assert [name for part in rows for name in part] == [s.name for s in PROVIDERS.all]
    assert [(link.text, link.url) for link in views[1].rows.parts] == [
        ("0–9 till E", "/leverantorer/"),
        ("F till L", ""),
        ("P till S", "/leverantorer/sida-3/"),
        ("S till Ö", "/leverantorer/sida-4/"),
    ]
    marks = {
        (mark.url, mark.value.partition(" ")[2])
        for mark in expected_marks(PROVIDERS.maker.registry)
        if mark.value.startswith("leverantorer ") and "/leverantorer/" in mark.url
    }
    assert marks == {(routes.part("/leverantorer/", number), name) for number, part in enumerate(rows, 1) for name in part}


def test_a_list_that_fits_is_one_page_without_parts() -> None:
    (view,) = providers_views(PROVIDERS)
    assert view.rows.parts == ()


def test_no_two_pages_share_an_address() -> None:
    counted = Counter(page.url for page in record_pages(PROVIDERS.maker))
    assert [url for url, count in counted.items() if count > 1] == []


def test_with_a_thousand_providers_every_list_is_still_light() -> None:
    providers = Providers(Maker(rendered.many(DEMO, 985)))
    lists = [Page("/leverantorer/", "providers", "Leverantörer", view, ()) for view in providers_views(providers)]
    lists += [Page(url, "facet", "Leverantörer", view, ()) for url, view in facet_views(providers) if view.number == 1]
    sizes = {page.url: len(gzip.compress(rendered.html(providers.maker, page).encode(), 9)) for page in lists}
    assert len(providers_views(providers)) == 5
    assert {url: size for url, size in sizes.items() if size > 20_000} == {}
    assert len(gzip.compress(json.dumps(compare_names(providers)).encode(), 9)) < 20_000
