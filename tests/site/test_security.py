"""What browsers are told, and that the built pages say it."""

import re
from pathlib import Path

import pytest

from generator.build.outline import read_outline
from generator.desk.web_server import web_server
from generator.site import routes
from generator.site.security import BY_PATH, CONTENT_POLICY, FROZEN_POLICY, HEADERS, OPEN_PATHS, PAGE_POLICY, headers_for, path_pattern
from generator.site.serving import ASKED_AGAIN, KEPT, KEPT_FOLDER, MOVED, redirects

ONLY_OURS = {"'none'", "'self'", "data:"}


def settings() -> dict[str, str]:
    """What the page of settings gives to copy, by what it is for."""
    parts = re.split(r"```(nginx|caddyfile|apache|text)\n", web_server(""))[1:]
    names = ("nginx", "Caddy", "Apache", "_headers", "_redirects")
    assert parts[::2] == ["nginx", "caddyfile", "apache", "text", "text"]
    return {name: part.partition("```\n")[0] for name, part in zip(names, parts[1::2], strict=True)}


def test_the_policy_is_the_one_that_we_promise() -> None:
    assert HEADERS["Content-Security-Policy"] == (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "base-uri 'none'; form-action 'self'; frame-src 'self'; frame-ancestors 'self'"
    )


def test_nothing_is_allowed_but_our_own_files() -> None:
    assert {source for allowed in CONTENT_POLICY.values() for source in allowed} == ONLY_OURS
    # A data address is text that anybody can write: never a script, a style or an address to send a form to.
    assert [name for name, allowed in CONTENT_POLICY.items() if "data:" in allowed] == ["img-src"]


def test_the_page_says_all_that_a_page_can_say() -> None:
    assert f"{PAGE_POLICY}; frame-ancestors 'self'" == HEADERS["Content-Security-Policy"]


def test_a_page_of_a_past_release_may_do_no_more_than_another_and_has_no_script() -> None:
    assert set(FROZEN_POLICY.split("; ")) < set(PAGE_POLICY.split("; "))
    assert "script-src" not in FROZEN_POLICY and "connect-src" not in FROZEN_POLICY


CARD_POLICY = HEADERS["Content-Security-Policy"].replace("frame-ancestors 'self'", "frame-ancestors *")


@pytest.mark.parametrize("address", ["/kort/exempel-ab/", "/kort/exempel-ab/?x=1", "/en/kort/exempel-ab/", "/kort/exempel-ab/oembed.json"])
def test_any_site_may_show_a_card_in_a_frame_and_nothing_else_is_different(address: str) -> None:
    assert headers_for(address) == {**HEADERS, "Content-Security-Policy": CARD_POLICY}
    assert "X-Frame-Options" not in headers_for(address)


@pytest.mark.parametrize(
    "address",
    ["/", "/kortet/", "/leverantor/kort/", "/kort/../leverantor/x/", "/kort/%2e%2e/om/", "/kort/%2E%2E%2Fom/", "/om/?/kort/", "/v/2026-11-21/kort/x/"],
)
def test_no_other_page_is_shown_in_a_frame_of_another_site(address: str) -> None:
    assert headers_for(address) == HEADERS
    assert "frame-ancestors 'self'" in headers_for(address)["Content-Security-Policy"]


def test_what_differs_by_address_is_said_for_folders_of_the_site() -> None:
    assert [start for start, _ in BY_PATH] == [routes.CARDS, f"/en{routes.CARDS}"]
    for start, special in BY_PATH:
        assert start.startswith("/") and start.endswith("/") and special


def test_the_settings_of_every_web_server_say_what_differs_by_address() -> None:
    said = settings()
    nginx, apache, headers = said["nginx"], said["Apache"], said["_headers"]
    for start, special in BY_PATH:
        # nginx forgets the headers outside a place that has some of its own, so all stand there.
        place = nginx.partition(f"location ^~ {start} {{")[2].partition("}")[0]
        assert [line.strip() for line in place.split("\n") if "add_header" in line] == [
            "add_header Cache-Control $kept always;",
            *(f'add_header {name} "{value}" always;' for name, value in headers_for(start).items()),
            f"add_header {OPEN} $open always;",
        ]
        for name, value in special.items():
            assert f'<LocationMatch "^{start}">\n    Header always set {name} "{value}"\n' in apache
            assert f"{start}*\n  ! {name}\n  {name}: {value}\n" in headers


def test_no_header_can_be_broken_out_of() -> None:
    for name, value in (*HEADERS.items(), *(header for _, special in BY_PATH for header in special.items())):
        assert (name + value).isascii() and (name + value).isprintable() and '"' not in value


