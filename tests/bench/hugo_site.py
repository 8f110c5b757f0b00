"""The same records for Hugo: each profile as the front matter of a page, as many pages of each as we make, in the frame of our own pages."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import yaml
from registry import case, profile, provider_id, text_of

from generator.records.places import municipalities

LAYOUTS = Path(__file__).parent / "hugo"
# The pages of a record, beside its own, that show all of it. The easy one and the cards are short.
WHOLE = ("english", "cite", "citeenglish")


def write_hugo_site(count: int, data: Path, ours: Path, folder: Path) -> None:
    """Write a Hugo site of the first `count` made providers. data: the records that they share. ours: a built site of the same, whose frame is taken."""
    shutil.copytree(LAYOUTS, folder)
    for name in WHOLE:
        shutil.copy(folder / "layouts/page.html", folder / f"layouts/page.{name}.html")
    (folder / "layouts/baseof.html").write_text(_frame(ours), encoding="utf-8")
    (folder / "data").mkdir()
    sources = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in (data / "sources").glob("*.yaml")}
    told = {name: {"title": source["title"], "url": source.get("url", ""), "publisher": source.get("publisher", "")} for name, source in sources.items()}
    (folder / "data/sources.json").write_text(json.dumps(told), encoding="utf-8")
    (folder / "data/municipalities.json").write_text(json.dumps({code: place.name for code, place in municipalities().items()}), encoding="utf-8")
    pages = folder / "content/leverantor"
    pages.mkdir(parents=True)
    for number in range(1, count + 1):
        write_page(pages, number, str(profile(number)["name"]))


def write_page(pages: Path, number: int, name: str) -> None:
    """One provider, with its case when it has one."""
    record = profile(number) | {"name": name}
    record.setdefault("accreditations", [])
    record.setdefault("contracts", [])
    front = {"title": name, "params": {"id": provider_id(number), "rec": record, "case": case(number)}}
    (pages / f"{provider_id(number)}.md").write_text(f"---\n{text_of(front)}---\n", encoding="utf-8")


def _frame(ours: Path) -> str:
    """What stands around the content of a profile of ours, as a template."""
    page = next((ours / "leverantor").glob("exempel-*/index.html")).read_text(encoding="utf-8")
    before, rest = page.split("<main", 1)
    inside, after = rest.split("</main>", 1)
    opening = inside[: inside.index(">") + 1]
    frame = f"{before}<main{opening}%s</main>{after}".replace("{{", "{ {")
    head, title = frame.index("<title>"), frame.index("</title>")
    return (frame[:head] + "<title>{{ .Title }}" + frame[title:]).replace("%s", '{{ block "main" . }}{{ end }}')
