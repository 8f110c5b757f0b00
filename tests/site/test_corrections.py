"""Corrections on the pages that they are about, and what stands where something was removed."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from conftest import AS_OF, ROOT

from generator.build.manifest import MANIFEST
from generator.build.publish import MEMORY
from generator.records.models import Kind
from generator.registry.loading import load
from generator.site.corrections_feed import corrections_feed
from generator.site.maker import Maker
from generator.site.views.cases import case_view
from generator.site.views.corrections import NOTICE_DAYS, CorrectionView, PageCorrections, corrections_view, permanent_id, removed_view
from generator.site.views.overview import glossary_view
from generator.site.views.profiles import profile_view
from generator.site.views.sources import source_view
from generator.site.views.systems import scheme_view

DAY = date.fromisoformat(AS_OF)
BASE = ROOT / "tests/cases/base"

TWO_PARTIES = """name: Exempelärendet
type: media_report
date: 2024-03
parties:
  - provider: exempel-ab
    procedure: closed
    outcome: none_found
    outcome_sources: [{source: exempelmyndigheten-2025, locator: s. 2}]
    reply: {state: declined, asked_on: 2026-02-02}
  - provider: andra-exempel
    procedure: unknown
    outcome: unknown
    reply: {state: unknown}
statements:
  - id: om-den-ena
    kind: allegation
    grade: B
    about: [exempel-ab]
    text: Inga möten hölls.
    by: [exempelmyndigheten]
    sources: [{source: exempelmyndigheten-2025, locator: s. 1}]
    counter: {searched_on: 2026-10-01}
    checked_on: 2026-10-01
  - id: om-den-andra
    kind: allegation
    grade: C
    about: [andra-exempel]
    sources: [{source: exempelbladet-2024, locator: början}]
    counter: {searched_on: 2026-10-01}
    checked_on: 2026-10-01
