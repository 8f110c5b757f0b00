"""Which corrections excuse a change of what was released."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made import Data, correction, profile, registry, said

from generator.registry.released import digest, parse_released
from generator.registry.rules.released import meaning_kept

WAS = "Företaget coachar fyra av tio deltagre."
NOW = "Företaget coachar fyra av tio deltagare."


def told(*corrections: Data, now: str = NOW, day: str = "", gone: bool = False) -> list[str]:
    """What is said of a summary that was released as WAS, on a day."""
    units = [f'profiles/p {{"summary":"{digest(WAS)}"}}', *(["profiles/p#borta {}"] if gone else [])]
    records = {f"corrections/c{number}": made for number, made in enumerate(corrections)}
    made = registry({"profiles/p": profile(name="Pe AB", summary=now), **records})
    ledger = parse_released([*([f"# Senaste releasen: {day}"] if day else []), *units])
    return [code for code, _, _ in said(meaning_kept, replace(made, released=ledger))]


def of(was: str = "deltagre", now: str = "deltagare", target: str = "profiles/p", **fields: object) -> Data:
    return correction(target, was=was, now=now, **fields)


def test_a_change_needs_a_correction_that_says_what_it_was() -> None:
    assert told() == ["I19a"]
    assert told(now=WAS) == []
    assert told(of()) == []
    assert told(of(target="programmes/p")) == ["I19a"]
    assert told(of("Deltagare!", "*deltagare*")) == ["I19a"]
    assert told(of("Deltagare!", "*deltagare*"), of()) == []


@pytest.mark.parametrize(("day", "excused"), [("", True), ("2026-01-31", True), ("2026-02-01", True), ("2026-02-02", False), ("igår", True)])
def test_a_correction_is_not_older_than_the_release(day: str, excused: bool) -> None:
    assert told(of(), day=day) == ([] if excused else ["I19a"])


@pytest.mark.parametrize(
    ("was", "now", "excused"),
    [
        ("deltagre", "deltagare", True),
        ("tio deltagre", "tio deltagare", True),
        ("deltagre", "Deltagare", False),
        ("tio deltagre", "deltagare", False),
        ("eltagre", "deltagare", False),
        ("dubbelt", "deltagare", False),
        ("elever", "deltagare", False),
    ],
)
def test_a_correction_of_no_meaning_shows_that_only_the_spelling_changed(was: str, now: str, excused: bool) -> None:
    assert told(of(was, now, meaning_changed=False)) == ([] if excused else ["I19a"])


@pytest.mark.parametrize(
    ("was", "now"), [("fyra", "sex"), ("4 av tio", "5 av tio"), ("10 av tio", "100 av tio"), ("deltagre", "deltagare"), ("fyra av tio", "fyra av elva")]
)
def test_nor_does_it_excuse_another_change_than_the_one_that_it_shows(was: str, now: str) -> None:
    text = WAS.replace("fyra av tio", now) if now != "deltagare" else NOW.replace("fyra", "sex")
    assert told(of(was, now, meaning_changed=False), now=text) == ["I19a"]


def test_what_is_gone_is_no_matter_of_spelling() -> None:
    assert told(of(), gone=True) == []
    assert told(of(meaning_changed=False), gone=True) == ["I19b"]
