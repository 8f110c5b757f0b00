"""`coachkollen promote`: a case moves only when it may be shown, and a stop at any moment loses nothing."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import ROOT, on_the

from generator.cli import main
from generator.desk.promotion import carry_out, plan, problems_today
from generator.records.models import Kind
from generator.registry.loading import load
from generator.registry.registry import Registry

AFTER = date(2026, 12, 5)
CASE = "svarstid-pagar-2026"
SOURCE = "blogg-2026-ingen-plan"


def promote(*arguments: str, day: str = "2026-11-21") -> Result:
    return CliRunner().invoke(main, ["promote", *arguments], env=on_the(day))


def files(folder: Path) -> dict[str, bytes]:
    """Every file of both roots by its path."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for root in ("providers", "intake") for p in sorted((folder / root).rglob("*")) if p.is_file()}


def registries(folder: Path, as_of: date = AFTER) -> tuple[Registry, Registry]:
    public = load(folder / "providers", folder / "content", as_of, today=as_of).registry
    full = load(folder / "providers", folder / "content", as_of, intake=folder / "intake", today=as_of).registry
    assert public is not None
    assert full is not None
    return public, full


@pytest.mark.parametrize(
    ("case", "reason"),
    [
        (
            "ingen-plan-2026",
            "Uppgiften ingen-plan: hålls inne, för en deltagares berättelse visas inte förrän leverantören har fått svara. "
            "Släpps av: fråga leverantören och vänta minst tio arbetsdagar.",
        ),
        (
            "latsascoach-2026",
            "Uppgiften for-fa-samtal: hålls inne, för det som sägs om eller görs mot en enskild firma gäller en person. "
            "Släpps av: en myndighets handling (grad A eller B).",
        ),
        ("tips-exempel-jobb", "Uppgiften tipset: hålls inne, för tips och anonyma inlägg visas aldrig. Släpps av: en källa med minst grad D."),
        (
            "fabeljobb-2025",
            "Uppgiften kalla: bara källan får visas, men utkastet har text, för leverantören har inte hörts. "
            "Släpps av: fråga leverantören, eller läs hela källan och återge svaret där.",
        ),
        (
            CASE,
            "Uppgiften bytt-handledare: hålls inne, för en deltagares berättelse visas inte förrän leverantören har fått svara. "
            "Släpps av: ett svar, eller att svarstiden går ut 4\N{NO-BREAK SPACE}december\N{NO-BREAK SPACE}2026.",
        ),
    ],
)
def test_no_draft_of_the_demo_can_be_moved_on_its_day(demo: Path, case: str, reason: str) -> None:
    before = files(demo)
    result = promote(case)
    assert result.exit_code == 1
    assert result.output.splitlines() == [reason, f"Ärendet {case} kan inte visas i dag. Inget har flyttats."]
    assert files(demo) == before


def test_a_case_moves_with_the_source_that_lies_only_in_intake_and_every_byte_stays(demo: Path) -> None:
    draft = demo / f"intake/cases/{CASE}.yaml"
    draft.write_bytes(b"\xef\xbb\xbf# En kommentar\r\n" + draft.read_bytes().replace(b"\n", b"\r\n"))
    before = files(demo)
    result = promote(CASE, day="2026-12-05")
    assert result.exit_code == 0, result.output
    assert result.output.splitlines() == [
        f"intake/sources/{SOURCE}.yaml → providers/sources/{SOURCE}.yaml",
        f"intake/cases/{CASE}.yaml → providers/cases/{CASE}.yaml",
        "Flyttat: 2. Kontrollera med coachkollen check, och spara båda arkiven i git.",
    ]
    moved = {f"intake/{name}": f"providers/{name}" for name in (f"sources/{SOURCE}.yaml", f"cases/{CASE}.yaml")}
    assert files(demo) == {moved.get(name, name): content for name, content in before.items()}
    public, full = registries(demo)
    assert f"cases/{CASE}" in public.documents
    # The other draft that cites the same source finds it where it lies now.
    assert full.record(Kind.CASES, "ingen-plan-2026").statements[0].sources[0].source == SOURCE


def test_a_dry_run_shows_the_same_and_moves_nothing(demo: Path) -> None:
    before = files(demo)
    result = promote(CASE, "--dry-run", day="2026-12-05")
    assert result.exit_code == 0
    assert f"intake/cases/{CASE}.yaml → providers/cases/{CASE}.yaml\n" in result.output
    assert result.output.endswith("Inget har flyttats (--dry-run).\n")
    assert files(demo) == before


