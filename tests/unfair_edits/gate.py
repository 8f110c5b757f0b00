"""Ways round the gate: what may not lie in the open, and what may only be a link (7)."""

from unfair_edits.edit import Edit, added, but, demo, removed, replaced
from unfair_edits.matters import (
    ARTICLE,
    ASKED,
    BLOG,
    BY_A_PARTICIPANT,
    BY_A_PARTICIPANT_FILE,
    IN_THE_PAPER,
    IN_THE_PAPER_FILE,
    participant,
)

_TIP = demo()["intake/cases/tips-exempel-jobb.yaml"]
_TIP_SOURCE = demo()["intake/sources/tips-2026-11.yaml"]
_LINK_ONLY = "providers/cases/fabeljobb-2025.yaml"

_REPLIED = """
      state: replied
      asked_on: 2026-10-12
      deadline: 2026-10-30
      answered_on: 2026-10-20
      text: Företaget svarade att planen nu är klar.
"""


_ONLY_A_LINK = """  - id: kalla
    kind: allegation
    grade: C
    about: [fabeljobb]
    sources:
      - source: exempelbladet-2024-fabeljobb
        locator: andra stycket
    counter:
      searched_on: 2026-11-20
    checked_on: 2026-11-20
"""
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
        name="a-tip-as-a-case",
        tries="Somebody without a name has called, and the tip is laid among the public records.",
        invariant=7,
        code="I07a",
        unfair=(
            added("providers/cases/tips-exempel-jobb.yaml", _TIP),
            added("providers/sources/tips-2026-11.yaml", _TIP_SOURCE),
            removed("intake/cases/tips-exempel-jobb.yaml"),
            removed("intake/sources/tips-2026-11.yaml"),
        ),
        instead="The tip stays in the private root until somebody has found a source.",
        mended=(replaced("intake/cases/tips-exempel-jobb.yaml", "telefonen aldrig bemannad", "telefonen sällan bemannad"),),
    ),
    Edit(
        name="an-account-before-anybody-has-asked",
        tries="A participant's blog is enough, and the company can read about it afterwards.",
        invariant=7,
        code="I07a",
        unfair=(BLOG, added(BY_A_PARTICIPANT_FILE, participant("not_asked"))),
        where=BY_A_PARTICIPANT_FILE,
        instead="The company is asked, and its time to answer has passed.",
        mended=(BLOG, added(BY_A_PARTICIPANT_FILE, BY_A_PARTICIPANT)),
    ),
    Edit(
        name="an-account-while-the-company-is-thinking",
        tries="The company was asked. Its last day to answer is today, and the editor does not wait for it to end.",
        invariant=7,
        code="I07a",
        unfair=(BLOG, added(BY_A_PARTICIPANT_FILE, participant("asked", asked_on="2026-11-02", deadline="2026-11-21"))),
        where=BY_A_PARTICIPANT_FILE,
        instead="It is shown the day after.",
        mended=(BLOG, added(BY_A_PARTICIPANT_FILE, participant("asked", asked_on="2026-11-02", deadline="2026-11-20"))),
    ),
    Edit(
        name="nobody-picked-up-the-phone",
        tries="One call without an answer, and the company is called unreachable so that the account can be shown.",
        invariant=7,
        code="I07a",
        unfair=(BLOG, added(BY_A_PARTICIPANT_FILE, participant("unreachable"))),
        where=BY_A_PARTICIPANT_FILE,
        instead="A letter with a day to answer by, and the answer that came.",
        mended=(BLOG, added(BY_A_PARTICIPANT_FILE, but(BY_A_PARTICIPANT, ASKED, _REPLIED))),
    ),
    Edit(
        name="everybody-knows-who-is-meant",
        tries="The company is not named, so that nobody needs to be asked. There is one such company in the town.",
        invariant=7,
        code="I07a",
        unfair=(
            BLOG,
            added(
                BY_A_PARTICIPANT_FILE,
                but(participant("not_applicable"), "provider: 3-pahitt-jobb", "unnamed: det största jobbcoachföretaget i kommunen"),
            ),
        ),
        where=BY_A_PARTICIPANT_FILE,
        instead="The company is named, and asked.",
        mended=(BLOG, added(BY_A_PARTICIPANT_FILE, BY_A_PARTICIPANT)),
    ),
    Edit(
        name="the-article-in-our-words",
        tries="The company has not been heard, but the link to the article gets a line that says what stands in it.",
        invariant=7,
        code="I07b",
        unfair=(
            replaced(
                _LINK_ONLY,
                """
                grade: C
                """,
                """
                grade: C
                text: Samma föreläsning visades flera gånger.
                """,
            ),
        ),
        instead="The company is asked, and then the text, the name and the answer may stand there.",
        mended=(
            replaced(
                _LINK_ONLY,
                """
                type: media_report
                """,
                """
                name: Exempelbladet skrev om Fabeljobb Exempel 2025
                type: media_report
                """,
            ),
            replaced(
                _LINK_ONLY,
                """
                state: unknown
                """,
                """
                state: asked
                asked_on: 2026-10-12
                deadline: 2026-10-30
                """,
            ),
            replaced(
                _LINK_ONLY,
                """
                grade: C
                """,
                """
                grade: C
                text: Deltagare uppgav att samma föreläsning visades flera gånger.
                by: [exempelbladet]
                """,
            ),
        ),
    ),
    Edit(
        name="only-a-quotation",
        tries="We say nothing ourselves, we only quote the worst line of an article about a company that has not been heard.",
        invariant=7,
        code="I07b",
        unfair=(
            replaced(
                _LINK_ONLY,
                """
                locator: artikelns början
                """,
                """
                locator: artikelns början
                quote: Vi såg samma bilder fyra gånger.
                """,
            ),
        ),
        instead="The quotation waits in the private root, where the draft is.",
        mended=(
            replaced(
                "intake/cases/fabeljobb-2025.yaml",
                """
                locator: artikelns början
                """,
                """
                locator: artikelns början
                quote: Vi såg samma bilder fyra gånger.
                """,
            ),
        ),
    ),
    Edit(
        name="the-name-of-the-case-says-it",
        tries="Not a word about the company that was not heard, but for the name of the case.",
        invariant=7,
        code="I07b",
        unfair=(
            replaced(
                _LINK_ONLY,
                """
                type: media_report
                """,
                """
                name: Samma föreläsning fyra gånger hos Fabeljobb Exempel
                type: media_report
                """,
            ),
        ),
        instead="A link without words to the article, for a second source as for the first.",
        mended=(
            replaced(
                _LINK_ONLY,
                """
                  locator: artikelns början
                """,
                """
                  locator: artikelns början
                - source: exempelbladet-2024-fabeljobb
                  locator: artikelns faktaruta
                """,
            ),
        ),
    ),
    Edit(
        name="the-outcome-says-it",
        tries="The outcome of a case that is only a link tells what the company is said to have done.",
        invariant=7,
        code="I07b",
        unfair=(
            replaced(
                _LINK_ONLY,
                """
                outcome: unknown
                """,
                """
                outcome: unknown
                outcome_text: Företaget har inte visat att föreläsningarna var olika.
                """,
            ),
        ),
        instead="The draft has it until the company has been heard.",
        mended=(
            replaced(
                "intake/cases/fabeljobb-2025.yaml",
                """
                outcome: unknown
                """,
                """
                outcome: unknown
                outcome_text: Vi vet inte hur det slutade.
                """,
            ),
        ),
    ),
    Edit(
        name="what-speaks-against-it-says-it",
        tries="What speaks against the claim is told, and so is the claim.",
        invariant=7,
        code="I07b",
        unfair=(
            replaced(
                _LINK_ONLY,
                """
                searched_on: 2026-11-20
                """,
                """
                text: Företaget säger att det inte visade samma föreläsning fyra gånger.
                sources:
                  - source: exempelbladet-2025-fabeljobb
                    locator: sista stycket
                """,
            ),
        ),
        instead="The search is done again, and its day is all that is written.",
        mended=(replaced(_LINK_ONLY, "      searched_on: 2026-11-20\n", "      searched_on: 2026-11-21\n"),),
    ),
    Edit(
        name="guilt-by-acquaintance",
        tries="A second company is drawn into an article without words, as a party that has not been asked, by what is said of the first.",
        invariant=15,
        code="I07b",
        unfair=(
            ARTICLE,
            added(
                IN_THE_PAPER_FILE,
                but(IN_THE_PAPER, "\nstatements:\n", _ONE_MORE_PARTY),
            ),
        ),
        where=IN_THE_PAPER_FILE,
        instead="The statement says whom it is about, and of the other there is only a link.",
        mended=(
            ARTICLE,
            added(
                IN_THE_PAPER_FILE,
                but(IN_THE_PAPER, "\nstatements:\n", _ONE_MORE_PARTY, "by: [exempelbladet]", "by: [exempelbladet]\n    about: [3-pahitt-jobb]") + _ONLY_A_LINK,
            ),
        ),
    ),
)
