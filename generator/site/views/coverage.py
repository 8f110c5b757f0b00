"""What we have looked for and where: the ledger of a provider's searches, and the meter that says how evenly groups are checked.

Silence is only evidence where somebody has searched. So the registers that nobody has searched
stand in the same table as those that gave nothing, each with its own word.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from generator.records.models import Kind
from generator.records.models.profile import Check, Profile
from generator.records.models.systems import Scheme
from generator.records.reader import Document
from generator.records.vocabulary import CheckResult, SchemeKind
from generator.registry.states import CHECK_LIFETIME_MONTHS, latest_check
from generator.site.language import N_, Language
from generator.site.maker import Maker
from generator.site.parts import LinkView
from generator.site.swedish import sort_key

SYMMETRY_POINTS = 20
NO_REGISTER = N_("utfärdarens register")


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One register: what it would show, when we searched it, for what and with what result.

    anchor: of a search that was made; empty for one that was not. result_code: a result, or `none` for
    never and `old` for too long ago. note: what the result does not say.
    """

    anchor: str
    register: str
    shows: LinkView
    when: str
    query: str
    result: str
    result_code: str
    note: str


@dataclass(frozen=True, slots=True)
class CoverageView:
    """The ledger of one provider: the searches, latest first, then the registers that have to be searched."""

    rows: tuple[CoverageRow, ...]
    missing: int


@dataclass(frozen=True, slots=True)
class GroupShare:
    """How many of a group have been checked. `share` is empty for a group without anybody in it."""

    name: str
    checked: int
    total: int
    share: str


@dataclass(frozen=True, slots=True)
class SymmetryView:
    """How evenly the compared groups are checked (invariant 23). warning: the comparison must not be leaned on."""

    groups: tuple[GroupShare, ...]
    period: str
    difference: str
    sentence: str
    warning: bool
    caveat: str


def coverage_view(maker: Maker, profile: Profile) -> CoverageView:
    """Every search for one provider, and every industry label whose register has not been searched in the last twelve months."""
    made = tuple(_made(maker, check) for check in sorted(profile.checks, key=lambda c: (c.on, c.id), reverse=True))
    missing = tuple(row for document in shown_schemes(maker) if (row := _missing(maker, profile, document)))
    return CoverageView((*made, *missing), len(missing))


def shown_schemes(maker: Maker) -> tuple[Document, ...]:
    """The industry labels that a profile answers for: those that are not just the common part of others."""
    parents = {d.record.part_of for d in maker.registry.of(Kind.SCHEMES) if d.record.part_of}
    schemes = [d for d in maker.registry.of(Kind.SCHEMES) if d.record.kind is SchemeKind.INDUSTRY and d.id not in parents]
    return tuple(sorted(schemes, key=lambda d: sort_key(d.record.name)))


def symmetry_view(maker: Maker, groups: Sequence[tuple[str, Sequence[Profile]]]) -> SymmetryView:
    """Compare how large a share of each of two groups has been checked in any register in the last twelve months."""
    counted = [(name, sum(latest_check(p.checks, maker.as_of) is not None for p in profiles), len(profiles)) for name, profiles in groups]
    (_, first, of_first), (_, second, of_second) = counted
    words = maker.words
    difference, sentence, warning = _judgment(words, first, of_first, second, of_second)
    return SymmetryView(
        groups=tuple(GroupShare(name, checked, total, _percent(words, checked, total)) for name, checked, total in counted),
        period=words.t("de senaste {months} månaderna till och med {day}", months=CHECK_LIFETIME_MONTHS, day=words.the_day(maker.as_of)),
        difference=difference,
        sentence=sentence,
        warning=warning,
        caveat=words.t(
            "En leverantör räknas som kontrollerad när vi har sökt i minst ett register som gick att nå. Det säger inte att alla register är genomsökta."
        ),
    )


def _judgment(words: Language, first: int, of_first: int, second: int, of_second: int) -> tuple[str, str, bool]:
    """(difference in words, what it means, whether it is a warning), worked out in whole numbers so that exactly 20 is not more than 20."""
    if not of_first or not of_second:
        none = words.t("Det finns ingen leverantör i den ena gruppen. Därför går det inte att säga om grupperna är lika väl kontrollerade.")
        return "", none, True
    if not first and not second:
        nobody = words.t("Ingen grupp är kontrollerad. Jämförelsen säger därför inget om vilka företag som har en märkning, bara att vi inte har sökt.")
        return "", nobody, True
    apart, whole = abs(first * of_second - second * of_first) * 100, of_first * of_second
    points = words.t("{number} procentenheter", number=_tenths(words, apart, whole))
    if apart > SYMMETRY_POINTS * whole:
        unequal = N_("Grupperna är olika väl kontrollerade. Skillnaden är mer än {points} procentenheter. Dra inga slutsatser av jämförelsen.")
        return points, words.t(unequal, points=SYMMETRY_POINTS), True
    return points, words.t("Skillnaden i hur stor del som är kontrollerad är högst {points} procentenheter.", points=SYMMETRY_POINTS), False


def _percent(words: Language, part: int, whole: int) -> str:
    return words.t("{number} procent", number=_tenths(words, 100 * part, whole)) if whole else ""


def _tenths(words: Language, part: int, whole: int) -> str:
    """A quotient with at most one decimal: `25` or `33,3`."""
    value = (Decimal(part) / Decimal(whole)).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return words.number(int(value) if value == int(value) else value)


def _made(maker: Maker, check: Check) -> CoverageRow:
    words = maker.words
    uncounted = words.t("Räknas inte som en sökning.") if check.result is CheckResult.UNREACHABLE else ""
    return CoverageRow(
        anchor=check.id,
        register=words.own(check.register_name),
        shows=_shows(maker, check),
        when=words.day(check.on),
        query=check.query,
        result=words.label(check.result),
        result_code=check.result.value,
        note=words.sentences([uncounted, words.own(check.note or "")]),
    )


def issuers_register(maker: Maker, scheme: Scheme) -> str:
    """The register of a label: its name, or that it is the issuer's."""
    return maker.words.own(scheme.register_name or "") or maker.words.t(NO_REGISTER)


def _shows(maker: Maker, check: Check) -> LinkView:
    """What a hit in the register would mean."""
    if check.scheme:
        return maker.link(Kind.SCHEMES, check.scheme)
    return maker.link(Kind.PROGRAMMES, check.programme) if check.programme else LinkView(maker.words.t("framgår inte"))


def _missing(maker: Maker, profile: Profile, document: Document) -> CoverageRow | None:
    """The row of a label whose register nobody has searched in time; None when somebody has."""
    if latest_check(profile.checks, maker.as_of, scheme=document.id):
        return None
    tried = [c for c in profile.checks if c.scheme == document.id and c.on <= maker.as_of]
    reached = max((c.on for c in tried if c.result is not CheckResult.UNREACHABLE), default=None)
    failed = max((c.on for c in tried if c.result is CheckResult.UNREACHABLE), default=None)
    words, note = maker.words, ""
    if failed and (reached is None or failed > reached):
        note = words.t("Vi försökte {day}, men registret gick inte att nå.", day=words.on_day(failed))
    return CoverageRow(
        anchor="",
        register=issuers_register(maker, document.record),
        shows=maker.link(Kind.SCHEMES, document.id),
        when="",
        query="",
        result=words.t("för gammal: senast {day}", day=words.day(reached)) if reached else words.t("inte sökt"),
        result_code="old" if reached else "none",
        note=note,
    )
