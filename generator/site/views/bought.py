"""What an organisation has bought, and what has been bought within a programme: the contracts that we know of, each with where its sources stand.

Only who, when and in what state. Why a contract ended stands on the provider's page, beside what the provider says of it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.records.models import Kind
from generator.records.reader import Document
from generator.registry.states import ContractStatus, contract_status
from generator.site.maker import Maker
from generator.site.parts import LinkView
from generator.site.swedish import sort_key
from generator.site.views.contracts import contract_state


@dataclass(frozen=True, slots=True)
class BoughtView:
    """A contract. provider: leads to the contract on its page. other: the programme, on the page of the buyer, and the buyer on that of the programme."""

    provider: LinkView
    other: LinkView | None
    period: str
    state: str
    state_code: str


def contracts_bought(maker: Maker, document: Document) -> tuple[BoughtView, ...]:
    """The contracts of one buyer or programme, by the names of the providers, the latest of each first."""
    is_buyer = document.kind is Kind.BODIES
    found = []
    for profile in sorted(maker.registry.of(Kind.PROFILES), key=lambda d: sort_key(d.record.name)):
        contracts = [c for c in profile.record.contracts if document.id == (c.buyer if is_buyer else c.programme)]
        for contract in sorted(contracts, key=lambda c: (c.from_.earliest.isoformat() if c.from_ else "", c.id), reverse=True):
            status = contract_status(contract, maker.as_of)
            link = maker.link(Kind.PROFILES, profile.id)
            other = (Kind.PROGRAMMES, contract.programme) if is_buyer else (Kind.BODIES, contract.buyer)
            found.append(
                BoughtView(
                    provider=replace(link, url=f"{link.url}#{contract.id}" if link.url else None),
                    other=maker.link(*other) if other[1] else None,
                    period=maker.words.span(contract.from_, contract.to) or _seen(maker, status),
                    state=contract_state(maker, status.state),
                    state_code=status.state.value,
                )
            )
    return tuple(found)


def _seen(maker: Maker, status: ContractStatus) -> str:
    """Of a contract without dates, when it is known to have been there."""
    if status.last_seen:
        return maker.words.t("nämns i en källa som gäller {day}", day=maker.words.day(status.last_seen))
    return maker.words.t("tiden är inte känd")
