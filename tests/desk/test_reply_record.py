"""`coachkollen reply`: the words of a provider, in the record as they stood, and nothing else touched."""

import html
import re
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import ROOT
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.cli import main
from generator.desk.plain_words import plain_markdown
from generator.desk.reply_form import Answer
from generator.desk.reply_record import LONGEST_TEXT, reply_lines, reply_text, scalar_lines, with_reply
from generator.errors import CoachkollenError
from generator.records.markdown import find_unsafe, to_html
from generator.records.models import Kind
from generator.records.models.case import Reply
from generator.records.reader import Document, Root, read_record
from generator.records.yaml_reader import read_yaml, without_forbidden_characters

DEMO = ROOT / "tests/demo"
CASES = sorted(DEMO.glob("*/cases/*.yaml"))
ANSWERED = date(2026, 11, 30)
TEXT = 'Det stämmer inte.\n\nVi har: ”kvittot” # och \\ "mer"'
SAID = Answer("x", 1, TEXT, (), False)

# Every text that a record may hold: also quotes, signs of YAML and characters outside the first plane.
texts = st.text(st.characters(blacklist_categories=("Cs",)), max_size=300).map(lambda text: without_forbidden_characters(text.replace("\r", "\n")))
printable = st.text(st.characters(blacklist_categories=("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")), max_size=200)
lines_of_text = st.lists(printable.map(str.strip), max_size=8).map("\n".join)


def reply(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["reply", *arguments])


def visible(markdown: str) -> str:
    text = re.sub(r"<[^>]+>", " ", to_html(markdown, lambda _: None).replace("<em>", "*").replace("<strong>", "**"))
    return " ".join(html.unescape(text).split())


# YAML.


@given(texts)
@example("")
@example("- a: b")
@example('"')
@example("\\")
@example(" inledande")
@example("avslutande ")
@example("\n\n")
@example("a\n\n\nb\n")
@example("a\n \nb")
@example("# ingen kommentar\n---\n...\n<<<<<<< kvar")
@example("tabb\there")
@example("x" * 5000)
@example("å" * 99 + "\n" + "\N{GRINNING FACE}")
def test_any_text_reads_back_the_same(text: str) -> None:
    yaml = "\n".join(["reply:", *(f"  {line}" if line else "" for line in scalar_lines("text", text)), "after: 1"])
    read = read_yaml(yaml.encode(), "x.yaml")
    assert read.problems == ()
    assert read.data == {"reply": {"text": text}, "after": 1}


@given(lines_of_text)
@example("*inte* _kursiv_ **fet** `kod`")
@example("[en länk](https://example.org/) ![bild](x.png) [a]: javascript:x")
@example("<b>fet</b> <script>alert(1)</script> &lt; &#60; a < b && c")
@example("# rubrik\n> citat\n- punkt\n+ punkt\n1. ett\n2) två")
@example("rubrik\n===\nrubrik\n---")
@example("\\*redan\\*")
@example("[profil](profiles/exempel-ab)")
@example("[a](b)[c](d) ]( [")
@example("***\n___\n* * *")
@example("<https://example.org/>")
@example("1.5 procent, 2026.")
@example("~~~\nkod\n~~~")
@example("{: onclick=x }")
def test_a_plain_text_is_shown_as_it_stands(text: str) -> None:
    shown = plain_markdown(text)
    assert list(find_unsafe(shown)) == []
    assert visible(shown) == " ".join(text.split())


def test_a_list_in_an_answer_keeps_its_lines() -> None:
    assert to_html(plain_markdown("Vi har:\n- en plan\n- en coach"), lambda _: None) == "<p>Vi har:</p>\n<p>- en plan</p>\n<p>- en coach</p>"


def test_the_longest_text_is_what_the_model_takes() -> None:
    assert Reply(state="replied", text="x" * LONGEST_TEXT).text
    with pytest.raises(ValidationError):
        Reply(state="replied", text="x" * (LONGEST_TEXT + 1))


# What the answer says.


def test_ticks_become_a_sentence_before_the_words() -> None:
    one = Answer("x", 1, "Nej.", (("a", "stämmer inte"),), False)
    assert reply_text(one, {"a": "Något."}) == "Kryssat i svaret: uppgiften stämmer inte.\n\nNej."
    two = Answer("x", 1, "", (("a", "stämmer"), ("b", "stämmer inte")), False)
    statements = {"a": "Handledaren byttes fem gånger under hela tiden.", "b": None, "c": "Mer."}
    assert reply_text(two, statements) == "Kryssat i svaret: ”Handledaren byttes fem gånger under hela …” stämmer, ”b” stämmer inte."


