"""The tables of providers: who they are, where and what they work with, their labels, contracts and measurements, and where we have searched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.records.models import Kind
from generator.records.places import counties, municipalities
from generator.records.vocabulary import (
    AccreditationEnd,
    AccreditationState,
    CheckResult,
    ContractEndCause,
    ContractState,
    LegalForm,
    Lifecycle,
    RelationKind,
    Service,
    Unit,
)
from generator.registry.states import accreditation_status, contract_status
from generator.site.language import N_, plain
from generator.site.tables import columns as c
from generator.site.tables.columns import Given, Table
from generator.site.tables.facts import numbered, relation_numbers
from generator.site.tables.public import Public, plain_words
from generator.site.views.cases import mentions_of
from generator.site.views.labels import provider_labels

Rows = Iterator[Mapping[str, Given]]


def provider_rows(public: Public) -> Rows:
    """One row for every provider."""
    for document in public.of(Kind.PROFILES):
        profile = document.record
        yield {
            "id": document.id,
            "record_id": document.key,
            "name": profile.name,
            "legal_name": profile.legal_name,
            "orgnr": profile.orgnr if profile.legal_form is not LegalForm.SOLE_TRADER else None,
            "legal_form": profile.legal_form,
            "website": profile.website,
            "summary": plain_words(public.maker.summary(profile)),
            "summary_en": plain_words(public.maker.verbatim(profile.summary_en)),
            "unheard_mentions": len(mentions_of(public.maker, document.id)),
            "checked_on": profile.checked_on,
            "page": public.url(document.key),
        }


def lifecycle_rows(public: Public) -> Rows:
    """Whether each provider exists."""
    for document in public.of(Kind.PROFILES):
        events = document.record.lifecycle
        for number, event in zip(numbered([e.state.value for e in events]), events, strict=True):
            fact = f"{document.key}/lifecycle/{number}"
            yield {"statement_id": fact, "provider_id": document.id, "state": event.state, "date": event.from_}


def place_rows(public: Public) -> Rows:
    """Where each provider has worked."""
    for document in public.of(Kind.PROFILES):
        places = document.record.places
        for number, place in zip(numbered([p.municipality or p.county or "" for p in places]), places, strict=True):
            town = municipalities()[place.municipality] if place.municipality else None
            county = town.county_code if town else place.county
            yield {
                "statement_id": f"{document.key}/places/{number}",
                "provider_id": document.id,
                "municipality_code": place.municipality,
                "county_code": county,
                "name": town.name if town else counties()[place.county or ""].name,
                "date": place.date,
            }


def service_rows(public: Public) -> Rows:
    """What each provider offers."""
    for document in public.of(Kind.PROFILES):
        services = document.record.services
        for number, offered in zip(numbered([s.service.value for s in services]), services, strict=True):
            fact = f"{document.key}/services/{number}"
            yield {"statement_id": fact, "provider_id": document.id, "service": offered.service, "date": offered.date}


def accreditation_rows(public: Public) -> Rows:
    """Each dated period of a label."""
    for document in public.of(Kind.PROFILES):
        for period in document.record.accreditations:
            yield {
                "statement_id": f"{document.key}#{period.id}",
                "provider_id": document.id,
                "scheme_id": public.there(Kind.SCHEMES, period.scheme),
                "from": period.from_,
                "to": period.to,
                "ended_how": period.ended.how if period.ended else None,
                "ended_on": period.ended.on if period.ended else None,
            }


def accreditation_state_rows(public: Public) -> Rows:
    """What each label comes to on the day, for the same labels as on the provider's page."""
    maker = public.maker
    schemes = {maker.url(d.key): d for d in maker.registry.of(Kind.SCHEMES)}
    for document in public.of(Kind.PROFILES):
        for label in provider_labels(maker, document.record):
            scheme = schemes[label.scheme.url]
            status = accreditation_status(document.record, scheme.id, scheme.record, maker.as_of)
            yield {
                "provider_id": document.id,
                "scheme_id": scheme.id,
                "state": status.state,
                "undecided": label.undecided,
                "explanation": plain(label.sentence),
                "period_id": f"{document.key}#{status.period.id}" if status.period else None,
                "check_id": f"{document.key}#{status.check.id}" if status.check else None,
                "last_day": status.last_day,
                "as_of": maker.as_of,
            }


