"""The files of cases that cannot lie in git as they are: what no editor saves, what no folder of ours may hold, and what git itself remembers."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import shutil
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
import yaml
from conftest import git
from made import person_number

from generator.build.manifest import write_manifest
from generator.records import reader, yaml_reader
from generator.records.deny_list import DenyList
from generator.registry.pages import NEEDED_PAGES

PROFILE = """name: {name}
summary: {summary}
sources:
  - source: exempelbladet-2024
    locator: hela artikeln
checked_on: 2026-10-01
"""
# The deny list of all cases: two words, also as addresses write them.
DENY_LIST = DenyList(b"", {2: frozenset(hashlib.sha256(words.encode()).digest() for words in ("påhittad privatperson", "pahittad privatperson"))})
RECORD = Path("providers/profiles/felexempel.yaml")
PAGE = Path("content/felsidan.md")
LEDGER = Path("providers/published-ids.txt")
RELEASED = Path("providers/released.txt")
FORM = Path("svar.txt")
SETTINGS = Path("pelicanconf.txt")
FILLED = """Leverantör: exempel-ab

Ärende: cases/exempelarende
Uppgift: cases/exempelarende#anmalan
[ ] stämmer
[x] stämmer inte

Ert svar:
{}
Slut på svaret
[ ] vi avstår från att svara
"""


def profile(name: str = "Felexempel AB", summary: str = "Ett påhittat företag.") -> str:
    return PROFILE.format(name=name, summary=summary)


def write(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)


def written(path: Path, content: str | bytes) -> Callable[[pytest.MonkeyPatch], None]:
    return lambda _: write(path, content)


def with_person_number(number: str, text: str = "Ring {} i morgon.") -> Callable[[pytest.MonkeyPatch], None]:
    return written(RECORD, profile(summary=text.format(number)))


def link(path: Path, target: str) -> Callable[[pytest.MonkeyPatch], None]:
    def make(_: pytest.MonkeyPatch) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.symlink_to(target)

    return make


def link_to_a_file_outside(path: Path, content: str = profile()) -> Callable[[pytest.MonkeyPatch], None]:
    def make(_: pytest.MonkeyPatch) -> None:
        write(Path("elsewhere/hemligt"), content)
        path.symlink_to(Path("elsewhere/hemligt").resolve())

    return make


def replaced(path: Path, make: Callable[[pytest.MonkeyPatch], None]) -> Callable[[pytest.MonkeyPatch], None]:
    def replace(monkeypatch: pytest.MonkeyPatch) -> None:
        path.unlink()
        make(monkeypatch)

    return replace


def folder_link_out(_: pytest.MonkeyPatch) -> None:
    write(Path("elsewhere/felexempel.yaml"), profile())
    Path("providers/profiles/mapp").symlink_to(Path("elsewhere").resolve())


def kind_link_out(_: pytest.MonkeyPatch) -> None:
    Path("providers/corrections").rename("elsewhere")
    Path("providers/corrections").symlink_to(Path("elsewhere").resolve())


def named_pipe(_: pytest.MonkeyPatch) -> None:
    os.mkfifo(RECORD)


def folder(path: Path) -> Callable[[pytest.MonkeyPatch], None]:
    return lambda _: path.mkdir(parents=True)


def no_permission(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests may run as root, whom no permission stops."""
    read = Path.read_bytes

    def denied(path: Path) -> bytes:
        if path.name == RECORD.name:
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    write(RECORD, profile())
    monkeypatch.setattr(Path, "read_bytes", denied)


def no_permission_to_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    scan = os.scandir

    def denied(path: str) -> object:
        if Path(path).name == "corrections":
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", denied)


def removed(path: str) -> Callable[[pytest.MonkeyPatch], None]:
    return lambda _: shutil.rmtree(path)


def without_libyaml(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_reader, "HAS_LIBYAML", False)
    monkeypatch.setattr(yaml_reader, "_LOADER", yaml.SafeLoader)


def at_most_three(end: str) -> Callable[[pytest.MonkeyPatch], None]:
    def make(monkeypatch: pytest.MonkeyPatch) -> None:
        for module in (yaml_reader, reader):
            monkeypatch.setattr(module, "MAX_PROBLEMS", 3)
        write(RECORD, profile() + end)

    return make


