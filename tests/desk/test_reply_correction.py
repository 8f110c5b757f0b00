"""A provider may answer later too: an answer in the place of one that has been shown is written together with its correction."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import ROOT, git, on_the

from generator.cli import main
from generator.records.yaml_reader import read_yaml

# Provider, case, state of the released reply, and what the correction says was there.
SHOWN = (
    ("exempel-ab", "kontroll-2025", "replied_in_source", "Vid ärendet stod leverantörens svar ur en publicerad källa i september 2025."),
    ("pahittscoachning", "kontroll-2025", "replied", "Vid ärendet stod ett svar som leverantören hade gett oss den 10 september 2025."),
)


@pytest.fixture(autouse=True)
def released(demo: Path) -> Path:
    """The copy of the demo as it was released, with git to remember it."""
    for ledger in ("released.txt", "published-ids.txt"):
        shutil.copy(ROOT / "tests/demo/providers" / ledger, demo / "providers" / ledger)
    git(demo, "init", "-q")
    git(demo, "add", "providers")
    git(demo, "commit", "-qm", "En release")
    return demo


def run(*arguments: str, day: str = "2026-11-24") -> Result:
    return CliRunner().invoke(main, list(arguments), env=on_the(day))


def fill(form: str, case: str, words: str = "Vi har nu ändrat schemat.", *, decline: bool = False) -> str:
    start, mark, rest = form.partition(f"Ärende: cases/{case}\n")
    assert mark, case
    rest = rest.replace("[ ] vi avstår", "[x] vi avstår", 1) if decline else rest.replace("Ert svar:\n\n\n", f"Ert svar:\n{words}\n", 1)
    return start + mark + rest


def form_of(provider: str) -> str:
    result = run("letter", provider, "--output", "brev")
    assert result.exit_code == 0, result.output
    return Path("brev/svar.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(("provider", "case", "state", "was"), SHOWN)
def test_a_later_answer_over_one_that_has_been_shown_is_written_with_its_correction(demo: Path, provider: str, case: str, state: str, was: str) -> None:
    file = demo / f"providers/cases/{case}.yaml"
    assert f"state: {state}\n" in file.read_text(encoding="utf-8")
    Path("svar.txt").write_text(fill(form_of(provider), case), encoding="utf-8")
    before = file.read_bytes()

    name = f"2026-11-24-{case}-part-{provider}.yaml"
    shown = run("reply", "svar.txt")
    assert f"# providers/corrections/{name}, rättelsen som svaret kräver: ett annat svar har redan visats\n" in shown.output
    assert file.read_bytes() == before
    assert not (demo / "providers/corrections" / name).exists()

    result = run("reply", "svar.txt", "--write")
    assert result.exit_code == 0, result.output
    assert read_yaml((demo / "providers/corrections" / name).read_bytes(), name).data == {
        "target": f"cases/{case}#part-{provider}",
        "published_on": "2026-11-24",
        "was": was,
        "now": "Vid ärendet står nu det svar som leverantören gav oss den 24 november 2026.",
        "why": "Leverantören svarade oss den 24 november 2026.",
        "noticed_by": "provider",
    }
    assert 'text: "Vi har nu ändrat schemat."' in file.read_text(encoding="utf-8")
    check = run("check")
    assert (check.exit_code, check.output) == (0, "Alla 129 poster är i ordning.\n")


def test_who_declined_may_answer_later(demo: Path) -> None:
    declined = [p for p in sorted((demo / "providers/cases").glob("*.yaml")) if "state: declined\n" in p.read_text(encoding="utf-8")]
    assert declined
    case = declined[0]
    provider = next(
        line.split(": ")[1]
        for block in case.read_text(encoding="utf-8").split("  - provider")[1:]
        if "state: declined" in block
        for line in ("provider" + block).splitlines()[:1]
    )
    Path("svar.txt").write_text(fill(form_of(provider), case.stem), encoding="utf-8")
    result = run("reply", "svar.txt", "--write")
    assert result.exit_code == 0, result.output
    assert "Vid ärendet stod att leverantören avstod från att svara" in result.output
    assert run("check").exit_code == 0


def test_an_answer_over_a_shown_one_does_not_stop_the_others(demo: Path) -> None:
    form = fill(fill(form_of("pahittscoachning"), "kontroll-2025"), "svarstid-pagar-2026", "Handledaren byttes en gång.")
    Path("svar.txt").write_text(form, encoding="utf-8")
    result = run("reply", "svar.txt", "--write")
    assert result.exit_code == 0, result.output
    assert "Handledaren byttes en gång." in (demo / "intake/cases/svarstid-pagar-2026.yaml").read_text(encoding="utf-8")
    assert "Vi har nu ändrat schemat." in (demo / "providers/cases/kontroll-2025.yaml").read_text(encoding="utf-8")
    assert run("check").exit_code == 0


def test_an_answer_that_replaces_nothing_needs_no_correction(demo: Path) -> None:
    before = sorted((demo / "providers/corrections").iterdir())
    Path("svar.txt").write_text(fill(form_of("3-pahitt-jobb"), "ingen-plan-2026"), encoding="utf-8")
    assert run("reply", "svar.txt", "--write").exit_code == 0
    assert sorted((demo / "providers/corrections").iterdir()) == before


def test_one_more_answer_before_the_release_keeps_the_correction_and_points_at_it() -> None:
    Path("svar.txt").write_text(fill(form_of("exempel-ab"), "kontroll-2025"), encoding="utf-8")
    assert run("reply", "svar.txt", "--write").exit_code == 0
    once_more = run("reply", "svar.txt", "--write", day="2026-11-25")
    assert once_more.exit_code == 0, once_more.output
    file = "providers/corrections/2026-11-24-kontroll-2025-part-exempel-ab.yaml"
    assert f"Rättelsen {file} gäller samma svar och har inte släppts. Se efter att den säger rätt dag.\n" in once_more.output
    assert not Path(file.replace("11-24", "11-25")).exists()
    assert run("check", day="2026-11-25").exit_code == 0


@pytest.mark.parametrize("write", [(), ("--write",)])
def test_who_declines_to_say_more_keeps_the_answer_that_is_shown(demo: Path, write: tuple[str, ...]) -> None:
    before = {p: p.read_bytes() for p in demo.rglob("*.yaml")}
    Path("svar.txt").write_text(fill(form_of("exempel-ab"), "kontroll-2025", decline=True), encoding="utf-8")
    result = run("reply", "svar.txt", *write)
    assert result.exit_code == 0
    kept = "Leverantören avstår från att svara om cases/kontroll-2025. Det som redan står i providers/cases/kontroll-2025.yaml står kvar.\n"
    assert result.output.endswith(f"{kept}Inget har ändrats: formuläret har inget nytt svar i något ärende.\n")
    assert {p: p.read_bytes() for p in demo.rglob("*.yaml")} == before
