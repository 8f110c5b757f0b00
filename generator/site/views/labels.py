"""The labels of a provider: the state of each on the day, the sentence that says what it rests on, and its periods."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.records.models import Kind
from generator.records.models.profile import Accreditation, Profile
from generator.records.models.systems import Scheme
from generator.records.reader import Document
from generator.records.vocabulary import AccreditationEnd, AccreditationState, CheckResult
from generator.registry.states import AccreditationStatus, accreditation_status, last_day
from generator.site.language import N_
from generator.site.maker import Maker
from generator.site.parts import CitationView, LinkView
from generator.site.views.coverage import issuers_register, shown_schemes

ENDED_CODES = frozenset({AccreditationState.EXPIRED, AccreditationState.REVOKED, AccreditationState.WITHDRAWN, AccreditationState.NO_LONGER_LISTED})

_ENDS: Mapping[AccreditationEnd, str] = MappingProxyType(
    {
        AccreditationEnd.REVOKED: N_("Märkningen återkallades någon gång {day}."),
        AccreditationEnd.WITHDRAWN: N_("Märkningen avslutades på egen begäran någon gång {day}."),
        AccreditationEnd.NO_LONGER_LISTED: N_("Märkningen försvann ur registret någon gång {day}."),
    }
)


@dataclass(frozen=True, slots=True)
class PeriodView:
    """One dated period of a label. state, sentence: of the label on the day, and what that rests on. cite: as a statement has it."""

    anchor: str
    scheme: LinkView
    state: str
    sentence: str
    span: str
    ended: str
    citations: tuple[CitationView, ...]
    cite: str = ""


@dataclass(frozen=True, slots=True)
class LabelView:
    """State of one label for the provider, with the sentence that says what the state rests on, and all its periods.

    industry: True for the labels that the comparison of providers counts. undecided: a period is
    known, but its dates do not tell whether it covers the day.
    """

    scheme: LinkView
    industry: bool
    undecided: bool
    state: str
    state_code: str
    sentence: str
    periods: tuple[PeriodView, ...]


def provider_labels(maker: Maker, profile: Profile) -> tuple[LabelView, ...]:
    """State of every industry label for a provider and of every other that it has had, those that rest on a record first."""
    had = {period.scheme for period in profile.accreditations}
    shown = shown_schemes(maker)
    others = [d for d in maker.registry.of(Kind.SCHEMES) if d.id in had and d not in shown]
    labels = [_label(maker, profile, d, industry=d in shown) for d in (*shown, *others)]
    return tuple(sorted(labels, key=lambda label: label.state_code == AccreditationState.NOT_CHECKED and not label.periods))


def _label(maker: Maker, profile: Profile, document: Document, *, industry: bool) -> LabelView:
    status = accreditation_status(profile, document.id, document.record, maker.as_of)
    periods = [p for p in profile.accreditations if p.scheme == document.id]
    undecided = status.state is AccreditationState.NOT_CHECKED and status.period is not None
    scheme, sentence = maker.link(Kind.SCHEMES, document.id), _label_sentence(maker, document.record, status)
    state = maker.words.t("går inte att avgöra") if undecided else maker.words.label(status.state)
    return LabelView(
        scheme=scheme,
        industry=industry,
        undecided=undecided,
        state=state,
        state_code=status.state.value,
        sentence=sentence,
        periods=tuple(_period(maker, p, scheme, state, sentence) for p in sorted(periods, key=lambda p: (p.from_.earliest, p.id), reverse=True)),
    )


def _label_sentence(maker: Maker, scheme: Scheme, status: AccreditationStatus) -> str:
    """What the state rests on."""
    words, t = maker.words, maker.words.t
    found = status.check if status.check and status.check.result is CheckResult.FOUND else None
    match status.state:
        case AccreditationState.VALID if status.last_day:
            day = words.the_day(status.last_day)
            if _last_day_is_known(status, scheme):
                return t("Giltig till och med {day}.", day=day)
            return t("Giltig minst till och med {day}. Vi vet inte vilken dag den går ut.", day=day)
        case AccreditationState.EXPIRED if status.last_day:
            return _expired(maker, scheme, status, words.on_day(status.last_day))
        case AccreditationState.REVOKED | AccreditationState.WITHDRAWN | AccreditationState.NO_LONGER_LISTED if status.period and status.period.ended:
            return words.sentences([words.definition(status.state), t("Datum: {day}.", day=words.day(status.period.ended.on))])
        case AccreditationState.NOT_FOUND if status.check:
            register = words.own(status.check.register_name)
            return t("Inte funnen (kontrollerad {day} i {register}).", day=words.on_day(status.check.on), register=register)
    seen = t("Företaget stod i {register} {day}.", register=words.own(found.register_name), day=words.on_day(found.on)) if found else ""
    if ended := _ended_some_day(maker, status.period):
        doubt = maker.on_its_day(
            N_("Vi vet inte vilken dag, så vi kan inte säga om den gäller i dag."),
            N_("Vi vet inte vilken dag, så vi kan inte säga om den gällde {day}."),
            N_("Vi vet inte vilken dag, så vi kan inte säga om den gäller {day}."),
        )
    elif status.period:
        doubt = maker.on_its_day(
            N_("Perioden är bara känd som {period}. Det räcker inte för att säga om den gäller i dag."),
            N_("Perioden är bara känd som {period}. Det räcker inte för att säga om den gällde {day}."),
            N_("Perioden är bara känd som {period}. Det räcker inte för att säga om den gäller {day}."),
            period=words.span(status.period.from_, status.period.to),
        )
    elif found:
        doubt = maker.on_its_day(
            N_("Ingen period är känd, så vi kan inte säga om den gäller i dag."),
            N_("Ingen period är känd, så vi kan inte säga om den gällde {day}."),
            N_("Ingen period är känd, så vi kan inte säga om den gäller {day}."),
        )
    else:
        register = issuers_register(maker, scheme)
        return t("Vi har inte sökt i {register} de senaste tolv månaderna. Det säger inget om företaget.", register=register)
    return words.sentences([ended, doubt, seen])


def _expired(maker: Maker, scheme: Scheme, status: AccreditationStatus, day: str) -> str:
    """That the period is over. Of one that ended on some day not known, how and about when."""
    ended = _ended_some_day(maker, status.period)
    known = _last_day_is_known(status, scheme) and not ended
    over = maker.words.t("Gick ut {day}.", day=day) if known else maker.words.t("Gick ut {day} eller tidigare.", day=day)
    return maker.words.sentences([over, ended, maker.words.t("Vi har inte hittat någon förnyelse.")])


def _last_day_is_known(status: AccreditationStatus, scheme: Scheme) -> bool:
    """True when the period that a state rests on can only have one last day."""
    ends = last_day(status.period, scheme) if status.period else None
    return ends is not None and ends[0] == ends[1]


def _ended_some_day(maker: Maker, period: Accreditation | None) -> str:
    """The sentence that says how a period ended, when the day lies among those of a partial date, so that it may or may not have come; else empty."""
    ended = period.ended if period else None
    if ended is None or not ended.on.earliest <= maker.as_of < ended.on.latest:
        return ""
    return maker.words.t(_ENDS[ended.how], day=maker.words.on_day(ended.on))


def _period(maker: Maker, period: Accreditation, scheme: LinkView, state: str, sentence: str) -> PeriodView:
    words, ended, told = maker.words, period.ended, ""
    if ended:
        how, day = words.label(ended.how), words.on_day(ended.on)
        told = words.t("{how} någon gång {day}", how=how, day=day) if _ended_some_day(maker, period) else words.t("{how} {day}", how=how, day=day)
    return PeriodView(
        anchor=period.id,
        scheme=scheme,
        state=state,
        sentence=sentence,
        span=words.span(period.from_, period.to),
        ended=told,
        citations=maker.citations((*period.sources, *(ended.sources if ended else ()))),
        cite=maker.cited(period),
    )
