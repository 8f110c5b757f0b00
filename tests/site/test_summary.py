"""The first screen's answer about contracts: how many the sources show at least, and every state that they are in."""

from __future__ import annotations

from typing import Any

import made
import pytest
from made import SAME, TODAY, body, profile

from generator.records.models import Kind
from generator.site.maker import Maker
from generator.site.views.profiles import profile_view

IN_FORCE = {"from": "2026-01-01", "to": "2027-01-01"}
OVER = {"from": "2020-01-01", "to": "2021-01-01"}
PLANNED = {"from": "2027-01-01", "to": "2028-01-01"}


def contracts(*periods: dict[str, Any]) -> tuple[list[tuple[str, str, int]], str]:
    """The states as (code, words, how many), and the sentence."""
    told = [{"id": f"avtal-{number}", "buyer": "myndigheten", **SAME, **period} for number, period in enumerate(periods)]
    records = {"bodies/myndigheten": body(name="Myndigheten", employment_service=True), "profiles/ab": profile(contracts=told)}
    maker = Maker(made.registry(records, TODAY))
    first = profile_view(maker, maker.registry.get(Kind.PROFILES, "ab")).first.contracts
    return [(s.code, s.text, s.count) for s in first.states], first.sentence.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("periods", "states"),
    [
        ((), [("not_found", "inga avtal funna", 0)]),
        ((IN_FORCE,), [("avtal-active", "gäller i dag", 0)]),
        ((OVER,), [("avtal-terminated", "avslutat", 0)]),
        ((OVER, OVER), [("avtal-terminated", "alla avslutade", 0)]),
        (({}, {}), [("avtal-unknown", "läget är inte känt", 0)]),
        ((PLANNED,), [("avtal-planned", "planerat", 0)]),
        ((OVER, {}, OVER), [("avtal-terminated", "avslutat", 2), ("avtal-unknown", "läget är inte känt", 1)]),
        ((OVER, {}, IN_FORCE), [("avtal-active", "gäller i dag", 1), ("avtal-terminated", "avslutat", 1), ("avtal-unknown", "läget är inte känt", 1)]),
    ],
)
def test_every_state_of_a_contract_is_told_and_what_is_in_force_first(periods: tuple[dict[str, Any], ...], states: list[tuple[str, str, int]]) -> None:
    assert contracts(*periods)[0] == states


def test_the_sources_may_not_show_every_contract() -> None:
    assert contracts()[1] == "Vi hittade inga avtal i de källor vi har läst."
    assert contracts({})[1] == "Källorna visar minst 1 avtal. Det är med Myndigheten."
    assert contracts(OVER, {})[1] == "Källorna visar minst 2 avtal. Alla är med Myndigheten."
    assert contracts(OVER, IN_FORCE)[1] == "Källorna visar minst 2 avtal, varav 1 som gäller i dag. Alla är med Myndigheten."
