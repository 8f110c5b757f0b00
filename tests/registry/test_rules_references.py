"""References: ids, anchors, links in texts and pages, and what corrections are about."""

from __future__ import annotations

from typing import Any

import pytest
from made import SAME, Data, body, case, correction, page, party, profile, programme, registry, said, scheme, statement, term, tombstone

from generator.registry.rules.references import local_ids_unique, named_targets, page_links, references_resolve, text_links

LINK_ONLY = case(party(reply={"state": "not_asked"}), statements=[{**statement(grade="C"), "text": None}], name=None)
IN_RECORDS = "profiles/exempel-ab, pages/metod"
ON_PAGES = "{filename}/profiles/exempel-ab, {filename}/metod.md"


def test_every_id_names_a_record() -> None:
    assert said(references_resolve, registry({"programmes/x": programme(), "schemes/x": scheme()})) == []


@pytest.mark.parametrize(
    ("key", "record", "where", "words"),
    [
        ("programmes/x", programme(buyer="myndighet"), "buyer", {"value": "myndighet", "kinds": "bodies", "suggestion": "myndigheten"}),
        ("programmes/x", programme(buyer="exempel-ab"), "buyer", {"value": "exempel-ab", "kinds": "bodies", "suggestion": ""}),
        ("programmes/x", programme(replaced_by="y"), "replaced_by", {"value": "y", "kinds": "programmes", "suggestion": ""}),
        ("schemes/x", scheme(part_of="nagot-annat"), "part_of", {"value": "nagot-annat", "kinds": "schemes", "suggestion": ""}),
        ("terms/x", term(see=["x", "y"]), "see.1", {"value": "y", "kinds": "terms", "suggestion": ""}),
        ("bodies/x", body(sources=[{"source": "kallan", "locator": "x"}]), "sources.0.source", {"value": "kallan", "kinds": "sources", "suggestion": "kalla"}),
        (
            "profiles/x",
            profile(relations=[{"kind": "parent", "target": "exempel", "sources": SAME["sources"]}]),
            "relations.0.target",
            {"value": "exempel", "kinds": "profiles / bodies", "suggestion": "exempel-ab"},
        ),
        ("cases/x", case(party("nagon")), "parties.0.provider", {"value": "nagon", "kinds": "profiles", "suggestion": ""}),
        ("cases/x", case(statements=[statement(by=["myndigheten", "y"])]), "statements.0.by.1", {"value": "y", "kinds": "bodies", "suggestion": ""}),
    ],
)
def test_one_that_names_none_is_told_with_the_nearest(key: str, record: Data, where: str, words: dict[str, str]) -> None:
    assert said(references_resolve, registry({key: record})) == [("L01", f"{key} {where}", words)]


@pytest.mark.parametrize("target", ["exempel-ab", "myndigheten"])
def test_a_reference_to_one_of_two_kinds_may_be_either(target: str) -> None:
    made = registry({"profiles/x": profile(relations=[{"kind": "parent", "target": target, "sources": SAME["sources"]}])})
    assert said(references_resolve, made) == []


def test_a_record_that_cannot_be_read_is_there() -> None:
    assert said(references_resolve, registry({"programmes/x": programme(buyer="trasig")}, present=["bodies/trasig"])) == []


def test_the_id_of_a_part_is_used_once_in_its_record() -> None:
    told = [{"id": name, "text": "x", **SAME} for name in ("a", "b", "a", "a")]
    contract = {"id": "b", "buyer": "myndigheten", **SAME}
    made = registry({"profiles/exempel-ab": profile(contracts=[contract], statements=told), "profiles/granne": profile(statements=told[:2])})
    place = made.documents["profiles/exempel-ab"].source.place
    first = {"a": str(place(("statements", 0, "id"))[0]), "b": str(place(("contracts", 0, "id"))[0])}
    assert said(local_ids_unique, made) == [
        ("L02", f"profiles/exempel-ab statements.{number}.id", {"value": name, "line": first[name]}) for number, name in ((1, "b"), (2, "a"), (3, "a"))
    ]


TEXT_LINKS: list[tuple[str, list[tuple[str, str, str]]]] = [
    ("[x](profiles/exempel-ab)", []),
    ("[x](profiles/exempel-ab#avtal)", []),
    ("[x](pages/om)", []),
    ("[x](https://exempel.se/)", []),
    ("[x](cases/visas) och [y](profiles/exempel-ab)", []),
    ("[x](profiles/trasig)", []),
    ("[x](profiles/exempelab)", [("L03", "profiles/exempelab", "profiles/exempel-ab")]),
    ("[x](profiles/exempelab#avtal)", [("L03", "profiles/exempelab#avtal", "profiles/exempel-ab")]),
    ("[x](pages/metod)", [("L03", "pages/metod", "")]),
    ("[x](cases/lank)", [("L04", "cases/lank", "")]),
    ("[x](cases/lank#u)", [("L04", "cases/lank#u", "")]),
    ("[x](terms/y), [y](terms/z)", [("L03", "terms/y", ""), ("L03", "terms/z", "")]),
]


