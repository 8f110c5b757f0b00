"""Answers that nobody gave or asked for, ends that were none, and claims that nobody can answer (7, 9, 10 and 18)."""

from unfair_edits.edit import Edit, added, but, listed, replaced
from unfair_edits.matters import (
    ARTICLE,
    BLOG,
    BY_A_PARTICIPANT,
    BY_A_PARTICIPANT_FILE,
    IN_THE_PAPER,
    IN_THE_PAPER_FILE,
    ending,
    paper,
    participant,
)

_EXEMPEL = "providers/profiles/exempel-ab.yaml"
_INSPECTION = "providers/cases/kontroll-2025.yaml"

_HEARD = (BLOG, added(BY_A_PARTICIPANT_FILE, BY_A_PARTICIPANT))
_PRINTED = (ARTICLE, added(IN_THE_PAPER_FILE, IN_THE_PAPER))
_EVENT = """
name: Avtalet i Sagoköping 2023
type: market_event
date: 2023-06
parties:
  - provider: sago-exempelkompetens
    procedure: unknown
    outcome: unknown
    reply:
      state: not_applicable
statements:
  - id: avtalet
    kind: {}
    grade: B
    text: {}
    by: [sagokopings-kommun]
    date: 2023-06
    sources:
      - source: sagokoping-2026-avtal
        locator: avsnittet Tidigare stöd
    checked_on: 2026-11-20
"""

