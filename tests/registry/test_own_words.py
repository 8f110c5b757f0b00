"""What the rules about our own words let through: names, quotations with a speaker, and words that something carries."""

import pytest
from conftest import OverBase

PROFILE = """name: {name}
summary: {summary}
sources:
  - source: exempelbladet-2024
    locator: {locator}
checked_on: 2026-10-01
{more}"""

CASE = """name: {name}
type: {type}
date: 2024-03
parties:
  - provider: exempel-ab
    procedure: closed
    outcome: {outcome}
    outcome_sources:
      - source: exempelmyndigheten-2025
        locator: s. 2
    reply:
      state: replied
      answered_on: 2026-09-01
      text: {reply}
statements:
  - id: uppgift
    kind: {kind}
    grade: {grade}
    text: {text}
    by: [exempelbladet, exempelmyndigheten]
    sources:
      - source: exempelmyndigheten-2025
        locator: {locator}
        quote: Det var rena skandalen, sade en deltagare.
    counter:
      searched_on: 2026-10-01
    checked_on: 2026-10-01
"""

STATEMENT = """statements:
  - id: uppgift
    text: {text}
    {speaker}
    sources:
      - source: exempelbladet-2024
        locator: hela artikeln
    checked_on: 2026-10-01
"""


def profile(summary: str = "Ett påhittat företag.", name: str = "Felexempel AB", locator: str = "hela artikeln", more: str = "") -> dict[str, str]:
    return {"providers/profiles/felexempel.yaml": PROFILE.format(name=name, summary=summary, locator=locator, more=more)}


def case(**changed: str) -> dict[str, str]:
    usual = {
        "name": "Felärendet",
        "type": "complaint",
        "outcome": "none_found",
        "kind": "allegation",
        "grade": "C",
        "reply": "Det stämmer inte.",
        "text": "En deltagare klagade.",
        "locator": "s. 1",
    }
    return {"providers/cases/felarende.yaml": CASE.format(**{**usual, **changed})}


def codes(loaded_from: OverBase, files: dict[str, str]) -> list[str]:
    return [problem.code for problem in loaded_from(files).problems]


@pytest.mark.parametrize(
    "files",
    [
        profile(name="Bluffmakarna", summary="Bluffmakarna coachar.", more="legal_name: Bluffmakarna AB\norgnr: 999001-0002\n"),
        case(locator="stycket som börjar ”Fusket måste”"),
        profile(summary="Se [artikeln](https://exempelbladet.example/fusk-och-bluff)."),
        profile(more=STATEMENT.format(text="Tidningen skrev om ”fusk”.", speaker="by: [exempelbladet]")),
        profile(more=STATEMENT.format(text="En deltagare talade om ”rena *skandalen*”.", speaker="attribution: en deltagare")),
        case(reply="Vi är inget ”bluffbolag”."),
        {"content/felsidan.md": "Title: Felsidan\nSlug: felsidan\n\nVi skriver aldrig ”oseriös”, ”jobb\nbluff” eller »fusk».\n"},
        {"providers/terms/fusk.yaml": "name: fusk\naliases: [bluff]\ndefinition: Ett ord.\nsources:\n  - source: exempelbladet-2024\n"
         "    locator: hela artikeln\nchecked_on: 2026-10-01\n"},
        {"providers/corrections/rattelse-2.yaml": "target: profiles/exempel-ab\npublished_on: 2026-06-01\nwas: Företaget var ”oseriöst”.\n"
         "now: Företaget saknade två försäkringar.\nwhy: Ordet ”oseriöst” var laddat.\nnoticed_by: reader\n"},
        {"providers/sources/felkallan.yaml": "type: article-newspaper\ntitle: Skandal bland coacher\npublisher: Exempelbladet\nissued: 2024-03-01\n"
         "url: https://exempelbladet.example/skandal\naccessed: 2026-09-01\nread: full\n"},
    ],
)  # fmt: skip
def test_names_headlines_addresses_and_quotations_with_a_speaker_may_be_loaded(over_base: OverBase, files: dict[str, str]) -> None:
    assert codes(over_base, files) == []


