"""Edits that ought to be refused and are not yet. Whoever closes a hole moves its edit to the table that it belongs to.

The code is the one that is thought of, and a sentence after it says what the rule would look for.
"""

from unfair_edits.edit import Edit, added, but, listed, replaced
from unfair_edits.matters import ARTICLE, BLOG, BY_A_PARTICIPANT, BY_A_PARTICIPANT_FILE, IN_THE_PAPER, IN_THE_PAPER_FILE, ending, paper, participant

_EXEMPEL = "providers/profiles/exempel-ab.yaml"
_PAHITT = "providers/profiles/3-pahitt-jobb.yaml"
_PROGRAMME = "providers/programmes/pahittsmatchning.yaml"


_HEARD = (BLOG, added(BY_A_PARTICIPANT_FILE, BY_A_PARTICIPANT))
_PRINTED = (ARTICLE, added(IN_THE_PAPER_FILE, IN_THE_PAPER))
_ENDED = """
- id: sagokoping-2024
  buyer: sagokopings-kommun
  from: 2024
  ended:
    on: 2025
    cause: {}
    sources:
      - source: {}
        locator: andra stycket
  sources:
    - source: sagokoping-2026-avtal
      locator: andra stycket
  checked_on: 2026-11-20
"""
_SEARCH = """
- id: sokning-sagoregistret
  register: {}
  scheme: sagoregistret
  query: {}
  on: 2026-10-05
  result: not_found
"""
_NAMNDEN = """
type: report
title: Så arbetar nämnden
publisher: Påhittsföretagen
publisher_body: pahittsforetagen
issued: 2026-05
url: https://www.pahittsforetagen.example/namnden
accessed: 2026-11-02
read: full
availability: reachable
"""
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
_INSPECTION = "providers/cases/kontroll-2025.yaml"


