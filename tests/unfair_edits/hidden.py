"""Claims that stand where nobody looks: the publisher of a source, the place in it, an id, a name, a quotation (1, 7 and 22)."""

from unfair_edits.edit import Edit, added, corrected, replaced

_CASE = "providers/cases/fabeljobb-2025.yaml"
_SOURCE = "providers/sources/exempelbladet-2025-fabeljobb.yaml"
_OTHER_CASE = """
type: media_report
date: 2025-02-11
parties:
  - provider: fabeljobb
    procedure: unknown
    outcome: unknown
    reply:
      state: unknown
statements:
  - id: kalla
    kind: allegation
    grade: C
    sources:
      - source: exempelbladet-2025-fabeljobb
        locator: artikelns början
    counter:
      searched_on: 2026-11-20
    checked_on: 2026-11-20
"""
_ID = "providers/cases/fabeljobb-samma-forelasning.yaml"
_YEAR = "providers/cases/fabeljobb-2025-02.yaml"
_CORRECTED = corrected("sources/exempelbladet-2025-fabeljobb", was="Läst.", now="Läst, rättad.", why="Vi läste fel rad.")

EDITS = (
    Edit(
        name="the-publisher-who-has-shown-it",
        tries="The publisher of an article that is only a link is called by its name and by what it has shown.",
        invariant=1,
        code="I01f",
        unfair=(replaced(_SOURCE, "publisher: Exempelbladet\n", "publisher: Exempelbladet, som har visat att alla möten var lika\n"),),
        instead="Its name, and the name of its site.",
        mended=(replaced(_SOURCE, "publisher: Exempelbladet\n", "publisher: Exempelbladet\ncontainer_title: Exempelbladet Ekonomi\n"),),
    ),
    Edit(
        name="the-publisher-of-no-record",
        tries="No record says who the publisher is, so that its name may be anything.",
        invariant=7,
        code="I07b",
        unfair=(
            replaced(_SOURCE, "publisher: Exempelbladet\npublisher_body: exempelbladet\n", "publisher: Lokalbladet, som har visat att alla möten var lika\n"),
        ),
        instead="Its name.",
        mended=(replaced(_SOURCE, "publisher: Exempelbladet\npublisher_body: exempelbladet\n", "publisher: Exempelbladet\n"), _CORRECTED),
    ),
    Edit(
        name="the-interest-that-tells-it",
        tries="Why the paper is not neutral becomes what it wrote about a company that has not been heard.",
        invariant=7,
        code="I07b",
        unfair=(
            replaced(
                _SOURCE,
                "availability: paywalled\n",
                "availability: paywalled\ninterest: union\ninterest_note: Tidningen företräder deltagare som fick samma föreläsning fyra gånger.\n",
            ),
        ),
        instead="Who owns it.",
        mended=(
            replaced(_SOURCE, "availability: paywalled\n", "availability: paywalled\ninterest: union\ninterest_note: Tidningen ägs av ett fackförbund.\n"),
            _CORRECTED,
        ),
    ),
    Edit(
        name="the-address-that-is-withheld-for-what-it-says",
        tries="The address is not shown, but what it says is.",
        invariant=7,
        code="I07b",
        unfair=(
            replaced(
                _SOURCE, "url: https://www.exempelbladet.example/nya-fragor\n", "url_withheld: Adressen säger att samma föreläsning visades fyra gånger.\n"
            ),
        ),
        instead="That it is a claim.",
        mended=(replaced(_SOURCE, "url: https://www.exempelbladet.example/nya-fragor\n", "url_withheld: Adressen innehåller ett påstående.\n"),),
    ),
    Edit(
        name="the-short-place-that-says-it",
        tries="The place in the article is short enough, and says what stands there.",
        invariant=7,
        code="I07b",
        unfair=(replaced(_CASE, "locator: artikelns början", "locator: där samma föreläsning visas fyra gånger"),),
        instead="The place.",
        mended=(replaced(_CASE, "locator: artikelns början", "locator: artikelns andra stycke"),),
    ),
    Edit(
        name="the-id-that-says-it",
        tries="The case has no name, but its file does.",
        invariant=7,
        code="I07b",
        unfair=(added(_ID, _OTHER_CASE),),
        instead="The company and the month.",
        mended=(added(_YEAR, _OTHER_CASE),),
    ),
    Edit(
        name="the-outcome-of-a-link",
        tries="The case is only a link, but its outcome says how it ended.",
        invariant=7,
        code="I07b",
        unfair=(
            replaced(
                _CASE,
                "\n    procedure: unknown\n    outcome: unknown\n",
                """
    procedure: closed
    outcome: deficiencies_found
    outcome_sources:
      - source: exempelbladet-2025-fabeljobb
        locator: sista stycket
""",
            ),
        ),
        instead="That the case is closed, and that the outcome is not known.",
        mended=(replaced(_CASE, "    procedure: unknown\n", "    procedure: closed\n"),),
    ),
)
