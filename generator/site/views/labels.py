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
from generator.site.maker import CitationView, LinkView, Maker
from generator.site.swedish import day_text, on_day, span_text
from generator.site.views.coverage import NO_REGISTER, shown_schemes

ENDED_CODES = frozenset({AccreditationState.EXPIRED, AccreditationState.REVOKED, AccreditationState.WITHDRAWN, AccreditationState.NO_LONGER_LISTED})

_ENDS: Mapping[AccreditationEnd, str] = MappingProxyType(
    {
        AccreditationEnd.REVOKED: "Märkningen återkallades",
        AccreditationEnd.WITHDRAWN: "Märkningen avslutades på egen begäran",
        AccreditationEnd.NO_LONGER_LISTED: "Märkningen försvann ur registret",
    }
)


@dataclass(frozen=True, slots=True)
class PeriodView:
    """One dated period of a label."""

    anchor: str
    span: str
    ended: str
    citations: tuple[CitationView, ...]


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
    return LabelView(
        scheme=maker.link(Kind.SCHEMES, document.id),
        industry=industry,
        undecided=undecided,
        state="går inte att avgöra" if undecided else status.state.label_sv,
        state_code=status.state.value,
        sentence=_label_sentence(maker, document.record, status),
        periods=tuple(_period(maker, p) for p in sorted(periods, key=lambda p: (p.from_.earliest, p.id), reverse=True)),
    )


def _label_sentence(maker: Maker, scheme: Scheme, status: AccreditationStatus) -> str:
    """What the state rests on."""
    register = scheme.register_name or NO_REGISTER
    found = status.check if status.check and status.check.result is CheckResult.FOUND else None
    seen = f" Företaget stod i {found.register_name} {on_day(found.on)}." if found else ""
    match status.state:
        case AccreditationState.VALID if status.last_day:
            if _last_day_is_known(status, scheme):
                return f"Giltig till och med {on_day(status.last_day)}."
            return f"Giltig minst till och med {on_day(status.last_day)}. Vi vet inte vilken dag den går ut."
        case AccreditationState.EXPIRED if status.last_day:
            ended = _ended_some_day(maker, status.period)
            earlier = "" if _last_day_is_known(status, scheme) and not ended else " eller tidigare"
            return f"Gick ut {on_day(status.last_day)}{earlier}.{f' {ended}.' if ended else ''} Vi har inte hittat någon förnyelse."
        case AccreditationState.REVOKED | AccreditationState.WITHDRAWN | AccreditationState.NO_LONGER_LISTED if status.period and status.period.ended:
            return f"{status.state.definition} Datum: {day_text(status.period.ended.on)}."
        case AccreditationState.NOT_FOUND if status.check:
            return f"Inte funnen (kontrollerad {on_day(status.check.on)} i {status.check.register_name})."
    if ended := _ended_some_day(maker, status.period):
        return f"{ended}. Vi vet inte vilken dag, så vi kan inte säga om den {maker.in_force}.{seen}"
    if status.period:
        return f"Perioden är bara känd som {span_text(status.period.from_, status.period.to)}. Det räcker inte för att säga om den {maker.in_force}.{seen}"
    if found:
        return f"Ingen period är känd, så vi kan inte säga om den {maker.in_force}.{seen}"
    return f"Vi har inte sökt i {register} de senaste tolv månaderna. Det säger inget om företaget."


def _last_day_is_known(status: AccreditationStatus, scheme: Scheme) -> bool:
    """True when the period that a state rests on can only have one last day."""
    ends = last_day(status.period, scheme) if status.period else None
    return ends is not None and ends[0] == ends[1]


def _ended_some_day(maker: Maker, period: Accreditation | None) -> str:
    """How a period ended, when the day lies among those of a partial date, so that it may or may not have come; else empty."""
    ended = period.ended if period else None
    return f"{_ENDS[ended.how]} någon gång {on_day(ended.on)}" if ended and ended.on.earliest <= maker.as_of < ended.on.latest else ""


def _period(maker: Maker, period: Accreditation) -> PeriodView:
    ended = period.ended
    return PeriodView(
        anchor=period.id,
        span=span_text(period.from_, period.to),
        ended=f"{ended.how.label_sv}{' någon gång' if _ended_some_day(maker, period) else ''} {on_day(ended.on)}" if ended else "",
        citations=maker.citations((*period.sources, *(ended.sources if ended else ()))),
    )
