"""A form on its way there and back: whatever a mail program does to it, the answer that is read is the one that was written."""

import unicodedata
from datetime import date
from pathlib import Path

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from generator.desk.letter import letter_to
from generator.desk.letter_text import letter_text
from generator.desk.reply_form import ANSWER_LIMIT, Answer, FilledForm, form_text
from generator.desk.reply_reading import read_form
from generator.problems import Problem, format_problems
from generator.records.privacy import find_contact_details, find_health_terms, find_person_numbers
from generator.registry.loading import load
from generator.registry.registry import Registry

DEMO = ROOT / "tests/demo"
WORDS = "Det stämmer inte.\nPlanen fanns på dag tre – vi har ”kvittot”.\n\nVälkommen att fråga om Åre, Öland & resten."


def registry_of(*, intake: bool) -> Registry:
    registry = load(DEMO / "providers", DEMO / "content", date(2026, 11, 21), intake=DEMO / "intake" if intake else None).registry
    assert registry is not None
    return registry


PUBLIC, FULL = registry_of(intake=False), registry_of(intake=True)
LETTER = letter_to(PUBLIC, FULL, "3-pahitt-jobb", None, "svar@example.org")
EMPTY = form_text(LETTER)
FIRST = Answer("ingen-plan-2026", 16, WORDS, (("ingen-plan", "stämmer inte"),), False)


def filled(words: str = WORDS, tick: str = "x") -> str:
    """The form with the first case answered and the second left empty."""
    text = EMPTY.replace("[ ] stämmer inte", f"[{tick}] stämmer inte", 1)
    return text.replace("Ert svar:\n\n\n", f"Ert svar:\n{words}\n", 1)


def read(content: bytes | str) -> tuple[FilledForm | None, tuple[Problem, ...]]:
    return read_form(content.encode() if isinstance(content, str) else content, "svar.txt", FULL)


def answers(content: bytes | str) -> tuple[Answer, ...]:
    form, problems = read(content)
    assert form is not None, format_problems(problems)
    assert {p.code for p in problems} <= {"R02"}
    assert form.provider == "3-pahitt-jobb"
    return tuple(Answer(a.case, 16, a.words, a.choices, a.declined) for a in form.answers if a.given)


def quoted(text: str, sign: str = "> ") -> str:
    return "".join(f"{sign}{line}\n" for line in text.splitlines())


def in_one_line_too_long(text: str) -> str:
    return text.replace("Ärende: ", "Ärende:\n").replace("Uppgift: ", "Uppgift:\n")


@pytest.mark.parametrize(
    "content",
    [
        filled(),
        filled().encode("utf-8-sig"),
        filled().encode("utf-16"),
        filled().replace("\n", "\r\n"),
        filled().replace("\n", "\r"),
        filled().encode("cp1252"),
        filled(tick="X"),
        filled(tick=" x "),
        filled().replace("[x]", "(x)"),
        filled().replace("[x]", "☒").replace("[ ]", "☐"),
        filled().replace("[ ]", "[]").replace("[x] stämmer inte", "[x]stämmer inte."),
        filled().replace("\n", "   \n"),
        quoted(filled()),
        quoted(filled(), ">"),
        quoted(quoted(filled())),
        quoted(filled(), "> >\t"),
        unicodedata.normalize("NFD", filled()),
        filled().replace("====", "––––"),
        filled().replace(" ", "\N{NO-BREAK SPACE}"),
        filled().replace("stämmer", "stäm\N{SOFT HYPHEN}mer").replace("Ärende", "\N{ZERO WIDTH SPACE}Ärende"),
        in_one_line_too_long(filled()),
        filled().replace("Ärende:", "ÄRENDE :").replace("Slut på svaret", "slut på svaret."),
        "Hej!\nHär är vårt svar, hälsar Leverantören.\n\n" + filled() + "\n-- \nBolaget\nÄrende: 4711\nBox 1\n",
        filled() + "\nDen 21 november skrev Coachkollen:\n" + quoted(letter_text(LETTER)) + quoted(EMPTY),
        EMPTY.replace("Ert svar:\n\n\n", "Ert svar:\n\n\n", 1)[: EMPTY.index("====")] + filled()[filled().index("====") :],
    ],
    ids=range(25),
)
def test_an_answer_survives_the_mail(content: bytes | str) -> None:
    assert answers(content) == (FIRST,)


