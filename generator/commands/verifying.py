"""For those who print a figure, and for those who publish it: is this what Coachkollen published?"""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import click

from generator.build.manifest import MANIFEST
from generator.commands import options
from generator.desk.remote_site import address_of, download, is_address, root_of, site_at, split_address
from generator.desk.signing import has_keys
from generator.desk.signing import sign as sign_file
from generator.desk.verification import (
    Proof,
    check_all,
    check_day,
    check_file,
    check_releases,
    check_signature,
    places_of,
    proof_of,
    release_of,
    remembering,
    verify_folder,
)
from generator.errors import BadUsage
from generator.problems import Language, OutputFormat, Problem, format_problems, printable
from generator.progress import Progress
from generator.registry.releases import RELEASE_FILE, write_sums
from generator.site.manifest import describe
from generator.site.swedish import count_text

_MOST_PLACES = 5


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What the reader asks for. keys: those that may sign, None when the reader has none."""

    target: str
    against: str | None
    keys: bytes | None
    every_file: bool
    not_before: date | None


@dataclass(frozen=True, slots=True)
class _Tried:
    """What was found. checked: how many files were tried. what: the one file, by its address or name; or the manifest of the copy. sha256: of that.

    places: where a saved file lies on the site.
    """

    problems: list[Problem]
    proof: Proof | None
    checked: int
    what: str
    sha256: str
    places: tuple[str, ...] = ()


@click.command()
@click.argument("target", metavar="ADRESS|MAPP|FIL")
@click.option("--against", metavar="ADRESS|MAPP", help="Webbplatsen som en nedladdad fil hålls mot.")
@click.option(
    "--signers", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Nycklarna som får signera (allowed_signers), som du själv har dem."
)
@click.option("--all", "every_file", is_flag=True, help="Hämta och kontrollera webbplatsens alla filer, inte bara sidan på adressen.")
@click.option("--not-before", callback=options.day, metavar="ÅÅÅÅ-MM-DD", help="Webbplatsen ska vara byggd för den dagen eller en senare.")
@options.output_format
@options.lang
@options.friendly
def verify(
    target: str, against: str | None, signers: Path | None, every_file: bool, not_before: date | None, output_format: OutputFormat, lang: Language
) -> None:
    """Kontrollera att en sida, en nedladdad fil eller en hel kopia är det som publicerades. Slutar med 1 om något inte stämmer.

    Varje byggd webbplats har manifest.json: alla filer med storlek och SHA-256. En adress prövas mot manifestet på samma webbplats, en mapp mot
    manifestet i den, en fil mot det i --against. Sidor under /v/ prövas också mot releasen som sparade dem. Signaturen prövas med nycklarna i
    --signers, annars med dem som webbplatsen själv visar, och då sägs det. En adress hämtas precis som den står. En värd kan ändå visa andra
    något annat: bara en fil som du har sparat i webbläsaren visar vad du såg.
    """
    keys = _keys(signers, lang) if signers else None
    if every_file and against is not None:
        raise BadUsage("--all går inte ihop med --against." if lang == "sv" else "--all does not go with --against.")
    progress = Progress()
    try:
        tried = _verified(_Wanted(target, against, keys, every_file, not_before), progress, lang)
    finally:
        progress.close()
    if text := format_problems(tried.problems, output_format, lang):
        click.echo(text)
    click.echo(_summary(tried, lang), err=output_format != "text")
    sys.exit(1 if tried.problems else 0)


def _keys(signers: Path, lang: Language) -> bytes:
    """The reader's keys. A file without any is a mistake, and must not make a signature needless."""
    keys = signers.read_bytes()
    if not has_keys(keys):
        shown = printable(str(signers))
        raise BadUsage(
            f"{shown} har ingen nyckel. En rad är ”coachkollen ssh-ed25519 …”."
            if lang == "sv"
            else f"{shown} has no key. A line is “coachkollen ssh-ed25519 …”."
        )
    return keys


def _verified(wanted: _Wanted, progress: Progress, lang: Language) -> _Tried:
    target, against = wanted.target, wanted.against
    if against is None and not is_address(target) and Path(target).is_file():
        raise BadUsage(
            f"{printable(target)} är en fil. Ange med --against vilken webbplats eller mapp den kommer från."
            if lang == "sv"
            else f"{printable(target)} is a file. Say with --against which site or folder it comes from."
        )
    site = against or target
    saved = _read(Path(target), lang) if against is not None else None
    if is_address(site):
        tried = _of_address(site, wanted, progress, lang, saved)
    elif not Path(site).is_dir():
        shown = printable(site)
        raise BadUsage(f"Mappen {shown} finns inte." if lang == "sv" else f"The folder {shown} does not exist.")
    else:
        proof, problems = verify_folder(Path(site), wanted.keys, progress, wanted.not_before)
        tried = _Tried(problems, proof, len(proof.manifest.files) if proof else 0, f"{site}/{MANIFEST}", proof.sha256 if proof else "")
    if saved is None or tried.proof is None:
        return tried
    places = places_of(tried.proof, saved)
    problems = [*tried.problems, *([] if places else [Problem("V03", printable(target))])]
    return replace(tried, problems=problems, checked=tried.checked + 1, what=target, sha256=describe("", saved).sha256, places=places)


