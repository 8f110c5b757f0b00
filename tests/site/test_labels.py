"""What a profile says of labels and contracts whose dates are only partly known: no more than is certain on the day."""

from __future__ import annotations

from datetime import date
from typing import Any

import made
import pytest
from made import CITED, SAME, TODAY, profile, scheme

from generator.records.models import Kind
from generator.registry.past import as_it_was
from generator.site.maker import Maker
from generator.site.views.listing import provider_row, standing
from generator.site.views.profiles import ProfileView, profile_view

OTHER = {"schemes/annat": scheme(name="Annat märke")}


def maker(as_of: str, fields: dict[str, Any], months: int | None = None, **others: Any) -> Maker:
    records = {"schemes/marke": scheme(name="Märket", validity_months=months), "profiles/exempel-ab": profile(**fields), **others}
    return Maker(as_it_was(made.registry(records, date.fromisoformat(as_of))))


def page(as_of: str, fields: dict[str, Any], months: int | None = None, **others: Any) -> ProfileView:
    made_by = maker(as_of, fields, months, **others)
    return profile_view(made_by, made_by.registry.get(Kind.PROFILES, "exempel-ab"))


def period(start: str, end: str | None, ended: tuple[str, str] | None = None) -> dict[str, Any]:
    early = {"how": ended[0], "on": ended[1], "sources": CITED} if ended else None
    return {"accreditations": [{"id": "p", "scheme": "marke", "from": start, "to": end, "ended": early, **SAME}]}


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def label(as_of: str, fields: dict[str, Any], months: int | None = None) -> tuple[str, str, str]:
    """State, sentence and how the only period ended."""
    (found,) = page(as_of, fields, months).labels
    return found.state, plain(found.sentence), plain(found.periods[0].ended)


REVOKED = period("2022-09-01", "2024-08-31", ("revoked", "2023"))


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2022-12-31", ("giltig", "Giltig till och med den 31 augusti 2024.", "")),
        (
            "2023-01-01",
            (
                "går inte att avgöra",
                "Märkningen återkallades någon gång 2023. Vi vet inte vilken dag, så vi kan inte säga om den gällde den 1 januari 2023.",
                "återkallad någon gång 2023",
            ),
        ),
        (
            "2023-12-31",
            ("återkallad", "Utfärdaren eller en myndighet uppger att märkningen har dragits in. Datum: 2023.", "återkallad 2023"),
        ),
    ],
)
def test_a_label_is_called_revoked_when_it_certainly_has_been(as_of: str, expected: tuple[str, str, str]) -> None:
    assert label(as_of, REVOKED) == expected


@pytest.mark.parametrize(("how", "words"), [("withdrawn", "Märkningen avslutades på egen begäran"), ("no_longer_listed", "Märkningen försvann ur registret")])
def test_every_kind_of_end_has_words_for_some_day_of_a_month(how: str, words: str) -> None:
    found = label("2023-06-05", period("2022-09-01", "2024-08-31", (how, "2023-06")))
    assert found[1] == f"{words} någon gång i juni 2023. Vi vet inte vilken dag, så vi kan inte säga om den gällde den 5 juni 2023."


def test_a_label_that_is_over_while_its_early_end_may_not_have_come_is_said_to_be_over() -> None:
    found = label("2023-10-01", period("2022-09-01", "2023-08-31", ("revoked", "2023")))
    assert found[:2] == (
        "utgången",
        "Gick ut den 31 augusti 2023 eller tidigare. Märkningen återkallades någon gång 2023. Vi har inte hittat någon förnyelse.",
    )


@pytest.mark.parametrize(
    ("end", "months", "as_of", "sentence"),
    [
        ("2026", None, "2026-01-01", "Giltig minst till och med den 1 januari 2026. Vi vet inte vilken dag den går ut."),
        ("2026-01", None, "2025-12-31", "Giltig minst till och med den 1 januari 2026. Vi vet inte vilken dag den går ut."),
        ("2026-01-01", None, "2026-01-01", "Giltig till och med den 1 januari 2026."),
        ("2025-02", None, "2025-03-01", "Gick ut den 28 februari 2025 eller tidigare. Vi har inte hittat någon förnyelse."),
        ("2025-02-28", None, "2025-03-01", "Gick ut den 28 februari 2025. Vi har inte hittat någon förnyelse."),
        (None, 24, "2026-04-05", "Giltig till och med den 5 april 2026."),
    ],
)
def test_a_last_day_is_given_only_when_it_is_known(end: str | None, months: int | None, as_of: str, sentence: str) -> None:
    assert label(as_of, period("2024-04-06", end), months)[1] == sentence


