"""Labels made longer, stronger or worse than they are (2–4)."""

from unfair_edits.edit import Edit, added, but, listed, replaced

_EXEMPEL = "providers/profiles/exempel-ab.yaml"
_PAHITT = "providers/profiles/3-pahitt-jobb.yaml"
_SAGO = "providers/profiles/sago-exempelkompetens.yaml"

_LABEL_OF_TODAY = "    from: 2025-11-22\n    to: 2026-11-21\n"
_SEARCH = """
- id: sokning-sagoregistret
  register: Sagoregistret
  scheme: sagoregistret
  query: 3 Påhitt Jobb
  on: 2026-10-05
  result: not_found
"""
_REGISTER_ENTRY = """
- id: marke-2026
  scheme: latsasmarket
  from: 2026-01-01
  to: 2028-12-31
  sources:
    - source: latsasforbundet-2026-register
      locator: raden Exempel Jobb
  checked_on: 2026-11-20
"""
_TAKEN_BACK = """
type: press_release
title: Beslut av nämnden i oktober 2026
publisher: Påhittsföretagen
publisher_body: pahittsforetagen
issued: 2026-10-12
url: https://www.pahittsforetagen.example/oktober-2026
accessed: 2026-11-02
read: full
availability: reachable
interest: scheme_owner
interest_note: Påhittsföretagen ger själv ut auktorisationen.
"""


def _ended(how: str, source: str, locator: str) -> str:
    return f"    ended:\n      how: {how}\n      on: 2026-10-12\n      sources:\n        - source: {source}\n          locator: {locator}\n"