EDITS = (
    Edit(
        name="would-not-answer-what-nobody-asked",
        tries="The company is said to have declined. Nobody has asked it, and no day says so.",
        invariant=7,
        code="I07f",
        where=BY_A_PARTICIPANT_FILE,
        unfair=(BLOG, added(BY_A_PARTICIPANT_FILE, participant("declined"))),
        instead="The day it was asked, and the day it declined.",
        mended=(
            BLOG,
            added(
                BY_A_PARTICIPANT_FILE,
                participant("declined", asked_on="2026-10-12", deadline="2026-10-30", answered_on="2026-10-20"),
            ),
        ),
    ),
    Edit(
        name="could-not-be-reached-by-nobody",
        tries="An article may be told when the company cannot be reached, so that is what is written.",
        invariant=7,
        code="I07f",
        where=IN_THE_PAPER_FILE,
        unfair=(ARTICLE, added(IN_THE_PAPER_FILE, paper("unreachable"))),
        instead="The days of the letter that came back.",
        mended=(ARTICLE, added(IN_THE_PAPER_FILE, paper("unreachable", asked_on="2026-10-12", deadline="2026-10-30"))),
    ),
    Edit(
        name="asked-six-years-before",
        tries="The time to answer is over, since the company was asked in 2020. The blog is of 2026.",
        invariant=18,
        code="I18a",
        where=BY_A_PARTICIPANT_FILE,
        unfair=(BLOG, added(BY_A_PARTICIPANT_FILE, participant("asked", asked_on="2020-10-12", deadline="2020-10-30"))),
        instead="The day of the letter.",
        mended=_HEARD,
    ),
    Edit(
        name="answered-before-it-was-asked",
        tries="An old answer to something else is put beside the claim.",
        invariant=18,
        code="I18a",
        where=BY_A_PARTICIPANT_FILE,
        unfair=(
            BLOG,
            added(
                BY_A_PARTICIPANT_FILE,
                participant("replied", asked_on="2026-10-12", deadline="2026-10-30", answered_on="2026-10-02", text="Företaget svarade att allt var bra."),
            ),
        ),
        instead="The answer to this.",
        mended=(
            BLOG,
            added(
                BY_A_PARTICIPANT_FILE,
                participant("replied", asked_on="2026-10-12", deadline="2026-10-30", answered_on="2026-10-22", text="Företaget svarade att planen nu är klar."),
            ),
        ),
    ),
    Edit(
        name="over-before-it-happened",
        tries="A matter of 2026 has an outcome of 2019, which was about something else.",
        invariant=18,
        code="I18a",
        where=IN_THE_PAPER_FILE,
        unfair=(
            ARTICLE,
            added(
                IN_THE_PAPER_FILE,
                ending(
                    IN_THE_PAPER,
                    procedure="closed",
                    outcome="partly",
                    outcome_on="2019-05-01",
                    outcome_sources="[{source: exempelbladet-2026-moten, locator: sista stycket}]",
                ),
            ),
        ),
        instead="The day of its own outcome.",
        mended=(
            ARTICLE,
            added(
                IN_THE_PAPER_FILE,
                ending(
                    IN_THE_PAPER,
                    procedure="closed",
                    outcome="settled",
                    outcome_on="2026-09-01",
                    outcome_sources="[{source: exempelbladet-2026-moten, locator: sista stycket}]",
                ),
            ),
        ),
    ),
    Edit(
        name="searched-before-there-was-anything",
        tries="What speaks against the claim was searched for ten years before anybody made it.",
        invariant=18,
        code="I18c",
        where=IN_THE_PAPER_FILE,
        unfair=(ARTICLE, added(IN_THE_PAPER_FILE, but(IN_THE_PAPER, "      searched_on: 2026-11-20\n", "      searched_on: 2016-11-20\n"))),
        instead="The day of the search.",
        mended=_PRINTED,
    ),
    Edit(
        name="closed-and-yet-not",
        tries="The case is closed, which needs no next check, and its outcome is still to come: it hangs there for ever.",
        invariant=9,
        code="I09c",
        where="providers/cases/klagomal-2026.yaml",
        unfair=(
            replaced(
                "providers/cases/klagomal-2026.yaml",
                """
                procedure: received
                outcome: none_yet
                next_check: 2030-02-01
                """,
                """
                procedure: closed
                outcome: none_yet
                """,
            ),
        ),
        instead="It is closed, and how it ended is not known.",
        mended=(
            replaced(
                "providers/cases/klagomal-2026.yaml",
                """
                procedure: received
                outcome: none_yet
                next_check: 2030-02-01
                """,
                """
                procedure: closed
                outcome: unknown
                """,
            ),
        ),
    ),
    Edit(
        name="cleared-and-still-suspected",
        tries="The company was cleared, and its case is opened again by nobody: it is under investigation with an outcome.",
        invariant=9,
        code="I09c",
        where=_INSPECTION,
        unfair=(
            replaced(
                _INSPECTION,
                """
                - provider: exempel-ab
                  procedure: closed
                """,
                """
                - provider: exempel-ab
                  procedure: under_investigation
                  next_check: 2027-01-01
                """,
            ),
        ),
        instead="A case of its own, when somebody complains again.",
        mended=_PRINTED,
    ),
    Edit(
        name="said-by-nobody",
        tries="Nobody says who said it.",
        invariant=7,
        code="I07c",
        where=BY_A_PARTICIPANT_FILE,
        unfair=(BLOG, added(BY_A_PARTICIPANT_FILE, but(BY_A_PARTICIPANT, "    attribution: en deltagare\n"))),
        instead="Who it was, as a kind of person.",
        mended=_HEARD,
    ),
    Edit(
        name="a-measure-past-the-gate",
        tries="What was done against the company is laid on its profile as a measure taken, with grade D and no answer.",
        invariant=7,
        code="I07i",
        where=_EXEMPEL,
        unfair=(
            BLOG,
            listed(
                _EXEMPEL,
                "statements",
                """
                - id: bort
                  kind: measure_taken
                  grade: D
                  text: Kommunen avslutade sitt samarbete med företaget efter klagomål.
                  attribution: en deltagare
                  date: 2026-09-15
                  sources:
                    - source: blogg-2026-plan
                      locator: andra stycket
                  checked_on: 2026-11-20
                """,
            ),
        ),
        instead="A case.",
        mended=_HEARD,
    ),
    Edit(
        name="a-sanction-as-news-of-the-market",
        tries="That a contract was ended after complaints is called a market event, and those need no answer: the page says that it is no criticism.",
        invariant=7,
        code="I07e",
        where="providers/cases/avtalet-2023.yaml",
        unfair=(added("providers/cases/avtalet-2023.yaml", _EVENT.format("measure_taken", "Kommunen avslutade avtalet efter klagomål.")),),
        instead="What happened to the company, which says nothing against it.",
        mended=(added("providers/cases/avtalet-2023.yaml", _EVENT.format("context", "Avtalet löpte ut när året var slut.")),),
    ),
    Edit(
        name="dated-back-to-when-it-was-asked",
        tries="The whole case is dated back to the year when the company was asked of something else.",
        invariant=18,
        code="I18a",
        where=BY_A_PARTICIPANT_FILE,
        unfair=(
            BLOG,
            added(BY_A_PARTICIPANT_FILE, but(participant("asked", asked_on="2020-10-12", deadline="2020-10-30"), "\ndate: 2026-09\n", "\ndate: 2020\n")),
        ),
        instead="The day of the letter.",
        mended=_HEARD,
    ),
    Edit(
        name="an-account-as-background",
        tries="What a participant tells is laid on the profile as background, which needs no answer.",
        invariant=7,
        code="I07i",
        where=_EXEMPEL,
        unfair=(
            BLOG,
            listed(
                _EXEMPEL,
                "statements",
                """
                - id: berattelsen
                  kind: context
                  grade: D
                  text: En deltagare skriver att planen dröjde.
                  attribution: en deltagare
                  date: 2026-09-15
                  sources:
                    - source: blogg-2026-plan
                      locator: andra stycket
                  checked_on: 2026-11-20
                """,
            ),
        ),
        instead="A case.",
        mended=_HEARD,
    ),
    Edit(
        name="news-with-a-bad-end",
        tries="The news of the market says nothing against the company, but its outcome does, and nobody asks.",
        invariant=7,
        code="I07e",
        where="providers/cases/avtalet-2023.yaml",
        unfair=(
            added(
                "providers/cases/avtalet-2023.yaml",
                but(
                    _EVENT.format("context", "Avtalet löpte ut när året var slut."),
                    "    outcome: unknown\n",
                    "    outcome: contract_terminated\n    outcome_sources:\n      - source: sagokoping-2026-avtal\n        locator: andra stycket\n",
                ),
            ),
        ),
        instead="What happened to the company, which says nothing against it.",
        mended=(added("providers/cases/avtalet-2023.yaml", _EVENT.format("context", "Avtalet löpte ut när året var slut.")),),
    ),
)
