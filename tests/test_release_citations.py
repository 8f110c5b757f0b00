"""Every citation that five releases of the demo registry ever issued: where it leads in the last site, and what stands there."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

import bibtexparser
import rispy
from past import Past
from releases_made import CASE, HISTORY, ORIGIN, release
from rendered import visible

CASE_PAGE = "arende/granskning-2024/index.html"
CHANGED, RESPELLED, RENAMED, REMOVED = (step.day for step in HISTORY[1:])


def references(path: Path) -> list[tuple[str, str]]:
    """The address to cite and the note of each reference in a file."""
    text = path.read_bytes().decode()
    if path.suffix == ".bib":
        library = bibtexparser.parse_string(text)
        assert not library.failed_blocks, path
        return [(entry["url"], entry["note"]) for entry in library.entries]
    if path.suffix == ".ris":
        return [(entry["urls"][0], " ".join(entry["notes"])) for entry in rispy.loads(text)]
    return [(item["URL"], item["note"]) for item in json.loads(text)]


def ready_texts(path: Path) -> list[str]:
    """What a page of ready texts has to be copied."""
    return [unescape(text) for text in re.findall(r'<pre class="brev"[^>]*>(.*?)</pre>', path.read_text(encoding="utf-8"), re.DOTALL)]


def issued(past: Past) -> dict[tuple[str, str], set[str]]:
    """Every address to cite of a Swedish page that any of the sites has given and the checksum beside it, to the formats that gave it."""
    found: dict[tuple[str, str], set[str]] = {}
    for site in past.sites.values():
        for style in ("bib", "ris", "json"):
            for path in site.rglob(f"citera.{style}"):
                if "en" not in path.relative_to(site).parts:
                    for address, note in references(path):
                        found.setdefault((address, _hash(note)), set()).add(style)
        for path in site.rglob("citera/index.html"):
            if "en" not in path.relative_to(site).parts:
                for number, text in enumerate(ready_texts(path)):
                    address = next(a for a in re.findall(rf"{ORIGIN}[^\s|}}\\]*(?:\\?#[a-z0-9-]+)?", text) if "/v/" in a)
                    found.setdefault((address.replace("\\", ""), _hash(text)), set()).add(f"text {number % 4}")
    return found


def _made_from(past: Past, name: str) -> list[str]:
    _, day, path = name.split("/", 2)
    pages = json.loads((past.project / "releases" / day / "release.json").read_text(encoding="utf-8"))["pages"]
    return next(page["made_from"] for page in pages if page["path"] == path)  # type: ignore[no-any-return]


def _hash(text: str) -> str:
    """The beginning of the checksum, of which the short credit has no more."""
    return re.findall(r"SHA-256\)?:? ([0-9a-f]{8})", text)[-1]


def test_every_citation_that_was_ever_issued_still_leads_to_what_was_cited_or_says_why_it_is_gone(past: Past) -> None:
    given = issued(past)
    assert len(given) > 250
    texts: dict[str, str] = {}
    withdrawn = 0
    for (address, checksum), styles in given.items():
        assert styles == {"bib", "ris", "json", "text 0", "text 1", "text 2", "text 3"}, address
        url, _, anchor = address.removeprefix(ORIGIN).partition("#")
        assert re.fullmatch(r"/v/\d{4}-\d\d-\d\d/.*", url), address
        name = f"{url.lstrip('/')}index.html"
        page = texts.setdefault(name, past.read(name))
        if "Den här versionen visas inte längre" in page:
            assert "/rattelser/#borttaget-" in page and CASE in _made_from(past, name), name
            withdrawn += 1
            continue
        assert not anchor or f'id="{anchor}"' in page, address
        assert hashlib.sha256((past.last / name).read_bytes()).hexdigest().startswith(checksum), "the copy is what it is cited as"
    assert 0 < withdrawn < len(given) / 2
    assert "Ärendet handlade om ett annat företag" in visible(past.read("rattelser/index.html"))


def test_the_checksum_of_every_reference_is_that_of_the_file_at_its_address(past: Past) -> None:
    tried = 0
    for site in past.sites.values():
        for path in site.rglob("citera.json"):
            if "en" in path.relative_to(site).parts:
                continue
            for address, told in references(path):
                file = site / f"{address.removeprefix(ORIGIN).partition('#')[0].lstrip('/')}index.html"
                assert f"(SHA-256): {hashlib.sha256(file.read_bytes()).hexdigest()}." in told, address
                tried += 1
    assert tried > 500


def test_a_statement_is_cited_from_the_release_in_which_it_came_to_say_that(past: Past) -> None:
    said = {}
    for day, site in past.sites.items():
        if day != REMOVED:
            items = {item["URL"].partition("#")[2]: item for item in json.loads((site / "arende/granskning-2024/citera.json").read_text(encoding="utf-8"))}
            said[day] = (items["vantrum"]["version"], items["vantrum"]["URL"])
    assert said[RESPELLED] != said[CHANGED] != said[HISTORY[0].day]
    assert [said[day][0] for day in (HISTORY[0].day, CHANGED, RESPELLED)] == [HISTORY[0].day, CHANGED, RESPELLED]
    for day, (version, address) in said.items():
        page = past.read(f"{address.removeprefix(ORIGIN).partition('#')[0].lstrip('/')}index.html", day)
        living = past.read(CASE_PAGE, day)
        of = [visible(re.search(r'<div data-text="[^"]*#vantrum">(.*?)</div>', text, re.DOTALL).group(1)) for text in (page, living)]  # type: ignore[union-attr]
        assert of[0] == of[1], (day, version)


def test_the_page_of_something_that_was_removed_is_no_more_cited_and_says_so_where_it_was(past: Past) -> None:
    assert not (past.last / "arende/granskning-2024/citera.json").exists()
    assert "Ärendet handlade om ett annat företag" in visible(past.read("arende/granskning-2024/citera/index.html"))


def test_each_page_and_its_frozen_copy_give_the_same_address_to_cite(past: Past) -> None:
    cited = 0
    for day, site in past.sites.items():
        for path in site.rglob("index.html"):
            name = path.relative_to(site).as_posix()
            if name.startswith(("v/", "en/")):
                continue
            links = re.findall(r'<link rel="cite-as" href="([^"]+)">', path.read_text(encoding="utf-8"))
            for address in links:
                copy = f"{address.removeprefix(ORIGIN).lstrip('/')}index.html"
                (own,) = re.findall(r'<link rel="cite-as" href="([^"]+)">', past.read(copy, day))
                assert urljoin(f"{ORIGIN}/{copy}", own) == address, (day, name)
                cited += 1
    assert cited > 500


def test_a_new_release_alone_stores_no_page_again_though_each_page_names_its_release(past: Past, tmp_path: Path) -> None:
    """But that which names the day of the release before: on that day it could not be told from the day that the page was of."""
    copy = tmp_path / "project"
    shutil.copytree(past.project, copy, symlinks=True)
    release(copy, "2027-03-02")
    assert [path.relative_to(copy).as_posix() for path in copy.glob("releases/2027-03-02/**/*.html")] == ["releases/2027-03-02/rattelser/index.html"]
