"""The systems: schemes, transition funds and programmes, one page each and all of them side by side.

Each answers the fixed list of questions. A scheme that is part of a common one falls back to the
common answer and says so; a question without an answer says that the sources we read do not show it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from markupsafe import Markup

from generator.records.models import Kind
from generator.records.models.systems import BoardFigure, Body, Channel, Programme, Scheme
from generator.records.reader import Document
from generator.records.vocabulary import BodyKind, ChannelStep, Question, Unit
from generator.site.maker import Maker
from generator.site.parts import CitationView, ContactView, EvidenceView, FigureView, LinkView
from generator.site.views.bought import BoughtView, contracts_bought
from generator.site.views.cases import CaseCard, case_card, published_cases
from generator.site.views.corrections import PageCorrections, record_corrections
from generator.site.views.decision_pictures import DecisionPicture, decision_pictures
from generator.site.views.figure_pictures import FigurePictures, figure_pictures


@dataclass(frozen=True, slots=True)
class AnswerView:
    """One system's answer to one question. `evidence` is None when no source we read answers. `common`: the scheme it is taken from."""

    anchor: str
    question: str
    explanation: str
    evidence: EvidenceView | None
    common: LinkView | None


@dataclass(frozen=True, slots=True)
class CriterionView:
    """One thing that a scheme asks for."""

    anchor: str
    html: Markup
    confidence: str
    confidence_note: str
    citations: tuple[CitationView, ...]


@dataclass(frozen=True, slots=True)
class BoardDecisionView:
    """What a board reported: counts by kind, in words."""

    anchor: str
    when: str
    snapshot: bool
    figures: tuple[str, ...]
    html: Markup
    caveat: Markup
    confidence_note: str
    citations: tuple[CitationView, ...]


@dataclass(frozen=True, slots=True)
class DemandView:
    """Something a participant may ask for."""

    anchor: str
    name: str
    evidence: EvidenceView


@dataclass(frozen=True, slots=True)
class ChannelView:
    """A way to complain. ask_next: what can be asked for after that; None when no source that we have read shows it."""

    anchor: str
    step: ChannelStep
    name: str
    who: str
    what_happens: EvidenceView
    ask_next: EvidenceView | None
    weaknesses: tuple[EvidenceView, ...]
    body: LinkView
    contact: tuple[ContactView, ...]
    website: str
    order: int


@dataclass(frozen=True, slots=True)
class SystemView:
    """The page of a scheme, programme or body. Lists that the kind does not have are empty."""

    kind: str
    name: str
    short_name: str
    url: str
    type: str
    summary: Markup
    facts: tuple[tuple[str, tuple[LinkView, ...]], ...]
    website: str
    contact: tuple[ContactView, ...]
    citations: tuple[CitationView, ...]
    checked_on: str
    answers: tuple[AnswerView, ...]
    criteria: tuple[CriterionView, ...]
    common_criteria: tuple[LinkView, tuple[CriterionView, ...]] | None
    does_not_say: tuple[EvidenceView, ...]
    interests: tuple[EvidenceView, ...]
    board_decisions: tuple[BoardDecisionView, ...]
    decision_pictures: tuple[DecisionPicture, ...]
    statements: tuple[EvidenceView, ...]
    figures: tuple[FigureView, ...]
    figure_pictures: FigurePictures
    demands: tuple[DemandView, ...]
    channels: tuple[ChannelView, ...]
    said_elsewhere: tuple[tuple[LinkView, EvidenceView], ...]
    cases: tuple[CaseCard, ...]
    contracts: tuple[BoughtView, ...]
    providers: tuple[LinkView, ...]
    related: tuple[tuple[str, tuple[LinkView, ...]], ...]
    corrections: PageCorrections


