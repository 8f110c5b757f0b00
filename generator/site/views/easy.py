"""The first screen of a provider in easy Swedish: who it is, its labels, its contracts, what is documented and what it has answered.

It says what the profile says, in fewer words, and never of a case without its outcome and the answer. Its words are Swedish as they
stand: there is one easy Swedish, and nothing to translate.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType

from generator.records.models import Kind
from generator.records.models.case import Case
from generator.records.models.profile import Contract, Profile, ServiceOffered
from generator.records.reader import Document
from generator.records.vocabulary import AccreditationState, ContractState, Outcome
from generator.registry.states import AccreditationStatus, accreditation_status, contract_status, last_day
from generator.site import routes
from generator.site.easy_words import CASES, CONTRACTS, LABELS, LIFECYCLE, OTHER_CONTRACTS, OUTCOMES, REPLIES, SERVICES, UNDECIDED_LABEL
from generator.site.language import EASY_SWEDISH
from generator.site.maker import Maker
from generator.site.parts import LinkView
from generator.site.swedish import capital, sort_key
from generator.site.views.cases import cases_of, mentions_of
from generator.site.views.coverage import NO_REGISTER, shown_schemes
from generator.site.views.parties import party_view

# What a sentence about labels keeps open until it is known which they are.
_LEFT: Mapping[str, str] = MappingProxyType({"which": "{which}", "labels": "{labels}"})
# So many words the first screen may have, and so many of them are headings, links, the day and that there is more.
MOST_WORDS = 120
_FRAME_WORDS = 36


@dataclass(frozen=True, slots=True)
class EasyCase:
    """A case in a few sentences. outcome, reply: empty where nobody is criticised. reply_url: where the answer stands; empty when there is none to read."""

    key: str
    year: str
    url: str
    what: str
    outcome: str
    reply: str
    reply_url: str
    favourable: bool


@dataclass(frozen=True, slots=True)
class EasyLabels:
    """Industry labels in the same state. said: a whole sentence, or what comes before the list of names. names: empty for a single label.

    rest: what is said after the list.
    """

    said: str
    names: tuple[str, ...]
    rest: str


@dataclass(frozen=True, slots=True)
class EasyProfileView:
    """One provider. contracts: whole sentences. buyer: the public employment service. more_cases: how many more there are.

    mentions: that sources name it which we do not quote; empty when there is none. advice: what to do, as links.
    """

    name: str
    alive: str
    services: tuple[str, ...]
    labels: tuple[EasyLabels, ...]
    buyer: str
    contracts: tuple[str, ...]
    cases: tuple[EasyCase, ...]
    more_cases: int
    mentions: str
    advice: tuple[LinkView, ...]
    full_url: str
    as_of: str


@dataclass(frozen=True, slots=True)
class EasyListView:
    """Every provider in alphabetical order."""

    providers: tuple[LinkView, ...]


def easy_profile_view(maker: Maker, document: Document) -> EasyProfileView:
    """The first screen of one provider."""
    profile: Profile = document.record
    labels, contracts, cases = tuple(_labels(maker, profile)), tuple(_contracts(maker, profile)), tuple(_cases(maker, document))
    services = tuple(_service(offered) for offered in profile.services)
    alive, mentions, buyer = (
        _alive(maker, profile),
        _mentions(maker, document),
        maker.words.list([maker.name(f"{Kind.BODIES}/{body}") for body in _services(maker)]),
    )
    fitting = _fitting(cases, MOST_WORDS - _FRAME_WORDS - _words(alive, *services, *_label_texts(labels), buyer, *contracts, mentions))
    return EasyProfileView(
        name=profile.name,
        alive=alive,
        services=services,
        labels=labels,
        buyer=buyer,
        contracts=contracts,
        cases=fitting,
        more_cases=len(cases) - len(fitting),
        mentions=mentions,
        advice=(
            LinkView("Ställ krav", easy_page(maker, "krav-du-kan-stalla")),
            LinkView("Klaga", easy_page(maker, "sa-klagar-du")),
        ),
        full_url=maker.url(document.key) or "",
        as_of=maker.words.on_day(maker.as_of),
    )


def easy_list_view(maker: Maker) -> EasyListView:
    """All providers."""
    documents = sorted(maker.registry.of(Kind.PROFILES), key=lambda d: sort_key(d.record.name))
    return EasyListView(tuple(LinkView(d.record.name, _easy(maker, routes.record(Kind.PROFILES, d.id) or "")) for d in documents))


def easy_page(maker: Maker, slug: str) -> str:
    """The address of a text page in easy Swedish, or of the Swedish page where there is none."""
    there = any(p.slug == slug and p.edition == EASY_SWEDISH.edition for p in maker.registry.pages)
    return _easy(maker, routes.page(slug)) if there else maker.href(routes.page(slug))


def _easy(maker: Maker, url: str) -> str:
    return f"{maker.base_path}{EASY_SWEDISH.prefix}{url}"


def _alive(maker: Maker, profile: Profile) -> str:
    """Whether the company exists, by what was last known on the day; empty when nothing is."""
    known = [event for event in profile.lifecycle if event.from_ is None or not event.from_.certainly_after(maker.as_of)]
    return LIFECYCLE[max(known, key=lambda e: (e.from_ is not None, e.from_.earliest if e.from_ else maker.as_of)).state] if known else ""


def _service(offered: ServiceOffered) -> str:
    """What the company does or did, and in which year a source said so."""
    return f"{SERVICES[offered.service]} ({offered.date.year})" if offered.date else SERVICES[offered.service]


def _labels(maker: Maker, profile: Profile) -> Iterator[EasyLabels]:
    """The state of each industry label, those in the same state of the same day together in a list."""
    said = [(_label(maker, d, accreditation_status(profile, d.id, d.record, maker.as_of)), d.record.name) for d in shown_schemes(maker)]
    order = list(dict.fromkeys(sentence for sentence, _ in said))
    for sentence, members in groupby(sorted(said, key=lambda pair: order.index(pair[0])), key=lambda pair: pair[0]):
        names = tuple(name for _, name in members)
        if len(names) == 1:
            yield EasyLabels(capital(sentence.format(which="den här märkningen", labels=names[0])), (), "")
        else:
            before, _, after = sentence.partition("{labels}.")
            yield EasyLabels(capital(before.format(which="de här märkningarna").strip()), names, after.strip().format())


def _label_texts(labels: Sequence[EasyLabels]) -> Iterator[str]:
    for group in labels:
        yield from (group.said, *group.names, group.rest)


def _label(maker: Maker, document: Document, status: AccreditationStatus) -> str:
    """The sentence of a state, with `{which}` and `{labels}` left for the names."""
    register = document.record.register_name or NO_REGISTER
    if status.state is AccreditationState.NOT_CHECKED and status.period is not None:
        return UNDECIDED_LABEL.format(in_force=_in_force(maker), **_LEFT)
    day = ""
    if status.state is AccreditationState.EXPIRED and status.period and status.last_day:
        ends = last_day(status.period, document.record)
        certain = ends is not None and ends[0] == ends[1] and not status.period.ended
        day = f"{'' if certain else 'senast '}{maker.words.on_day(status.last_day)}"
    elif status.period and status.period.ended:
        day = maker.words.on_day(status.period.ended.on)
    elif status.state is AccreditationState.NOT_FOUND and status.check:
        day, register = maker.words.on_day(status.check.on), status.check.register_name
    # The sentence is filled in twice, and a name with brackets of this sort must come through.
    register = register.replace("{", "{{").replace("}", "}}")
    return LABELS[status.state].format(in_force=_in_force(maker), day=day, register=register, **_LEFT)


def _in_force(maker: Maker) -> str:
    """`gäller nu`, or that of the day of the pages."""
    return maker.on_its_day("gäller nu", "gällde {day}", "gäller {day}")


def _contracts(maker: Maker, profile: Profile) -> Iterator[str]:
    """The contracts with the employment service by state, and how many there are with others."""
    theirs = [c for c in profile.contracts if c.buyer in _services(maker)]
    if not theirs:
        yield "Vi hittade inget. Det kan finnas ändå."
    yield from _by_state(maker, theirs, CONTRACTS, "avtal")
    yield from _by_state(maker, [c for c in profile.contracts if c not in theirs], OTHER_CONTRACTS, "avtal med andra")


def _by_state(maker: Maker, contracts: Sequence[Contract], sentences: Mapping[ContractState, str], name: str) -> Iterator[str]:
    """How many of the contracts are in each state."""
    counted = Counter(contract_status(c, maker.as_of).state for c in contracts)
    for state, sentence in sentences.items():
        if counted[state]:
            it = "det" if counted[state] == 1 else "något av dem"
            yield sentence.format(number=maker.words.count(counted[state], name, name), in_force=_in_force(maker), it=it)


def _services(maker: Maker) -> tuple[str, ...]:
    """The public employment service; empty in a registry without one."""
    return tuple(d.id for d in maker.registry.of(Kind.BODIES) if d.record.employment_service)


def _cases(maker: Maker, document: Document) -> Iterator[EasyCase]:
    """The cases that are public, those that ended in the provider's favour first."""
    for case in cases_of(maker, document.id):
        party = next(p for p in case.record.parties if p.provider == document.id)
        view = party_view(maker, case, party)
        if view.held:
            continue
        told = view.criticised
        yield EasyCase(
            key=view.key,
            year=_year(case.record),
            url=maker.url(case.key) or "",
            what=CASES[case.record.type],
            outcome=_outcome(party.outcome, undetermined=view.undetermined) if told else "",
            reply=REPLIES[party.reply.state] if told else "",
            reply_url=f"{maker.url(document.key)}#{view.reply.anchor}" if told and party.reply.state.has_text else "",
            favourable=view.favourable,
        )


def _mentions(maker: Maker, document: Document) -> str:
    """How many sources name the company about which it has not been heard; empty when there is none."""
    number = len(mentions_of(maker, document.id))
    return f"{maker.words.count(number, 'källa', 'källor')} nämner företaget. Företaget har inte fått svara. Därför säger vi inte mer." if number else ""


def _year(case: Case) -> str:
    """The year, or from which to which; about, when it is estimated."""
    first, last = case.date.year, case.date_to.year if case.date_to else case.date.year
    return f"{'ungefär ' if case.date_estimated else ''}{first}{'' if first == last else f'–{last}'}"


def _fitting(cases: tuple[EasyCase, ...], words: int) -> tuple[EasyCase, ...]:
    """As many of the cases as have room in so many words, but always the first."""
    fitting: list[EasyCase] = []
    for case in cases:
        words -= _words(case.year, case.what, case.outcome, case.reply)
        if fitting and words < 0:
            break
        fitting.append(case)
    return tuple(fitting)


def _words(*texts: str) -> int:
    return sum(len(text.split()) for text in texts)


def _outcome(outcome: Outcome, *, undetermined: bool) -> str:
    return f"{OUTCOMES[outcome]} Det har gått mer än två år." if undetermined else OUTCOMES[outcome]
