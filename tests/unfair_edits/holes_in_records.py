"""Edits that ought to be refused and are not yet. Whoever closes a hole moves its edit to the table that it belongs to.

The code is the one that is thought of, and a sentence after it says what the rule would look for.
"""

from unfair_edits.edit import Change, Edit, added, buried, but, listed, removed, replaced
from unfair_edits.matters import ARTICLE, BLOG, BY_A_PARTICIPANT, BY_A_PARTICIPANT_FILE, IN_THE_PAPER, IN_THE_PAPER_FILE, ending, paper, participant

_EXEMPEL = "providers/profiles/exempel-ab.yaml"
_PAHITT = "providers/profiles/3-pahitt-jobb.yaml"
_PROGRAMME = "providers/programmes/pahittsmatchning.yaml"
_LINK_ONLY_SOURCE = "providers/sources/exempelbladet-2025-fabeljobb.yaml"


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
