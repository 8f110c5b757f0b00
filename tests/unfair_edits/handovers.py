"""Contracts ended worse than they did, searches that show nothing, and facts moved from one company to another (5, 6, 16 and 18)."""

from unfair_edits.edit import Edit, added, but, corrected, listed, replaced

_EXEMPEL = "providers/profiles/exempel-ab.yaml"
_KURSER = "providers/profiles/fiktiva-kurser.yaml"
_PAHITT = "providers/profiles/3-pahitt-jobb.yaml"
_STEG = "providers/profiles/fiktiva-steg.yaml"
_VAGAR = "providers/profiles/pahittade-vagar.yaml"

_BUYERS_END = """
      on: 2020-01-14
      cause: ended_by_buyer
      grade: B
      sources:
        - source: sagokoping-2020-kursavtal
          locator: första stycket
"""
_SEARCH = """
- id: sokning-sagoregistret
  register: Sagoregistret
  scheme: sagoregistret
  query: 3 Påhitt Jobb
  on: 2026-10-05
  result: not_found
"""
_OLD_CONTRACT = """
- id: sagomatchning-2005
  buyer: sagokopings-kommun
  from: 2005
  to: 2006
  sources:
    - source: sagokoping-2026-avtal
      locator: avsnittet Tidigare stöd
  checked_on: 2026-11-20
"""


