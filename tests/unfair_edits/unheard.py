"""What is told beside the case about a company that has not been heard: at its source, and in a correction."""

from unfair_edits.edit import Edit, added, but, replaced

_LINK_ONLY_SOURCE = "providers/sources/exempelbladet-2025-fabeljobb.yaml"
_NEWS = """
type: article-newspaper
title: Mer om Fabeljobb
publisher: Exempelbladet
publisher_body: exempelbladet
issued: 2026-02-11
url: https://www.exempelbladet.example/mer-om-fabeljobb
accessed: 2026-11-02
read: full
"""
_ONLY_A_LINK = """
type: media_report
date: 2026-02-11
parties:
  - provider: fabeljobb
    procedure: unknown
    outcome: unknown
    reply:
      state: not_asked
statements:
  - id: kalla
    kind: allegation
    grade: C
    sources:
      - source: exempelbladet-2026-fabeljobb
        locator: hela artikeln
    counter:
      searched_on: 2026-11-20
    checked_on: 2026-11-20
"""

EDITS = (
    # I07b: a source that carries only links has no note and no title of ours.
    Edit(
        name="the-title-that-we-gave-it",
        tries="The company has not been heard, but the article has no title, so that ours says what stands in it.",
        invariant=7,
        code="I07b",
        where="providers/sources/exempelbladet-2026-fabeljobb.yaml",
        unfair=(
            added(
                "providers/sources/exempelbladet-2026-fabeljobb.yaml",
                but(_NEWS, "title: Mer om Fabeljobb\n", "title: Fabeljobb Exempel visade samma föreläsning fyra gånger\ntitle_reconstructed: true\n"),
            ),
            added("providers/cases/fabeljobb-2026.yaml", _ONLY_A_LINK),
        ),
        instead="The article's own title.",
        mended=(added("providers/sources/exempelbladet-2026-fabeljobb.yaml", _NEWS), added("providers/cases/fabeljobb-2026.yaml", _ONLY_A_LINK)),
    ),
    Edit(
        name="the-note-that-says-it",
        tries="A note on the page of the source tells what the article says about a company that has not been heard.",
        invariant=7,
        code="I07b",
        where=_LINK_ONLY_SOURCE,
        unfair=(
            replaced(
                _LINK_ONLY_SOURCE,
                """
                availability: paywalled
                """,
                """
                availability: paywalled
                note: Artikeln säger att samma föreläsning visades fyra gånger.
                """,
            ),
        ),
        instead="Whether the address works, and no more.",
        mended=(replaced(_LINK_ONLY_SOURCE, "availability: paywalled\n", "availability: moved\n"),),
    ),
    Edit(
        name="the-correction-that-says-it",
        tries="A correction of a case that is only a link tells what the case was said to be about.",
        invariant=7,
        code="I07b",
        where="providers/corrections/2026-11-fabeljobb.yaml",
        unfair=(
            added(
                "providers/corrections/2026-11-fabeljobb.yaml",
                """
                target: cases/fabeljobb-2025
                published_on: 2026-11-21
                was: Samma föreläsning visades tre gånger.
                now: Samma föreläsning visades fyra gånger.
                why: Vi räknade fel.
                noticed_by: editor
                """,
            ),
        ),
        instead="A correction of the page that has words, about a case that is shown.",
        mended=(
            replaced("providers/cases/vite-2024.yaml", "Företaget skulle betala 20 000 kronor", "Företaget skulle betala 25 000 kronor"),
            added(
                "providers/corrections/2026-11-fabeljobb.yaml",
                """
                target: cases/vite-2024
                published_on: 2026-11-21
                was: Företaget skulle betala 20 000 kronor.
                now: Företaget skulle betala 25 000 kronor.
                why: Vi läste fel rad.
                noticed_by: editor
                """,
            ),
        ),
    ),
)
