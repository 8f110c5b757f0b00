"""Providers as rows: the same facts in the same order for everyone, and what each can be found by.

A `Standing` is worked out once for a provider. Rows, facets, downloads and the comparison all read it, so that they cannot differ.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from generator.records.models import Kind
from generator.records.models.profile import Profile
from generator.records.places import municipalities
from generator.records.reader import Document
from generator.records.vocabulary import AccreditationState, ContractState, LegalForm
from generator.registry.states import contract_status, latest_check
from generator.site import routes
from generator.site.language import Language
from generator.site.maker import Maker
from generator.site.parts import LinkView
from generator.site.routes import Facet
from generator.site.swedish import first_letter, sort_key
from generator.site.views.cases import lines_about, mentions_of
from generator.site.views.contracts import contract_state
from generator.site.views.coverage import shown_schemes
from generator.site.views.labels import LabelView, provider_labels
from generator.site.views.parties import PartyLine

UNDECIDED = "undecided"
NONE = "none"


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of a provider on the day.

    label_codes: what all its industry labels come to, most telling first (`undecided` besides the states). searched: when we searched
    for them, the longest ago, and in which registers. contracts: how many are in each state.
    cases: how each stands for the provider. mentions: sources that name it before it was heard. counties: the codes of all where it is placed,
    also through a municipality. municipalities: of those that a source names, and of all in a county where it is placed as a whole.
    towns: only of those that a source names.
    """

    document: Document
    labels: tuple[LabelView, ...]
    label_codes: tuple[str, ...]
    searched: str
    contracts: tuple[tuple[ContractState, int], ...]
    cases: tuple[PartyLine, ...]
    mentions: int
    counties: tuple[str, ...]
    municipalities: tuple[str, ...]
    towns: tuple[str, ...]

    @property
    def name(self) -> str:
        return str(self.document.record.name)

    @property
    def other_names(self) -> tuple[str, ...]:
        """Aliases, former names and brands."""
        profile = self.document.record
        return (*profile.aliases, *profile.former_names, *profile.brands)

    @property
    def orgnr(self) -> str:
        """The organisation number, which of a sole trader is a person's and therefore never shown."""
        profile = self.document.record
        return "" if profile.legal_form is LegalForm.SOLE_TRADER else profile.orgnr or ""

    @property
    def criticised(self) -> int:
        """In how many cases it is criticised, whatever came of it: a neutral case has no outcome."""
        return sum(bool(line.outcome) for line in self.cases)

    @property
    def favourable(self) -> int:
        """How many cases ended in its favour."""
        return sum(bool(line.outcome) and line.favourable for line in self.cases)

    @property
    def values(self) -> tuple[tuple[Facet, str], ...]:
        """What it can be found by, as facet and code."""
        case_codes = ("criticism", *(["favourable"] if self.favourable else [])) if self.criticised else ("neutral",) if self.cases else (NONE,)
        return (
            *((Facet.COUNTY, code) for code in self.counties),
            *((Facet.MUNICIPALITY, code) for code in self.municipalities),
            *((Facet.SERVICE, service) for service in sorted({offered.service.value for offered in self.document.record.services})),
            *((Facet.LABEL, code) for code in self.label_codes),
            *((Facet.CONTRACT, state.value) for state, _ in self.contracts),
            *([] if self.contracts else [(Facet.CONTRACT, NONE)]),
            *((Facet.CASES, code) for code in case_codes),
        )


@dataclass(frozen=True, slots=True)
class ProviderRow:
    """A provider in a list. labels: (code, words) of each state; values: what it can be found by, as `tjanst-jobbcoachning`, in one text."""

    id: str
    link: LinkView
    also: str
    services: str
    contracts: str
    cases: str
    replies: str
    labels: tuple[tuple[str, str], ...]
    values: str
    draft: bool