@pytest.mark.parametrize(("text", "wrong"), TEXT_LINKS)
@pytest.mark.parametrize("draft", [False, True])
def test_links_in_texts_lead_to_what_is_shown(text: str, wrong: list[tuple[str, str, str]], draft: bool) -> None:
    records = {"bodies/x": body(summary=text, name=text), "cases/lank": LINK_ONLY, "cases/visas": case()}
    made = registry(records, pages=(page(),), present=["profiles/trasig"], intake=["bodies/x"] if draft else ())
    found = [(code, where, params["value"], params.get("suggestion", "")) for code, where, params in said(text_links, made)]
    # A draft may link to a case that is not shown; the name is no Markdown and has no links.
    assert found == [(code, "bodies/x summary", *rest) for code, *rest in wrong if not (draft and code == "L04")]


def test_a_link_that_leads_nowhere_is_told_how_one_is_written() -> None:
    ((_, _, params),) = said(text_links, registry({"bodies/x": body(summary="[x](terms/y)")}))
    assert params["examples"] == IN_RECORDS


def told(name: str) -> dict[str, Any]:
    return {"id": name, "text": "x", **SAME}


@pytest.mark.parametrize(
    ("target", "suggestion"),
    [
        ("schemes/x", None),
        ("schemes/x#uppgift", None),
        ("schemes/x#fraga-payment", None),
        ("cases/borttaget", None),
        ("cases/borttaget#u", None),
        ("profiles/trasig", None),
        ("profiles/trasig#u", None),
        ("schemes/x#uppgifter", "schemes/x#uppgift"),
        ("schemes/x#fraga-review", ""),
        ("schemes/xyz-nagot-annat", ""),
        ("profiles/exempelab", "profiles/exempel-ab"),
        ("profiles/exempelab#u", "profiles/exempel-ab"),
        ("schemes/borttaget", ""),
    ],
)
def test_a_correction_is_of_something_that_is_or_was_there(target: str, suggestion: str | None) -> None:
    records = {
        "schemes/x": scheme(statements=[told("uppgift")], answers={"payment": {"text": "x", **SAME}}),
        "tombstones/borttaget": tombstone("cases"),
        "corrections/a": correction("schemes/x"),
        "corrections/c": correction(target),
    }
    found = said(named_targets, registry(records, present=["profiles/trasig"]))
    if suggestion is None:
        assert found == []
    else:
        ((code, where, params),) = found
        assert (code, where, params["value"], params["examples"]) == ("L03", "corrections/c target", target, "profiles/exempel-ab")
        assert params["suggestion"] == suggestion or (suggestion == "" and params["suggestion"] not in ("", target))


PAGE_LINKS: list[tuple[str, tuple[str, str] | None]] = [
    ("profiles/exempel-ab", None),
    ("profiles/exempel-ab#avtal", None),
    ("profiles/trasig", None),
    ("cases/visas", None),
    ("metod.md", None),
    ("metod.md#avsnitt", None),
    ("om.md", None),
    ("cases/lank", ("L04", "")),
    ("cases/lank#u", ("L04", "")),
    ("profiles/exempelab", ("L03", "profiles/exempel-ab")),
    ("metodd.md", ("L03", "metod.md")),
    ("content/metod.md", ("L03", "metod.md")),
]


@pytest.mark.parametrize(("link", "wrong"), PAGE_LINKS)
def test_links_on_pages_lead_to_what_is_shown(link: str, wrong: tuple[str, str] | None) -> None:
    pages = (page(slug="metod", file="content/metod.md"), page(("profiles/exempel-ab", 3, 4), (link, 7, 12)))
    made = registry({"cases/lank": LINK_ONLY, "cases/visas": case()}, pages=pages, present=["profiles/trasig"])
    found = said(page_links, made)
    if wrong is None:
        assert found == []
    else:
        ((code, where, params),) = found
        assert (code, where, params["value"], params.get("suggestion", "")) == (wrong[0], "content/om.md:7:12", link, wrong[1])
        assert params.get("examples", ON_PAGES) == ON_PAGES


def test_where_there_are_no_records_at_all_the_folder_is_told_of_and_not_every_link() -> None:
    made = registry({}, pages=(page(("profiles/exempel-ab", 3, 4)),))
    empty = type(made)(made.as_of, made.horizon, {}, {}, made.pages, frozenset())
    assert said(page_links, empty) == []


def test_only_a_correction_may_name_what_has_been_removed() -> None:
    link = "Se [här](profiles/borttaget)."
    records = {"tombstones/borttaget": tombstone("profiles"), "corrections/c": correction("profiles/exempel-ab", now=link), "terms/x": term(definition=link)}
    assert [(code, where) for code, where, _ in said(text_links, registry(records))] == [("L03", "terms/x definition")]
