"""The letter holds everything on the provider's own page, and what the provider says of it comes back as points for the editor to check."""

import re
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import ROOT, on_the
from made import person_number

from generator.cli import main
from generator.records.markdown import to_text
from generator.records.models import Kind
from generator.records.units import unit_key, units
from generator.registry.loading import load

DEMO = ROOT / "tests/demo"
REGISTRY = load(DEMO / "providers", DEMO / "content", date(2026, 11, 21)).registry
assert REGISTRY is not None
PROFILES = {document.id: document for document in REGISTRY.of(Kind.PROFILES)}
PAGE = "profiles/pahittscoachning"
CONTRACT = f"Punkt: {PAGE}#pahittsmatchning-2022\n"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments), env=on_the("2026-11-21"))


def words(text: str) -> str:
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())


def written(provider: str) -> tuple[str, str, str]:
    result = run("letter", provider, "--output", f"brev-{provider}")
    assert result.exit_code == 0, result.output
    text, page, form = (Path(f"brev-{provider}", name).read_text(encoding="utf-8") for name in ("brev.txt", "brev.html", "svar.txt"))
    return text, page, form


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("provider", sorted(PROFILES))
def test_every_part_of_a_page_that_has_an_id_is_in_the_letter_and_the_form(provider: str) -> None:
    document = PROFILES[provider]
    wanted = {unit_key(document.key, unit.anchor) for unit in units(document.record)}
    text, page, form = written(provider)
    assert set(re.findall(rf"^Id: (profiles/{provider}\S*) \(", text, re.M)) == wanted
    assert set(re.findall(rf"^Punkt: (profiles/{provider}\S*)$", form, re.M)) == wanted
    assert set(re.findall(rf'<p class="id">(profiles/{provider}\S*) \(', page)) == wanted
    for said in (document.record.summary, *(s.text for s in document.record.statements)):
        assert words(to_text(said)) in words(text)


@pytest.mark.usefixtures("demo")
def test_a_contract_stands_with_how_it_ended_and_its_source() -> None:
    text, page, _ = written("pahittscoachning")
    assert (
        "Id: profiles/pahittscoachning#pahittsmatchning-2022 (avtal) Avtal med Exempelförmedlingen om Påhittsmatchning. 1 juli 2022–30 juni 2026. "
        "Avtalet avslutades för låg resultatnivå den 31 december 2025. Läge: avslutat. Kommuner: Habo. "
        "Källa: Kontrollbesök hos två leverantörer våren 2025. Exempelförmedlingen, 30 september 2025. Var i källan: bilaga 3."
    ) in words(text)
    assert "DET HÄR STÅR OCKSÅ PÅ ER SIDA" in text
    assert page.count("<h2>Det här står också på er sida</h2>") == 1


@pytest.mark.usefixtures("demo")
def test_who_is_in_no_case_gets_a_letter_about_its_page() -> None:
    text, _, form = written("ide-och-latsas")
    assert "DET HÄR STÅR PÅ ER SIDA" in text
    assert "Vi behöver ert svar senast 4 december 2026." in words(text)
    assert "Ert svar om ett ärende" not in text
    assert "Ärende:" not in form


@pytest.fixture
def form(demo: Path) -> str:
    assert demo == Path.cwd()
    return written("pahittscoachning")[2]


def answered(form: str, mark: str, words: str, box: str = "") -> str:
    start, found, rest = form.partition(mark)
    assert found
    rest = rest.replace(f"[ ] {box}\n", f"[x] {box}\n", 1) if box else rest
    return start + found + rest.replace("Ert svar:\n\n\n", f"Ert svar:\n{words}\n", 1)


