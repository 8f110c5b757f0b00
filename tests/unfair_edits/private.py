"""What nobody may read about a person, in places where nobody looks (21). Every number is made when the test runs."""

from made import person_number
from unfair_edits.edit import Change, Edit, added, at_end, but, listed, replaced
from unfair_edits.matters import ARTICLE, BLOG, BY_A_PARTICIPANT, BY_A_PARTICIPANT_FILE, IN_THE_PAPER, IN_THE_PAPER_FILE

_NUMBER = person_number()
_HYPHENED = person_number(between="-")
_FIRM = "providers/profiles/exempelfirman-latsascoach.yaml"
_SAID = "Deltagaren uppger att planen dröjde tre månader."
_COUNTER = "      searched_on: 2026-11-20\n"


def _account(old: str, new: str) -> tuple[Change, ...]:
    return (BLOG, added(BY_A_PARTICIPANT_FILE, but(BY_A_PARTICIPANT, old, new)))


EDITS = (
    Edit(
        name="the-owner-in-the-summary",
        tries="A profile tells who owns the company, with the number that the tax office has of her.",
        invariant=21,
        code="I21a",
        unfair=(replaced("providers/profiles/fabeljobb.yaml", "är ett påhittat företag.", f"ägs av {_HYPHENED}."),),
        instead="The company that owns it, by name.",
        mended=(
            at_end(
                "providers/profiles/fabeljobb.yaml",
                """
                relations:
                  - kind: parent
                    name: Fabelkoncernen Holding AB
                    sources:
                      - source: exempelbladet-2024-fabeljobb
                        locator: artikelns faktaruta
                """,
            ),
        ),
    ),
    Edit(
        name="the-number-in-a-quotation",
        tries="It stands so in the blog, so that it may be quoted.",
        invariant=21,
        code="I21a",
        unfair=_account("        locator: första stycket\n", f"        locator: första stycket\n        quote: Jag, {_NUMBER}, fick vänta i tre månader.\n"),
        where=BY_A_PARTICIPANT_FILE,
        instead="The part of the sentence that says it.",
        mended=_account("        locator: första stycket\n", "        locator: första stycket\n        quote: Jag fick vänta i tre månader.\n"),
    ),
    Edit(
        name="the-number-as-the-place",
        tries="The file at the authority is named after the person, and is the place in the source.",
        invariant=21,
        code="I21a",
        unfair=_account("locator: första stycket", f"locator: akten {person_number(between='+')}"),
        where=BY_A_PARTICIPANT_FILE,
        instead="The place without the person.",
        mended=_account("locator: första stycket", "locator: aktens tredje sida"),
    ),
    Edit(
        name="the-number-in-an-address",
        tries="The address of a source has the number in it.",
        invariant=21,
        code="I21a",
        unfair=(added(BLOG.file, but(BLOG.new or "", "/min-plan", f"/{_NUMBER}/min-plan")),),
        instead="The address is not shown, and why is.",
        mended=(added(BLOG.file, but(BLOG.new or "", "url: https://example.org/bloggar/min-plan", "url_withheld: Adressen pekar ut en privatperson.")),),
    ),
    Edit(
        name="the-number-in-a-note-to-oneself",
        tries="A comment in the file is seen by nobody, but for all who read the archive.",
        invariant=21,
        code="I21a",
        unfair=(replaced("providers/cases/vite-2024.yaml", "type: sanction\n", f"# ring {_HYPHENED}\ntype: sanction\n"),),
        instead="The note says whom to ring without saying who it is.",
        mended=(
            replaced(
                "providers/cases/vite-2024.yaml",
                """
                type: sanction
                """,
                """
                # ring handläggaren igen
                type: sanction
                """,
            ),
        ),
    ),
    Edit(
        name="the-number-of-one-who-is-not-named",
        tries="A party without a name gets one in digits.",
        invariant=21,
        code="I21a",
        unfair=(replaced("providers/cases/handlingar-2024.yaml", "leverantörer i Påhittsmatchning", f"den som har {person_number(between=' ')}"),),
        instead="The words of the source.",
        mended=(
            added(
                "providers/cases/handlingar-2025.yaml",
                """
                name: Fler avtal begärdes ut 2025
                type: transparency
                date: 2025-03
                parties:
                  - unnamed: leverantörer som källan inte namnger
                    procedure: closed
                    outcome: unknown
                    reply:
                      state: not_applicable
                statements:
                  - id: begaran
                    kind: context
                    grade: B
                    text: Myndigheten lämnade ut tio avtal.
                    by: [exempelformedlingen]
                    date: 2025-02-20
                    sources:
                      - source: exempelformedlingen-2024-arsrapport
                        locator: kapitel 5
                    checked_on: 2026-11-20
                """,
            ),
        ),
    ),
    Edit(
        name="the-number-that-was-corrected",
        tries="A correction tells what stood there, and there it stands again.",
        invariant=21,
        code="I21a",
        unfair=(replaced("providers/corrections/2026-09-stavning.yaml", "was: Exempelnämden", f"was: Nämndens {person_number(between=chr(0x2013))}"),),
        instead="A correction that says what kind of thing was taken away.",
        mended=(
            replaced("providers/bodies/exempelnamnden.yaml", "Exempelnämnden är en påhittad nämnd. Den prövar", "Den påhittade nämnden prövar"),
            added(
                "providers/corrections/2026-11-uppgift.yaml",
                """
                target: bodies/exempelnamnden
                published_on: 2026-11-21
                was: En uppgift om en person.
                now: Uppgiften är borttagen.
                why: Den behövdes inte.
                noticed_by: reader
                """,
            ),
        ),
    ),
    Edit(
        name="the-number-of-somebody-who-has-none",
        tries="A coordination number is no person number, somebody says.",
        invariant=21,
        code="I21a",
        unfair=_account("attribution: en deltagare", f"attribution: deltagare {person_number(born='121272', between='-')}"),
        where=BY_A_PARTICIPANT_FILE,
        instead="What the person was.",
        mended=_account("attribution: en deltagare", "attribution: en tidigare deltagare"),
    ),
    Edit(
        name="the-number-for-the-vat",
        tries="A sole trader's VAT number is shown for the readers who pay.",
        invariant=21,
        code="I21a",
        unfair=(replaced(_FIRM, "Därför visas inget organisationsnummer.", f"Momsnumret är SE{_NUMBER}01."),),
        instead="Nothing of the kind.",
        mended=(
            replaced(
                _FIRM,
                """
                legal_form: sole_trader
                """,
                """
                legal_form: sole_trader
                aliases: [Låtsascoachen]
                """,
            ),
        ),
    ),
    Edit(
        name="the-number-as-the-firm-s-own",
        tries="A sole trader's organisation number is a person number, and is entered as one.",
        invariant=21,
        code="T06",
        unfair=(replaced(_FIRM, "legal_form: sole_trader\n", f"legal_form: sole_trader\norgnr: {_HYPHENED}\n"),),
        instead="The trader's website.",
        mended=(
            replaced(
                _FIRM,
                """
                legal_form: sole_trader
                """,
                """
                legal_form: sole_trader
                website: https://latsascoach.example/om
                """,
            ),
        ),
    ),
    Edit(
        name="the-number-as-the-name-of-the-file",
        tries="The case is named after the one who complained, so that it can be found.",
        invariant=21,
        code="I21e",
        unfair=(BLOG, added(f"providers/cases/{_NUMBER}.yaml", BY_A_PARTICIPANT)),
        where=f"providers/cases/{'•' * 10}.yaml",
        instead="A name that says nothing of anybody.",
        mended=(BLOG, added(BY_A_PARTICIPANT_FILE, BY_A_PARTICIPANT)),
    ),
    Edit(
        name="the-number-on-a-page",
        tries="The page about the site thanks somebody by number.",
        invariant=21,
        code="I21a",
        unfair=(replaced("content/om.md", "Den som är ny kan ändra fritt och se vad som händer.", f"Tack till {_HYPHENED}."),),
        instead="Thanks to nobody in particular.",
        mended=(replaced("content/om.md", "Den som är ny kan ändra fritt och se vad som händer.", "Tack till alla som har provat."),),
    ),
    Edit(
        name="ring-the-manager",
        tries="The manager's mobile number is given, for those who want to say what they think.",
        invariant=21,
        code="I21c",
        unfair=(replaced("providers/profiles/fabeljobb.yaml", "är ett påhittat företag.", "är ett påhittat företag. Ring chefen på 070-174 06 22."),),
        instead="The company's own number, where such numbers stand.",
        mended=(replaced("providers/profiles/fabeljobb.yaml", "summary: Fabeljobb", "contact:\n  phone: 070-174 06 22\nsummary: Fabeljobb"),),
    ),
    Edit(
        name="write-to-the-one-who-said-it",
        tries="The participant's e-mail address is the attribution.",
        invariant=21,
        code="I21c",
        unfair=_account("attribution: en deltagare", "attribution: deltagare@example.org"),
        where=BY_A_PARTICIPANT_FILE,
        instead="What the person was.",
        mended=_account("attribution: en deltagare", "attribution: en deltagare hösten 2026"),
    ),
    Edit(
        name="the-address-in-what-we-searched-for",
        tries="The register was searched for somebody's address, and the search is shown.",
        invariant=21,
        code="I21c",
        unfair=(
            listed(
                "providers/profiles/3-pahitt-jobb.yaml",
                "checks",
                """
                - id: sokning-sagoregistret
                  register: Sagoregistret
                  scheme: sagoregistret
                  query: chefen@example.org
                  on: 2026-10-05
                  result: not_found
                """,
            ),
        ),
        instead="The company's name was searched for.",
        mended=(
            listed(
                "providers/profiles/3-pahitt-jobb.yaml",
                "checks",
                """
                - id: sokning-sagoregistret
                  register: Sagoregistret
                  scheme: sagoregistret
                  query: 3 Påhitt Jobb
                  on: 2026-10-05
                  result: not_found
                """,
            ),
        ),
    ),
    Edit(
        name="ill-and-still-made-to-wait",
        tries="The participant was on sick leave, and that makes it worse.",
        invariant=21,
        code="I21d",
        unfair=_account(_SAID, "Deltagaren var sjukskriven och uppger att planen dröjde tre månader."),
        where=BY_A_PARTICIPANT_FILE,
        instead="What the company did, and no more.",
        mended=_account(_SAID, "Deltagaren uppger att planen dröjde från juni till augusti."),
    ),
    Edit(
        name="it-was-only-her-nerves",
        tries="What speaks against the claim is that the one who made it was burnt out.",
        invariant=21,
        code="I21d",
        unfair=(
            ARTICLE,
            added(
                IN_THE_PAPER_FILE,
                but(
                    IN_THE_PAPER,
                    _COUNTER,
                    "      text: Deltagaren led av utmattning vid den tiden.\n      sources: [{source: exempelbladet-2026-moten, locator: tredje stycket}]\n",
                ),
            ),
        ),
        where=IN_THE_PAPER_FILE,
        instead="What speaks against the claim.",
        mended=(
            ARTICLE,
            added(
                IN_THE_PAPER_FILE,
                but(
                    IN_THE_PAPER,
                    _COUNTER,
                    "      text: En annan deltagare fick alla sina möten.\n      sources: [{source: exempelbladet-2026-moten, locator: tredje stycket}]\n",
                ),
            ),
        ),
    ),
)
