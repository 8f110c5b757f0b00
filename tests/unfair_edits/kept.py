"""What was published is lost, led astray or moved in time (17 and 18)."""

from unfair_edits.edit import Edit, added, buried, corrected, demo, listed, removed, replaced
from unfair_edits.matters import ARTICLE

_PROFILE = "providers/profiles/exempel-ab.yaml"
_LEDGER = "providers/published-ids.txt"
_CASE = "providers/cases/gott-exempel-2026.yaml"

EDITS = (
    Edit(
        name="the-case-is-gone",
        tries="The company asked, and a published case is taken away without a word.",
        invariant=17,
        code="I17a",
        unfair=(removed(_CASE), removed("providers/terms/omstallning.yaml")),
        where=_LEDGER,
        instead="Its tombstone says why it is gone.",
        mended=(removed(_CASE), buried("cases", "gott-exempel-2026", "Källan höll inte.", reason="unfair")),
    ),
    Edit(
        name="the-same-under-another-name",
        tries="A record gets a new id, and every link to the old one breaks.",
        invariant=17,
        code="I17a",
        unfair=(removed("providers/terms/vite.yaml"), added("providers/terms/viten.yaml", demo()["providers/terms/vite.yaml"])),
        where=_LEDGER,
        instead="The old id leads to the new one.",
        mended=(
            removed("providers/terms/vite.yaml"),
            added("providers/terms/viten.yaml", demo()["providers/terms/vite.yaml"]),
            buried("terms", "vite", "Ordet står under en annan form.", reason="merged", redirect="terms/viten"),
        ),
    ),
    Edit(
        name="round-and-round",
        tries="Two tombstones point at each other, so that both say that there is something to see.",
        invariant=17,
        code="I17b",
        unfair=(replaced("providers/tombstones/exempel-jobb.yaml", "redirect: profiles/exempel-ab", "redirect: profiles/exempel-coach"),),
        instead="The last of them leads to a record.",
        mended=(replaced("providers/tombstones/exempel-jobb.yaml", "redirect: profiles/exempel-ab", "redirect: profiles/exempelkoncernen"),),
    ),
    Edit(
        name="a-way-to-nowhere",
        tries="A removed page leads to one that never was.",
        invariant=17,
        code="I17b",
        unfair=(replaced("providers/tombstones/exempel-coach.yaml", "redirect: profiles/exempel-jobb", "redirect: profiles/exempel-jobb-2"),),
        instead="It leads straight to the record that both were merged into.",
        mended=(replaced("providers/tombstones/exempel-coach.yaml", "redirect: profiles/exempel-jobb", "redirect: profiles/exempel-ab"),),
    ),
    Edit(
        name="a-list-of-one-s-own",
        tries="A company gets its line in the list of what has been published as words, where nothing can check it.",
        invariant=17,
        code="I17c",
        unfair=(replaced(_LEDGER, "profiles/exempel-ab\n", "Exempel Jobb AB\n"),),
        instead="A new record's id, as the list has them.",
        mended=(
            ARTICLE,
            replaced(
                _LEDGER,
                """
                profiles/exempel-ab
                """,
                """
                profiles/exempel-ab
                sources/exempelbladet-2026-moten
                """,
            ),
        ),
    ),
    Edit(
        name="buried-alive",
        tries="A tombstone says that a court's acquittal was removed. It was not.",
        invariant=17,
        code="I17d",
        unfair=(buried("cases", "dom-2022", "Domen gällde något annat."),),
        instead="A correction says what was wrong, and the case stays.",
        mended=(
            replaced("providers/cases/dom-2022.yaml", "inget fel i de fakturor som målet gällde", "inget fel i de fakturor som åtalet gällde"),
            corrected("cases/dom-2022", "fakturor som målet gällde", "fakturor som åtalet gällde"),
        ),
    ),
    Edit(
        name="a-dead-company-s-name-for-a-living-one",
        tries="The address of a removed page is given to another company, which gets the links to it.",
        invariant=17,
        code="I17d",
        unfair=(
            added(
                "providers/profiles/pahittad-dubblett.yaml",
                """
                name: Nya Fabelföretaget AB
                summary: Ett påhittat företag.
                sources:
                  - source: bolagsregistret-2026-utdrag
                    locator: raden Nya Fabelföretaget
                checked_on: 2026-11-20
                """,
            ),
        ),
        where="providers/tombstones/pahittad-dubblett.yaml",
        instead="An id of its own.",
        mended=(
            added(
                "providers/profiles/nya-fabelforetaget.yaml",
                """
                name: Nya Fabelföretaget AB
                summary: Ett påhittat företag.
                sources:
                  - source: bolagsregistret-2026-utdrag
                    locator: raden Nya Fabelföretaget
                checked_on: 2026-11-20
                """,
            ),
        ),
    ),
    Edit(
        name="over-before-it-began",
        tries="A contract ends before it starts, and its state becomes anybody's guess.",
        invariant=18,
        code="I18a",
        unfair=(
            replaced(
                _PROFILE,
                """
                from: 2027-01-01
                to: 2028-12-31
                """,
                """
                from: 2027-01-01
                to: 2026-12-31
                """,
            ),
        ),
        instead="The days of the contract.",
        mended=(
            replaced(
                _PROFILE,
                """
                from: 2027-01-01
                to: 2028-12-31
                """,
                """
                from: 2027-01-01
                to: 2028-06-30
                """,
            ),
            corrected("profiles/exempel-ab", "Avtalet gäller till den 31 december 2028.", "Avtalet gäller till den 30 juni 2028."),
        ),
    ),
    Edit(
        name="seen-tomorrow",
        tries="A list that will come tomorrow is said to show the contract already.",
        invariant=18,
        code="I18b",
        unfair=(replaced(_PROFILE, "seen: [2025-09-30, 2026-10-01]", "seen: [2025-09-30, 2026-10-01, 2026-11-22]"),),
        instead="The day of the list that there is.",
        mended=(replaced(_PROFILE, "seen: [2025-09-30, 2026-10-01]", "seen: [2025-09-30, 2026-10-01, 2026-11-02]"),),
    ),
    Edit(
        name="asked-next-month",
        tries="The letter has not been sent, but its day is set, and the page says that the company has been asked.",
        invariant=18,
        code="I18b",
        unfair=(
            replaced(
                "providers/cases/vite-2024.yaml",
                """
                state: not_asked
                """,
                """
                state: asked
                asked_on: 2026-12-01
                deadline: 2026-12-18
                """,
            ),
        ),
        instead="The letter is sent, and it is today.",
        mended=(
            replaced(
                "providers/cases/vite-2024.yaml",
                """
                state: not_asked
                """,
                """
                state: asked
                asked_on: 2026-11-21
                deadline: 2026-12-07
                """,
            ),
        ),
    ),
    Edit(
        name="a-verdict-foretold",
        tries="A court will clear the company next week, its lawyer says, and the page says that it has.",
        invariant=18,
        code="I18b",
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
                outcome_on: 2026-11-28
                outcome_sources:
                  - source: exempelformedlingen-2024-arsrapport
                    locator: bilaga 3
                """,
            ),
        ),
        instead="Somebody looks again after next week.",
        mended=(replaced("providers/cases/utredning-2023.yaml", "    next_check: 2030-02-01\n", "    next_check: 2026-11-30\n"),),
    ),
    Edit(
        name="read-before-it-was-written",
        tries="A press release is said to have been read the week before it came, so that an old text passes for it.",
        invariant=18,
        code="I18c",
        unfair=(replaced("providers/sources/exempelbladet-2026-gott-exempel.yaml", "accessed: 2026-11-02", "accessed: 2026-04-12"),),
        instead="The day it was read.",
        mended=(replaced("providers/sources/exempelbladet-2026-gott-exempel.yaml", "accessed: 2026-11-02", "accessed: 2026-11-10"),),
    ),
    Edit(
        name="checked-against-nothing",
        tries="A statement is said to have been checked in spring. Its source was first read in November.",
        invariant=18,
        code="I18c",
        unfair=(
            listed(
                _PROFILE,
                "statements",
                """
                - id: kurser-2026
                  text: Företaget ger kurser i Habo.
                  sources:
                    - source: exempelformedlingen-2026-leverantorer
                      locator: raden Exempel Jobb, Habo
                  checked_on: 2026-05-02
                """,
            ),
        ),
        instead="The day somebody held it against the source.",
        mended=(
            listed(
                _PROFILE,
                "statements",
                """
                - id: kurser-2026
                  text: Företaget ger kurser i Habo.
                  sources:
                    - source: exempelformedlingen-2026-leverantorer
                      locator: raden Exempel Jobb, Habo
                  checked_on: 2026-11-02
                """,
            ),
        ),
    ),
    Edit(
        name="the-thirtieth-of-february",
        tries="A day that is none is written, so that nothing can be compared with it.",
        invariant=18,
        code="T05",
        unfair=(replaced("providers/cases/klagomal-2026.yaml", "    date: 2026-09-15\n", "    date: 2026-02-30\n"),),
        instead="The month, when the day is not known.",
        mended=(
            replaced("providers/cases/klagomal-2026.yaml", "    date: 2026-09-15\n", "    date: 2026-09\n"),
            corrected("cases/klagomal-2026#berattelsen", "Inlägget är från den 15 september 2026.", "Inlägget är från september 2026."),
        ),
    ),
)
