"""What may not be shown is shown in the preview, marked, and nowhere in the public site."""

import re
from datetime import date
from pathlib import Path

from conftest import AS_OF, ROOT

from generator.records.models import Kind
from generator.records.reader import Root
from generator.records.vocabulary import Publication
from generator.registry.gate import rulings
from generator.registry.loading import load
from generator.site import routes

DEMO = ROOT / "tests/demo"


def words_of_the_drafts() -> list[str]:
    """A stretch of each text that only the private root holds."""
    loaded = load(DEMO / "providers", DEMO / "content", date.fromisoformat(AS_OF), intake=DEMO / "intake")
    assert loaded.registry is not None
    drafts = [d for d in loaded.registry.of(Kind.CASES) if d.root is Root.INTAKE]
    texts = [s.text for d in drafts for s in d.record.statements if s.text]
    assert len(texts) >= 4
    return [" ".join(text.split()[:5]) for text in texts]


def everything(site: Path) -> str:
    return "\n".join(p.read_text(encoding="utf-8") for p in sorted(site.rglob("*.html")))


def test_no_draft_reaches_the_public_site(demo_site: Path) -> None:
    text = everything(demo_site)
    for words in words_of_the_drafts():
        assert words not in text
    assert "Visas inte för allmänheten" not in text
    assert "Förhandsvisning" not in text


def test_the_preview_shows_every_draft_marked(demo_preview: Path) -> None:
    text = everything(demo_preview)
    for words in words_of_the_drafts():
        assert words in text
    pages = [p.read_text(encoding="utf-8") for p in demo_preview.rglob("*.html")]
    said = {"sv": "Förhandsvisning. Här syns även det som hålls inne.", "en": "Preview. Here you also see what is held back."}
    assert {language for page in pages for language in said if f'<html lang="{language}">' in page} == set(said)
    assert all(any(f'<html lang="{language}">' in page and words in page for language, words in said.items()) for page in pages)
    assert text.count("Visas inte för allmänheten") > 4


def test_the_page_of_a_case_names_no_party_that_has_not_been_heard(demo_site: Path) -> None:
    loaded = load(DEMO / "providers", DEMO / "content", date.fromisoformat(AS_OF))
    assert loaded.registry is not None
    held = 0
    for document in loaded.registry.of(Kind.CASES):
        path = demo_site / (routes.record(Kind.CASES, document.id) or "").strip("/") / "index.html"
        decided = rulings(loaded.registry, document.record)
        shown = {r.party.provider for r in decided if r.row.decision is Publication.PUBLISHED}
        for provider in {r.party.provider for r in decided if r.party.provider} - shown if path.is_file() else ():
            profile = loaded.registry.record(Kind.PROFILES, provider or "")
            read = re.sub(r"<[^>]*>", " ", path.read_text(encoding="utf-8")).casefold()
            assert [name for name in (profile.name, *profile.aliases, *profile.brands) if name.casefold() in read] == []
            held += 1
    assert held
