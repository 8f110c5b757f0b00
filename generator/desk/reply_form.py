"""The form that goes with a letter: a file of plain text that can be filled in and sent back by e-mail.

Here are its fixed lines and how it is written; `reply_reading` reads it. Its own texts stand after
a bar, so that whatever stands outside the bars and the fixed lines is the provider's.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

from generator.desk.letter import Letter
from generator.records.markdown import to_text

ANSWER_LIMIT = 3000
CHOICES = ("stämmer", "stämmer inte")
DECLINE = "vi avstår från att svara"
PROVIDER_MARK = "Leverantör"
CASE_MARK = "Ärende"
STATEMENT_MARK = "Uppgift"
ANSWER_START = "Ert svar:"
ANSWER_END = "Slut på svaret"
BAR = "|"
# Short, so that no mail program has to break a line that it puts signs of quotation in front of.
_WIDTH = 66
_RULE = "=" * _WIDTH


@dataclass(frozen=True, slots=True)
class Answer:
    """What a provider answers in one case.

    line: where the case begins in the file. words: its own words, plain text, empty for none.
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
    """A form that came back."""

    provider: str
    answers: tuple[Answer, ...]


def form_text(letter: Letter) -> str:
    """The empty form of a letter."""
    lines = [
        "SVARSFORMULÄR",
        "",
        f"Svara senast {letter.last_day}." + (f" Skicka till: {letter.reply_to}" if letter.reply_to else ""),
        "",
        "Så fyller ni i:",
        "- Skriv ett x i rutan som gäller, så här: [x]",
        f"- Skriv svaret mellan raderna ”{ANSWER_START}” och ”{ANSWER_END}”.",
        f"- Svaret får vara högst {ANSWER_LIMIT} tecken för varje ärende.",
        "- Låt alla andra rader stå som de är.",
        "",
        f"{PROVIDER_MARK}: {letter.provider}",
    ]
    for case in letter.cases:
        lines += ["", _RULE, f"{CASE_MARK}: cases/{case.id}", *_barred(case.name)]
        for statement in case.statements:
            lines += ["", f"{STATEMENT_MARK}: {statement.id}", *_barred(to_text(statement.text) or "Vi har ännu inte skrivit någon text om källan.")]
            lines += [f"[ ] {choice}" for choice in CHOICES]
        lines += ["", ANSWER_START, "", "", ANSWER_END, f"[ ] {DECLINE}"]
    return "\n".join([*lines, "", _RULE]).replace("\N{NO-BREAK SPACE}", " ") + "\n"


def _barred(text: str) -> list[str]:
    """The text after bars. Its own line breaks stay."""
    wrap = textwrap.TextWrapper(_WIDTH - 2, break_long_words=False, break_on_hyphens=False).wrap
    return [f"{BAR} {line}".rstrip() for part in text.split("\n") for line in wrap(part) or [""]]
