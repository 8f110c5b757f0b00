"""`coachkollen letter`: what a provider is sent, how long it has, and where the letter may lie."""

import html
import re
import tomllib
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import ROOT, on_the

from generator.build.outline import read_outline
from generator.build.publish import MARKER
from generator.cli import main
from generator.records.markdown import to_html, to_text
from generator.records.models import Kind
from generator.records.vocabulary import Grade
from generator.registry.gate import rulings
from generator.registry.loading import load
from generator.registry.working_days import working_days_between

DEMO = ROOT / "tests/demo"
NBSP = "\N{NO-BREAK SPACE}"


def letter(*arguments: str, day: str = "2026-11-21") -> Result:
    return CliRunner().invoke(main, ["letter", *arguments], env=on_the(day))


def said_about() -> dict[str, dict[str, tuple[Grade, str]]]:
    """Provider to statement id to (grade, text), over every case of the demo."""
    registry = load(DEMO / "providers", DEMO / "content", date(2026, 11, 21), intake=DEMO / "intake").registry
    assert registry is not None
    found: dict[str, dict[str, tuple[Grade, str]]] = {}
    for document in registry.of(Kind.CASES):
        for ruling in rulings(registry, document.record):
            if ruling.party.provider:
                said = (ruling.statement.grade, ruling.statement.text or "")
                found.setdefault(ruling.party.provider, {})[f"{document.key}#{ruling.statement.id}"] = said
    return found


SAID = said_about()
OUTLINE_IDS = {s for said in SAID.values() for s in said}


def words_of(text: str) -> str:
    return " ".join(text.replace(NBSP, " ").split())


def visible(page: str) -> str:
    return words_of(html.unescape(re.sub(r"<[^>]+>", " ", page)))


def test_the_demo_has_statements_about_several_providers_in_both_roots() -> None:
    assert len(SAID) > 6
    assert {"cases/ingen-plan-2026#ingen-plan", "cases/fabeljobb-2025#kalla", "cases/tips-exempel-jobb#tipset"} <= OUTLINE_IDS


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("provider", sorted(SAID))
def test_every_statement_about_a_provider_is_in_the_letter_with_our_text_and_in_the_form(provider: str) -> None:
    result = letter(provider, "--output", "brev")
    assert result.exit_code == 0, result.output
    text, page, form = (Path("brev", name).read_text(encoding="utf-8") for name in ("brev.txt", "brev.html", "svar.txt"))
    ids = set(re.findall(r"cases/[a-z0-9-]+#[a-z0-9-]+", text))
    assert ids == {statement for statement, (grade, _) in SAID[provider].items() if grade is not Grade.E}
    assert ids == set(re.findall(r"cases/[a-z0-9-]+#[a-z0-9-]+", page))
    assert ids == set(re.findall(r"^Uppgift: (\S+)$", form, re.M))
    for statement in ids:
        ours = SAID[provider][statement][1]
        assert words_of(to_text(ours)) in words_of(text)
        assert visible(to_html(ours, lambda _: None)) in visible(page)


@pytest.mark.usefixtures("demo")
def test_a_tip_is_not_sent_on_and_that_is_said() -> None:
    result = letter("exempel-ab", "--output", "brev")
    assert "Tips skickas inte vidare, för de visas aldrig och den som tipsade kan kännas igen: cases/tips-exempel-jobb#tipset.\n" in result.output
    assert all("telefonen" not in path.read_text(encoding="utf-8") for path in Path("brev").iterdir())


@pytest.mark.usefixtures("demo")
def test_a_statement_stands_with_its_source_its_grade_what_speaks_against_it_and_the_outcome() -> None:
    letter("3-pahitt-jobb", "--output", "brev")
    text = Path("brev/brev.txt").read_text(encoding="utf-8")
    assert (
        """2. Två klagomål i Låtsasradion 2025
------------------------------------------------------------------------
Id: cases/klagomal-2025
Det visas redan på webbplatsen.
Svara gärna senast den 4 december 2026.

Id: cases/klagomal-2025#installda-moten
  Slag: påstående. Underlag: ett medium med ansvarig utgivare (grad C).
  När: 20 augusti 2025.
  Låtsasradion uppgav den 20 augusti 2025:
  Två deltagare berättade om inställda möten.
  Källa: Inslag om klagomål på matchning. Låtsasradion, 20 augusti 2025.
  Var i källan: 2 minuter in i inslaget. Finns här:
  https://www.latsasradion.example/inslag
  Det som talar emot: Det ena klagomålet togs tillbaka och det andra
  skrevs av.
"""
        in text
    )
    assert (
        """Utfall som vi visar: återkallat, september 2025.
  Den som klagade tog tillbaka sitt klagomål.
"""
        in text
    )
    assert "Svar som vi har sedan tidigare:\n  3 Påhitt Jobb svarade att mötet hade flyttats" in text