@dataclass(frozen=True, slots=True)
class PartLink:
    """A part of a list that is cut in several, by the first letters of its first and last name. url: empty for the one that is shown."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class RowsView:
    """Rows by first letter, all or one part of them. parts: empty when all are here."""

    groups: tuple[tuple[str, tuple[ProviderRow, ...]], ...]
    parts: tuple[PartLink, ...]


class Providers:
    """All providers of a registry in one language, in alphabetical order, each worked out once."""

    def __init__(self, maker: Maker) -> None:
        self.maker = maker

    @cached_property
    def all(self) -> tuple[Standing, ...]:
        """Everyone."""
        documents = sorted(self.maker.registry.of(Kind.PROFILES), key=lambda d: sort_key(d.record.name))
        return tuple(standing(self.maker, document) for document in documents)

    @cached_property
    def _rows(self) -> dict[str, ProviderRow]:
        return {s.document.id: provider_row(self.maker, s) for s in self.all}

    @cached_property
    def _having(self) -> dict[tuple[Facet, str], list[Standing]]:
        found: dict[tuple[Facet, str], list[Standing]] = defaultdict(list)
        for known in self.all:
            for value in known.values:
                found[value].append(known)
        return dict(found)

    def having(self, facet: Facet, code: str) -> tuple[Standing, ...]:
        """Those that have a value."""
        return tuple(self._having.get((facet, code), ()))

    def of(self, document: Document) -> ProviderRow:
        """The row of one provider."""
        return self._rows[document.id]

    def rows(self, standings: Iterable[Standing]) -> tuple[ProviderRow, ...]:
        """Their rows."""
        return tuple(self._rows[s.document.id] for s in standings)

    def parts(self, standings: Sequence[Standing], url: str) -> tuple[RowsView, ...]:
        """The pages of a list that begins at an address, at least one."""
        chunks = [standings[start : start + routes.PART_ROWS] for start in range(0, len(standings), routes.PART_ROWS)] or [()]
        names = [_letters(self.maker.words, chunk) for chunk in chunks if chunk]
        views = []
        for shown, chunk in enumerate(chunks, 1):
            links = (PartLink(name, "" if number == shown else self.maker.href(routes.part(url, number))) for number, name in enumerate(names, 1))
            letters = groupby(chunk, key=lambda s: first_letter(s.name))
            groups = tuple((letter, self.rows(members)) for letter, members in letters)
            views.append(RowsView(groups, tuple(links) if len(chunks) > 1 else ()))
        return tuple(views)


def _letters(words: Language, chunk: Sequence[Standing]) -> str:
    """The first letters of the first and the last of a part: `E till F`."""
    first, last = first_letter(chunk[0].name), first_letter(chunk[-1].name)
    return first if first == last else words.t("{first} till {last}", first=first, last=last)


def standing(maker: Maker, document: Document) -> Standing:
    """What is known of one provider on the day."""
    profile = document.record
    labels = provider_labels(maker, profile)
    industry = tuple(label for label in labels if label.industry)
    states = Counter(contract_status(contract, maker.as_of).state for contract in profile.contracts)
    whole = {place.county for place in profile.places if place.county}
    towns = {place.municipality for place in profile.places if place.municipality}
    return Standing(
        document=document,
        labels=industry,
        label_codes=label_codes(industry),
        searched=_searched(maker, profile),
        contracts=tuple((state, states[state]) for state in ContractState if states[state]),
        cases=lines_about(maker, document.id),
        mentions=len(mentions_of(maker, document.id)),
        counties=tuple(sorted(whole | {municipalities()[code].county_code for code in towns})),
        municipalities=tuple(sorted(towns | {town.code for town in municipalities().values() if town.county_code in whole})),
        towns=tuple(sorted(towns)),
    )


def _searched(maker: Maker, profile: Profile) -> str:
    checks = [check for scheme in shown_schemes(maker) if (check := latest_check(profile.checks, maker.as_of, scheme=scheme.id))]
    if not checks:
        return ""
    registers = maker.words.list([maker.words.own(name) for name in sorted({check.register_name for check in checks}, key=sort_key)])
    return maker.words.t("kontrollerad {day} i {registers}", day=maker.words.on_day(min(check.on for check in checks)), registers=registers)


def label_codes(labels: Sequence[LabelView]) -> tuple[str, ...]:
    """What the industry labels come to: every state that rests on a record, else what the searches say of all of them together."""
    codes = {UNDECIDED if label.undecided else label.state_code for label in labels}
    told = (AccreditationState.VALID, AccreditationState.EXPIRED, AccreditationState.REVOKED, AccreditationState.WITHDRAWN, AccreditationState.NO_LONGER_LISTED)
    known = tuple(code for code in (*(state.value for state in told), UNDECIDED) if code in codes)
    if known:
        return known
    return (AccreditationState.NOT_FOUND.value if codes == {AccreditationState.NOT_FOUND} else AccreditationState.NOT_CHECKED.value,)


def provider_row(maker: Maker, known: Standing) -> ProviderRow:
    """A provider as a row."""
    words = maker.words
    profile = known.document.record
    return ProviderRow(
        id=known.document.id,
        link=maker.link(Kind.PROFILES, known.document.id),
        also=", ".join(known.other_names),
        services=", ".join(offered_services(words, profile)),
        contracts=contracts_text(maker, known),
        cases=cases_text(words, known),
        replies=words.commas(tally(words, (line.reply for line in known.cases if line.outcome and line.reply))),
        labels=tuple((code, _label_text(words, known, code)) for code in known.label_codes),
        values=" ".join(f"{facet}-{routes.facet_value(facet, code)}" for facet, code in known.values),
        draft=maker.is_draft(known.document),
    )


def offered_services(words: Language, profile: Profile) -> tuple[str, ...]:
    """Each service with the year of its source, since it may be long ago: `jobbcoachning (2011)`."""
    labels = [(words.label(offered.service), offered.date) for offered in profile.services]
    return tuple(words.t("{service} ({year})", service=label, year=str(day.year)) if day else label for label, day in labels)


def contracts_text(maker: Maker, known: Standing) -> str:
    """`inga avtal hittade`, `1 avtal: gäller`, `3 avtal: gäller (2), avslutat (1)`."""
    words = maker.words
    if not known.contracts:
        return words.t("inga avtal hittade")
    states = [(contract_state(maker, state), count) for state, count in known.contracts]
    told = states[0][0] if len(states) == 1 else words.commas([words.t("{what} ({number})", what=state, number=count) for state, count in states])
    return words.t("{contracts}: {states}", contracts=words.count(sum(count for _, count in states), "avtal", "avtal"), states=told)


def cases_text(words: Language, known: Standing) -> str:
    """The cases, and the sources that name it and that it has not been heard about."""
    text = counted_cases(words, known)
    if not known.mentions:
        return text
    sources = words.count(known.mentions, "källa", "källor")
    return words.t("{cases}, nämns också i {sources} som leverantören inte har fått svara på", cases=text, sources=sources)


def counted_cases(words: Language, known: Standing) -> str:
    """How many cases, how many of them without criticism and how many that ended in its favour."""
    count, neutral = len(known.cases), len(known.cases) - known.criticised
    text = words.count(count, "ärende", "ärenden")
    if neutral and neutral == count:
        text = words.t("{cases}, utan kritik", cases=text) if count == 1 else words.t("{cases}, alla utan kritik", cases=text)
    elif neutral:
        text = words.t("{cases}, varav {neutral} utan kritik", cases=text, neutral=neutral)
    if known.favourable:
        text = words.t("{cases}, {favourable} slutade till leverantörens fördel", cases=text, favourable=known.favourable)
    return text


def tally(words: Language, texts: Iterable[str]) -> tuple[str, ...]:
    """`har svarat (2)` for each text, in alphabetical order."""
    counted = Counter(texts)
    return tuple(words.t("{what} ({number})", what=text, number=counted[text]) for text in sorted(counted, key=sort_key))


def _label_text(words: Language, known: Standing, code: str) -> str:
    if code == UNDECIDED:
        return words.t("märkning: går inte att avgöra")
    if code == AccreditationState.NOT_FOUND:
        return words.t("ingen branschauktorisation funnen ({searched})", searched=known.searched)
    return words.t("märkning: {state}", state=words.label(AccreditationState.of(code)))