def test_the_name_of_a_ticked_statement_has_no_marks_of_markdown() -> None:
    two = Answer("x", 1, "", (("a", "stämmer"),), False)
    assert reply_text(two, {"a": "Det *dröjde* [länge](profiles/exempel-ab).", "b": None}) == "Kryssat i svaret: ”Det dröjde länge.” stämmer."


def test_who_declines_says_nothing_more() -> None:
    answer = Answer("x", 1, "", (), True)
    assert reply_text(answer, {}) == ""
    lines = reply_lines(answer, Reply(state="asked", asked_on="2026-11-02", deadline="2026-11-20"), ANSWERED, "", 0)
    assert lines == ("reply:", "  state: declined", "  asked_on: 2026-11-02", "  deadline: 2026-11-20", "  answered_on: 2026-11-30")


# In place.


def document_of(path: Path, content: bytes) -> Document:
    document, problems = read_record(content, Kind.CASES, path.stem, Root.INTAKE, path.name)
    assert problems == []
    assert document is not None
    return document


EVERY_PARTY = [(path, index) for path in CASES for index in range(len(document_of(path, path.read_bytes()).record.parties))]


@pytest.mark.parametrize(("path", "index"), EVERY_PARTY, ids=lambda value: value.stem if isinstance(value, Path) else str(value))
@pytest.mark.parametrize("ending", [b"\n", b"\r\n"])
def test_only_the_lines_of_one_reply_change(path: Path, index: int, ending: bytes) -> None:
    content = path.read_bytes().replace(b"\n", ending).replace(b"    procedure:", b"    # en kommentar" + ending + b"    procedure:")
    document = document_of(path, content)
    old = document.record.parties[index].reply
    column = document.source.keys[("parties", index, "reply")][1]
    changed = with_reply(content, document, index, reply_lines(SAID, old, ANSWERED, TEXT, column - 1))
    after = document_of(path, changed)
    reply_now = after.record.parties[index].reply
    assert (reply_now.state, reply_now.text, str(reply_now.answered_on), reply_now.asked_on, reply_now.deadline) == (
        "replied", TEXT, "2026-11-30", old.asked_on, old.deadline,
    )  # fmt: skip
    before_lines, lines = content.splitlines(keepends=True), changed.splitlines(keepends=True)
    start = document.source.keys[("parties", index, "reply")][0] - 1
    same_end = next(n for n in range(len(before_lines) + 1) if before_lines[len(before_lines) - n :] != lines[len(lines) - n :]) - 1
    assert before_lines[:start] == lines[:start]
    assert same_end >= len(before_lines) - _last_line(document, index)
    assert all(line.endswith(ending) for line in lines[:-1])
    others = [(i, p) for i, p in enumerate(document.record.parties) if i != index]
    assert [after.record.parties[i] for i, _ in others] == [p for _, p in others]
    assert after.record.statements == document.record.statements


def _last_line(document: Document, index: int) -> int:
    path = ("parties", index, "reply")
    return max(place[0] for key, place in document.source.ends.items() if key[:3] == path)


CASE = """name: Ett ärende
type: complaint
date: 2026
parties:
  - {first}
statements:
  - id: ett
    kind: context
    grade: B
    text: Något.
    sources: [{{source: en-kalla, locator: sidan 1}}]
    checked_on: 2026-11-20
"""
PARTY = "provider: exempel-ab\n    procedure: closed\n    outcome: unknown\n    "


@pytest.mark.parametrize(
    ("party", "kept"),
    [
        (f"{PARTY}reply: {{state: asked, asked_on: 2026-11-02,\n      deadline: 2026-11-20}}", ()),
        (f"{PARTY}reply: {{state: not_asked}} # vi väntar", ()),
        ("reply:\n      state: not_asked\n    provider: exempel-ab\n    procedure: closed # klart\n    outcome: unknown", ("    procedure: closed # klart\n",)),
        (
            f"{PARTY}reply:\n      # fråga i december\n      state: not_asked\n      # efter svaret\n\n    # före nästa\n    next_check: 2030-01-01",
            ("      # efter svaret\n\n    # före nästa\n",),
        ),
        (f"{PARTY}reply:\n      state: replied\n      answered_on: 2026\n      text: |\n        Ett.\n\n        # ingen kommentar\n", ()),
        (f'{PARTY}reply:\n      state: replied\n      answered_on: 2026\n      text: "Ett\n        två"\n', ()),
        (f"{PARTY}reply:\n              state: not_asked\n", ()),
    ],
    ids=["flow", "flow-comment", "first", "comments", "block", "quoted", "deep"],
)
def test_ways_of_writing_a_reply(party: str, kept: tuple[str, ...]) -> None:
    content = CASE.format(first=party).encode()
    document = document_of(Path("x.yaml"), content)
    column = document.source.keys[("parties", 0, "reply")][1]
    changed = with_reply(content, document, 0, reply_lines(SAID, document.record.parties[0].reply, ANSWERED, TEXT, column - 1))
    assert document_of(Path("x.yaml"), changed).record.parties[0].reply.text == TEXT
    assert changed.endswith(content[content.index(b"statements:") :])
    for piece in kept:
        assert piece.encode() in changed


