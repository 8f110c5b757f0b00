"""What a page says of itself to programs that show a link to it: title, words, picture, and what can be embedded.

The words are those of the page. A case is never named without how it stands for those that it is about.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.records.models import Kind
from generator.records.reader import Document
from generator.site import routes
from generator.site.evidence.archive import Bundle
from generator.site.language import N_, plain
from generator.site.maker import Maker
from generator.site.pictures.link_picture import LinkPicture
from generator.site.tables.facts import NO_CRITICISM
from generator.site.views.cases import CaseView
from generator.site.views.data import size_words
from generator.site.views.parties import UNDETERMINED, PartyView
from generator.site.views.profiles import ProfileView
from generator.site.views.summary import PartOfSummary

# On a picture with too little room for the words of the page.
CASE_ELSEWHERE = N_("Vad som kom fram för var och en, och vad de svarar, står på sidan.")
PROVIDER_ELSEWHERE = N_("Namnet och läget står på sidan.")


@dataclass(frozen=True, slots=True)
class Embedding:
    """How other sites embed a page. card: the address of what they show. oembed: of what programs read. snippet: the HTML that people copy.

    whole: the address in the snippet has the host.
    """

    card: str
    oembed: str
    snippet: str
    whole: bool


@dataclass(frozen=True, slots=True)
class EvidenceFile:
    """The evidence of a case as one file. size: in words."""

    url: str
    size: str


@dataclass(frozen=True, slots=True)
class Shared:
    """What a page says of itself. url, image: whole addresses; image is empty where the host is not known. kind: as Open Graph has it.

    line: the state in one sentence, which also stands in the picture. day: that it is of.
    """

    title: str
    line: str
    day: str
    url: str
    image: str
    kind: str
    embedding: Embedding | None = None
    evidence: EvidenceFile | None = None

    @property
    def description(self) -> str:
        """The words under the title."""
        return f"{self.line} {self.day}"


def shared_profile(maker: Maker, document: Document, view: ProfileView, embedding: Embedding) -> Shared:
    """What a provider's page says of itself: the state of its labels, by the words of the first screen.

    That we have not looked says nothing of the provider, so it is told as ours.
    """
    labels = view.first.labels
    unknown = any(state.code == "not_checked" for state in labels.states)
    line = plain(labels.sentence) if unknown else f"{maker.words.t('Märkning')}: {states_in_words(labels)}."
    return _shared(maker, document, view.name, line, "website", embedding)


def shared_case(maker: Maker, document: Document, view: CaseView, bundle: Bundle) -> Shared:
    """What the page of a case says of itself: how it stands for each party, and whether the party has answered."""
    evidence = EvidenceFile(f"{maker.base_path}{bundle.url}", size_words(maker.words, len(bundle.content)))
    line = " ".join(_party_line(maker, party) for party in view.parties)
    return _shared(maker, document, maker.words.t("Ärende: {title}", title=view.title), line, "article", evidence=evidence)


def _party_line(maker: Maker, party: PartyView) -> str:
    words = maker.words
    if not party.criticised:
        return f"{party.name.text}: {words.t(NO_CRITICISM)}"
    told = words.t("{name}: {state}.", name=party.name.text, state=party.outcome)
    late = words.t(UNDETERMINED) if party.undetermined else ""
    return words.sentences([told, late, words.t("Svar: {reply}.", reply=party.reply.state)])


def picture(maker: Maker, document: Document, shared: Shared) -> LinkPicture:
    """What is drawn for a page, of the same words."""
    case = document.kind is Kind.CASES
    instead = maker.kind_word(document.kind), maker.words.t(CASE_ELSEWHERE if case else PROVIDER_ELSEWHERE)
    return LinkPicture(routes.picture(routes.record(document.kind, document.id) or ""), shared.title, shared.line, shared.day, instead)


def _shared(
    maker: Maker, document: Document, title: str, line: str, kind: str, embedding: Embedding | None = None, evidence: EvidenceFile | None = None
) -> Shared:
    url = routes.record(document.kind, document.id) or ""
    image = f"{maker.origin}{maker.base_path}{routes.picture(url)}" if maker.origin and not maker.preview else ""
    day = maker.words.t("Uppgifterna gäller {day}.", day=maker.words.on_day(maker.as_of))
    return Shared(title, line, day, f"{maker.origin}{maker.href(url)}", image, kind, embedding, evidence)


def states_in_words(part: PartOfSummary) -> str:
    """The states of a part of the first screen on one line, with how many have each where that is counted."""
    return ", ".join(f"{state.text} ({state.count})" if state.count > 1 else state.text for state in part.states)
