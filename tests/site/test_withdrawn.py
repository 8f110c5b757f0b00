"""What was taken back, and what was removed for a person's sake, is not read in old versions of pages, in the history or in what programs read."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import rendered
from made import Data, case, correction, party, profile, source, statement, tombstone
from made_releases import released

from generator.registry.registry import Registry
from generator.registry.withdrawn import Withdrawals
from generator.site.archive import archive_files
from generator.site.following import feed_files
from generator.site.maker import Maker
from generator.site.pages import PAGE_VIEWS, record_pages
from generator.site.tables.public import Public
from generator.site.tables.sources import correction_rows

FIRST, SECOND, THIRD = "2026-11-21", "2026-12-01", "2027-01-10"
CLAIM = "Bolaget tog betalt för möten som inte hölls."
KEPT = statement("kvar", kind="finding", text="Det som stod fast.")
GONE = statement("borta", kind="finding", text=CLAIM)
REPLY = {"state": "replied", "asked_on": "2026-01-07", "answered_on": "2026-02-01", "text": "Vårt svar."}


def records(*claims: Data, others: dict[str, Data] | None = None, **fields: Any) -> dict[str, Data]:
    return {"cases/arendet": case(party(reply=REPLY), statements=claims or [KEPT, GONE], **fields), **(others or {})}


def taken_back(target: str = "cases/arendet#borta", **fields: Any) -> dict[str, Data]:
    told = {"published_on": SECOND, "was": CLAIM, "now": "Uppgiften är borttagen.", "why": "Den gällde ett annat bolag.", "withdraw": True}
    return {"corrections/c": correction(target, **{**told, **fields})}


def history(folder: Path, *steps: dict[str, Data]) -> Registry:
    return released(folder, list(zip((FIRST, SECOND, THIRD), steps, strict=False)))


def withdrawn(registry: Registry) -> set[tuple[str, str]]:
    """Release and path of each stored page that is not shown any more."""
    withdrawals = Withdrawals(registry)
    return {(release.id, page.path) for release, page in registry.releases.stored() if withdrawals.is_withdrawn(release.id, page)}


def site(registry: Registry) -> dict[str, str]:
    """All that the site has of the past and of corrections, by address."""
    maker = Maker(registry)
    templates = {"since", "history", "changes", "release", "withdrawn", "case", "profile", "source"}
    found = {page.url: rendered.html(maker, page) for page in record_pages(maker) if page.template in templates}
    found |= dict(feed_files(maker)) | {address: content.decode() for address, content in archive_files(maker)}
    found["/rattelser/"] = str(PAGE_VIEWS["corrections"](maker))
    found["corrections"] = str(list(correction_rows(Public(maker))))
    return found


def told_in(registry: Registry, words: str) -> list[str]:
    return sorted(address for address, text in site(registry).items() if words in text)


def test_a_statement_that_is_taken_back_is_read_nowhere_any_more(tmp_path: Path) -> None:
    registry = history(tmp_path, records(), records(KEPT, others=taken_back()))
    assert any(CLAIM in path.read_text(encoding="utf-8") for path in tmp_path.rglob("*.html"))
    assert told_in(registry, CLAIM) == []


def test_a_statement_that_was_only_corrected_is_still_read_where_it_stood(tmp_path: Path) -> None:
    registry = history(tmp_path, records(), records(KEPT, others=taken_back(withdraw=None)))
    assert f"/v/{FIRST}/arende/arendet/" in told_in(registry, CLAIM)
    assert withdrawn(registry) == set()


def test_in_the_place_of_the_old_page_stands_that_it_is_not_shown_and_in_the_history_that_the_statement_was_taken_back(tmp_path: Path) -> None:
    found = site(history(tmp_path, records(), records(KEPT, others=taken_back())))
    page = found[f"/v/{FIRST}/arende/arendet/"].replace("\N{NO-BREAK SPACE}", " ")
    assert "Den här versionen visas inte längre" in page
    assert '<a href="/rattelser/#c">En uppgift togs tillbaka med en rättelse den 1 december 2026</a>' in page
    assert f'<a href="/v/{SECOND}/arende/arendet/">Närmaste senare version: 1 december 2026</a>' in page
    assert "Det behöver inte gälla den som sidan handlar om" not in page
    assert "Det behöver inte gälla den som sidan handlar om" in found[f"/v/{FIRST}/leverantor/exempel-ab/"]
    history_page = found["/historik/arende/arendet/"].partition(f'id="efter-{FIRST}"')
    assert "Sidan som den var då visas inte längre." in history_page[2]
    assert "Sidan som den var då visas inte längre." not in history_page[0]
    assert "En uppgift togs tillbaka" in rendered.visible(found["/historik/arende/arendet/"])
    assert "/rattelser/#c" in found["/historik/arende/arendet/"]
    assert "Uppgiften togs tillbaka." in found["/rattelser/"]


@pytest.mark.parametrize("reason", ["wrong", "privacy"])
def test_in_the_place_of_the_page_of_what_was_removed_stands_its_own_reason_and_what_is_counted_is_what_was_there_then(tmp_path: Path, reason: str) -> None:
    gone = {"tombstones/arendet": tombstone("cases", removed_on=SECOND, reason=reason), "profiles/exempel-ab": profile()}
    found = site(history(tmp_path, records(others={"profiles/exempel-ab": profile()}), gone))
    page = found[f"/v/{FIRST}/leverantor/exempel-ab/"]
    (address,) = re.findall(r'<li><a href="(/rattelser/#borttaget-[0-9a-f]+)">Ärende togs bort', page)
    assert address
    assert "Det behöver inte gälla den som sidan handlar om" in page
    told = rendered.visible(found[f"/v/{FIRST}/"])
    assert "1 nytt ärende, varav 1 inte finns kvar" in told
    assert "visas inte längre, eftersom något på" in told


def test_a_case_that_is_held_afterwards_is_named_in_no_list_of_changes(tmp_path: Path) -> None:
    provider = {"profiles/exempel-ab": profile()}
    held = {"cases/arendet": case(party(reply=REPLY), statements=[statement("kvar", grade="E")], name="Hemliga ärendet"), **provider}
    found = site(history(tmp_path, records(others=provider, name="Hemliga ärendet"), held))
    pages = ("/andringar/", f"/v/{FIRST}/", f"/v/{SECOND}/", "/folj/allt.xml", "/leverantor/exempel-ab/flode.xml")
    there = [address for address in found if address in pages or address.endswith((".xml", "andringar.json"))]
    assert {"/andringar/", f"/v/{FIRST}/", f"/v/{SECOND}/"} <= set(there)
    assert [address for address in there if "Hemliga" in found[address]] == []
    assert "1 nytt ärende, varav 1 inte finns kvar" in rendered.visible(found["/andringar/"])
    assert "1 sida är borttagen." in rendered.visible(found[f"/v/{SECOND}/"])
    frame = found[f"/historik/arende/arendet/sedan-{FIRST}/"]
    assert "Sidan är borttagen sedan dess." in frame
    assert 'href="/andringar/"' in frame, "there is no other page to lead to"


def test_the_address_of_what_was_removed_for_a_persons_sake_is_linked_from_no_page_about_changes(tmp_path: Path) -> None:
    person = records(others={"profiles/kalle-pahitt": profile(name="Kalle Påhitt", legal_form="sole_trader")})
    gone = records(others={"tombstones/kalle-pahitt": tombstone("profiles", removed_on=SECOND, reason="privacy")})
    found = site(history(tmp_path, person, gone))
    about = {address: text for address, text in found.items() if address.startswith(("/v/", "/historik/", "/andringar/")) and address.endswith("/")}
    assert f"/v/{FIRST}/leverantor/kalle-pahitt/" in about
    linked = {address: re.findall(r'<a [^>]*href="([^"]*kalle-pahitt[^"]*)"', text) for address, text in about.items()}
    assert {address: links for address, links in linked.items() if links} == {}


def test_a_change_of_what_is_not_there_any_more_says_so(tmp_path: Path) -> None:
    second = records(KEPT, statement("borta", kind="finding", text="Ändrat."), others=taken_back(withdraw=None, now="Ändrat."))
    found = site(history(tmp_path, records(), second, records(KEPT, others=taken_back(withdraw=None, now="Ändrat."))))
    assert "Ändrad uppgift, som inte finns kvar" in rendered.visible(found["/historik/arende/arendet/"])


def test_only_pages_that_said_it_are_withdrawn(tmp_path: Path) -> None:
    registry = history(tmp_path, records(), records(KEPT, others=taken_back()))
    paths = {path for _, path in withdrawn(registry)}
    assert {"arende/arendet/index.html", "leverantor/exempel-ab/index.html"} <= paths
    assert "leverantorer/index.html" not in paths
    assert {release for release, _ in withdrawn(registry)} == {FIRST}


def test_a_statement_that_came_later_takes_nothing_from_before_it(tmp_path: Path) -> None:
    registry = history(tmp_path, records(KEPT), records(), records(KEPT, others=taken_back(published_on=THIRD)))
    assert {release for release, path in withdrawn(registry) if path.startswith("arende/")} == {SECOND}


def test_before_the_release_that_has_the_correction_every_page_that_may_have_said_it_is_withdrawn(tmp_path: Path) -> None:
    registry = history(tmp_path, records())
    later = history(tmp_path / "later", records(KEPT, others=taken_back()))
    unreleased = Registry(
        as_of=later.as_of,
        horizon=later.horizon,
        documents=later.documents,
        backlinks=later.backlinks,
        pages=(),
        present=later.present,
        releases=registry.releases,
        released=registry.released,
    )
    assert told_in(unreleased, CLAIM) == []


def test_what_an_old_correction_quoted_is_withdrawn_when_it_is_taken_back_afterwards(tmp_path: Path) -> None:
    quoted = records(KEPT, others=taken_back(withdraw=None))
    registry = history(tmp_path, records(), quoted, records(KEPT, others=taken_back()))
    assert told_in(registry, CLAIM) == []
    assert (SECOND, "arende/arendet/index.html") in withdrawn(registry), "its notice quoted the statement"


def test_the_words_of_an_older_correction_of_the_same_are_not_read_either(tmp_path: Path) -> None:
    older = {"corrections/a": correction("cases/arendet#borta", published_on=SECOND, was="Något.", now=CLAIM)}
    registry = history(tmp_path, records(), records(others=older), records(KEPT, others={**older, **taken_back(published_on=THIRD)}))
    assert told_in(registry, CLAIM) == []


def test_an_old_state_that_is_taken_back_is_told_no_more(tmp_path: Path) -> None:
    first = records(others={"profiles/exempel-ab": profile(name="Gamla Namnet")})
    second = records(others={"profiles/exempel-ab": profile(name="Nya Namnet"), **taken_back("profiles/exempel-ab", was="Gamla Namnet", now="Nya Namnet")})
    registry = history(tmp_path, first, second)
    assert told_in(registry, "Gamla Namnet") == []
    (change,) = json.loads(site(registry)[f"/v/{SECOND}/andringar.json"])["states"]
    assert change == {"unit": "profiles/exempel-ab", "aspect": "name", "was": None, "now": "Nya Namnet", "withdrawn": True}


@pytest.mark.parametrize(("form", "told"), [("sole_trader", False), ("limited_company", True)])
def test_the_former_name_of_a_sole_trader_is_not_told_and_that_of_a_company_is(tmp_path: Path, form: str, told: bool) -> None:
    steps = [{"profiles/exempel-ab": profile(name=name, legal_form=form)} for name in ("Kalle Påhitt", "Påhittade coacher")]
    found = site(history(tmp_path, *steps))
    living = {address: text for address, text in found.items() if not (address.startswith("/v/") and address.endswith("/"))}
    assert any("Kalle Påhitt" in text for text in living.values()) == told
    assert "Påhittade coacher" in rendered.visible(found["/historik/leverantor/exempel-ab/"])


def without_files(text: str) -> str:
    """A list for programs without the paths of files: something answers at each, so they are told."""
    if not text.startswith("{"):
        return text
    data = json.loads(text)
    pages = [{name: value for name, value in page.items() if name != "path"} for page in data.get("pages", ())]
    return json.dumps({**data, "pages": pages, "gone": []}, ensure_ascii=False)


@pytest.mark.parametrize("reason", ["privacy", "legal"])
def test_the_id_of_what_was_removed_for_a_persons_sake_or_by_law_is_in_no_list_but_of_files(tmp_path: Path, reason: str) -> None:
    cases = records(others={"profiles/kalle-pahitt": profile(name="Kalle Påhitt", legal_form="sole_trader")})
    gone = records(others={"tombstones/kalle-pahitt": tombstone("profiles", removed_on=SECOND, reason=reason)})
    registry = history(tmp_path, records(), cases, {**gone})
    found = site(registry)
    own = {address for address in found if "kalle-pahitt" in address}
    lists = {address: text for address, text in found.items() if address not in own and address.endswith((".json", ".xml"))}
    assert f"/v/{SECOND}/release.json" in lists
    assert [address for address, text in lists.items() if "kalle-pahitt" in without_files(text)] == []
    assert told_in(registry, "Kalle Påhitt") == []
    (urn,) = json.loads(found[f"/v/{THIRD}/andringar.json"])["removed"]
    assert urn.startswith("urn:uuid:")
    assert urn in json.loads(found[f"/v/{SECOND}/andringar.json"])["added"]


def test_the_id_of_what_was_removed_as_wrong_is_kept_so_that_whoever_quoted_it_can_see_why(tmp_path: Path) -> None:
    removed = {"tombstones/arendet": tombstone("cases", removed_on=SECOND, reason="wrong")}
    found = site(history(tmp_path, records(), removed))
    assert "cases/arendet" in json.loads(found[f"/v/{SECOND}/andringar.json"])["removed"]


def test_the_headline_of_a_source_removed_by_law_is_on_no_frozen_page(tmp_path: Path) -> None:
    headline = "Inslag om klagomål på matchning"
    first = records(GONE | {"sources": [{"source": "inslaget", "locator": "s. 1"}]}, KEPT, others={"sources/inslaget": source(title=headline)})
    second = records(KEPT, others={"tombstones/inslaget": tombstone("sources", removed_on=SECOND, reason="legal"), **taken_back(withdraw=None)})
    registry = history(tmp_path, first, second)
    assert any(headline in path.read_text(encoding="utf-8") for path in tmp_path.rglob("leverantor/*/index.html"))
    assert told_in(registry, headline) == []


def test_an_old_page_that_nothing_was_taken_from_is_the_same_to_the_byte(tmp_path: Path) -> None:
    registry = history(tmp_path, records(), records(KEPT, others=taken_back()))
    found = dict(archive_files(Maker(registry)))
    kept = [(release, page) for release, page in registry.releases.stored() if (release.id, page.path) not in withdrawn(registry)]
    assert len(kept) > 5
    for release, page in kept:
        assert found[f"/v/{release.id}/{page.path.removesuffix('index.html')}"] == (tmp_path / release.id / page.path).read_bytes()
