"""The table of statements, which every fact stands in, and those that hang on it: sources, parties, who says it, corrections."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.records.models import Kind
from generator.records.models.evidence import Citation
from generator.records.vocabulary import Confidence, Grade, Interest, Qualifier, StatementKind, Unit
from generator.site.language import N_, plain
from generator.site.leads import medium
from generator.site.tables import columns as c
from generator.site.tables.columns import Column, Given, Table, Type
from generator.site.tables.facts import NO_CRITICISM, PARTS, Fact, facts, party_model
from generator.site.tables.public import Public, plain_words
from generator.site.views.parties import UNDETERMINED, PartyView

Rows = Iterator[Mapping[str, Given]]

ROLES: tuple[tuple[str, str], ...] = (
    ("support", N_("visar uppgiften")),
    ("against", N_("visar det som talar emot")),
    ("reply", N_("visar svaret")),
)
BESIDE_A_QUOTE = ("counter", "outcomes", "replies")


def statement_rows(public: Public) -> Rows:
    """One row for every fact."""
    for fact in public.once(facts):
        view, counter = fact.view, fact.evidence.counter if fact.evidence else None
        yield {
            "id": fact.id,
            "record_id": fact.record,
            "part": fact.part,
            "kind": fact.kind,
            "text": fact.text,
            "value": fact.value,
            "unit": fact.unit.value if fact.unit else None,
            "qualifier": fact.qualifier.value if fact.qualifier else None,
            "grade": fact.grade,
            "lead": plain(view.lead) if view else None,
            "date": fact.date,
            "date_to": fact.date_to,
            "reading_confidence": fact.confidence if fact.sources else None,
            "reading_confidence_note": fact.confidence_note,
            "source_ids": "\n".join(citation.source for citation in fact.sources),
            "locators": "\n".join(_one_line(citation.locator) for citation in fact.sources),
            "cited": "\n".join(_cited(public, citation) for citation in fact.sources),
            "counter": counter_words(fact),
            "counter_searched_on": counter.searched_on if counter else None,
            "would_change": plain(view.would_change) if view else None,
            "outcomes": "\n".join(outcome_words(public, party) for party in fact.parties),
            "reply_states": "\n".join(_reply_state(public, fact, party) for party in fact.parties),
            "replies": "\n".join(reply_words(public, party) for party in fact.parties),
            "corrected_on": max((d.record.published_on for d in public.corrections_of(fact.id)), default=None),
            "checked_on": fact.checked_on,
            "page": fact.page,
        }


def _one_line(text: str) -> str:
    """A text without line ends, for cells that have one line for each of several things."""
    return " ".join(text.split())


def counter_words(fact: Fact) -> str | None:
    """What speaks against a fact."""
    return plain_words(fact.view.counter.html) if fact.view and fact.view.counter else None


def _reply_state(public: Public, fact: Fact, party: PartyView) -> str:
    """The code of how a party's reply stands, in the order of the replies."""
    return party_model(public.maker.registry.documents[fact.record], party).reply.state.value


def _cited(public: Public, citation: Citation) -> str:
    """A place in a source in words, with its interest. The headline stands in sources, where it may be shown."""
    source = public.maker.registry.record(Kind.SOURCES, citation.source)
    words = public.maker.words
    day = words.day(source.issued) or words.t("utan datum")
    told = words.t(N_("{publisher}, {day}. Var i källan: {place}."), publisher=medium(source), day=day, place=citation.locator)
    note = source.interest_note if source.interest is not Interest.NONE else ""
    return words.sentences([told, words.t(N_("Källans intresse: {note}"), note=note) if note else ""])


def outcome_words(public: Public, party: PartyView) -> str:
    """How the case stands for a party, on one line."""
    words = public.maker.words
    told = words.t("{name}: {state}", name=party.name.text, state=party.outcome if party.criticised else words.t(NO_CRITICISM))
    return words.t("{outcome}. {note}", outcome=told, note=words.t(UNDETERMINED)) if party.undetermined else told


def reply_words(public: Public, party: PartyView) -> str:
    """What a party has answered, or why there is no answer, in full."""
    reply, words = party.reply, public.maker.words
    said = plain_words(reply.html) or reply.explanation
    day = f", {reply.when}" if reply.when else ""
    return words.t("{name}, svar ({state}{day}): {said}", name=party.name.text, state=reply.state, day=day, said=said)


def citation_rows(public: Public) -> Rows:
    """One row for every place in a source that a fact is read in."""
    for fact in public.once(facts):
        counter = fact.evidence.counter.sources if fact.evidence and fact.evidence.counter else ()
        for role, cited in (("support", fact.sources), ("against", counter), ("reply", fact.reply_sources)):
            for number, citation in enumerate(cited, 1):
                yield {
                    "statement_id": fact.id,
                    "role": role,
                    "number": number,
                    "source_id": citation.source,
                    "locator": citation.locator,
                    "quote": citation.quote,
                    **(_beside_a_quote(public, fact) if citation.quote else dict.fromkeys(BESIDE_A_QUOTE)),
                }


def _beside_a_quote(public: Public, fact: Fact) -> dict[str, Given]:
    """What may not be missing where words of a source stand: whoever opens this table alone sees no other row."""
    return {
        "counter": counter_words(fact),
        "outcomes": "\n".join(outcome_words(public, party) for party in fact.parties),
        "replies": "\n".join(reply_words(public, party) for party in fact.parties),
    }


def party_rows(public: Public) -> Rows:
    """The parties that each statement in a case concerns."""
    for fact in public.once(facts):
        for party in fact.parties:
            yield {"statement_id": fact.id, "party_id": f"{fact.record}#{party.anchor}"}


