"""Ways round the gate: unheard, unnamed, too early, on the wrong page, under the wrong word (7, 9 and 15)."""

from unfair_edits.edit import Edit, added, but, corrected, demo, listed, removed, replaced
from unfair_edits.matters import (
    ARTICLE,
    ASKED,
    BLOG,
    BY_A_PARTICIPANT,
    BY_A_PARTICIPANT_FILE,
    DECISION,
    IN_THE_PAPER,
    IN_THE_PAPER_FILE,
    ending,
    paper,
    participant,
)

_TIP = demo()["intake/cases/tips-exempel-jobb.yaml"]
_TIP_SOURCE = demo()["intake/sources/tips-2026-11.yaml"]
_LINK_ONLY = "providers/cases/fabeljobb-2025.yaml"
_OPEN_CASE = "providers/cases/klagomal-2026.yaml"
_IN_COURT = demo()["providers/cases/dom-2022.yaml"]

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
        instead="An article, which may stand there while the company is thinking, says that it has been asked.",
        mended=(ARTICLE, added(IN_THE_PAPER_FILE, paper("asked", asked_on="2026-11-09", deadline="2026-11-27"))),
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
