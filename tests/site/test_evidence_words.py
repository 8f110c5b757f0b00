"""Which document would change a statement: what its record says, what follows from kind and grade, or from where it was read."""

from __future__ import annotations

import pytest
from made import SAME
from made import source as source_data
from made import statement as statement_data

from generator.records.models.editorial import Source
from generator.records.models.evidence import CaseStatement, Evidence
from generator.records.vocabulary import Interest, SourceType, StatementKind
from generator.site.evidence_words import basis, would_change
from generator.site.language import SWEDISH


def told(kind: str = "context", grade: str = "B", *, would: str | None = None, **read_in: str) -> str:
    statement = CaseStatement.model_validate(statement_data(kind=kind, grade=grade, would_change=would))
    return would_change(statement, statement.kind, [document(**read_in)], SWEDISH)


def document(publisher: str = "Exempelbladet", **fields: str) -> Source:
    return Source.model_validate(source_data(publisher=publisher, **fields))


@pytest.mark.parametrize("kind", SourceType)
def test_a_fact_is_changed_by_a_document_that_fits_where_it_was_read(kind: SourceType) -> None:
    words = told(type=kind.value)
    assert words.endswith(".")
    assert "{" not in words


def test_the_words_name_the_publisher() -> None:
    assert told(type="article-newspaper") == "En rättelse från Exempelbladet, eller den handling som uppgiften bygger på, om den visar något annat."


@pytest.mark.parametrize("interest", Interest)
def test_what_somebody_says_of_itself_is_changed_by_another(interest: Interest) -> None:
    by_another = "En handling från någon annan än Exempelbladet, till exempel ett register eller ett beslut, om den visar något annat."
    assert (told(interest=interest.value) == by_another) == (interest in (Interest.PARTY, Interest.PROVIDER))


@pytest.mark.parametrize("kind", ["post-weblog", "legislation", "legal_case", "thesis", "book", "dataset"])
def test_a_document_that_speaks_for_nobody_is_changed_by_one_of_its_own_sort(kind: str) -> None:
    assert told(type=kind, interest="party") == told(type=kind)


@pytest.mark.parametrize(
    ("kind", "grade", "words"),
    [
        ("finding", "A", "En dom i högre rätt"),
        ("finding", "B", "Ett nytt beslut"),
        ("finding", "C", "Beslutet eller granskningen i original"),
        ("allegation", "B", "Ett beslut eller en dom"),
        ("allegation", "C", "Ett beslut eller en dom"),
        ("allegation", "D", "Ett beslut eller en dom"),
        ("measure_taken", "C", "Ett dokument från den som fattade beslutet"),
    ],
)
def test_what_somebody_decided_or_claims_is_changed_by_a_decision_wherever_it_was_read(kind: str, grade: str, words: str) -> None:
    (same,) = {told(kind, grade, type=read_in.value, interest=interest.value) for read_in in SourceType for interest in Interest}
    assert same.startswith(words)


def test_the_record_may_say_it_more_closely() -> None:
    assert told(would="Nämndens protokoll från mötet.", interest="party") == "Nämndens protokoll från mötet."
    assert told("allegation", "C", would="Nämndens protokoll.") == "Nämndens protokoll."
    assert told("allegation", "C").startswith("Ett beslut eller en dom")


REPORT, BLOG = document("Verket", type="report"), document("En blogg", type="post-weblog")


def test_what_was_read_in_several_sorts_of_documents_rests_on_all_of_them_and_each_can_change_it() -> None:
    answer = Evidence.model_validate({"text": "x", **SAME})
    assert basis(answer, [REPORT, BLOG, REPORT], SWEDISH) == "rapport från Verket och blogginlägg från En blogg"
    changed = would_change(answer, StatementKind.CONTEXT, [REPORT, BLOG, REPORT], SWEDISH)
    assert changed == " ".join(would_change(answer, StatementKind.CONTEXT, [one], SWEDISH) for one in (REPORT, BLOG))


def test_a_grade_leads_to_what_grades_mean_where_the_page_knows_the_address() -> None:
    claim = Evidence.model_validate({"text": "x", "grade": "C", **SAME})
    assert basis(claim, [REPORT], SWEDISH).endswith(" (grad C)")
    assert basis(claim, [REPORT], SWEDISH, "/metod/#x").endswith(' (<a href="/metod/#x">grad C</a>)')


def test_what_an_organisation_says_of_others_is_not_called_the_account_of_somebody_who_took_part() -> None:
    account = Evidence.model_validate({"text": "x", "grade": "D", **SAME})
    own, unions = document("En deltagares blogg"), document("Facket", publisher_body="facket")
    assert basis(account, [own], SWEDISH) == "en deltagares egen berättelse (grad D)"
    assert basis(account, [unions], SWEDISH) == "en organisations egen uppgift (grad D)"
    assert basis(account, [own, unions], SWEDISH) == "en deltagares egen berättelse (grad D)"