EDITS = (
    Edit(
        name="a-search-of-next-year",
        tries="The search gets a day that has not been yet, so that it counts for a year longer than it should.",
        invariant=5,
        code="I18b",
        unfair=(listed(_PAHITT, "checks", but(_SEARCH, "on: 2026-10-05", "on: 2027-10-05")),),
        instead="The day on which somebody searched.",
        mended=(listed(_PAHITT, "checks", _SEARCH),),
    ),
    Edit(
        name="a-search-of-no-day",
        tries="Somebody has searched at some time, and a search without a day never gets old.",
        invariant=5,
        code="T01",
        unfair=(listed(_PAHITT, "checks", but(_SEARCH, "  on: 2026-10-05\n")),),
        instead="The day is noted.",
        mended=(listed(_PAHITT, "checks", _SEARCH),),
    ),
    Edit(
        name="found-and-left-at-that",
        tries="The register has the company, and the page goes on saying that it has no label that we know of.",
        invariant=5,
        code="I05a",
        level="warning",
        unfair=(
            listed(
                _EXEMPEL,
                "checks",
                """
                - id: sokning-bemanning
                  register: Påhittsföretagens register
                  scheme: exempelauktorisation-bemanning
                  query: Exempel Jobb
                  on: 2026-11-02
                  result: found
                """,
            ),
        ),
        instead="What the register shows is entered, with its days.",
        mended=(
            listed(
                _EXEMPEL,
                "checks",
                """
                - id: sokning-bemanning
                  register: Påhittsföretagens register
                  scheme: exempelauktorisation-bemanning
                  query: Exempel Jobb
                  on: 2026-11-02
                  result: found
                """,
            ),
            listed(
                _EXEMPEL,
                "accreditations",
                """
                - id: bemanning-2026
                  scheme: exempelauktorisation-bemanning
                  from: 2026-02-01
                  to: 2027-01-31
                  sources:
                    - source: pahittsforetagen-2026-register
                      locator: raden Exempel Jobb, bemanning
                  checked_on: 2026-11-20
                """,
            ),
        ),
    ),
    Edit(
        name="a-breach-that-a-paper-guesses",
        tries="A municipality ended a contract. A newspaper thinks it knows why, and the page makes it a breach.",
        invariant=6,
        code="I06a",
        unfair=(
            replaced(
                _KURSER,
                _BUYERS_END,
                but(_BUYERS_END, "cause: ended_by_buyer\n      grade: B", "cause: terminated_for_breach\n      grade: C").replace(
                    "sagokoping-2020-kursavtal", "exempelbladet-2020-forlikning"
                ),
            ),
        ),
        instead="The buyer's own decision carries it, word for word, and what stood is corrected.",
        mended=(
            replaced(
                _KURSER,
                _BUYERS_END,
                but(_BUYERS_END, "ended_by_buyer", "terminated_for_breach") + "          quote: Kommunen häver avtalet eftersom kurserna inte har hållits.\n",
            ),
            corrected("profiles/fiktiva-kurser", "Beställaren avslutade avtalet.", "Beställaren avslutade avtalet för att det inte följdes."),
        ),
    ),
    Edit(
        name="a-breach-of-no-grade",
        tries="A breach is written without anything that tells how strong it is.",
        invariant=6,
        code="I06a",
        unfair=(
            replaced(
                _STEG,
                """
                cause: ended_by_provider
                grade: B
                """,
                """
                cause: terminated_for_breach
                """,
            ),
        ),
        instead="The company left, as the municipality writes. The day is known better than before.",
        mended=(
            replaced(_STEG, "      on: 2024-09-30\n", "      on: 2024-09-29\n"),
            corrected("profiles/fiktiva-steg", "Avtalet slutade den 30 september 2024.", "Avtalet slutade den 29 september 2024."),
        ),
    ),
    Edit(
        name="the-sins-of-the-fathers",
        tries="A contract that was over before the company was founded is put on it, with all that went wrong there.",
        invariant=16,
        code="I16a",
        unfair=(listed(_EXEMPEL, "contracts", _OLD_CONTRACT),),
        instead="It stands with the company that had it, which is tied to this one as its predecessor.",
        mended=(listed(_VAGAR, "contracts", _OLD_CONTRACT),),
    ),
    Edit(
        name="the-merits-of-the-fathers",
        tries="A predecessor's contract is copied to the company that took over, so that it looks experienced.",
        invariant=16,
        code="I16b",
        unfair=(
            listed(
                _EXEMPEL,
                "contracts",
                """
                - id: sagomatchning-2015
                  buyer: exempelformedlingen
                  programme: sagomatchning
                  from: 2015-01
                  sources:
                    - source: fiktiva-institutet-2023-effekter
                      locator: bilaga 1
                  checked_on: 2026-11-20
                """,
            ),
        ),
        instead="What the company itself took over, from the day it did.",
        mended=(
            listed(
                _EXEMPEL,
                "contracts",
                """
                - id: sagomatchning-2019
                  buyer: exempelformedlingen
                  programme: sagomatchning
                  from: 2019-07-01
                  to: 2022-06-30
                  sources:
                    - source: fiktiva-institutet-2023-effekter
                      locator: bilaga 1
                  checked_on: 2026-11-20
                """,
            ),
        ),
    ),
    Edit(
        name="blamed-for-what-was-before-it",
        tries="A company becomes a party to what happened seventeen months before it began.",
        invariant=16,
        code="I16a",
        unfair=(
            added(
                "providers/cases/revisionen-2022.yaml",
                """
                name: Revisionen om möten 2022
                type: audit
                programme: sagomatchning
                date: 2022-04-15
                parties:
                  - provider: 3-pahitt-jobb
                    procedure: closed
                    outcome: unknown
                    reply:
                      state: not_asked
                statements:
                  - id: moten
                    kind: finding
                    grade: A
                    text: Vart tionde möte hade ställts in.
                    by: [fantasirevisionen]
                    date: 2022-04-15
                    sources:
                      - source: fantasirevisionen-2022-granskning
                        locator: sidan 40
                    counter:
                      searched_on: 2026-11-20
                    checked_on: 2026-11-20
                """,
            ),
        ),
        instead="The audit named nobody, and neither does the case.",
        mended=(
            added(
                "providers/cases/revisionen-2022.yaml",
                """
                name: Revisionen om möten 2022
                type: audit
                programme: sagomatchning
                date: 2022-04-15
                parties:
                  - unnamed: leverantörer som revisionen inte namnger
                    procedure: closed
                    outcome: unknown
                    reply:
                      state: not_applicable
                statements:
                  - id: moten
                    kind: finding
                    grade: A
                    text: Vart tionde möte hade ställts in.
                    by: [fantasirevisionen]
                    date: 2022-04-15
                    sources:
                      - source: fantasirevisionen-2022-granskning
                        locator: sidan 40
                    counter:
                      searched_on: 2026-11-20
                    checked_on: 2026-11-20
                """,
            ),
        ),
    ),
)
