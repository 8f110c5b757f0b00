"""Facts without a carrier: no source, no place in it, no grade, no word of whose interest it is, no such record (1, 24 and 25)."""

from unfair_edits.edit import Edit, added, but, corrected, listed, replaced
from unfair_edits.matters import ARTICLE, IN_THE_PAPER, IN_THE_PAPER_FILE, paper

_CASE = "providers/cases/utredning-2023.yaml"
_OPEN = "    procedure: under_investigation\n    outcome: none_yet\n    next_check: 2030-02-01\n"
_CLOSED = "    procedure: closed\n    outcome: none_found\n    outcome_on: 2026-10-20\n"
_PROGRAMME = "providers/programmes/pahittsmatchning.yaml"
_PROFILE = "providers/profiles/exempel-ab.yaml"
_RIVAL = "providers/sources/latsasforbundet-2026-blogg.yaml"

_FINDING = """
- id: planer-2026
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
_BACKGROUND = """
- id: kurser-2026
  text: Företaget ger kurser i Habo sedan 2026.
  sources:
    - source: exempelformedlingen-2026-leverantorer
      locator: raden Exempel Jobb, Habo
  checked_on: 2026-11-20
"""
_RIVALS_BLOG = """
type: post-weblog
title: Så vet du vem du ska välja
publisher: Låtsasförbundet
publisher_body: latsasforbundet
issued: 2026-05
url: https://www.latsasforbundet.example/blogg/valja
accessed: 2026-11-02
read: full
availability: reachable
interest: competitor
interest_note: Låtsasförbundet ger ut en egen märkning.
"""

EDITS = (
    Edit(
        name="cleared-by-nobody",
        tries="A friend of the company closes an open case in its favour. No source says so.",
        invariant=1,
        code="I01a",
        unfair=(replaced(_CASE, _OPEN, _CLOSED),),
        instead="The outcome has the document that shows it, and the place in it.",
        mended=(
            replaced(_CASE, _OPEN, _CLOSED + "    outcome_sources:\n      - source: exempelformedlingen-2024-arsrapport\n        locator: bilaga 3\n"),
            replaced(_CASE, "outcome_on: 2026-10-20", "outcome_on: 2025-02-20"),
        ),
    ),
    Edit(
        name="an-answer-that-stands-nowhere",
        tries="To get round the gate, an article is said to hold the company's answer, but not where.",
        invariant=1,
        code="I01b",
        unfair=(ARTICLE, added(IN_THE_PAPER_FILE, paper("replied_in_source", text="Företaget ville inte kommentera saken."))),
        where=IN_THE_PAPER_FILE,
        instead="The place of the answer in the article.",
        mended=(
            ARTICLE,
            added(
                IN_THE_PAPER_FILE,
                paper(
                    "replied_in_source",
                    text="Företaget svarade att nya tider gavs.",
                    sources="[{source: exempelbladet-2026-moten, locator: sista stycket}]",
                ),
            ),
        ),
    ),
    Edit(
        name="a-finding-of-no-grade",
        tries="Something is called found, and nothing tells how strong it is, so that a rumour reads as a decision.",
        invariant=1,
        code="I01c",
        unfair=(listed(_PROGRAMME, "statements", but(_FINDING, "  grade: B\n")),),
        instead="The grade is given, and with it the verb.",
        mended=(listed(_PROGRAMME, "statements", _FINDING),),
    ),
    Edit(
        name="somewhere-in-the-report",
        tries="A report of two hundred pages is the source, and nobody can find the place.",
        invariant=1,
        code="T01",
        unfair=(listed(_PROFILE, "statements", but(_BACKGROUND, "      locator: raden Exempel Jobb, Habo\n")),),
        instead="The place in the source is named.",
        mended=(listed(_PROFILE, "statements", _BACKGROUND),),
    ),
    Edit(
        name="a-fact-of-no-source",
        tries="Everybody knows that, so the list of sources is left empty.",
        invariant=1,
        code="T10",
        unfair=(
            listed(
                _PROFILE,
                "statements",
                but(
                    _BACKGROUND,
                    """
                    sources:
                      - source: exempelformedlingen-2026-leverantorer
                        locator: raden Exempel Jobb, Habo
                    """,
                    """
                    sources: []
                    """,
                ),
            ),
        ),
        instead="A source that says it.",
        mended=(listed(_PROFILE, "statements", _BACKGROUND),),
    ),
    Edit(
        name="a-source-that-nobody-has-seen",
        tries="A statement cites an article that is not in the registry: nobody can read who wrote it, when, or whether it is there.",
        invariant=1,
        code="L01",
        unfair=(added(IN_THE_PAPER_FILE, IN_THE_PAPER),),
        instead="The article gets a record of its own.",
        mended=(ARTICLE, added(IN_THE_PAPER_FILE, IN_THE_PAPER)),
    ),
    Edit(
        name="a-demand-that-no-one-checked",
        tries="A demand on every provider is written from memory, with no day when somebody held it against the source.",
        invariant=1,
        code="T01",
        unfair=(
            listed(
                _PROGRAMME,
                "demands",
                """
                - id: tolk
                  name: En tolk om du behöver det
                  text: Du har rätt till tolk vid det första mötet.
                  by: [exempelformedlingen]
                  sources:
                    - source: exempelformedlingen-2026-leverantorer
                      locator: avsnittet Krav
                """,
            ),
        ),
        instead="The source is read again, and the day is noted.",
        mended=(
            listed(
                _PROGRAMME,
                "demands",
                """
                - id: tolk
                  name: En tolk om du behöver det
                  text: Du har rätt till tolk vid det första mötet.
                  by: [exempelformedlingen]
                  sources:
                    - source: exempelformedlingen-2026-leverantorer
                      locator: avsnittet Krav
                  checked_on: 2026-11-20
                """,
            ),
        ),
    ),
    Edit(
        name="a-rival-without-a-word-of-it",
        tries="A competitor's blog becomes a source. Its interest is noted, and what it is is not said.",
        invariant=24,
        code="I24a",
        unfair=(added(_RIVAL, but(_RIVALS_BLOG, "interest_note: Låtsasförbundet ger ut en egen märkning.\n")),),
        instead="A sentence says what the interest is.",
        mended=(added(_RIVAL, _RIVALS_BLOG),),
    ),
    Edit(
        name="a-party-s-own-page-as-neutral-ground",
        tries="The company's own answer loses the note that it is the company's own.",
        invariant=24,
        code="I24a",
        unfair=(replaced("providers/sources/pahittscoachning-2025-svar.yaml", "interest_note: Påhittscoachning är själv part i saken.\n", ""),),
        instead="The note is shortened, and stays.",
        mended=(
            replaced("providers/sources/pahittscoachning-2025-svar.yaml", "Påhittscoachning är själv part i saken.", "Företaget är själv part i saken."),
            corrected("sources/pahittscoachning-2025-svar", "Påhittscoachning är själv part i saken.", "Företaget är själv part i saken.", "Noten kortades."),
        ),
    ),
    Edit(
        name="the-counter-with-a-slip-of-the-pen",
        tries="A misspelt key hides what speaks against the claim. Half a look and it is there.",
        invariant=25,
        code="T02",
        unfair=(ARTICLE, added(IN_THE_PAPER_FILE, but(IN_THE_PAPER, "    counter:", "    conter:"))),
        where=IN_THE_PAPER_FILE,
        instead="The key is spelt as it should be.",
        mended=(ARTICLE, added(IN_THE_PAPER_FILE, IN_THE_PAPER)),
    ),
    Edit(
        name="an-outcome-in-the-editor-s-own-words",
        tries="The outcome is written as a word that no list has, so that nothing sorts it or asks for its source.",
        invariant=25,
        code="T03",
        unfair=(ARTICLE, added(IN_THE_PAPER_FILE, but(IN_THE_PAPER, "outcome: unknown", "outcome: skyldig"))),
        where=IN_THE_PAPER_FILE,
        instead="What the sources show: how it ended is not known.",
        mended=(ARTICLE, added(IN_THE_PAPER_FILE, IN_THE_PAPER)),
    ),
    Edit(
        name="a-company-that-does-not-exist",
        tries="One letter is lost in the provider's id, and the claim hangs on nobody.",
        invariant=25,
        code="L01",
        unfair=(ARTICLE, added(IN_THE_PAPER_FILE, but(IN_THE_PAPER, "provider: 3-pahitt-jobb", "provider: 3-pahit-jobb"))),
        where=IN_THE_PAPER_FILE,
        instead="The id is the provider's.",
        mended=(ARTICLE, added(IN_THE_PAPER_FILE, IN_THE_PAPER)),
    ),
    Edit(
        name="see-also-nothing",
        tries="A text leans on a page that is not there.",
        invariant=25,
        code="L03",
        unfair=(replaced("providers/terms/vite.yaml", "Ett vite är inget straff.", "Läs mer [här](cases/vite-2042)."),),
        instead="The link leads to the case that is meant.",
        mended=(
            replaced("providers/terms/vite.yaml", "Ett vite är inget straff.", "Läs mer om [ett vite](cases/vite-2024)."),
            corrected("terms/vite", "Ett vite är inget straff.", "En länk till ett vite.", "Meningen stod redan på en annan sida."),
        ),
    ),
    Edit(
        name="a-statement-told-twice-under-one-name",
        tries="A second statement takes the id of the first, so that a link to the one shows the other.",
        invariant=25,
        code="L02",
        unfair=(listed(_PROFILE, "statements", but(_BACKGROUND, "kurser-2026", "stjarnor-2025")),),
        instead="An id of its own.",
        mended=(listed(_PROFILE, "statements", but(_BACKGROUND, "kurser-2026", "kurser-2025")),),
    ),
    Edit(
        name="a-correction-of-nothing",
        tries="A correction is shown that no statement has had, to make a page look unreliable.",
        invariant=25,
        code="L03",
        unfair=(corrected("cases/kontroll-2025#brister-i-habo", "Allt var fel.", "Inget var fel."),),
        instead="A correction of the statement that was wrong.",
        mended=(
            replaced("providers/cases/kontroll-2025.yaml", "en skriftlig plan för fyra av tio", "en skriftlig plan för fyra av elva"),
            corrected("cases/kontroll-2025#brister-habo", "en skriftlig plan för fyra av tio", "en skriftlig plan för fyra av elva"),
        ),
    ),
)