def test_an_empty_form_is_no_answer_and_each_case_is_named() -> None:
    form, problems = read(EMPTY)
    assert form is not None
    assert [a.given for a in form.answers] == [False, False]
    assert [(p.code, p.params["case"]) for p in problems] == [("R02", "cases/ingen-plan-2026"), ("R02", "cases/klagomal-2025")]


def test_a_provider_may_decline_one_case_and_answer_another() -> None:
    text = filled().replace("[ ] vi avstår från att svara\n\n" + "=" * 66 + "\n", "[x] vi avstår från att svara\n", 1)
    text = text.replace(WORDS, "").replace("[x] stämmer inte", "[ ] stämmer inte")
    assert answers(text) == (Answer("ingen-plan-2026", 16, "", (), True),)


def test_a_tick_alone_is_an_answer() -> None:
    assert answers(filled(words="")) == (Answer("ingen-plan-2026", 16, "", (("ingen-plan", "stämmer inte"),), False),)


def test_text_in_the_answer_that_looks_like_the_form_stays_in_the_answer() -> None:
    words = "Uppgift: cases/annat#nagot\nLeverantör: vi\n[x] stämmer\n| en rad\n======\nÄrende: vårt eget 12"
    (answer,) = answers(filled(words=words))
    assert answer.words == words


def test_the_answer_may_begin_on_the_line_that_asks_for_it() -> None:
    (answer,) = answers(EMPTY.replace("Ert svar:\n\n\n", "Ert svar: Nej.\n", 1))
    assert answer.words == "Nej."


def test_exactly_as_long_as_is_allowed_is_allowed() -> None:
    (answer,) = answers(filled(words="å" * ANSWER_LIMIT))
    assert len(answer.words) == ANSWER_LIMIT
    form, problems = read(filled(words="å" * (ANSWER_LIMIT + 1)))
    assert form is None
    assert [p.message() for p in problems if p.code == "R03"] == ["Svaret är 3001 tecken; högst 3000 får plats."]


@pytest.mark.parametrize(
    "content", [b"", b"\x00\xff" * 100, b"\xff\xfe", "Ärende: cases/\n".encode(), b"\xef\xbb\xbf" * 3, "\N{NO-BREAK SPACE}\n".encode() * 50]
)
def test_nothing_breaks_the_reader(content: bytes) -> None:
    form, problems = read(content)
    assert form is None
    assert [p.code for p in problems] == ["R10"]


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reader(content: bytes) -> None:
    read(content + filled().encode() + content)


LINES = st.lists(st.text(st.characters(blacklist_categories=("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Mn")), max_size=60), max_size=12)


@given(LINES)
def test_whatever_is_written_is_read_word_for_word(lines: list[str]) -> None:
    text = "\n".join(lines)
    unwanted = [*find_person_numbers(text.replace("\n", " ")), *find_contact_details(text.replace("\n", " ")), *find_health_terms(text)]
    plain = [unicodedata.normalize("NFC", line).strip() for line in lines]
    if unwanted or any(line.startswith(">") or line.casefold().rstrip(" .") == "slut på svaret" or "cases/" in line.casefold() for line in plain):
        return
    form, problems = read(filled(words=text))
    assert form is not None, format_problems(problems)
    assert form.answers[0].words.split() == unicodedata.normalize("NFC", text).split()


def test_the_form_says_which_lines_to_leave_and_how_long_an_answer_may_be() -> None:
    assert "- Skriv ett x i rutan som gäller, så här: [x]\n" in EMPTY
    assert f"- Svaret får vara högst {ANSWER_LIMIT} tecken på varje ställe.\n" in EMPTY
    assert "Svara senast 4 december 2026. Skicka till: svar@example.org\n" in EMPTY
    assert EMPTY.isascii() is False
    assert Path(ROOT / "generator/desk/templates/brev.html").is_file()