def contract_rows(public: Public) -> Rows:
    """Each contract, with its state on the day."""
    for document in public.of(Kind.PROFILES):
        for contract in document.record.contracts:
            status = contract_status(contract, public.maker.as_of)
            yield {
                "statement_id": f"{document.key}#{contract.id}",
                "provider_id": document.id,
                "buyer_id": public.there(Kind.BODIES, contract.buyer),
                "programme_id": public.there(Kind.PROGRAMMES, contract.programme),
                "reference": contract.reference,
                "from": contract.from_,
                "to": contract.to,
                "ended_on": contract.ended.on if contract.ended else None,
                "ended_cause": contract.ended.cause if contract.ended else None,
                "state": status.state,
                "state_cause": status.cause,
                "last_seen": status.last_seen,
                "as_of": public.maker.as_of,
            }


def contract_place_rows(public: Public) -> Rows:
    """Where each contract is to be carried out."""
    for document in public.of(Kind.PROFILES):
        for contract in document.record.contracts:
            fact = f"{document.key}#{contract.id}"
            yield from ({"contract_id": fact, "municipality_code": code} for code in dict.fromkeys(contract.municipalities))


def measure_rows(public: Public) -> Rows:
    """Measurements that others have made."""
    for document in public.of(Kind.PROFILES):
        for measure in document.record.measures:
            yield {
                "statement_id": f"{document.key}#{measure.id}",
                "provider_id": document.id,
                "what": measure.what,
                "by_body_id": public.there(Kind.BODIES, measure.by),
                "period": measure.period,
                "value": measure.value,
                "unit": measure.unit.value,
                "scale": measure.scale,
                "base": measure.base,
            }


def check_rows(public: Public) -> Rows:
    """Each search that we have made in a register."""
    for document in public.of(Kind.PROFILES):
        for check in document.record.checks:
            key = f"{document.key}#{check.id}"
            yield {
                "id": key,
                "provider_id": document.id,
                "register": check.register_name,
                "scheme_id": public.there(Kind.SCHEMES, check.scheme),
                "programme_id": public.there(Kind.PROGRAMMES, check.programme),
                "query": check.query,
                "date": check.on,
                "result": check.result,
                "note": check.note,
                "page": public.url(key),
            }


def relation_rows(public: Public) -> Rows:
    """Connections between organisations."""
    for document in public.of(Kind.PROFILES):
        profile = document.record
        for number, relation in zip(relation_numbers(profile), profile.relations, strict=True):
            target = public.key((Kind.PROFILES, Kind.BODIES), relation.target)
            yield {
                "statement_id": f"{document.key}/relations/{number}",
                "provider_id": document.id,
                "kind": relation.kind,
                "target_id": target,
                "name": public.maker.name(target) if target else relation.name,
                "from": relation.from_,
                "to": relation.to,
            }


_PROVIDER = c.to("provider_id", "providers", N_("Leverantören."), required=True)
_FACT = c.key("statement_id", N_("Raden i statements, som har källorna."), "statements")

