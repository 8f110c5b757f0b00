"""The form that goes with a letter: a file of plain text that can be filled in and sent back by e-mail.

Here are its fixed lines and how it is written; `reply_reading` reads it. Its own texts stand after
a bar, so that whatever stands outside the bars and the fixed lines is the provider's.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

from generator.desk.letter import Letter
from generator.records.markdown import to_text
from generator.site.parts import CitationView

ANSWER_LIMIT = 3000
CHOICES = ("stämmer", "stämmer inte")
DECLINE = "vi avstår från att svara"
PROVIDER_MARK = "Leverantör"
CASE_MARK = "Ärende"
STATEMENT_MARK = "Uppgift"
FACT_MARK = "Punkt"
NO_TEXT = "Vi har ännu inte skrivit någon text om källan."
OPEN_QUESTION = "Vad vill ni säga om det som står i källan? Skriv det i ert svar."
ANSWER_START = "Ert svar:"
ANSWER_END = "Slut på svaret"
BAR = "|"
# Short, so that no mail program has to break a line that it puts signs of quotation in front of.
_WIDTH = 66
_RULE = "=" * _WIDTH
_BOXES = tuple(f"[ ] {choice}" for choice in CHOICES)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a provider answers in one case, or about one point of its own page.

    case: the id of the case; of a point `profiles/id`, or with an anchor. line: where it begins in the file. words: its own words, plain text, empty for none.
    choices: (id of the statement, one of `CHOICES`) for each that is ticked. declined: it does not want to answer.
    lines: (number, text) of each line that the words stand on.
    """

    case: str
    line: int
    words: str
    choices: tuple[tuple[str, str], ...]
    declined: bool
    lines: tuple[tuple[int, str], ...] = ()

    @property
    def given(self) -> bool:
        """True when anything is filled in."""
        return bool(self.words or self.choices or self.declined)


@dataclass(frozen=True, slots=True)
class FilledForm:
    """A form that came back. points: what it says about the provider's own page, which is no reply in any case."""

    provider: str
    answers: tuple[Answer, ...]
    points: tuple[Answer, ...] = ()


def form_text(letter: Letter) -> str:
    """The empty form of a letter."""
    lines = [
        "SVARSFORMULÄR",
        "",
        *_opening(letter),
        "",
        "Så fyller ni i:",
        "- Skriv ett x i rutan som gäller, så här: [x]",
        f"- Skriv svaret mellan raderna ”{ANSWER_START}” och ”{ANSWER_END}”.",
        f"- Svaret får vara högst {ANSWER_LIMIT} tecken på varje ställe.",
        "- Låt alla andra rader stå som de är.",
        "",
        f"{PROVIDER_MARK}: {letter.provider}",
    ]
    for case in letter.cases:
        lines += ["", _RULE, f"{CASE_MARK}: cases/{case.id}", *_barred(case.name), *_barred(case.time.sentence)]
        for statement in case.statements:
            lines += ["", f"{STATEMENT_MARK}: {statement.id}"]
            # There is nothing of ours to tick before we have written it.
            if statement.text:
                lines += [*_barred(to_text(statement.text)), *_BOXES]
            else:
                lines += [row for c in statement.citations for row in _barred(f"Källa: {citation_text(c)}")] + _barred(OPEN_QUESTION)
        lines += ["", ANSWER_START, "", "", ANSWER_END, f"[ ] {DECLINE}"]
    lines += ["", _RULE, *_barred("Det här står på er egen sida. Kryssa om det stämmer, och skriv vad som är fel.")]
    for fact in letter.facts:
        lines += ["", f"{FACT_MARK}: {fact.id}", *(row for part in fact.parts for row in _barred(to_text(part.text)))]
        lines += [*_BOXES, ANSWER_START, "", "", ANSWER_END]
    return "\n".join([*lines, "", _RULE]).replace("\N{NO-BREAK SPACE}", " ") + "\n"


def _opening(letter: Letter) -> list[str]:
    """By when to answer, and where to, without a line too long for a mail."""
    if not letter.reply_to:
        return [time_text(letter)]
    to = f"Skicka till: {letter.reply_to}"
    return [f"{time_text(letter)} {to}"] if letter.one_day else [time_text(letter), to]


def time_text(letter: Letter) -> str:
    """By when to answer, in a sentence or two."""
    if letter.one_day:
        return f"Svara senast {letter.last_day}."
    return f"Sista dagen står vid varje ärende. Den första är {letter.last_day}."


def citation_text(citation: CitationView) -> str:
    """A source in one sentence, with the place in it and where it is found."""
    where = citation.url or citation.archive or citation.url_reason or "på papper"
    return f"{citation.title}. {citation.publisher}, {citation.issued}. Var i källan: {citation.locator}. Finns här: {where}"


def _barred(text: str) -> list[str]:
    """The text after bars. Its own line breaks stay."""
    wrap = textwrap.TextWrapper(_WIDTH - 2, break_long_words=False, break_on_hyphens=False).wrap
    return [f"{BAR} {line}".rstrip() for part in text.split("\n") for line in wrap(part) or [""]]
