"""The page of a buyer and of a programme list every contract, as the provider's own page has it."""

from __future__ import annotations

import re
from pathlib import Path

from made import SAME, body, profile, programme, registry

from generator.records.models import Kind
from generator.site.maker import Maker
from generator.site.views.bought import BoughtView, contracts_bought
from generator.site.views.contracts import contract_view

CONTRACTS = [
    {"id": "forsta", "buyer": "myndigheten", "programme": "tjansten", "from": "2012-01-01", "to": "2013-12-31", **SAME},
    {"id": "andra", "buyer": "myndigheten", "from": "2025-01-01", "to": "2028-12-31", **SAME},
    {"id": "annan", "buyer": "kommunen", **SAME},
]
MAKER = Maker(
    registry(
        {
            "profiles/exempel-ab": profile(contracts=CONTRACTS),
            "profiles/annat-ab": profile(name="Annat AB", contracts=CONTRACTS[:1]),
            "bodies/myndigheten": body(),
            "bodies/kommunen": body(name="Kommunen"),
            "programmes/tjansten": programme(),
        }
    )
)


def bought(kind: Kind, record_id: str) -> tuple[BoughtView, ...]:
    return contracts_bought(MAKER, MAKER.registry.get(kind, record_id))


def addresses(kind: Kind, record_id: str) -> list[str | None]:
    return [contract.provider.url for contract in bought(kind, record_id)]


def test_a_buyer_has_its_contracts_by_provider_the_latest_first_and_each_leads_to_where_its_source_stands() -> None:
    assert addresses(Kind.BODIES, "myndigheten") == ["/leverantor/annat-ab/#forsta", "/leverantor/exempel-ab/#andra", "/leverantor/exempel-ab/#forsta"]
    assert addresses(Kind.BODIES, "kommunen") == ["/leverantor/exempel-ab/#annan"]
    assert addresses(Kind.PROGRAMMES, "tjansten") == ["/leverantor/annat-ab/#forsta", "/leverantor/exempel-ab/#forsta"]


def test_a_contract_is_in_the_same_state_as_on_the_page_of_the_provider() -> None:
    states = {c.id: contract_view(MAKER, c).state for c in MAKER.registry.record(Kind.PROFILES, "exempel-ab").contracts}
    assert [c.state for c in bought(Kind.BODIES, "myndigheten")] == [states["forsta"], states["andra"], states["forsta"]]
    (unknown,) = bought(Kind.BODIES, "kommunen")
    assert (unknown.state, unknown.period) == (states["annan"], "tiden är inte känd")


def test_every_contract_of_the_built_site_stands_on_the_page_of_its_buyer(demo_site: Path) -> None:
    there = {
        (page.parent.name, address)
        for page in (demo_site / "organisation").glob("*/index.html")
        for address in re.findall(
            r'href="(/leverantor/[^"]+#[^"]+)"', page.read_text(encoding="utf-8").partition('id="avsnitt-avtal"')[2].partition("</section>")[0]
        )
    }
    on_profiles = set()
    for page in (demo_site / "leverantor").glob("*/index.html"):
        section = page.read_text(encoding="utf-8").partition('<section id="avsnitt-avtal"')[2].partition("</section>")[0]
        for anchor, buyer in re.findall(r'<li id="([^"]+)">.*?href="/organisation/([^/"]+)/"', section):
            on_profiles.add((buyer, f"/leverantor/{page.parent.name}/#{anchor}"))
    assert on_profiles
    assert on_profiles == there
