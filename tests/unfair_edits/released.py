"""What has been published is not changed or taken away in silence (17, 19 and 26)."""

from unfair_edits.edit import Change, Edit, added, buried, corrected, demo, removed, replaced

_LEDGER = "providers/published-ids.txt"
_INSPECTION = "providers/cases/kontroll-2025.yaml"
_WORSE = replaced(_INSPECTION, "      - en skriftlig plan för fyra av tio deltagare", "      - en skriftlig plan för sex av tio deltagare")


_CUT = replaced("providers/cases/klagomal-2025.yaml", "att mötet hade flyttats och att deltagaren fick en ny tid *samma vecka*", "att mötet hade flyttats")


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
        unfair=(_CUT,),
        instead="A correction, since the company had taken it back.",
        mended=(
            _CUT,
            corrected(
                "cases/klagomal-2025#part-3-pahitt-jobb", "Mötet flyttades och en ny tid gavs samma vecka.", "Mötet flyttades.", "Företaget rättade sitt svar."
            ),
        ),
    ),
    Edit(
        name="an-answer-made-shorter-in-passing",
        tries="The same, excused by a correction of the whole case that says nothing of the answer.",
        invariant=19,
        code="I19a",
        where="providers/cases/klagomal-2025.yaml",
        unfair=(_CUT, corrected("cases/klagomal-2025", "Ett ord.", "Ett annat ord.", "Enklare ord.")),
        instead="The correction is of what the company answered.",
        mended=(_CUT, corrected("cases/klagomal-2025#part-3-pahitt-jobb", "Mötet flyttades, samma vecka.", "Mötet flyttades.", "Företaget rättade sitt svar.")),
    ),
    Edit(
        name="it-never-said-that",
        tries="A correction of what nobody has changed tells what never stood there.",
        invariant=19,
        code="I19f",
        where="providers/corrections/2026-11-habo.yaml",
        unfair=(_correction(was="Företaget ställde in alla möten.", now="Företaget ställde in några möten."),),
        instead="There is a correction when something has changed.",
        mended=(_WORSE, _correction()),
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
            corrected("cases/kontroll-2025#inget-i-habo", "En uppgift om kontoret i Habo.", "Uppgiften står under utfallet."),
        ),
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
