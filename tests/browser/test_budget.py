"""A first visit costs little: bytes and requests. How long it takes is measured by `make budget`, since a busy machine is not a bug."""

from pathlib import Path

from browser.bench import Bench
from browser.conftest import Sites
from browser.host import Host
from browser.weight import MOST_PROFILE, MOST_REQUESTS, MOST_START, Weight, weigh
from conftest import ROOT


def too_much(browser: Bench, sites: Sites, template: str, most: int) -> dict[str, Weight]:
    """The pages of a template, on the public sites in every language, that weigh too much."""
    found = {}
    for name in ("demo", "real"):
        weights = weigh(browser, sites.hosts[name], [page.url for page in sites.pages[name] if page.kind.template == template])
        assert weights
        found |= {f"{name} {url}": weight for url, weight in weights.items() if weight.total > most or weight.requests > MOST_REQUESTS}
    return found


def test_every_profile_is_light(browser: Bench, sites: Sites) -> None:
    assert too_much(browser, sites, "profile", MOST_PROFILE) == {}


def test_the_start_page_is_light(browser: Bench, sites: Sites) -> None:
    assert too_much(browser, sites, "start", MOST_START) == {}


def test_no_kind_of_page_asks_for_many_files(browser: Bench, sites: Sites) -> None:
    for name in ("demo", "real"):
        weights = weigh(browser, sites.hosts[name], [page.url for site, page in sites.of_every_kind() if site == name])
        assert {url: weight for url, weight in weights.items() if weight.requests > MOST_REQUESTS} == {}


def test_the_weight_is_what_is_sent(browser: Bench, planted: tuple[Path, Host]) -> None:
    folder, host = planted
    for name, text in (("a.css", "p { color: red }"), ("a.js", 'fetch("/a.json").then((a) => a.json())'), ("a.json", "[1, 2]")):
        (folder / name).write_text(text, encoding="utf-8")
    page = '<!doctype html><title>Sida</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/a.css"><script src="/a.js" defer></script>'
    (folder / "a.html").write_text(page + "<p>Samma ord</p>" * 1000, encoding="utf-8")
    weight = weigh(browser, host, ["/a.html"])["/a.html"]
    assert (weight.css, weight.js, weight.other, weight.requests) == (36, 54, 26, 4)
    assert len(page) < weight.html + 100 < len(page) + 200
    assert weight.total == weight.html + 116


def test_the_budget_of_the_docs_has_the_limits_that_are_tested() -> None:
    text = (ROOT / "docs/budget.md").read_text(encoding="utf-8")
    assert f"| start | {MOST_START:,} |" in text
    assert f"| profile | {MOST_PROFILE:,} |" in text