def lost(ledger: Path, lines: str) -> Callable[[pytest.MonkeyPatch], None]:
    """A ledger that had more lines when it was committed."""

    def make(_: pytest.MonkeyPatch) -> None:
        left = ledger.read_text(encoding="utf-8") if ledger.exists() else "# Inget har publicerats.\n"
        git(Path(), "init", "-q")
        write(ledger, left + lines)
        git(Path(), "add", ".")
        git(Path(), "commit", "-qm", "En release")
        write(ledger, left)

    return make


def changed_release(_: pytest.MonkeyPatch) -> None:
    """A page that a release stored, changed and committed together with its checksum."""
    page, manifest = Path("releases/2026-11-20/om/index.html"), Path("releases/2026-11-20/release.json")
    git(Path(), "init", "-q")
    for text in ("Som det sparades.", "Som någon vill att det var."):
        stored = {"path": "om/index.html", "digest": "", "sha256": hashlib.sha256(text.encode()).hexdigest(), "size": len(text.encode()), "made_from": []}
        write(page, text)
        write(manifest, json.dumps({"release": "2026-11-20", "commit": "", "units": [], "states": {}, "pages": [stored], "gone": []}))
        git(Path(), "add", ".")
        git(Path(), "commit", "-qm", "En release")


def link_in_a_copy(_: pytest.MonkeyPatch) -> None:
    """A copy with a folder that leads to another."""
    write(Path("copy/index.html"), "Start")
    write(Path("copy/om/index.html"), "Om")
    write_manifest(Path("copy"), "2026-11-21")
    Path("copy/metod").symlink_to("om")


def all_pages_but(*missing: str, others: str = "") -> Callable[[pytest.MonkeyPatch], None]:
    """Every page that the site links to except these; they are as `others` says, where it says anything."""

    def make(_: pytest.MonkeyPatch) -> None:
        for slug in NEEDED_PAGES:
            path = Path(f"content/{slug}.md")
            if slug not in missing:
                write(path, f"Title: En påhittad sida\nSlug: {slug}\n")
            elif others:
                write(path, others)
            else:
                path.unlink(missing_ok=True)

    return make


def all_pages_but_one_in_english(missing: str) -> Callable[[pytest.MonkeyPatch], None]:
    """Every page in Swedish, and in English every one but this."""

    def make(_: pytest.MonkeyPatch) -> None:
        for slug in NEEDED_PAGES:
            write(Path(f"content/{slug}.md"), f"Title: En påhittad sida\nSlug: {slug}\n")
            if slug != missing:
                write(Path(f"content/en/{slug}.md"), f"Title: A made-up page\nSlug: {slug}\n")

    return make


def text_file(suffix: str, lines: list[str]) -> Callable[[pytest.MonkeyPatch], None]:
    return written(Path(f"tree/{suffix}"), "\n".join(lines) + "\n")


def built_page(body: str) -> str:
    return f'<!doctype html>\n<html lang="sv">\n<title>Sida</title>\n<body>\n{body}\n</body>\n</html>\n'


def zipped(name: str, text: str) -> Callable[[pytest.MonkeyPatch], None]:
    def make(_: pytest.MonkeyPatch) -> None:
        Path("tree").mkdir()
        with zipfile.ZipFile("tree/arkiv.zip", "w") as archive:
            archive.writestr(name, text)

    return make


def database(_: pytest.MonkeyPatch) -> None:
    Path("tree").mkdir()
    with closing(sqlite3.connect("tree/sok.sqlite")) as connection:
        connection.execute("CREATE TABLE leverantorer (namn TEXT, nummer INTEGER)")
        connection.executemany("INSERT INTO leverantorer VALUES (?, ?)", [("Exempel AB", 4711), ("Felexempel AB", int(TWELVE))])
        connection.commit()


def own_profile(field: str) -> str:
    """A sole trader's profile with one more field."""
    return profile(name="Felexempelcoachen") + f"legal_form: sole_trader\n{field}\n"


TWELVE = person_number()
HYPHENED = person_number(between="-")