def scheme_view(maker: Maker, document: Document) -> SystemView:
    """The page of a scheme."""
    scheme: Scheme = document.record
    words, t = maker.words, maker.words.t
    facts = [
        (t("Ges av"), (maker.link(Kind.BODIES, scheme.issuer),)),
        (t("Prövas av"), (maker.link(Kind.BODIES, scheme.board),) if scheme.board else ()),
        (t("Del av"), (maker.link(Kind.SCHEMES, scheme.part_of),) if scheme.part_of else ()),
        (t("Finns sedan"), _plain(words.day(scheme.since))),
        (t("Fanns till"), _plain(words.day(scheme.until))),
        (t("Gäller högst"), _plain(t("{months} månader i taget", months=scheme.validity_months) if scheme.validity_months else "")),
        (t("Register"), _register(maker, scheme)),
        (t("Kallas också"), _own(maker, ", ".join(scheme.aliases))),
    ]
    children = [d.id for d in maker.registry.of(Kind.SCHEMES) if d.record.part_of == document.id]
    return _system(
        maker,
        document,
        type_=words.label(scheme.kind),
        facts=facts,
        answers=answers_of(maker, document),
        criteria=_criteria(maker, scheme),
        common_criteria=_common_criteria(maker, scheme),
        does_not_say=tuple(maker.evidence(s) for s in scheme.does_not_say),
        interests=tuple(maker.evidence(s) for s in scheme.interests),
        board_decisions=_board_decisions(maker, scheme),
        decision_pictures=decision_pictures(maker, document),
        providers=maker.links(Kind.PROFILES, _linked(maker, document, Kind.PROFILES, "accreditations")),
        related=((t("Märkningar som bygger på den här"), maker.links(Kind.SCHEMES, children)),),
    )


def programme_view(maker: Maker, document: Document) -> SystemView:
    """The page of a programme."""
    programme: Programme = document.record
    words, t = maker.words, maker.words.t
    years = words.span(programme.from_, programme.to)
    form = words.label(programme.form)
    facts = [
        (t("Beställare"), (maker.link(Kind.BODIES, programme.buyer),)),
        (t("Form"), _plain(form)),
        (t("Tid"), _plain(t("{period} (uppskattat)", period=years) if years and programme.dates_estimated else years)),
        (t("Ersattes av"), (maker.link(Kind.PROGRAMMES, programme.replaced_by),) if programme.replaced_by else ()),
        (t("Kallas också"), _own(maker, ", ".join(n for n in (programme.short_name, *programme.aliases) if n))),
    ]
    before = [d.id for d in maker.registry.of(Kind.PROGRAMMES) if d.record.replaced_by == document.id]
    return _system(
        maker,
        document,
        type_=t("upphandlad tjänst") if programme.form.value in ("lou", "lov", "unknown") else form,
        facts=facts,
        answers=answers_of(maker, document),
        demands=tuple(DemandView(d.id, d.name, maker.evidence(d)) for d in programme.demands),
        cases=tuple(case_card(maker, d) for d in published_cases(maker) if d.record.programme == document.id),
        contracts=contracts_bought(maker, document),
        providers=maker.links(Kind.PROFILES, _linked(maker, document, Kind.PROFILES, "contracts")),
        related=((t("Ersatte"), maker.links(Kind.PROGRAMMES, before)),),
    )


