"""The dataset: every table in one visible place, and all of them with their rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.registry.registry import Registry
from generator.registry.releases import manifest_hash
from generator.site.maker import Maker
from generator.site.tables import cases, providers, records, sources, statements, systems
from generator.site.tables.columns import Filled, Table, fill
from generator.site.tables.public import Public

# In the order that readers meet them: what is said first.
TABLES: tuple[Table, ...] = (*statements.TABLES, *cases.TABLES, *providers.TABLES, *systems.TABLES, *sources.TABLES, *records.TABLES)


@dataclass(frozen=True, slots=True)
class Version:
    """The release that the site is of. hash: SHA-256 of its manifest, as the foot of every page has the beginning of it."""

    release: str
    day: date
    hash: str

    @classmethod
    def of(cls, registry: Registry) -> Version | None:
        """The latest release of a registry; None before the first one."""
        latest = registry.releases.latest
        return cls(latest.id, latest.day, manifest_hash(latest)) if latest else None


@dataclass(frozen=True, slots=True)
class Dataset:
    """All that is public on one day. origin: scheme and host of the site, empty when they are not known; base_path: what stands before its addresses.

    released: the latest release, None before the first one.
    """

    as_of: date
    origin: str
    base_path: str
    filled: tuple[Filled, ...]
    released: Version | None = None

    @property
    def tables(self) -> Mapping[str, Filled]:
        """The tables by name."""
        return {filled.table.name: filled for filled in self.filled}

    @property
    def version(self) -> str:
        """The release; with the day after a plus sign when that is another, since states change with the day. Before the first release the day alone."""
        day = self.as_of.isoformat()
        if self.released is None:
            return day
        return self.released.release if self.released.day == self.as_of else f"{self.released.release}+{day}"


def dataset(maker: Maker, origin: str = "") -> Dataset:
    """The dataset of a site. Of a preview it is what would be public."""
    public = Public(maker, origin)
    return Dataset(maker.as_of, origin, maker.base_path, tuple(fill(table, public) for table in TABLES), Version.of(maker.registry))