EDITS = (
    Edit(
        name="authorised-because-it-says-so",
        tries="The company asks to be valid, and the editor writes it.",
        invariant=2,
        code="I02a",
        unfair=(replaced(_EXEMPEL, _LABEL_OF_TODAY, _LABEL_OF_TODAY + "    status: valid\n"),),
        instead="The next period of the register, from the day after the last.",
        mended=(
            replaced(
                _EXEMPEL,
                """
                - id: godkannande-2024
                """,
                """
                - id: auktorisation-2026
                  scheme: exempelauktorisation-omstallning
                  from: 2026-11-22
                  to: 2027-11-21
                  sources:
                    - source: pahittsforetagen-2026-register
                      locator: raden Exempel Jobb, kommande perioder
                  checked_on: 2026-11-20
                - id: godkannande-2024
                """,
            ),
        ),
    ),
    Edit(
        name="yes-in-one-word",
        tries="A whole profile says auktoriserad: true.",
        invariant=2,
        code="I02a",
        unfair=(
            replaced(
                _PAHITT,
                """
                legal_form: limited_company
                """,
                """
                legal_form: limited_company
                auktoriserad: true
                """,
            ),
        ),
        instead="The register is searched, and the search is noted.",
        mended=(listed(_PAHITT, "checks", _SEARCH),),
    ),
    Edit(
        name="a-contract-that-is-always-on",
        tries="The state of a contract is typed, so that nobody has to know when it ends.",
        invariant=2,
        code="I02a",
        unfair=(
            replaced(
                _EXEMPEL,
                """
                reference: EF 2024-0117
                """,
                """
                reference: EF 2024-0117
                state: active
                """,
            ),
        ),
        instead="One more day on which a source shows the contract.",
        mended=(replaced(_EXEMPEL, "seen: [2025-09-30, 2026-10-01]", "seen: [2025-09-30, 2026-10-01, 2026-11-02]"),),
    ),
    Edit(
        name="two-years-for-one",
        tries="A label that is given for a year gets two, so that nobody sees the gap.",
        invariant=3,
        code="I03a",
        unfair=(replaced(_SAGO, "    from: 2022-09-01\n", "    from: 2021-09-01\n"),),
        instead="Each year is a period of its own.",
        mended=(
            listed(
                _SAGO,
                "accreditations",
                """
                - id: auktorisation-2021
                  scheme: exempelauktorisation-omstallning
                  from: 2021-09-01
                  to: 2022-08-31
                  sources:
                    - source: pahittsforetagen-2023-aterkallelse
                      locator: andra stycket
                  checked_on: 2026-11-20
                """,
            ),
        ),
    ),
    Edit(
        name="one-label-on-top-of-another",
        tries="A renewal begins before the last period is over, and a revocation of the one leaves the other valid.",
        invariant=3,
        code="I03b",
        unfair=(
            listed(
                _SAGO,
                "accreditations",
                """
                - id: auktorisation-2023
                  scheme: exempelauktorisation-omstallning
                  from: 2023-06-01
                  to: 2024-05-31
                  sources:
                    - source: pahittsforetagen-2023-aterkallelse
                      locator: andra stycket
                  checked_on: 2026-11-20
                """,
            ),
        ),
        instead="The earlier year that the source shows, over before the next begins.",
        mended=(
            listed(
                _SAGO,
                "accreditations",
                """
                - id: auktorisation-2020
                  scheme: exempelauktorisation-omstallning
                  from: 2020-09-01
                  to: 2021-08-31
                  sources:
                    - source: pahittsforetagen-2023-aterkallelse
                      locator: andra stycket
                  checked_on: 2026-11-20
                """,
            ),
        ),
    ),
    Edit(
        name="a-label-without-end",
        tries="A label whose length nobody has fixed gets no last day, so that it never runs out.",
        invariant=3,
        code="I03c",
        unfair=(listed(_EXEMPEL, "accreditations", but(_REGISTER_ENTRY, "  to: 2028-12-31\n")),),
        instead="The last day of the register.",
        mended=(listed(_EXEMPEL, "accreditations", _REGISTER_ENTRY),),
    ),
    Edit(
        name="revoked-says-the-paper",
        tries="A newspaper wrote that the company is out, and that becomes a revocation.",
        invariant=4,
        code="I04a",
        unfair=(replaced(_EXEMPEL, _LABEL_OF_TODAY, _LABEL_OF_TODAY + _ended("revoked", "exempelbladet-2024-granskning", "sista stycket")),),
        instead="The issuer's own decision is the source.",
        mended=(
            added("providers/sources/pahittsforetagen-2026-oktober.yaml", _TAKEN_BACK),
            replaced(_EXEMPEL, _LABEL_OF_TODAY, _LABEL_OF_TODAY + _ended("revoked", "pahittsforetagen-2026-oktober", "punkt 3")),
        ),
    ),
    Edit(
        name="revoked-says-the-rival",
        tries="An association with a label of its own says that another association has revoked this one.",
        invariant=4,
        code="I04a",
        unfair=(replaced(_EXEMPEL, _LABEL_OF_TODAY, _LABEL_OF_TODAY + _ended("revoked", "latsasforbundet-2026-register", "sidans inledning")),),
        instead="The company is gone from the list, and why nobody says: it is no longer listed.",
        mended=(replaced(_EXEMPEL, _LABEL_OF_TODAY, _LABEL_OF_TODAY + _ended("no_longer_listed", "latsasforbundet-2026-register", "sidans inledning")),),
    ),
    Edit(
        name="not-found-typed",
        tries="The search is more than a year old and counts no longer, so that the editor types what it gave.",
        invariant=5,
        code="I02a",
        unfair=(
            replaced(
                "providers/profiles/anga-pahitt.yaml",
                """
                contracts:
                """,
                """
                accreditations:
                  - id: bemanning
                    scheme: exempelauktorisation-bemanning
                    status: not_found
                    from: 2025-06-01
                    sources:
                      - source: pahittsforetagen-2026-register
                        locator: hela listan
                    checked_on: 2026-11-20
                contracts:
                """,
            ),
        ),
        instead="The register is searched again, with the day.",
        mended=(
            listed(
                "providers/profiles/anga-pahitt.yaml",
                "checks",
                """
                - id: sokning-bemanning-november
                  register: Påhittsföretagens register
                  scheme: exempelauktorisation-bemanning
                  query: Ånga Påhitt
                  on: 2026-11-20
                  result: not_found
                """,
            ),
        ),
    ),
)