def body_view(maker: Maker, document: Document) -> SystemView:
    """The page of an organisation. A transition fund answers every question; another body only those it has an answer to."""
    body: Body = document.record
    words, t = maker.words, maker.words.t
    facts = [
        (t("Slag"), _plain(words.label(body.kind))),
        (t("Bildad"), _plain(words.day(body.founded))),
        (t("Parter"), _own(maker, ", ".join(body.parties))),
        (t("Omfattar"), _own(maker, body.covers or "")),
        (t("Kallas också"), _own(maker, ", ".join(n for n in (body.short_name, *body.aliases) if n))),
        (t("Tidigare namn"), _own(maker, ", ".join(body.former_names))),
    ]
    answers = answers_of(maker, document)
    registry = maker.registry
    issued = [d.id for d in registry.of(Kind.SCHEMES) if document.id in (d.record.issuer, d.record.board)]
    bought = [d.id for d in registry.of(Kind.PROGRAMMES) if d.record.buyer == document.id]
    published = [d.id for d in registry.of(Kind.SOURCES) if d.record.publisher_body == document.id]
    return _system(
        maker,
        document,
        type_=words.label(body.kind),
        facts=facts,
        answers=answers if is_system(document) else tuple(a for a in answers if a.evidence),
        channels=channels_of(maker, document),
        said_elsewhere=_said_elsewhere(maker, document),
        cases=tuple(case_card(maker, d) for d in published_cases(maker) if d.record.buyer == document.id),
        contracts=contracts_bought(maker, document),
        providers=maker.links(Kind.PROFILES, _linked(maker, document, Kind.PROFILES, "contracts", "relations")),
        related=(
            (t("Märkningar"), maker.links(Kind.SCHEMES, issued)),
            (words.form(len(bought), "Program", "Program"), maker.links(Kind.PROGRAMMES, bought)),
            (t("Källor från {name}", name=words.own(body.short_name or body.name)), maker.links(Kind.SOURCES, published)),
        ),
    )


def is_system(document: Document) -> bool:
    """True for what the comparison of the systems has a place for."""
    return document.kind in (Kind.SCHEMES, Kind.PROGRAMMES) or (document.kind is Kind.BODIES and document.record.kind is BodyKind.TRANSITION_FUND)


def answers_of(maker: Maker, document: Document) -> tuple[AnswerView, ...]:
    """The answers to every question, in the fixed order."""
    common = maker.registry.documents.get(f"{Kind.SCHEMES}/{getattr(document.record, 'part_of', None)}")
    answers = []
    for question in Question:
        own = document.record.answers.get(question)
        shared = common.record.answers.get(question) if common and own is None else None
        given = own or shared
        view = maker.evidence(given, question.anchor) if given else None
        source = maker.link(Kind.SCHEMES, common.id) if shared and common else None
        answers.append(AnswerView(question.anchor, maker.words.label(question), maker.words.definition(question), view, source))
    return tuple(answers)


def channels_of(maker: Maker, document: Document) -> tuple[ChannelView, ...]:
    """The ways to complain to one body."""
    channels: tuple[Channel, ...] = document.record.channels
    body = maker.link(Kind.BODIES, document.id)
    contact, website = maker.contact_rows(document.record.contact), document.record.website or ""
    return tuple(
        ChannelView(
            anchor=c.id,
            step=c.step,
            name=c.name,
            who=c.who,
            what_happens=maker.evidence(c.what_happens),
            ask_next=maker.evidence(c.ask_next) if c.ask_next else None,
            weaknesses=tuple(maker.evidence(w) for w in c.weaknesses),
            body=body,
            contact=contact,
            website=website,
            order=c.order,
        )
        for c in sorted(channels, key=lambda c: (c.order, c.id))
    )


def _system(maker: Maker, document: Document, *, type_: str, facts: list[tuple[str, tuple[LinkView, ...]]], **lists: object) -> SystemView:
    record = document.record
    view: dict[str, object] = {
        "kind": document.kind.value,
        "name": record.name,
        "short_name": getattr(record, "short_name", None) or record.name,
        "url": maker.url(document.key) or "",
        "type": type_,
        "summary": maker.summary(record),
        "facts": tuple((label, links) for label, links in facts if links),
        "website": getattr(record, "website", None) or "",
        "contact": maker.contact_rows(getattr(record, "contact", None)),
        "citations": maker.citations(record.sources),
        "checked_on": maker.words.on_day(record.checked_on),
        "corrections": record_corrections(maker, document),
        "statements": tuple(maker.evidence(s) for s in record.statements),
        "figures": tuple(maker.figure(f) for f in sorted(record.figures, key=lambda f: (f.metric, f.from_.earliest, f.id))),
        "figure_pictures": figure_pictures(maker, record.name, record.figures),
        "answers": (), "criteria": (), "common_criteria": None, "does_not_say": (), "interests": (), "board_decisions": (), "decision_pictures": (),
        "demands": (), "channels": (), "said_elsewhere": (), "cases": (), "contracts": (), "providers": (), "related": (),
    }  # fmt: skip
    view.update(lists)
    related = tuple((label, links) for label, links in view["related"] if links)  # type: ignore[attr-defined]
    return SystemView(**{**view, "related": related})  # type: ignore[arg-type]