@pytest.mark.usefixtures("demo")
def test_quotes_are_in_both_forms_of_the_letter() -> None:
    quoted = [p for p in SAID if letter(p, "--output", p).exit_code == 0 and "Citat: ”" in Path(p, "brev.txt").read_text(encoding="utf-8")]
    assert quoted
    assert all("<q>" in Path(p, "brev.html").read_text(encoding="utf-8") for p in quoted)


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("provider", sorted(SAID))
def test_lines_fit_in_a_mail_and_only_an_address_is_longer(provider: str) -> None:
    letter(provider, "--output", "brev")
    for name in ("brev.txt", "svar.txt"):
        content = Path("brev", name).read_bytes()
        assert b"\r" not in content
        long = [line for line in content.decode().splitlines() if len(line) > 72]
        assert all(len(line.split()) == 1 or line.startswith(("Uppgift: ", "Punkt: ", "Id: ")) for line in long), long


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("provider", sorted(SAID))
def test_the_page_runs_nothing_fetches_nothing_and_leads_only_out(provider: str) -> None:
    letter(provider, "--output", "brev")
    page = Path("brev/brev.html").read_text(encoding="utf-8")
    outline = read_outline(page)
    assert outline.active == ()
    assert all(href.startswith(("https://", "http://")) for href, _, _ in outline.links)
    assert "@page { size: A4;" in page
    assert re.findall(r"url\(|@import|<(?:img|link|script)", page) == []


def test_the_plain_letter_and_the_form_have_no_marks_of_markdown(demo: Path) -> None:
    case = demo / "intake/cases/ingen-plan-2026.yaml"
    text = "Planen kom *sent*, ”\\*samma vecka\\*”, enligt [bloggen](https://blogg.example/plan) och [företaget](profiles/3-pahitt-jobb)."
    case.write_text(
        case.read_text(encoding="utf-8").replace("Deltagaren uppger att det dröjde tre månader innan en skriftlig plan fanns.", text), encoding="utf-8"
    )
    assert letter("3-pahitt-jobb", "--output", "brev").exit_code == 0
    said = "Planen kom sent, ”*samma vecka*”, enligt bloggen (https://blogg.example/plan) och företaget."
    assert said in words_of(Path("brev/brev.txt").read_text(encoding="utf-8"))
    assert said in words_of(Path("brev/svar.txt").read_text(encoding="utf-8").replace("\n|", "\n"))


def test_what_stands_in_a_record_cannot_become_html(demo: Path) -> None:
    case = demo / "providers/cases/klagomal-2025.yaml"
    text = case.read_text(encoding="utf-8").replace("name: Två klagomål", "name: Två <b>klagomål</b> & mer")
    case.write_text(text, encoding="utf-8")
    letter("3-pahitt-jobb", "--output", "brev")
    page = Path("brev/brev.html").read_text(encoding="utf-8")
    assert "Två &lt;b&gt;klagomål&lt;/b&gt; &amp; mer" in page
    assert "<b>" not in page


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize(
    ("asked_on", "deadline", "why"),
    [
        ("2026-11-20", "2026-12-04", "fjorton dagar utan helg"),
        ("2026-11-21", "2026-12-04", "frågat en lördag"),
        ("2027-06-14", "2027-06-29", "midsommarafton är ledig"),
        ("2026-12-14", "2026-12-30", "julafton och juldagen är lediga"),
        ("2026-12-18", "2027-01-08", "jul, nyårsafton, nyårsdagen och trettondagen"),
        ("2027-03-19", "2027-04-06", "långfredagen och annandag påsk"),
    ],
)
def test_the_deadline_is_ten_swedish_working_days_away(asked_on: str, deadline: str, why: str) -> None:
    result = letter("3-pahitt-jobb", "--output", "brev", day=asked_on)
    assert result.exit_code == 0, result.output
    assert f"      asked_on: {asked_on}\n      deadline: {deadline}\n" in result.output, why
    assert working_days_between(date.fromisoformat(asked_on), date.fromisoformat(deadline)) == 10