TABLES: tuple[Table, ...] = (
    Table(
        "providers",
        N_("Leverantörer: vilka de är."),
        (
            c.key(),
            c.RECORD,
            c.text("name", N_("Namnet."), required=True),
            c.text("legal_name", N_("Firman.")),
            c.text("orgnr", N_("Organisationsnumret. Alltid tomt för en enskild firma, vars nummer är en persons.")),
            c.code("legal_form", LegalForm, N_("Bolagsform."), required=True),
            c.address("website", N_("Webbplatsen.")),
            c.text("summary", N_("Vår sammanfattning."), required=True),
            c.text("summary_en", N_("Sammanfattningen på engelska.")),
            c.integer(
                "unheard_mentions",
                N_("Antal publicerade källor som nämner leverantören, men som den inte har fått svara på. Bara antalet: innehållet visas inte."),
                required=True,
            ),
            c.CHECKED_ON,
            c.PAGE,
        ),
        provider_rows,
    ),
    Table(
        "lifecycle_events",
        N_("Om leverantören finns, och från när."),
        (_FACT, _PROVIDER, c.code("state", Lifecycle, N_("Om företaget finns."), required=True), c.partial("date", N_("Från när."))),
        lifecycle_rows,
    ),
    Table(
        "places",
        N_("Kommuner och län där en källa visar att leverantören har funnits."),
        (
            _FACT,
            _PROVIDER,
            c.to("municipality_code", "municipalities", N_("Kommunen. Tomt när källan bara säger vilket län.")),
            c.to("county_code", "counties", N_("Länet."), required=True),
            c.text("name", N_("Platsens namn."), required=True),
            c.partial("date", N_("När källan visade det.")),
        ),
        place_rows,
    ),
    Table(
        "services",
        N_("Tjänster som en källa visar."),
        (_FACT, _PROVIDER, c.code("service", Service, N_("Tjänsten."), required=True), c.partial("date", N_("När källan visade det."))),
        service_rows,
    ),
    Table(
        "accreditations",
        N_("Perioder för en märkning, så som källorna visar dem. Läget i dag räknas ut och står i accreditation_states."),
        (
            _FACT,
            _PROVIDER,
            c.to("scheme_id", "schemes", N_("Märkningen.")),
            c.partial("from", N_("Första dagen."), required=True),
            c.partial("to", N_("Sista dagen. Tomt: märkningens längsta tid räknas från första dagen.")),
            c.code("ended_how", AccreditationEnd, N_("Hur den slutade i förtid.")),
            c.partial("ended_on", N_("När den slutade i förtid.")),
        ),
        accreditation_rows,
    ),
    Table(
        "accreditation_states",
        N_("Läget för varje märkning och leverantör, uträknat för en dag. Att ingen märkning är funnen är inte kritik."),
        (
            c.key("provider_id", N_("Leverantören."), "providers"),
            c.key("scheme_id", N_("Märkningen."), "schemes"),
            c.code("state", AccreditationState, N_("Läget. not_checked: vi har inte sökt. not_found: vi har sökt utan att hitta."), required=True),
            c.flag("undecided", N_("Sant när en period är känd, men dess datum inte räcker för att säga om den gäller.")),
            c.text("explanation", N_("Vad läget vilar på."), required=True),
            c.to("period_id", "accreditations", N_("Perioden som läget vilar på.")),
            c.to("check_id", "checks", N_("Sökningen som läget vilar på.")),
            c.day("last_day", N_("Sista dagen i perioden. För en giltig den första som kan vara sist.")),
            c.AS_OF,
        ),
        accreditation_state_rows,
    ),
    Table(
        "contracts",
        N_("Avtal i de källor som vi har läst, med läget uträknat för en dag. Det kan finnas fler."),
        (
            _FACT,
            _PROVIDER,
            c.to("buyer_id", "bodies", N_("Beställaren.")),
            c.to("programme_id", "programmes", N_("Programmet.")),
            c.text("reference", N_("Diarienumret.")),
            c.partial("from", N_("Första dagen.")),
            c.partial("to", N_("Sista dagen enligt avtalet.")),
            c.partial("ended_on", N_("När det slutade i förtid.")),
            c.code("ended_cause", ContractEndCause, N_("Varför det slutade i förtid, enligt källan.")),
            c.code("state", ContractState, N_("Läget."), required=True),
            c.code("state_cause", ContractEndCause, N_("Varför det är slut, när det är det.")),
            c.partial("last_seen", N_("Senaste gången en källa visar att det fanns.")),
            c.AS_OF,
        ),
        contract_rows,
    ),
    Table(
        "contract_places",
        N_("Kommuner som ett avtal gäller."),
        (c.key("contract_id", N_("Avtalet."), "contracts"), c.key("municipality_code", N_("Kommunen."), "municipalities")),
        contract_place_rows,
    ),
    Table(
        "measures",
        N_("Mätningar som andra har gjort. Tomt värde betyder att betyg saknas, aldrig noll."),
        (
            _FACT,
            _PROVIDER,
            c.text("what", N_("Vad som är mätt."), required=True),
            c.to("by_body_id", "bodies", N_("Vem som har mätt.")),
            c.text("period", N_("Vilken tid det gäller."), required=True),
            c.number("value", N_("Värdet. Tomt: betyg saknas.")),
            c.code("unit", Unit, N_("Värdets enhet.")),
            c.text("scale", N_("Skalan.")),
            c.text("base", N_("Vad mätningen bygger på: antal eller gräns."), required=True),
        ),
        measure_rows,
    ),
    Table(
        "checks",
        N_("Sökningar som vi har gjort i register. De visar var tystnad betyder något."),
        (
            c.key(),
            _PROVIDER,
            c.text("register", N_("Registret."), required=True),
            c.to("scheme_id", "schemes", N_("Märkningen som registret visar.")),
            c.to("programme_id", "programmes", N_("Programmet som registret visar.")),
            c.text("query", N_("Vad vi sökte på."), required=True),
            c.day("date", N_("Dagen då vi sökte."), required=True),
            c.code("result", CheckResult, N_("Vad sökningen gav."), required=True),
            c.text("note", N_("Vad resultatet inte säger.")),
            c.PAGE,
        ),
        check_rows,
    ),
    Table(
        "relations",
        N_("Kopplingar till andra organisationer. Det som gäller en föregångare ärvs aldrig av efterföljaren."),
        (
            _FACT,
            _PROVIDER,
            c.code("kind", RelationKind, N_("Slag av koppling."), required=True),
            c.to("target_id", "records", N_("Den andra organisationen. Tomt när den inte har någon sida.")),
            c.text("name", N_("Den andra organisationens namn.")),
            c.partial("from", N_("Från när.")),
            c.partial("to", N_("Till när.")),
        ),
        relation_rows,
    ),
)
