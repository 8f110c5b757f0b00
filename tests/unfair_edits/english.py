"""The same unfairness in English, in a summary and on a page (7, 21 and 22)."""

from made import person_number
from unfair_edits.edit import Change, Edit, added, replaced

_FILE = "providers/profiles/nya-fabelforetaget.yaml"
_PAGE = "content/en/om.md"
_PAGE_TEXT = "A newcomer can change things freely and see what happens."
_NUMBER = person_number()
_PROFILE = """
name: Nya Fabelföretaget AB
legal_form: limited_company
summary: Nya Fabelföretaget är ett påhittat företag.
summary_en: {}
sources:
  - source: bolagsregistret-2026-utdrag
    locator: raden Nya Fabelföretaget
checked_on: 2026-11-20
"""


def _profile(summary: str) -> tuple[Change, ...]:
    return (added(_FILE, _PROFILE.format(summary)),)


def _on_page(text: str) -> tuple[Change, ...]:
    return (replaced(_PAGE, _PAGE_TEXT, text),)


EDITS = (
    Edit(
        name="cheated-in-english",
        tries="The Swedish summary is neutral. The English one says that the company cheated.",
        invariant=22,
        code="I22a",
        unfair=_profile("Nya Fabelföretaget is a made-up company that cheated its participants."),
        instead="What the company is.",
        mended=_profile("Nya Fabelföretaget is a made-up company that coaches participants."),
    ),
    Edit(
        name="a-rogue-in-a-swedish-text",
        tries="A loaded word is borrowed, so that the search for Swedish ones does not meet it.",
        invariant=22,
        code="I22a",
        unfair=(added(_FILE, _PROFILE.format("A made-up company.").replace("ett påhittat företag", "ett påhittat rogue company")),),
        instead="What the company is, in Swedish.",
        mended=_profile("A made-up company."),
    ),
    Edit(
        name="convicted-in-english",
        tries="The English summary says that the company was convicted. No statement has the judgment.",
        invariant=22,
        code="I22b",
        unfair=_profile("Nya Fabelföretaget is a made-up company. It was convicted in 2024."),
        instead="What the sources of the summary show.",
        mended=_profile("Nya Fabelföretaget is a made-up company. It was founded in 2024."),
    ),
    Edit(
        name="fraud-according-to-the-paper-in-english",
        tries="It says who says it, which in a profile does not help: there the company has no answer.",
        invariant=22,
        code="I22b",
        unfair=_profile("Nya Fabelföretaget was reported for fraud, according to Exempelbladet."),
        instead="What the company is named for.",
        mended=_profile("Nya Fabelföretaget sells courses, according to Exempelbladet."),
    ),
    Edit(
        name="better-than-the-other-in-english",
        tries="The English summary of one company compares it with another, which has no answer there.",
        invariant=7,
        code="I07k",
        unfair=_profile("A made-up company. It is better than [another](profiles/pahittscoachning)."),
        instead="A link to the other, and nothing of how good it is.",
        mended=_profile("A made-up company. It works in the same town as [another](profiles/pahittscoachning)."),
    ),
    Edit(
        name="never-replies-in-english",
        tries="No critical word, only a no: the other company never replies.",
        invariant=7,
        code="I07k",
        unfair=_profile("A made-up company. It replies, which [another](profiles/pahittscoachning) doesn’t."),
        instead="That it replies.",
        mended=_profile("A made-up company. It replies. So does [another](profiles/pahittscoachning)."),
    ),
    Edit(
        name="warned-of-on-the-english-page",
        tries="The Swedish page is neutral. The English one warns of a company by its name.",
        invariant=7,
        code="I07k",
        unfair=_on_page("Avoid [3 Påhitt Jobb]({filename}/profiles/3-pahitt-jobb), where meetings fail."),
        instead="A link to the company's page.",
        mended=_on_page("See for example [a provider]({filename}/profiles/3-pahitt-jobb)."),
    ),
    Edit(
        name="the-worst-in-the-english-title",
        tries="The title of the English page says that companies cheat.",
        invariant=22,
        code="I22a",
        unfair=(replaced(_PAGE, "Title: About Coachkollen", "Title: How companies cheat"),),
        instead="What the page is about.",
        mended=(replaced(_PAGE, "Title: About Coachkollen", "Title: How the site is made"),),
    ),
    Edit(
        name="the-last-four-digits-in-english",
        tries="A page has a person's number with the last four digits apart.",
        invariant=21,
        code="I21a",
        unfair=_on_page(f"The participant was born {_NUMBER[-10:-4]}, and the last four digits are {_NUMBER[-4:]}."),
        instead="No number.",
        mended=_on_page("The participant has a number that nobody writes here."),
    ),
)
