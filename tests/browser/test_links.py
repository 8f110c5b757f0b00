import shutil
from collections.abc import Callable
from pathlib import Path

from conftest import ROOT

PAGE = """<!doctype html>
<meta charset="utf-8">
<script>
  Object.defineProperty(navigator, "clipboard", {{ value: {{ writeText: async (text) => {clipboard} }} }});
</script>
<p id="copied"></p>
<div id="uppgift-1"><a data-kopiera href="#uppgift-1">#</a></div>
<a id="other" href="#uppgift-1">en vanlig länk</a>
<script src="lankar.js" defer></script>
<script type="module">for (const link of document.querySelectorAll("a")) link.click();</script>
"""


def page(served: tuple[Path, str], load: Callable[[str], str], clipboard: str) -> str:
    folder, url = served
    shutil.copy(ROOT / "theme/static/js/lankar.js", folder)
    (folder / "index.html").write_text(PAGE.format(clipboard=clipboard), encoding="utf-8")
    return load(url)


def test_pressing_the_sign_copies_the_whole_address_of_the_statement(served: tuple[Path, str], page_after_scripts: Callable[[str], str]) -> None:
    shown = page(served, page_after_scripts, 'document.getElementById("copied").textContent += text + ";"')
    assert f'<p id="copied">{served[1]}#uppgift-1;</p>' in shown
    assert '#<span role="status" class="liten"> Länken är kopierad</span></a>' in shown
    assert shown.count("Länken är kopierad") == 1


def test_nothing_is_promised_when_the_browser_refuses(served: tuple[Path, str], page_after_scripts: Callable[[str], str]) -> None:
    shown = page(served, page_after_scripts, "{ throw new Error() }")
    assert "Länken är kopierad" not in shown
    assert '<a data-kopiera="" href="#uppgift-1">#</a>' in shown
