"""Five releases of the demo registry: every address that was ever issued still leads somewhere, and says what is right."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import git, on_the
from past import Past
from releases_made import CASE, HISTORY, build
from rendered import visible

from generator.cli import main

_ID = re.compile(r'\sid="([^"]+)"')
RECORDS = ("leverantor", "arende", "markning", "program", "organisation", "kalla")
CASE_PAGE = "arende/granskning-2024/index.html"
CHANGED, RESPELLED, RENAMED, REMOVED = (step.day for step in HISTORY[1:])


def frozen(site: Path) -> dict[str, bytes]:
    """The pages that releases have stored, by path."""
    pages = (path for path in (site / "v").rglob("*.html") if len(path.relative_to(site).parts) > 3)
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in pages}


def test_every_page_that_was_ever_published_is_still_there(past: Past) -> None:
    for site in past.sites.values():
        issued = {path.relative_to(site) for path in site.rglob("*.html")}
        assert [path for path in issued if not (past.last / path).is_file()] == []


def test_every_anchor_of_a_record_that_was_ever_published_still_leads_to_it_or_to_what_became_of_it(past: Past) -> None:
    for site in past.sites.values():
        for folder in RECORDS:
            for path in (site / folder).rglob("index.html"):
                name = path.relative_to(site).as_posix()
                if name == CASE_PAGE:
                    continue  # it is removed, and its page says so
                statements = set(re.findall(r'data-uppgift="[^"#]+#([^"]+)"', path.read_text(encoding="utf-8")))
                missing = {s for s in statements if f'id="{s}"' not in past.read(name)} & set(_ID.findall(path.read_text(encoding="utf-8")))
                assert missing == set(), name


def test_a_frozen_page_never_changes_by_a_byte_unless_something_on_it_was_removed(past: Past) -> None:
    last = frozen(past.last)
    for day, site in list(past.sites.items())[:-1]:
        for name, content in frozen(site).items():
            same = last[name] == content
            assert same or "Den här versionen visas inte längre" in last[name].decode(), (day, name)
            assert same == (CASE not in made_from(past, name)), name


def made_from(past: Past, name: str) -> list[str]:
    _, day, path = name.split("/", 2)
    pages = json.loads((past.project / "releases" / day / "release.json").read_text(encoding="utf-8"))["pages"]
    (page,) = (page for page in pages if page["path"] == path)
    return page["made_from"]  # type: ignore[no-any-return]


def test_a_page_that_says_the_same_is_stored_once(past: Past) -> None:
    stored = [path.relative_to(past.project / "releases").parts for path in (past.project / "releases").rglob("*.html")]
    untouched = [parts[0] for parts in stored if parts[1:] == ("leverantor", "fiktiva-kurser", "index.html")]
    assert untouched == [HISTORY[0].day]
    assert sorted(parts[0] for parts in stored if "/".join(parts[1:]) == CASE_PAGE)[:3] == [HISTORY[0].day, CHANGED, RESPELLED]


def test_what_was_removed_because_it_was_wrong_is_in_no_old_page_and_in_no_data(past: Past) -> None:
    texts = [path for path in past.last.rglob("*") if path.suffix in (".html", ".json", ".xml", ".csv")]
    assert [path for path in texts if "Deltagare sade att väntrummet" in path.read_text(encoding="utf-8")] == []
    assert "Ärendet handlade om ett annat företag" in visible(past.read(CASE_PAGE))


def test_a_frozen_page_says_which_day_it_is_of_and_what_has_changed_since(past: Past) -> None:
    page = past.read(f"v/{HISTORY[0].day}/arende/granskning-2024/index.html", RENAMED)
    assert "Så var sidan den 21 november 2026." in visible(page)
    assert 'href="../../../../arende/granskning-2024/"' in page
    (since,) = re.findall(r'<iframe src="(?:\.\./){4}([^"]+)"', page)
    told = visible(past.read(f"{since}index.html", RENAMED))
    assert "3 ändringar sedan dess" in told
    assert "Ändrad uppgift (Rättad den 1 december 2026" in told
    assert "Exempel Jobb AB: Avtal: planerat → gäller" in told, "what it says of others counts too"
    assert "Inga uppgifter på sidan har ändrats" in visible(past.read("historik/leverantor/fiktiva-kurser/sedan-2026-11-21/index.html"))


def test_a_frozen_page_has_no_script_and_leads_only_by_relative_addresses(past: Past) -> None:
    for name, content in frozen(past.last).items():
        text = content.decode()
        if "Den här versionen visas inte längre" not in text:
            assert "<script" not in text, name
            assert re.findall(r'(?:href|src|action)="/[^"]*"', text) == [], name


def test_the_changes_say_which_were_of_meaning_and_which_of_language(past: Past) -> None:
    history = past.read("historik/arende/granskning-2024/index.html", RENAMED)
    changed, respelled = (re.search(rf'id="efter-{day}".*?</section>', history, re.DOTALL).group() for day in (CHANGED, RESPELLED))  # type: ignore[union-attr]
    assert "Ändrad uppgift" in visible(changed) and "Bara språket" not in visible(changed)
    assert "Rättad" in visible(changed)
    assert "Bara språket" in visible(respelled)


def test_the_public_page_of_changes_tells_states_names_and_removals_by_day(past: Past) -> None:
    text = past.read("andringar/index.html")
    days = re.findall(r'<section id="release-([^"]+)"', text)
    assert days == [step.day for step in reversed(HISTORY)]
    sections = dict(zip(days, (visible(part) for part in text.split('<section id="release-')[1:]), strict=True))
    assert "Namnet: Fabeljobb Exempel → Nya Fabeljobb" in sections[RENAMED]
    assert "1 sida är borttagen." in sections[REMOVED]
    assert "Avtal: planerat → gäller" in sections[RESPELLED], "a state changes with the day, though nobody wrote anything"


def test_the_difference_between_releases_can_be_read_by_machines(past: Past) -> None:
    change = past.data(f"v/{CHANGED}/andringar.json")
    assert (change["from"], change["to"]) == (HISTORY[0].day, CHANGED)
    assert (change["added"], change["removed"]) == (["corrections/2026-12-vantrum"], [])
    (unit,) = (unit for unit in change["changed"] if unit["unit"] == f"{CASE}#vantrum")  # type: ignore[attr-defined]
    assert unit["fields"] == ["text"]
    assert git(past.project, "cat-file", "-t", unit["commit"]).strip() == "commit"
    since = past.data(f"v/{HISTORY[0].day}/sedan.json")
    assert (since["from"], since["to"]) == (HISTORY[0].day, REMOVED)
    assert f"{CASE}#vantrum" in since["removed"]  # type: ignore[operator]
    assert {"unit": "profiles/fabeljobb", "aspect": "name", "was": "Fabeljobb Exempel", "now": "Nya Fabeljobb"} in since["states"]  # type: ignore[operator]


def test_the_manifest_of_a_release_has_size_and_checksum_of_each_page_and_the_commit_of_the_records(past: Past) -> None:
    for step in HISTORY:
        manifest = past.data(f"v/{step.day}/release.json")
        assert git(past.project, "cat-file", "-t", str(manifest["commit"])).strip() == "commit"
        for page in manifest["pages"]:  # type: ignore[attr-defined]
            content = (past.project / "releases" / step.day / page["path"]).read_bytes()
            assert (len(content), hashlib.sha256(content).hexdigest()) == (page["size"], page["sha256"])


def test_a_release_that_somebody_has_touched_stops_the_build(past: Past, tmp_path: Path) -> None:
    copy = tmp_path / "project"
    shutil.copytree(past.project, copy, symlinks=True)
    page = copy / f"releases/{HISTORY[0].day}/leverantor/fiktiva-kurser/index.html"
    page.write_text(page.read_text(encoding="utf-8") + " ", encoding="utf-8")
    with pytest.raises(AssertionError, match="inte som när de först sparades"):
        build(copy, REMOVED, tmp_path / "out")
    # Where git cannot say, the release itself does.
    shutil.rmtree(copy / ".git")
    with pytest.raises(AssertionError, match="är inte den sida som releasen"):
        build(copy, REMOVED, tmp_path / "out")


def run_changes(past: Past, *arguments: str) -> Result:
    folders = ("--data", str(past.project / "providers"), "--content", str(past.project / "content"))
    return CliRunner().invoke(main, ["changes", *folders, *arguments], env=on_the(REMOVED))


def test_any_two_releases_can_be_compared(past: Past) -> None:
    told = json.loads(run_changes(past, CHANGED, RENAMED).stdout)
    assert (told["from"], told["to"]) == (CHANGED, RENAMED)
    assert {"unit": "profiles/fabeljobb", "aspect": "name", "was": "Fabeljobb Exempel", "now": "Nya Fabeljobb"} in told["states"]
    assert f"{CASE}#vantrum" in [unit["unit"] for unit in told["changed"]]
    assert json.loads(run_changes(past, HISTORY[0].day).stdout) == past.data(f"v/{HISTORY[0].day}/sedan.json")
    assert json.loads(run_changes(past, CHANGED, RESPELLED).stdout) == past.data(f"v/{RESPELLED}/andringar.json")


@pytest.mark.parametrize(("arguments", "told"), [(("2020-01-01",), "Det finns ingen release 2020-01-01."), ((RENAMED, CHANGED), "Skriv den tidigare först.")])
def test_releases_that_cannot_be_compared_are_told(past: Past, arguments: tuple[str, ...], told: str) -> None:
    result = run_changes(past, *arguments)
    assert result.exit_code == 2
    assert told in result.output