@pytest.mark.usefixtures("demo")
def test_a_shorter_time_is_refused_and_a_longer_one_taken() -> None:
    short = letter("3-pahitt-jobb", "--deadline", "2026-12-03", "--output", "brev")
    assert (short.exit_code, short.output) == (2, "Svarstiden till 2026-12-03 är 9 arbetsdagar; minst 10 behövs. Ange 2026-12-04 eller senare.\n")
    assert not Path("brev").exists()
    assert "deadline: 2026-12-18\n" in letter("3-pahitt-jobb", "--deadline", "2026-12-18", "--output", "brev").output
    assert "Vi behöver ert svar senast 18 december 2026." in Path("brev/brev.txt").read_text(encoding="utf-8")
    assert "”fredag” är ingen hel dag" in letter("3-pahitt-jobb", "--deadline", "fredag").output


@pytest.mark.usefixtures("demo")
def test_the_address_is_only_what_the_record_declares() -> None:
    letter("pahittscoachning", "--output", "med")
    start = Path("med/brev.txt").read_text(encoding="utf-8")
    assert start.startswith(
        "Till Påhittscoachning AB\nE-post: pahittscoachning@example.org\nTelefon: 070-174 06 11\nWebbplats: https://www.pahittscoachning.example/\n\n"
    )
    without = letter("fabeljobb", "--output", "utan")
    assert "Ingen e-postadress till Fabeljobb Exempel finns i posten. Fyll i vart brevet ska gå, överst i brev.txt och brev.html.\n" in without.output
    for name in ("brev.txt", "brev.html"):
        assert "Adress: ______________________________" in Path("utan", name).read_text(encoding="utf-8")
        assert "@" not in re.sub(r"@(?:page|media)", "", Path("utan", name).read_text(encoding="utf-8"))


def test_our_own_address_is_given_or_read_from_the_settings_or_left_to_fill_in(demo: Path) -> None:
    def line() -> str:
        return next(line for line in Path("brev/brev.txt").read_text(encoding="utf-8").splitlines() if line.startswith("Skicka formuläret"))

    def write(*arguments: str) -> str:
        for path in Path("brev").glob("*"):
            path.unlink()
        return letter("3-pahitt-jobb", "--output", "brev", *arguments).output

    assert "Vår egen adress är inte känd. Ange den med --reply-to" in write()
    assert line() == "Skicka formuläret till: ______________________________"
    (demo / "pelicanconf.py").write_text('COACHKOLLEN_CONTACT = "svar@example.org"\n', encoding="utf-8")
    assert "Vår egen adress" not in write()
    assert line() == "Skicka formuläret till: svar@example.org"
    assert "Skicka till: svar@example.org" in Path("brev/svar.txt").read_text(encoding="utf-8")
    write("--reply-to", "annan@example.org")
    assert line() == "Skicka formuläret till: annan@example.org"


@pytest.mark.usefixtures("demo")
def test_what_to_write_in_each_case_can_be_pasted_as_it_is() -> None:
    result = letter("3-pahitt-jobb", "--output", "brev")
    pasted = "    reply:\n      state: asked\n      asked_on: 2026-11-21\n      deadline: 2026-12-04\n"
    assert f"intake/cases/ingen-plan-2026.yaml, parten 3-pahitt-jobb:\n{pasted}" in result.output
    assert "providers/cases/klagomal-2025.yaml, parten 3-pahitt-jobb:\n  Ändra inget nu. Svarsläget är ”har svarat”.\n" in result.output
    case = Path("intake/cases/ingen-plan-2026.yaml")
    case.write_text(case.read_text(encoding="utf-8").replace("    reply:\n      state: not_asked\n", pasted), encoding="utf-8")
    check = CliRunner().invoke(main, ["check"])
    assert (check.exit_code, check.output) == (0, "Alla 128 poster är i ordning.\n")


