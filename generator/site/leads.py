"""Who says a statement, with the verb that its grade allows: the words in front of it."""

from __future__ import annotations

from generator.records.models import Kind
from generator.records.models.editorial import Source
from generator.records.models.evidence import Evidence
from generator.records.vocabulary import Grade, SourceType, StatementKind
from generator.registry.registry import Registry
from generator.site.language import N_, Language
from generator.site.swedish import and_list, capital

# So many are named as those who say something; the list of sources has them all.
MOST_CARRIERS = 2
# One that speaks for no organisation has no name that anybody knows.
A_BLOG = N_("en blogg")


def medium(source: Source) -> str:
    """Who readers know a source by: the newspaper or programme of an article or broadcast, else the publisher."""
    if source.type in (SourceType.ARTICLE_NEWSPAPER, SourceType.BROADCAST):
        return source.container_title or source.publisher
    return source.publisher


def sayers(registry: Registry, words: Language, evidence: Evidence, besides: str | None = None) -> str:
    """Those who say it, but for one of them, as a list in words; empty when the record names nobody."""
    return _in_words(words, _names(registry, evidence, besides))


def lead(registry: Registry, words: Language, evidence: Evidence, kind: StatementKind) -> str:
    """Who says it, with the verb that the grade allows. Empty for plain context that nobody in particular says."""
    names = _names(registry, evidence)
    source: Source = registry.record(Kind.SOURCES, evidence.sources[0].source)
    carrier = medium(source)
    match evidence.grade:
        case Grade.A if kind is StatementKind.FINDING:
            return words.t("{who} har konstaterat:", who=_in_words(words, names or [carrier], first=True))
        case Grade.A:
            return words.t("Enligt beslut av {who}:", who=_in_words(words, names or [carrier]))
        case Grade.B:
            return words.t("{who} skriver i ett eget dokument:", who=_in_words(words, names or [carrier], first=True))
        case Grade.C:
            own_words = source.publisher_body in evidence.by or and_list(names) == carrier
            return _carried(words, source, [] if own_words else names)
        case Grade.D:
            who = _in_words(words, names, first=True)
            return words.t("{who} har skrivit:", who=who) if names else words.t("En deltagare har skrivit:")
        case _:
            return _ungraded(registry, words, evidence, names)


def _names(registry: Registry, evidence: Evidence, besides: str | None = None) -> list[str]:
    named = [registry.named(f"{Kind.BODIES}/{body}").record.name for body in evidence.by if body != besides]
    return [*named, *([evidence.attribution] if evidence.attribution else [])]


def _in_words(words: Language, names: list[str], *, first: bool = False) -> str:
    """Names as a list in words. first: they begin a sentence."""
    return words.list([words.own(capital(name) if first and number == 0 else name) for number, name in enumerate(names)])


def _carried(words: Language, source: Source, names: list[str]) -> str:
    """That a medium said it, when, and from whom it had it."""
    carrier, who = _in_words(words, [medium(source)], first=True), _in_words(words, names)
    if not source.issued:
        without_day = words.t("{carrier} uppgav:", carrier=carrier)
        return words.t("{carrier} uppgav, med uppgift från {who}:", carrier=carrier, who=who) if names else without_day
    day = words.on_day(source.issued)
    if names:
        return words.t("{carrier} uppgav {day}, med uppgift från {who}:", carrier=carrier, day=day, who=who)
    return words.t("{carrier} uppgav {day}:", carrier=carrier, day=day)


def _ungraded(registry: Registry, words: Language, evidence: Evidence, names: list[str]) -> str:
    """Who says what has no grade, and who tells of it where none of the sources is theirs.

    Empty where the record names nobody: then it is we who have read it, and the publishers stand at the sources.
    """
    if not names:
        return ""
    sources: list[Source] = [registry.record(Kind.SOURCES, citation.source) for citation in evidence.sources]
    said_by, who = and_list(names), _in_words(words, names)
    carriers = list(dict.fromkeys(A_BLOG if s.type is SourceType.POST_WEBLOG and not s.publisher_body else medium(s) for s in sources))
    told = any(source.publisher_body in evidence.by for source in sources) or any(carrier in said_by for carrier in carriers)
    if not evidence.by or told:
        return words.t("Enligt {who}:", who=who)
    shown = [words.t(A_BLOG) if carrier == A_BLOG else words.own(carrier) for carrier in carriers]
    if len(shown) <= MOST_CARRIERS:
        return words.t("Enligt {who}, återgivet av {carriers}:", who=who, carriers=words.list(shown))
    return words.t("Enligt {who}, återgivet av {carrier} med flera:", who=who, carrier=shown[0])
