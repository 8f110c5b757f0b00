"""A letter as plain text, wrapped for e-mail, and as one HTML page that prints on A4 without anything from elsewhere."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.desk.letter import Letter, LetterCase, LetterStatement
from generator.desk.letter_facts import LetterFact
from generator.desk.reply_form import ANSWER_LIMIT, CHOICES, DECLINE, NO_TEXT, OPEN_QUESTION, citation_text, time_text
from generator.records.markdown import to_html, to_text
from generator.site.swedish import day_text, number_text

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
    "Ni får läsa dem nu för att kunna svara. Det ni svarar i ett ärende visas tillsammans med uppgiften."
)
TIME = "Vi behöver ert svar senast {last_day}."
TIMES = "Sista dagen att svara är inte samma för allt. Vid varje ärende står vilken dag som gäller där. Den första är {last_day}."
VOLUNTARY = "Det är frivilligt att svara. Behöver ni mer tid, hör av er före den dagen."
FACTS = ("Det här står också på er sida", "Det här står på er sida", "Det här ska stå på er sida")
ABOUT_FACTS = (
    "Det här handlar inte om något ärende: det är vad vi har läst om företaget, dess avtal och dess märkningar. Är något fel vill vi veta det. "
    "Svara gärna senast {last_day}."
)
HOW = (
    "Fyll i svarsformuläret. Det är filen svar.txt, eller de sista sidorna i det utskrivna brevet.",
    "Kryssa om det stämmer, där det finns rutor. Skriv sedan ert svar med egna ord. Om ni avstår från att svara i ett ärende kryssar ni i det.",
    "Skicka formuläret till: {reply_to}",
)
ABOUT_CASES = (
    f"Ert svar om ett ärende visas bredvid uppgiften, överallt där den visas, med era egna ord. Det får vara högst {_LIMIT} tecken för varje ärende. "
    "Era kryss skriver vi ut som en mening före svaret.",
    "Om ni avstår från att svara, eller inte svarar i tid, står det på sidan. Ni kan svara senare också, och då visas svaret från den dagen.",
)
ABOUT_THE_PAGE = "Det ni skriver om er egen sida visas inte som ett svar. Vi kontrollerar det mot källorna och rättar det som är fel."
PRIVATE = "E-postadresser, telefonnummer och personnummer tar vi bort ur svaret. Skriv inga namn på privatpersoner och inget om någons hälsa."
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
    lines += [facts_heading(letter).upper(), "", *_wrapped(_about_facts(letter)), ""]
    for fact in letter.facts:
        lines += _fact_lines(fact)
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
        facts_heading=facts_heading(letter),
        about_facts=_about_facts(letter),
        no_text=NO_TEXT,
        open_question=OPEN_QUESTION,
        time=time_text(letter),
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
        ("Så använder vi ert svar", (*(ABOUT_CASES if letter.cases else ()), ABOUT_THE_PAGE, PRIVATE)),
        ("Fel rättas", (CORRECTIONS,)),
    )


def _opening(letter: Letter) -> tuple[str, ...]:
    time = (TIME if letter.one_day else TIMES).format(last_day=letter.last_day)
    return ("Hej!", WHO_WE_ARE, WHY.format(name=letter.name), f"{time} {VOLUNTARY}")


def facts_heading(letter: Letter) -> str:
    """The heading over what stands on the provider's page besides the cases."""
    return FACTS[2] if not letter.page_shown else FACTS[0] if letter.cases else FACTS[1]


def _about_facts(letter: Letter) -> str:
    return ABOUT_FACTS.format(last_day=day_text(letter.deadline))


def _case_lines(number: int, case: LetterCase) -> Iterator[str]:
    yield from _wrapped(f"{number}. {case.name}")
    yield from ("-" * WIDTH, f"Id: cases/{case.id}")
    yield from _wrapped(case.today)
    yield from _wrapped(case.time.sentence)
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
    yield from _indented(to_text(statement.text) or NO_TEXT)
    for citation in statement.citations:
        yield from _indented(f"Källa: {citation_text(citation)}")
        yield from _indented(f"Citat: ”{citation.quote}”" if citation.quote else "")
    yield from _indented(f"Det som talar emot: {to_text(statement.counter)}" if statement.counter else "")
    for citation in statement.counter_citations:
        yield from _indented(f"Källa till det: {citation_text(citation)}")
    yield ""


def _fact_lines(fact: LetterFact) -> Iterator[str]:
    yield from _wrapped(f"Id: {fact.id} ({fact.what})")
    for part in fact.parts:
        yield from _indented(to_text(part.text))
        for citation in part.citations:
            yield from _indented(f"Källa: {citation_text(citation)}")
            yield from _indented(f"Citat: ”{citation.quote}”" if citation.quote else "")
    yield ""


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
