"""Addresses: one for every page, and never a file outside the output folder."""

import re
from pathlib import Path

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import UnsafeOutput
from generator.records.identifiers import is_record_id
from generator.records.models import Kind
from generator.records.places import counties, municipalities
from generator.registry.pages import NEEDED_PAGES, PAGE_TEMPLATES, RESERVED_SLUGS
from generator.site import routes
from generator.site.pages import PAGE_VIEWS

PAGED = [kind for kind in Kind if routes.record(kind, "x") and "#" not in str(routes.record(kind, "x"))]


def fixed_addresses() -> list[str]:
    """Every address that does not depend on a record or a Markdown page."""
    lists = [routes.record_list(kind) for kind in routes.LIST_FOLDERS]
    places = [*map(routes.county, counties().values()), *map(routes.municipality, municipalities().values())]
    return [*lists, routes.COUNTIES, routes.SEARCH, routes.ALPHABET, *map(routes.letter, "ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ#"), routes.letter("0–9"), *places]


def test_no_two_pages_share_an_address() -> None:
    addresses = fixed_addresses()
    assert len(set(addresses)) == len(addresses) == len(routes.LIST_FOLDERS) + 3 + 31 + 21 + 290


def test_no_two_pages_share_a_file() -> None:
    files = [routes.file_of(address).casefold() for address in fixed_addresses()]
    assert len(set(files)) == len(files)


def test_addresses_are_plain_ascii_and_end_with_a_slash() -> None:
    assert all(re.fullmatch(r"/([a-z0-9]+(-[a-z0-9]+)*/)+", address) for address in fixed_addresses())


def test_places_that_differ_only_by_a_ring_have_an_address_each() -> None:
    assert routes.municipality(municipalities()["0643"]) == "/kommun/0643-habo/"
    assert routes.municipality(municipalities()["0305"]) == "/kommun/0305-habo/"


def test_a_place_keeps_its_code_in_the_address() -> None:
    assert routes.county(counties()["14"]) == "/lan/14-vastra-gotalands-lan/"
    assert routes.municipality(municipalities()["1480"]) == "/kommun/1480-goteborg/"


@pytest.mark.parametrize(
    ("kind", "address"),
    [
        (Kind.PROFILES, "/leverantor/a-b/"),
        (Kind.CASES, "/arende/a-b/"),
        (Kind.SCHEMES, "/markning/a-b/"),
        (Kind.PROGRAMMES, "/program/a-b/"),
        (Kind.BODIES, "/organisation/a-b/"),
        (Kind.SOURCES, "/kalla/a-b/"),
        (Kind.TERMS, "/ordlista/#a-b"),
        (Kind.CORRECTIONS, "/rattelser/#a-b"),
        (Kind.TOMBSTONES, None),
    ],
)
def test_the_promised_addresses_of_records(kind: Kind, address: str | None) -> None:
    assert routes.record(kind, "a-b") == address


@pytest.mark.parametrize(
    ("kind", "address"),
    [
        (Kind.PROFILES, "/leverantorer/"),
        (Kind.CASES, "/arenden/"),
        (Kind.SCHEMES, "/markningar/"),
        (Kind.PROGRAMMES, "/program/"),
        (Kind.BODIES, "/organisationer/"),
        (Kind.SOURCES, "/kallor/"),
    ],
)
def test_the_promised_addresses_of_lists(kind: Kind, address: str) -> None:
    assert routes.record_list(kind) == address


@pytest.mark.parametrize(("slug", "address"), [("start", "/"), ("metod", "/metod/"), ("404", "/404/")])
def test_the_promised_addresses_of_pages(slug: str, address: str) -> None:
    assert routes.page(slug) == address


