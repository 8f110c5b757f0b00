"""The first screen of every profile: short, and with a state in word and shape for each of its three questions."""

import re
from html import unescape
from pathlib import Path

import pytest

MOST_WORDS = 120


def first_screens(site: Path) -> dict[str, str]:
    """The HTML of the first screen of each profile, without what is folded."""
    found = {}
    for path in sorted(site.glob("leverantor/*/index.html")):
        if match := re.search(r'<div class="forsta">(.*?)<nav class="pa-sidan"', path.read_text(encoding="utf-8"), re.S):
            found[path.parent.name] = re.sub(r"(</summary>).*?(</details>)", r"\1\2", match[1], flags=re.S)
    return found


@pytest.mark.parametrize("site", ["real_site", "demo_site"])
def test_the_first_screen_is_at_most_120_words(site: str, request: pytest.FixtureRequest) -> None:
    screens = first_screens(request.getfixturevalue(site))
    counts = {name: len(unescape(re.sub(r"<[^>]+>", " ", html)).split()) for name, html in screens.items()}
    assert len(counts) > 10
    assert {name: count for name, count in counts.items() if count > MOST_WORDS} == {}


@pytest.mark.parametrize("site", ["real_site", "demo_site"])
def test_each_question_is_answered_by_a_state_in_words(site: str, request: pytest.FixtureRequest) -> None:
    for name, html in first_screens(request.getfixturevalue(site)).items():
        questions = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", html, re.S)
        assert [heading for heading, _ in questions] == ["Märkning", "Avtal", "Dokumenterat"], name
        for heading, answer in questions[:2]:
            assert re.search(r'<span class="lage lage-[a-z-]+"[^>]*>[^<]+</span>', answer), (name, heading)


def test_what_came_of_the_cases_is_told_with_the_answer(demo_site: Path) -> None:
    screens = first_screens(demo_site)
    told = [html for html in screens.values() if "lage-utfall-" in html]
    assert len(told) > 3
    assert all("Leverantörens svar:" in html for html in told)
