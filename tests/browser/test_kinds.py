"""No kind of page is forgotten by the tests in the browser."""

from datetime import date
from pathlib import Path

import pytest
from browser.conftest import Sites
from browser.kinds import BuiltPage, Kind, UnknownPages, built_pages, page_templates, samples
from conftest import AS_OF, ROOT


def test_every_template_of_the_theme_has_a_page_that_is_looked_at(sites: Sites) -> None:
    looked_at = {page.kind.template for _, page in sites.of_every_kind()}
    assert sorted(set(page_templates(ROOT / "theme")) - looked_at) == []
    assert len(looked_at) > 20


def test_every_markdown_page_and_list_is_looked_at_in_every_language(sites: Sites) -> None:
    looked_at = {(page.edition, page.kind) for _, page in sites.of_every_kind()}
    assert {(page.edition, page.kind) for _, page in sites.all()} <= looked_at
    for _, page in sites.all():
        if page.url.count("/") < 3 or page.url.endswith(".html"):
            assert (page.edition, page.kind) in looked_at


def test_a_page_of_an_unknown_sort_is_told(demo_site: Path, tmp_path: Path) -> None:
    def pages_of(folder: Path) -> list[BuiltPage]:
        day = date.fromisoformat(AS_OF)
        return built_pages(folder, ROOT / "tests/demo/providers", ROOT / "tests/demo/content", day, day)

    site = tmp_path / "site"
    site.symlink_to(demo_site)
    assert len(pages_of(demo_site)) == len(list(demo_site.rglob("*.html")))
    copy = tmp_path / "copy"
    for page in demo_site.rglob("*.html"):
        target = copy / page.relative_to(demo_site)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.symlink_to(page)
    (copy / "om/index.html").rename(copy / "om/ny.html")
    with pytest.raises(UnknownPages, match=r"written, but not listed: \['om/ny.html'\]; listed, but not written: \['om/index.html'\]"):
        pages_of(copy)


def test_the_samples_are_the_fullest_of_each_kind_and_language_and_in_swedish_the_emptiest_and_the_middle() -> None:
    place, start = Kind("place", "lan"), Kind("start", "/")
    pages = [("demo", BuiltPage(f"/lan/{n}/", place, "", n)) for n in (5, 1, 9, 7, 3)]
    pages += [("real", BuiltPage(f"/en/lan/{n}/", place, "en", n)) for n in (2, 1, 3)]
    pages += [("demo", BuiltPage("/", start, "", 4)), ("real", BuiltPage("/", start, "", 3))]
    assert [(site, page.url) for site, page in samples(pages)] == [
        ("demo", "/lan/1/"), ("demo", "/lan/5/"), ("demo", "/lan/9/"), ("real", "/en/lan/3/"), ("real", "/"), ("demo", "/"),
    ]  # fmt: skip
