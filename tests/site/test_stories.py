"""Published stories lead to what they used, and what they used leads to them; none says more than the site does."""

from __future__ import annotations

from pathlib import Path

import pytest
from made import body, case, correction, profile, registry, statement, story, tombstone
from rendered import visible

from generator.records.models import Kind
from generator.registry.registry import Registry
from generator.registry.rules.references import named_targets
from generator.site.maker import Maker
from generator.site.views.stories import stories_by_page, stories_view


def used(records: Registry) -> list[list[str | None]]:
    return [[use.link.url for use in view.uses] for view in stories_view(Maker(records))]


def test_a_story_leads_to_each_thing_that_it_used_and_is_named_by_publisher_and_day(demo_site: Path) -> None:
    text = (demo_site / "berattelser/index.html").read_text(encoding="utf-8")
    assert "Låtsasradion , 12 november 2026" in visible(text) or "Låtsasradion, 12 november 2026" in visible(text)
    for address in ("/arende/granskning-2024/#vantrum", "/arende/granskning-2024/", "/leverantor/exempel-ab/"):
        assert f'href="{address}"' in text
    assert 'rel="external"' in text


@pytest.mark.parametrize("page", ["arende/granskning-2024/index.html", "leverantor/exempel-ab/index.html"])
def test_a_page_names_the_stories_that_used_it(demo_site: Path, page: str) -> None:
    text = (demo_site / page).read_text(encoding="utf-8")
    assert 'href="/berattelser/#latsasradion-2026-vantrum"' in text


def test_a_page_that_no_story_used_names_none(demo_site: Path) -> None:
    assert "/berattelser/#" not in (demo_site / "leverantor/fabeljobb/index.html").read_text(encoding="utf-8")


def test_a_story_is_shown_once_on_a_page_however_much_it_used_of_it() -> None:
    records = registry({"profiles/a": profile(statements=[]), "bodies/myndigheten": body(), "stories/s": story("profiles/a", "profiles/a")})
    assert [len(links) for links in stories_by_page(Maker(records)).values()] == [1]


def test_what_the_site_does_not_show_is_not_told_by_a_story_either() -> None:
    held = registry(
        {
            "cases/hemligt": case(statements=[statement(grade="E")]),
            "profiles/exempel-ab": profile(),
            "stories/s": story("cases/hemligt"),
            "stories/t": story("profiles/exempel-ab", "cases/hemligt"),
        }
    )
    assert used(held) == [["/leverantor/exempel-ab/"]], "a story about held things alone is not shown at all"
    assert set(stories_by_page(Maker(held))) == {"/leverantor/exempel-ab/"}


def test_the_latest_story_stands_first() -> None:
    records = registry({"profiles/a": profile(), "stories/x": story("profiles/a", issued="2025"), "stories/y": story("profiles/a", issued="2026-02")})
    assert [view.anchor for view in stories_view(Maker(records))] == ["y", "x"]


def test_a_story_that_used_something_unknown_is_told_with_a_suggestion() -> None:
    (problem,) = named_targets(registry({"profiles/exempel-ab": profile(), "stories/s": story("profiles/exempel-ba")}))
    assert (problem.code, problem.params["value"], problem.params["suggestion"]) == ("L03", "profiles/exempel-ba", "profiles/exempel-ab")


def test_a_story_has_no_place_for_a_headline_or_a_text() -> None:
    fields = set(registry({"profiles/a": profile(), "stories/s": story("profiles/a")}).of(Kind.STORIES)[0].record.model_dump())
    assert fields == {"publisher", "publisher_body", "issued", "url", "language", "uses", "checked_on"}


def since(records: Registry) -> list[tuple[str, str | None]]:
    views = stories_view(Maker(records))
    return [(use.since.text.replace("\N{NO-BREAK SPACE}", " "), use.since.url) for view in views for use in view.uses if use.since]


@pytest.mark.parametrize(
    ("day", "changed", "told"),
    [("2026-10-01", True, True), ("2025-01-01", True, False), ("2026-10-01", False, False)],
    ids=["since the story", "before the story", "only the language"],
)
def test_a_story_says_that_what_it_used_was_corrected_afterwards(day: str, changed: bool, told: bool) -> None:
    records = registry(
        {
            "profiles/exempel-ab": profile(),
            "stories/s": story("profiles/exempel-ab", issued="2026-02"),
            "corrections/c": correction("profiles/exempel-ab", published_on=day, meaning_changed=changed),
        }
    )
    assert since(records) == ([("rättad den 1 oktober 2026", "/rattelser/#c")] if told else [])
    (link,) = stories_by_page(Maker(records))["/leverantor/exempel-ab/"]
    assert ("(rättat här sedan dess)" in link.text) is told


def test_a_story_says_that_what_it_used_was_removed_as_wrong_and_nothing_of_what_was_removed_for_a_persons_sake() -> None:
    def removed(reason: str) -> Registry:
        grave = tombstone("cases", reason=reason, removed_on="2026-10-01")
        return registry({"stories/s": story("cases/arendet", issued="2026-02"), "tombstones/arendet": grave})

    ((text, url),) = since(removed("wrong"))
    assert text == "borttaget 1 oktober 2026. Skäl: felaktig"
    assert (url or "").startswith("/rattelser/#borttaget-")
    assert stories_view(Maker(removed("privacy"))) == ()