def test_the_settings_of_every_web_server_send_every_header_and_keep_only_what_never_changes(demo_site: Path) -> None:
    said = settings()
    in_places = {name for _, special in BY_PATH for name in special}
    for name, value in HEADERS.items():
        assert f'add_header {name} "{value}" always;' in said["nginx"]
        assert f'    header {"@others " if name in in_places else ""}{name} "{value}"\n' in said["Caddy"]
        assert f'Header always set {name} "{value}"' in said["Apache"]
        assert f"\n  {name}: {value}\n" in said["_headers"]
    for name in ("nginx", "Caddy", "Apache"):
        assert (said[name].count(KEPT), said[name].count(f'"{ASKED_AGAIN}"')) == (1, 1)
    assert f"/{KEPT_FOLDER}/*\n  Cache-Control: {KEPT}\n" in said["_headers"]
    # Every file that may be kept has a name made from what it holds.
    kept = [path.name for path in (demo_site / KEPT_FOLDER).rglob("*") if path.is_file()]
    assert kept
    assert [name for name in kept if not re.search(r"\.[0-9a-f]{10}\.", name)] == []


OPEN = "Access-Control-Allow-Origin"


@pytest.mark.parametrize(
    "path",
    [
        "/api/v1/index.json",
        "/api/v1/providers/exempel-ab.json",
        "/data/csv/statements.csv",
        "/v/2026-11-21/andringar.json",
        "/rattelser/flode.xml",
        "/leverantor/exempel-ab/flode.json",
        "/arende/granskning-2024/bevaka/vantrum.xml",
        "/folj/sista-dagar.ics",
    ],
)
def test_scripts_of_other_sites_may_read_what_is_data(path: str) -> None:
    assert headers_for(path) == {**HEADERS, OPEN: "*"}


@pytest.mark.parametrize(
    "path", ["/", "/leverantor/exempel-ab/", "/en/api/", "/v/2026-11-21/leverantor/exempel-ab/", "/sok/index.json", "/flode.xml", "/apix", "/x/flodexml", ""]
)
def test_scripts_of_other_sites_may_not_read_pages(path: str) -> None:
    assert headers_for(path) == HEADERS


def test_no_file_of_the_site_gets_the_header_twice_which_no_browser_accepts(demo_site: Path) -> None:
    opened = 0
    for path in demo_site.rglob("*"):
        address = f"/{path.relative_to(demo_site).as_posix()}"
        fitting = [known for known in OPEN_PATHS if re.search(path_pattern(known), address)]
        assert len(fitting) <= 1, address
        opened += len(fitting)
        assert not fitting or path.suffix != ".html" or address in ("/api/index.html", "/data/index.html"), address
    assert opened > 200


def test_the_settings_of_every_web_server_open_the_same_paths_and_no_other() -> None:
    said = settings()
    nginx, apache, headers = said["nginx"], said["Apache"], said["_headers"]
    patterns = [path_pattern(path) for path in OPEN_PATHS]
    opened = nginx.partition("map $uri $open {\n")[2].partition("}")[0]
    assert re.findall(r'^    "~(.+)" "\*";$', opened, re.M) == patterns
    assert 'default "";' in opened and f"add_header {OPEN} $open always;" in nginx
    assert re.findall(rf'<LocationMatch "(.+)">\n    Header always set {OPEN} "\*"\n</LocationMatch>', apache) == patterns
    assert re.findall(rf"^(/.*)\n  {OPEN}: \*$", headers, re.M) == list(OPEN_PATHS)
    assert re.findall(rf"    @open\d+ path_regexp (.+)\n    header @open\d+ {OPEN} \"\*\"\n", said["Caddy"]) == patterns
    each = len(OPEN_PATHS)
    in_nginx = 1 + len(BY_PATH) + len(list(redirects()))
    assert [said[name].count(OPEN) for name in said] == [in_nginx, each, each, each, 0], "once in each place of nginx"


def test_the_settings_of_every_web_server_lead_a_cut_address_to_the_same_list() -> None:
    said = settings()
    every = list(redirects())
    assert [(start, there) for start, there, _ in (line.split() for line in said["_redirects"].splitlines())] == every
    assert re.findall(r"location = (\S+) \{\n        return 301 (\S+);", said["nginx"]) == every
    assert re.findall(r"    redir (\S+) (\S+) 301\n", said["Caddy"]) == every
    assert re.findall(r'RedirectMatch 301 "\^(\S+)\$" "(\S+)"\n', said["Apache"]) == every
    assert MOVED == 301 and len({start for start, _ in every}) == len(every)


def test_every_page_tells_no_other_site_where_a_reader_was(demo_site: Path) -> None:
    assert [page for page in demo_site.rglob("*.html") if '<meta name="referrer" content="no-referrer">' not in page.read_text(encoding="utf-8")] == []


def test_every_page_of_the_site_has_the_policy_before_anything_that_loads(demo_site: Path) -> None:
    pages = list(demo_site.rglob("*.html"))
    assert len(pages) > 400
    said = f'<meta http-equiv="Content-Security-Policy" content="{PAGE_POLICY}">'.replace("'", "&#39;")
    for page in pages:
        head = page.read_text(encoding="utf-8").replace(said.replace("&#39;", "'"), said).partition(said)
        assert head[1], page
        assert read_outline(head[0]).links == (), page
