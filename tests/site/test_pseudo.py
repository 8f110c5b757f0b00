"""The site in the language of tests: no word is missing from the catalogues, and the pages run from right to left."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from untranslated import untranslated

from generator.site.pseudo import PSEUDO


@pytest.fixture(scope="module")
def pseudo(demo_with_pseudo: Path) -> Path:
    return demo_with_pseudo / PSEUDO.edition


def test_every_word_that_a_reader_meets_is_in_the_catalogue(pseudo: Path) -> None:
    missing = {path.relative_to(pseudo).as_posix(): list(untranslated(path.read_text(encoding="utf-8"))) for path in sorted(pseudo.rglob("*.html"))}
    assert len(missing) > 400
    assert {path: found for path, found in missing.items() if found} == {}


def test_the_same_test_finds_what_is_swedish(demo_site: Path) -> None:
    page = (demo_site / "leverantor/exempel-ab/index.html").read_text(encoding="utf-8")
    found = list(untranslated(page))
    assert len(found) > 100
    assert "<h2> Avtal" in found


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>⟦Ett ⟦två⟧ <b>tre</b>⟧</p>", []),
        ("<p>⟦Ett⟧ två</p>", ["<p> ⟦Ett⟧ två"]),
        ("<p>⟦Ett</p>", ["1 marks are not closed"]),
        ('<p lang="sv">Ett <b title="två">tre</b></p>', []),
        ('<p translate="no">Ett</p><p>A, B 12</p><code>ett</code>', []),
        ('<img alt="Ett">', ["<img alt='Ett'>"]),
        ('<p data-ord-ett="Ett" data-namn="ett"></p>', ["<p data-ord-ett='Ett'>"]),
        ('<title>Ett – Coachkollen</title><h1 lang="sv">Ett</h1>', []),
        ("<title>Ett – Coachkollen</title><h1>⟦Ett⟧</h1>", ["<title> Ett – Coachkollen"]),
    ],
)
def test_what_counts_as_untranslated(html: str, found: list[str]) -> None:
    assert list(untranslated(html)) == found


def texts(data: object) -> Iterator[tuple[str, str]]:
    """Each text of a comparison's data with its language."""
    if isinstance(data, list):
        for item in data:
            yield from texts(item)
    elif isinstance(data, dict):
        for name in ("text", "state", "note"):
            if name in data:
                yield str(data[name]), str(data.get("lang", "")) if name == "text" else ""
        yield from texts(list(data.values()))


def test_what_scripts_put_on_the_page_is_translated_too(pseudo: Path) -> None:
    files = sorted(pseudo.rglob("jamfor.json"))
    assert len(files) == 15
    for path in files:
        for text, lang in texts(json.loads(path.read_text(encoding="utf-8"))):
            assert lang == "sv" or not re.search(r"[^\W\d_]{2}", text) or re.fullmatch(r"⟦.*⟧", text), (path.parent.name, text)
            assert "<" not in text


def test_the_marks_of_a_name_are_never_read_as_text(pseudo: Path) -> None:
    assert [path.parent.name for path in sorted(pseudo.rglob("*.html")) if re.search(r"&lt;/?span", path.read_text(encoding="utf-8"))] == []


def test_the_pages_run_from_right_to_left_and_lead_to_each_other(pseudo: Path) -> None:
    page = (pseudo / "leverantor/exempel-ab/index.html").read_text(encoding="utf-8")
    assert '<html lang="ar-XB" dir="rtl">' in page
    assert '<a href="/ar-XB/arende/kontroll-2025/" lang="sv">' in page
    assert 'href="/rattelser/flode.xml"' in page


def test_a_page_of_text_is_the_swedish_one_marked_as_swedish(pseudo: Path) -> None:
    page = (pseudo / "om/index.html").read_text(encoding="utf-8")
    assert "<h1>⟦Om Coachkollen⟧</h1>" in page
    assert '<div lang="sv"><h2 id="ett-ovningsregister">' in page


def test_the_language_of_tests_is_built_only_when_asked_for(demo_site: Path, demo_with_pseudo: Path) -> None:
    assert not (demo_site / PSEUDO.edition).exists()
    link = '<li><a href="/ar-XB/om/" lang="ar-XB" hreflang="ar-XB">Test</a></li>\n'
    with_it, without = ((site / "om/index.html").read_text(encoding="utf-8") for site in (demo_with_pseudo, demo_site))
    assert link in with_it
    assert with_it.replace(link, "") == without
