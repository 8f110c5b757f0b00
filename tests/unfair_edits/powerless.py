"""Edits that nobody refuses and that do not help: what the page says is worked out from the days and the records (2, 5, 9, 13, 16, 20 and 23)."""

from unfair_edits.edit import Powerless, corrected, replaced

_PAHITT = "providers/profiles/3-pahitt-jobb.yaml"
_JOBBTORG = "providers/profiles/sagokopings-jobbtorg.yaml"

EDITS = (
    Powerless(
        name="a-search-of-last-year",
        tries="Nobody searches again, and inte funnen is to stand there for ever.",
        invariant=5,
        changes=(
            replaced(
                _PAHITT,
                """
                  query: 999008-0005
                  on: 2026-10-05
                  result: not_found
                - id: sokning-bemanning
                """,
                """
                  query: 999008-0005
                  on: 2025-11-20
                  result: not_found
                - id: sokning-bemanning
                """,
            ),
            corrected("profiles/3-pahitt-jobb", "Vi sökte i oktober 2026.", "Vi sökte i november 2025."),
        ),
        page="leverantor/3-pahitt-jobb/index.html",
        says="Vi har inte sökt i alla märkningars register",
        never=">ingen branschauktorisation funnen<",
    ),
    Powerless(
        name="one-search-for-all",
        tries="One of the three searches is taken away, and the page is to say that no label was found.",
        invariant=5,
        changes=(
            replaced(
                _JOBBTORG,
                """
                - id: sokning-bemanning
                  register: Påhittsföretagens register
                  scheme: exempelauktorisation-bemanning
                  query: Sagoköping
                  on: 2026-09-30
                  result: not_found
                """,
                "",
            ),
            corrected("profiles/sagokopings-jobbtorg#sokning-bemanning", "Vi sökte i tre register.", "Vi sökte i två register."),
        ),
        page="leverantor/sagokopings-jobbtorg/index.html",
        says="Vi har inte sökt i alla märkningars register",
        never=">ingen branschauktorisation funnen<",
    ),
    Powerless(
        name="the-last-day-has-passed",
        tries="A label that ran out yesterday is left as it is, as if it went on.",
        invariant=2,
        changes=(
            replaced(
                "providers/profiles/exempel-ab.yaml",
                """
                from: 2025-11-22
                to: 2026-11-21
                """,
                """
                from: 2025-11-22
                to: 2026-11-20
                """,
            ),
            corrected("profiles/exempel-ab", "Märkningen gäller till den 21 november 2026.", "Märkningen gäller till den 20 november 2026."),
        ),
        page="leverantor/exempel-ab/index.html",
        says='<span class="lage lage-expired" data-kraver-text="I14c">utgången</span>',
        never='<a href="/markning/exempelauktorisation-omstallning/">Exempelauktoriserat omställningsföretag</a>: <span class="lage lage-valid"',
    ),
    Powerless(
        name="look-again-in-the-next-century",
        tries="The next check of an open case is put off for seventy years, so that nobody need say how it ended.",
        invariant=9,
        changes=(replaced("providers/cases/utredning-2023.yaml", "next_check: 2030-02-01", "next_check: 2096-02-01"),),
        page="arende/utredning-2023/index.html",
        says="Det har gått mer än två år. Utfallet har inte kunnat fastställas.",
    ),
    Powerless(
        name="no-stars-are-none",
        tries="The stars of a company are taken away, so that its page has nought.",
        invariant=13,
        changes=(
            replaced(
                "providers/profiles/exempel-ab.yaml",
                """
                value: 3
                scale: 1–4 stjärnor
                """,
                """
                scale: 1–4 stjärnor
                """,
            ),
            corrected("profiles/exempel-ab", "Tre stjärnor.", "Inga stjärnor."),
        ),
        page="leverantor/exempel-ab/index.html",
        says="saknar betyg",
        never=">0 (1–4 stjärnor)",
    ),
    Powerless(
        name="the-father-s-label",
        tries="A predecessor gets a label, and the company that took over is to have it.",
        invariant=16,
        changes=(
            replaced(
                "providers/profiles/pahittade-vagar.yaml",
                """
                contracts:
                """,
                """
                accreditations:
                  - id: marke-2018
                    scheme: latsasmarket
                    from: 2018-01-01
                    to: 2027-12-31
                    sources:
                      - source: latsasforbundet-2026-register
                        locator: raden Påhittade Vägar
                    checked_on: 2026-11-20
                contracts:
                """,
            ),
        ),
        page="leverantor/exempel-ab/index.html",
        says='<a href="/markning/latsasmarket/">Låtsasmärket</a>: <span class="lage lage-not-found" data-kraver-text="I14c">inte funnen</span>',
        never="raden Påhittade Vägar, ",
    ),
    Powerless(
        name="the-copy-goes-too",
        tries="The archived copy of a decision is taken away, so that nobody can read it and everybody must believe it.",
        invariant=20,
        changes=(
            replaced(
                "providers/sources/exempelformedlingen-2023-havning.yaml",
                """
                availability: gone_archived
                archive:
                  url: https://arkiv.example/exempelformedlingen/havning
                  on: 2023-05-20
                """,
                """
                availability: gone
                """,
            ),
        ),
        page="arende/havning-2023/index.html",
        says="Källan är borttagen och vi har inte hittat någon kopia. Uppgiften går därför inte att kontrollera i dag.",
        never="arkiverad kopia",
    ),
    Powerless(
        name="search-only-for-the-others",
        tries="Only companies with contracts are searched for, so that the others look as if nobody vouched for them.",
        invariant=23,
        changes=(
            replaced(
                "providers/profiles/latsas-omstallning.yaml",
                """
                on: 2026-10-05
                result: not_found
                """,
                """
                on: 2024-10-05
                result: not_found
                """,
            ),
            corrected("profiles/latsas-omstallning", "Vi sökte i oktober 2026.", "Vi sökte i oktober 2024."),
        ),
        page="jamfor-leverantorer/index.html",
        says="Grupperna är olika väl kontrollerade.",
    ),
    Powerless(
        name="a-mark-before-the-name",
        tries="A company in the middle of the list puts a mark before its name, to stand first.",
        invariant=14,
        changes=(
            replaced("providers/profiles/fabeljobb.yaml", "name: Fabeljobb Exempel\n", "name: ”Fabeljobb” Exempel\n"),
            corrected("profiles/fabeljobb", "Fabeljobb Exempel", "Ett annat skrivsätt."),
        ),
        page="leverantorer/index.html",
        says='id="bokstav-1">0–9</h2>',
        never='id="bokstav-1">#</h2>',
    ),
)