# Cases with files that cannot lie in git as they are. Each function runs in the folder of its case.
MADE: dict[str, Callable[[pytest.MonkeyPatch], None]] = {
    "F01-link-out": link_to_a_file_outside(RECORD),
    "F01-page-link-out": link_to_a_file_outside(PAGE),
    "F01-folder-link-out": folder_link_out,
    "F01-kind-folder-link-out": kind_link_out,
    "F01-ledger-link-out": replaced(LEDGER, link_to_a_file_outside(LEDGER, "# Inget har publicerats.\n")),
    "F02-swedish-letters": written(RECORD.with_name("felföretaget.yaml"), profile()),
    "F02-too-long": written(RECORD.with_name("fel" * 27 + ".yaml"), profile()),
    "F02-control-character": written(RECORD.with_name("fel\x1b[31m\nexempel.yaml"), profile()),
    "F02-name-not-utf-8": lambda _: write(Path(os.fsdecode(b"providers/profiles/fel\xf6.yaml")), profile()),
    "F03-person-number": written(Path(f"providers/{HYPHENED}/felexempel.yaml"), profile()),
    "F04-person-number": written(RECORD.with_name(f"{TWELVE}.txt"), "Inte en post.\n"),
    "F05-latin-1": written(RECORD, profile(name="Felföretaget AB").encode("latin-1")),
    "F05-utf-16": written(RECORD, profile().encode("utf-16")),
    "F05-half-character": written(RECORD, profile().encode().replace(b"AB", b"A\xed\xa0\x80B")),
    "F05-page": written(PAGE, "Title: Felsidan\nSlug: felsidan\n\nEn påhittad sida.\n".encode("latin-1")),
    "F05-person-number-on-the-line": written(RECORD, profile(name=f"Felföretaget {HYPHENED}").encode("latin-1")),
    "F06-only-byte-order-mark": written(RECORD, b"\xef\xbb\xbf"),
    "F07-one-megabyte-of-nesting": written(RECORD, "aliases: " + "[" * 1024 * 1024 + "\n"),
    "F07-one-long-line": written(RECORD, profile(summary="Ett påhittat företag. " * 30_000)),
    "F08-named-pipe": named_pipe,
    "F08-folder-named-as-a-record": folder(RECORD),
    "F08-folder-named-as-a-page": folder(PAGE),
    "F08-folder-named-as-the-ledger": replaced(LEDGER, folder(LEDGER)),
    "F08-broken-ledger-link": replaced(LEDGER, link(LEDGER, "finns-inte.txt")),
    "F08-link-to-a-folder": link(RECORD, "../cases"),
    "F08-broken-link": link(RECORD, "finns-inte.yaml"),
    "F08-broken-page-link": link(PAGE, "finns-inte.md"),
    "F08-link-in-a-ring": link(RECORD, RECORD.name),
    "F08-no-permission": no_permission,
    "F08-no-permission-to-a-folder": no_permission_to_folder,
    "F09-upper-and-lower-case": written(RECORD.with_name("Andra-Exempel.yaml"), profile()),
    "F10-no-records": removed("providers"),
    "F10-no-pages": removed("content"),
    "F11-aliases": at_most_three("aliases: [*a, *b, *c, *d, *e]\n"),
    "F11-tabs": at_most_three("aliases:\n" + "\t- Felex\n" * 5),
    "F11-wrong-values": at_most_three("aliases:\n" + "  - 1\n" * 5),
    "F12-made-by-macos": written(RECORD.with_name(".DS_Store"), b"\0\0\0\1Bud1"),
    "F12-hidden-folder": written(Path(f"providers/.{HYPHENED}/felexempel.yaml"), profile()),
    "Y02-windows-lines": written(RECORD, profile().replace("    locator", "\tlocator").replace("\n", "\r\n")),
    "Y08-nul": written(RECORD, profile(name="Fel\0exempel AB")),
    "Y08-direction": written(RECORD, profile(summary="Ett \u202epåhittat\u202c företag.")),
    "Y08-zero-width": written(RECORD, profile(summary="Ett på\u200bhittat företag.")),
    "Y08-line-separator": written(RECORD, profile(summary="Ett påhittat\u2028företag.")),
    "Y08-byte-order-mark-inside": written(RECORD, profile(name="\ufeffFelexempel AB")),
    "Y09-half-a-megabyte-of-brackets": written(RECORD, "aliases: " + "[" * 500_000 + "\n"),
    "Y09-half-a-megabyte-of-hyphens": written(RECORD, "aliases:\n  " + "- " * 250_000 + "a\n"),
    "Y13-no-libyaml": without_libyaml,
    "T04-long-line": written(RECORD, profile() + "aliases: [" + "Felex, " * 200 + "4711" + ", Exet" * 200 + "]\n"),
    "T06-person-number": written(RECORD, profile() + f"orgnr: {HYPHENED}\n"),
    "L01-person-number": written(RECORD, profile().replace("exempelbladet-2024", f"exempelbladet-{TWELVE}")),
    "I17c-person-number": written(LEDGER, f"profiles/exempel-ab\n{HYPHENED}\n"),
    "I17a-person-number": written(LEDGER, f"profiles/{HYPHENED}\n"),
    "I17e-line-lost": lost(LEDGER, "profiles/andra-exempel\nterms/exempelord\n"),
    "P08-removed": all_pages_but("start", "sa-klagar-du"),
    "P09-not-in-english": all_pages_but_one_in_english("om"),
    "P08-another-slug": all_pages_but("om", others="Title: Om\nSlug: om-oss\n"),
    "I17g-stored-page-changed": changed_release,
    "V10-link": link_in_a_copy,
    "I17f-no-repository": lambda monkeypatch: monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(Path().resolve().parent)),
    "I19e-line-lost": lost(RELEASED, "".join(f"cases/exempelarende#uppgift-{number} {{}}\n" for number in range(1, 8)) + "profiles/gammalt-exempel#x null\n"),
    "I21a-ten-digits": with_person_number(TWELVE),
    "I21a-hyphen": with_person_number(HYPHENED),
    "I21a-century": with_person_number(person_number(born="19121212")),
    "I21a-plus": with_person_number(person_number(between="+")),
    "I21a-spaces": with_person_number(person_number(born="12 12 12".replace(" ", ""), between=" ")),
    "I21a-en-dash": with_person_number(person_number(between="\N{EN DASH}")),
    "I21a-coordination-number": with_person_number(person_number(born="121272", between="-")),
    "I21a-vat-number": with_person_number(f"SE{TWELVE}01"),
    "I21a-in-an-address": written(RECORD, profile() + f"website: https://felexempel.example/{TWELVE}\n"),
    "I21a-in-a-comment": written(RECORD, f"# Se ärende {HYPHENED}\n" + profile()),
    "I21a-over-two-lines": with_person_number(person_number(between="-\n  "), ">-\n  Ring {} i morgon."),
    "I21a-as-an-escape": with_person_number(HYPHENED.replace("-", "\\x2d"), '"Ring {} i morgon."'),
    "I21a-character-references": with_person_number("".join(f"&#{ord(digit)};" for digit in TWELVE)),
    "I21a-emphasis": with_person_number(f"**{HYPHENED[:4]}**{HYPHENED[4:]}"),
    "I21a-other-digits": with_person_number("".join(chr(0xFF10 + int(digit)) for digit in TWELVE)),
    "I21a-spaced-out": with_person_number(" ".join(TWELVE)),
    "I21a-percent-encoded": written(RECORD, profile() + "website: https://felexempel.example/?id=" + "".join(f"%3{digit}" for digit in TWELVE) + "\n"),
    "I21a-sole-trader-alias": written(RECORD, own_profile(f"aliases: ['Coach {HYPHENED}']")),
    "I21a-sole-trader-query": written(
        RECORD,
        own_profile(
            f"checks:\n  - id: sokning\n    register: Exempelregistret\n    query: organisationsnummer {HYPHENED}\n    on: 2026-10-01\n    result: found"
        ),
    ),
    "I21a-sole-trader-address": written(RECORD, own_profile(f"website: https://felexempel.example/{TWELVE}/")),
    "I21a-page-over-two-lines": written(PAGE, f"Title: Felsidan\nSlug: felsidan\n\nRing {HYPHENED[:7]}\n{HYPHENED[7:]} i morgon.\n"),
    "I21a-twice-on-a-line": with_person_number(f"{HYPHENED} eller {TWELVE}"),
    "I21a-published-ids": written(LEDGER, f"# {HYPHENED} ringde\nprofiles/exempel-ab # {person_number(born='121272', between='-')}\n"),
    "I21a-released": written(RELEASED, f"# Senaste releasen: 2026-11-01 {HYPHENED}\n"),
    "I21a-page": written(PAGE, f"Title: Felsidan\nSlug: felsidan\n\nRing {HYPHENED} i morgon.\n"),
    "I21e-record": written(RECORD.with_name(f"{TWELVE}.yaml"), profile()),
    "I21e-record-with-other-errors": written(RECORD.with_name(f"{HYPHENED}.yaml"), profile(name="2024")),
    "I21e-page": written(PAGE.with_name(f"{HYPHENED}.md"), "Title: Felsidan\nSlug: felsidan\n"),
    "R01-person-number": written(FORM, FILLED.format("Det hölls fem möten.").replace("#anmalan", f"#{HYPHENED}")),
    "R03-too-long": written(FORM, FILLED.format("Det hölls fem möten. " * 150)),
    "R03-too-many-signs": written(FORM, FILLED.format("*_" * 1200)),
    "R04-person-number": written(FORM, FILLED.format(f"Deltagaren {HYPHENED} var med på mötena.")),
    "R04-person-number-over-two-lines": written(FORM, FILLED.format(f"Deltagaren {TWELVE[:-4]}-\n{TWELVE[-4:]} var med.")),
    "I21f-record": written(RECORD, "# Obs: Påhittad Privatperson\n" + profile(summary=">-\n  Ett företag som PÅHITTAD\n  *privat*person äger.")),
    "I21f-as-an-escape": written(RECORD, profile(summary='"Ett företag som P\\xe5hittad Privatperson äger."')),
    "I21f-address": written(RECORD, profile() + "website: https://felexempel.example/p%C3%A5hittad_privatperson/\n"),
    "I21f-file-name": written(RECORD.with_name("pahittad-privatperson.yaml"), profile()),
    "T12-string-of-the-deny-list": written(RECORD, profile() + "website: Påhittad Privatperson\n"),
    "I21f-ledger": written(LEDGER, "profiles/exempel-ab\nprofiles/pahittad-privatperson\n"),
    "I21f-page": written(PAGE, "Title: Felsidan\nSlug: felsidan\n\nFråga Påhittad\nPrivatperson i morgon.\n"),
    "T15-brackets": written(RECORD, profile(summary="Ett [" * 51)),
    "P07-brackets": written(PAGE, "Title: Felsidan\nSlug: felsidan\n\n" + "Ett [ till. " * 500 + "\n"),
    "F07-long-page": written(PAGE, "Title: Felsidan\nSlug: felsidan\n\n" + "En påhittad sida.\n" * 2_000),
    "B01-person-number": written(Path("tree/index.html"), built_page(f'<a href="/{HYPHENED}/">länk</a>')),
    "B03-page": written(Path("tree/om/index.html"), built_page(f"<p>Ring</p>\n<p>{HYPHENED} eller {TWELVE}</p>")),
    "B03-export": text_file("data/leverantorer.csv", ["namn,orgnr", f"Felexempel AB,{HYPHENED}"]),
    "B03-not-utf-8": written(Path("tree/data/leverantorer.csv"), f"Felföretaget,{HYPHENED}\n".encode("latin-1")),
    "B03-over-tags": written(Path("tree/om/index.html"), built_page(f"<p>Ring <b>{HYPHENED[:6]}</b>-\n<i>{HYPHENED[7:]}</i></p>")),
    "B03-character-references": written(Path("tree/flode.xml"), "<t>" + "".join(f"&#{ord(digit)};" for digit in TWELVE) + "</t>\n"),
    "B03-gzip": lambda _: write(Path("tree/data/leverantorer.csv.gz"), gzip.compress(f"namn,orgnr\nFelexempel AB,{TWELVE}\n".encode())),
    "B03-zip": zipped("data/leverantorer.json", f'{{"orgnr": "{HYPHENED}"}}\n'),
    "B03-zip-name": zipped(f"{HYPHENED}.txt", "Inget här.\n"),
    "B03-sqlite": database,
    "B03-in-a-picture": written(Path("tree/bild.png"), b"\x89PNG\r\n\x1a\n\0\0\0\rtEXtAuthor\0" + HYPHENED.encode() + b"\0\xff"),
    "B05-page": written(Path("tree/om/index.html"), built_page('<p>Fråga <b title="påhittad privatperson">Påhittad</b>\nPrivatperson</p>')),
    "B05-file-name": written(Path("tree/pahittad-privatperson/index.html"), built_page("<p>Inget här.</p>")),
    "B06-page": written(
        Path("tree/om/index.html"),
        built_page('<a href="mailto:info@exempel-ab.example">info@exempel-ab.example</a>, +46 8 12 34 56\n<p>namn@felexempel.example</p>'),
    ),
    "B06-export": text_file("data/leverantorer.csv", ["namn,telefon", "Exempel AB,08-123456", "Felexempel AB,08-12 34 57"]),
    "B06-file-name": text_file("namn@felexempel.example.txt", ["Inget här."]),
    "B03-file-name": written(Path(f"tree/{HYPHENED}/bild.png"), b"\x89PNG"),
}
