"""Sources that cannot carry what stands on them: a grade, an outcome, a cause, a copy, a neutral voice (1, 6, 7, 20 and 24)."""

from unfair_edits.edit import Edit, added, but, listed, replaced
from unfair_edits.matters import BLOG, BY_A_PARTICIPANT, BY_A_PARTICIPANT_FILE, ending, participant

_EXEMPEL = "providers/profiles/exempel-ab.yaml"
_PROGRAMME = "providers/programmes/pahittsmatchning.yaml"
_RADIO = "providers/sources/latsasradion-2025-klagomal.yaml"

_HEARD = (BLOG, added(BY_A_PARTICIPANT_FILE, BY_A_PARTICIPANT))
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

EDITS = (
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
    Edit(
        name="its-own-copy",
        tries="The source is gone. Its own address is given as the archived copy, and the page says that there is one.",
        invariant=20,
        code="I20b",
        where=_RADIO,
        unfair=(
            replaced(
                _RADIO,
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
                _RADIO,
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
    Edit(
        name="a-copy-that-is-nowhere",
        tries="The source is said to be archived, so that no caution stands at what it carries. There is no copy.",
        invariant=20,
        code="I20b",
        where=_RADIO,
        unfair=(replaced(_RADIO, "availability: gone\n", "availability: gone_archived\n"),),
        instead="The copy.",
        mended=(
            replaced(
                _RADIO,
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
    Edit(
        name="the-competitor-as-the-buyer",
        tries="A competitor's blog post gets grade B, since its author is said to be the buyer.",
        invariant=7,
        code="I07l",
        where=BY_A_PARTICIPANT_FILE,
        unfair=(
            added(
                BY_A_PARTICIPANT_FILE,
                but(
                    participant("not_asked"),
                    "grade: D",
                    "grade: B",
                    "buyer: exempelformedlingen",
                    "buyer: latsasforbundet",
                    "blogg-2026-plan",
                    "latsasforbundet-2024-kritik",
                    "programme: pahittsmatchning\n",
                    "",
                ),
            ),
        ),
        instead="The grade of an account, and the company is asked.",
        mended=_HEARD,
    ),
    Edit(
        name="the-copy-next-door",
        tries="The copy has the same address but for www, the s of https and a slash.",
        invariant=20,
        code="I20b",
        where=_RADIO,
        unfair=(
            replaced(
                _RADIO,
                """
                availability: gone
                """,
                """
                availability: gone_archived
                archive:
                  url: http://latsasradion.example/inslag/
                  on: 2025-09-01
                """,
            ),
        ),
        instead="It is gone.",
        mended=(replaced(_RADIO, "availability: gone\n", "availability: gone\nnote: Det finns ingen kopia.\n"),),
    ),
    Edit(
        name="the-issuer-that-is-no-body",
        tries="The issuer is named as the publisher but not linked, so that nobody sees that it is the issuer.",
        invariant=24,
        code="I24b",
        where="providers/sources/pahittsforetagen-2026-namnden-2.yaml",
        unfair=(added("providers/sources/pahittsforetagen-2026-namnden-2.yaml", but(_NAMNDEN, "publisher_body: pahittsforetagen\n", "")),),
        instead="Its interest, and a sentence about it.",
        mended=(
            added(
                "providers/sources/pahittsforetagen-2026-namnden-2.yaml",
                _NAMNDEN + "interest: scheme_owner\ninterest_note: Påhittsföretagen ger själv ut auktorisationen.\n",
            ),
        ),
    ),
)
