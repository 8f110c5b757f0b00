"""A real browser. These tests install what they need when it is missing, and fail when they cannot."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from browser.bench import Bench, bench
from browser.host import Host, served
from browser.kinds import BuiltPage, built_pages, samples
from browser.programs import Missing, chromium, java, node_module
from conftest import AS_OF, LONG, ROOT, built_for
from past import Past

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All tests here share one browser and its sites, so one worker runs them."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.xdist_group("browser"))


def _or_fail(find: Callable[[], object]) -> object:
    try:
        return find()
    except Missing as missing:
        pytest.fail(str(missing))


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core."""
    return (Path(str(_or_fail(lambda: node_module("axe-core")))) / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def nu() -> list[str]:
    """The command of the Nu checker."""
    jar = Path(str(_or_fail(lambda: node_module("vnu-jar")))) / "build/dist/vnu.jar"
    return [str(_or_fail(java)), "-Xss8m", "-jar", str(jar)]


@pytest.fixture(scope="session")
def browser() -> Iterator[Bench]:
    """A running Chromium."""
    with bench(str(_or_fail(chromium))) as running:
        yield running


@dataclass(frozen=True, slots=True)
class Sites:
    """The built sites, served. pages: every page of each, by the name of the site."""

    hosts: Mapping[str, Host]
    pages: Mapping[str, list[BuiltPage]]

    def all(self) -> list[tuple[str, BuiltPage]]:
        """Every page of the public sites, with the name of its site."""
        return [(name, page) for name, pages in self.pages.items() for page in pages if name != "preview"]

    def of_every_kind(self) -> list[tuple[str, BuiltPage]]:
        """The samples of every kind and language, and of the preview what only it has."""
        known = {page.kind for name, pages in self.pages.items() for page in pages if name != "preview"}
        only_preview = [("preview", page) for page in self.pages["preview"] if page.kind not in known]
        held = [("preview", page) for page in self.pages["preview"] if page.url not in {p.url for p in self.pages["demo"]}]
        return [*samples(self.all()), *only_preview, *(page for page in held[:1] if page not in only_preview)]

    def addresses(self, chosen: list[tuple[str, BuiltPage]]) -> list[str]:
        """The full addresses of pages."""
        return [f"{self.hosts[site].origin}{page.url}" for site, page in chosen]

    def at(self, site: str, url: str) -> str:
        """The full address of one page."""
        return f"{self.hosts[site].origin}{url}"

    def shown(self, address: str) -> str:
        """An address as it is told in a test: the name of the site and the page, not the port of the day."""
        name, host = next((name, host) for name, host in self.hosts.items() if address.startswith(f"{host.origin}/"))
        return f"{name} {address.removeprefix(host.origin)}"


@pytest.fixture(scope="session")
def sites(demo_site: Path, real_site: Path, demo_preview: Path, past: Past) -> Iterator[Sites]:
    """The demo, the real site, the preview of the demo, and the demo as it is after five releases, each on a host of its own.

    Of the last, only pages of the kinds that nothing has before a release.
    """
    demo, day = ROOT / "tests/demo", date.fromisoformat(AS_OF)
    pages = {
        "demo": built_pages(demo_site, demo / "providers", demo / "content", day, day),
        "real": built_pages(real_site, ROOT / "providers", ROOT / "content", *(built_for(real_site),) * 2),
        "preview": built_pages(demo_preview, demo / "providers", demo / "content", day, day, intake=demo / "intake"),
    }
    known = {page.kind for page in pages["demo"]}
    released = built_pages(past.last, past.project / "providers", past.project / "content", *(built_for(past.last),) * 2)
    pages["past"] = [page for page in released if page.kind not in known]
    folders = {"demo": demo_site, "real": real_site, "preview": demo_preview, "past": past.last}
    with ExitStack() as stack:
        hosts = {name: stack.enter_context(served(folder)) for name, folder in folders.items()}
        yield Sites(hosts, pages)


@pytest.fixture(scope="session")
def looked_at(sites: Sites) -> list[tuple[str, BuiltPage]]:
    """The pages that the slow tests look at: those of every kind, and in the long form all."""
    return sites.all() if LONG else sites.of_every_kind()


@pytest.fixture
def planted(tmp_path: Path) -> Iterator[tuple[Path, Host]]:
    """An empty folder and its host, for pages with faults that a test must find."""
    with served(tmp_path) as host:
        yield tmp_path, host
