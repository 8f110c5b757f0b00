"""A sole trader is a person, and so is everybody who is named: what nobody may read about people (8 and 21)."""

from unfair_edits.edit import Change, Edit, added, but, demo, removed, replaced
from unfair_edits.matters import ARTICLE, BLOG, BY_A_PARTICIPANT, BY_A_PARTICIPANT_FILE, IN_THE_PAPER, IN_THE_PAPER_FILE

# What the deny list of the test has: two words that nobody is called.
DENIED = "Fabelius Sagosson"

_FIRM = "providers/cases/latsascoach-2026.yaml"
_FIRM_DRAFT = "intake/cases/latsascoach-2026.yaml"
_FIRM_SOURCE = "providers/sources/exempelbladet-2026-latsascoach.yaml"
_FIRM_DRAFT_SOURCE = "intake/sources/exempelbladet-2026-latsascoach.yaml"
_SAID = "Deltagare berättade att möten ställdes in."
_PAGE_TEXT = "Den som är ny kan ändra fritt och se vad som händer."
_DECIDED = """
name: Exempelförmedlingen om Låtsascoachs samtal 2026
type: inspection
municipalities: [1880]
date: 2026-10-28
parties:
  - provider: exempelfirman-latsascoach
    procedure: closed
    outcome: partly
    outcome_on: 2025-09-30
    outcome_sources:
      - source: exempelformedlingen-2025-kontroll
        locator: bilaga 5
    reply:
      state: asked
      asked_on: 2026-10-29
      deadline: 2026-11-20
statements:
  - id: for-fa-samtal
    kind: finding
    grade: B
    text: Tre av tio samtal hade inte hållits.
    by: [exempelformedlingen]
    date: 2025-09-30
    sources:
      - source: exempelformedlingen-2025-kontroll
        locator: bilaga 5
    counter:
      searched_on: 2026-11-20
    checked_on: 2026-11-20
"""


def _paper(old: str, new: str) -> tuple[Change, ...]:
    return (ARTICLE, added(IN_THE_PAPER_FILE, but(IN_THE_PAPER, old, new)))


def _account(old: str, new: str) -> tuple[Change, ...]:
    return (BLOG, added(BY_A_PARTICIPANT_FILE, but(BY_A_PARTICIPANT, old, new)))


EDITS = (
    Edit(
        name="one-man-and-his-firm",
        tries="A sole trader has answered in the paper, so that the article may be told. But the firm is a person.",
        invariant=8,
        code="I08a",
        where=_FIRM,
        unfair=(
            added(_FIRM_SOURCE, demo()[_FIRM_DRAFT_SOURCE]),
            added(_FIRM, demo()[_FIRM_DRAFT]),
            removed(_FIRM_DRAFT),
            removed(_FIRM_DRAFT_SOURCE),
        ),
        instead="What an authority has found, and the firm has been asked.",
        mended=(added(_FIRM, but(_DECIDED, "date: 2026-10-28\nparties", "date: 2025-09-30\nparties")),),
    ),
    Edit(
        name="a-firm-that-would-not-answer",
        tries="A participant has written of a sole trader, and the firm has had its time.",
        invariant=8,
        code="I08a",
        where=BY_A_PARTICIPANT_FILE,
        unfair=_account("provider: 3-pahitt-jobb", "provider: exempelfirman-latsascoach"),
        instead="It stays in the private root.",
        mended=(
            added(
                "intake/cases/plan-2026.yaml",
                but(BY_A_PARTICIPANT, "provider: 3-pahitt-jobb", "provider: exempelfirman-latsascoach").replace("blogg-2026-plan", "blogg-2026-ingen-plan"),
            ),
        ),
    ),
    Edit(
        name="the-one-who-cancelled-them",
        tries="The paper named the employee who cancelled the meetings, and so do we.",
        invariant=8,
        code="I08b",
        where=IN_THE_PAPER_FILE,
        unfair=_paper(_SAID, "Deltagare berättade att Karin Låtsasdotter ställde in möten."),
        instead="What the person was.",
        mended=_paper(_SAID, "Deltagare berättade att en handläggare ställde in möten."),
    ),
    Edit(
        name="the-one-who-told-it",
        tries="The one who wrote of her plan did it in her own name, and is thanked for it.",
        invariant=8,
        code="I08b",
        where=BY_A_PARTICIPANT_FILE,
        unfair=_account("attribution: en deltagare", "attribution: Anna Påhittsson"),
        instead="What the person was.",
        mended=_account("attribution: en deltagare", "attribution: en kvinna som var deltagare"),
    ),
    Edit(
        name="a-name-that-must-stand-nowhere",
        tries="Somebody who has asked to be forgotten is named on a page.",
        invariant=21,
        code="I21f",
        needs="deny list",
        unfair=(replaced("content/om.md", _PAGE_TEXT, f"Tack till {DENIED}."),),
        instead="Thanks to nobody in particular.",
        mended=(replaced("content/om.md", _PAGE_TEXT, "Tack till alla som har provat."),),
    ),
    Edit(
        name="a-name-that-must-stand-nowhere-in-an-address",
        tries="The name is in the address of a source, with a hyphen and small letters.",
        invariant=21,
        code="I21f",
        needs="deny list",
        unfair=(added(BLOG.file, but(BLOG.new or "", "/min-plan", f"/{DENIED.lower().replace(' ', '-')}")),),
        instead="The address is not shown, and why is.",
        mended=(added(BLOG.file, but(BLOG.new or "", "url: https://example.org/bloggar/min-plan", "url_withheld: Adressen pekar ut en privatperson.")),),
    ),
)
