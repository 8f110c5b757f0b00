"""Claims that stand where nobody looks: the publisher of a source, the place in it, an id, a name, a quotation (1, 7 and 22)."""

from unfair_edits.edit import Edit, added, but, corrected, replaced

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
_PROFILE = "providers/profiles/exempel-ab.yaml"
_SEARCH = """
  - id: sokning-2
    register: {}
    query: Exempel Jobb
    on: 2026-11-03
    result: found
relations:
"""
_EVENT_FILE = "providers/cases/flytt-2026.yaml"
_EVENT = """
name: 3 Påhitt Jobb i Umeå 2026
type: good_example
date: 2026-09-01
parties:
  - provider: 3-pahitt-jobb
    procedure: closed
    outcome: unknown
    reply:
      state: not_applicable
statements:
  - id: flytten
    kind: context
    grade: C
    text: Företaget flyttade till Umeå.
    by: [exempelbladet]
    sources:
      - source: exempelbladet-2026-gott-exempel
        locator: andra stycket
    checked_on: 2026-11-20
"""

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
    Edit(
        name="the-quotation-at-a-service",
        tries="The source of a service is quoted on what it says of the head of the company.",
        invariant=7,
        code="I07w",
        unfair=(
            replaced(
                _PROFILE,
                "        locator: listan över leverantörer\n  - service: matching\n",
                "        locator: listan över leverantörer\n        quote: Kursen var lång och chefen en skojare.\n  - service: matching\n",
            ),
        ),
        instead="The page of the list.",
        mended=(
            replaced(
                _PROFILE,
                "        locator: listan över leverantörer\n  - service: matching\n",
                "        locator: listan över leverantörer, sidan 2\n  - service: matching\n",
            ),
        ),
    ),
    Edit(
        name="the-place-that-tells-on-a-profile",
        tries="The place in the register is the paragraph about what the company did.",
        invariant=7,
        code="I07w",
        unfair=(replaced(_PROFILE, "locator: raden Exempel Jobb, Habo", "locator: stycket om att bolaget tog betalt för tomma rum"),),
        instead="The row.",
        mended=(replaced(_PROFILE, "locator: raden Exempel Jobb, Habo", "locator: raden Exempel Jobb, kolumnen Habo"),),
    ),
    Edit(
        name="the-good-example-that-was-none",
        tries="In a good example, which nobody asks the company about, the background says what it did not do.",
        invariant=7,
        code="I07x",
        unfair=(added(_EVENT_FILE, but(_EVENT, "flyttade till Umeå", "tog betalt för möten som aldrig hölls")),),
        instead="What happened to it.",
        mended=(added(_EVENT_FILE, _EVENT),),
    ),
    Edit(
        name="the-text-of-no-outcome",
        tries="Nobody knows how the case ended, and the text of the outcome tells how it should have.",
        invariant=9,
        code="I07y",
        unfair=(
            replaced(
                "providers/cases/granskning-2024.yaml",
                """
    outcome: unknown
    reply:
      state: replied_in_source
""",
                """
    outcome: unknown
    outcome_text: Alla som läste såg vad som hade hänt.
    reply:
      state: replied_in_source
""",
            ),
        ),
        instead="Nothing: the page says that the outcome is not known.",
        mended=(
            replaced(
                "providers/cases/granskning-2024.yaml",
                "would_change: Exempelförmedlingens protokoll från ett besök i lokalen.",
                "would_change: Exempelförmedlingens protokoll, som visar hur ärendet slutade.",
            ),
        ),
    ),
    Edit(
        name="the-note-that-convicts",
        tries="Which document would change the statement is one against a company that has swindled everybody.",
        invariant=22,
        code="I22b",
        unfair=(
            replaced(
                "providers/cases/granskning-2024.yaml",
                "would_change: Exempelförmedlingens protokoll från ett besök i lokalen.",
                "would_change: Ett protokoll, eftersom bolaget lurade alla.",
            ),
        ),
        instead="The document.",
        mended=(
            replaced(
                "providers/cases/granskning-2024.yaml",
                "would_change: Exempelförmedlingens protokoll från ett besök i lokalen.",
                "would_change: Exempelförmedlingens protokoll från besöket i lokalen.",
            ),
        ),
    ),
    Edit(
        name="the-register-of-swindlers",
        tries="A search that we made is said to have been in a list of swindlers.",
        invariant=22,
        code="I22a",
        unfair=(replaced(_PROFILE, "\nrelations:\n", _SEARCH.format("Listan över bluffbolag")),),
        instead="The register.",
        mended=(replaced(_PROFILE, "\nrelations:\n", _SEARCH.format("Påhittade registret")),),
    ),
    Edit(
        name="the-brand-that-we-gave-it",
        tries="A company has a brand that only we call it by.",
        invariant=22,
        code="I22a",
        unfair=(replaced(_PROFILE, "brands: [Exempelcoachen, Låtsas Lyft]", "brands: [Exempelcoachen, Låtsas Lyft, Bluffcoachen]"),),
        instead="A brand of its own.",
        mended=(replaced(_PROFILE, "brands: [Exempelcoachen, Låtsas Lyft]", "brands: [Exempelcoachen, Låtsas Lyft, Låtsas Kliv]"),),
    ),
    Edit(
        name="the-other-company-in-what-speaks-against",
        tries="What speaks for one company criticises another, which is no party to the case.",
        invariant=15,
        code="I15c",
        unfair=(
            replaced("providers/cases/granskning-2024.yaml", "En annan deltagare tyckte att lokalen var bra.", "Klagomålen gällde Påhittscoachning i stället."),
            corrected("cases/granskning-2024#vantrum", was="En annan lokal.", now="Samma lokal."),
        ),
        instead="The other company as what it is, without a word against it.",
        mended=(
            replaced("providers/cases/granskning-2024.yaml", "En annan deltagare tyckte att lokalen var bra.", "Påhittscoachning hade samma lokal."),
            corrected("cases/granskning-2024#vantrum", was="En annan lokal.", now="Samma lokal."),
        ),
    ),
)