def _of_address(address: str, wanted: _Wanted, progress: Progress, lang: Language, saved: bytes | None) -> _Tried:
    """A page on a site, or all of it. saved: a file, which is held against the manifest, and the releases that stored it, instead."""
    parts = split_address(address, lang)
    root, name = root_of(parts, lang)
    fetch = remembering(site_at(root))
    proof = proof_of(fetch, wanted.keys)
    assert proof is not None  # the root is where it was found
    problems = [*check_signature(proof), *check_day(proof, wanted.not_before)]
    what, sha256, checked = address_of(root, MANIFEST), proof.sha256, 0
    if saved is not None:
        stored_by = sorted({release_of(place) for place in places_of(proof, saved)} - {""})
        problems += [problem for release in stored_by for problem in check_releases(proof, fetch, release)]
    else:
        # As it was given: a host may answer another address than the one of the file with something else.
        what, checked = parts.geturl(), 1
        content = download(what)
        sha256 = describe("", content).sha256 if content is not None else ""
        problems += check_file(proof, name, content, fetch)
        release = release_of(name)
        if wanted.every_file:
            checked = len({*proof.manifest.files, name})
            problems += [*check_all(proof, fetch, progress), *check_releases(proof, fetch)]
        elif release:
            problems += check_releases(proof, fetch, release)
    problems = [replace(problem, file=address_of(root, problem.file)) for problem in problems]
    return _Tried(problems, proof, checked, what, sha256)


def _read(file: Path, lang: Language) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        shown = printable(str(file))
        raise BadUsage(f"{shown} går inte att läsa." if lang == "sv" else f"{shown} cannot be read.") from None


def _summary(tried: _Tried, lang: Language) -> str:
    """What was found, for which version of the site, and what that rests on."""
    proof, problems = tried.proof, len(tried.problems)
    if proof is None:
        return "Inget kunde prövas." if lang == "sv" else "Nothing could be tried."
    manifest = proof.manifest
    if lang == "en":
        found = f"{tried.checked} {'file' if tried.checked == 1 else 'files'} tried: " + (f"{problems} do not match." if problems else "all is as published.")
        version = f"The site was built for {manifest.as_of}" + (f", after release {manifest.release}." if manifest.release else ", before any release.")
        whose = {None: "The manifest's signature was not tried.", False: "The signature is not right."}.get(proof.signed, "The signature is right.")
        own = " The keys came from the site itself: compare them with those in the project's git." if proof.signed and proof.own_keys else ""
    else:
        found = f"{count_text(tried.checked, 'fil', 'filer')} prövade: " + (
            f"{count_text(problems, 'fel', 'fel')}." if problems else "allt är som det publicerades."
        )
        version = f"Webbplatsen byggdes för {manifest.as_of}" + (f", efter releasen {manifest.release}." if manifest.release else ", före någon release.")
        whose = {None: "Manifestets signatur är inte prövad.", False: "Signaturen stämmer inte."}.get(proof.signed, "Signaturen stämmer.")
        own = " Nycklarna kom från webbplatsen själv: jämför dem med dem i projektets git." if proof.signed and proof.own_keys else ""
    return "\n".join(
        [f"{found} {version} {whose}{own}", *_places(tried.places, lang), *([f"{printable(tried.what)} SHA-256 {tried.sha256}"] if tried.sha256 else [])]
    )


def _places(places: tuple[str, ...], lang: Language) -> list[str]:
    """Where on the site a saved file lies: under another name than the reader believes it is another file."""
    if not places:
        return []
    old = ("en sparad version i releasen", "as stored by the release")[lang == "en"]
    head = ("Filen ligger på webbplatsen som:", "On the site the file is:")[lang == "en"]
    more = len(places) - _MOST_PLACES
    lines = [f"  {place}" + (f" ({old} {release_of(place)})" if release_of(place) else "") for place in places[:_MOST_PLACES]]
    return [head, *lines, *([f"  … {'och' if lang == 'sv' else 'and'} {more} {'till' if lang == 'sv' else 'more'}"] if more > 0 else [])]


@click.command()
@click.argument("target", metavar="MAPP|FIL", type=click.Path(exists=True, path_type=Path))
@click.option("--key", required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Din SSH-nyckel.")
@options.friendly
def sign(target: Path, key: Path) -> None:
    """Signera en byggd webbplats eller en release med en SSH-nyckel.

    Ange mappen som bygget gjorde (output/) eller en releases mapp (releases/…). Signaturen läggs bredvid manifestet och publiceras med det. För en
    release skrivs och signeras SHA256SUMS, kontrollsummorna för allt som den sparade. Den publika nyckeln ska stå i releases/allowed_signers, på en
    rad som börjar med coachkollen.
    """
    manifests = [path for path in (target / MANIFEST, target / RELEASE_FILE) if path.is_file()] if target.is_dir() else [target]
    if not manifests or manifests[0].name not in (MANIFEST, RELEASE_FILE):
        raise BadUsage(f"{target} har inget manifest. Ange mappen som bygget gjorde, eller en releases mapp.")
    signed = write_sums(manifests[0].parent) if manifests[0].name == RELEASE_FILE else manifests[0]
    click.echo(f"Skrev {sign_file(signed, key)}.")
