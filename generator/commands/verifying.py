"""For those who print a figure, and for those who publish it: is this what Coachkollen published?"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import quote, unquote, urljoin, urlsplit
from urllib.request import Request, urlopen

import click

from generator import __version__
from generator.build.manifest import MANIFEST, UnreadableManifest, read_manifest
from generator.commands import options
from generator.desk.signing import sign as sign_file
from generator.desk.verification import Fetch, Proof, check_all, check_file, check_releases, check_signature, places_of, proof_of, verify_folder
from generator.errors import BadUsage, CoachkollenError
from generator.problems import Language, OutputFormat, Problem, format_problems
from generator.progress import Progress
from generator.registry.releases import RELEASE_FILE
from generator.site import routes
from generator.site.swedish import count_text

_SECONDS = 60
_MOST_BYTES = 512 * 1024 * 1024
_NOT_THERE = (404, 410)


@click.command()
@click.argument("target", metavar="ADRESS|MAPP|FIL")
@click.option("--against", metavar="ADRESS|MAPP", help="Webbplatsen som en nedladdad fil hålls mot.")
@click.option(
    "--signers", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Nycklarna som får signera (allowed_signers), som du själv har dem."
)
@click.option("--all", "every_file", is_flag=True, help="Hämta och kontrollera webbplatsens alla filer, inte bara sidan på adressen.")
@options.output_format
@options.lang
@options.friendly
def verify(target: str, against: str | None, signers: Path | None, every_file: bool, output_format: OutputFormat, lang: Language) -> None:
    """Kontrollera att en sida, en nedladdad fil eller en hel kopia är det som publicerades. Slutar med 1 om något inte stämmer.

    Varje byggd webbplats har manifest.json: alla filer med storlek och SHA-256. En adress prövas mot manifestet på samma webbplats, en mapp mot
    manifestet i den, en fil mot det i --against. Sidor under /v/ prövas också mot releasen som sparade dem. Signaturen prövas med nycklarna i
    --signers, annars med dem som webbplatsen själv visar, och då sägs det.
    """
    progress = Progress()
    try:
        problems, told = _verified(target, against, signers, progress, lang, every_file=every_file)
    finally:
        progress.close()
    if text := format_problems(problems, output_format, lang):
        click.echo(text)
    click.echo(told, err=output_format != "text")
    sys.exit(1 if problems else 0)


def _verified(target: str, against: str | None, signers: Path | None, progress: Progress, lang: Language, *, every_file: bool) -> tuple[list[Problem], str]:
    """What is wrong, and what to say of it."""
    if against is None and not _is_address(target) and Path(target).is_file():
        raise BadUsage(
            f"{target} är en fil. Ange med --against vilken webbplats eller mapp den kommer från."
            if lang == "sv"
            else f"{target} is a file. Say with --against which site or folder it comes from."
        )
    site, keys = against or target, signers.read_bytes() if signers else b""
    if _is_address(site):
        root, name = _root_of(site, lang)
        fetch = _over_http(root)
        proof = proof_of(fetch, keys)
        assert proof is not None  # the root is where it was found
        problems = list(check_signature(proof, wanted=bool(keys)))
        if against is None and every_file:
            problems += [*check_all(proof, fetch, progress), *check_releases(proof, fetch)]
        elif against is None:
            problems += check_file(proof, name, fetch(name), fetch)
        problems = [replace(problem, file=urljoin(root, problem.file)) for problem in problems]
    elif not Path(site).is_dir():
        raise BadUsage(f"Mappen {site} finns inte." if lang == "sv" else f"The folder {site} does not exist.")
    else:
        proof, problems = verify_folder(Path(site), keys, progress)
    if proof is not None and against is not None:
        problems += _of_download(proof, Path(target), lang)
    whole = proof is not None and (every_file or (against is None and not _is_address(site)))
    return problems, _summary(len(problems), len(proof.manifest.files) if proof and whole else 1, proof, lang)


def _of_download(proof: Proof, file: Path, lang: Language) -> Iterator[Problem]:
    try:
        content = file.read_bytes()
    except OSError:
        raise BadUsage(f"{file} går inte att läsa." if lang == "sv" else f"{file} cannot be read.") from None
    if not places_of(proof, content):
        yield Problem("V03", str(file))


def _is_address(target: str) -> bool:
    return target.startswith(("https://", "http://"))


def _root_of(address: str, lang: Language) -> tuple[str, str]:
    """The root of the site that a page is on, and the page's file: the nearest folder above it that has a manifest."""
    parts = urlsplit(address)
    folder = parts.path.rpartition("/")[0] + "/"
    while True:
        root = f"{parts.scheme}://{parts.netloc}{folder}"
        content = _over_http(root)(MANIFEST)
        if content is not None and _is_manifest(content):
            return root, routes.file_of("/" + unquote(parts.path.removeprefix(folder)))
        if folder == "/":
            raise CoachkollenError(
                f"{parts.netloc} har inget manifest från Coachkollen, varken vid sidan eller ovanför den."
                if lang == "sv"
                else f"{parts.netloc} has no manifest of Coachkollen's, neither beside the page nor above it."
            )
        folder = folder.rstrip("/").rpartition("/")[0] + "/"