@pytest.mark.parametrize(
    "changed",
    [
        {"name": "Exempelbladet skrev att myndigheten hävde avtalet"},
        {"name": "Avtal sades upp, enligt Exempelbladet"},
        {"name": "Uppgifter om mutor på Exempel AB"},
        {"name": "Anmälan om brott mot avtalet"},
        {"name": "Myndigheten hävde avtalet", "kind": "measure_taken", "grade": "B"},
        {"name": "Myndigheten hävde avtalet", "kind": "measure_taken", "grade": "A"},
        {"name": "Exempel AB dömdes att betala tillbaka", "grade": "A", "outcome": "deficiencies_found"},
        {"name": "Exempel AB bröt mot avtalet", "kind": "finding", "grade": "A"},
        {"name": "Konstaterade brister på ett kontor", "grade": "B", "outcome": "deficiencies_found"},
        {"name": "Stödet till uppsagda"},
        {"text": "Kommunen sade upp avtalet."},
        {"text": "Bolaget bröt mot avtalet, enligt deltagaren."},
        {"text": "”De bröt mot avtalet”, sade en deltagare."},
    ],
)
def test_a_strong_word_may_stand_where_its_evidence_or_its_speaker_stands(over_base: OverBase, changed: dict[str, str]) -> None:
    assert codes(over_base, case(**changed)) == []


@pytest.mark.parametrize(
    "changed",
    [
        {"name": "Myndigheten hävde avtalet", "kind": "measure_taken"},
        {"name": "Exempel AB dömdes", "kind": "finding", "grade": "B"},
        {"name": "Exempel AB bröt mot avtalet, enligt Exempelbladet", "grade": "A"},
        {"name": "”Mutor” på Exempel AB"},
        {"text": "Bolaget bröt mot avtalet. Det skrev deltagaren."},
    ],
)
def test_a_strong_word_may_not_stand_on_weaker_evidence(over_base: OverBase, changed: dict[str, str]) -> None:
    assert codes(over_base, case(**changed)) == ["I22b"]


ALLEGED = {"kind": "allegation", "grade": "C"}


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({"name": "Inga möten hölls"}, ["I22d"]),
        ({"name": "Brister i kurserna"}, ["I22d"]),
        ({"name": "Möten hos Exempel AB"}, ["I22d"]),
        ({"name": "Möten 2024"}, []),
        ({"name": "Inga möten hölls, enligt Exempelbladet"}, []),
        ({"name": "Exempelbladet skrev om Exempel AB"}, []),
        ({"name": "Klagomål om Exempel AB"}, []),
        ({"name": "Myndigheten hävde avtalet med Exempel AB"}, ["I22b"]),
        ({"name": "Bluffen hos Exempel AB"}, ["I22a"]),
        ({"name": "Brister i kurserna", "kind": "measure_taken"}, []),
        ({"name": "Brister i kurserna", "kind": "finding"}, []),
        ({"name": "Brister i kurserna", "outcome": "partly"}, []),
        ({"name": "Brister i kurserna", "outcome": "unknown"}, ["I22d"]),
    ],
)
def test_the_name_of_a_case_with_only_allegations_says_whose_they_are(over_base: OverBase, changed: dict[str, str], found: list[str]) -> None:
    assert codes(over_base, case(**ALLEGED | changed)) == found


def test_a_draft_that_shows_nothing_yet_is_measured_by_all_that_it_says(over_base: OverBase) -> None:
    draft = case(name="Myndigheten hävde avtalet").popitem()[1].replace("replied\n      answered_on: 2026-09-01\n      text: Det stämmer inte.", "not_asked")
    assert codes(over_base, {"intake/cases/felarende.yaml": draft}) == ["I22b"]


HARD = "Organisationen tillhandahåller individanpassade kompetensutvecklingsinsatser för arbetssökande deltagare."


@pytest.mark.parametrize(
    "files",
    [
        # Too short for a figure.
        profile(summary=HARD),
        {"content/felsidan.md": f"Title: Felsidan\nSlug: felsidan\n\n{HARD}\n"},
        # Headings, tables and metadata are no running text.
        {"content/felsidan.md": f"Title: {HARD}\nSlug: felsidan\n\n## {HARD}\n\n## {HARD}\n\n| {HARD} |\n|---|\n| {HARD} |\n\nHär står inget.\n"},
        # What a source says and the places in it are not ours.
        profile(summary="Det är lätt. " * 25, locator=HARD.removesuffix(".")),
    ],
)
def test_only_running_text_of_our_own_is_measured(over_base: OverBase, files: dict[str, str]) -> None:
    assert codes(over_base, files) == []


