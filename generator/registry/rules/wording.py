"""Our own words (invariant 22): none is loaded, and none is stronger than its evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.problems import Problem
from generator.records.models import Kind
from generator.records.models.base import RECORDS_LANGUAGE, Leaf, OwnName, Path, Prose, Voice, parts
from generator.records.models.case import Case, Reply
from generator.records.models.editorial import Correction, Source
from generator.records.models.evidence import CaseStatement, Citation, Evidence, Statement
from generator.records.models.profile import Contract, Profile
from generator.records.plain_text import plain_text
from generator.records.readability import sentences
from generator.records.reader import Document
from generator.records.vocabulary import Grade, Outcome, Publication, StatementKind
from generator.records.wording import (
    ANY_LANGUAGE,
    Hit,
    WordKind,
    attributes,
    find_critical,
    find_denying,
    find_loaded,
    find_strong,
    hedges,
    without_quotes,
)
from generator.registry.gate import rulings
from generator.registry.names import Names, registered_names
from generator.registry.own_text import our_words, page_text
from generator.registry.publishers import is_official
from generator.registry.registry import Registry, references

_NAMED_KINDS = (Kind.PROFILES, Kind.BODIES, Kind.SCHEMES, Kind.PROGRAMMES)
_DECIDED = frozenset({StatementKind.FINDING, StatementKind.MEASURE_TAKEN})
_SETTLED_AGAINST = frozenset({Outcome.CONVICTED, Outcome.DEFICIENCIES_FOUND, Outcome.PARTLY})


def loaded_words(registry: Registry) -> Iterator[Problem]:
    """I22a: a loaded word stands only in somebody's quoted words, or in a name."""
    names = registry.once(registered_names)
    unfounded = {key: words for kind in _NAMED_KINDS for document in registry.of(kind) for key, words in _unfounded(registry, document)}
    for document in registry.documents.values():
        for leaf in our_words(document):
            text, language = plain_text(leaf.value).text, leaf.mark(Prose).language
            # Nearly every text has no such word at all, quoted or not.
            if next(find_loaded(text, language=language), None) is None:
                continue
            if _may_quote(document, leaf.path):
                text = without_quotes(text)
            for hit in find_loaded(_without_names(text, names, unfounded), language=language):
                yield document.problem("I22a", leaf.path, within=hit.text, word=hit.text, instead=hit.word.instead)
        yield from _loaded_names(document, unfounded)
        yield from _loaded_other_names(document, names, unfounded)
    for page in registry.pages:
        written = page_text(page, title=True)
        shown = plain_text(written.markdown)
        for hit in find_loaded(_without_names(without_quotes(shown.text), names, unfounded), language=page.language):
            yield page.source.problem_at("I22a", written.place(shown.origin(hit.start)), word=hit.text, instead=hit.word.instead)


def _may_quote(document: Document, place: Path) -> bool:
    """True if the place lies in a part of the record in which a quotation has somebody who says it."""
    return any(place[: len(path)] == path for path, part in document.parts if _says_who(part))


def _says_who(part: object) -> bool:
    """True for what has a source or a speaker of its own. A correction quotes ourselves."""
    return isinstance(part, (Citation, Reply, Correction)) or (isinstance(part, Evidence) and bool(part.by or part.attribution))


def _unfounded(registry: Registry, document: Document) -> Iterator[tuple[str, frozenset[str]]]:
    """The loaded words that a record has in its names and that nobody else has written.

    A company is registered under its name, with a number, or an authority's document calls it so: any headline has loaded words.
    """
    named = frozenset().union(*(_loaded_in(leaf.value) for leaf in document.leaves if leaf.mark(OwnName)))
    if named:
        sources = [d for link in references(document) if (d := registry.documents.get(link.target)) and d.kind is Kind.SOURCES]
        provider = document.kind is Kind.PROFILES
        texts = [text for source in sources if not provider or is_official(registry, source.id) for text in _as_others_write(source)]
        texts += [document.record.name, document.record.legal_name or ""] if provider and document.record.orgnr else []
        yield document.key, named.difference(*(_loaded_in(plain_text(text).text) for text in texts))


def _loaded_in(name: str) -> frozenset[str]:
    return frozenset(hit.text.lower() for hit in find_loaded(name, language=ANY_LANGUAGE))


def _as_others_write(source: Document) -> Iterator[str]:
    record: Source = source.record
    yield from (text for text in (record.publisher, record.container_title) if text)
    if not record.title_reconstructed:
        yield record.title


def _loaded_names(document: Document, unfounded: Mapping[str, frozenset[str]]) -> Iterator[Problem]:
    """The loaded words of a record's names that only we have given it."""
    words = unfounded.get(document.key, frozenset())
    for leaf in document.leaves if words else ():
        if leaf.mark(OwnName):
            for hit in find_loaded(leaf.value, language=ANY_LANGUAGE):
                if hit.text.lower() in words:
                    yield document.problem("I22a", leaf.path, within=hit.text, word=hit.text, instead=hit.word.instead)


