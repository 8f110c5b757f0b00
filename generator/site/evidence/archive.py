"""The archive with the evidence of a case: a page to read, the same as tables and JSON, the replies, and a manifest.

It is made from the rows of the dataset and the view of the case's page, so it says what they say. Nothing in it is packed, so that it is
the same bytes wherever it is made.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass

from generator.records.reader import Document
from generator.site import routes
from generator.site.evidence.offline import STYLE, offline_page, offline_template, readme, replies_text
from generator.site.evidence.part import CasePart, quoted
from generator.site.language import SWEDISH
from generator.site.maker import Maker
from generator.site.manifest import Manifest, describe, format_manifest
from generator.site.tables.about import CAVEATS, LICENCE_URL, LICENCE_WORDS
from generator.site.tables.archive import licence
from generator.site.tables.as_json import values
from generator.site.tables.columns import Filled
from generator.site.tables.dataset import Dataset, Version
from generator.site.tables.public import Public, plain_words
from generator.site.tables.schemas import release
from generator.site.tables.separated import csv_files

# The first day that the format can tell: no file of ours says when it was made.
_NO_TIME = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Bundle:
    """The archive of one case. url: without base path; there is one for all languages."""

    url: str
    content: bytes


class Bundles:
    """The archives of the cases that are public. What is public of everything is worked out once."""

    def __init__(self, maker: Maker) -> None:
        self._public = Public(maker, maker.origin)
        self._template = offline_template()
        latest = maker.registry.releases.latest
        self._commit = latest.commit if latest else ""
        self._released = Version.of(maker.registry)

    def of(self, document: Document) -> Bundle | None:
        """The archive of a case; None of one that is not public, also in a preview."""
        maker = self._public.maker
        if document.key not in self._public.keys:
            return None
        part = CasePart(self._public, document)
        files = self._files(part)
        described = {name: describe(name, content) for name, content in files.items()}
        listed = Manifest(maker.as_of.isoformat(), self._released.release if self._released else "", self._commit, described)
        url = routes.evidence(routes.record(document.kind, document.id) or "")
        return Bundle(url, _packed(document.id, {**files, "manifest.json": format_manifest(listed)}))

    def _files(self, part: CasePart) -> dict[str, bytes]:
        tables = part.tables()
        maker = part.maker
        data = Dataset(maker.as_of, part.origin, maker.base_path, (tables["statements"], tables["sources"], quoted(tables["citations"])), self._released)
        separated = {f"{_FILE_NAMES.get(file.table, file.table)}.csv": file.content for file in csv_files(data)}
        texts = {
            "README.txt": readme(part, data),
            "LICENSE.txt": licence(),
            "index.html": offline_page(self._template, part, tables["sources"]),
            "stil.css": STYLE,
            "case.json": _case_json(part, tables, data),
            "replies.txt": replies_text(part),
        }
        return {**separated, **{name: text.encode() for name, text in texts.items()}}


# What the table of places in sources is called when it has only those with a quotation.
_FILE_NAMES: Mapping[str, str] = {"citations": "quotes"}


def _case_json(part: CasePart, tables: Mapping[str, Filled], data: Dataset) -> str:
    """Everything in one document, with what must be known of it first."""
    rows = {name: [values(row) for row in table.rows] for name, table in tables.items()}
    corrections = (*part.view.corrections.recent, *part.view.corrections.earlier)
    told = {
        "as_of": data.as_of.isoformat(),
        "version": data.version,
        **release(data),
        "licence": LICENCE_URL,
        "licence_note": SWEDISH.t(LICENCE_WORDS),
        "caveats": [SWEDISH.t(caveat) for caveat in CAVEATS],
        "case": rows["cases"][0],
        "parties": rows["case_parties"],
        "statements": rows["statements"],
        "citations": rows["citations"],
        "statement_parties": rows["statement_parties"],
        "speakers": rows["statement_speakers"],
        "places": rows["case_places"],
        "sources": rows["sources"],
        "corrections": [
            {
                "id": view.anchor,
                "urn": view.urn,
                "about": view.target.text,
                "published_on": view.published_iso,
                "was": plain_words(view.was),
                "now": plain_words(view.now),
                "why": plain_words(view.why),
                "noticed_by": view.noticed_by,
            }
            for view in corrections
            if not view.withheld
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _packed(case_id: str, files: Mapping[str, bytes]) -> bytes:
    """The files in a folder of their own, in order, without times and as they are."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        for name, content in sorted(files.items()):
            member = zipfile.ZipInfo(f"underlag-{case_id}/{name}", _NO_TIME)
            member.create_system = 3  # the same mark on every system
            member.external_attr = 0o644 << 16
            archive.writestr(member, content)
    return made.getvalue()
