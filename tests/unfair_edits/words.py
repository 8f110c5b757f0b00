"""Who is named where, and with which words (7, 15 and 22)."""

from unfair_edits.edit import Change, Edit, added, but, listed, replaced
from unfair_edits.matters import ARTICLE, BLOG, BY_A_PARTICIPANT, BY_A_PARTICIPANT_FILE, IN_THE_PAPER, IN_THE_PAPER_FILE, paper

_PROGRAMME = "providers/programmes/pahittsmatchning.yaml"
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


def _paper(old: str, new: str) -> tuple[Change, ...]:
    return (ARTICLE, added(IN_THE_PAPER_FILE, but(IN_THE_PAPER, old, new)))


def _account(old: str, new: str) -> tuple[Change, ...]:
    return (BLOG, added(BY_A_PARTICIPANT_FILE, but(BY_A_PARTICIPANT, old, new)))


_PROFILE = """
name: Nya Fabelföretaget AB
legal_form: limited_company
summary: {}
sources:
  - source: bolagsregistret-2026-utdrag
    locator: raden Nya Fabelföretaget
checked_on: 2026-11-20
"""

EDITS = (
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
        name="claimed-in-the-headline",
        tries="The name of a case tells what an article says, as if it had happened. No word of it is strong.",
        invariant=22,
        code="I22d",
        where=IN_THE_PAPER_FILE,
        unfair=_paper(_NAME, "3 Påhitt Jobb tog betalt för möten med påhittade deltagare 2026"),
        instead="Whose words they are.",
        mended=_paper(_NAME, "3 Påhitt Jobb tog betalt för möten med påhittade deltagare 2026, enligt Exempelbladet"),
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
    # I22a: a name of our own registry excuses no loaded word that is not also in the legal name or the source's title.
    Edit(
        name="a-bad-name",
        tries="A loaded word is given to the company as a name that it is also known by, and then it may be used.",
        invariant=22,
        code="I22a",
        where="providers/profiles/nya-fabelforetaget-2.yaml",
        unfair=(
            added(
                "providers/profiles/nya-fabelforetaget-2.yaml",
                but(
                    _PROFILE.format("Lurendrejarna matchar arbetssökande."),
                    "legal_form: limited_company\n",
                    "legal_form: limited_company\naliases: [Lurendrejarna]\n",
                ),
            ),
        ),
        instead="A name that the company uses.",
        mended=(
            added(
                "providers/profiles/nya-fabelforetaget-2.yaml",
                but(
                    _PROFILE.format("Fabelnytt matchar arbetssökande."), "legal_form: limited_company\n", "legal_form: limited_company\naliases: [Fabelnytt]\n"
                ),
            ),
        ),
    ),
    # I22b: a strong word stands in no text of a profile, a contract or a term that is no statement with a grade.
    Edit(
        name="convicted-in-the-summary",
        tries="The summary of a company says that it was convicted. No case, no grade, no court.",
        invariant=22,
        code="I22b",
        where="providers/profiles/nya-fabelforetaget-2.yaml",
        unfair=(added("providers/profiles/nya-fabelforetaget-2.yaml", _PROFILE.format("Företaget dömdes för bedrägeri.")),),
        instead="What the company does.",
        mended=(added("providers/profiles/nya-fabelforetaget-2.yaml", _PROFILE.format("Företaget ger vägledning.")),),
    ),
)
