"""What the head of a page says to programs that cite, and the links to sources that programs can look after."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
import rendered
from conftest import AS_OF, DEMO, ON_THE_DAY, ROOT, coachkollen

from generator.records.models import Kind
from generator.registry.loading import load
from generator.site import routes
from generator.site.maker import Maker
from generator.site.pages import record_pages

DAY = date.fromisoformat(AS_OF)
REGISTRY = load(ROOT / "tests/demo/providers", ROOT / "tests/demo/content", DAY, today=DAY).registry
assert REGISTRY is not None
Attributes = dict[str, str]


class Elements(HTMLParser):
    """The attributes of every element of a page, by its name."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, Attributes]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))

    def named(self, tag: str) -> Iterator[Attributes]:
        yield from (attributes for name, attributes in self.found if name == tag)


def head(html: str) -> tuple[dict[str, str], list[tuple[str, str, str]]]:
    """The `citation_*` of a page by name, and its typed links for those who cite: to itself and what says the same."""
    elements = Elements(html)
    metas = [(m["name"], m["content"]) for m in elements.named("meta") if m.get("name", "").startswith("citation_")]
    assert len(metas) == len(dict(metas))
    relations = {"cite-as", "describedby", "alternate"}
    links = [(link["rel"], link.get("type", ""), link["href"]) for link in elements.named("link") if link["rel"] in relations]
    others = {"application/atom+xml", "application/feed+json", "application/json", "application/json+oembed"}
    return dict(metas), [link for link in links if link[1] not in others]


def provider(origin: str, base_path: str = "") -> tuple[str, str]:
    """The id and the page of a provider."""
    maker = Maker(REGISTRY, base_path, origin=origin)  # type: ignore[arg-type]
    page = next(page for page in record_pages(maker) if page.template == "profile")
    return page.url, rendered.html(maker, page)


def test_the_head_has_what_zotero_reads() -> None:
    url, html = provider("https://kollen.example", "/sajt")
    metas, _ = head(html)
    name = REGISTRY.of(Kind.PROFILES)[0].record.name  # type: ignore[union-attr]
    assert metas == {
        "citation_title": name,
        "citation_author": "Coachkollen",
        "citation_publisher": "Coachkollen",
        "citation_publication_date": "2026/11/21",
        "citation_online_date": "2026/11/21",
        "citation_language": "sv",
        "citation_public_url": f"https://kollen.example/sajt{url}",
    }


def test_the_head_leads_to_the_address_to_cite_and_to_the_files() -> None:
    url, html = provider("https://kollen.example", "/sajt")
    page = f"https://kollen.example/sajt{url}"
    assert head(html)[1] == [
        ("cite-as", "", page),
        ("alternate", "application/x-bibtex", f"{page}citera.bib"),
        ("alternate", "application/x-research-info-systems", f"{page}citera.ris"),
        ("describedby", "application/vnd.citationstyles.csl+json", f"{page}citera.json"),
    ]


def test_where_the_host_is_not_known_links_are_relative_and_no_meta_has_half_an_address() -> None:
    """A link is resolved against the page's own address (RFC 8288); a meta is read as it stands."""
    url, html = provider("")
    metas, links = head(html)
    assert "citation_public_url" not in metas
    assert [address for _, _, address in links] == [url, f"{url}citera.bib", f"{url}citera.ris", f"{url}citera.json"]


def test_a_page_that_can_be_cited_says_so_and_a_page_of_ready_texts_is_not_one(demo_site: Path) -> None:
    """A tombstone answers at the address of the ready texts too, and cannot be cited."""
    for path in sorted(demo_site.rglob("index.html")):
        html = path.read_text(encoding="utf-8")
        url = f"/{path.parent.relative_to(demo_site).as_posix()}/".replace("/./", "/")
        texts = path.parent / "citera/index.html"
        cited = texts.is_file() and "kontrollsumma" in texts.read_text(encoding="utf-8")
        assert (f'href="{routes.citing(url)}"' in html) is cited, url
        assert bool(head(html)[0]) is cited, url


def test_a_site_whose_address_is_known_has_whole_addresses_and_passes_its_own_check(tmp_path: Path) -> None:
    output = tmp_path / "output"
    result = coachkollen("build", *DEMO, "--as-of", AS_OF, "--base-url", "https://kollen.example/sajt", "--output", str(output), **ON_THE_DAY)
    assert result.returncode == 0, result.stderr
    for url in ("leverantorer", "metod", "en/metod", f"leverantor/{REGISTRY.of(Kind.PROFILES)[0].id}"):  # type: ignore[union-attr]
        metas, links = head((output / url / "index.html").read_text(encoding="utf-8"))
        assert metas["citation_public_url"] == f"https://kollen.example/sajt/{url}/"
        assert all(address.startswith(f"https://kollen.example/sajt/{url}/") for _, _, address in links)
        assert f"https://kollen.example/sajt/{url}/" in (output / url / "citera.ris").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def archived() -> dict[str, tuple[str, str]]:
    """The copy and its day of each source that has one, by the address of the source."""
    sources = [d.record for d in REGISTRY.of(Kind.SOURCES)]  # type: ignore[union-attr]
    return {s.url: (s.archive.url, s.archive.on.isoformat()) for s in sources if s.url and s.archive}


def test_every_outward_link_to_a_source_has_its_address_and_that_of_a_copy_only_where_there_is_one(
    demo_site: Path, archived: dict[str, tuple[str, str]]
) -> None:
    addresses = {d.record.url for d in REGISTRY.of(Kind.SOURCES) if d.record.url}  # type: ignore[union-attr]
    copies = {copy for copy, _ in archived.values()}
    with_copy = 0
    for path in sorted(demo_site.rglob("*.html")):
        for link in Elements(path.read_text(encoding="utf-8")).named("a"):
            if link.get("href") not in addresses | copies or "ut" not in link.get("class", "").split():
                assert "data-originalurl" not in link, path
                continue
            if link["href"] in addresses:
                assert link["data-originalurl"] == link["href"], path
            original = link.get("data-originalurl", "")
            has = {name: link[name] for name in ("data-versionurl", "data-versiondate") if name in link}
            if original in archived:
                assert has == dict(zip(("data-versionurl", "data-versiondate"), archived[original], strict=True)), path
                with_copy += 1
            elif original:
                assert has == {}, path
    assert archived
    assert with_copy > 3
