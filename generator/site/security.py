"""What a browser may do with our pages: the one table that the pages, the preview and the settings of a web server are made from.

Nothing is allowed but our own files: no other site is asked for anything, no script or style stands in a page, and
no page of ours is shown inside another site's, except the cards that are made for it. What is not in the table is forbidden by `default-src`.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import unquote

from generator.registry.pages import EDITIONS
from generator.site import routes

# Directive to what it allows, as https://www.w3.org/TR/CSP3/ has them.
CONTENT_POLICY: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "default-src": ("'none'",),
        "script-src": ("'self'",),
        "style-src": ("'self'",),
        # The empty icon of every page is `data:,`.
        "img-src": ("'self'", "data:"),
        "connect-src": ("'self'",),
        "base-uri": ("'none'",),
        "form-action": ("'self'",),
        # A page as it once was shows in a frame what has changed since: a page of our own, and on no other site.
        "frame-src": ("'self'",),
        "frame-ancestors": ("'self'",),
    }
)
# What a browser passes over when it stands in a page, and which only a header can say.
_ONLY_IN_A_HEADER = frozenset({"frame-ancestors", "report-uri", "sandbox"})
# What no page of ours asks for. Copying a link to the clipboard is not among them: a reader does that with a button.
_NOT_ASKED_FOR = ("accelerometer", "browsing-topics", "camera", "display-capture", "geolocation", "gyroscope", "microphone", "midi", "payment", "usb")


def policy_text(*, in_page: bool = False, changed: Mapping[str, tuple[str, ...]] = MappingProxyType({})) -> str:
    """The content policy as a browser reads it. in_page: only what may stand in the page itself. changed: directives that allow something else."""
    said = ((name, allowed) for name, allowed in {**CONTENT_POLICY, **changed}.items() if not (in_page and name in _ONLY_IN_A_HEADER))
    return "; ".join(" ".join((name, *allowed)) for name, allowed in said)


# It stands in every page too, for a host that sends no headers of ours.
PAGE_POLICY = policy_text(in_page=True)
# A page as it once was has no script.
FROZEN_POLICY = "; ".join(said for said in PAGE_POLICY.split("; ") if not said.startswith(("script-src", "connect-src")))
# No other site learns which company somebody reads about.
REFERRER = "no-referrer"

# The headers of every answer, also of one that there is no page.
HEADERS: Mapping[str, str] = MappingProxyType(
    {
        "Content-Security-Policy": policy_text(),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": REFERRER,
        "Permissions-Policy": ", ".join(f"{name}=()" for name in _NOT_ASKED_FOR),
        "Cross-Origin-Opener-Policy": "same-origin",
    }
)

# The folders of the languages that have all pages, the Swedish one first.
_FOLDERS = ("", *(f"/{edition}" for edition, complete in EDITIONS.items() if complete))
# What else is sent under some addresses, without base path: how the address begins, and the headers that stand beside those above or
# in their place. Where two fit, the later one counts.
BY_PATH: tuple[tuple[str, Mapping[str, str]], ...] = tuple(
    (f"{folder}{routes.CARDS}", MappingProxyType({"Content-Security-Policy": policy_text(changed={"frame-ancestors": ("*",)})})) for folder in _FOLDERS
)


# What scripts on other sites may read too: data that is public anyway, and that no cookie can change. `*` stands for anything, also slashes,
# and `:del` for what has no slash, as the `_headers` file of hosts has them. No address may fit two of them: a host would send the header twice.
OPEN_PATHS = ("/api/*", "/data/*", "/v/*.json", "/*/flode.xml", "/*/flode.json", "/*/bevaka/:del", "/*.ics")
OPEN_HEADER = "Access-Control-Allow-Origin"
ANY_SITE = "*"


def path_pattern(path: str) -> str:
    """One of the open paths as a regular expression of the whole address, as nginx, Apache and Python read it."""
    return "^" + re.escape(path).replace(r"\*", ".*").replace(":del", "[^/]+") + "$"


def headers_for(path: str) -> Mapping[str, str]:
    """All headers of the answer at an address as a browser asks for it, without base path.

    What counts is where the address leads: `/kort/%2e%2e/om/` is no card.
    """
    asked = unquote(path.partition("?")[0])
    led_to = posixpath.normpath(asked) + ("/" if asked.endswith("/") else "")
    special = {name: value for start, headers in BY_PATH if f"{led_to}/".startswith(start) for name, value in headers.items()}
    is_open = any(re.search(path_pattern(known), led_to) for known in OPEN_PATHS)
    return {**HEADERS, **special, **({OPEN_HEADER: ANY_SITE} if is_open else {})}