@pytest.mark.parametrize(
    ("url", "file"),
    [
        ("/", "index.html"),
        ("/metod/", "metod/index.html"),
        ("/kalla/a/#b", "kalla/a/index.html"),
        ("/#a", "index.html"),
        ("/feed.xml", "feed.xml"),
        ("/data/x.json", "data/x.json"),
    ],
)
def test_the_file_that_answers_at_an_address(url: str, file: str) -> None:
    assert routes.file_of(url) == file


record_ids = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True).filter(is_record_id)


@given(st.sampled_from(PAGED), record_ids, st.sampled_from(PAGED), record_ids)
def test_two_records_never_share_a_file(one_kind: Kind, one: str, two_kind: Kind, two: str) -> None:
    files = [routes.file_of(str(routes.record(kind, name))) for kind, name in ((one_kind, one), (two_kind, two))]
    assert (files[0] == files[1]) == ((one_kind, one) == (two_kind, two))
    assert not set(files) & {routes.file_of(address) for address in fixed_addresses()}


nasty = st.lists(st.sampled_from(["..", ".", "/", "\\", "a", "#", "?", "%2e", "%2f", "\x00", "\n", "~", "C:", " ", "å", ""]), max_size=8).map("".join)


@given(st.one_of(nasty, st.text(), record_ids), st.sampled_from(PAGED))
def test_no_id_or_slug_leads_outside_the_output_folder(name: str, kind: Kind) -> None:
    output = Path("/ut/mapp")
    for url in (str(routes.record(kind, name)), routes.page(name)):
        try:
            file = routes.file_of(url)
        except UnsafeOutput:
            assert not is_record_id(name)
            continue
        target = output / file
        assert target.is_relative_to(output)
        assert ".." not in target.parts
        assert "\\" not in file
        assert file.isprintable()


@pytest.mark.parametrize("slug", ["../ut", "a/../../b", "..", "/etc/passwd/../x", "a\\..\\b", "a\x00b", "."])
def test_an_address_that_climbs_is_refused(slug: str) -> None:
    with pytest.raises(UnsafeOutput):
        routes.file_of(routes.page(slug))


def test_the_pages_reserved_words_are_the_folders_of_the_records_and_those_promised_for_later() -> None:
    used = {url.strip("/").split("/")[0] for kind in Kind if (url := routes.record(kind, "x")) and "#" not in url}
    used |= {routes.record_list(kind).strip("/") for kind in routes.LIST_FOLDERS}
    used |= {
        "lan",
        "kommun",
        "tema",
        routes.DUE.strip("/"),
        routes.SEARCH.strip("/"),
        routes.ALPHABET.strip("/"),
        routes.COMPARE.strip("/"),
        routes.DATA.strip("/"),
    }
    assert used <= RESERVED_SLUGS
    assert RESERVED_SLUGS - used == {"v", "api", "kort"}


def test_a_page_may_ask_for_the_templates_that_have_a_view_or_need_none() -> None:
    assert set(PAGE_TEMPLATES) == {"page", "missing", "easy", *PAGE_VIEWS}
    theme = Path(__file__).parents[2] / "theme/templates"
    assert all((theme / f"{name}.html").is_file() for name in PAGE_TEMPLATES)


def test_the_needed_pages_are_those_that_the_theme_links_to() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "theme/templates").glob("*.html"))
    linked = set(re.findall(r"\{\{ site\.base_path \}\}/([a-z-]*)/(?:#[a-z-]+)?\"", text))
    lists = {routes.record_list(kind).strip("/") for kind in (Kind.PROFILES, Kind.CASES, Kind.SCHEMES, Kind.PROGRAMMES, Kind.BODIES, Kind.SOURCES)}
    assert set(NEEDED_PAGES) == (
        linked
        - lists
        - {
            url.strip("/")
            for url in (routes.COUNTIES, routes.DUE, routes.SEARCH, routes.COMPARE, routes.ALPHABET, routes.CHANGES, routes.DATA, routes.FOLLOW, routes.STORIES)
        }
    ) | {
        "start",
        routes.GLOSSARY.strip("/"),
    }
