"""Edits that ought to be refused and are not yet. Whoever closes a hole moves its edit to the table that it belongs to.

The code is the one that is thought of, and a sentence after it says what the rule would look for.
"""

from unfair_edits.edit import Change, Edit, added, buried, but, listed, removed, replaced
from unfair_edits.matters import ARTICLE, IN_THE_PAPER, IN_THE_PAPER_FILE

_PROGRAMME = "providers/programmes/pahittsmatchning.yaml"
_LINK_ONLY_SOURCE = "providers/sources/exempelbladet-2025-fabeljobb.yaml"


_PRINTED = (ARTICLE, added(IN_THE_PAPER_FILE, IN_THE_PAPER))
_NEWS = """
type: article-newspaper
title: Mer om Fabeljobb
publisher: Exempelbladet
publisher_body: exempelbladet
issued: 2026-02-11
url: https://www.exempelbladet.example/mer-om-fabeljobb
accessed: 2026-11-02
read: full
"""
_ONLY_A_LINK = """
type: media_report
date: 2026-02-11
parties:
  - provider: fabeljobb
    procedure: unknown
    outcome: unknown
    reply:
      state: not_asked
statements:
  - id: kalla
    kind: allegation
    grade: C
    sources:
      - source: exempelbladet-2026-fabeljobb
        locator: hela artikeln
    counter:
      searched_on: 2026-11-20
    checked_on: 2026-11-20
"""
_INSPECTION = "providers/cases/kontroll-2025.yaml"
_WORSE = replaced(_INSPECTION, "      - en skriftlig plan för fyra av tio deltagare", "      - en skriftlig plan för sex av tio deltagare")
_COMPLAINTS = """
- id: klagomal-2024-b
  metric: complaints
  what: {}
  value: 39
  from: 2024
  sources:
    - source: exempelformedlingen-2024-arsrapport
      locator: kapitel 5
  checked_on: 2026-11-20
"""
_REFUSED = """
- id: namnden-hosten-2026
  date: 2026-09
  figures:
    - what: refused
      value: 1
  text: {}
  sources:
    - source: latsasforbundet-2024-kritik
      locator: sista stycket
  checked_on: 2026-11-20
"""
_TERM = """
name: Inställt möte
definition: {}
sources:
  - source: latsasnatverket-2024-krav
    locator: punkt 3
checked_on: 2026-11-20
"""
_PROFILE = """
name: Nya Fabelföretaget AB
legal_form: limited_company
summary: {}
sources:
  - source: bolagsregistret-2026-utdrag
    locator: raden Nya Fabelföretaget
checked_on: 2026-11-20
"""


def _correction(**fields: str) -> Change:
    said = {
        "target": "cases/kontroll-2025#brister-habo",
        "published_on": "2026-11-21",
        "was": "en skriftlig plan för fyra av tio deltagare",
        "now": "en skriftlig plan för sex av tio deltagare",
        "why": "Vi läste fel rad.",
        "noticed_by": "editor",
    }
    return added("providers/corrections/2026-11-habo.yaml", "".join(f"{field}: {value}\n" for field, value in (said | fields).items()))