@pytest.mark.parametrize("write", [(), ("--write",)])
def test_what_is_wrong_on_the_page_is_listed_with_its_place_and_written_nowhere(demo: Path, form: str, write: tuple[str, ...]) -> None:
    text = answered(form, CONTRACT, "Avtalet gick ut.\nVi sade inte upp det.", "stämmer inte")
    text = answered(text, f"Punkt: {PAGE}\n", "", "stämmer")
    text = answered(text, f"Punkt: {PAGE}#auktorisation-2025\n", "Den förnyades i november.")
    Path("svar.txt").write_text(text, encoding="utf-8")
    before = {p: p.read_bytes() for p in demo.rglob("*.yaml")}
    result = run("reply", "svar.txt", *write)
    assert result.exit_code == 0, result.output
    lines = Path("providers/profiles/pahittscoachning.yaml").read_text(encoding="utf-8").splitlines()
    contract, label = (next(n for n, line in enumerate(lines, 1) if f"- id: {name}" in line) for name in ("pahittsmatchning-2022", "auktorisation-2025"))
    assert (
        "# Att kontrollera på leverantörens sida. Inget av det här skrivs in av sig självt:\n"
        f"providers/profiles/pahittscoachning.yaml:{label}: {PAGE}#auktorisation-2025, leverantören skriver:\n"
        "    Den förnyades i november.\n"
        f"providers/profiles/pahittscoachning.yaml:{contract}: {PAGE}#pahittsmatchning-2022, leverantören säger: stämmer inte:\n"
        "    Avtalet gick ut.\n"
        "    Vi sade inte upp det.\n"
        f"Stämmer, enligt leverantören: {PAGE}.\n"
    ) in result.output
    assert result.output.endswith("Inget har ändrats: formuläret har inget nytt svar i något ärende.\n")
    assert {p: p.read_bytes() for p in demo.rglob("*.yaml")} == before


def test_points_and_answers_in_the_same_form_both_come_through(form: str) -> None:
    text = answered(answered(form, "Ärende: cases/svarstid-pagar-2026\n", "En gång."), CONTRACT, "Nej.")
    Path("svar.txt").write_text(text, encoding="utf-8")
    result = run("reply", "svar.txt", "--write")
    assert result.exit_code == 0, result.output
    assert f"{PAGE}#pahittsmatchning-2022, leverantören skriver:\n    Nej.\n" in result.output
    assert "En gång." in Path("intake/cases/svarstid-pagar-2026.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("said", "code"), [("Ring 070-174 06 12.", "R04"), ("Fråga namn@felexempel.example.", "R04"), (f"Deltagaren {person_number()} slutade.", "R04")]
)
def test_what_is_private_is_refused_in_a_point_too(form: str, said: str, code: str) -> None:
    Path("svar.txt").write_text(answered(form, CONTRACT, said), encoding="utf-8")
    result = run("reply", "svar.txt", "--write")
    assert result.exit_code == 1
    assert f"error[{code}]" in result.output
    assert "Att kontrollera" not in result.output


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (f"Punkt: {PAGE}#pahittsmatchning-2022", f"Punkt: {PAGE}#pahittsmatchning-2021", "R01"),
        (f"Punkt: {PAGE}#pahittsmatchning-2022", "Punkt: profiles/exempel-ab", "R01"),
        ("[ ] stämmer\n[ ] stämmer inte\nErt svar:", "[x] stämmer\n[x] stämmer inte\nErt svar:", "R05"),
        ("[ ] stämmer inte\nErt svar:", "[ ] stämmer inte\nDet är fel.\nErt svar:", "R06"),
    ],
)
def test_a_point_that_cannot_be_read_stops_the_form(form: str, old: str, new: str, code: str) -> None:
    Path("svar.txt").write_text(form.replace(old, new, 1), encoding="utf-8")
    result = run("reply", "svar.txt")
    assert result.exit_code == 1
    assert f"error[{code}]" in result.output


def test_a_source_without_our_text_has_no_boxes_but_the_source_and_an_open_question(demo: Path) -> None:
    (demo / "intake/cases/fabeljobb-2025.yaml").unlink()
    _, page, form = written("fabeljobb")
    part = form.partition("Uppgift: cases/fabeljobb-2025#")[2].partition("Ert svar:")[0]
    assert "stämmer" not in part
    assert "| Källa: " in part
    assert "| Vad vill ni säga om det som står i källan? Skriv det i ert svar.\n" in part
    assert "Vad vill ni säga om det som står i källan? Skriv det i ert svar." in page
    Path("svar.txt").write_text(answered(form, "Uppgift: cases/fabeljobb-2025#", "Artikeln är fel."), encoding="utf-8")
    shown = run("reply", "svar.txt")
    assert shown.exit_code == 0, shown.output
    assert "Artikeln är fel." in shown.output