def test_profiles_bodies_and_what_they_rest_on_come_along_each_after_what_it_refers_to(demo: Path) -> None:
    for kind, name in (("profiles", "fabeljobb"), ("sources", "exempelbladet-2025-fabeljobb"), ("bodies", "exempelbladet")):
        source, target = demo / f"providers/{kind}/{name}.yaml", demo / f"intake/{kind}/nytt-{name}.yaml"
        target.parent.mkdir(exist_ok=True)
        text = source.read_text(encoding="utf-8").replace("exempelbladet-2024-fabeljobb", "nytt-exempelbladet-2025-fabeljobb")
        text = text.replace("publisher_body: exempelbladet", "publisher_body: nytt-exempelbladet")
        target.write_text(text.replace("Fabeljobb Exempel", "Nya Fabeljobbet"), encoding="utf-8")
    draft = demo / f"intake/cases/{CASE}.yaml"
    text = draft.read_text(encoding="utf-8").replace("pahittscoachning", "nytt-fabeljobb").replace("Påhittscoachning", "Nya Fabeljobbet")
    draft.write_text(text, encoding="utf-8")
    public, full = registries(demo)
    moved = [d.key for d in plan(public, full, CASE, problems_today(public)).moved]
    assert moved == [
        "bodies/nytt-exempelbladet",
        "sources/nytt-exempelbladet-2025-fabeljobb",
        "profiles/nytt-fabeljobb",
        f"sources/{SOURCE}",
        f"cases/{CASE}",
    ]
    assert promote(CASE, day="2026-12-05").exit_code == 0
    assert "profiles/nytt-fabeljobb" in registries(demo)[0].documents


def test_the_public_link_is_shown_before_it_is_replaced(demo: Path) -> None:
    draft = demo / "intake/cases/fabeljobb-2025.yaml"
    asked = "state: asked\n      asked_on: 2026-11-02\n      deadline: 2026-11-17"
    draft.write_text(draft.read_text(encoding="utf-8").replace("state: unknown", asked), encoding="utf-8")
    content = draft.read_bytes()
    result = promote("fabeljobb-2025")
    assert result.exit_code == 0, result.output
    assert result.output.startswith("Den öppna posten providers/cases/fabeljobb-2025.yaml ersätts:\n--- providers/cases/fabeljobb-2025.yaml\n")
    assert "\n+    text: Deltagare uppgav att samma föreläsning visades flera gånger.\n" in result.output
    assert (demo / "providers/cases/fabeljobb-2025.yaml").read_bytes() == content
    assert not draft.exists()


def test_a_link_without_any_text_of_ours_may_lie_in_public(demo: Path) -> None:
    link = (demo / "providers/cases/fabeljobb-2025.yaml").read_bytes()
    (demo / "intake/cases/fabeljobb-2025.yaml").write_bytes(link.replace(b"2025-02-11", b"2025-02"))
    result = promote("fabeljobb-2025")
    assert result.exit_code == 0, result.output
    assert b"date: 2025-02\n" in (demo / "providers/cases/fabeljobb-2025.yaml").read_bytes()


def test_a_case_that_is_shown_already_is_corrected_in_public_instead(demo: Path) -> None:
    text = (demo / "providers/cases/klagomal-2025.yaml").read_text(encoding="utf-8")
    (demo / "intake/cases/klagomal-2025.yaml").write_text(text.replace("Två klagomål", "Tre klagomål"), encoding="utf-8")
    before = files(demo)
    result = promote("klagomal-2025")
    assert result.exit_code == 1
    assert result.output.splitlines() == [
        "Ärendet visas redan i sin helhet. Ändra den öppna posten, och lägg en rättelse om uppgiften betyder något annat.",
        "Ärendet klagomal-2025 kan inte visas i dag. Inget har flyttats.",
    ]
    assert files(demo) == before


def test_a_problem_that_the_public_records_would_get_stops_the_move(demo: Path) -> None:
    draft = demo / f"intake/cases/{CASE}.yaml"
    (demo / "intake/cases/annan-plan-2026.yaml").write_bytes(draft.read_bytes())
    text = draft.read_text(encoding="utf-8").replace("handledaren byttes", "handledaren, som i [ett annat ärende](cases/annan-plan-2026), byttes")
    draft.write_text(text, encoding="utf-8")
    before = files(demo)
    result = promote(CASE, day="2026-12-05")
    assert result.exit_code == 1
    assert result.output.startswith(f"intake/cases/{CASE}.yaml:19:71: error[L03] Länken ”cases/annan-plan-2026” leder ingenstans.\n     19 | ")
    assert result.output.endswith(f"\nÄrendet {CASE} kan inte visas i dag. Inget har flyttats.\n")
    assert files(demo) == before