EDITS = (
    # I07b: a source that carries only links has no note and no title of ours.
    Edit(
        name="the-title-that-we-gave-it",
        tries="The company has not been heard, but the article has no title, so that ours says what stands in it.",
        invariant=7,
        code="I07b",
        where="providers/sources/exempelbladet-2026-fabeljobb.yaml",
        unfair=(
            added(
                "providers/sources/exempelbladet-2026-fabeljobb.yaml",
                but(_NEWS, "title: Mer om Fabeljobb\n", "title: Fabeljobb Exempel visade samma föreläsning fyra gånger\ntitle_reconstructed: true\n"),
            ),
            added("providers/cases/fabeljobb-2026.yaml", _ONLY_A_LINK),
        ),
        instead="The article's own title.",
        mended=(added("providers/sources/exempelbladet-2026-fabeljobb.yaml", _NEWS), added("providers/cases/fabeljobb-2026.yaml", _ONLY_A_LINK)),
    ),
    Edit(
        name="the-note-that-says-it",
        tries="A note on the page of the source tells what the article says about a company that has not been heard.",
        invariant=7,
        code="I07b",
        where=_LINK_ONLY_SOURCE,
        unfair=(
            replaced(
                _LINK_ONLY_SOURCE,
                """
                availability: paywalled
                """,
                """
                availability: paywalled
                note: Artikeln säger att samma föreläsning visades fyra gånger.
                """,
            ),
        ),
        instead="Whether the address works, and no more.",
        mended=(replaced(_LINK_ONLY_SOURCE, "availability: paywalled\n", "availability: moved\n"),),
    ),
    Edit(
        name="the-correction-that-says-it",
        tries="A correction of a case that is only a link tells what the case was said to be about.",
        invariant=7,
        code="I07b",
        where="providers/corrections/2026-11-fabeljobb.yaml",
        unfair=(
            added(
                "providers/corrections/2026-11-fabeljobb.yaml",
                """
                target: cases/fabeljobb-2025
                published_on: 2026-11-21
                was: Samma föreläsning visades tre gånger.
                now: Samma föreläsning visades fyra gånger.
                why: Vi räknade fel.
                noticed_by: editor
                """,
            ),
        ),
        instead="A correction of the page that has words, about a case that is shown.",
        mended=(
            added(
                "providers/corrections/2026-11-fabeljobb.yaml",
                """
                target: cases/vite-2024
                published_on: 2026-11-21
                was: Vitet blev 25 000 kronor.
                now: Vitet blev 20 000 kronor.
                why: Vi läste fel rad.
                noticed_by: editor
                """,
            ),
        ),
    ),
    # I07k: also on the pages of content/, where nobody can answer.
    Edit(
        name="accused-on-a-page",
        tries="The page about the site has a warning for a company, by name. No record, no source, no gate.",
        invariant=7,
        code="I07k",
        where="content/om.md",
        unfair=(replaced("content/om.md", "Den som är ny kan ändra fritt och se vad som händer.", "Välj inte 3 Påhitt Jobb AB, som ställer in sina möten."),),
        instead="A link to the company's page, where all that is said has its answer.",
        mended=(
            replaced(
                "content/om.md", "Den som är ny kan ändra fritt och se vad som händer.", "Se till exempel [en leverantör]({filename}/profiles/3-pahitt-jobb)."
            ),
        ),
    ),
    # I15c, I07k: a provider is named also by its number, by a link to its page, and in small letters.
    Edit(
        name="the-other-company-by-its-number",
        tries="A case names a company that is no party, by its organisation number.",
        invariant=15,
        code="I15c",
        where=IN_THE_PAPER_FILE,
        unfair=(ARTICLE, added(IN_THE_PAPER_FILE, but(IN_THE_PAPER, "möten ställdes in.", "möten ställdes in, som hos 999002-0001."))),
        instead="The company that the article is about.",
        mended=_PRINTED,
    ),
    Edit(
        name="the-other-company-by-a-link",
        tries="A case links to the page of a company that is no party, in the words “another company”.",
        invariant=15,
        code="I15c",
        where=IN_THE_PAPER_FILE,
        unfair=(
            ARTICLE,
            added(IN_THE_PAPER_FILE, but(IN_THE_PAPER, "möten ställdes in.", "möten ställdes in, som hos [ett annat företag](profiles/pahittscoachning).")),
        ),
        instead="A link to the programme.",
        mended=(
            ARTICLE,
            added(IN_THE_PAPER_FILE, but(IN_THE_PAPER, "möten ställdes in.", "möten ställdes in i [Påhittsmatchning](programmes/pahittsmatchning).")),
        ),
    ),
    Edit(
        name="the-other-company-in-small-letters",
        tries="A case names a company that is no party, with a small letter.",
        invariant=15,
        code="I15c",
        where=IN_THE_PAPER_FILE,
        unfair=(ARTICLE, added(IN_THE_PAPER_FILE, but(IN_THE_PAPER, "möten ställdes in.", "möten ställdes in, som hos påhittscoachning."))),
        instead="The company that the article is about.",
        mended=_PRINTED,
    ),
    # I07k: in every text of a system, a term, a source, a tombstone and another provider's profile, whatever the kind.
    Edit(
        name="a-number-against-one",
        tries="How many have complained of one company stands among the numbers of the programme, where it has no answer.",
        invariant=7,
        code="I07k",
        where=_PROGRAMME,
        unfair=(listed(_PROGRAMME, "figures", _COMPLAINTS.format("klagomål mot 3 Påhitt Jobb")),),
        instead="How many have complained of all of them.",
        mended=(listed(_PROGRAMME, "figures", _COMPLAINTS.format("skriftliga klagomål")),),
    ),
    Edit(
        name="what-the-board-said-of-one",
        tries="A rival writes which company the board refused, and it becomes what the board decided.",
        invariant=7,
        code="I07k",
        where="providers/schemes/exempelauktorisation.yaml",
        unfair=(listed("providers/schemes/exempelauktorisation.yaml", "board_decisions", _REFUSED.format("Påhittscoachning fick nej efter klagomål.")),),
        instead="How many, as the board said.",
        mended=(listed("providers/schemes/exempelauktorisation.yaml", "board_decisions", _REFUSED.format("Ett företag fick nej.")),),
    ),
    Edit(
        name="as-an-example-of-the-word",
        tries="A word is explained by the company that is said to do it.",
        invariant=7,
        code="I07k",
        where="providers/terms/installt-mote.yaml",
        unfair=(added("providers/terms/installt-mote.yaml", _TERM.format("När coachen inte kommer, som ofta hos 3 Påhitt Jobb.")),),
        instead="What the word means.",
        mended=(added("providers/terms/installt-mote.yaml", _TERM.format("När ett bokat möte inte blir av.")),),
    ),
    Edit(
        name="better-than-that-one",
        tries="A company's page praises it by what another one does.",
        invariant=7,
        code="I07k",
        where="providers/profiles/nya-fabelforetaget-2.yaml",
        unfair=(added("providers/profiles/nya-fabelforetaget-2.yaml", _PROFILE.format("Till skillnad från 3 Påhitt Jobb håller företaget sina möten.")),),
        instead="What the company does.",
        mended=(added("providers/profiles/nya-fabelforetaget-2.yaml", _PROFILE.format("Företaget matchar arbetssökande.")),),
    ),
    Edit(
        name="an-epitaph",
        tries="A case has to go, and its tombstone tells what it said, for ever.",
        invariant=7,
        code="I07k",
        where="providers/tombstones/gott-exempel-2026.yaml",
        unfair=(
            removed("providers/cases/gott-exempel-2026.yaml"),
            buried("cases", "gott-exempel-2026", "3 Påhitt Jobb ställde in sina möten men saken går inte att styrka.", reason="unfair"),
        ),
        instead="Why it is gone, and no more.",
        mended=(removed("providers/cases/gott-exempel-2026.yaml"), buried("cases", "gott-exempel-2026", "Uppgiften gick inte att styrka.", reason="unfair")),
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
    # I19a: no excuse for a change of meaning is a correction that says that there is none, that is older than the release, or that says nothing.
    Edit(
        name="only-a-slip-of-the-pen",
        tries="Four of ten become six of ten, and the correction says that the meaning is the same.",
        invariant=19,
        code="I19a",
        where=_INSPECTION,
        unfair=(_WORSE, _correction(meaning_changed="false")),
        instead="The correction says what was changed, and that it matters.",
        mended=(_WORSE, _correction()),
    ),
    Edit(
        name="corrected-long-ago",
        tries="The correction of a change of today is dated six years ago, where nobody looks.",
        invariant=19,
        code="I19a",
        where=_INSPECTION,
        unfair=(_WORSE, _correction(published_on="2020-01-01")),
        instead="The day of the correction.",
        mended=(_WORSE, _correction()),
    ),
    Edit(
        name="corrected-from-the-same-to-the-same",
        tries="The correction says that what stood there is what stands there.",
        invariant=19,
        code="I19a",
        where=_INSPECTION,
        unfair=(_WORSE, _correction(was="en skriftlig plan", now="en skriftlig plan")),
        instead="What it was, and what it is.",
        mended=(_WORSE, _correction()),
    ),
)
