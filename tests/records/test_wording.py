"""The table of words, and what it finds."""

from itertools import pairwise

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import UnreadableTable
from generator.records.plain_text import plain_text
from generator.records.vocabulary import VOCABULARIES, Grade
from generator.records.wording import (
    ANY_LANGUAGE,
    COLUMNS,
    LANGUAGES,
    Match,
    Word,
    WordKind,
    attributes,
    find_critical,
    find_denying,
    find_loaded,
    find_strong,
    hedges,
    read_table,
    table,
    without_quotes,
)

HEADER = ";".join(COLUMNS)
LOADED = [word for word in table() if word.kind is WordKind.LOADED]
STRONG = [word for word in table() if word.kind.needs_grade]
CRITICAL = [word for word in table() if word.kind in (WordKind.CRITICAL, WordKind.HEDGING)]
# Letters and signs that a text of ours can have, and the words of the table.
TEXTS = st.lists(st.one_of(st.sampled_from([word.word for word in table()]), st.text(alphabet="aeöåsrtk ,.”\"»«‘’\n-'", max_size=8))).map(" ".join)


def loaded(text: str, language: str = "sv") -> list[str]:
    return [hit.text for hit in find_loaded(text, language=language)]


def strong(text: str, language: str = "sv") -> list[tuple[str, str]]:
    return [(hit.text, str(hit.word.grade)) for hit in find_strong(text, language=language)]


def critical(text: str, language: str = "sv") -> list[str]:
    return [hit.text for hit in find_critical(text, language=language)]


@pytest.mark.parametrize(
    "word",
    ["oseriös", "oseriösa", "Oseriöst", "OSERIÖS", "lurendrejeri", "fusk", "fuskade", "fuskare", "jobbfusket", "fuskjobb", "skandal", "skandalös",
     "jobbskandalen", "bluff", "storbluffen", "skojare", "rövare", "svindlare", "parasitföretag", "fifflare", "fifflade", "havererade", "haveri",
     "skräckexempel", "kaos", "avslöjar", "avslöjandet", "bedragarna", "mygel", "myglade", "blåste", "mjölkar", "sko sig", "skodde\nsig", "härva",
     "lotshärvan", "lurar", "kassako", "ogranskade", "sågas", "coachcirkus", "världsledande", "succén"],
)  # fmt: skip
def test_a_loaded_word_is_found_in_its_forms_and_compounds(word: str) -> None:
    assert loaded(f"Detta är {word}, sade någon.") == [word]


@pytest.mark.parametrize(
    "word",
    ["Skandia", "prövar", "prövare", "arbetslösa", "långtidsarbetslösas", "avskräckande", "Luras", "Blåser", "visselblåsare", "haverikommissionen",
     "härvarande", "närvarande", "seriös", "övar", "fuskpäls", "lögndetektor", "blåsorkester", "Sågar",
     "granskad", "kontrollerad", "farsot", "skorsten", "tystnad", "luror", "naturligt"],
)  # fmt: skip
def test_a_word_that_only_looks_like_one_is_not_found(word: str) -> None:
    assert loaded(f"Detta är {word}, sade någon.") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bolaget dömdes och fördömdes.", [("dömdes", "A")]),
        ("Myndigheten bedömde att bolaget lurade den.", [("lurade", "A")]),
        ("Kommunen sade upp avtalet och hävde ett annat.", [("sade upp", "B"), ("hävde", "B")]),
        ("Företaget hävdade att det sade ja.", []),
        ("Stödet går till uppsagda personer.", []),
        ("Granskning visar brister; brott mot lagen.", [("Granskning visar", "B"), ("brott mot", "A")]),
        ("Diskrimineringsombudsmannen prövade saken.", []),
        ("Ett avbrott mot slutet.", []),
        ("Bedrägeriet gällde 67 personer.", [("Bedrägeriet", "A")]),
    ],
)
def test_a_strong_word_is_found_with_the_grade_it_needs(text: str, found: list[tuple[str, str]]) -> None:
    assert strong(text) == found


def test_words_beside_each_other_are_each_found_once_and_in_order() -> None:
    text = "oseriös fusk; Fusk, mindre seriös oseriösfusk"
    assert [(hit.text, hit.start) for hit in find_loaded(text, language="sv")] == [
        ("oseriös", 0),
        ("fusk", 8),
        ("Fusk", 14),
        ("mindre seriös", 20),
        ("oseriösfusk", 34),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Avtal uppsagda i maj", ["Avtal uppsagda"]),
        ("Myndigheten fann brister och en brist", ["fann brister", "brist"]),
        ("mindre seriösoseriös", ["mindre seriösoseriös"]),
        ("uppsagda avtal och brister konstaterades", ["uppsagda avtal", "brister konstaterades"]),
        ("Uppsägning av avtal, uppsägningar", ["Uppsägning av avtal", "uppsägningar"]),
    ],
)
def test_a_word_inside_a_longer_row_is_not_found_again(text: str, found: list[str]) -> None:
    assert critical(text) == found


