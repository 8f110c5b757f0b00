"""The parts that several views have in common: a link, a place in a source, a statement, a figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class LinkView:
    """A name and where it leads. `url` is None for what has no page of its own.

    lang: the language of the text where it is not that of the page. proper: among words of another language, a name that nobody translates.
    unheard: of a source that names a provider which has not been heard, as `sources/id`: its headline does not stand alone.
    """

    text: str
    url: str | None = None
    note: str = ""
    lang: str = ""
    proper: bool = False
    unheard: str = ""

    @property
    def marked(self) -> str:
        """The text as it stands without a link."""
        if not self.lang and not self.proper:
            return self.text
        return Markup("<span{}>{}</span>").format(self.marks, self.text)

    @property
    def marks(self) -> Markup:
        """The attributes of the element that holds the text."""
        return Markup(' lang="{}"').format(self.lang) if self.lang else Markup(' translate="no"') if self.proper else Markup()


@dataclass(frozen=True, slots=True)
class ContactView:
    """A declared way to reach an organisation. url: what a telephone or a mail program opens."""

    label: str
    value: str
    url: str


@dataclass(frozen=True, slots=True)
class CitationView:
    """A place in a source, with all a reader needs to judge it. gone: nobody can read it any more. archived_on: the day of the copy, ISO.

    language: of the title and the quotation, where it is not that of the page. mark: which citation of which statement it is, in a case.
    unheard: as a link has it.
    """

    title: str
    publisher: str
    issued: str
    page: str
    url: str | None
    url_reason: str
    archive: str | None
    archived_on: str
    locator: str
    quote: str
    interest: str
    cautions: tuple[str, ...]
    gone: bool
    language: str
    mark: str = ""
    unheard: str = ""


@dataclass(frozen=True, slots=True)
class CounterView:
    """What speaks against a statement: a text with its sources, or the day nothing was found."""

    html: Markup
    citations: tuple[CitationView, ...]
    searched_on: str


@dataclass(frozen=True, slots=True)
class ReplyPointer:
    """Beside a claim: where the answer to it stands on the page. `key`: `cases/<case>/<party>`; `name`: empty for a party without a name."""

    key: str
    name: str
    state: str
    url: str


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """One statement as a reader sees it.

    key: `cases/<case>#<statement>` of a statement in a case, else empty. lead: who says it, with the
    verb of its grade. basis: what carries it. graded: it has a grade, which a reader meets first. gone: nobody can read any of its sources any more.
    replies: the answers of those it is against. held: why it is not public (previews only).
    corrected: when it was corrected, with links to the corrections, the latest first.
    cite: where there are ready texts to cite it with; empty for what is not public.
    """

    anchor: str
    key: str
    kind: str
    kind_code: str
    lead: str
    html: Markup
    when: str
    basis: str
    graded: bool
    confidence: str
    confidence_note: str
    checked_on: str
    citations: tuple[CitationView, ...]
    gone: bool
    counter: CounterView | None
    would_change: str
    replies: tuple[ReplyPointer, ...] = ()
    held: str = ""
    corrected: tuple[LinkView, ...] = ()
    cite: str = ""


@dataclass(frozen=True, slots=True)
class FigureView:
    """A number with what it counts, of what, when and by whose account. cite: as a statement has it."""

    anchor: str
    metric: str
    what: str
    amount: str
    of: str
    period: str
    caveat: Markup
    confidence: str
    confidence_note: str
    citations: tuple[CitationView, ...]
    cite: str = ""


@dataclass(frozen=True, slots=True)
class Caution:
    """What has to be known of numbers that stand in a list beside a picture. when: of which of them; empty when it holds for all.

    confidence: how sure they are, with the note that says why; both empty when they are.
    """

    when: str
    caveat: Markup
    confidence: str
    note: str


def cautions(told: Sequence[tuple[str, Markup, str, str]]) -> tuple[Caution, ...]:
    """What has to be known of numbers, given as (when, caveat, confidence, note): once for those that share it, with their times."""
    times: dict[tuple[Markup, str, str], list[str]] = {}
    for when, caveat, confidence, note in told:
        times.setdefault((caveat, confidence, note), []).append(when)
    return tuple(Caution("" if len(times) == 1 else ", ".join(whens), *key) for key, whens in times.items() if any(key))
