"""Edits whose rules are on their way: each is tried from the day that its code is in the catalogue (7, 8, 15, 17, 19, 21, 22 and 26)."""

from unfair_edits.edit import Change, Edit, added, buried, but, corrected, demo, listed, removed, replaced
from unfair_edits.matters import ARTICLE, BLOG, BY_A_PARTICIPANT, BY_A_PARTICIPANT_FILE, IN_THE_PAPER, IN_THE_PAPER_FILE, paper

CODES = ("I07k", "I08a", "I08b", "I15c", "I17e", "I19a", "I19b", "I21f", "I22a", "I22b", "I26b")

# What the deny list of the test has: two words that nobody is called.
DENIED = "Fabelius Sagosson"

_PROGRAMME = "providers/programmes/pahittsmatchning.yaml"
_FIRM = "providers/cases/latsascoach-2026.yaml"
_FIRM_DRAFT = "intake/cases/latsascoach-2026.yaml"
_FIRM_SOURCE = "providers/sources/exempelbladet-2026-latsascoach.yaml"
_FIRM_DRAFT_SOURCE = "intake/sources/exempelbladet-2026-latsascoach.yaml"
_LEDGER = "providers/published-ids.txt"
_INSPECTION = "providers/cases/kontroll-2025.yaml"
_SAID = "Deltagare berättade att möten ställdes in."
_NAME = "Exempelbladet skrev om möten hos 3 Påhitt Jobb 2026"
_PAGE_TEXT = "Den som är ny kan ändra fritt och se vad som händer."
_FINDING = """
- id: planer-2025
  kind: finding
  grade: B
  text: Myndigheten fann att var tionde plan saknades.
  by: [exempelformedlingen]
  date: 2025-02-20
  sources:
    - source: exempelformedlingen-2024-arsrapport
      locator: kapitel 5, tabell 3
  counter:
    searched_on: 2026-11-20
  checked_on: 2026-11-20
"""
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
        name="criticised-in-the-margin",
        tries="A finding about the programme names a company, which has no say there.",
        invariant=7,
        code="I07k",
        unfair=(listed(_PROGRAMME, "statements", but(_FINDING, "att var tionde plan saknades", "att var tionde plan saknades hos 3 Påhitt Jobb")),),
        instead="What was found about the programme.",
        mended=(listed(_PROGRAMME, "statements", _FINDING),),
    ),
    Edit(
        name="by-the-way-the-other-company",
        tries="A case about one company mentions another, which is no party and has no answer.",
        invariant=15,
        code="I15c",
        where=IN_THE_PAPER_FILE,
        unfair=_paper(_SAID, "Deltagare berättade att möten ställdes in, som hos Påhittscoachning."),
        instead="The company that it is about.",
        mended=_paper(_SAID, "Deltagare berättade att möten ställdes in samma dag."),
    ),
    Edit(
        name="the-one-without-a-name-is-called",
        tries="A party that is not named is not asked. Its words have the name.",
        invariant=15,
        code="I15c",
        where=IN_THE_PAPER_FILE,
        unfair=(
            ARTICLE,
            added(
                IN_THE_PAPER_FILE,
                but(but(paper("not_applicable"), "provider: 3-pahitt-jobb", "unnamed: ett företag som liknar 3 Påhitt Jobb"), " hos 3 Påhitt Jobb"),
            ),
        ),
        instead="The company is a party, and is asked.",
        mended=(ARTICLE, added(IN_THE_PAPER_FILE, IN_THE_PAPER)),
    ),
    Edit(
        name="never-published",
        tries="A record goes, and its line in the list of what has been published goes with it. Git remembers.",
        invariant=17,
        code="I17e",
        needs="git",
        where=_LEDGER,
        unfair=(removed("providers/cases/gott-exempel-2026.yaml"), replaced(_LEDGER, "cases/gott-exempel-2026\n", "")),
        instead="The line stays, and a tombstone says why the record is gone.",
        mended=(removed("providers/cases/gott-exempel-2026.yaml"), buried("cases", "gott-exempel-2026", "Källan höll inte.", reason="unfair")),
    ),
    Edit(
        name="never-removed",
        tries="A tombstone goes too, with the line that asked for it.",
        invariant=17,
        code="I17e",
        needs="git",
        where=_LEDGER,
        unfair=(removed("providers/tombstones/pahittad-dubblett.yaml"), replaced(_LEDGER, "profiles/pahittad-dubblett\n", "")),
        instead="The tombstone says more, and a correction says that it does.",
        mended=(
            replaced("providers/tombstones/pahittad-dubblett.yaml", "Företaget fanns inte ens i sagan.", "Företaget finns inte."),
            corrected("tombstones/pahittad-dubblett", "Företaget fanns inte ens i sagan.", "Företaget finns inte.", "Enklare ord."),
        ),
    ),
    Edit(
        name="a-little-worse-than-it-was",
        tries="Four of ten have become six of ten since the page was printed, and nobody is told.",
        invariant=19,
        code="I19a",
        where=_INSPECTION,
        unfair=(replaced(_INSPECTION, "      - en skriftlig plan för fyra av tio deltagare", "      - en skriftlig plan för sex av tio deltagare"),),
        instead="A correction says so.",
        mended=(
            replaced(_INSPECTION, "      - en skriftlig plan för fyra av tio deltagare", "      - en skriftlig plan för sex av tio deltagare"),
            corrected("cases/kontroll-2025#brister-habo", "en skriftlig plan för fyra av tio deltagare", "en skriftlig plan för sex av tio deltagare"),
        ),
    ),
    Edit(
        name="an-answer-made-shorter",
        tries="The company's answer is cut so that it says less.",
        invariant=19,
        code="I19a",
        where="providers/cases/klagomal-2025.yaml",
        unfair=(
            replaced(
                "providers/cases/klagomal-2025.yaml", "att mötet hade flyttats och att deltagaren fick en ny tid *samma vecka*", "att mötet hade flyttats"
            ),
        ),
        instead="A correction, since the company had taken it back.",
        mended=(
            replaced(
                "providers/cases/klagomal-2025.yaml", "att mötet hade flyttats och att deltagaren fick en ny tid *samma vecka*", "att mötet hade flyttats"
            ),
            corrected("cases/klagomal-2025", "Mötet flyttades och en ny tid gavs samma vecka.", "Mötet flyttades.", "Företaget rättade sitt svar."),
        ),
    ),
    Edit(
        name="what-cleared-it-is-gone",
        tries="The statement that nothing was found in Habo is taken out of the case, and the other stays.",
        invariant=19,
        code="I19b",
        where=_INSPECTION,
        unfair=(
            replaced(
                _INSPECTION,
                demo()[_INSPECTION][demo()[_INSPECTION].index("  - id: inget-i-habo\n") :],
                "",
            ),
        ),
        instead="A correction says that it is gone, and why.",
        mended=(
            replaced(
                _INSPECTION,
                demo()[_INSPECTION][demo()[_INSPECTION].index("  - id: inget-i-habo\n") :],
                "",
            ),
            corrected("cases/kontroll-2025", "En uppgift om kontoret i Habo.", "Uppgiften står under utfallet."),
        ),
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
    Edit(
        name="cheats-says-the-name",
        tries="The name of a case has a word that nobody has said.",
        invariant=22,
        code="I22a",
        where=IN_THE_PAPER_FILE,
        unfair=_paper(_NAME, "Fusk med möten hos 3 Påhitt Jobb 2026"),
        instead="What the case is.",
        mended=_paper(_NAME, "Artikel om möten hos 3 Påhitt Jobb 2026"),
    ),
    Edit(
        name="unserious-says-the-profile",
        tries="The company is called oseriös by us, since it has no label.",
        invariant=22,
        code="I22a",
        unfair=(
            added(
                "providers/profiles/fabelcoachen.yaml",
                """
                name: Fabelcoachen AB
                summary: Fabelcoachen är ett oseriöst företag.
                sources:
                  - source: bolagsregistret-2026-utdrag
                    locator: raden Fabelcoachen
                checked_on: 2026-11-20
                """,
            ),
        ),
        instead="What the register shows.",
        mended=(
            added(
                "providers/profiles/fabelcoachen.yaml",
                """
                name: Fabelcoachen AB
                summary: Fabelcoachen är ett företag i registret.
                sources:
                  - source: bolagsregistret-2026-utdrag
                    locator: raden Fabelcoachen
                checked_on: 2026-11-20
                """,
            ),
        ),
    ),
    Edit(
        name="a-scandal-on-a-page",
        tries="A page of the site calls something a scandal.",
        invariant=22,
        code="I22a",
        unfair=(replaced("content/om.md", _PAGE_TEXT, "Här kan du läsa om varje skandal."),),
        instead="What can be read there.",
        mended=(replaced("content/om.md", _PAGE_TEXT, "Här kan du läsa om varje ärende."),),
    ),
    Edit(
        name="swindlers-without-marks",
        tries="The paper's word becomes ours, as the marks of quotation are left out.",
        invariant=22,
        code="I22a",
        where=IN_THE_PAPER_FILE,
        unfair=_paper(_SAID, "Deltagare kallade mötena en bluff."),
        instead="The word within marks, and who said it.",
        mended=_paper(_SAID, "Deltagare kallade mötena ”en bluff”."),
    ),
    Edit(
        name="convicted-in-the-headline",
        tries="The name of a case says that the company was convicted. An article about meetings is all there is.",
        invariant=22,
        code="I22b",
        where=IN_THE_PAPER_FILE,
        unfair=_paper(_NAME, "3 Påhitt Jobb dömdes för inställda möten 2026"),
        instead="What there is.",
        mended=_paper(_NAME, "Uppgifter om inställda möten hos 3 Påhitt Jobb 2026"),
    ),
    Edit(
        name="found-by-a-blog",
        tries="The name of a case says that deficiencies were found. One participant has written so.",
        invariant=22,
        code="I22b",
        where=BY_A_PARTICIPANT_FILE,
        unfair=_account("En deltagare skrev om sin plan 2026", "Granskning visar brister hos 3 Påhitt Jobb 2026"),
        instead="Who says it.",
        mended=_account("En deltagare skrev om sin plan 2026", "En deltagare skrev om en plan som dröjde 2026"),
    ),
    Edit(
        name="half-of-it-gone",
        tries="Somebody has built from the wrong folder, and most of what was there before is missing.",
        invariant=26,
        code="I26b",
        level="warning",
        where="providers/released.txt",
        unfair=tuple(removed(name) for name in demo() if name.startswith(("providers/sources/", "providers/bodies/", "providers/cases/"))),
        instead="One record is removed, with its tombstone.",
        mended=(removed("providers/cases/gott-exempel-2026.yaml"), buried("cases", "gott-exempel-2026", "Källan höll inte.", reason="unfair")),
    ),
)
