"""The picture that is shown with a link: what the page says of itself, whole and fair, the same pixels and bytes each time."""

from __future__ import annotations

import io
import re
import struct
from dataclasses import replace
from html import unescape
from pathlib import Path

import made
import published
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from generator.build.contents import contents
from generator.records.models import Kind
from generator.site import routes
from generator.site.language import english_language
from generator.site.maker import Maker
from generator.site.pages import record_pages
from generator.site.pictures import png
from generator.site.pictures.link_picture import HEIGHT, WIDTH, LinkPicture
from generator.site.views.cases import case_view

ORIGIN = "https://kollen.example"
PICTURE = LinkPicture("/bild/x.png", "Exempel Jobb AB", "Märkning: giltig märkning.", "Uppgifterna gäller den 21 november 2026.", ("Leverantör", "Se sidan."))


def said(content: bytes) -> str:
    """The words of a picture, as its description has them."""
    return next(text for keyword, text in png.texts(content) if keyword == b"Description").decode()


def pictures(maker: Maker) -> dict[str, LinkPicture]:
    return {file.url: file for page in record_pages(maker) for file in page.beside if isinstance(file, LinkPicture)}


def test_every_provider_and_every_published_case_has_a_picture_and_nothing_else_has(demo_site: Path) -> None:
    there = {f"/{path.relative_to(demo_site).as_posix()}" for path in demo_site.rglob("*.png")}
    profiles = [path.parent.name for path in demo_site.glob("leverantor/*/index.html") if 'class="forsta"' in path.read_text(encoding="utf-8")]
    cases = [path.parent.name for path in demo_site.rglob("underlag.zip")]
    assert there == {f"/bild/leverantor/{name}.png" for name in profiles} | {f"/bild/arende/{name}.png" for name in cases}
    assert len(there) >= 29


def test_a_picture_is_a_png_that_others_can_read_of_the_size_that_is_shown_large() -> None:
    with Image.open(io.BytesIO(PICTURE.content)) as image:
        image.load()
        assert (image.format, image.size) == ("PNG", (1200, 630)) == ("PNG", (WIDTH, HEIGHT))
        colours = {colour for _, colour in image.convert("RGB").getcolors() or ()}
    assert {(0xFB, 0xFA, 0xF7), (0x1C, 0x23, 0x26), (0x0B, 0x55, 0x63)} <= colours
    assert len(colours) <= 15


def test_the_same_words_give_the_same_bytes_and_other_words_another_picture() -> None:
    assert PICTURE.content == replace(PICTURE).content
    for other in (replace(PICTURE, title="Exempel Jobb AC"), replace(PICTURE, line="Märkning: återkallad."), replace(PICTURE, day="den 22 november")):
        with Image.open(io.BytesIO(PICTURE.content)) as one, Image.open(io.BytesIO(other.content)) as two:
            assert one.tobytes() != two.tobytes()


def test_nothing_is_drawn_over_the_edge() -> None:
    long = replace(
        PICTURE, title="Ärende: " + "Hävning av avtal om stöd och matchning " * 3, line="Exempel Jobb AB: inga brister funna. Svar: har svarat. " * 3
    )
    with Image.open(io.BytesIO(long.content)) as image:
        paper = Image.new("RGB", (60, HEIGHT), (0xFB, 0xFA, 0xF7))
        assert image.convert("RGB").crop((WIDTH - 60, 0, WIDTH, HEIGHT)).tobytes() == paper.tobytes()
    assert long.title in said(long.content) and long.line in said(long.content)


def test_words_that_do_not_fit_are_left_out_together_so_that_no_claim_stands_alone() -> None:
    for change in ({"line": "Exempel Jobb AB: brister funna. " * 60}, {"title": "Ärende om allt möjligt " * 40}, {"title": "A" * 90}):
        content = replace(PICTURE, **change).content
        assert said(content) == "Coachkollen\nLeverantör\nSe sidan.\nUppgifterna gäller den 21 november 2026."


@settings(max_examples=15)
@given(title=st.text(st.characters(min_codepoint=32, max_codepoint=0x24F), max_size=200), line=st.text(st.characters(max_codepoint=0x24F), max_size=400))
def test_any_words_give_a_picture(title: str, line: str) -> None:
    with Image.open(io.BytesIO(replace(PICTURE, title=title, line=line).content)) as image:
        assert image.size == (WIDTH, HEIGHT)


