"""A case left lying, mixed up with another, or of somebody who is a person (9, 15 and 21)."""

from unfair_edits.edit import Edit, added, but, corrected, demo, replaced
from unfair_edits.matters import (
    ARTICLE,
    ASKED,
    IN_THE_PAPER,
    IN_THE_PAPER_FILE,
    ending,
)

_OPEN_CASE = "providers/cases/klagomal-2026.yaml"
_IN_COURT = demo()["providers/cases/dom-2022.yaml"]


_ONE_MORE_PARTY = """
  - provider: fabeljobb
    procedure: unknown
    outcome: unknown
    reply:
      state: not_asked
statements:
"""

EDITS = (
    Edit(
        name="a-link-to-what-is-not-shown",
        tries="The profile links to a case that is only a link, and its words say what it is about.",
        invariant=7,
        code="L04",
        unfair=(
            replaced(
                "providers/profiles/fabeljobb.yaml",
                "Vi vet bara att det hade ett avtal våren 2024.",
                "Läs [om föreläsningen](cases/fabeljobb-2025).",
            ),
        ),
        instead="A link to the source, by its own title.",
        mended=(
            replaced(
                "providers/profiles/fabeljobb.yaml",
                "Vi vet bara att det hade ett avtal våren 2024.",
                "Det nämns i [en artikel](sources/exempelbladet-2024-fabeljobb).",
            ),
            corrected("profiles/fabeljobb", "Vi vet bara att det hade ett avtal våren 2024.", "Det nämns i en artikel."),
        ),
    ),
    Edit(
        name="a-page-that-links-to-what-is-not-shown",
        tries="The page about the site gives a case that is only a link as its example.",
        invariant=7,
        code="L04",
        unfair=(
            replaced("content/om.md", "Den som är ny kan ändra fritt och se vad som händer.", "Ett exempel är [det här]({filename}/cases/fabeljobb-2025)."),
        ),
        instead="A case that is shown.",
        mended=(replaced("content/om.md", "Den som är ny kan ändra fritt och se vad som händer.", "Ett exempel är [det här]({filename}/cases/vite-2024)."),),
    ),
    Edit(
        name="open-for-ever",
        tries="A complaint is left open, and no day is set when anybody is to look again.",
        invariant=9,
        code="I09a",
        unfair=(replaced(_OPEN_CASE, "    next_check: 2030-02-01\n", ""),),
        instead="A day when somebody looks again.",
        mended=(replaced(_OPEN_CASE, "    next_check: 2030-02-01\n", "    next_check: 2027-02-01\n"),),
    ),
    Edit(
        name="it-rests-and-so-do-we",
        tries="The case rests with the authority, and so it rests with us.",
        invariant=9,
        code="I09a",
        unfair=(
            ARTICLE,
            added(
                IN_THE_PAPER_FILE,
                ending(IN_THE_PAPER, procedure="dormant", outcome="none_yet"),
            ),
        ),
        where=IN_THE_PAPER_FILE,
        instead="A day when somebody asks the authority.",
        mended=(
            ARTICLE,
            added(
                IN_THE_PAPER_FILE,
                ending(IN_THE_PAPER, procedure="dormant", outcome="none_yet", next_check="2027-03-01"),
            ),
        ),
    ),
    Edit(
        name="nobody-looked",
        tries="The day has passed, and the case stands as if it were open still.",
        invariant=9,
        code="I09b",
        level="warning",
        unfair=(replaced("providers/cases/handlingar-2024.yaml", "    next_check: 2030-02-01\n", "    next_check: 2026-11-20\n"),),
        instead="Somebody has looked, and says when it will be done again.",
        mended=(replaced("providers/cases/handlingar-2024.yaml", "    next_check: 2030-02-01\n", "    next_check: 2026-12-20\n"),),
    ),
    Edit(
        name="about-one-who-is-not-there",
        tries="A statement is about a company that is no party, so that it has no outcome and no answer.",
        invariant=15,
        code="I15a",
        unfair=(
            ARTICLE,
            added(
                IN_THE_PAPER_FILE,
                but(
                    IN_THE_PAPER,
                    """
                    by: [exempelbladet]
                    """,
                    """
                    by: [exempelbladet]
                    about: [3-pahitt-jobb, fabeljobb]
                    """,
                ),
            ),
        ),
        where=IN_THE_PAPER_FILE,
        instead="It becomes a party, and is asked.",
        mended=(
            ARTICLE,
            added(
                IN_THE_PAPER_FILE,
                but(
                    IN_THE_PAPER,
                    "\nstatements:\n",
                    but(_ONE_MORE_PARTY, "\n      state: not_asked\n", ASKED),
                    "by: [exempelbladet]",
                    "by: [exempelbladet]\n    about: [3-pahitt-jobb, fabeljobb]",
                ),
            ),
        ),
    ),
    Edit(
        name="both-cleared-and-not",
        tries="One company stands twice in a case, once with the outcome that clears it and once without.",
        invariant=15,
        code="I15b",
        unfair=(
            added(
                "providers/cases/dom-2022-2.yaml",
                but(
                    _IN_COURT,
                    """
                    statements:
                    """,
                    """
                      - provider: anga-pahitt
                        procedure: unknown
                        outcome: unknown
                        reply:
                          state: unknown
                    statements:
                    """,
                ),
            ),
        ),
        instead="The other company of the case is the other party.",
        mended=(
            added(
                "providers/cases/dom-2022-2.yaml",
                but(
                    _IN_COURT,
                    """
                    statements:
                    """,
                    """
                      - provider: fiktiva-kurser
                        procedure: unknown
                        outcome: unknown
                        reply:
                          state: unknown
                    statements:
                    """,
                ),
            ),
        ),
    ),
    Edit(
        name="the-sole-trader-as-anybody-else",
        tries="A sole trader's organisation number is shown, as everybody else's is.",
        invariant=8,
        code="I21b",
        unfair=(
            replaced(
                "providers/profiles/exempelfirman-latsascoach.yaml",
                """
                legal_form: sole_trader
                """,
                """
                legal_form: sole_trader
                orgnr: 999008-0005
                """,
            ),
        ),
        instead="A website, which is no person's number.",
        mended=(
            replaced(
                "providers/profiles/exempelfirman-latsascoach.yaml",
                """
                legal_form: sole_trader
                """,
                """
                legal_form: sole_trader
                website: https://latsascoach.example/
                """,
            ),
        ),
    ),
)
