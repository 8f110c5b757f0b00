"""The comparison of the systems: every question on its page, a few side by side, and a light page on top."""

from __future__ import annotations

import gzip
from datetime import date
from itertools import combinations
from pathlib import Path

from conftest import AS_OF, ROOT

from generator.records.vocabulary import Question
from generator.registry.loading import load
from generator.site.maker import Maker
from generator.site.views.system_comparison import Systems, beside_views, caveats_view, question_views, systems_view

DEMO = load(ROOT / "tests/demo/providers", ROOT / "tests/demo/content", date.fromisoformat(AS_OF)).registry
assert DEMO is not None
CORE = ("schemes/exempelauktorisation-omstallning", "bodies/latsasfonden", "programmes/pahittsmatchning")
SYSTEMS = Systems(Maker(DEMO), CORE)


def test_there_is_a_page_for_each_system_and_each_pair_at_the_top() -> None:
    pages = dict(beside_views(SYSTEMS))
    alone = {column.key: url for url, view in pages.items() for column in view.columns if len(view.columns) == 1}
    assert set(alone) == {d.key for d in SYSTEMS.all} | set(CORE)
    assert [tuple(c.key for c in view.columns) for view in pages.values() if len(view.columns) > 1] == list(combinations(CORE, 2))
    assert "/jamfor-systemen/markning-exempelauktorisation-omstallning/organisation-latsasfonden/" in pages


def test_side_by_side_each_question_has_an_answer_or_none_from_everyone() -> None:
    for _, view in beside_views(SYSTEMS):
        assert [row.anchor for row in view.rows] == [question.anchor for question in Question]
        for number, column in enumerate(view.columns):
            answers = [row.answers[number] for row in view.rows]
            assert all(answer.system == column.link for answer in answers)
            assert column.answered == sum(answer.answer.evidence is not None for answer in answers)


def test_the_page_of_a_question_has_every_system_of_which_anything_is_known() -> None:
    known = {d.record.name for d in SYSTEMS.all if any(answer.evidence for answer in SYSTEMS.answers[d.key])}
    pages = dict(question_views(SYSTEMS))
    assert list(pages) == [f"/jamfor-systemen/{question.anchor}/" for question in Question]
    for view in pages.values():
        told = {answer.system.text for _, answers, _ in view.groups for answer in answers}
        silent = {link.text for _, _, links in view.groups for link in links}
        assert told | silent == known
        assert not told & silent
        assert len(view.others) == len(Question) - 1


def test_the_top_page_counts_the_answers_and_leads_to_everything() -> None:
    view = systems_view(SYSTEMS)
    assert view.core is not None
    assert [column.key for column in view.core.columns] == list(CORE)
    assert sum(len(systems) for _, systems in view.groups) == len(SYSTEMS.all)
    assert [row.url for row in view.rows] == [f"/jamfor-systemen/{question.anchor}/" for question in Question]


def test_without_systems_at_the_top_there_are_no_pairs() -> None:
    systems = Systems(Maker(DEMO), ())
    assert systems_view(systems).core is None
    assert all(len(view.columns) == 1 for _, view in beside_views(systems))


def test_what_the_labels_do_not_say_has_its_sources() -> None:
    view = caveats_view(SYSTEMS.maker)
    assert view.schemes
    assert all(said and all(evidence.citations for evidence in said) for _, said in view.schemes)


def test_the_page_at_the_top_of_the_real_site_is_light(real_site: Path) -> None:
    sizes = {path.relative_to(real_site).as_posix(): len(gzip.compress(path.read_bytes(), 9)) for path in (real_site / "jamfor-systemen").rglob("index.html")}
    assert sizes["jamfor-systemen/index.html"] < 16_000
    assert {name: size for name, size in sizes.items() if size > 16_000} == {}


def test_every_source_of_an_answer_is_one_tap_away(demo_site: Path) -> None:
    page = (demo_site / "jamfor-systemen/index.html").read_text(encoding="utf-8")
    table = page[page.index('id="systemtabell"') : page.index("</table>")]
    answered = sum(answers[index].evidence is not None for answers in (SYSTEMS.answers[key] for key in CORE) for index in range(len(Question)))
    assert table.count('<details class="kallor">') >= answered > 0