def test_the_warning_stands_at_the_hardest_sentence_of_the_page(over_base: OverBase) -> None:
    page = f"Title: Felsidan\nSlug: felsidan\n\nDet här är en mening.\n\n- Den här är lätt.\n- Men {HARD.lower()} Verksamheten fortsätter i höst.\n"
    (problem,) = over_base({"content/felsidan.md": page}).problems
    assert (problem.code, problem.severity, problem.line, problem.column) == ("I22c", "warning", 7, 3)
    assert problem.params["sentence"].startswith("Men organisationen tillhandahåller")


@pytest.mark.parametrize(
    "changed",
    [
        # Background and what speaks for the provider may name others, and so may the ordinary first word of a sentence.
        {"kind": "context", "text": "Andra Exempel AB tog över avtalet."},
        {"text": "Deltagare hos Exempel AB, Exempels kontor och EXEMPEL klagade."},
        {"text": "Exempelmyndigheten och Exempelbladet svarade inte."},
    ],
)
def test_parties_bodies_and_background_may_be_named(over_base: OverBase, changed: dict[str, str]) -> None:
    assert codes(over_base, case(**changed)) == []


def test_what_speaks_against_a_statement_may_name_another_provider(over_base: OverBase) -> None:
    text = case()["providers/cases/felarende.yaml"].replace(
        "      searched_on: 2026-10-01\n",
        "      text: Andra Exempel AB hade samma rutiner.\n      sources:\n        - source: exempelmyndigheten-2025\n          locator: s. 3\n",
    )
    assert codes(over_base, {"providers/cases/felarende.yaml": text}) == []


OFFICIAL = "publisher_body: exempelmyndigheten\ninterest: buyer\ninterest_note: Myndigheten köper tjänsterna.\n"


def bad_name(more: str = "", summary: str = "Ett företag.", title: str = "Coacher granskas", ours: str = "") -> dict[str, str]:
    """A provider with a loaded name, and a source of it."""
    source = (
        f"type: report\ntitle: {title}\n{ours}publisher: Exempelmyndigheten\nurl: https://registret.example/\naccessed: 2026-09-01\nread: full\nissued: 2024\n"
    )
    files = profile(summary=summary, more=f"aliases: [Lurendrejarna]\n{more}")
    files["providers/profiles/felexempel.yaml"] = files["providers/profiles/felexempel.yaml"].replace("exempelbladet-2024", "felkallan")
    return {**files, "providers/sources/felkallan.yaml": source}


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({}, ["I22a"]),
        ({"summary": "Lurendrejarna coachar."}, ["I22a", "I22a"]),
        ({"more": "legal_name: Lurendrejarna i Örebro AB\norgnr: 999001-0002\n", "summary": "Lurendrejarna coachar."}, []),
        ({"more": "legal_name: Lurendrejarna i Örebro AB\n"}, ["I22a", "I22a"]),
        ({"title": "Registerutdrag för Lurendrejarna", "summary": "Lurendrejarna coachar.", "ours": OFFICIAL}, []),
        ({"title": "Lurendrejarna granskas", "summary": "Lurendrejarna coachar."}, ["I22a", "I22a"]),
        ({"title": "Registerutdrag för Lurendrejarna", "ours": f"{OFFICIAL}title_reconstructed: true\n"}, ["I22a", "I22a"]),
    ],
)
def test_a_name_that_only_we_give_excuses_no_loaded_word(over_base: OverBase, changed: dict[str, str], found: list[str]) -> None:
    assert sorted(codes(over_base, bad_name(**changed))) == found


GRADED = STATEMENT.replace("    text:", "    grade: {grade}\n    text:")
BY_THE_AUTHORITY = GRADED.replace("exempelbladet-2024", "exempelmyndigheten-2025")
ENDED = """contracts:
  - id: avtal
    buyer: exempelmyndigheten
    ended:
      on: 2024
      cause: ended_by_buyer
{grade}      sources:
        - source: exempelmyndigheten-2025
          locator: s. 1
    note: Myndigheten hävde avtalet.
    sources:
      - source: exempelmyndigheten-2025
        locator: s. 1
    checked_on: 2026-10-01
"""


