"""Texts at the side of what the gate tries (invariant 7): quotations and places on a profile, background that nobody answers, texts of outcomes.

A reader sees them beside the statements, so they may not say what a statement could not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from generator.problems import Problem
from generator.records.models import Kind
from generator.records.models.base import RECORDS_LANGUAGE, Path, parts
from generator.records.models.case import Case, Party
from generator.records.models.evidence import CaseStatement, Citation, Statement
from generator.records.models.profile import EndOfAccreditation, EndOfContract, Profile
from generator.records.plain_text import plain_text
from generator.records.readability import sentences
from generator.records.reader import Document
from generator.records.vocabulary import Grade, Outcome, Publication, ReplyState, StatementKind
from generator.records.wording import Hit, WordKind, attributes, find_critical, find_denying, find_loaded, find_strong
from generator.registry.gate import publication, rulings
from generator.registry.names import Names, own_names, registered_names
from generator.registry.own_text import language_at_source
from generator.registry.registry import Registry
from generator.registry.rules.contracts import CLAIMED_CAUSES

# A place that says “om att …” tells what stands there, also where a place in an English source is told in its words.
_TELLS = re.compile(r"\b(?:att|that)\b", re.IGNORECASE)
# “Not 4” is a Swedish footnote, also in an English source.
_FOOTNOTE = re.compile(r"\bnot(?=\s+[0-9])", re.IGNORECASE)
# “Inga brister konstaterades” clears somebody; “inga mutor” does not.
_NEVER_DENIED = frozenset({WordKind.LOADED, WordKind.STRONG})
_SAYS_LITTLE = frozenset({StatementKind.CONTEXT, StatementKind.COUNTER})


def citations_on_profiles(registry: Registry) -> Iterator[Problem]:
    """I07w: a profile quotes only what carries a statement or why something ended, and a place in a source there says where and no more."""
    for document in registry.of(Kind.PROFILES):
        for path, part in document.parts:
            if isinstance(part, Citation):
                carried, grade = _carried(document.record, path)
                language = language_at_source(registry, part.source)
                if part.quote and (not carried or (hit := _too_much(part.quote, grade, language))):
                    word = hit.text if carried and hit else ""
                    yield _aside(document, (*path, "quote"), word)
                told = _critical(_without_own_names(document, part.locator), language, carried=carried)
                if told:
                    yield _aside(document, (*path, "locator"), told)


def _carried(profile: Profile, path: Path) -> tuple[bool, Grade | None]:
    """True for a place in a statement or in an end that somebody has to stand for, and the grade that its words are held against."""
    for place, part in parts(profile):
        if path[: len(place)] == place:
            if isinstance(part, Statement):
                return True, part.grade or Grade.D
            if isinstance(part, EndOfAccreditation) or (isinstance(part, EndOfContract) and part.cause in CLAIMED_CAUSES):
                return True, Grade.A
    return False, None


def _too_much(quote: str, grade: Grade | None, language: str) -> Hit | None:
    """The word of a quotation that is loaded, or stronger than the grade."""
    loaded = next(find_loaded(quote, language=language), None)
    strong = find_strong(quote, language=language)
    return loaded or next((hit for hit in strong if grade is None or grade > (hit.word.grade or Grade.A)), None)


def _without_own_names(document: Document, place: str) -> str:
    """The place with blanks for the names of the company, which may have any word in it."""
    for name in sorted((document.record.name, *own_names(document)), key=len, reverse=True):
        place = place.replace(name, " " * len(name))
    return place


def _critical(place: str, language: str, *, carried: bool) -> str:
    """The word of a place in a source that tells what stands there. Where a statement carries it, a place may be called what it is about."""
    place = _FOOTNOTE.sub("   ", place)
    find = find_loaded if carried else find_critical
    hit = next(find(place, language=language), None) or next(find_denying(place, language=language), None)
    telling = _TELLS.search(place)
    return hit.text if hit else telling.group() if telling else ""


def _aside(document: Document, path: Path, word: str) -> Problem:
    field = str(path[-1])
    if field == "locator":
        mend = ("Skriv bara stället: sidan, stycket eller rubrikens nummer.", "Write only the place: the page, the paragraph or the number of the heading.")
    elif word:
        mend = ("Citera en mening utan ordet, eller ta bort citatet.", "Quote a sentence without the word, or remove the quotation.")
    else:
        mend = ("Ta bort citatet: här behövs bara stället.", "Remove the quotation: here only the place is needed.")
    reason = (f"säger ”{word}”", f"says “{word}”") if word else ("har ingen uppgift att bära", "has no statement to carry")
    words = {"field": field, "reason_sv": reason[0], "reason_en": reason[1], "mend_sv": mend[0], "mend_en": mend[1]}
    return document.problem("I07w", path, key=False, within=word, **words)


def unanswered_background(registry: Registry) -> Iterator[Problem]:
    """I07x: background about a named provider that nobody asks says nothing critical, but of another organisation that it names."""
    names = registry.once(registered_names)
    for document in registry.of(Kind.CASES):
        case: Case = document.record
        for index, statement in enumerate(case.statements):
            unasked = any(_is_unasked(party, statement) for party in case.parties)
            word = _against_the_provider(names, statement) if unasked and statement.kind in _SAYS_LITTLE else ""
            if word:
                yield document.problem("I07x", ("statements", index, "text"), within=word, word=word)


def _is_unasked(party: Party, statement: CaseStatement) -> bool:
    concerned = party.provider is not None and (not statement.about or party.provider in statement.about)
    return concerned and party.reply.state is ReplyState.NOT_APPLICABLE and not party.outcome.favourable


def _against_the_provider(names: Names, statement: CaseStatement) -> str:
    """The first critical word or no in a sentence that names no other organisation than those who say it."""
    speakers = {f"{Kind.BODIES}/{body}" for body in statement.by}
    for sentence in sentences(plain_text(statement.text or "").text):
        finds = (find(sentence.text, language=RECORDS_LANGUAGE) for find in (find_critical, find_denying))
        hit = next(chain.from_iterable(finds), None)
        others = (key for mention in names.find(sentence.text) for key in mention.keys if key.startswith(f"{Kind.BODIES}/"))
        if hit and not any(key not in speakers for key in others):
            return hit.text
    return ""


def outcome_texts(registry: Registry) -> Iterator[Problem]:
    """I07y: an outcome that is not known has no text about a named provider, and one that cleared it, or is not known, nothing critical."""
    for document in registry.of(Kind.CASES):
        # A case that is only a link has no text at all, which is told of where it is tried.
        linked = publication(rulings(registry, document.record)) is Publication.LINK_ONLY
        for index, party in enumerate(document.record.parties):
            if party.outcome_text is None or linked:
                continue
            path: Path = ("parties", index, "outcome_text")
            word = "" if party.outcome.settled and not party.outcome.favourable else _critical_in_outcome(party.outcome, party.outcome_text)
            if word:
                yield _of_outcome(document, path, party.outcome, word)
            elif party.provider and not party.outcome.settled:
                yield _of_outcome(document, path, party.outcome, "")


def _critical_in_outcome(outcome: Outcome, text: str) -> str:
    """A critical word in a sentence of its own: not denied, as what somebody was cleared of is, and in nobody's mouth."""
    for sentence in sentences(plain_text(text).text):
        denied = outcome.favourable and next(find_denying(sentence.text, language=RECORDS_LANGUAGE), None) is not None
        attributed = attributes(sentence.text, language=RECORDS_LANGUAGE)
        for hit in () if attributed else find_critical(sentence.text, language=RECORDS_LANGUAGE):
            if not denied or hit.word.kind in _NEVER_DENIED:
                return hit.text
    return ""


def _of_outcome(document: Document, path: Path, outcome: Outcome, word: str) -> Problem:
    reason = (f"men texten säger ”{word}”", f"but the text says “{word}”") if word else ("så det finns inget att berätta", "so there is nothing to tell")
    return document.problem("I07y", path, key=not word, within=word, outcome=outcome.value, reason_sv=reason[0], reason_en=reason[1])
