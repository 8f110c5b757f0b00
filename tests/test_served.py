"""A published site as nginx sends it with our settings: headers, smaller forms, cut addresses, and no mixture while it is published anew."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest
from served_by_nginx import Server, nginx
from site_made import built

from generator.build.compressed import FORMS, is_form_of, is_made_smaller, smaller, whole_name
from generator.build.manifest import MANIFEST
from generator.build.publication import publish
from generator.desk.nginx import nginx_settings
from generator.errors import BadUsage
from generator.site.security import headers_for
from generator.site.serving import cache_control, redirects

PUBLISHED_ANEW = 50


@pytest.fixture(scope="module")
def published(demo_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo, published."""
    site = tmp_path_factory.mktemp("published") / "site"
    publish(demo_site, site)
    return site


@pytest.fixture(scope="module")
def server(published: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with nginx(published, tmp_path_factory.mktemp("nginx")) as running:
        yield running


def addresses(site: Path) -> dict[str, Path]:
    """The address of every file of a built site but the 404 page, as a reader asks for it."""
    files = (path for path in site.rglob("*") if path.is_file() and not path.name.startswith("."))
    found = {f"/{path.relative_to(site).as_posix()}": path for path in files}
    return {address.removesuffix("index.html"): path for address, path in found.items() if address != "/404.html"}


def test_every_file_is_sent_whole_with_the_headers_of_the_table(server: Server, demo_site: Path) -> None:
    wrong = []
    for address, path in addresses(demo_site).items():
        answer = server.get(address)
        said = {name: answer.headers.get(name.lower()) for name in headers_for(address)}
        if (answer.status, answer.body, said) != (200, path.read_bytes(), dict(headers_for(address))) or "content-encoding" in answer.headers:
            wrong.append(address)
        if answer.headers["cache-control"] != cache_control(address) or (
            answer.headers["content-type"] == "application/octet-stream" and path.suffix == ".html"
        ):
            wrong.append(address)
        opened = "access-control-allow-origin" in answer.headers
        if opened != ("Access-Control-Allow-Origin" in headers_for(address)):
            wrong.append(address)
    assert wrong == []


def test_text_is_sent_smaller_to_who_can_unpack_it(server: Server, demo_site: Path) -> None:
    smaller_sent = 0
    for address, path in addresses(demo_site).items():
        whole = path.read_bytes()
        # The list of all files is written last, for who checks a copy.
        if is_made_smaller(path.name, len(whole)) and path.name != MANIFEST:
            answer = server.get(address, Accept_Encoding="gzip")
            assert answer.headers["content-encoding"] == "gzip", address
            assert gzip.decompress(answer.body) == whole, address
            assert answer.headers["vary"] == "Accept-Encoding"
            smaller_sent += 1
    assert smaller_sent > 1000


def test_an_address_that_was_cut_off_leads_to_the_list(server: Server, demo_site: Path) -> None:
    there = addresses(demo_site)
    assert len(list(redirects())) == 12
    for start, target in redirects():
        answer = server.get(start)
        assert (answer.status, answer.headers["location"]) == (301, target)
        assert answer.headers["content-security-policy"] == headers_for(start)["Content-Security-Policy"]
        assert target in there and start not in there


@pytest.mark.parametrize("address", ["/finns-inte/", "/leverantor/finns-inte/", "/.coachkollen.sqlite", "/..%2f..%2fetc/passwd", "/data", "/kort/finns-inte/"])
def test_what_is_not_there_is_answered_with_our_own_page_or_the_folder(server: Server, demo_site: Path, address: str) -> None:
    answer = server.get(address)
    if address == "/data":
        assert (answer.status, answer.headers["location"]) == (301, "/data/")
    else:
        assert answer.status in (400, 404)
        assert answer.status == 400 or answer.body == (demo_site / "404.html").read_bytes()


def test_a_reader_meets_no_mixture_and_nothing_missing_while_the_site_is_published_anew(tmp_path: Path) -> None:
    """Each release says its own number on every page, and has a style sheet of its own."""
    site = tmp_path / "site"
    sites = [
        built(tmp_path / f"ut{n}", style=("old", "new")[n % 2], **dict.fromkeys(("index.html", "om/index.html", "metod/index.html"), f"<p>{n}</p>" * 400))
        for n in range(PUBLISHED_ANEW)
    ]
    publish(sites[0], site)
    (tmp_path / "nginx").mkdir()
    done, seen, wrong = threading.Event(), [], []
    with nginx(site, tmp_path / "nginx") as server:

        def read() -> None:
            while not done.is_set():
                for path in ("/", "/om/", "/metod/"):
                    answer = server.get(path)
                    pages = {part for part in answer.body.decode().split("</p>") if part}
                    if answer.status != 200 or len(pages) != 1:
                        wrong.append((path, answer.status, pages))
                    seen.extend(pages)

        readers = [threading.Thread(target=read) for _ in range(3)]
        for reader in readers:
            reader.start()
        try:
            for output in sites[1:]:
                publish(output, site)
        finally:
            done.set()
            for reader in readers:
                reader.join()
    assert wrong == []
    assert len(set(seen)) > 10, "the readers met many releases"


def test_a_path_that_the_settings_cannot_hold_is_told(tmp_path: Path) -> None:
    site = tmp_path / "en sajt"
    publish(built(tmp_path / "ut"), site)
    with pytest.raises(BadUsage, match="mellanslag"):
        nginx_settings(site, 8080, tmp_path)


# The smaller forms.


@pytest.mark.parametrize("content", [b"x" * 5000, bytes(range(256)) * 20, "åäö ".encode() * 3000])
def test_a_form_unpacks_to_what_it_was_made_of_and_is_the_same_each_time(content: bytes) -> None:
    for form in FORMS:
        made = smaller(form, content)
        assert made == smaller(form, content)
        assert is_form_of(f"x.html{form}", made, content)
        for wrong in (made[:-1], made + b"x", b"", content, smaller(form, content + b"x"), smaller(form, content[:-1]), smaller(form, b"\0" * 10_000_000)):
            assert not is_form_of(f"x.html{form}", wrong, content)
    assert (gzip.decompress(smaller(".gz", content)), brotli.decompress(smaller(".br", content))) == (content, content)


def test_which_files_have_forms_and_what_a_form_is_named_after() -> None:
    assert [name for name in ("a.html", "a.json", "a.png", "a.zip", "a", "a.html.gz") if is_made_smaller(name, 5000)] == ["a.html", "a.json"]
    assert not is_made_smaller("a.html", 100)
    assert [whole_name(name) for name in ("x/a.html.gz", "a.css.br", "a.html", "gz", ".gz")] == ["x/a.html", "a.css", "", "", ""]
