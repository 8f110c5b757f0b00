"""Easy Swedish for what the codes say: short sentences and everyday words, for the first screen of a provider.

Every code of each vocabulary has its words; a test holds the tables to the vocabularies. They say no more than the definition does.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.records.vocabulary import AccreditationState, CaseType, ContractState, Lifecycle, Outcome, ReplyState, Service

# What it does or did; the year of the source follows.
SERVICES: Mapping[Service, str] = MappingProxyType(
    {
        Service.JOB_COACHING: "hjälper dig att söka jobb",
        Service.TRANSITION: "hjälper den som blir av med sitt jobb",
        Service.MATCHING: "hjälper dig att hitta rätt jobb",
        Service.REHABILITATION: "hjälper dig tillbaka till jobb om du har varit sjuk",
        Service.ESTABLISHMENT_GUIDE: "hjälpte dem som var nya i Sverige, 2010 till 2015",
        Service.VOCATIONAL_TRAINING: "lär ut yrken åt Arbetsförmedlingen",
        Service.EDUCATION: "ger annan utbildning",
        Service.CAREER_GUIDANCE: "ger råd om jobb och studier",
        Service.STAFFING: "hyr ut personal",
        Service.RECRUITMENT: "hjälper chefer att hitta personal",
    }
)
LIFECYCLE: Mapping[Lifecycle, str] = MappingProxyType(
    {
        Lifecycle.ACTIVE: "Företaget är i gång.",
        Lifecycle.DORMANT: "Företaget finns, men gör inget nu.",
        Lifecycle.BANKRUPT: "Företaget är eller har varit i konkurs. Det betyder att pengarna tog slut.",
        Lifecycle.LIQUIDATED: "Företaget finns inte kvar.",
        Lifecycle.MERGED: "Företaget är nu en del av ett annat.",
        Lifecycle.RENAMED: "Företaget har bytt namn.",
        Lifecycle.UNKNOWN: "Vi vet inte om företaget är i gång.",
    }
)
# {which}: "Den här märkningen", or "De här märkningarna" of several. {labels}: their names. {in_force}: "gäller nu".
# {day}: when it ended, or when we looked. {register}: where we looked.
LABELS: Mapping[AccreditationState, str] = MappingProxyType(
    {
        AccreditationState.VALID: "{which} {in_force}: {labels}.",
        AccreditationState.EXPIRED: "{which} har gått ut: {labels}. Det var {day}. Vi hittade ingen ny.",
        AccreditationState.REVOKED: "{which} har tagits ifrån företaget: {labels}. Det var {day}.",
        AccreditationState.WITHDRAWN: "{which} har företaget själv sagt nej till: {labels}. Det var {day}.",
        AccreditationState.NO_LONGER_LISTED: "{which} finns inte kvar i listan: {labels}. Det var {day}. Vi vet inte varför.",
        AccreditationState.NOT_FOUND: "Vi letade men hittade inte: {labels}. Det var {day} i {register}.",
        AccreditationState.NOT_CHECKED: "Vi vet inte. Vi har inte letat efter: {labels}.",
    }
)
UNDECIDED_LABEL = "Vi vet inte om {which} {in_force}: {labels}."
# In the order that they are told. {number}: how many, as "1 avtal". {it}: "det", or "något av dem" of several.
CONTRACTS: Mapping[ContractState, str] = MappingProxyType(
    {
        ContractState.ACTIVE: "{number} {in_force}.",
        ContractState.PLANNED: "{number} har inte börjat än.",
        ContractState.PENDING: "{number} är inte klart än.",
        ContractState.CANCELLED: "{number} blev aldrig av.",
        ContractState.TERMINATED: "{number} är slut.",
        ContractState.UNKNOWN: "{number} har funnits. Vi vet inte om {it} {in_force}.",
    }
)
# Of those with others than the employment service less is said.
OTHER_CONTRACTS: Mapping[ContractState, str] = MappingProxyType({**CONTRACTS, ContractState.UNKNOWN: "{number} har funnits."})
CASES: Mapping[CaseType, str] = MappingProxyType(
    {
        CaseType.COMPLAINT: "Någon har klagat.",
        CaseType.MEDIA_REPORT: "Saken har varit i nyheterna.",
        CaseType.INSPECTION: "Någon har gjort en kontroll.",
        CaseType.CONTRACT_ENDED: "Avtal tog slut.",
        CaseType.SANCTION: "Den som betalar tog ut en avgift eller höll inne pengar.",
        CaseType.COURT: "Saken har varit i domstol.",
        CaseType.SETTLEMENT: "De som inte var eniga kom överens.",
        CaseType.TRANSPARENCY: "Det gäller om papper får visas.",
        CaseType.AUDIT: "Någon har granskat pengar och kontroll.",
        CaseType.MARKET_EVENT: "Något hände. Det är ingen kritik mot företaget.",
        CaseType.GOOD_EXAMPLE: "Det är något som är bra för företaget.",
    }
)
OUTCOMES: Mapping[Outcome, str] = MappingProxyType(
    {
        Outcome.DEFICIENCIES_FOUND: "Den som prövade saken fann brister.",
        Outcome.PARTLY: "Den som prövade saken fann brister i en del.",
        Outcome.NONE_FOUND: "Den som prövade saken fann inga brister.",
        Outcome.DISMISSED_UNEXAMINED: "Saken lades ner. Ingen prövade den.",
        Outcome.WITHDRAWN: "Den som klagade tog tillbaka det.",
        Outcome.CONTRACT_TERMINATED: "Den som betalar avslutade det.",
        Outcome.SETTLED: "De kom överens utan dom.",
        Outcome.ACQUITTED: "En domstol friade.",
        Outcome.NOT_CONVICTED: "En domstol dömde inte. Den friade inte helt.",
        Outcome.CONVICTED: "En domstol dömde.",
        Outcome.UNKNOWN: "Vi vet inte hur det slutade.",
        Outcome.NONE_YET: "Det är inte klart.",
    }
)
REPLIES: Mapping[ReplyState, str] = MappingProxyType(
    {
        ReplyState.NOT_ASKED: "Vi har inte frågat företaget.",
        ReplyState.ASKED: "Vi har frågat företaget. Vi har inte fått svar än.",
        ReplyState.REPLIED: "Företaget har svarat.",
        ReplyState.REPLIED_IN_SOURCE: "Företaget har svarat i källan.",
        ReplyState.DECLINED: "Företaget ville inte svara.",
        ReplyState.NO_ANSWER_IN_TIME: "Företaget svarade inte i tid.",
        ReplyState.UNREACHABLE: "Vi fick inte tag på företaget.",
        ReplyState.NOT_APPLICABLE: "Här behövs inget svar.",
        ReplyState.UNKNOWN: "Vi vet inte om företaget har svarat.",
    }
)