def _loaded_other_names(document: Document, names: Names, unfounded: Mapping[str, frozenset[str]]) -> Iterator[Problem]:
    """The loaded words of names of others, but for those that their own records bear, and of other words for a word that has none."""
    explained = document.kind is Kind.TERMS and bool(_loaded_in(document.record.name))
    for leaf in document.leaves:
        prose = leaf.mark(Prose)
        another = not leaf.mark(OwnName) or (document.kind is Kind.TERMS and leaf.path[0] == "aliases" and not explained)
        if prose and prose.voice is Voice.NAME and another and _loaded_in(leaf.value):
            for hit in find_loaded(_without_names(leaf.value, names, unfounded), language=ANY_LANGUAGE):
                yield document.problem("I22a", leaf.path, within=hit.text, word=hit.text, instead=hit.word.instead)


def _without_names(text: str, names: Names, unfounded: Mapping[str, frozenset[str]]) -> str:
    """The text with blanks in place of names, but for a name with a loaded word that only we have given."""
    for mention in names.find(text):
        words = _loaded_in(mention.text)
        if any(words & unfounded.get(key, frozenset()) for key in mention.keys):
            continue
        text = text[: mention.start] + " " * (mention.end - mention.start) + text[mention.end :]
    return text


def strong_words(registry: Registry) -> Iterator[Problem]:
    """I22b: a case's name, its statements and the texts of a profile say nothing stronger than what carries them."""
    for document in registry.of(Kind.PROFILES):
        for leaf in our_words(document):
            for hit, reason, mend in _too_strong_for_a_profile(document.record, leaf):
                yield _strong(document, leaf.path, hit, reason, mend)
    for document in registry.of(Kind.CASES):
        case: Case = document.record
        if case.name:
            for hit, reason, mend in _too_strong_for_a_name(registry, case, case.name):
                yield _strong(document, ("name",), hit, reason, mend)
        for index, statement in enumerate(case.statements):
            for hit, reason, mend in _too_strong_for_a_statement(statement):
                yield _strong(document, ("statements", index, "text"), hit, reason, mend)
            for field in ("confidence_note", "would_change"):
                for hit, reason, mend in _too_strong_for_a_note(statement, getattr(statement, field) or ""):
                    yield _strong(document, ("statements", index, field), hit, reason, mend)


_Pair = tuple[str, str]
_SAY_WHO: _Pair = ("säg vem som säger det, till exempel ”enligt …”", "say who says it, for example “enligt …”")
_MAKE_CASE: _Pair = ("lägg det i ett ärende i cases/", "put it in a case in cases/")
_SAY_OUTCOME: _Pair = (
    "ange utfallet under parties, om en källa visar det",
    "give the outcome under parties, if a source shows it",
)


def _strong(document: Document, path: Path, hit: Hit, reason: _Pair, mend: _Pair) -> Problem:
    return document.problem(
        "I22b",
        path,
        within=hit.text,
        word=hit.text,
        instead=hit.word.instead,
        reason_sv=reason[0],
        reason_en=reason[1],
        mend_sv=mend[0],
        mend_en=mend[1],
    )


def _too_strong_for_a_name(registry: Registry, case: Case, name: str) -> Iterator[tuple[Hit, _Pair, _Pair]]:
    """The words of a case's name that its best evidence does not carry.

    A name travels without its statements, so it has to say itself whose words it is. Background carries no title.
    """
    text = plain_text(name).text
    carrying = [s for s in _shown(registry, case) if s.kind.adverse or s.kind is StatementKind.MEASURE_TAKEN]
    best = min((s.grade for s in carrying), default=None)
    settled = any(s.kind is StatementKind.FINDING for s in carrying) or any(p.outcome in _SETTLED_AGAINST for p in case.parties)
    for hit in find_strong(text, language=RECORDS_LANGUAGE):
        needed = hit.word.grade or Grade.A
        if hit.word.kind is WordKind.VERDICT and not settled and not hedges(text, language=RECORDS_LANGUAGE):
            yield hit, ("ärendet har inget konstaterande och inget utfall som säger det", "the case has no finding and no outcome that says so"), _SAY_OUTCOME
        elif (best is None or best > needed) and not attributes(text, language=RECORDS_LANGUAGE):
            has_sv = f"den starkaste uppgiften har grad {best}" if best else "ingen uppgift bär det"
            has_en = f"the strongest statement has grade {best}" if best else "no statement carries it"
            yield hit, (f"det kräver grad {needed}, och {has_sv}", f"it needs grade {needed}, and {has_en}"), _SAY_WHO


