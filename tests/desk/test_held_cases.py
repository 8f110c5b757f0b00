"""`coachkollen held`: what is not shown, why, what would release it, and whether it can be moved."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main


def held(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["held", *arguments])


def cases(*arguments: str) -> dict[str, dict[str, object]]:
    result = held("--format", "json", *arguments)
    assert result.exit_code == 0, result.output
    return {case["id"]: case for case in json.loads(result.output)["cases"]}


@pytest.mark.usefixtures("demo")
def test_a_held_case_is_told_with_its_reason_what_releases_it_and_the_deadline() -> None:
    result = held()
    assert result.exit_code == 0
    assert (
        """svarstid-pagar-2026: hålls inne
  Samma blogg skrev om Påhittscoachning
  fil: intake/cases/svarstid-pagar-2026.yaml
  cases/svarstid-pagar-2026#bytt-handledare om Påhittscoachning AB (grad D): hålls inne, en deltagares berättelse visas inte förrän leverantören har fått svara
    släpps av: ett svar, eller att svarstiden går ut 4\N{NO-BREAK SPACE}december\N{NO-BREAK SPACE}2026
    tillfrågad, svarstiden går ut 4\N{NO-BREAK SPACE}december\N{NO-BREAK SPACE}2026

"""
        in result.output
    )
    assert result.output.endswith("6\N{NO-BREAK SPACE}ärenden hålls inne, visas bara som länk eller är utkast.\nInget av dem kan flyttas i dag.\n")


@pytest.mark.usefixtures("demo")
def test_a_link_and_its_draft_are_one_entry_with_both_files() -> None:
    result = held()
    assert result.output.count("fabeljobb-2025: bara källan visas") == 1
    assert "  fil: intake/cases/fabeljobb-2025.yaml, och som länk i providers/cases/fabeljobb-2025.yaml\n" in result.output


@pytest.mark.usefixtures("demo")
def test_every_case_of_the_demo_that_is_not_wholly_shown_is_listed() -> None:
    listed = cases()
    decisions = {case_id: (case["decision"], [s["decision"] for s in case["statements"]]) for case_id, case in listed.items()}  # type: ignore[attr-defined]
    assert decisions == {
        "fabeljobb-2025": ("link_only", ["link_only"]),
        "granskning-2024": ("published", ["link_only"]),
        "ingen-plan-2026": ("held", ["held"]),
        "latsascoach-2026": ("held", ["held"]),
        "svarstid-pagar-2026": ("held", ["held"]),
        "tips-exempel-jobb": ("held", ["held"]),
    }
    assert not any(case["promotable"] for case in listed.values())
    assert listed["granskning-2024"]["obstacles"] == ["Det finns inget utkast i intake/ att flytta."]


@pytest.mark.usefixtures("demo")
def test_the_json_has_the_keys_that_programs_may_lean_on() -> None:
    case = cases()["svarstid-pagar-2026"]
    assert set(case) == {"id", "name", "file", "public_file", "decision", "decision_text", "statements", "promotable", "obstacles"}
    assert case["statements"] == [
        {
            "id": "cases/svarstid-pagar-2026#bytt-handledare",
            "party": "Påhittscoachning AB",
            "grade": "D",
            "decision": "held",
            "decision_text": "hålls inne",
            "reason": "en deltagares berättelse visas inte förrän leverantören har fått svara",
            "release": "ett svar, eller att svarstiden går ut 4\N{NO-BREAK SPACE}december\N{NO-BREAK SPACE}2026",
            "reply": "asked",
            "deadline": "2026-12-04",
        }
    ]


@pytest.mark.usefixtures("demo")
def test_a_case_can_be_moved_the_day_after_its_deadline_and_not_on_it() -> None:
    assert not cases("--as-of", "2026-12-04")["svarstid-pagar-2026"]["promotable"]
    assert cases("--as-of", "2026-12-05")["svarstid-pagar-2026"]["promotable"]
    result = held("--as-of", "2026-12-05")
    assert "    tillfrågad, svarstiden gick ut 4\N{NO-BREAK SPACE}december\N{NO-BREAK SPACE}2026\n" in result.output
    assert result.output.endswith("Kan flyttas i dag: coachkollen promote svarstid-pagar-2026\n")


def test_what_the_rules_would_say_of_it_in_public_is_told(demo: Path) -> None:
    draft = demo / "intake/cases/svarstid-pagar-2026.yaml"
    text = draft.read_text(encoding="utf-8").replace(
        "procedure: unknown\n    outcome: unknown", "procedure: received\n    outcome: none_yet\n    next_check: 2026-11-30"
    )
    draft.write_text(text, encoding="utf-8")
    case = cases("--as-of", "2026-12-05")["svarstid-pagar-2026"]
    assert not case["promotable"]
    assert case["obstacles"] == [
        "intake/cases/svarstid-pagar-2026.yaml:11: [I09b] Ärendet skulle ha kontrollerats 2026-11-30. Kontrollera läget och sätt ett nytt datum."
    ]


@pytest.mark.usefixtures("demo")
def test_it_works_without_the_private_folder_and_says_so() -> None:
    result = held("--intake", "ingen-mapp")
    assert result.exit_code == 0
    assert result.output.startswith("Mappen ingen-mapp/ finns inte här, så bara det som ligger öppet är med.\n\nfabeljobb-2025: bara källan visas\n")
    assert json.loads(held("--intake", "ingen-mapp", "--format", "json").output)["intake"] is None


def test_errors_in_a_draft_are_shown_and_stop_the_list(demo: Path) -> None:
    (demo / "intake/cases/trasig.yaml").write_text("name: Trasig\n", encoding="utf-8")
    result = held()
    assert result.exit_code == 1
    assert "intake/cases/trasig.yaml:1:1: error[T01] Fältet ”type” saknas." in result.output
    assert result.output.endswith("Inget kan visas förrän felen ovan är rättade.\n")