def _is_manifest(content: bytes) -> bool:
    try:
        read_manifest(content)
    except UnreadableManifest:
        return False
    return True


def _over_http(root: str) -> Fetch:
    def fetch(name: str) -> bytes | None:
        address = root + quote(name)
        try:
            with urlopen(Request(address, headers={"User-Agent": f"coachkollen/{__version__}"}), timeout=_SECONDS) as answer:
                content: bytes = answer.read(_MOST_BYTES + 1)
        except HTTPError as error:
            if error.code in _NOT_THERE:
                return None
            raise CoachkollenError(f"{address} svarade {error.code}.") from error
        except (URLError, HTTPException, OSError) as error:
            raise CoachkollenError(f"{address} gick inte att hämta: {getattr(error, 'reason', error)}.") from error
        if len(content) > _MOST_BYTES:
            raise CoachkollenError(f"{address} är för stor.")
        return content

    return fetch


def _summary(problems: int, checked: int, proof: Proof | None, lang: Language) -> str:
    """What was found, for which version of the site, and what that rests on."""
    if proof is None:
        return "Inget kunde prövas." if lang == "sv" else "Nothing could be tried."
    manifest = proof.manifest
    if lang == "en":
        found = f"{checked} {'file' if checked == 1 else 'files'} tried: " + (f"{problems} do not match." if problems else "all is as published.")
        version = f"The site was built for {manifest.as_of}" + (f", after release {manifest.release}." if manifest.release else ", before any release.")
        whose = {None: "The manifest's signature was not tried.", False: "The signature is not right."}.get(proof.signed, "The signature is right.")
        own = " The keys came from the site itself: compare them with those in the project's git." if proof.signed and proof.own_keys else ""
        return f"{found} {version} {whose}{own}"
    found = f"{count_text(checked, 'fil', 'filer')} prövade: " + (f"{count_text(problems, 'fel', 'fel')}." if problems else "allt är som det publicerades.")
    version = f"Webbplatsen byggdes för {manifest.as_of}" + (f", efter releasen {manifest.release}." if manifest.release else ", före någon release.")
    whose = {None: "Manifestets signatur är inte prövad.", False: "Signaturen stämmer inte."}.get(proof.signed, "Signaturen stämmer.")
    own = " Nycklarna kom från webbplatsen själv: jämför dem med dem i projektets git." if proof.signed and proof.own_keys else ""
    return f"{found} {version} {whose}{own}"


@click.command()
@click.argument("target", metavar="MAPP|FIL", type=click.Path(exists=True, path_type=Path))
@click.option("--key", required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Din SSH-nyckel.")
@options.friendly
def sign(target: Path, key: Path) -> None:
    """Signera en byggd webbplats eller en release med en SSH-nyckel.

    Ange mappen som bygget gjorde (output/) eller en releases mapp (releases/…). Signaturen läggs bredvid manifestet och publiceras med det. Den
    publika nyckeln ska stå i releases/allowed_signers, på en rad som börjar med coachkollen.
    """
    manifests = [path for path in (target / MANIFEST, target / RELEASE_FILE) if path.is_file()] if target.is_dir() else [target]
    if not manifests or manifests[0].name not in (MANIFEST, RELEASE_FILE):
        raise BadUsage(f"{target} har inget manifest. Ange mappen som bygget gjorde, eller en releases mapp.")
    click.echo(f"Skrev {sign_file(manifests[0], key)}.")
