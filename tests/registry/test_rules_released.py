"""Which corrections excuse a change of what was released."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made import Data, case, correction, profile, registry, said, source

from generator.registry.released import Released, digest, meanings, parse_released
from generator.registry.rules.released import corrections_correct, meaning_kept

WAS = "Företaget coachar fyra av tio deltagre."
NOW = "Företaget coachar fyra av tio deltagare."


def told(*corrections: Data, now: str = NOW, day: str = "", gone: bool = False, was: str = WAS) -> list[str]:
    """What is said of a summary that was released as `was`, on a day."""
    units = [f'profiles/p {{"summary":"{digest(was)}"}}', *(["profiles/p#borta {}"] if gone else [])]
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
    ("was", "now", "excused"),
    [
        ("tretton", "trettio", False),
        ("sjutton", "sjuttio", False),
        ("trettioåtta", "trettionio", False),
        ("fjärde", "fjerde", True),
        ("fanns", "finns", False),
        ("miljoner", "miljarder", False),
        ("endast", "ändast", False),
        ("endsat", "endast", True),
        ("halvera", "halverar", False),
        ("kursenn", "kursen", True),
        ("kursen", "klassen", False),
        ("kursen", "kursen nu", False),
        ("kursen nu", "kursen", False),
        ("kursen", "bursen", False),
        ("kursen", "mursen", False),
        ("kursen3", "kursen4", False),
    ],
)
def test_a_number_in_words_is_never_only_respelled(was: str, now: str, excused: bool) -> None:
    before, after = f"Där var {was} i ett år.", f"Där var {now} i ett år."
    assert told(of(was, now, meaning_changed=False), was=before, now=after) == ([] if excused else ["I19a"])


@pytest.mark.parametrize(
    ("was", "now"), [("fyra", "sex"), ("4 av tio", "5 av tio"), ("10 av tio", "100 av tio"), ("deltagre", "deltagare"), ("fyra av tio", "fyra av elva")]
)
def test_nor_does_it_excuse_another_change_than_the_one_that_it_shows(was: str, now: str) -> None:
    text = WAS.replace("fyra av tio", now) if now != "deltagare" else NOW.replace("fyra", "sex")
    assert told(of(was, now, meaning_changed=False), now=text) == ["I19a"]


def test_what_is_gone_is_no_matter_of_spelling() -> None:
    assert told(of(), of(target="profiles/p#borta"), gone=True) == []
    assert told(of(), of(target="profiles/p#borta", meaning_changed=False), gone=True) == ["I19b"]


def test_what_is_gone_needs_a_correction_of_its_own() -> None:
    assert told(of(), gone=True) == ["I19b"]
    assert told(of(), of(target="profiles/p#annat"), gone=True) == ["I19b"]


SUMMARY = "profiles/p"


def hint(*corrections: Data, day: str = "") -> list[str]:
    """What the hint says first of a summary that has changed."""
    ledger = parse_released([*([f"# Senaste releasen: {day}"] if day else []), f'profiles/p {{"summary":"{digest(WAS)}"}}'])
    records = {f"corrections/c{number}": made for number, made in enumerate(corrections)}
    made = registry({"profiles/p": profile(name="Pe AB", summary="Något annat."), **records})
    return [words["aside_sv"] for _, _, words in said(meaning_kept, replace(made, released=ledger))]


@pytest.mark.parametrize(
    ("correction_of_it", "day", "why"),
    [
        (of(target="programmes/p"), "", None),
        (of(), "2026-02-02", "published_on ligger före förra releasen, 2026-02-02"),
        (of(meaning_changed=False), "2026-02-01", "mer än stavningen har ändrats, så meaning_changed ska vara true"),
        (of("Lika", "*lika*"), "2026-02-01", "was och now säger samma sak"),
    ],
)
def test_the_hint_says_why_a_correction_that_is_there_does_not_count(correction_of_it: Data, day: str, why: str | None) -> None:
    assert hint(correction_of_it, day=day) == [f"Rättelsen corrections/c0 räknas inte: {why}. " if why else ""]


@pytest.mark.parametrize("target", ["cases/a", "cases/a#part-exempel-ab"])
def test_another_answer_needs_a_correction_of_that_party(target: str) -> None:
    made = registry({"cases/a": case(), "corrections/c": correction(target)})
    ledger = parse_released(['cases/a#part-exempel-ab {"reply":{"state":"0123456789ab"}}'])
    found = said(meaning_kept, replace(made, released=ledger))
    aside = "Rättelsen corrections/c räknas inte: target ska vara cases/a#part-exempel-ab. "
    assert [(code, words["aside_sv"]) for code, _, words in found] == ([("I19a", aside)] if target == "cases/a" else [])


def idle(target: str, summary: str, *, released: bool = False, **fields: object) -> list[object]:
    """What is said of a correction of something, when the summary was released as WAS."""
    records = {"profiles/p": profile(name="Pe AB", summary=summary), "sources/s": source(), "corrections/c": of(target=target, **fields)}
    made = registry(records)
    now = meanings(made.documents["profiles/p"])["profiles/p"] | {"summary": digest(WAS)}
    units = {"profiles/p": now, "sources/s": meanings(made.documents["sources/s"])["sources/s"], **({"corrections/c": {}} if released else {})}
    return list(said(corrections_correct, replace(made, released=Released(units))))


def test_a_correction_is_of_something_that_changed() -> None:
    assert idle(SUMMARY, WAS) == [("I19f", "corrections/c target", {"unit": SUMMARY})]
    assert idle(SUMMARY, NOW) == []
    assert idle(SUMMARY, WAS, released=True) == []
    assert idle(SUMMARY, WAS, meaning_changed=False) == []
    assert idle("profiles/p#avtal", WAS) == []
    assert idle("profiles/exempel-ab", WAS) == []
    assert idle("profiles/saknas", WAS) == []
    assert idle("sources/s", WAS) == []
