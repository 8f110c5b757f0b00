"""The tables of systems: labels, programmes and organisations, what they answer, and the numbers about them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from generator.records.models import Kind
from generator.records.reader import Document
from generator.records.vocabulary import BoardCount, BodyKind, ChannelStep, Metric, ProcurementForm, Qualifier, Question, SchemeKind, Unit
from generator.site.language import N_
from generator.site.tables import columns as c
from generator.site.tables.columns import Given, Table, Type
from generator.site.tables.public import Public, plain_words
from generator.site.views.systems import answers_of, is_system

Rows = Iterator[Mapping[str, Given]]

_SYSTEMS = (Kind.SCHEMES, Kind.PROGRAMMES, Kind.BODIES)


def _shared(public: Public, document: Document) -> dict[str, Given]:
    """What the three kinds of system have in common."""
    record = document.record
    return {
        "id": document.id,
        "record_id": document.key,
        "name": record.name,
        "summary": plain_words(public.maker.summary(record)),
        "summary_en": plain_words(public.maker.verbatim(record.summary_en)),
        "checked_on": record.checked_on,
        "page": public.url(document.key),
    }


def scheme_rows(public: Public) -> Rows:
    """One row for every label."""
    for document in public.of(Kind.SCHEMES):
        scheme = document.record
        yield _shared(public, document) | {
            "kind": scheme.kind,
            "issuer_id": public.there(Kind.BODIES, scheme.issuer),
            "board_id": public.there(Kind.BODIES, scheme.board),
            "part_of_id": public.there(Kind.SCHEMES, scheme.part_of),
            "since": scheme.since,
            "until": scheme.until,
            "validity_months": scheme.validity_months,
            "register": scheme.register_name,
            "register_url": scheme.register_url,
        }


def programme_rows(public: Public) -> Rows:
    """One row for every programme."""
    for document in public.of(Kind.PROGRAMMES):
        programme = document.record
        yield _shared(public, document) | {
            "buyer_id": public.there(Kind.BODIES, programme.buyer),
            "form": programme.form,
            "from": programme.from_,
            "to": programme.to,
            "dates_estimated": programme.dates_estimated,
            "replaced_by_id": public.there(Kind.PROGRAMMES, programme.replaced_by),
        }


def body_rows(public: Public) -> Rows:
    """One row for every organisation."""
    for document in public.of(Kind.BODIES):
        body = document.record
        yield _shared(public, document) | {
            "kind": body.kind,
            "employment_service": body.employment_service,
            "founded": body.founded,
            "covers": body.covers,
            "website": body.website,
        }


def answer_rows(public: Public) -> Rows:
    """What each system answers to each question, also where no source that we have read answers."""
    for kind in _SYSTEMS:
        for document in public.of(kind):
            for question, answer in zip(Question, answers_of(public.maker, document), strict=True):
                if answer.evidence is None and not is_system(document):
                    continue
                common = f"{Kind.SCHEMES}/{document.record.part_of}" if answer.common else None
                told = f"{common or document.key}#{question.anchor}" if answer.evidence else None
                yield {
                    "record_id": document.key,
                    "question": question,
                    "statement_id": told,
                    "common_with_id": common,
                    "page": public.page(f"{public.maker.url(document.key)}#{question.anchor}"),
                }


def figure_rows(public: Public) -> Rows:
    """Each number about a system."""
    for kind in _SYSTEMS:
        for document in public.of(kind):
            for figure in document.record.figures:
                yield {
                    "statement_id": f"{document.key}#{figure.id}",
                    "record_id": document.key,
                    "metric": figure.metric,
                    "what": figure.what,
                    "value": figure.value,
                    "unit": figure.unit.value,
                    "qualifier": figure.qualifier.value,
                    "of": figure.of,
                    "from": figure.from_,
                    "to": figure.to,
                    "date_estimated": figure.date_estimated,
                    "caveat": plain_words(public.maker.html(figure.caveat)),
                }


def decision_rows(public: Public) -> Rows:
    """What boards have reported."""
    for document in public.of(Kind.SCHEMES):
        for decision in document.record.board_decisions:
            yield {
                "statement_id": f"{document.key}#{decision.id}",
                "scheme_id": document.id,
                "date": decision.date,
                "snapshot": decision.snapshot,
                "caveat": plain_words(public.maker.html(decision.caveat)),
            }


def board_figure_rows(public: Public) -> Rows:
    """The counts of each report."""
    for document in public.of(Kind.SCHEMES):
        for decision in document.record.board_decisions:
            for number, figure in enumerate(decision.figures, 1):
                yield {
                    "decision_id": f"{document.key}#{decision.id}",
                    "number": number,
                    "what": figure.what,
                    "value": Decimal(figure.value),
                    "qualifier": figure.qualifier.value,
                    "scheme_id": public.there(Kind.SCHEMES, figure.scheme),
                }


def demand_rows(public: Public) -> Rows:
    """What a participant may ask for."""
    for document in public.of(Kind.PROGRAMMES):
        for demand in document.record.demands:
            yield {"statement_id": f"{document.key}#{demand.id}", "programme_id": document.id, "name": demand.name}


def channel_rows(public: Public) -> Rows:
    """Ways to complain."""
    for document in public.of(Kind.BODIES):
        for channel in document.record.channels:
            key = f"{document.key}#{channel.id}"
            yield {
                "statement_id": key,
                "body_id": document.id,
                "name": channel.name,
                "who": channel.who,
                "order": channel.order,
                "step": channel.step,
                "ask_next_id": f"{key}/ask_next" if channel.ask_next else None,
            }


_FACT = c.key("statement_id", N_("Raden i statements, som har källorna."), "statements")
_NAME = c.text("name", N_("Namnet."), required=True)
_SUMMARY = (c.text("summary", N_("Vår sammanfattning."), required=True), c.text("summary_en", N_("Sammanfattningen på engelska.")))

TABLES: tuple[Table, ...] = (
    Table(
        "schemes",
        N_("Märkningar, register och godkännanden."),
        (
            c.key(),
            c.RECORD,
            _NAME,
            c.code("kind", SchemeKind, N_("Slag av märkning."), required=True),
            c.to("issuer_id", "bodies", N_("Den som ger märkningen.")),
            c.to("board_id", "bodies", N_("Den som prövar företagen.")),
            c.to("part_of_id", "schemes", N_("Märkningen som den här bygger på.")),
            c.partial("since", N_("Från när den finns.")),
            c.partial("until", N_("Till när den fanns.")),
            c.integer("validity_months", N_("Så många månader gäller den högst.")),
            c.text("register", N_("Registret.")),
            c.address("register_url", N_("Registrets adress.")),
            *_SUMMARY,
            c.CHECKED_ON,
            c.PAGE,
        ),
        scheme_rows,
    ),
    Table(
        "programmes",
        N_("Upphandlade tjänster och stöd enligt lag."),
        (
            c.key(),
            c.RECORD,
            _NAME,
            c.to("buyer_id", "bodies", N_("Beställaren.")),
            c.code("form", ProcurementForm, N_("Hur leverantörerna väljs."), required=True),
            c.partial("from", N_("Från när.")),
            c.partial("to", N_("Till när.")),
            c.flag("dates_estimated", N_("Sant när tiden är uppskattad.")),
            c.to("replaced_by_id", "programmes", N_("Programmet som kom efter.")),
            *_SUMMARY,
            c.CHECKED_ON,
            c.PAGE,
        ),
        programme_rows,
    ),
    Table(
        "bodies",
        N_("Organisationer som beslutar, köper, granskar, företräder eller skriver."),
        (
            c.key(),
            c.RECORD,
            _NAME,
            c.code("kind", BodyKind, N_("Slag av organisation."), required=True),
            c.flag("employment_service", N_("Sant för den offentliga arbetsförmedlingen.")),
            c.partial("founded", N_("När den bildades.")),
            c.text("covers", N_("Vilka den omfattar.")),
            c.address("website", N_("Webbplatsen.")),
            *_SUMMARY,
            c.CHECKED_ON,
            c.PAGE,
        ),
        body_rows,
    ),
    Table(
        "answers",
        N_("Svaren på de fasta frågorna. Tom statement_id betyder att det inte framgår av de källor vi har läst, inte att svaret är nej."),
        (
            c.key("record_id", N_("Systemet."), "records"),
            c.code("question", Question, N_("Frågan."), key=True),
            c.to("statement_id", "statements", N_("Svaret.")),
            c.to("common_with_id", "records", N_("Märkningen som svaret är gemensamt med.")),
            c.PAGE,
        ),
        answer_rows,
    ),
    Table(
        "figures",
        N_("Siffror som källor ger om systemen. De mäter olika saker: jämför dem inte rakt av."),
        (
            _FACT,
            c.RECORD,
            c.code("metric", Metric, N_("Vad siffran räknar."), required=True),
            c.text("what", N_("Vad siffran räknar, i ord."), required=True),
            c.Column("value", Type.NUMBER, N_("Värdet."), required=True),
            c.code("unit", Unit, N_("Värdets enhet.")),
            c.code("qualifier", Qualifier, N_("Om värdet är exakt eller ungefärligt.")),
            c.text("of", N_("Vad siffran är en del av. Tomt: källan anger inget att jämföra med.")),
            c.partial("from", N_("Första dagen, månaden eller året."), required=True),
            c.partial("to", N_("Sista dagen, månaden eller året.")),
            c.flag("date_estimated", N_("Sant när tiden är uppskattad.")),
            c.text("caveat", N_("Vad man måste veta för att läsa siffran rätt.")),
        ),
        figure_rows,
    ),
    Table(
        "board_decisions",
        N_("Vad nämnder har redovisat."),
        (
            _FACT,
            c.to("scheme_id", "schemes", N_("Märkningen."), required=True),
            c.partial("date", N_("När."), required=True),
            c.flag("snapshot", N_("Sant för läget en dag, falskt för beslut vid ett möte.")),
            c.text("caveat", N_("Vad man måste veta för att läsa siffran rätt.")),
        ),
        decision_rows,
    ),
    Table(
        "board_figures",
        N_("Antalen i det som en nämnd har redovisat."),
        (
            c.key("decision_id", N_("Redovisningen."), "board_decisions"),
            c.key("number", N_("Ordningen."), type_=Type.INTEGER),
            c.code("what", BoardCount, N_("Vad siffran räknar."), required=True),
            c.Column("value", Type.NUMBER, N_("Värdet."), required=True),
            c.code("qualifier", Qualifier, N_("Om värdet är exakt eller ungefärligt.")),
            c.to("scheme_id", "schemes", N_("Märkningen som antalet gäller, när källan säger det.")),
        ),
        board_figure_rows,
    ),
    Table(
        "demands",
        N_("Krav som en deltagare kan ställa."),
        (_FACT, c.to("programme_id", "programmes", N_("Programmet."), required=True), c.text("name", N_("Kravet i korthet."), required=True)),
        demand_rows,
    ),
    Table(
        "channels",
        N_("Vägar för klagomål."),
        (
            _FACT,
            c.to("body_id", "bodies", N_("Den som tar emot."), required=True),
            c.text("name", N_("Vad vägen kallas."), required=True),
            c.text("who", N_("Vem den är till för."), required=True),
            c.integer("order", N_("Ordningen."), required=True),
            c.code("step", ChannelStep, N_("Vilket steg det är."), required=True),
            c.to("ask_next_id", "statements", N_("Vad man kan begära sedan. Tomt: det framgår inte av de källor vi har läst.")),
        ),
        channel_rows,
    ),
)