def test_a_no_is_found_as_a_whole_word() -> None:
    assert [hit.text for hit in find_denying("Inte ett ord, aldrig; finge ejderdun utan uteslutning", language="sv")] == ["Inte", "aldrig", "utan"]


def test_the_kinds_that_need_a_grade_and_those_that_have_neutral_words() -> None:
    assert [kind for kind in WordKind if kind.needs_grade] == [WordKind.STRONG, WordKind.VERDICT]
    assert [kind for kind in WordKind if kind.has_alternative] == [WordKind.LOADED, WordKind.STRONG, WordKind.VERDICT]


@pytest.mark.parametrize("text", ["Avtal sades upp, enligt UNT", "Uppgifter om vite", "Anmälan mot ett bolag", "Hovrätten fann att …", "En misstänkt lots"])
def test_an_attributing_word_says_that_somebody_says_it(text: str) -> None:
    assert attributes(text, language="sv")


def test_saying_who_says_it_is_not_saying_that_it_is_unsettled() -> None:
    assert not hedges("Bolaget dömdes, enligt tidningen", language="sv")
    assert hedges("Anmälan om bedrägeri", language="sv")
    assert not attributes("Kommunen sade upp avtalet", language="sv")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Ett ”oseriöst” bolag", "Ett            bolag"),
        ('Ett "fusk" och »bluff« och »kaos» och “svek”', "Ett        och         och        och       "),
        ("Ett ”ord som\nslutar” här", "Ett         \n        här"),
        ("Det började ”så\n\nmen slutade” aldrig", "Det började ”så\n\nmen slutade” aldrig"),
        ("5” fusk 6”", "5” fusk 6”"),
        ("”ett” fusk ”två”", "      fusk      "),
    ],
)
def test_only_a_whole_quotation_is_taken_away(text: str, left: str) -> None:
    assert without_quotes(text) == left


@given(TEXTS)
def test_places_hold_when_quotations_are_taken_away(text: str) -> None:
    left = without_quotes(text)
    assert len(left) == len(text)
    assert all(kept in (written, " ") for kept, written in zip(left, text, strict=True))
    assert left.count("\n") == text.count("\n")


@given(TEXTS, st.sampled_from([*LANGUAGES, ANY_LANGUAGE]))
def test_what_is_found_stands_where_it_is_said_to_stand(text: str, language: str) -> None:
    for find in (find_loaded, find_strong, find_denying):
        hits = list(find(text, language=language))
        assert all(text[hit.start : hit.end] == hit.text for hit in hits)
        assert all(before.end <= after.start for before, after in pairwise(hits))


@given(st.sampled_from(LOADED), st.sampled_from(["”{}”", "»{}»", '"{}"', "”så kallat {} här”"]))
def test_a_loaded_word_is_found_unless_it_is_quoted(word: Word, quotation: str) -> None:
    assert loaded(f"Detta är {word.word} nu.") != []
    assert loaded(without_quotes(f"Detta är {quotation.format(word.word)} nu.")) == []


@given(st.sampled_from(LOADED), st.data())
def test_emphasis_inside_a_word_hides_nothing(word: Word, data: st.DataObject) -> None:
    text: str = word.word
    at = data.draw(st.integers(1, len(text) - 1))
    assert loaded(plain_text(f"Detta är {text[:at]}*{text[at:]}* nu.").text) != []


@given(st.sampled_from([word for word in LOADED + STRONG if word.match is not Match.LOWER]))
def test_capitals_do_not_hide_a_word(word: Word) -> None:
    text = f"DET {word.word.upper()} NU"
    assert [*loaded(text, word.language), *strong(text, word.language)] != []