def test_a_link_without_our_text_needs_a_draft_first(demo: Path) -> None:
    (demo / "intake/cases/fabeljobb-2025.yaml").unlink()
    result = letter("fabeljobb", "--output", "brev")
    assert (
        "providers/cases/fabeljobb-2025.yaml, parten fabeljobb:\n"
        "  Posten visar bara en länk. Lägg utkastet med vår text i intake/cases/fabeljobb-2025.yaml, gör om brevet, och skriv detta i utkastet:\n"
    ) in result.output
    assert "  Vi har ännu inte skrivit någon text om källan.\n" in Path("brev/brev.txt").read_text(encoding="utf-8")


@pytest.mark.usefixtures("demo")
def test_the_letter_is_courteous_says_who_we_are_and_threatens_nobody() -> None:
    letter("3-pahitt-jobb", "--output", "brev")
    text = words_of(Path("brev/brev.txt").read_text(encoding="utf-8"))
    for sentence in (
        "Coachkollen är en öppen webbplats som samlar det som är dokumenterat om företag",
        "Vi är ingen myndighet, vi sätter inga betyg, och samma regler gäller för alla företag.",
        "Det är frivilligt att svara.",
        "Ert svar om ett ärende visas bredvid uppgiften, överallt där den visas, med era egna ord. Det får vara högst 3 000 tecken för varje ärende.",
        "E-postadresser, telefonnummer och personnummer tar vi bort ur svaret.",
        "Om ni avstår från att svara, eller inte svarar i tid, står det på sidan.",
        "Är något fel i sak, till exempel ett namn, ett datum, ett avtal eller en märkning?",
    ):
        assert sentence in text
    assert re.findall(r"\b(?:juridisk|rättslig|stämning|advokat|åtal|måste|krav)\w*", text, re.I) == []


@pytest.mark.usefixtures("demo")
def test_the_folder_is_named_by_provider_and_day_and_never_written_over() -> None:
    assert letter("3-pahitt-jobb").exit_code == 0
    folder = Path("letters/3-pahitt-jobb-2026-11-21")
    assert sorted(path.name for path in folder.iterdir()) == ["brev.html", "brev.txt", "svar.txt"]
    before = (folder / "brev.txt").read_bytes()
    again = letter("3-pahitt-jobb", "--deadline", "2026-12-18")
    assert again.exit_code == 1
    assert again.output == f"{folder}/ är inte tom. Välj en annan mapp med --output, så att inget brev som har skickats försvinner.\n"
    assert (folder / "brev.txt").read_bytes() == before


def test_letters_are_kept_out_of_git() -> None:
    assert "/letters/" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("output", ["providers", "providers/brev", "content/brev", "intake/brev", "theme", "generator/x", "site/leverantor", "site"])
def test_what_is_held_is_never_written_where_it_could_get_out(demo: Path, output: str) -> None:
    (demo / "site").mkdir()
    (demo / "site" / MARKER).write_text("{}", encoding="utf-8")
    before = sorted(demo.rglob("*"))
    result = letter("3-pahitt-jobb", "--output", output)
    assert result.exit_code == 1
    assert "Där får inget ligga som inte får visas. Välj en annan plats med --output." in result.output
    assert sorted(demo.rglob("*")) == before


@pytest.mark.usefixtures("demo")
def test_an_unknown_provider_is_told() -> None:
    unknown = letter("pahitscoachning")
    assert (unknown.exit_code, unknown.output) == (2, "Det finns ingen leverantör pahitscoachning. Menade du pahittscoachning?\n")


def test_the_templates_come_along_in_the_package() -> None:
    globs = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]["package-data"]
    packed = {path for package, patterns in globs.items() for pattern in patterns for path in (ROOT / package.replace(".", "/")).glob(pattern)}
    assert {path for path in (ROOT / "generator/desk").rglob("*") if path.is_file() and path.suffix not in (".py", ".pyc")} <= packed


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("given", ["ingen-plan-2026", "cases/ingen-plan-2026"])
def test_a_case_is_no_provider_and_the_provider_is_named(given: str) -> None:
    result = letter(given, "--output", "brev")
    assert (result.exit_code, result.output) == (
        2,
        "ingen-plan-2026 är ett ärende, och brevet går till en leverantör. Skriv ett brev till 3-pahitt-jobb. "
        "Ska ärendet flyttas är kommandot coachkollen promote ingen-plan-2026.\n",
    )