EDITS = (
    # I07l: a source of grade A or B is published by an authority, a court, a parliament or the buyer.
    Edit(
        name="a-blog-as-an-authority",
        tries="A participant's blog gets grade B, and the gate asks nobody.",
        invariant=7,
        code="I07l",
        where=BY_A_PARTICIPANT_FILE,
        unfair=(BLOG, added(BY_A_PARTICIPANT_FILE, but(participant("not_asked"), "grade: D", "grade: B"))),
        instead="The grade of a blog, and the company is asked.",
        mended=_HEARD,
    ),
    # I07l again: grade C is carried by a newspaper, a broadcast or a body of the kind media.
    Edit(
        name="a-blog-as-a-newspaper",
        tries="A blog gets grade C, so that it is enough that the company has been asked, with no time to answer.",
        invariant=7,
        code="I07l",
        where=BY_A_PARTICIPANT_FILE,
        unfair=(
            BLOG,
            added(
                BY_A_PARTICIPANT_FILE,
                but(participant("asked", asked_on="2026-11-20", deadline="2026-12-04"), "grade: D", "grade: C"),
            ),
        ),
        instead="The grade of a blog, and the time to answer is over.",
        mended=_HEARD,
    ),
    # I01d: convicted and acquitted have a source from a court, the other outcomes one that is not the provider's own.
    Edit(
        name="convicted-by-a-blog",
        tries="The outcome says dömd, and its source is a blog.",
        invariant=1,
        code="I01d",
        where=BY_A_PARTICIPANT_FILE,
        unfair=(
            BLOG,
            added(
                BY_A_PARTICIPANT_FILE,
                ending(
                    BY_A_PARTICIPANT,
                    procedure="closed",
                    outcome="convicted",
                    outcome_on="2026-09",
                    outcome_sources="[{source: blogg-2026-plan, locator: sista stycket}]",
                ),
            ),
        ),
        instead="How it ended is not known, since no court has said so.",
        mended=_HEARD,
    ),
    Edit(
        name="cleared-by-itself",
        tries="The company's own web page says that nothing was found, and that becomes the outcome that stands first.",
        invariant=10,
        code="I01d",
        where="providers/cases/utredning-2023.yaml",
        unfair=(
            replaced(
                "providers/cases/utredning-2023.yaml",
                """
                procedure: under_investigation
                outcome: none_yet
                next_check: 2030-02-01
                """,
                """
                procedure: closed
                outcome: none_found
                outcome_on: 2025-09-10
                outcome_sources:
                  - source: pahittscoachning-2025-svar
                    locator: sista stycket
                """,
            ),
        ),
        instead="It is what the company answers.",
        mended=(
            replaced(
                "providers/cases/utredning-2023.yaml",
                """
                  locator: sista stycket
                """,
                """
                  locator: sista stycket
                - source: pahittscoachning-2025-svar
                  locator: sista stycket
                """,
            ),
        ),
    ),
    # I07f: declined and unreachable need asked_on, unless sources of the reply show it.
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
    # I18a: asked_on is not before the case, answered_on not before asked_on, outcome_on not before the case.
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
    # I09c: a closed case has an outcome or says that it is not known; an open one has none.
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
    # I07c: a shown statement has by or attribution, as the gate promises.
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
    # I07i: also measure_taken, which stands with an answer in cases (StatementKind.answerable).
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
    # I07e: also where a measure is taken against a named party.
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
    # I07a: grade E stands nowhere in the public root, whatever the kind of record.
    Edit(
        name="a-tip-about-the-programme",
        tries="A tip is never shown in a case, and so it becomes a finding about the programme.",
        invariant=7,
        code="I07a",
        where=_PROGRAMME,
        unfair=(
            BLOG,
            listed(
                _PROGRAMME,
                "statements",
                """
                - id: tipset
                  kind: finding
                  grade: E
                  text: Alla möten ställs in.
                  date: 2026-09-15
                  sources:
                    - source: blogg-2026-plan
                      locator: andra stycket
                  counter:
                    searched_on: 2026-11-20
                  checked_on: 2026-11-20
                """,
            ),
        ),
        instead="An account, by somebody, who is said to have given it.",
        mended=(
            BLOG,
            listed(
                _PROGRAMME,
                "statements",
                """
                - id: berattelsen
                  kind: allegation
                  grade: D
                  text: Deltagaren skriver att planer dröjer i programmet.
                  attribution: en deltagare
                  date: 2026-09-15
                  sources:
                    - source: blogg-2026-plan
                      locator: andra stycket
                  counter:
                    searched_on: 2026-11-20
                  checked_on: 2026-11-20
                """,
            ),
        ),
    ),
    # I06b: ended_on_result_level (and ended_by_buyer) rests on the buyer or an authority, like a breach.
    Edit(
        name="too-poor-says-a-blog",
        tries="The contract ended for poor results, it says. A blog says so, and no grade.",
        invariant=6,
        code="I06b",
        where=_EXEMPEL,
        unfair=(BLOG, listed(_EXEMPEL, "contracts", _ENDED.format("ended_on_result_level", "blogg-2026-plan"))),
        instead="The municipality says that it ended, and why nobody knows.",
        mended=(listed(_EXEMPEL, "contracts", _ENDED.format("unknown", "sagokoping-2026-avtal")),),
    ),
    Edit(
        name="a-breach-by-anybody-s-grade",
        tries="A breach needs grade A or B, and so the blog gets grade B.",
        invariant=6,
        code="I06a",
        where=_EXEMPEL,
        unfair=(BLOG, listed(_EXEMPEL, "contracts", _ENDED.format("terminated_for_breach\n    grade: B", "blogg-2026-plan"))),
        instead="The municipality's own decision.",
        mended=(listed(_EXEMPEL, "contracts", _ENDED.format("terminated_for_breach\n    grade: B", "sagokoping-2026-avtal")),),
    ),
    # I05b: a search that found nothing asked the register of the scheme, and for one of the provider's names or its number.
    Edit(
        name="searched-for-something-else",
        tries="The register is searched for a word that no company has, and the page says that this one is not there.",
        invariant=5,
        code="I05b",
        where=_PAHITT,
        unfair=(listed(_PAHITT, "checks", _SEARCH.format("Sagoregistret", "Xyzzy")),),
        instead="The company's name.",
        mended=(listed(_PAHITT, "checks", _SEARCH.format("Sagoregistret", "3 Påhitt Jobb")),),
    ),
    Edit(
        name="searched-somewhere-else",
        tries="The company was not in the phone book, and the page says that it was not in the issuer's register.",
        invariant=5,
        code="I05b",
        where=_PAHITT,
        unfair=(listed(_PAHITT, "checks", _SEARCH.format("Telefonkatalogen", "3 Påhitt Jobb")),),
        instead="The register of the scheme.",
        mended=(listed(_PAHITT, "checks", _SEARCH.format("Sagoregistret", "999008-0005")),),
    ),
    # I16b: the same buyer and programme, and a start before the relation's from.
    Edit(
        name="inherited-with-another-day",
        tries="The predecessor's contract is copied to the successor, with a day more than it had.",
        invariant=16,
        code="I16b",
        where=_EXEMPEL,
        unfair=(
            listed(
                _EXEMPEL,
                "contracts",
                """
                - id: sagomatchning-2015
                  buyer: exempelformedlingen
                  programme: sagomatchning
                  from: 2015-01-02
                  sources:
                    - source: fiktiva-institutet-2023-effekter
                      locator: bilaga 1
                  checked_on: 2026-11-20
                """,
            ),
        ),
        instead="What it took over, from the day it did.",
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
    # I12b: a count whose words say that it is a share has the unit percent.
    Edit(
        name="a-share-as-a-count",
        tries="A share in per cent says of what, and so the per cent go into the words.",
        invariant=12,
        code="I12b",
        where=_PROGRAMME,
        unfair=(
            listed(
                _PROGRAMME,
                "figures",
                """
                - id: missnojda-2024
                  metric: satisfaction
                  what: procent missnöjda deltagare
                  value: 62
                  from: 2024
                  sources:
                    - source: exempelformedlingen-2024-arsrapport
                      locator: kapitel 4
                  checked_on: 2026-11-20
                """,
            ),
        ),
        instead="The share, and of whom.",
        mended=(
            listed(
                _PROGRAMME,
                "figures",
                """
                - id: missnojda-2024
                  metric: satisfaction
                  what: missnöjda deltagare
                  value: 62
                  unit: percent
                  of: de 40 som svarade
                  from: 2024
                  sources:
                    - source: exempelformedlingen-2024-arsrapport
                      locator: kapitel 4
                  checked_on: 2026-11-20
                """,
            ),
        ),
    ),
    # I13b: nor above the scale.
    Edit(
        name="five-of-four-stars",
        tries="The friend's company gets five of four stars.",
        invariant=13,
        code="I13b",
        where=_EXEMPEL,
        unfair=(
            listed(
                _EXEMPEL,
                "measures",
                """
                - id: betyg-2024
                  what: Exempelbetyget
                  by: exempelformedlingen
                  period: hösten 2024
                  value: 5
                  scale: 1–4 stjärnor
                  base: 118 deltagare
                  sources:
                    - source: exempelformedlingen-2025-kontroll
                      locator: bilaga 2
                  checked_on: 2026-11-20
                """,
            ),
        ),
        instead="The stars that it got.",
        mended=(
            listed(
                _EXEMPEL,
                "measures",
                """
                - id: betyg-2024
                  what: Exempelbetyget
                  by: exempelformedlingen
                  period: hösten 2024
                  value: 4
                  scale: 1–4 stjärnor
                  base: 118 deltagare
                  sources:
                    - source: exempelformedlingen-2025-kontroll
                      locator: bilaga 2
                  checked_on: 2026-11-20
                """,
            ),
        ),
    ),
    # I20b: an archived copy is somewhere else than the page that it is a copy of.
    Edit(
        name="its-own-copy",
        tries="The source is gone. Its own address is given as the archived copy, and the page says that there is one.",
        invariant=20,
        code="I20b",
        where="providers/sources/latsasradion-2025-klagomal.yaml",
        unfair=(
            replaced(
                "providers/sources/latsasradion-2025-klagomal.yaml",
                """
                availability: gone
                """,
                """
                availability: gone_archived
                archive:
                  url: https://www.latsasradion.example/inslag
                  on: 2025-09-01
                """,
            ),
        ),
        instead="A copy that somebody else keeps.",
        mended=(
            replaced(
                "providers/sources/latsasradion-2025-klagomal.yaml",
                """
                availability: gone
                """,
                """
                availability: gone_archived
                archive:
                  url: https://arkiv.example/latsasradion/inslag
                  on: 2025-09-01
                """,
            ),
        ),
    ),
    # I20b: gone_archived needs the archive.
    Edit(
        name="a-copy-that-is-nowhere",
        tries="The source is said to be archived, so that no caution stands at what it carries. There is no copy.",
        invariant=20,
        code="I20b",
        where="providers/sources/latsasradion-2025-klagomal.yaml",
        unfair=(replaced("providers/sources/latsasradion-2025-klagomal.yaml", "availability: gone\n", "availability: gone_archived\n"),),
        instead="The copy.",
        mended=(
            replaced(
                "providers/sources/latsasradion-2025-klagomal.yaml",
                """
                availability: gone
                """,
                """
                availability: gone_archived
                archive:
                  url: https://arkiv.example/latsasradion/inslaget
                  on: 2025-09-01
                """,
            ),
        ),
    ),
    # I24b: what an issuer, a fund, a union, a trade body, a buyer of what it cites or a provider publishes has an interest.
    Edit(
        name="the-issuer-without-an-interest",
        tries="The issuer of a label writes about its own board, and the source is called neutral.",
        invariant=24,
        code="I24b",
        where="providers/sources/pahittsforetagen-2026-namnden-2.yaml",
        unfair=(added("providers/sources/pahittsforetagen-2026-namnden-2.yaml", _NAMNDEN),),
        instead="Its interest, and a sentence about it.",
        mended=(
            added(
                "providers/sources/pahittsforetagen-2026-namnden-2.yaml",
                _NAMNDEN + "interest: scheme_owner\ninterest_note: Påhittsföretagen ger själv ut auktorisationen.\n",
            ),
        ),
    ),
    # I09c: an open case has no outcome yet.
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
)
