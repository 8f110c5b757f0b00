"""Ways round hearing both sides: too early, never asked, under the wrong word (7)."""

from unfair_edits.edit import Edit, added, but, listed, replaced
from unfair_edits.matters import (
    ARTICLE,
    ASKED,
    BLOG,
    BY_A_PARTICIPANT,
    BY_A_PARTICIPANT_FILE,
    DECISION,
    IN_THE_PAPER,
    IN_THE_PAPER_FILE,
    paper,
    participant,
)

_AGAINST_THE_PROVIDER = """
- id: for-fa-moten
  kind: allegation
  grade: D
  text: Deltagare skriver att de fick för få möten.
  attribution: deltagare på en blogg
  date: 2026-09-15
  sources:
    - source: blogg-2026-plan
      locator: första stycket
  counter:
    searched_on: 2026-11-20
  checked_on: 2026-11-20
"""
_ANSWER = {"asked_on": "2026-10-12", "deadline": "2026-10-30", "answered_on": "2026-10-28", "text": "Vi hade inga inställda möten."}
_REPLIED = """
      state: replied
      asked_on: 2026-10-12
      deadline: 2026-10-30
      answered_on: 2026-10-20
      text: Företaget svarade att planen nu är klar.
"""


EDITS = (
    Edit(
        name="a-case-of-no-name",
        tries="The text of an article about a company that has been asked is left out: the page has an accusation of nothing.",
        invariant=7,
        code="I07c",
        unfair=(ARTICLE, added(IN_THE_PAPER_FILE, but(IN_THE_PAPER, "    text: Deltagare berättade att möten ställdes in.\n"))),
        where=IN_THE_PAPER_FILE,
        instead="What the article says.",
        mended=(ARTICLE, added(IN_THE_PAPER_FILE, IN_THE_PAPER)),
    ),
    Edit(
        name="ten-days-over-midsummer",
        tries="The company is asked on the 8th of June and gets to the 22nd: ten weekdays, but Midsummer's Eve is one.",
        invariant=7,
        code="I07d",
        unfair=(
            ARTICLE,
            added(IN_THE_PAPER_FILE, paper("asked", asked_on="2026-06-08", deadline="2026-06-22").replace("2026-09-01", "2026-06-01")),
        ),
        where=IN_THE_PAPER_FILE,
        instead="One day more.",
        mended=(
            added(ARTICLE.file, but(ARTICLE.new or "", "2026-09-01", "2026-06-01")),
            added(IN_THE_PAPER_FILE, paper("asked", asked_on="2026-06-08", deadline="2026-06-23").replace("2026-09-01", "2026-06-01")),
        ),
    ),
    Edit(
        name="asked-before-christmas",
        tries="The company is asked two days before Christmas Eve and gets more than two weeks, but the office is open on seven days of them.",
        invariant=7,
        code="I07d",
        unfair=(
            replaced(
                "providers/cases/vite-2024.yaml",
                """
                state: not_asked
                """,
                """
                state: no_answer_in_time
                asked_on: 2025-12-22
                deadline: 2026-01-08
                """,
            ),
        ),
        instead="Ten days on which the office is open.",
        mended=(
            replaced(
                "providers/cases/vite-2024.yaml",
                """
                state: not_asked
                """,
                """
                state: no_answer_in_time
                asked_on: 2025-12-22
                deadline: 2026-01-13
                """,
            ),
        ),
    ),
    Edit(
        name="nothing-to-answer",
        tries="A finding against a company, and its answer is said not to be needed.",
        invariant=7,
        code="I07e",
        unfair=(replaced("providers/cases/vite-2024.yaml", "      state: not_asked\n", "      state: not_applicable\n"),),
        instead="The company is asked, although a decision needs no answer.",
        mended=(
            replaced(
                "providers/cases/vite-2024.yaml",
                """
                state: not_asked
                """,
                """
                state: asked
                asked_on: 2026-11-02
                deadline: 2026-11-20
                """,
            ),
        ),
    ),
    Edit(
        name="an-answer-that-says-nothing",
        tries="The company has answered, but what it said is kept from the reader.",
        invariant=7,
        code="I07f",
        unfair=(BLOG, added(BY_A_PARTICIPANT_FILE, but(BY_A_PARTICIPANT, ASKED, but(_REPLIED, "      text: Företaget svarade att planen nu är klar.\n")))),
        where=BY_A_PARTICIPANT_FILE,
        instead="The answer stands there.",
        mended=(BLOG, added(BY_A_PARTICIPANT_FILE, but(BY_A_PARTICIPANT, ASKED, _REPLIED))),
    ),
    Edit(
        name="asked-at-some-time",
        tries="The company is said to have been asked. When, and by when it had to answer, nobody says.",
        invariant=7,
        code="I07f",
        unfair=(ARTICLE, added(IN_THE_PAPER_FILE, paper("asked"))),
        where=IN_THE_PAPER_FILE,
        instead="The day it was asked, and the last day to answer.",
        mended=(ARTICLE, added(IN_THE_PAPER_FILE, IN_THE_PAPER)),
    ),
    Edit(
        name="late-with-an-answer-to-nothing",
        tries="The company did not answer in time, it says. There is no letter.",
        invariant=7,
        code="I07f",
        unfair=(BLOG, added(BY_A_PARTICIPANT_FILE, participant("no_answer_in_time"))),
        where=BY_A_PARTICIPANT_FILE,
        instead="The days of the letter.",
        mended=(BLOG, added(BY_A_PARTICIPANT_FILE, participant("no_answer_in_time", asked_on="2026-10-12", deadline="2026-10-30"))),
    ),
    Edit(
        name="the-claim-alone",
        tries="What speaks against the claim is left out, and that somebody looked for it too.",
        invariant=7,
        code="I07g",
        unfair=(ARTICLE, added(IN_THE_PAPER_FILE, but(IN_THE_PAPER, "    counter:\n      searched_on: 2026-11-20\n"))),
        where=IN_THE_PAPER_FILE,
        instead="The day somebody looked.",
        mended=(ARTICLE, added(IN_THE_PAPER_FILE, IN_THE_PAPER)),
    ),
    Edit(
        name="the-authority-alone",
        tries="A finding against the authority that buys the service, and not what it did about it.",
        invariant=7,
        code="I07g",
        unfair=(
            listed(
                "providers/bodies/exempelformedlingen.yaml",
                "statements",
                """
                - id: listan-2024
                  kind: finding
                  grade: A
                  text: Påhittsinspektionen fann att listan hade gamla adresser.
                  by: [pahittsinspektionen]
                  date: 2024-12-10
                  sources:
                    - source: pahittsinspektionen-2024-summary
                      locator: avsnittet Findings
                  checked_on: 2026-11-20
                """,
            ),
        ),
        instead="What the authority says that it did.",
        mended=(
            listed(
                "providers/bodies/exempelformedlingen.yaml",
                "statements",
                """
                - id: listan-2024
                  kind: finding
                  grade: A
                  text: Påhittsinspektionen fann att listan hade gamla adresser.
                  by: [pahittsinspektionen]
                  date: 2024-12-10
                  sources:
                    - source: pahittsinspektionen-2024-summary
                      locator: avsnittet Findings
                  counter:
                    text: Myndigheten skriver att listan nu rättas varje månad.
                    sources:
                      - source: exempelformedlingen-2026-leverantorer
                        locator: sidans inledning
                  checked_on: 2026-11-20
                """,
            ),
        ),
    ),
    Edit(
        name="late-before-the-day",
        tries="The company has a week left to answer in, and is already said to have let it pass.",
        invariant=7,
        code="I07h",
        unfair=(BLOG, added(BY_A_PARTICIPANT_FILE, participant("no_answer_in_time", asked_on="2026-11-09", deadline="2026-11-27"))),
        where=BY_A_PARTICIPANT_FILE,
        instead="It is said only of a company whose time has run out.",
        mended=(BLOG, added(BY_A_PARTICIPANT_FILE, participant("no_answer_in_time", asked_on="2026-11-05", deadline="2026-11-19"))),
    ),
    Edit(
        name="shown-while-it-thinks",
        tries="The company is asked about an article, and its words are shown before the company has had time to answer.",
        invariant=7,
        code="I07b",
        unfair=(ARTICLE, added(IN_THE_PAPER_FILE, paper("asked", asked_on="2026-11-09", deadline="2026-11-27"))),
        where=IN_THE_PAPER_FILE,
        instead="They are shown when the time has run out.",
        mended=(ARTICLE, added(IN_THE_PAPER_FILE, paper("asked", asked_on="2026-11-05", deadline="2026-11-19"))),
    ),
    Edit(
        name="answered-and-said-not-to-have",
        tries="The company has answered, and the page still says that we are waiting.",
        invariant=11,
        code="I07s",
        unfair=(
            ARTICLE,
            added(IN_THE_PAPER_FILE, paper("asked", **_ANSWER)),
        ),
        where=IN_THE_PAPER_FILE,
        instead="The state says that it has answered.",
        mended=(
            ARTICLE,
            added(
                IN_THE_PAPER_FILE,
                paper("replied", **_ANSWER),
            ),
        ),
    ),
    Edit(
        name="past-the-gate-by-the-profile",
        tries="The gate stands before the cases, so that the account is laid on the company's own page instead.",
        invariant=7,
        code="I07i",
        unfair=(BLOG, listed("providers/profiles/exempel-ab.yaml", "statements", _AGAINST_THE_PROVIDER)),
        where="providers/profiles/exempel-ab.yaml",
        instead="A case, with the company as its party and its answer beside it.",
        mended=(BLOG, added(BY_A_PARTICIPANT_FILE, but(BY_A_PARTICIPANT, ASKED, _REPLIED))),
    ),
    Edit(
        name="an-authority-finds-and-nobody-counters",
        tries="A decision is entered the day it comes, and what speaks against it can wait.",
        invariant=7,
        code="I07g",
        unfair=(
            DECISION,
            added(
                "providers/cases/beslut-2026.yaml",
                but(IN_THE_PAPER, "    counter:\n      searched_on: 2026-11-20\n").replace("exempelbladet-2026-moten", "exempelformedlingen-2026-beslut"),
            ),
        ),
        where="providers/cases/beslut-2026.yaml",
        instead="It waits for somebody to have looked.",
        mended=(
            DECISION,
            added(
                "providers/cases/beslut-2026.yaml",
                """
                name: Exempelförmedlingen om möten hos 3 Påhitt Jobb 2026
                type: inspection
                programme: pahittsmatchning
                buyer: exempelformedlingen
                date: 2026-10-20
                parties:
                  - provider: 3-pahitt-jobb
                    procedure: closed
                    outcome: partly
                    outcome_on: 2026-10-20
                    outcome_sources:
                      - source: exempelformedlingen-2026-beslut
                        locator: beslutet
                    reply:
                      state: not_asked
                statements:
                  - id: moten
                    kind: finding
                    grade: B
                    text: Tre av trettio möten ställdes in utan att någon fick veta det.
                    by: [exempelformedlingen]
                    date: 2026-10-20
                    sources:
                      - source: exempelformedlingen-2026-beslut
                        locator: andra stycket
                    counter:
                      searched_on: 2026-11-20
                    checked_on: 2026-11-20
                """,
            ),
        ),
    ),
)
