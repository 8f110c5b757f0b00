"""What somebody probably meant: near things, and only near things."""

import pytest

from generator.records.models import MODELS, Kind
from generator.records.suggestions import closest_address, likely_kind, suggest_code
from generator.records.vocabulary import VOCABULARIES, Outcome, ReplyState

IDS = ("bodies/latsasradion", "bodies/exempelforbundet", "profiles/exempel-ab", "cases/exempelarende#anmalan", "cases/exempelarende#part-exempel-ab")


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda vocabulary: vocabulary.__name__)
def test_every_swedish_word_of_a_code_suggests_that_code_however_it_is_written(vocabulary: type[Outcome]) -> None:
    codes = [code.value for code in vocabulary]
    for code in vocabulary:
        for word in (code.label_sv, code.label_sv.upper(), code.label_sv.replace(" ", "_")):
            suggested = suggest_code(word, codes)
            assert suggested.partition(" (")[0] in {other.value for other in vocabulary if other.label_sv.casefold() == code.label_sv.casefold()}, word


def test_a_word_that_is_nearly_a_code_still_suggests_the_code() -> None:
    assert suggest_code("convictd", [code.value for code in Outcome]) == "convicted"
    assert suggest_code("inget alls", [code.value for code in ReplyState]) == ""


@pytest.mark.parametrize(
    ("value", "near"),
    [
        ("bodies/tsl", ""),
        ("bodies/exempelforbund", "bodies/exempelforbundet"),
        ("bodies/exempel-ab", "profiles/exempel-ab"),
        ("body/exempelforbundet", "bodies/exempelforbundet"),
        ("cases/exempelarende#anmälan", "cases/exempelarende#anmalan"),
        ("cases/exempelarende#svaret", ""),
        ("nagot-annat", ""),
    ],
)
def test_only_addresses_that_are_nearly_the_same_are_suggested(value: str, near: str) -> None:
    assert closest_address(value, IDS) == near


@pytest.mark.parametrize("kind", Kind)
def test_a_record_is_never_told_to_move_from_its_own_folder(kind: Kind) -> None:
    fields = [info.alias or name for name, info in MODELS[kind].model_fields.items()]
    assert likely_kind(fields, kind) is None


def test_one_stray_field_does_not_make_a_record_of_another_kind() -> None:
    assert likely_kind(["name", "summary", "sources", "checked_on", "statements"], Kind.PROFILES) is None
    assert likely_kind(["name", "type", "date", "parties", "statements"], Kind.PROFILES) is Kind.CASES
    assert likely_kind(["name", "type", "date", "parties", "statements", "accreditations"], Kind.PROFILES) is None
