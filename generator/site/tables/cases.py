"""The tables of cases: what they are about, where, and how each stands for each party, with the party's answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.records.models import Kind
from generator.records.models.case import Case
from generator.records.places import municipalities
from generator.records.vocabulary import CaseType, Outcome, Procedure, ReplyState
from generator.site.language import N_
from generator.site.tables import columns as c
from generator.site.tables.columns import Column, Given, Table, Type
from generator.site.tables.facts import NO_CRITICISM, party_model
from generator.site.tables.public import Public, plain_words
from generator.site.tables.statements import outcome_words, reply_words
from generator.site.views.cases import mentions_of
from generator.site.views.parties import PartyView, outcome_and_reply

Rows = Iterator[Mapping[str, Given]]

# What stands for the outcome where nobody waits for any.
NOT_APPLICABLE = "not_applicable"
_NO_OUTCOME: tuple[tuple[str, str], ...] = ((NOT_APPLICABLE, N_("ärendet är ingen kritik, så det finns inget utfall att vänta på")),)
# Whom an outcome went for, by who examined the matter; what nobody examined to the end says nothing either way.
FOR_PROVIDER, AGAINST_PROVIDER, NEITHER = "for_provider", "against_provider", "neither"
DIRECTIONS: tuple[tuple[str, str], ...] = (
    (FOR_PROVIDER, N_("den som prövade saken fann inga brister, eller en domstol friade")),
    (AGAINST_PROVIDER, N_("den som prövade saken fann brister, helt eller delvis, eller en domstol dömde")),
    (
        NEITHER,
        N_(
            "varken eller: förlikning, återkallat, avskrivet utan prövning, avtal som beställaren avslutade, "
            "eller en domstol som varken dömde eller helt friade"
        ),
    ),
)


def case_rows(public: Public) -> Rows:
    """One row for every case that is shown."""
    for document, view in public.cases:
        case: Case = document.record
        yield {
            "id": document.id,
            "record_id": document.key,
            "name": view.title,
            "type": case.type,
            "programme_id": public.there(Kind.PROGRAMMES, case.programme),
            "buyer_id": public.there(Kind.BODIES, case.buyer),
            "date": case.date,
            "date_to": case.date_to,
            "date_estimated": case.date_estimated,
            "outcomes": "\n".join(outcome_words(public, party) for party in view.parties),
            "replies": "\n".join(reply_words(public, party) for party in view.parties),
            "outcomes_with_replies": "\n".join(_paired(public, party) for party in view.parties),
            "page": public.page(view.url),
        }


def _paired(public: Public, party: PartyView) -> str:
    """The year, the outcome and the state of the reply of one party, on one line, so that none of them can be read as another's."""
    words = public.maker.words
    paired = outcome_and_reply(words, party.outcome, party.reply.state, undetermined=party.undetermined)
    told = paired if party.criticised else words.t(NO_CRITICISM)
    return words.t("{years}, {name}. {told}", years=party.years, name=party.name.text, told=told)


def case_place_rows(public: Public) -> Rows:
    """Where each case happened."""
    for document, _ in public.cases:
        case: Case = document.record
        for code in dict.fromkeys(case.municipalities):
            yield {"case_id": document.id, "place_code": code, "municipality_code": code, "county_code": municipalities()[code].county_code}
        for code in dict.fromkeys(case.counties):
            yield {"case_id": document.id, "place_code": code, "municipality_code": None, "county_code": code}


def party_rows(public: Public) -> Rows:
    """One row for every party about which something is shown."""
    for document, view in public.cases:
        for party in view.parties:
            model = party_model(document, party)
            yield {
                "id": f"{document.key}#{party.anchor}",
                "case_id": document.id,
                "provider_id": public.there(Kind.PROFILES, model.provider),
                "name": party.name.text,
                "unnamed": model.provider is None,
                "procedure": model.procedure,
                "case_is_criticism": party.criticised,
                "outcome": model.outcome if party.criticised else NOT_APPLICABLE,
                "outcome_direction": direction(model.outcome),
                "outcome_on": model.outcome_on,
                "outcome_text": plain_words(party.outcome_html),
                "undetermined": party.undetermined,
                "reply_state": model.reply.state,
                "reply_asked_on": model.reply.asked_on,
                "reply_deadline": model.reply.deadline,
                "reply_answered_on": model.reply.answered_on,
                "reply_text": plain_words(party.reply.html),
                "reply_explanation": party.reply.explanation,
                "page": public.page(f"{view.url}#{party.reply.anchor}"),
            }