def test_the_picture_of_a_case_has_its_name_only_with_the_outcome_and_the_reply_of_every_party() -> None:
    maker = Maker(published.registry())
    found = pictures(maker)
    seen = old = 0
    for document in maker.registry.of(Kind.CASES):
        picture = found.get(routes.picture(routes.record(Kind.CASES, document.id) or ""))
        if picture is None:
            continue
        view, words = case_view(maker, document), said(picture.content)
        assert view.title in words
        for party in view.parties:
            assert party.name.text in words
            if party.criticised:
                late = " Det har gått mer än två år. Utfallet har inte kunnat fastställas." if party.undetermined else ""
                assert f"{party.name.text}: {party.outcome}.{late} Svar: {party.reply.state}." in words
                old += party.undetermined
        seen += 1
    assert seen >= 14
    assert old


def test_outcomes_in_favour_stand_first() -> None:
    parties = made.party("exempel-ab", outcome="deficiencies_found", outcome_on="2021"), made.party("b", outcome="none_found", outcome_on="2021")
    sources = {"outcome_sources": made.CITED}
    records = {"profiles/b": made.profile(name="B"), "cases/x": made.case(*({**party, **sources} for party in parties))}
    line = pictures(Maker(made.registry(records)))["/bild/arende/x.png"].line
    assert line.startswith("B: inga brister funna.")


def test_a_case_that_is_held_has_no_picture_and_a_preview_has_none_at_all() -> None:
    held = made.registry({"cases/x": made.case(made.party(reply={"state": "not_asked"}), statements=[made.statement(grade="C")])})
    assert set(pictures(Maker(held))) == {"/bild/leverantor/exempel-ab.png"}
    assert pictures(Maker(held, preview=True)) == {}
    assert pictures(Maker(held, words=english_language())) == {}


def test_pages_say_what_their_picture_says_and_by_a_whole_address_only() -> None:
    for origin in ("", ORIGIN):
        page = next(page for page in record_pages(Maker(made.registry({}), "/sajt", origin=origin)) if page.url == "/leverantor/exempel-ab/")
        assert page.shared is not None
        assert page.shared.image == (f"{ORIGIN}/sajt/bild/leverantor/exempel-ab.png" if origin else "")
        assert page.shared.url == f"{origin}/sajt/leverantor/exempel-ab/"
        assert page.shared.title == "Exempel AB" and page.shared.line.startswith("Vi har inte sökt i märkningarnas register.")


@pytest.mark.parametrize("name", ["leverantor/exempel-ab", "arende/granskning-2024", "en/arende/granskning-2024"])
def test_a_page_without_a_known_host_has_its_words_in_the_head_and_no_picture(demo_site: Path, name: str) -> None:
    text = (demo_site / name / "index.html").read_text(encoding="utf-8")
    told = {key: unescape(value) for key, value in re.findall(r'<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)">', text)}
    assert "og:image" not in told and "og:url" not in told
    assert told["twitter:card"] == "summary" and told["og:site_name"] == "Coachkollen"
    assert "Exempel" in told["og:title"]
    assert "2026" in told["og:description"]


def test_the_search_for_what_is_private_reads_the_words_of_our_pictures_and_tells_that_it_cannot_read_those_of_others() -> None:
    (ours,) = contents("a.png", PICTURE.content)
    assert ours.whole and "Exempel Jobb AB" in ours.text and "giltig märkning" in ours.text
    drawn = io.BytesIO()
    Image.new("L", (40, 40)).save(drawn, "PNG")
    (theirs,) = contents("b.png", drawn.getvalue())
    assert not theirs.whole
    (broken,) = contents("c.png", PICTURE.content[:60])
    assert not broken.whole


def test_packed_texts_of_a_picture_are_read_too() -> None:
    from PIL.PngImagePlugin import PngInfo

    told = PngInfo()
    told.add_text("Comment", "någon@exempel.se", zip=True)
    told.add_itxt("Author", "Förnamn Efternamn", zip=True)
    drawn = io.BytesIO()
    Image.new("L", (4, 4)).save(drawn, "PNG", pnginfo=told)
    (found,) = contents("x.png", drawn.getvalue())
    assert "någon@exempel.se" in found.text and "Förnamn Efternamn" in found.text


def test_a_picture_says_nothing_of_when_it_was_made() -> None:
    kinds, at, content = [], len(png.SIGNATURE), PICTURE.content
    while at < len(content):
        size, kind = struct.unpack(">I4s", content[at : at + 8])
        kinds.append(kind)
        at += 12 + size
    assert kinds == [b"IHDR", b"PLTE", b"tEXt", b"iTXt", b"IDAT", b"IEND"]
