"""A case as it should be, one a medium carries and one a participant does, which the edits then get wrong."""

from unfair_edits.edit import added, but

ARTICLE = added(
    "providers/sources/exempelbladet-2026-moten.yaml",
    """
    type: article-newspaper
    title: Deltagare väntar på möten
    publisher: Exempelbladet
    publisher_body: exempelbladet
    issued: 2026-09-01
    url: https://www.exempelbladet.example/moten
    accessed: 2026-11-02
    read: full
    availability: reachable
    """,
)
BLOG = added(
    "providers/sources/blogg-2026-plan.yaml",
    """
    type: post-weblog
    title: Min plan dröjde
    publisher: En deltagares blogg
    issued: 2026-09-15
    url: https://example.org/bloggar/min-plan
    accessed: 2026-11-02
    read: full
    availability: reachable
    interest: party
    interest_note: Den som skriver var själv deltagare.
    """,
)
DECISION = added(
    "providers/sources/exempelformedlingen-2026-beslut.yaml",
    """
    type: legal_case
    title: Beslut om inställda möten
    publisher: Exempelförmedlingen
    publisher_body: exempelformedlingen
    issued: 2026-10-20
    url: https://www.exempelformedlingen.example/beslut-2026
    accessed: 2026-11-02
    read: full
    availability: reachable
    interest: buyer
    interest_note: Exempelförmedlingen är part i avtalet.
    """,
)

IN_THE_PAPER_FILE = "providers/cases/moten-2026.yaml"
IN_THE_PAPER = """
name: Exempelbladet skrev om möten hos 3 Påhitt Jobb 2026
type: media_report
programme: pahittsmatchning
buyer: exempelformedlingen
municipalities: [2580]
date: 2026-09-01
parties:
  - provider: 3-pahitt-jobb
    procedure: unknown
    outcome: unknown
    reply:
      state: asked
      asked_on: 2026-10-12
      deadline: 2026-10-30
statements:
  - id: moten
    kind: allegation
    grade: C
    text: Deltagare berättade att möten ställdes in.
    by: [exempelbladet]
    date: 2026-09-01
    sources:
      - source: exempelbladet-2026-moten
        locator: andra stycket
    counter:
      searched_on: 2026-11-20
    checked_on: 2026-11-20
"""

BY_A_PARTICIPANT_FILE = "providers/cases/plan-2026.yaml"
BY_A_PARTICIPANT = """
name: En deltagare skrev om sin plan 2026
type: complaint
programme: pahittsmatchning
buyer: exempelformedlingen
municipalities: [2580]
date: 2026-09
parties:
  - provider: 3-pahitt-jobb
    procedure: unknown
    outcome: unknown
    reply:
      state: asked
      asked_on: 2026-10-12
      deadline: 2026-10-30
statements:
  - id: planen
    kind: allegation
    grade: D
    text: Deltagaren uppger att planen dröjde tre månader.
    attribution: en deltagare
    date: 2026-09-15
    sources:
      - source: blogg-2026-plan
        locator: första stycket
    counter:
      searched_on: 2026-11-20
    checked_on: 2026-11-20
"""

ASKED = """
      state: asked
      asked_on: 2026-10-12
      deadline: 2026-10-30
"""


def paper(state: str, **fields: str) -> str:
    """The case that a medium carries, with another reply."""
    return but(IN_THE_PAPER, ASKED, _reply(state, fields))


def participant(state: str, **fields: str) -> str:
    """The case that a participant carries, with another reply."""
    return but(BY_A_PARTICIPANT, ASKED, _reply(state, fields))


def ending(case: str, **fields: str) -> str:
    """One of the cases, with another way to have come."""
    return but(case, "\n    procedure: unknown\n    outcome: unknown\n", "\n" + "".join(f"    {field}: {value}\n" for field, value in fields.items()))


def _reply(state: str, fields: dict[str, str]) -> str:
    return "\n" + "".join(f"      {field}: {value}\n" for field, value in {"state": state, **fields}.items())
