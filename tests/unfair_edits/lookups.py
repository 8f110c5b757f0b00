"""Silence that nobody listened to, and contracts that are somebody else's (5 and 16)."""

from unfair_edits.edit import Edit, listed

_EXEMPEL = "providers/profiles/exempel-ab.yaml"
_PAHITT = "providers/profiles/3-pahitt-jobb.yaml"

_SEARCH = """
- id: sokning-sagoregistret
  register: {}
  scheme: sagoregistret
  query: {}
  on: 2026-10-05
  result: not_found
"""

EDITS = (
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
)