@pytest.mark.usefixtures("demo")
def test_an_id_that_is_no_draft_is_told_with_what_was_meant() -> None:
    assert promote("svarstid-pagar-2025").output == f"Det finns inget ärende svarstid-pagar-2025 i intake/. Menade du {CASE}?\n"
    assert promote("klagomal-2025").output == "Ärendet klagomal-2025 ligger redan i providers/ och har inget utkast i intake/.\n"
    assert promote("klagomal-2025").exit_code == 2


# Each child runs the move and is gone, without any clean-up, at its own moment; the last one gets to the end.
KILLED = f"""
import os, shutil, sys
from datetime import date
from pathlib import Path
from generator.desk.promotion import carry_out, plan, problems_today
from generator.registry.loading import load

place, as_of = Path(sys.argv[1]), date.fromisoformat({AFTER.isoformat()!r})
source = Path({str(ROOT / "tests/demo")!r})
public = load(source / "providers", source / "content", as_of, today=as_of).registry
full = load(source / "providers", source / "content", as_of, intake=source / "intake", today=as_of).registry
promotion = plan(public, full, {CASE!r}, problems_today(public))
steps = ("open", "write", "fsync", "chmod", "replace", "unlink")

def run(folder, last):
    count = 0
    def counted(step):
        def call(*arguments, **options):
            nonlocal count
            count += 1
            if count > last:
                os._exit(9)
            return step(*arguments, **options)
        return call
    for name in steps:
        setattr(os, name, counted(getattr(os, name)))
    carry_out(promotion, folder / "providers", folder / "intake")
    os._exit(0)

last = 0
while True:
    folder = place / str(last)
    shutil.copytree(source, folder)
    child = os.fork()
    if child == 0:
        run(folder, last)
    if os.waitpid(child, 0)[1] == 0:
        break
    last += 1
"""


def test_a_kill_at_any_step_loses_nothing_and_the_same_command_finishes_the_move(tmp_path: Path) -> None:
    result = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], capture_output=True, text=True, check=False, cwd=ROOT)
    assert result.returncode == 0, result.stderr
    folders = sorted(tmp_path.iterdir(), key=lambda path: int(path.name))
    assert len(folders) > 10
    whole = files(ROOT / "tests/demo")
    done = files(folders[-1])
    assert f"providers/cases/{CASE}.yaml" in done
    assert f"intake/cases/{CASE}.yaml" not in done
    for folder in folders:
        left = files(folder)
        for name, content in whole.items():
            kept = [left.get(f"{root}/{name.partition('/')[2]}") for root in ("providers", "intake")]
            assert content in kept, (folder.name, name)
        halves = {name: content for name, content in left.items() if "/.coachkollen-stage-" not in name and content not in whole.values()}
        assert halves == {}, folder.name
        for half in folder.rglob(".coachkollen-stage-*"):
            half.unlink()
        public, full = registries(folder)
        if f"intake/cases/{CASE}.yaml" in left:
            carry_out(plan(public, full, CASE, problems_today(public)), folder / "providers", folder / "intake")
        assert files(folder) == done, folder.name


def test_a_step_that_fails_leaves_nothing_half_written(demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full_disk(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device", str(self), None, str(target))

    before = files(demo)
    monkeypatch.setattr(Path, "replace", full_disk)
    result = promote(CASE, day="2026-12-05")
    assert result.exit_code == 1
    assert "Det gick inte: disken är full" in result.output
    assert files(demo) == before


def test_a_draft_that_is_saved_again_meanwhile_stays_in_intake(demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = demo / f"intake/cases/{CASE}.yaml"
    replace = Path.replace

    def saved_again(self: Path, target: Path) -> Path:
        done = replace(self, target)
        if target.name == draft.name:
            draft.write_bytes(draft.read_bytes() + b"# tillagt\n")
        return done

    monkeypatch.setattr(Path, "replace", saved_again)
    assert promote(CASE, day="2026-12-05").exit_code == 0
    assert draft.read_bytes().endswith(b"# tillagt\n")