def _plain(text: str) -> tuple[LinkView, ...]:
    return (LinkView(text),) if text else ()


def _own(maker: Maker, text: str) -> tuple[LinkView, ...]:
    """A text of the record itself."""
    return (LinkView(text, lang=maker.words.records),) if text else ()


def _register(maker: Maker, scheme: Scheme) -> tuple[LinkView, ...]:
    """The register of those who have a label, with its address, where the record knows one of them."""
    if scheme.register_name:
        return (LinkView(scheme.register_name, scheme.register_url, lang=maker.words.records),)
    return (LinkView(maker.words.t("register"), scheme.register_url),) if scheme.register_url else ()


def _criteria(maker: Maker, scheme: Scheme) -> tuple[CriterionView, ...]:
    return tuple(
        CriterionView(
            c.id, maker.html(c.text), maker.words.label(c.confidence) if c.confidence_note else "", c.confidence_note or "", maker.citations(c.sources)
        )
        for c in scheme.criteria
    )


def _common_criteria(maker: Maker, scheme: Scheme) -> tuple[LinkView, tuple[CriterionView, ...]] | None:
    if scheme.part_of is None:
        return None
    common: Scheme = maker.registry.record(Kind.SCHEMES, scheme.part_of)
    return maker.link(Kind.SCHEMES, scheme.part_of), _criteria(maker, common)


def _board_decisions(maker: Maker, scheme: Scheme) -> tuple[BoardDecisionView, ...]:
    return tuple(
        BoardDecisionView(
            anchor=d.id,
            when=maker.words.day(d.date),
            snapshot=d.snapshot,
            figures=tuple(_board_figure(maker, f) for f in d.figures),
            html=maker.html(d.text),
            caveat=maker.html(d.caveat),
            confidence_note=d.confidence_note or "",
            citations=maker.citations(d.sources),
        )
        for d in sorted(scheme.board_decisions, key=lambda d: (d.date.earliest, d.id))
    )


def _board_figure(maker: Maker, figure: BoardFigure) -> str:
    """`cirka 450 medlemmar`, and of which label where the decision was about several."""
    words = maker.words
    amount, what = words.amount(Decimal(figure.value), Unit.COUNT, figure.qualifier), words.label(figure.what)
    if not figure.scheme:
        return words.t("{amount} {what}", amount=amount, what=what)
    return words.t("{amount} {what} ({scheme})", amount=amount, what=what, scheme=maker.link(Kind.SCHEMES, figure.scheme).marked)


def _linked(maker: Maker, document: Document, kind: Kind, *fields: str) -> list[str]:
    """Ids of the records of `kind` that refer to this one in one of the fields."""
    links = maker.registry.backlinks.get(document.key, ())
    return sorted({link.document.id for link in links if link.document.kind is kind and link.path[0] in fields})


def _said_elsewhere(maker: Maker, document: Document) -> tuple[tuple[LinkView, EvidenceView], ...]:
    """What this body says in other records: its findings about programmes, schemes and funds."""
    found = []
    for link in maker.registry.backlinks.get(document.key, ()):
        if link.document.kind is Kind.CASES or link.path[0] != "statements" or "by" not in link.path or link.document.key == document.key:
            continue
        statement = link.document.record.statements[int(link.path[1])]
        target = maker.link(link.document.kind, link.document.id)
        found.append((replace(target, url=f"{target.url}#{statement.id}"), maker.evidence(statement)))
    return tuple(found)