"""

MakerOf = Callable[..., Maker]


@pytest.fixture
def maker_of(tmp_path: Path) -> MakerOf:
    """Makes a maker of the valid records and these corrections: name to target, or to (target, day)."""
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    providers = tmp_path / "providers"
    (providers / "cases/exempelarende.yaml").write_text(TWO_PARTIES, encoding="utf-8")
    (providers / "corrections/rattelse-1.yaml").unlink()

    def make(*, files: dict[str, str] | None = None, preview: bool = False, shown: date = DAY, **corrections: str | tuple[str, date]) -> Maker:
        for name, value in corrections.items():
            target, day = value if isinstance(value, tuple) else (value, DAY)
            text = f"target: {target}\npublished_on: {day}\nwas: Det gamla.\nnow: Det nya.\nwhy: Fel rad.\nnoticed_by: reader\n"
            (providers / f"corrections/{name}.yaml").write_text(text, encoding="utf-8")
        for name, text in (files or {}).items():
            (providers / name).parent.mkdir(exist_ok=True)
            (providers / name).write_text(text, encoding="utf-8")
        loaded = load(providers, tmp_path / "content", shown, today=DAY)
        assert loaded.registry is not None, loaded.problems
        return Maker(loaded.registry, preview=preview)

    return make


def names(corrections: tuple[CorrectionView, ...]) -> list[str]:
    return [view.anchor for view in corrections]


def everywhere(maker: Maker) -> dict[str, PageCorrections]:
    """The corrections on each page that has any."""
    of, get = maker.registry.of, maker.registry.get
    views = {d.key: profile_view(maker, d).corrections for d in of(Kind.PROFILES)}
    views |= {d.key: case_view(maker, d).corrections for d in of(Kind.CASES) if maker.case_has_page(d.id)}
    views |= {d.key: source_view(maker, d).corrections for d in of(Kind.SOURCES)}
    views |= {"schemes/exempelmarket": scheme_view(maker, get(Kind.SCHEMES, "exempelmarket")).corrections, "terms": glossary_view(maker).corrections}
    return {key: view for key, view in views.items() if view != PageCorrections()}


@pytest.mark.parametrize(
    ("target", "pages"),
    [
        ("profiles/exempel-ab", ["profiles/exempel-ab"]),
        ("profiles/exempel-ab#avtal-2022", ["profiles/exempel-ab"]),
        ("cases/exempelarende", ["cases/exempelarende", "profiles/exempel-ab"]),
        ("cases/exempelarende#om-den-ena", ["cases/exempelarende", "profiles/exempel-ab"]),
        ("cases/exempelarende#part-exempel-ab", ["cases/exempelarende", "profiles/exempel-ab"]),
        ("cases/exempelarende#om-den-andra", []),
        ("cases/exempelarende#part-andra-exempel", []),
        ("sources/exempelbladet-2024", ["sources/exempelbladet-2024"]),
        ("sources/exempelmyndigheten-2025", ["cases/exempelarende", "profiles/exempel-ab", "sources/exempelmyndigheten-2025"]),
        ("schemes/exempelmarket", ["schemes/exempelmarket"]),
        ("terms/exempelord", ["terms"]),
        ("profiles/gammalt-exempel", []),
    ],
)
def test_a_correction_stands_on_every_page_that_shows_what_was_corrected_and_on_no_other(maker_of: MakerOf, target: str, pages: list[str]) -> None:
    found = everywhere(maker_of(ett=target))
    assert sorted(found) == pages
    assert all(names(view.recent) == ["ett"] for view in found.values())


def test_a_change_of_language_in_a_source_stands_on_the_sources_page_alone(maker_of: MakerOf) -> None:
    text = "target: sources/exempelmyndigheten-2025\npublished_on: 2026-11-01\nwas: Ordd.\nnow: Ord.\nwhy: Stavfel.\nnoticed_by: editor\n"
    maker = maker_of(files={"corrections/stavfel.yaml": f"{text}meaning_changed: false\n"})
    assert list(everywhere(maker)) == ["sources/exempelmyndigheten-2025"]


def test_a_correction_stands_at_the_top_for_thirty_days_and_then_in_the_history(maker_of: MakerOf) -> None:
    ages = {"ny": 0, "sista": NOTICE_DAYS - 1, "gammal": NOTICE_DAYS, "aldst": 400}
    maker = maker_of(**{name: ("profiles/exempel-ab", DAY - timedelta(days=age)) for name, age in ages.items()})
    corrections = everywhere(maker)["profiles/exempel-ab"]
    assert NOTICE_DAYS == 30
    assert names(corrections.recent) == ["ny", "sista"]
    assert names(corrections.earlier) == ["gammal", "aldst"]


def test_a_notice_counts_its_days_from_what_is_known_and_not_from_the_day_that_is_shown(maker_of: MakerOf) -> None:
    ages = {"sista": NOTICE_DAYS - 1, "gammal": NOTICE_DAYS}
    maker = maker_of(shown=date(2025, 6, 1), **{name: ("profiles/exempel-ab", DAY - timedelta(days=age)) for name, age in ages.items()})
    corrections = everywhere(maker)["profiles/exempel-ab"]
    assert (names(corrections.recent), names(corrections.earlier)) == (["sista"], ["gammal"])


@pytest.mark.parametrize("anchor", ["", "#om-den-ena", "#part-exempel-ab"])
def test_an_answer_travels_with_the_corrected_claim(maker_of: MakerOf, anchor: str) -> None:
    maker = maker_of(ett=f"cases/exempelarende{anchor}")
    answers = corrections_view(maker).corrections[0].answers
    assert [(answer.name, answer.state, answer.url) for answer in answers] == [
        ("Exempel AB", "ville inte svara", "/arende/exempelarende/#svar-exempelarende-exempel-ab")
    ]
    assert everywhere(maker)["profiles/exempel-ab"].recent[0].answers == answers
    assert "Svar från Exempel AB</a>: ville inte svara." in "".join(entry.html for entry in corrections_feed(maker).entries)


@pytest.mark.parametrize("target", ["cases/exempelarende#om-den-andra", "profiles/exempel-ab", "sources/exempelbladet-2024"])
def test_what_is_no_shown_claim_has_no_answer_beside_it(maker_of: MakerOf, target: str) -> None:
    assert corrections_view(maker_of(ett=target)).corrections[0].answers == ()


def test_the_corrected_statement_says_so_itself_the_latest_first(maker_of: MakerOf) -> None:
    target = "cases/exempelarende#om-den-ena"
    maker = maker_of(forst=(target, date(2026, 3, 3)), sist=(target, date(2026, 4, 4)), hela=("cases/exempelarende", date(2026, 5, 5)))
    links = [("Rättad den 4 april 2026", "/rattelser/#sist"), ("Rättad den 3 mars 2026", "/rattelser/#forst")]
    views = [case_view(maker, maker.registry.get(Kind.CASES, "exempelarende")).claims[0].statements[0]]
    views += profile_view(maker, maker.registry.get(Kind.PROFILES, "exempel-ab")).cases[0].claims[0].statements
    for view in views:
        assert [(link.text.replace("\u00a0", " "), link.url) for link in view.corrected] == links


def test_a_change_of_language_only_is_called_that(maker_of: MakerOf) -> None:
    text = "target: terms/exempelord\npublished_on: 2026-11-01\nwas: Ordd.\nnow: Ord.\nwhy: Stavfel.\nnoticed_by: editor\nmeaning_changed: false\n"
    maker = maker_of(files={"corrections/stavfel.yaml": text})
    assert corrections_view(maker).corrections[0].heading.replace("\u00a0", " ") == "Språket rättat 1 november 2026"


def test_the_link_to_a_part_that_is_gone_leads_to_what_became_of_it(maker_of: MakerOf) -> None:
    released = "profiles/exempel-ab#borta {}\ncases/exempelarende#borta-dar {}\n"
    old = ("cases/exempelarende#borta-dar", DAY - timedelta(40))
    found = everywhere(maker_of(files={"released.txt": released}, ett="profiles/exempel-ab#borta", tva=old, tre="profiles/exempel-ab#borta"))
    profile, case = found["profiles/exempel-ab"], found["cases/exempelarende"]
    assert [(view.anchor, view.part) for view in profile.recent] == [("tre", "borta"), ("ett", "")]
    assert [view.part for view in profile.earlier] == ["exempelarende-borta-dar"]
    assert [view.part for view in case.earlier] == ["borta-dar"]


def test_a_part_that_is_there_has_its_link_itself(maker_of: MakerOf) -> None:
    found = everywhere(maker_of(ett="profiles/exempel-ab#avtal-2022", tva="cases/exempelarende#om-den-ena", tre="sources/exempelmyndigheten-2025"))
    assert {view.part for page in found.values() for view in (*page.recent, *page.earlier)} == {""}


@pytest.mark.parametrize(
    ("target", "text", "url"),
    [
        ("profiles/exempel-ab#avtal-2022", "Exempel AB", "/leverantor/exempel-ab/#avtal-2022"),
        ("cases/exempelarende#om-den-ena", "Exempelärendet", "/arende/exempelarende/#om-den-ena"),
        ("cases/exempelarende#part-exempel-ab", "Exempelärendet", "/arende/exempelarende/#part-exempel-ab"),
        ("cases/exempelarende#om-den-andra", "Exempelärendet", "/arende/exempelarende/"),
        ("cases/exempelarende#part-andra-exempel", "Exempelärendet", "/arende/exempelarende/"),
        ("terms/exempelord", "exempelord", "/ordlista/#exempelord"),
        ("profiles/gammalt-exempel", "Exempel AB", "/leverantor/exempel-ab/"),
        ("tombstones/gammalt-exempel", "Exempel AB", "/leverantor/exempel-ab/"),
        ("corrections/annan", "en tidigare rättelse", "/rattelser/#annan"),
    ],
)
def test_a_correction_leads_to_what_was_corrected_as_far_as_it_is_shown(maker_of: MakerOf, target: str, text: str, url: str) -> None:
    maker = maker_of(ett=(target, DAY), annan=("terms/exempelord", date(2026, 1, 1)))
    link = corrections_view(maker).corrections[0].target
    assert (link.text, link.url) == (text, url)


@pytest.mark.parametrize("target", ["cases/exempelarende#om-den-andra", "cases/exempelarende#part-andra-exempel"])
def test_a_correction_does_not_tell_what_the_gate_holds_back(maker_of: MakerOf, target: str) -> None:
    view = corrections_view(maker_of(ett=target)).corrections[0]
    assert (view.was, view.now, view.why, view.withheld) == ("", "", "", True)


def test_a_preview_tells_what_it_shows(maker_of: MakerOf) -> None:
    view = corrections_view(maker_of(ett="cases/exempelarende#part-andra-exempel", preview=True)).corrections[0]
    assert (view.was, view.withheld) == ("<p>Det gamla.</p>", False)


def test_a_correction_of_a_case_that_is_not_shown_names_nothing(maker_of: MakerOf) -> None:
    hidden = re.sub(r"name: .*\n", "", TWO_PARTIES)
    hidden = hidden.replace("grade: B", "grade: C").replace("state: declined", "state: unknown").replace("    text: Inga möten hölls.\n", "")
    hidden = re.sub(r"outcome: none_found\n.*\n", "outcome: unknown\n", hidden).replace("om-den-ena", "kalla").replace("om-den-andra", "kalla-2")
    view = corrections_view(maker_of(files={"cases/exempel-2024.yaml": hidden}, ett="cases/exempel-2024")).corrections[0]
    assert (view.target.text, view.target.url, view.withheld) == ("ett ärende som inte visas", None, True)


@pytest.mark.parametrize(
    ("reason", "withheld"), [("merged", False), ("not_relevant", False), ("wrong", True), ("unfair", True), ("privacy", True), ("legal", True)]
)
def test_what_was_removed_as_wrong_or_unsupported_is_not_told_again(maker_of: MakerOf, reason: str, withheld: bool) -> None:
    grave = f"was: cases\nremoved_on: 2026-11-01\nreason: {reason}\ntext: Därför.\n"
    (view,) = corrections_view(maker_of(files={"tombstones/namnet.yaml": grave}, ett="cases/namnet#uppgift")).corrections
    assert (view.withheld, view.was) == (withheld, "" if withheld else "<p>Det gamla.</p>")


@pytest.mark.parametrize(("reason", "named"), [("privacy", False), ("legal", False), ("wrong", True), ("unfair", True)])
@pytest.mark.parametrize("kind", ["sources", "terms"])
def test_what_was_removed_for_a_person_or_by_law_is_not_named_again(maker_of: MakerOf, reason: str, named: bool, kind: str) -> None:
    grave = f"was: {kind}\nremoved_on: 2026-11-01\nreason: {reason}\ntext: Därför.\n"
    maker = maker_of(files={"tombstones/namnet.yaml": grave}, ett=f"{kind}/namnet", tva="tombstones/namnet")
    view = corrections_view(maker)
    tombstone = next(t for t in view.tombstones if t.html == "<p>Därför.</p>")
    assert ("namnet" in f"{tombstone.name} {tombstone.page} {tombstone.anchor} {tombstone.urn}") is named
    assert {c.anchor: c.withheld for c in view.corrections} == {"ett": True, "tva": not named}
    assert ("namnet" in str(view.corrections)) is (named and kind == "sources")
    assert view.corrections[0].target.text == f"{'källa' if kind == 'sources' else 'ord'} som har tagits bort"


def test_the_page_of_a_removed_record_shows_where_to_go_and_its_corrections(maker_of: MakerOf) -> None:
    graves = {f"tombstones/{name}.yaml": f"was: profiles\nremoved_on: 2026-11-01\nreason: merged\ntext: Nytt namn.\nredirect: profiles/{to}\n"
              for name, to in (("ett", "tva"), ("tva", "gammalt-exempel"))}  # fmt: skip
    maker = maker_of(files=graves, rattad="profiles/ett", text="tombstones/ett", annan="profiles/tva")
    view = removed_view(maker, maker.registry.get(Kind.TOMBSTONES, "ett"))
    assert view.removed.redirect is not None
    assert (view.removed.redirect.text, view.removed.redirect.url) == ("Exempel AB", "/leverantor/exempel-ab/")
    assert sorted(names(view.corrections.recent)) == ["rattad", "text"]


def test_a_redirect_that_ends_at_a_removed_record_leads_nowhere(maker_of: MakerOf) -> None:
    graves = {"tombstones/ett.yaml": "was: profiles\nremoved_on: 2026-11-01\nreason: merged\ntext: Nytt namn.\nredirect: profiles/tva\n",
              "tombstones/tva.yaml": "was: profiles\nremoved_on: 2026-11-01\nreason: privacy\ntext: Nej.\n"}  # fmt: skip
    maker = maker_of(files=graves)
    assert removed_view(maker, maker.registry.get(Kind.TOMBSTONES, "ett")).removed.redirect is None


def test_the_names_for_ever_are_for_ever() -> None:
    """These are out in the world, in the readers of those who follow the feed. They must never change."""
    assert permanent_id("feed") == "urn:uuid:2cd1ece5-3d7b-59a0-9166-9dea3b90204c"
    assert permanent_id("corrections/2026-09-stavning") == "urn:uuid:a48342af-55b7-5f6f-802e-0f939d682c01"
    assert permanent_id("tombstones/exempel-coach") == "urn:uuid:4f5457de-fa91-5a0a-ad0d-01d43596ea0b"


# The built demo.


def test_every_removed_record_of_the_demo_with_a_page_has_one_that_search_engines_pass_by(demo_site: Path) -> None:
    where = ["leverantor/exempel-coach", "leverantor/exempel-jobb", "leverantor/pahittad-dubblett", "arende/klagomal-2019",
             "kalla/avtal-2018", "kalla/bilaga-2020", "organisation/sagocirkusen"]  # fmt: skip
    for place in where:
        text = (demo_site / place / "index.html").read_text(encoding="utf-8")
        assert '<meta name="robots" content="noindex">' in text
        assert "<h1>Den här sidan är borttagen</h1>" in text
    removed = [path for path in demo_site.rglob("*.html") if "<h1>Den här sidan är borttagen</h1>" in path.read_text(encoding="utf-8")]
    providers = [place.removeprefix("leverantor/") for place in where if place.startswith("leverantor/")]
    beside = {*(f"{place}/citera" for place in where), *(f"{kind}/{name}" for kind in ("kort", "lattlast/leverantor") for name in providers)}
    assert {path.parent.relative_to(demo_site).as_posix() for path in removed} == {*where, *beside}
    assert all('<meta name="robots" content="noindex">' in path.read_text(encoding="utf-8") for path in removed)


def test_what_the_demo_removed_for_a_person_or_by_law_is_named_in_no_file(demo_site: Path) -> None:
    """But for the lists of all files, the one that a copy of the site is held against and the builds' own, and the documents at their own addresses."""
    everything = {path.relative_to(demo_site).as_posix(): path.read_bytes() for path in demo_site.rglob("*.*") if path.is_file()}
    assert b"sagocirkusen" in everything["data/coachkollen.json"]
    named = {name for name, text in everything.items() if re.search(b"bilaga-2020|avtal-2018", text)}
    assert named == {MANIFEST, MEMORY, "api/v1/sources/avtal-2018.json", "api/v1/sources/bilaga-2020.json"}


def test_a_notice_leads_to_the_correction_in_the_public_list(demo_site: Path) -> None:
    text = (demo_site / "leverantor/exempel-ab/index.html").read_text(encoding="utf-8")
    before_the_summary = text[: text.index('class="text ingress"')]
    assert '<a href="/rattelser/#2026-11-stjarnor">Rättad 3\N{NO-BREAK SPACE}november\N{NO-BREAK SPACE}2026</a>' in before_the_summary
    assert "Företaget hade två av fyra stjärnor i juni 2025." in before_the_summary
    history = text[text.index('id="avsnitt-sidans-rattelser"') :]
    assert "Märkningen gäller till den 22 november 2026." in history
    assert "stjärnor" not in history