@pytest.mark.parametrize("unit", ["fusk fuskpäls ", "”fusk ", "»", "“„", "a", "sko ", "sko\n", " \n", "enfars"])
def test_a_whole_page_of_anything_is_searched_in_one_go(unit: str) -> None:
    text = unit * (300_000 // len(unit))
    assert len(without_quotes(text)) == len(text)
    assert len(loaded(text)) in (0, 300_000 // len(unit))


@given(st.text(alphabet="0123456789 .,;:-–()\n"))
def test_a_text_without_letters_has_no_words(text: str) -> None:
    assert loaded(text) == []
    assert strong(text) == []


# The table itself.


def test_what_is_offered_instead_is_neither_loaded_nor_strong_without_a_speaker() -> None:
    for word in LOADED + STRONG:
        assert loaded(word.instead) == [], word
        assert attributes(word.instead, language=word.language) or strong(word.instead, word.language) == [], word


def test_a_harmless_word_would_be_taken_for_another_without_its_row() -> None:
    harmless = [word for word in table() if word.kind is WordKind.HARMLESS]
    assert harmless != []
    for word in harmless:
        others = [row.word for row in LOADED + STRONG + CRITICAL if row.kind is WordKind.LOADED or row.language == word.language]
        assert any(row in word.word for row in others), word
        assert loaded(word.word) == strong(word.word, word.language) == critical(word.word, word.language) == [], word


def test_verdicts_and_strong_words_need_a_b_or_better() -> None:
    assert {word.grade for word in STRONG} == {Grade.A, Grade.B}


def test_no_template_has_a_loaded_word() -> None:
    templates = sorted((ROOT / "theme/templates").rglob("*.html"))
    assert len(templates) > 10
    for template in templates:
        assert loaded(template.read_text(encoding="utf-8")) == [], template


def test_no_word_that_readers_see_for_a_code_is_loaded() -> None:
    for vocabulary in VOCABULARIES:
        for code in vocabulary:
            assert loaded(f"{code.label_sv}. {code.label_en}. {code.definition}") == [], code


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("ord;match\n", "Rad 1: kolumnerna ska vara word;language;match;kind;grade;instead."),
        ("alias;language;match;kind;grade;instead\n", "Rad 1: kolumnerna ska vara word;language;match;kind;grade;instead."),
        (f"{HEADER}\nfusk;sv;stem\n", "Rad 2: raden har 3 kolumner och ska ha 6, med semikolon mellan."),
        (f"{HEADER}\nfusk;sv;stem;loaded;;fel;mer\n", "Rad 2: raden har 7 kolumner och ska ha 6, med semikolon mellan."),
        (f"{HEADER}\n\n# kommentar\nFusk;sv;stem;loaded;;fel\n", "Rad 4: ordet saknas eller har stora bokstäver."),
        (f"{HEADER}\nfraud;fr;stem;loaded;;fel\n", "Rad 2: ”fr” är inget av sv, en."),
        (f"{HEADER}\nfusk;sv;början;loaded;;fel\n", "Rad 2: ”början” är inget av lower, word, stem, end, anywhere."),
        (f"{HEADER}\nfusk;sv;stem;fult;;fel\n", "Rad 2: ”fult” är inget av loaded, strong, verdict, attributing, hedging, critical, denying, harmless."),
        (f"{HEADER}\ndömd;sv;word;verdict;;fel\n", "Rad 2: grade ska vara A, B, C eller D vid strong och verdict, och annars tom."),
        (f"{HEADER}\nfusk;sv;stem;loaded;A;fel\n", "Rad 2: grade ska vara A, B, C eller D vid strong och verdict, och annars tom."),
        (f"{HEADER}\nfusk;sv;stem;loaded;;\n", "Rad 2: instead behövs vid loaded, strong och verdict, och ska annars vara tom."),
        (f"{HEADER}\nenligt;sv;word;attributing;;fel\n", "Rad 2: instead behövs vid loaded, strong och verdict, och ska annars vara tom."),
        (f"{HEADER}\nfusk;sv;stem;loaded;;fel\nfusk;sv;stem;harmless;;\n", "Rad 3: ”fusk” med sv och stem finns redan på rad 2."),
    ],
)
def test_a_row_that_is_wrong_is_told_with_its_line(rows: str, message: str) -> None:
    with pytest.raises(UnreadableTable) as error:
        read_table(rows)
    assert str(error.value) == f"Ordtabellen generator/records/wording.csv går inte att läsa. {message}"


def test_comments_and_empty_lines_are_no_rows() -> None:
    (row,) = read_table(f"# En kommentar\n\n{HEADER}\n# fusk;sv;stem;loaded;;fel\nbluff;sv; anywhere;loaded;;felaktiga uppgifter\n")
    assert (row.word, row.language, row.match, row.kind, row.grade, row.instead) == (
        "bluff",
        "sv",
        Match.ANYWHERE,
        WordKind.LOADED,
        None,
        "felaktiga uppgifter",
    )
