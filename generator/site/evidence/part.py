"""What of the public dataset belongs to one case: the same rows, by the same rules."""

from __future__ import annotations

from functools import cached_property

from generator.records.models import Kind
from generator.records.reader import Document, Root
from generator.site.maker import Maker
from generator.site.tables import cases, sources, statements
from generator.site.tables.columns import Filled, Row, Table, fill
from generator.site.tables.facts import facts
from generator.site.tables.public import Public
from generator.site.views.cases import CaseView, case_view

# In the order of the files: what is said first.
_TABLES: tuple[Table, ...] = (*statements.TABLES[:4], *cases.TABLES[:3], sources.TABLES[0])


class CasePart(Public):
    """One case of what is public, and the sources that it cites. whole: what is public of everything."""

    def __init__(self, whole: Public, document: Document) -> None:
        super().__init__(whole.maker, whole.origin)
        self.maker: Maker = whole.maker
        self._whole = whole
        self.document = document
        self.view: CaseView = case_view(whole.maker, document)

    def of(self, kind: Kind) -> tuple[Document, ...]:
        """The case, and its sources; no other record has rows here."""
        if kind is Kind.CASES:
            return (self.document,)
        if kind is Kind.SOURCES:
            found = (self.maker.registry.documents.get(f"{Kind.SOURCES}/{name}") for name in sorted(self._cited))
            return tuple(document for document in found if document is not None and document.root is Root.PUBLIC)
        return ()

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys of all records of the dataset: a party may be named by an id that has its rows elsewhere."""
        return self._whole.keys

    @cached_property
    def cases(self) -> tuple[tuple[Document, CaseView], ...]:
        """The case."""
        return ((self.document, self.view),)

    @cached_property
    def _cited(self) -> frozenset[str]:
        """The ids of the sources of what is shown, and of those that are only links."""
        of_facts = (c for fact in self.once(facts) for c in (*fact.sources, *fact.reply_sources))
        against = (c for fact in self.once(facts) if fact.evidence and fact.evidence.counter for c in fact.evidence.counter.sources)
        # The view of a link has the address of the source's page, which ends with its id.
        only_linked = {citation.page.rstrip("/").rpartition("/")[2] for citation in self.view.unheard}
        return frozenset({citation.source for citation in (*of_facts, *against)} | only_linked)

    def tables(self) -> dict[str, Filled]:
        """The tables of the case, by name."""
        return {table.name: fill(table, self) for table in _TABLES}


def quoted(citations: Filled) -> Filled:
    """The rows of places in sources that have the words of the source, each with the outcome and the replies beside them."""
    rows: tuple[Row, ...] = tuple(row for row in citations.rows if row["quote"])
    return Filled(citations.table, rows)