def test_a_file_that_cannot_be_changed_safely_is_left_alone() -> None:
    party = f'{PARTY}reply:\n      state: replied\n      answered_on: 2026\n      text: "Ett\ntvå"\n'
    content = CASE.format(first=party).encode()
    document = document_of(Path("x.yaml"), content)
    with pytest.raises(CoachkollenError) as error:
        with_reply(content, document, 0, reply_lines(SAID, Reply(state="asked"), ANSWERED, TEXT, 4))
    assert str(error.value) == "Svaret går inte att skriva in i x.yaml utan att röra annat. Klistra in raderna själv. Inget har ändrats."


def test_a_file_without_a_last_line_break_stays_without_one() -> None:
    content = CASE.format(first=f"{PARTY}reply: {{state: not_asked}}").encode()
    moved = content[content.index(b"statements:") :] + content[: content.index(b"statements:")].rstrip(b"\n")
    document = document_of(Path("x.yaml"), moved)
    changed = with_reply(moved, document, 0, reply_lines(SAID, Reply(state="asked"), ANSWERED, "Nej.", 4))
    assert changed.endswith(b'      text: "Nej."')


# The command.


@pytest.fixture
def form(demo: Path) -> Path:
    CliRunner().invoke(main, ["letter", "3-pahitt-jobb", "--output", "brev"])
    text = (demo / "brev/svar.txt").read_text(encoding="utf-8")
    answered = text.replace("[ ] stämmer inte", "[x] stämmer inte", 1).replace("Ert svar:\n\n\n", "Ert svar:\nPlanen fanns dag *tre*.\n", 1)
    (demo / "svar.txt").write_text(answered, encoding="utf-8")
    return demo / "svar.txt"


YAML = """# intake/cases/ingen-plan-2026.yaml, parten 3-pahitt-jobb
    reply:
      state: replied
      answered_on: {}
      text: |-
        Kryssat i svaret: uppgiften stämmer inte.

        Planen fanns dag \\*tre\\*.

"""


def test_the_reply_is_shown_as_yaml_and_nothing_is_written(form: Path) -> None:
    before = {p: p.read_bytes() for p in form.parent.rglob("*.yaml")}
    result = reply("svar.txt")
    assert result.exit_code == 0
    assert YAML.format("2026-11-21") in result.output
    assert "svar.txt:30:1: warning[R02] Inget är ifyllt om cases/klagomal-2025." in result.output
    assert result.output.endswith(
        "Inget har ändrats. Klistra in raderna, eller kör igen med --write. Läs svaret först: inga namn på privatpersoner får stå kvar.\n"
    )
    assert {p: p.read_bytes() for p in form.parent.rglob("*.yaml")} == before


def test_the_reply_is_written_where_it_belongs_and_only_there(form: Path) -> None:
    before = {p: p.read_bytes() for p in form.parent.rglob("*.yaml")}
    result = reply("svar.txt", "--write", "--answered-on", "2026-11-20")
    assert result.exit_code == 0, result.output
    assert YAML.format("2026-11-20") in result.output
    changed = [p for p, content in before.items() if p.read_bytes() != content]
    assert [p.name for p in changed] == ["ingen-plan-2026.yaml"]
    written = YAML.format("2026-11-20").partition("\n")[2].rstrip("\n")
    assert f"    outcome: unknown\n{written}\nstatements:\n" in changed[0].read_text(encoding="utf-8")
    check = CliRunner().invoke(main, ["check"])
    assert (check.exit_code, check.output) == (0, "Alla 128 poster är i ordning.\n")


