"""The tables of sources, and of what we have changed: corrections and what has been removed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.records.models import Kind
from generator.records.models.editorial import Source
from generator.records.reader import Root
from generator.records.vocabulary import Availability, CorrectionNoticed, Interest, ReadExtent, SourceType, TombstoneReason
from generator.site.language import N_
from generator.site.tables import columns as c
from generator.site.tables.columns import Given, Table
from generator.site.tables.facts import Fact, facts
from generator.site.tables.public import Public, plain_words
from generator.site.tables.statements import outcome_words, reply_words
from generator.site.views.corrections import CorrectionView, corrections_view, permanent_id
from generator.site.views.parties import PartyView

Rows = Iterator[Mapping[str, Given]]


def source_rows(public: Public) -> Rows:
    """One row for every source. Of one that names a provider which has not been heard neither headline, address nor our note."""
    for document in public.of(Kind.SOURCES):
        source: Source = document.record
        unheard = bool(public.maker.unheard(document.id))
        archive = None if unheard else source.archive
        yield {
            "id": document.id,
            "record_id": document.key,
            "type": source.type.value,
            "title": None if unheard else source.title,
            "title_reconstructed": source.title_reconstructed,
            "unheard": unheard,
            "container_title": source.container_title,
            "publisher": source.publisher,
            "publisher_id": public.there(Kind.BODIES, source.publisher_body),
            "issued": source.issued,
            "issued_estimated": source.issued_estimated,
            "url": None if unheard else source.url,
            "url_withheld": None if unheard else source.url_withheld,
            "archive_url": archive.url if archive else None,
            "archived_on": archive.on if archive else None,
            "language": source.language,
            "accessed": source.accessed,
            "read": source.read,
            "availability": source.availability,
            "interest": source.interest,
            "interest_note": source.interest_note,
            "note": None if unheard else plain_words(public.maker.html(source.note)),
            "page": public.url(document.key),
        }


def correction_rows(public: Public) -> Rows:
    """One row for every correction. Its texts are left out where its page leaves them out."""
    shown = {view.anchor: view for view in corrections_view(public.maker).corrections}
    known = {fact.id: fact for fact in public.once(facts)}
    for document in public.maker.registry.of(Kind.CORRECTIONS):
        if document.root is not Root.PUBLIC:
            continue
        view, target = shown[document.id], document.record.target
        record = target.partition("#")[0]
        told = bool(view.target.url) and not view.withheld
        concerned = _concerned(public, target, known.get(target), view) if not view.withheld else ()
        yield {
            "id": document.id,
            "record_id": record if told and record in public.keys else None,
            "statement_id": target if told and target in known else None,
            "about": view.target.text,
            "published_on": document.record.published_on,
            "was": plain_words(view.was),
            "now": plain_words(view.now),
            "why": plain_words(view.why),
            "noticed_by": document.record.noticed_by,
            "meaning_changed": view.meaning_changed,
            "withheld": view.withheld,
            "outcomes": "\n".join(outcome_words(public, party) for party in concerned),
            "replies": "\n".join(reply_words(public, party) for party in concerned),
            "page": public.page(view.url),
        }


def _concerned(public: Public, target: str, fact: Fact | None, view: CorrectionView) -> tuple[PartyView, ...]:
    """The parties that a corrected text is about: those of the statement, of the whole case when that has no row, or of the cases that rest on a source."""
    if fact is not None:
        return fact.parties
    if view.standings:
        parties = {party.key: party for _, case in public.cases for party in case.parties}
        return tuple(parties[standing.key] for standing in view.standings)
    record = target.partition("#")[0]
    return next((view.parties for document, view in public.cases if document.key == record), ())


def tombstone_rows(public: Public) -> Rows:
    """One row for every removed record. What may not be named is not named here either."""
    documents = {permanent_id(d.key): d for d in public.maker.registry.of(Kind.TOMBSTONES) if d.root is Root.PUBLIC}
    for view in corrections_view(public.maker).tombstones:
        if view.urn not in documents:
            continue
        yield {
            "id": view.anchor,
            "kind": view.kind,
            "was": view.name,
            "removed_on": view.removed_iso,
            "reason": documents[view.urn].record.reason,
            "text": plain_words(view.html),
            "redirect": public.page(view.redirect.url) if view.redirect else None,
            "page": public.page(view.url),
        }


TABLES: tuple[Table, ...] = (
    Table(
        "sources",
        N_("Publicerade dokument, med fält som i CSL. En källa som nämner en leverantör som inte har fått ge oss sin version står utan rubrik och adress."),
        (
            c.key(),
            c.RECORD,
            c.code("type", SourceType, N_("Slag av dokument."), required=True),
            c.text("title", N_("Rubriken.")),
            c.flag("title_reconstructed", N_("Sant när rubriken är vår beskrivning.")),
            c.flag(
                "unheard", N_("Sant när källan nämner en leverantör som inte har fått ge oss sin version. Då visas varken rubrik, adress eller anteckning.")
            ),
            c.text("container_title", N_("Tidningen, programmet eller serien.")),
            c.text("publisher", N_("Utgivaren."), required=True),
            c.to("publisher_id", "bodies", N_("Utgivarens rad, när den har en.")),
            c.partial("issued", N_("När dokumentet gavs ut. Tomt: det är odaterat.")),
            c.flag("issued_estimated", N_("Sant när dagen är uppskattad.")),
            c.address("url", N_("Adressen.")),
            c.text("url_withheld", N_("Varför adressen inte visas.")),
            c.address("archive_url", N_("En kopia som någon annan har.")),
            c.day("archived_on", N_("Dagen för kopian.")),
            c.text("language", N_("Dokumentets språk."), required=True),
            c.day("accessed", N_("Dagen då vi läste det."), required=True),
            c.code("read", ReadExtent, N_("Hur mycket av det vi har läst."), required=True),
            c.code("availability", Availability, N_("Om det går att nå."), required=True),
            c.code("interest", Interest, N_("Källans eget intresse i saken."), required=True),
            c.text("interest_note", N_("Intresset i ord.")),
            c.text("note", N_("Vår anteckning om källan.")),
            c.PAGE,
        ),
        source_rows,
    ),
    Table(
        "corrections",
        N_("Rättelser: vad som stod, vad som står nu och varför."),
        (
            c.key(),
            c.to("record_id", "records", N_("Posten som är rättad. Tomt när den inte visas.")),
            c.to("statement_id", "statements", N_("Uppgiften som är rättad, när den har en egen rad.")),
            c.text("about", N_("Vad som är rättat, i ord."), required=True),
            c.day("published_on", N_("Dagen då rättelsen publicerades."), required=True),
            c.text("was", N_("Vad som stod.")),
            c.text("now", N_("Vad som står nu.")),
            c.text("why", N_("Varför.")),
            c.code("noticed_by", CorrectionNoticed, N_("Vem som upptäckte det."), required=True),
            c.flag("meaning_changed", N_("Falskt när bara språket är rättat.")),
            c.flag("withheld", N_("Sant när texterna inte visas, eftersom uppgiften inte visas.")),
            c.text("outcomes", N_("Hur ärendet står för dem som den rättade texten gäller. En rad för varje.")),
            c.text("replies", N_("Vad de som den rättade texten gäller har svarat, i sin helhet.")),
            c.PAGE,
        ),
        correction_rows,
    ),
    Table(
        "tombstones",
        N_("Det som har tagits bort, och varför."),
        (
            c.key(),
            c.text("kind", N_("Slag av post."), required=True),
            c.text("was", N_("Postens id. Tomt när den inte får nämnas.")),
            c.day("removed_on", N_("Dagen då den togs bort."), required=True),
            c.code("reason", TombstoneReason, N_("Varför den togs bort."), required=True),
            c.text("text", N_("Vad som hände, i ord."), required=True),
            c.address("redirect", N_("Sidan att läsa i stället.")),
            c.PAGE,
        ),
        tombstone_rows,
    ),
)
