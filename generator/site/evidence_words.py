"""The standing words about a statement: what carries it, and which document would change it.

The grade and the kind of a statement choose them, or what sort of document it was read in; a record
may say more closely what would change it (`would_change`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from markupsafe import Markup

from generator.records.models.editorial import Source
from generator.records.models.evidence import Evidence
from generator.records.vocabulary import Grade, Interest, SourceType, StatementKind
from generator.site.language import N_, Language

_WOULD_CHANGE: Mapping[tuple[StatementKind, Grade | None], str] = MappingProxyType(
    {
        (StatementKind.FINDING, Grade.A): N_("En dom i högre rätt, eller ett nytt beslut av den som prövade saken."),
        (StatementKind.FINDING, Grade.B): N_("Ett nytt beslut, eller en rättelse från den myndighet eller beställare som skrev dokumentet."),
        (StatementKind.FINDING, Grade.C): N_("Beslutet eller granskningen i original, om det visar något annat än vad mediet skrev."),
        (StatementKind.ALLEGATION, Grade.B): N_("Ett beslut eller en dom som prövar påståendet."),
        (StatementKind.ALLEGATION, Grade.C): N_(
            "Ett beslut eller en dom som prövar påståendet, en rättelse i mediet, eller nya uppgifter från den det gäller."
        ),
        (StatementKind.ALLEGATION, Grade.D): N_("Ett beslut eller en dom som prövar påståendet, eller nya uppgifter från den det gäller."),
        (StatementKind.MEASURE_TAKEN, None): N_("Ett dokument från den som fattade beslutet, om det visar att beslutet har ändrats."),
    }
)
# What somebody says of itself, another has to contradict.
_OWN_ACCOUNT = frozenset({Interest.PARTY, Interest.PROVIDER})
_OWN_DOCUMENTS = frozenset({SourceType.ARTICLE_NEWSPAPER, SourceType.BROADCAST, SourceType.REPORT, SourceType.WEBPAGE, SourceType.PRESS_RELEASE})
_BY_SOMEBODY_ELSE = N_("En handling från någon annan än {publisher}, till exempel ett register eller ett beslut, om den visar något annat.")
_IN_MEDIA = N_("En rättelse från {publisher}, eller den handling som uppgiften bygger på, om den visar något annat.")
_IN_BOOKS = N_("Den källa som texten bygger på, eller en nyare undersökning, om den visar något annat.")
_BY_DOCUMENT: Mapping[SourceType, str] = MappingProxyType(
    {
        SourceType.ARTICLE_NEWSPAPER: _IN_MEDIA,
        SourceType.BROADCAST: _IN_MEDIA,
        SourceType.POST_WEBLOG: N_("En rättelse av inlägget, eller en handling som visar något annat, till exempel ett beslut eller ett avtal."),
        SourceType.REPORT: N_("En rättad eller nyare rapport från {publisher}, eller rapportens underlag, om det visar något annat."),
        SourceType.WEBPAGE: N_("En nyare sida från {publisher}, eller ett beslut eller avtal som visar något annat."),
        SourceType.PRESS_RELEASE: N_("Beslutet eller avtalet som meddelandet handlar om, eller en rättelse från {publisher}."),
        SourceType.LEGISLATION: N_("En ändrad lag eller förordning, eller ett nyare riksdagstryck."),
        SourceType.LEGAL_CASE: N_("En dom i högre rätt, eller ett nytt beslut av den som prövade saken."),
        SourceType.THESIS: _IN_BOOKS,
        SourceType.BOOK: _IN_BOOKS,
        SourceType.DATASET: N_("Ett nyare utdrag ur samma register eller lista."),
    }
)


def would_change(evidence: Evidence, kind: StatementKind, sources: Sequence[Source], words: Language) -> str:
    """Which documents would change the statement. sources: what it was read in, at least one."""
    if evidence.would_change:
        return words.own(evidence.would_change)
    return words.sentences(list(dict.fromkeys(_would_change(evidence, kind, source, words) for source in sources)))


def _would_change(evidence: Evidence, kind: StatementKind, source: Source, words: Language) -> str:
    own = source.interest in _OWN_ACCOUNT and source.type in _OWN_DOCUMENTS
    by_document = _BY_SOMEBODY_ELSE if own else _BY_DOCUMENT[source.type]
    standing = _WOULD_CHANGE.get((kind, evidence.grade)) or _WOULD_CHANGE.get((kind, None)) or by_document
    return words.t(standing, publisher=words.own(source.publisher))


def basis(evidence: Evidence, sources: Sequence[Source], words: Language, grades: str = "") -> str:
    """What carries a statement, in words: its grade, or for one without a grade every sort of document that it was read in.

    grades: the address of what the grades mean, which the grade leads to; without it the words are plain text.
    """
    if evidence.grade:
        grade = words.t("grad {grade}", grade=evidence.grade.value)
        linked = Markup('<a href="{}">{}</a>').format(grades, grade) if grades else grade
        told_by_an_organisation = evidence.grade is Grade.D and bool(sources) and all(source.publisher_body for source in sources)
        document = words.t("en organisations egen uppgift") if told_by_an_organisation else words.label(evidence.grade)
        return words.t("{document} ({grade})", document=document, grade=linked)
    told = (words.t("{document} från {publisher}", document=words.label(source.type), publisher=words.own(source.publisher)) for source in sources)
    return words.list(list(dict.fromkeys(told)))