def test_an_answer_that_would_make_the_record_wrong_is_not_written_and_is_told_where_it_stands_in_the_form(form: Path) -> None:
    before = {p: p.read_bytes() for p in form.parent.rglob("*.yaml")}
    form.write_text(form.read_text(encoding="utf-8").replace("Planen fanns", "Vi frågade.\nAnna Påhittsson sade att planen fanns"), encoding="utf-8")
    result = reply("svar.txt", "--write")
    assert result.exit_code == 1
    number = form.read_text(encoding="utf-8").splitlines().index("Anna Påhittsson sade att planen fanns dag *tre*.") + 1
    assert f"svar.txt:{number}:1: error[I08b] " in result.output
    assert "ingen-plan-2026.yaml:1" not in result.output
    assert "Inget har ändrats i intake/cases/ingen-plan-2026.yaml: med svaret skulle cases/ingen-plan-2026 få felen ovan.\n" in result.output
    assert {p: p.read_bytes() for p in form.parent.rglob("*.yaml")} == before


def test_when_one_of_several_answers_cannot_be_written_none_is(form: Path) -> None:
    before = {p: p.read_bytes() for p in form.parent.rglob("*.yaml")}
    first, mark, second = form.read_text(encoding="utf-8").partition("Ärende: cases/klagomal-2025")
    form.write_text(first.replace("Planen", "Anna Påhittssons plan") + mark + second.replace("Ert svar:\n", "Ert svar:\nDet stämmer.\n", 1), encoding="utf-8")
    result = reply("svar.txt", "--write")
    assert result.exit_code == 1
    assert "Inget av ärendena har ändrats: med svaret skulle cases/ingen-plan-2026 få felen ovan.\n" in result.output
    assert {p: p.read_bytes() for p in form.parent.rglob("*.yaml")} == before


@pytest.mark.parametrize("arguments", [[], ["--write"]])
def test_an_answer_cannot_have_come_on_a_day_that_has_not_been(form: Path, arguments: list[str]) -> None:
    result = reply(form.name, "--answered-on", "2026-12-24", *arguments)
    said = "2026-12-24 har inte varit än, så svaret kan inte ha kommit då. Ange i dag, 2026-11-21, eller en dag som har varit.\n"
    assert (result.exit_code, result.output) == (2, said)


def test_after_writing_the_editor_is_told_to_read_it_through(form: Path) -> None:
    said = "Inskrivet. Läs igenom det innan du sparar i git: inga namn på privatpersoner får stå kvar.\n"
    assert reply(form.name, "--write").output.endswith(said)


def test_the_comments_of_a_reply_are_kept(form: Path) -> None:
    case = form.parent / "intake/cases/ingen-plan-2026.yaml"
    old = "    reply:\n      state: not_asked\n"
    with_comments = (
        "    reply: # vi frågar i brev\n      # först ett mejl\n      state: asked # inte telefon\n"
        "      asked_on: 2026-11-06\n      deadline: '2026-11-20'  # fredag\n    # efteråt\n"
    )
    case.write_text(case.read_text(encoding="utf-8").replace(old, with_comments), encoding="utf-8")
    result = reply(form.name, "--write")
    assert result.exit_code == 0, result.output
    kept = "    reply:\n      # vi frågar i brev\n      # först ett mejl\n      # inte telefon\n      # fredag\n      state: replied\n"
    text = case.read_text(encoding="utf-8")
    assert kept in text
    assert "dag \\*tre\\*.\n    # efteråt\n" in text


def test_what_only_looks_like_a_comment_in_an_old_reply_is_not_kept(form: Path) -> None:
    case = form.parent / "intake/cases/ingen-plan-2026.yaml"
    old = "    reply:\n      state: not_asked\n"
    new = '    reply:\n      state: replied\n      text: |-\n        Ett\n        # två # tre\n      answered_on: "2026-11-20"\n'
    case.write_text(case.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    assert reply(form.name, "--write").exit_code == 0
    assert "#" not in case.read_text(encoding="utf-8")


def test_what_must_be_mended_in_the_form_stops_everything(form: Path) -> None:
    form.write_text(form.read_text(encoding="utf-8").replace("dag *tre*", "dag tre, fråga info@example.org"), encoding="utf-8")
    result = reply("svar.txt", "--write")
    assert result.exit_code == 1
    assert "svar.txt:25:1: error[R04] Svaret innehåller en e-postadress." in result.output
    assert result.output.endswith("Inget har skrivits: rätta felen ovan i filen.\n")
    assert "svar.txt:25:1: error[R04] The answer has an e-mail address." in reply("svar.txt", "--lang", "en").output


def test_an_empty_form_and_a_missing_file_are_told(form: Path) -> None:
    empty = reply("brev/svar.txt")
    assert empty.exit_code == 1
    assert empty.output.endswith("Formuläret är tomt. Inget svar att skriva in.\n")
    missing = reply("inget-svar.txt")
    assert (missing.exit_code, missing.output) == (2, "Filen inget-svar.txt finns inte.\n")
    assert form.exists()
