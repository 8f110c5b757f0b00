"""The dataset: every table in one visible place, and all of them with their rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.site.maker import Maker
from generator.site.tables import cases, providers, records, sources, statements, systems
from generator.site.tables.columns import Filled, Table, fill
from generator.site.tables.public import Public

# In the order that readers meet them: what is said first.
TABLES: tuple[Table, ...] = (*statements.TABLES, *cases.TABLES, *providers.TABLES, *systems.TABLES, *sources.TABLES, *records.TABLES)


@dataclass(frozen=True)
class Dataset:
    """All that is public on one day. origin: scheme and host of the site, empty when they are not known; base_path: what stands before its addresses."""

    as_of: date
    origin: str
    base_path: str
    filled: tuple[Filled, ...]

    @cached_property
    def tables(self) -> Mapping[str, Filled]:
        """The tables by name."""
        return {filled.table.name: filled for filled in self.filled}


def dataset(maker: Maker, origin: str = "") -> Dataset:
    """The dataset of a site. Of a preview it is what would be public."""
    public = Public(maker, origin)
    return Dataset(maker.as_of, origin, maker.base_path, tuple(fill(table, public) for table in TABLES))
