"""Who is named where it cannot answer: in a case that it is no party to, or beside the cases."""

from unfair_edits.edit import Change, Edit, added, buried, but, listed, removed, replaced
from unfair_edits.matters import ARTICLE, IN_THE_PAPER, IN_THE_PAPER_FILE

_PROGRAMME = "providers/programmes/pahittsmatchning.yaml"
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

_PRINTED = (ARTICLE, added(IN_THE_PAPER_FILE, IN_THE_PAPER))
_PAGE_TEXT = "Den som är ny kan ändra fritt och se vad som händer."


def _said(more: str) -> tuple[Change, ...]:
    """The case, with more at the end of what it says."""
    return (ARTICLE, added(IN_THE_PAPER_FILE, but(IN_THE_PAPER, "möten ställdes in.", f"möten ställdes in{more}.")))


def _on_page(text: str) -> tuple[Change, ...]:
    return (replaced("content/om.md", _PAGE_TEXT, text),)


EDITS = (
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
    Edit(
        name="the-other-company-by-its-number-in-parts",
        tries="The number of the other company has spaces instead of the hyphen.",
        invariant=15,
        code="I15c",
        where=IN_THE_PAPER_FILE,
        unfair=_said(", som hos 99 90 02 00 01"),
        instead="The company that the article is about.",
        mended=_PRINTED,
    ),
    Edit(
        name="the-other-company-by-its-vat-number",
        tries="The number is written as that of a payer of value added tax.",
        invariant=15,
        code="I15c",
        where=IN_THE_PAPER_FILE,
        unfair=_said(", som hos SE999002000101"),
        instead="The company that the article is about.",
        mended=_PRINTED,
    ),
    Edit(
        name="the-other-company-by-its-case",
        tries="The link goes to a case of the other company instead of to its page.",
        invariant=15,
        code="I15c",
        where=IN_THE_PAPER_FILE,
        unfair=_said(", som [ett annat företag](cases/vite-2024)"),
        instead="The company that the article is about.",
        mended=_PRINTED,
    ),
    Edit(
        name="the-other-company-by-its-source",
        tries="The link goes to a source with the other company in its title.",
        invariant=15,
        code="I15c",
        where=IN_THE_PAPER_FILE,
        unfair=_said(", som [ett annat företag](sources/exempelformedlingen-2024-vite)"),
        instead="The company that the article is about.",
        mended=_PRINTED,
    ),
    Edit(
        name="the-other-company-with-a-hyphen",
        tries="The name is cut in two and put together with a hyphen.",
        invariant=15,
        code="I15c",
        where=IN_THE_PAPER_FILE,
        unfair=_said(", som hos Påhitts-coachnings kontor"),
        instead="The company that the article is about.",
        mended=_PRINTED,
    ),
    Edit(
        name="the-other-company-with-emphasis-inside",
        tries="A part of the name is in italics, and the whole in capitals.",
        invariant=15,
        code="I15c",
        where=IN_THE_PAPER_FILE,
        unfair=_said(", som hos PÅHITTS*COACHNING*"),
        instead="The company that the article is about.",
        mended=_PRINTED,
    ),
    Edit(
        name="named-without-its-page",
        tries="A page names a company, and nothing leads to where it is heard.",
        invariant=7,
        code="I07k",
        where="content/om.md",
        unfair=_on_page("3 Påhitt Jobb finns i Sagoköping."),
        instead="A link to the company's page.",
        mended=_on_page("[3 Påhitt Jobb]({filename}/profiles/3-pahitt-jobb) finns i Sagoköping."),
    ),
    Edit(
        name="criticised-by-a-link",
        tries="A page criticises a company in the words of a link to it.",
        invariant=7,
        code="I07k",
        where="content/om.md",
        unfair=_on_page("[Undvik det här företaget]({filename}/profiles/3-pahitt-jobb)."),
        instead="A link with nothing against the company.",
        mended=_on_page("[Det här företaget]({filename}/profiles/3-pahitt-jobb) är ett exempel."),
    ),
    Edit(
        name="a-no-beside-a-link",
        tries="A page says what a company does not do, with a link to its page.",
        invariant=7,
        code="I07k",
        where="content/om.md",
        unfair=_on_page("[3 Påhitt Jobb]({filename}/profiles/3-pahitt-jobb) håller inte sina möten."),
        instead="What the company is.",
        mended=_on_page("[3 Påhitt Jobb]({filename}/profiles/3-pahitt-jobb) är ett påhittat företag."),
    ),
    Edit(
        name="criticised-by-the-way-to-its-page",
        tries="The same with the address of its page here instead of the record.",
        invariant=7,
        code="I07k",
        where="content/om.md",
        unfair=_on_page("Det här [företaget](https://coachkollen.example/leverantor/3-pahitt-jobb/) har fått klagomål."),
        instead="A link to the case, where the answer stands.",
        mended=_on_page("Läs om [ett ärende]({filename}/cases/vite-2024)."),
    ),
    Edit(
        name="a-complaint-beside-a-number",
        tries="A page has complaints of a company, by its number.",
        invariant=7,
        code="I07k",
        where="content/om.md",
        unfair=_on_page("Många klagomål gäller 999002-0001."),
        instead="A link to the case, where the answer stands.",
        mended=_on_page("Läs om [ett ärende]({filename}/cases/vite-2024)."),
    ),
)
