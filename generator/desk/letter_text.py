"""A letter as plain text, wrapped for e-mail, and as one HTML page that prints on A4 without anything from elsewhere."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.desk.letter import Letter, LetterCase, LetterStatement
from generator.desk.reply_form import ANSWER_LIMIT, CHOICES, DECLINE
from generator.records.markdown import to_html, to_text
from generator.site.maker import CitationView
from generator.site.swedish import number_text

WIDTH = 72
_TEMPLATES = Path(__file__).parent / "templates"
_LIMIT = number_text(ANSWER_LIMIT)

# The same words in both forms of the letter.
SUBJECT = "Uppgifter om {name} i Coachkollen: vi vill ha ert svar"
WHO_WE_ARE = (
    "Coachkollen är en öppen webbplats som samlar det som är dokumenterat om företag som coachar, matchar och rehabiliterar arbetssökande, "
    "med källa till varje uppgift. Vi är ingen myndighet, vi sätter inga betyg, och samma regler gäller för alla företag."
)
WHY = (
    "Vi har läst källor som handlar om {name}. Här nedan står varje uppgift om er, med våra ord och med källan. "
    "Ni får läsa dem nu för att kunna svara, och ert svar visas tillsammans med uppgiften."
)
TIME = "Vi behöver ert svar senast {last_day}. Det är frivilligt att svara. Behöver ni mer tid, hör av er före den dagen."
HOW = (
    "Fyll i svarsformuläret. Det är filen svar.txt, eller de sista sidorna i det utskrivna brevet.",
    "Kryssa vid varje uppgift om den stämmer. Skriv sedan ert svar med egna ord. Om ni avstår från att svara kryssar ni i det.",
    "Skicka formuläret till: {reply_to}",
)
WHAT_WE_DO = (
    f"Ert svar visas bredvid uppgiften, överallt där den visas, med era egna ord. Det får vara högst {_LIMIT} tecken för varje ärende. "
    "Era kryss skriver vi ut som en mening före svaret.",
    "E-postadresser, telefonnummer och personnummer tar vi bort ur svaret. Skriv inga namn på privatpersoner och inget om någons hälsa.",
    "Om ni avstår från att svara, eller inte svarar i tid, står det på sidan. Ni kan svara senare också, och då visas svaret från den dagen.",
)
CORRECTIONS = (
    "Är något fel i sak, till exempel ett namn, ett datum, ett avtal eller en märkning? Berätta vad som är fel, och gärna var det framgår. "
    "Då rättar vi det. Rättelser av sådant som redan har visats står i en öppen lista på webbplatsen."
)
CLOSING = "Tack för att ni tar er tid."
TO_FILL_IN = "_" * 30


def letter_text(letter: Letter) -> str:
    """The letter as plain text, lines of at most 72 characters but for addresses that are longer."""
    lines = [f"Till {letter.name}"]
    lines += [f"{label}: {value}" for label, value in letter.contact] or [f"Adress: {TO_FILL_IN}"]
    lines += ["", letter.day, "", *_wrapped(subject(letter).upper()), ""]
    for paragraph in _opening(letter):
        lines += [*_wrapped(paragraph), ""]
    for number, case in enumerate(letter.cases, 1):
        lines += _case_lines(number, case)
    for heading, paragraphs in closing_sections(letter):
        lines += [heading.upper(), ""]
        for paragraph in paragraphs:
            lines += [*_wrapped(paragraph), ""]
    lines += [CLOSING, "", "Med vänlig hälsning", "Coachkollen"]
    return "\n".join(lines).replace("\N{NO-BREAK SPACE}", " ") + "\n"


def letter_html(letter: Letter) -> str:
    """The letter as one HTML page with the form as its last pages. No script, and nothing is fetched."""
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    environment.filters["record_text"] = _record_html
    return environment.get_template("brev.html").render(
        letter=letter,
        subject=subject(letter),
        opening=_opening(letter),
        sections=closing_sections(letter),
        closing=CLOSING,
        to_fill_in=TO_FILL_IN,
        choices=CHOICES,
        decline=DECLINE,
        limit=_LIMIT,
    )


def subject(letter: Letter) -> str:
    """What the letter is about, in a line."""
    return SUBJECT.format(name=letter.name)


def closing_sections(letter: Letter) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What stands after the statements: (heading, paragraphs)."""
    return (
        ("Så svarar ni", tuple(text.format(reply_to=letter.reply_to or TO_FILL_IN) for text in HOW)),
        ("Så visar vi ert svar", WHAT_WE_DO),
        ("Fel rättas", (CORRECTIONS,)),
    )


def _opening(letter: Letter) -> tuple[str, ...]:
    return ("Hej!", WHO_WE_ARE, WHY.format(name=letter.name), TIME.format(last_day=letter.last_day))


def _case_lines(number: int, case: LetterCase) -> Iterator[str]:
    yield from _wrapped(f"{number}. {case.name}")
    yield from ("-" * WIDTH, f"Id: cases/{case.id}")
    yield from _wrapped(case.today)
    yield ""
    for statement in case.statements:
        yield from _statement_lines(statement)
    yield from _wrapped(f"Utfall som vi visar: {case.outcome}.")
    yield from _indented(to_text(case.outcome_text))
    for citation in case.outcome_citations:
        yield from _indented(f"Källa: {citation_text(citation)}")
    if case.answered:
        yield from _wrapped("Svar som vi har sedan tidigare:")
        yield from _indented(to_text(case.answered))
    yield ""


def _statement_lines(statement: LetterStatement) -> Iterator[str]:
    yield from _wrapped(f"Id: {statement.id}")
    yield from _indented(f"Slag: {statement.kind}. Underlag: {statement.grade}.{f' När: {statement.when}.' if statement.when else ''}")
    yield from _indented(statement.lead)
    yield from _indented(to_text(statement.text) or "Vi har ännu inte skrivit någon text om källan.")
    for citation in statement.citations:
        yield from _indented(f"Källa: {citation_text(citation)}")
        yield from _indented(f"Citat: ”{citation.quote}”" if citation.quote else "")
    yield from _indented(f"Det som talar emot: {to_text(statement.counter)}" if statement.counter else "")
    for citation in statement.counter_citations:
        yield from _indented(f"Källa till det: {citation_text(citation)}")
    yield ""


def citation_text(citation: CitationView) -> str:
    """A source in one sentence, with the place in it and where it is found."""
    where = citation.url or citation.archive or citation.url_reason or "på papper"
    return f"{citation.title}. {citation.publisher}, {citation.issued}. Var i källan: {citation.locator}. Finns här: {where}"


def _wrapped(text: str, indent: str = "") -> list[str]:
    """The lines of a text. Its own line breaks stay; a long word or address is never cut."""
    return [
        line
        for part in text.split("\n")
        for line in textwrap.wrap(part, WIDTH, initial_indent=indent, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False) or [""]
    ]


def _indented(text: str) -> list[str]:
    return _wrapped(text, "  ") if text else []


def _record_html(text: str) -> Markup:
    """Safe HTML of a record's text. Its links to our own pages lose their address: the letter lies nowhere."""
    return Markup(to_html(text, lambda _: None))