def direction(outcome: Outcome) -> str | None:
    """Whether an outcome went for or against the provider, or neither; None where none is known."""
    if outcome.favourable:
        return FOR_PROVIDER
    if outcome.adverse:
        return AGAINST_PROVIDER
    return NEITHER if outcome.settled else None


def mention_rows(public: Public) -> Rows:
    """The sources that name a provider which has not been heard: that they are, and no more."""
    sources = {public.maker.url(d.key): d.id for d in public.of(Kind.SOURCES)}
    for document in public.of(Kind.PROFILES):
        for mention in mentions_of(public.maker, document.id):
            yield {"provider_id": document.id, "source_id": sources[mention.citation.page]}


TABLES: tuple[Table, ...] = (
    Table(
        "cases",
        N_("Dokumenterade ärenden. Ett ärende säger vad som är dokumenterat, inte hur bra leverantören är."),
        (
            c.key(),
            c.RECORD,
            c.text("name", N_("Vad ärendet kallas."), required=True),
            c.code("type", CaseType, N_("Slag av ärende."), required=True),
            c.to("programme_id", "programmes", N_("Programmet.")),
            c.to("buyer_id", "bodies", N_("Beställaren.")),
            c.partial("date", N_("När det började."), required=True),
            c.partial("date_to", N_("När det slutade.")),
            c.flag("date_estimated", N_("Sant när tiden är uppskattad.")),
            c.text("outcomes", N_("Hur ärendet står för varje part. En rad för varje."), required=True),
            c.text("replies", N_("Vad varje part har svarat, i sin helhet."), required=True),
            c.text(
                "outcomes_with_replies",
                N_("År, part, utfall och svarets läge tillsammans, en rad för varje part. Ta hela raden när du återger något av det."),
                required=True,
            ),
            c.PAGE,
        ),
        case_rows,
    ),
    Table(
        "case_places",
        N_("Kommuner och län som ett ärende gäller."),
        (
            c.key("case_id", N_("Ärendet."), "cases"),
            c.key("place_code", N_("Kommunens eller länets kod.")),
            c.to("municipality_code", "municipalities", N_("Kommunen. Tomt när källan bara säger vilket län.")),
            c.to("county_code", "counties", N_("Länet."), required=True),
        ),
        case_place_rows,
    ),
    Table(
        "case_parties",
        N_("Hur ett ärende står för var och en som det gäller, och vad den har svarat."),
        (
            c.key("id", N_("Radens id. Samma id står i statements, med källorna till utfallet och svaret."), "statements"),
            c.to("case_id", "cases", N_("Ärendet."), required=True),
            c.to("provider_id", "providers", N_("Leverantören. Tomt när källorna inte namnger någon.")),
            c.text("name", N_("Leverantörens namn, eller ord för den som inte namnges."), required=True),
            c.flag("unnamed", N_("Sant när källorna inte namnger leverantören. Den behöver inte vara någon av dem som finns här.")),
            c.code("procedure", Procedure, N_("Hur långt ärendet har kommit."), required=True),
            c.flag("case_is_criticism", N_("Sant när ärendet innehåller kritik eller en prövning. Det säger inget om ifall kritiken är befogad.")),
            Column(
                "outcome",
                Type.CODE,
                N_("Utfallet. I ett ärende som inte är kritik står not_applicable."),
                required=True,
                vocabulary=Outcome,
                codes=_NO_OUTCOME,
            ),
            Column(
                "outcome_direction", Type.CODE, N_("Om utfallet gick för eller emot leverantören. Tomt när det inte finns något känt utfall."), codes=DIRECTIONS
            ),
            c.partial("outcome_on", N_("När utfallet kom.")),
            c.text("outcome_text", N_("Mer om utfallet.")),
            c.flag("undetermined", N_("Sant när ärendet har varit öppet i mer än två år och utfallet inte har kunnat fastställas.")),
            c.code("reply_state", ReplyState, N_("Läget för leverantörens svar."), required=True),
            c.day("reply_asked_on", N_("Dagen då vi frågade.")),
            c.day("reply_deadline", N_("Sista dagen att svara.")),
            c.partial("reply_answered_on", N_("När svaret kom.")),
            c.text("reply_text", N_("Svaret i sin helhet.")),
            c.text("reply_explanation", N_("Vad svarets läge betyder, eller när vi frågade."), required=True),
            c.PAGE,
        ),
        party_rows,
    ),
    Table(
        "unheard_mentions",
        N_("Publicerade källor som nämner en leverantör som inte har fått ge oss sin version. Bara att de finns: varken rubrik eller innehåll."),
        (c.key("provider_id", N_("Leverantören."), "providers"), c.key("source_id", N_("Källan."), "sources")),
        mention_rows,
    ),
)
