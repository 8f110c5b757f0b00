"""Our own words are easy to read: where LIX turns into a warning, and which words the warning shows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made import page, profile, registry

from generator.problems import Problem
from generator.records.source_map import SourceMap
from generator.registry.registry import Registry
from generator.registry.rules.readability import readable


def text(words: int, sentences: int, long_words: int) -> str:
    """So many words in so many sentences, of which so many have more than six letters, and no stop after the last."""
    written = ["hemlighet"] * long_words + ["ord"] * (words - long_words)
    ends = {words * number // sentences for number in range(1, sentences + 1)}
    starts = {0, *ends}
    return " ".join(
        f"{word.capitalize() if index in starts else word}{'.' if index + 1 in ends and index + 1 < words else ''}" for index, word in enumerate(written)
    )


def on_a_page(*lines: str) -> Registry:
    return registry({}, pages=(replace(page(), source=SourceMap("content/om.md", ("title: Om", "slug: om", "", *lines))),))


def figures(made: Registry) -> list[str]:
    return [str(problem.params["lix_sv"]) for problem in readable(made)]


@pytest.mark.parametrize(
    ("words", "sentences", "long_words", "figure"),
    [
        (60, 3, 12, None),  # 40
        (61, 3, 12, None),  # 40,005
        (64, 3, 12, "40,1"),
        (60, 3, 13, "41,7"),
        (59, 1, 59, None),
        (60, 1, 60, "160,0"),
        (20, 1, 20, None),
        (60, 6, 12, None),
    ],
)
def test_the_texts_of_a_record_are_hard_above_lix_40_from_60_words(words: int, sentences: int, long_words: int, figure: str | None) -> None:
    assert figures(registry({"profiles/x": profile(summary=text(words, sentences, long_words))})) == ([figure] if figure else [])


def test_the_english_summary_of_a_record_is_not_measured() -> None:
    assert figures(registry({"profiles/x": profile(summary="Lätt.", summary_en=text(60, 1, 60))})) == []


@pytest.mark.parametrize(
    ("words", "sentences", "long_words", "figure"),
    [(20, 1, 4, None), (20, 1, 5, "45,0"), (19, 1, 19, None), (20, 2, 5, None)],
)
def test_a_page_is_hard_above_lix_40_from_20_words(words: int, sentences: int, long_words: int, figure: str | None) -> None:
    assert figures(on_a_page(text(words, sentences, long_words))) == ([figure] if figure else [])


@pytest.mark.parametrize(("edition", "figure"), [("", None), ("lattlast", "35,0"), ("en", None)])
def test_a_page_in_easy_swedish_is_hard_above_lix_30_and_an_english_one_never(edition: str, figure: str | None) -> None:
    (made,) = on_a_page(text(20, 1, 3)).pages
    assert figures(registry({}, pages=(replace(made, edition=edition),))) == ([figure] if figure else [])


@pytest.mark.parametrize(("last", "shown"), [("Xxxxxxxxxxx", None), ("Xxxxxxxxxxxx", "Xxxxxxx xxxxxxx xxxxxxx xxxxxxx xxxxxxx xxxxxxx …")])
def test_the_warning_shows_the_hardest_sentence_or_its_first_60_characters(last: str, shown: str | None) -> None:
    hard = f"Xxxxxxx {'xxxxxxx ' * 5}{last.lower()}."
    assert len(hard) == 60 + (shown is not None)
    (problem,) = readable(on_a_page("En rad.", f"A{' a' * 10}. {hard}"))
    assert problem == Problem(
        "I22c",
        "content/om.md",
        5,
        24,
        {"lix_sv": problem.params["lix_sv"], "lix_en": str(problem.params["lix_sv"]).replace(",", "."), "limit": "40", "sentence": shown or hard},
        problem.excerpt,
    )


@pytest.mark.parametrize(("line", "column"), [("summary: Lätt. Hemlighet", 16), ("summary: Lätt. Hemlighet hemlighet", 16), ("summary: Lätt. Annat", 1)])
def test_the_place_is_where_as_much_of_the_sentence_as_fits_on_a_line_begins(line: str, column: int) -> None:
    made = registry({"profiles/x": profile(summary=f"Lätt. {text(60, 1, 60)}")})
    read = made.documents["profiles/x"]
    number = read.source.place(("summary",))[0]
    lines = tuple(line if here == number else "x" for here in range(1, len(read.source.values) + 1))
    placed = SourceMap(read.source.file, lines, read.source.values, read.source.keys, {("summary",): (number, len(line) + 1)})
    (problem,) = readable(replace(made, documents={"profiles/x": replace(read, source=placed)}))
    assert (problem.file, problem.line, problem.column) == ("profiles/x", number, column)