@pytest.mark.parametrize(
    ("files", "found"),
    [
        (profile(summary="Myndigheten hävde avtalet."), ["I22b"]),
        (profile(summary="Myndigheten hävde avtalet, enligt Exempelbladet."), ["I22b"]),
        (profile(summary="Det var ”mutor”."), ["I22b"]),
        (profile(summary="Företaget hjälper dem som företag säger upp. Det erbjuder stöd."), ["I22b"]),
        (profile(summary="Företaget hjälper företag som säger upp anställda."), []),
        (profile(locator="stycket om mutor"), ["I07w"]),
        (profile(more=BY_THE_AUTHORITY.format(grade="B", text="Myndigheten hävde avtalet.", speaker="date: 2024")), []),
        (profile(more=GRADED.format(grade="C", text="Myndigheten hävde avtalet.", speaker="by: [exempelbladet]")), ["I22b"]),
        (profile(more=GRADED.format(grade="C", text="Tidningen skrev ”hävde”.", speaker="by: [exempelbladet]")), []),
        (profile(more=BY_THE_AUTHORITY.format(grade="A", text="Myndigheten hävde avtalet.", speaker="date: 2024")), []),
        (profile("Avtalet hävdes.", more=BY_THE_AUTHORITY.format(grade="B", text="Myndigheten finns.", speaker="date: 2024")), ["I22b"]),
        (profile("Avtalet hävdes.", more=ENDED.format(grade="      grade: B\n").replace("hävde", "avslutade")), ["I22b"]),
        (profile(more=ENDED.format(grade="      grade: B\n")), []),
        (profile(more=ENDED.format(grade="      grade: C\n")), ["I22b"]),
        (profile(more=ENDED.format(grade="")), ["I06b", "I22b"]),
    ],
)
def test_a_strong_word_in_a_profile_needs_a_grade_and_no_speaker_helps(over_base: OverBase, files: dict[str, str], found: list[str]) -> None:
    assert codes(over_base, files) == found


@pytest.mark.parametrize("field", ["confidence_note", "would_change"])
@pytest.mark.parametrize(
    ("changed", "note", "found"),
    [
        ({}, "Bolaget lurade deltagare.", ["I22b"]),
        ({}, "Bolaget lurade deltagare, enligt tidningen.", []),
        ({}, "Avtalet sades upp.", ["I22b"]),
        ({"grade": "B"}, "Avtalet sades upp.", []),
        ({"grade": "A"}, "Avtalet sades upp.", []),
        ({"grade": "A"}, "Bolaget bröt mot avtalet.", ["I22b"]),
        ({"grade": "A", "kind": "finding"}, "Bolaget bröt mot avtalet.", []),
        ({}, "Läst i utdrag.", []),
    ],
)
def test_a_note_of_ours_says_no_more_than_its_statement(over_base: OverBase, field: str, changed: dict[str, str], note: str, found: list[str]) -> None:
    (text,) = case(**changed).values()
    noted = text.replace("    kind:", f"    {field}: {note}\n    kind:")
    assert codes(over_base, {"providers/cases/felarende.yaml": noted}) == found


CHECKS = "checks:\n  - id: a\n    register: {register}\n    query: {query}\n    on: 2026-10-01\n    result: found\n"
RELATION = "relations:\n  - kind: member\n    name: {}\n    sources:\n      - source: exempelbladet-2024\n        locator: hela artikeln\n"
NAMED = "legal_name: Bluffmakarna AB\norgnr: 999001-0002\n"
TERM = "name: {}\naliases: [{}]\ndefinition: Ett ord.\nsources:\n  - source: exempelbladet-2024\n    locator: hela artikeln\nchecked_on: 2026-10-01\n"


@pytest.mark.parametrize(
    ("files", "found"),
    [
        (profile(more=CHECKS.format(register="Bluffregistret", query="Felexempel")), ["I22a"]),
        (profile(more=CHECKS.format(register="Registret", query="Lurendrejarna")), ["I22a"]),
        (profile(more=CHECKS.format(register="Registret", query="Bluffmakarna") + NAMED), []),
        (profile(more=RELATION.format("Bluffbolagens förening")), ["I22a"]),
        (profile(more="brands: [Bluffcoachen]\n"), ["I22a"]),
        (profile(more="brands: [Bluffcoachen]\norgnr: 999001-0002\n"), ["I22a"]),
        (profile(name="Bluffmakarna", more="orgnr: 999001-0002\n"), []),
        (profile(name="Bluffmakarna"), ["I22a"]),
        ({"providers/terms/felord.yaml": TERM.format("Coachning", "Bluffen")}, ["I22a"]),
        ({"providers/terms/felord.yaml": TERM.format("Fusk", "Bluff")}, []),
    ],
)
def test_a_name_that_nobody_bears_is_not_loaded(over_base: OverBase, files: dict[str, str], found: list[str]) -> None:
    assert codes(over_base, files) == found
