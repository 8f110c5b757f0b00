"""What browsers are told, and that the built pages say it."""

from pathlib import Path

from generator.build.outline import Outline
from generator.site.security import CONTENT_POLICY, HEADERS, PAGE_POLICY

ONLY_OURS = {"'none'", "'self'", "data:"}


def test_the_policy_is_the_one_that_we_promise() -> None:
    assert HEADERS["Content-Security-Policy"] == (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )


def test_nothing_is_allowed_but_our_own_files() -> None:
    assert {source for allowed in CONTENT_POLICY.values() for source in allowed} == ONLY_OURS
    # A data address is text that anybody can write: never a script, a style or an address to send a form to.
    assert [name for name, allowed in CONTENT_POLICY.items() if "data:" in allowed] == ["img-src"]


def test_the_page_says_all_that_a_page_can_say() -> None:
    assert f"{PAGE_POLICY}; frame-ancestors 'none'" == HEADERS["Content-Security-Policy"]


def test_no_header_can_be_broken_out_of() -> None:
    for name, value in HEADERS.items():
        assert (name + value).isascii() and (name + value).isprintable() and '"' not in value


def test_every_page_of_the_site_has_the_policy_before_anything_that_loads(demo_site: Path) -> None:
    pages = list(demo_site.rglob("*.html"))
    assert len(pages) > 400
    said = f'<meta http-equiv="Content-Security-Policy" content="{PAGE_POLICY}">'.replace("'", "&#39;")
    for page in pages:
        head = page.read_text(encoding="utf-8").replace(said.replace("&#39;", "'"), said).partition(said)
        assert head[1], page
        assert Outline(head[0]).links == [], page
