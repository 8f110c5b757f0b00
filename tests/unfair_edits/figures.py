"""Numbers that say more than they know: shares of nothing, measurements by nobody, marks of our own (12, 13 and 14)."""

from unfair_edits.edit import Edit, added, but, listed, replaced

_PROGRAMME = "providers/programmes/pahittsmatchning.yaml"
_PROFILE = "providers/profiles/pahittscoachning.yaml"

_SHARE = """
- id: nojda-2024
  metric: satisfaction
  what: deltagare som var missnöjda
  value: 62
  unit: percent
  of: de 40 som svarade på en enkät
  from: 2024
  caveat: Bara var femte svarade.
  sources:
    - source: exempelformedlingen-2024-arsrapport
      locator: kapitel 4
  checked_on: 2026-11-20
"""
_MEASURE = """
- id: vantetid-2025
  what: Tid till första mötet
  by: exempelformedlingen
  period: våren 2025
  value: 9
  unit: days
  base: 41 deltagare
  sources:
    - source: exempelformedlingen-2025-kontroll
      locator: bilaga 2
  checked_on: 2026-11-20
"""
_RATING = """
- id: betyg-2024
  what: Exempelbetyget
  by: exempelformedlingen
  period: hösten 2024
  scale: 1–4 stjärnor
  base: färre än 18 deltagare
  sources:
    - source: exempelformedlingen-2025-kontroll
      locator: bilaga 2
  checked_on: 2026-11-20
"""

EDITS = (
    Edit(
        name="sixty-two-per-cent-of-what",
        tries="Sixty-two per cent were unhappy. That it was twenty-five of forty answers is left out.",
        invariant=12,
        code="I12b",
        unfair=(listed(_PROGRAMME, "figures", but(_SHARE, "  of: de 40 som svarade på en enkät\n")),),
        instead="Who the hundred per cent are.",
        mended=(listed(_PROGRAMME, "figures", _SHARE),),
    ),
    Edit(
        name="a-number-of-no-time",
        tries="The year is left out, so that an old number looks like one of today.",
        invariant=12,
        code="T01",
        unfair=(listed(_PROGRAMME, "figures", but(_SHARE, "  from: 2024\n")),),
        instead="The year of the number.",
        mended=(listed(_PROGRAMME, "figures", _SHARE),),
    ),
    Edit(
        name="measured-by-nobody",
        tries="A company's own figure is shown as if somebody had measured it.",
        invariant=13,
        code="T01",
        unfair=(listed(_PROFILE, "measures", but(_MEASURE, "  by: exempelformedlingen\n")),),
        instead="Who measured.",
        mended=(listed(_PROFILE, "measures", _MEASURE),),
    ),
    Edit(
        name="none-is-nought",
        tries="The company is new and has no rating, and nought stars stand on its page.",
        invariant=13,
        code="I13b",
        unfair=(listed(_PROFILE, "measures", but(_RATING, "  scale:", "  value: 0\n  scale:")),),
        instead="No value: the page says that there is no rating.",
        mended=(listed(_PROFILE, "measures", _RATING),),
    ),
    Edit(
        name="of-those-who-were-asked",
        tries="Seven answers become a measurement, since the base may be any words.",
        invariant=13,
        code="I13c",
        unfair=(listed(_PROFILE, "measures", but(_MEASURE, "base: 41 deltagare", "base: tillfrågade deltagare")),),
        instead="How many they were, or that the source does not say.",
        mended=(listed(_PROFILE, "measures", but(_MEASURE, "base: 41 deltagare", "base: antalet framgår inte av källan")),),
    ),
    Edit(
        name="two-stars-from-us",
        tries="The editors give the company two stars of their own.",
        invariant=14,
        code="I14a",
        unfair=(
            replaced(
                _PROFILE,
                """
                legal_form: limited_company
                """,
                """
                legal_form: limited_company
                stars: 2
                """,
            ),
        ),
        instead="What the authority measured, with whom, when and of how many.",
        mended=(listed(_PROFILE, "measures", _MEASURE),),
    ),
    Edit(
        name="a-case-weighs-ten-points",
        tries="Cases are given points, from which a list of the worst could be made.",
        invariant=14,
        code="I14a",
        unfair=(
            replaced(
                "providers/cases/vite-2024.yaml",
                """
                type: sanction
                """,
                """
                type: sanction
                poäng: 10
                """,
            ),
        ),
        instead="The outcome says it in words, with what the decision itself says of its size.",
        mended=(
            replaced(
                "providers/cases/vite-2024.yaml",
                """
                state: not_asked
                """,
                """
                state: asked
                asked_on: 2026-10-12
                deadline: 2026-10-30
                """,
            ),
        ),
    ),
    Edit(
        name="best-in-the-county",
        tries="A friend of the company puts it first on a list of the best.",
        invariant=14,
        code="I14a",
        unfair=(
            added(
                "providers/profiles/basta-coachen.yaml",
                """
                name: Bästa Fabelcoachen AB
                ranking: 1
                summary: Bästa Fabelcoachen är ett påhittat företag.
                sources:
                  - source: bolagsregistret-2026-utdrag
                    locator: raden Bästa Fabelcoachen
                checked_on: 2026-11-20
                """,
            ),
        ),
        instead="The company as everybody else: a name, and what a source shows.",
        mended=(
            added(
                "providers/profiles/basta-coachen.yaml",
                """
                name: Bästa Fabelcoachen AB
                legal_form: limited_company
                summary: Bästa Fabelcoachen är ett påhittat företag.
                sources:
                  - source: bolagsregistret-2026-utdrag
                    locator: raden Bästa Fabelcoachen
                checked_on: 2026-11-20
                """,
            ),
        ),
    ),
    # A share is a share also when the words say it, and a scale has two ends.
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
    Edit(
        name="five-of-four-stars",
        tries="The friend's company gets five of four stars.",
        invariant=13,
        code="I13b",
        where="providers/profiles/exempel-ab.yaml",
        unfair=(
            listed(
                "providers/profiles/exempel-ab.yaml",
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
                "providers/profiles/exempel-ab.yaml",
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
)