def speaker_rows(public: Public) -> Rows:
    """Who says each statement, as far as the record names anybody."""
    for fact in public.once(facts):
        evidence = fact.evidence
        if evidence is None:
            continue
        said = [(body, public.maker.name(f"{Kind.BODIES}/{body}")) for body in evidence.by]
        for number, (body, name) in enumerate([*said, *([("", evidence.attribution)] if evidence.attribution else [])], 1):
            yield {"statement_id": fact.id, "number": number, "body_id": public.there(Kind.BODIES, body), "name": name}


def correction_rows(public: Public) -> Rows:
    """The corrections of each statement."""
    for fact in public.once(facts):
        for document in public.corrections_of(fact.id):
            yield {"statement_id": fact.id, "correction_id": document.id}


TABLES: tuple[Table, ...] = (
    Table(
        "statements",
        N_("Allt som står som uppgift på webbplatsen, en rad för varje uppgift. Svaren står på samma rad som påståendet."),
        (
            c.key(meaning=N_("Uppgiftens namn. Med # är det ett ankare på sidan, som aldrig ändras.")),
            c.RECORD,
            Column("part", Type.CODE, N_("Vad raden är."), required=True, codes=PARTS),
            c.code("kind", StatementKind, N_("Slag av uppgift: konstaterat, påstående, åtgärd, bakgrund eller det som talar emot.")),
            c.text("text", N_("Uppgiften så som den står på sidan, utan formatering."), required=True),
            c.number("value", N_("Värdet, när uppgiften är en siffra.")),
            c.code("unit", Unit, N_("Värdets enhet.")),
            c.code("qualifier", Qualifier, N_("Om värdet är exakt eller ungefärligt.")),
            c.code("grade", Grade, N_("Bevisgrad: vad uppgiften vilar på.")),
            c.text("lead", N_("Vem som säger det, med det verb som graden tillåter. Hör ihop med texten.")),
            c.partial("date", N_("När det hände, eller började.")),
            c.partial("date_to", N_("När det slutade.")),
            c.code(
                "reading_confidence",
                Confidence,
                N_("Hur säkra vi är på att vi har läst källan rätt. Inte hur troligt det är att uppgiften stämmer. Tomt när raden inte har någon källa."),
            ),
            c.text("reading_confidence_note", N_("Varför vi inte är helt säkra på vad källan visar.")),
            c.text("source_ids", N_("Källornas id i tabellen sources. En rad för varje.")),
            c.text("locators", N_("Var i varje källa uppgiften står. En rad för varje, i samma ordning som källorna.")),
            c.text("cited", N_("Källorna i ord: utgivare, dag, plats i källan och källans intresse. En rad för varje.")),
            c.text("counter", N_("Vad som talar emot uppgiften.")),
            c.day("counter_searched_on", N_("Dagen då vi sökte och inte hittade något som talar emot.")),
            c.text("would_change", N_("Vilket dokument som skulle ändra uppgiften.")),
            c.text("outcomes", N_("Hur ärendet står för var och en som uppgiften gäller. En rad för varje.")),
            c.text("reply_states", N_("Läget för vars och ens svar, som kod i kodlistan ReplyState. En rad för varje, i samma ordning som svaren.")),
            c.text("replies", N_("Vad var och en som uppgiften gäller har svarat, i sin helhet. Återge aldrig uppgiften utan svaret.")),
            c.day("corrected_on", N_("Dagen för den senaste rättelsen.")),
            c.CHECKED_ON,
            c.PAGE,
        ),
        statement_rows,
    ),
    Table(
        "citations",
        N_("Varje plats i en källa som en uppgift är läst på."),
        (
            c.key("statement_id", N_("Uppgiften."), "statements"),
            Column("role", Type.CODE, N_("Vad källan visar."), required=True, key=True, codes=ROLES),
            c.key("number", N_("Ordningen bland källorna i samma roll."), type_=Type.INTEGER),
            c.to("source_id", "sources", N_("Källan."), required=True),
            c.text("locator", N_("Var i källan uppgiften står."), required=True),
            c.text("quote", N_("Ordagrant citat, högst 300 tecken. Citat tillhör sin källa och har inte vår licens.")),
            c.text("counter", N_("Vad som talar emot uppgiften, när ett citat står här.")),
            c.text("outcomes", N_("Hur ärendet står, när ett citat står här. En rad för varje part.")),
            c.text("replies", N_("Vad parterna har svarat, när ett citat står här. Återge aldrig citatet utan svaret.")),
        ),
        citation_rows,
    ),
    Table(
        "statement_parties",
        N_("Vilka parter en uppgift i ett ärende gäller. Partens utfall och svar står i case_parties."),
        (c.key("statement_id", N_("Uppgiften."), "statements"), c.key("party_id", N_("Parten."), "case_parties")),
        party_rows,
    ),
    Table(
        "statement_speakers",
        N_("Vem som säger en uppgift, när posten nämner någon."),
        (
            c.key("statement_id", N_("Uppgiften."), "statements"),
            c.key("number", N_("Ordningen."), type_=Type.INTEGER),
            c.to("body_id", "bodies", N_("Organisationen. Tomt för den som inte har någon sida.")),
            c.text("name", N_("Namnet, eller ord för den som säger det."), required=True),
        ),
        speaker_rows,
    ),
    Table(
        "statement_corrections",
        N_("Rättelser av en uppgift."),
        (c.key("statement_id", N_("Uppgiften."), "statements"), c.key("correction_id", N_("Rättelsen."), "corrections")),
        correction_rows,
    ),
)