def alleged_names(registry: Registry) -> Iterator[Problem]:
    """I22d: the name of a case in which somebody claims something, and nothing is found or done, says whose words it is.

    It has to when it criticises, says no or names a provider. What loaded and strong words need is told by I22a and I22b.
    """
    names = registry.once(registered_names)
    for document in registry.of(Kind.CASES):
        case: Case = document.record
        text = plain_text(case.name or "").text
        worse = any(next(find(text, language=RECORDS_LANGUAGE), None) for find in (find_loaded, find_strong))
        if worse or attributes(text, language=RECORDS_LANGUAGE) or not _only_alleged(registry, case):
            continue
        parties = {f"{Kind.PROFILES}/{party.provider}" for party in case.parties}
        words = [hit.text for find in (find_critical, find_denying) for hit in find(text, language=RECORDS_LANGUAGE)]
        words += [mention.text for mention in names.find(text) if mention.keys & parties]
        if words:
            yield document.problem("I22d", ("name",), within=words[0], word=words[0])


def _only_alleged(registry: Registry, case: Case) -> bool:
    told = [s.kind for s in _shown(registry, case) if s.kind is not StatementKind.CONTEXT]
    return StatementKind.ALLEGATION in told and _DECIDED.isdisjoint(told) and not any(p.outcome.settled and not p.outcome.favourable for p in case.parties)


def _too_strong_for_a_profile(profile: Profile, leaf: Leaf) -> Iterator[tuple[Hit, _Pair, _Pair]]:
    """The words of a profile that nothing with a good enough grade carries. To say who says it does not help: that is a case.

    A statement has a grade of its own, and the texts of a contract that of how it ended.
    """
    text, language = plain_text(leaf.value).text, leaf.mark(Prose).language
    if leaf.path[-1] == "locator" or next(find_strong(text, language=language), None) is None:
        return
    grade = _grade(profile, leaf.path)
    for hit in find_strong(without_quotes(text) if grade else text, language=language):
        needed = hit.word.grade or Grade.A
        if grade is None or grade > needed:
            has_sv, has_en = (f"uppgiften har grad {grade}", f"it has grade {grade}") if grade else ("ingen uppgift bär det", "no statement carries it")
            yield hit, (f"det kräver grad {needed}, och {has_sv}", f"it needs grade {needed}, and {has_en}"), _MAKE_CASE


def _grade(profile: Profile, path: Path) -> Grade | None:
    """The grade of the part of a profile that a text stands in."""
    for place, part in parts(profile):
        if path[: len(place)] == place and isinstance(part, Statement):
            return part.grade
        if path[: len(place)] == place and isinstance(part, Contract) and part.ended:
            return part.ended.grade
    return None


def _shown(registry: Registry, case: Case) -> tuple[CaseStatement, ...]:
    """The statements that the gate publishes; of a draft that shows nothing yet, all."""
    shown = {ruling.index for ruling in rulings(registry, case) if ruling.row.decision is Publication.PUBLISHED}
    return tuple(s for index, s in enumerate(case.statements) if not shown or index in shown)


def _too_strong_for_a_statement(statement: CaseStatement) -> Iterator[tuple[Hit, _Pair, _Pair]]:
    """The words of a statement that need a better grade while nobody is said to say them, or that settle what is only alleged."""
    for sentence in sentences(without_quotes(plain_text(statement.text or "").text)):
        if attributes(sentence.text, language=RECORDS_LANGUAGE):
            continue
        for hit in find_strong(sentence.text, language=RECORDS_LANGUAGE):
            needed = hit.word.grade or Grade.A
            if hit.word.kind is WordKind.VERDICT and statement.kind is StatementKind.ALLEGATION:
                yield hit, ("uppgiften är ett påstående som ingen har avgjort", "the statement is an allegation that nobody has settled"), _SAY_WHO
            elif statement.grade > needed and not (statement.by or statement.attribution):
                reason = f"det kräver grad {needed}, och uppgiften har grad {statement.grade}"
                yield hit, (reason, f"it needs grade {needed}, and the statement has grade {statement.grade}"), _SAY_WHO


def _too_strong_for_a_note(statement: CaseStatement, text: str) -> Iterator[tuple[Hit, _Pair, _Pair]]:
    """The words of a note of ours that the statement beside it does not carry: who says that does not say this."""
    for sentence in sentences(plain_text(text).text):
        attributed = attributes(sentence.text, language=RECORDS_LANGUAGE)
        for hit in () if attributed else find_strong(sentence.text, language=RECORDS_LANGUAGE):
            needed = hit.word.grade or Grade.A
            if statement.grade > needed or (hit.word.kind is WordKind.VERDICT and statement.kind is StatementKind.ALLEGATION):
                reason = f"det kräver grad {needed}, och det här är vår egen anmärkning"
                yield hit, (reason, f"it needs grade {needed}, and this is a note of our own"), _SAY_WHO
