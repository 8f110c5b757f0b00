"""Every page and style sheet is correct, says the Nu checker: no errors and no warnings."""

import json
import re
import subprocess
from collections import Counter
from pathlib import Path

from browser.host import Host
from past import Past

# What the checker says and we do not mend, and why.
PASSED_OVER: tuple[tuple[str, str], ...] = (
    (
        r"Resource violates Content Security Policy \(meta tag\): external \w+ “(/|(\.\./)+)tema/[a-z.0-9]+” blocked by “\w+-src” directive\.",
        "the checker reads files, which have no origin that could be 'self'; in the browser tests the policy has nothing to report",
    ),
    (
        r"Resource violates Content Security Policy \(meta tag\): frame “(\.\./)+historik/[^”]+” blocked by “frame-src” directive\.",
        "the same, of the page of changes that a page as it once was shows",
    ),
    (
        r"CSS: “paint-order”: Property “paint-order” doesn't exist\.",
        "it does, in CSS Fill and Stroke and every browser; where it is not known the words of a picture are drawn a little thinner",
    ),
    (
        r"This document appears to be written in Swedish but the “html” start tag has “lang=\"en\"”\. Consider using “lang=\"sv\"” \(or variant\) instead\.",
        "on a page of many records their texts are most of it; they are not translated, and each is marked as Swedish",
    ),
)

# The checker takes every `script` in a page for one that runs. A block of data is never run, so no policy is asked (HTML, prepare the script element).
_INLINE = "Inline script violates Content Security Policy (meta tag)"
_DATA = 'type="application/ld+json"'


def checked(nu: list[str], *folders: Path) -> Counter[tuple[str, str]]:
    """What the checker says of all pages, style sheets and pictures, by message and the first file that it is about.

    Its line numbers differ by one from run to run, so they are left out.
    """
    command = [*nu, "--format", "json", "--stdout", "--skip-non-html", "--also-check-css", "--also-check-svg", *map(str, folders)]
    made = subprocess.run(command, capture_output=True, text=True, check=False)
    first: dict[str, str] = {}
    found: Counter[tuple[str, str]] = Counter()
    for message in json.loads(made.stdout)["messages"]:
        text = str(message["message"])
        data_block = text.startswith(_INLINE) and _DATA in message.get("extract", "")
        if not data_block and not any(re.fullmatch(passed, text) for passed, _ in PASSED_OVER):
            found[text, first.setdefault(text, str(message.get("url", "")))] += 1
    return found


def test_every_page_and_style_sheet_of_every_site_is_correct(nu: list[str], demo_site: Path, real_site: Path, demo_preview: Path, past: Past) -> None:
    assert checked(nu, demo_site, real_site, demo_preview, past.last) == {}


def test_a_script_that_runs_is_found_though_data_is_passed_over(nu: list[str], planted: tuple[Path, Host]) -> None:
    folder, _ = planted
    policy = """<meta http-equiv="Content-Security-Policy" content="script-src 'self'">"""
    page = f'<!doctype html><html lang="sv"><head>{policy}<title>Fel</title>{{}}</head><body><p>Text.</p></body></html>'
    (folder / "data.html").write_text(page.format('<script type="application/ld+json">{"a": 1}</script>'), encoding="utf-8")
    assert checked(nu, folder) == {}
    (folder / "kod.html").write_text(page.format("<script>alert(1)</script>"), encoding="utf-8")
    assert [text.partition(":")[0] for text, _ in checked(nu, folder)] == [_INLINE]


def test_what_is_wrong_is_found(nu: list[str], planted: tuple[Path, Host]) -> None:
    folder, _ = planted
    page = folder / "under/index.html"
    page.parent.mkdir()
    page.write_text('<!doctype html><title>Fel</title><p><div id="a" id="b"></div>\n<img src="x.png">', encoding="utf-8")
    (folder / "fel.css").write_text("p { colr: red }", encoding="utf-8")
    (folder / "fel.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"><rekt/></svg>', encoding="utf-8")
    found = checked(nu, folder)
    image = "An “img” element must have an “alt” attribute, except under certain conditions."
    assert sorted((text.partition(" For details")[0], file) for text, file in found) == [
        (image, f"file:{page}"),
        ("CSS: “colr”: Property “colr” doesn't exist.", f"file:{folder}/fel.css"),
        ("Consider adding a “lang” attribute to the “html” start tag to declare the language of this document.", f"file:{page}"),
        ("Duplicate attribute “id”.", f"file:{page}"),
        ("Element “rekt” not allowed as child of element “svg” in this context. (Suppressing further errors from this subtree.)", f"file:{folder}/fel.svg"),
        ("The “rekt” element is a completely-unknown element that is not allowed anywhere in any SVG content.", f"file:{folder}/fel.svg"),
    ]
