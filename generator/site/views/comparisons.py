"""The comparison of the providers as a group, label by contract."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.records.models import Kind
from generator.records.models.profile import Profile
from generator.records.reader import Document
from generator.records.vocabulary import AccreditationState, ContractState
from generator.registry.states import contract_status
from generator.site import routes
from generator.site.maker import Maker
from generator.site.parts import LinkView
from generator.site.routes import Facet
from generator.site.swedish import sort_key
from generator.site.views.coverage import SymmetryView, shown_schemes, symmetry_view
from generator.site.views.facets import option_words
from generator.site.views.labels import ENDED_CODES, provider_labels
from generator.site.views.long_view import LongView, long_view

# A contract that is only planned, or was called off before it began, is not one that the provider has or has had.
_HAS_BEEN = frozenset({ContractState.ACTIVE, ContractState.TERMINATED, ContractState.UNKNOWN})


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the comparison: which providers are there."""

    providers: tuple[LinkView, ...]

    @property
    def count(self) -> int:
        return len(self.providers)


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """One row: what is known of the labels, and who has a contract and who has none that was found. lists: where each state is defined."""

    label: str
    explanation: str
    with_contract: Cell
    without: Cell
    lists: tuple[LinkView, ...]

    @property
    def count(self) -> int:
        return self.with_contract.count + self.without.count


@dataclass(frozen=True, slots=True)
class ProvidersComparisonView:
    """Accreditation found or not, by employment-service contract found or not, as of a day. with_contract, without: how many in all."""

    as_of: str
    total: int
    buyer: str
    with_contract: int
    without: int
    schemes: tuple[LinkView, ...]
    rows: tuple[ComparisonRow, ...]
    symmetry: SymmetryView
    long_view: LongView


_FOUND, _EARLIER, _NOT_FOUND, _NOT_CHECKED = "found", "earlier", "not_found", "not_checked"
# The lists where the providers of a row stand with their states, by codes.
_LISTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        _FOUND: ("valid",),
        _EARLIER: ("expired", "revoked", "withdrawn", "no_longer_listed"),
        _NOT_FOUND: ("not_found",),
        _NOT_CHECKED: ("not_checked", "undecided"),
    }
)


def providers_comparison_view(maker: Maker) -> ProvidersComparisonView:
    """The 2×2, with the honest third row: those whose labels nobody has checked."""
    words = maker.words
    services = {d.id for d in maker.registry.of(Kind.BODIES) if d.record.employment_service}
    rows: dict[str, tuple[list[LinkView], list[LinkView]]] = {name: ([], []) for name in _LISTS}
    groups: dict[bool, list[Profile]] = {True: [], False: []}
    for document in sorted(maker.registry.of(Kind.PROFILES), key=lambda d: sort_key(d.record.name)):
        contracted = any(c.buyer in services and contract_status(c, maker.as_of).state in _HAS_BEEN for c in document.record.contracts)
        rows[_accreditation_row(maker, document)][0 if contracted else 1].append(maker.link(Kind.PROFILES, document.id))
        groups[contracted].append(document.record)
    texts = {
        _FOUND: (words.t("Giltig branschauktorisation funnen"), words.t("En daterad period täcker dagen.")),
        _EARLIER: (words.t("Bara tidigare branschauktorisation funnen"), words.t("Utgången, återkallad, avslutad eller inte längre i registret.")),
        _NOT_FOUND: (words.t("Ingen branschauktorisation funnen"), words.t("Vi har sökt i alla utfärdares register de senaste tolv månaderna.")),
        _NOT_CHECKED: (
            words.t("Inte kontrollerad"),
            words.t("Vi har inte sökt i alla register, eller så räcker inte datumen för att avgöra. Det säger inget om företaget."),
        ),
    }
    buyers = [maker.name(f"{Kind.BODIES}/{b}") for b in sorted(services)]
    buyer = buyers[0] if buyers else words.t("den offentliga beställaren")
    named = ((words.t("Med avtal med {buyer}", buyer=buyer), groups[True]), (words.t("Utan funnet avtal med {buyer}", buyer=buyer), groups[False]))
    return ProvidersComparisonView(
        as_of=words.on_day(maker.as_of),
        total=len(groups[True]) + len(groups[False]),
        buyer=buyer,
        with_contract=len(groups[True]),
        without=len(groups[False]),
        schemes=tuple(maker.link(Kind.SCHEMES, d.id) for d in shown_schemes(maker)),
        rows=tuple(ComparisonRow(*texts[name], Cell(tuple(cells[0])), Cell(tuple(cells[1])), _lists(maker, name)) for name, cells in rows.items()),
        symmetry=symmetry_view(maker, named),
        long_view=long_view(maker),
    )


def _lists(maker: Maker, name: str) -> tuple[LinkView, ...]:
    return tuple(LinkView(option_words(maker.words, Facet.LABEL, code)[0], maker.href(routes.facet_list(Facet.LABEL, code))) for code in _LISTS[name])


def _accreditation_row(maker: Maker, document: Document) -> str:
    codes = {label.state_code for label in provider_labels(maker, document.record) if label.industry}
    if AccreditationState.VALID in codes:
        return _FOUND
    if codes & ENDED_CODES:
        return _EARLIER
    return _NOT_FOUND if codes == {AccreditationState.NOT_FOUND} else _NOT_CHECKED