def test_the_last_day_of_a_label_with_a_partial_start_is_not_known_either() -> None:
    assert label("2025-01-15", period("2024", None), 24)[1] == "Giltig minst till och med den 31 december 2025. Vi vet inte vilken dag den går ut."


def test_the_box_says_what_the_section_says_of_a_label_that_cannot_be_decided() -> None:
    assert plain(page("2023-01-01", REVOKED).first.labels.sentence) == "Det går inte att avgöra om Märket gällde den 1 januari 2023."
    assert plain(page("2023-01-01", REVOKED, **OTHER).first.labels.sentence) == (
        "Det går inte att avgöra om Märket gällde den 1 januari 2023. Efter de andra märkningarna har vi inte sökt i alla register."
    )
    assert page(TODAY.isoformat(), period("2026", None)).first.labels.sentence == "Det går inte att avgöra om Märket gäller i dag."


def test_the_box_says_both_what_is_over_and_what_cannot_be_decided() -> None:
    both = {"accreditations": [*REVOKED["accreditations"], {"id": "q", "scheme": "annat", "from": "2020-01-01", "to": "2021-12-31", **SAME}]}
    assert plain(page("2023-01-01", both, **OTHER).first.labels.sentence) == (
        "Vi hittade ingen giltig märkning den 1 januari 2023. Tidigare: Annat märke (utgången). Det går inte att avgöra om Märket gällde den 1 januari 2023."
    )


def test_the_box_says_that_nobody_has_searched_only_when_there_is_no_period() -> None:
    assert page("2023-01-01", {}).first.labels.sentence == ("Vi har inte sökt i märkningarnas register. Vi vet alltså inte om företaget har någon.")


@pytest.mark.parametrize(("fields", "words"), [(REVOKED, "märkning: går inte att avgöra"), ({}, "märkning: inte kontrollerad")])
def test_a_row_in_a_list_says_the_same(fields: dict[str, Any], words: str) -> None:
    made_by = maker("2023-01-01", fields)
    row = provider_row(made_by, standing(made_by, made_by.registry.get(Kind.PROFILES, "exempel-ab")))
    assert [text for _, text in row.labels] == [words]


SPAN = "1 juli 2022–30 juni 2026"


def contract(as_of: str, on: str | None, end: str | None = "2026-06-30", cause: str = "terminated_for_breach") -> tuple[str, str, int]:
    """State and sentence of a contract that ended, and how many citations stand with it."""
    ended = {"on": on, "cause": cause, "grade": "B", "sources": [{"source": "slut", "locator": "s. 2"}]}
    fields = {"contracts": [{"id": "k", "buyer": "myndigheten", "from": "2022-07-01", "to": end, "ended": ended, **SAME}]}
    (found,) = page(as_of, fields, **{"sources/slut": made.source()}).contracts
    return found.state, plain(found.sentence), len(found.citations)


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2022-12-31", ("gäller", f"{SPAN}.", 1)),
        (
            "2023-01-01",
            (
                "läget den 1 januari 2023 är inte känt",
                f"{SPAN}. Avtalet avslutades för avtalsbrott någon gång 2023. Vi vet inte vilken dag.",
                2,
            ),
        ),
        ("2023-12-31", ("avslutat", f"{SPAN}. Avtalet avslutades för avtalsbrott 2023.", 2)),
    ],
)
def test_a_contract_is_called_ended_when_it_certainly_has(as_of: str, expected: tuple[str, str, int]) -> None:
    found = contract(as_of, "2023")
    assert (found[0].replace("\N{NO-BREAK SPACE}", " "), *found[1:]) == expected


def test_an_end_without_a_cause_is_an_end_some_day() -> None:
    assert contract("2023-03-01", "2023", cause="unknown")[1] == f"{SPAN}. Avtalet avslutades någon gång 2023. Vi vet inte vilken dag."


@pytest.mark.parametrize(("as_of", "told"), [("2025-12-31", False), ("2026-01-01", True)])
def test_neither_an_end_without_a_day_nor_its_source_is_shown_before_it_certainly_had_come(as_of: str, told: bool) -> None:
    _, sentence, citations = contract(as_of, None)
    assert ("avtalsbrott" in sentence) is told
    assert citations == 1 + told
