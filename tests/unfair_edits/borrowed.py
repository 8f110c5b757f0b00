"""Power that somebody borrows: a participant who finds, a court that is said to say it, an answer that the accuser tells (7 and 8)."""

from unfair_edits.edit import Edit, added, but, replaced
from unfair_edits.matters import ARTICLE, BLOG, BY_A_PARTICIPANT, BY_A_PARTICIPANT_FILE, DECISION, IN_THE_PAPER, IN_THE_PAPER_FILE, participant

_REPLIED = participant("replied", asked_on="2026-10-12", deadline="2026-10-30", answered_on="2026-10-20", text="Planen är klar nu.")
_FIRM_IN_THE_PAPER = but(IN_THE_PAPER, "3-pahitt-jobb", "exempelfirman-latsascoach", "3 Påhitt Jobb", "Exempelfirman Låtsascoach")
_FROM_THE_AUTHORITY = but(
    _FIRM_IN_THE_PAPER,
    "name: Exempelbladet skrev om möten hos Exempelfirman Låtsascoach 2026",
    "name: Möten hos Exempelfirman Låtsascoach 2026",
    "type: media_report",
    "type: inspection",
    "grade: C",
    "grade: B",
    "by: [exempelbladet]",
    "by: [exempelformedlingen]",
    "source: exempelbladet-2026-moten",
    "source: exempelformedlingen-2026-beslut",
)
_IN_THE_BLOG = "\n        - source: blogg-2026-plan\n          locator: sista stycket"

EDITS = (
    Edit(
        name="the-sole-trader-found-wanting",
        tries="What a paper says of a sole trader is no allegation but a finding, which no row of the gate asks about.",
        invariant=8,
        code="I08a",
        unfair=(ARTICLE, added(IN_THE_PAPER_FILE, but(_FIRM_IN_THE_PAPER, "kind: allegation", "kind: finding"))),
        where=IN_THE_PAPER_FILE,
        instead="A document of the authority.",
        mended=(DECISION, added(IN_THE_PAPER_FILE, but(_FROM_THE_AUTHORITY, "kind: allegation", "kind: finding"))),
    ),
    Edit(
        name="the-measure-against-a-sole-trader",
        tries="It is called a measure that was taken.",
        invariant=8,
        code="I08a",
        unfair=(ARTICLE, added(IN_THE_PAPER_FILE, but(_FIRM_IN_THE_PAPER, "kind: allegation", "kind: measure_taken"))),
        where=IN_THE_PAPER_FILE,
        instead="A document of the authority.",
        mended=(DECISION, added(IN_THE_PAPER_FILE, but(_FROM_THE_AUTHORITY, "kind: allegation", "kind: measure_taken"))),
    ),
    Edit(
        name="the-participant-who-found-it",
        tries="What a participant writes is called a finding.",
        invariant=7,
        code="I07t",
        unfair=(BLOG, added(BY_A_PARTICIPANT_FILE, but(BY_A_PARTICIPANT, "kind: allegation", "kind: finding"))),
        where=BY_A_PARTICIPANT_FILE,
        instead="An allegation.",
        mended=(BLOG, added(BY_A_PARTICIPANT_FILE, BY_A_PARTICIPANT)),
    ),
    Edit(
        name="the-answer-that-the-accuser-tells",
        tries="The blog that accuses the company also tells what it answered.",
        invariant=7,
        code="I07u",
        unfair=(
            BLOG,
            added(
                BY_A_PARTICIPANT_FILE,
                participant(
                    "replied_in_source",
                    text="Företaget sade att planer tar tid.",
                    sources="\n        - source: blogg-2026-plan\n          locator: sista stycket",
                ),
            ),
        ),
        where=BY_A_PARTICIPANT_FILE,
        instead="The answer that the company gave us.",
        mended=(BLOG, added(BY_A_PARTICIPANT_FILE, _REPLIED)),
    ),
    Edit(
        name="declined-the-day-after",
        tries="The company is said to have declined as soon as it was asked, on no day that anybody can give.",
        invariant=7,
        code="I07a",
        unfair=(BLOG, added(BY_A_PARTICIPANT_FILE, participant("declined", asked_on="2026-11-19", deadline="2026-12-03"))),
        where=BY_A_PARTICIPANT_FILE,
        instead="The day when it said no.",
        mended=(BLOG, added(BY_A_PARTICIPANT_FILE, participant("declined", asked_on="2026-11-19", deadline="2026-12-03", answered_on="2026-11-20"))),
    ),
    Edit(
        name="the-court-in-the-authoritys-report",
        tries="The authority's own report becomes the words of a court.",
        invariant=7,
        code="I07v",
        unfair=(replaced("providers/cases/revision-2022.yaml", "by: [fantasirevisionen]", "by: [pahittsdomstolen]"),),
        instead="Who wrote the report, and one who helped.",
        mended=(replaced("providers/cases/revision-2022.yaml", "by: [fantasirevisionen]", "by: [fantasirevisionen, pahittsinspektionen]"),),
    ),
)
