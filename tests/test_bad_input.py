"""Bad input through the command line, and input that nobody thought of: problems, never a crash."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from click.testing import CliRunner, Result
from conftest import AS_OF, LONG, ON_THE_DAY, ROOT, git
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.build.publish import MARKER
from generator.cli import main
from generator.problems import Problem, format_problems
from generator.records import yaml_reader
from generator.records.models import Kind
from generator.records.reader import Document, Root, read_record
from generator.registry.loading import load

CASES = ROOT / "tests" / "cases"
BASE = CASES / "base"
PLACE = re.compile(r"(?P<file>[^ ]+?)(?::(?P<line>[0-9]+):(?P<column>[0-9]+))?: (?:error|warning)\[(?P<code>[A-Z][0-9]{2}[a-z]?)\] ")
JSON_KEYS = ["severity", "code", "file", "line", "column", "message", "hint"]

# Wrong files from the cases, and where they lie here; two of the codes are in one file.
WRONG = {
    "T02-misspelt/providers/profiles/felexempel.yaml": "providers/profiles/a-okant-falt.yaml",
    "Y01-colon-in-text/providers/profiles/felexempel.yaml": "providers/profiles/b-kolon.yaml",
    "I21c-both/providers/profiles/felexempel.yaml": "providers/profiles/c-kontakt.yaml",
    "I09b-day-has-passed/providers/cases/felarende.yaml": "providers/cases/varning.yaml",
    "L03-page-to-a-page/content/felsidan.md": "content/felsidan.md",
    "F03-root-level-file/providers/anteckningar.txt": "providers/anteckningar.txt",
}
FOUND = [
    ("content/felsidan.md", "4", "L03"),
    ("providers/anteckningar.txt", None, "F03"),
    ("providers/cases/varning.yaml", "8", "I09b"),
    ("providers/profiles/a-okant-falt.yaml", "7", "T02"),
    ("providers/profiles/b-kolon.yaml", "2", "Y01"),
    ("providers/profiles/c-kontakt.yaml", "1", "I21c"),
    ("providers/profiles/c-kontakt.yaml", "1", "I21c"),
]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the valid records and pages in a new repository, where the test stands."""
    folder = tmp_path / "project"
    shutil.copytree(BASE, folder)
    git(folder, "init", "-q")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def broken(project: Path) -> Path:
    for case, target in WRONG.items():
        shutil.copy(CASES / case, project / target)
    return project


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--as-of", AS_OF], env=ON_THE_DAY)


def snapshot(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Everything under a folder: when it was changed and what it holds."""
    return {p.relative_to(folder).as_posix(): (p.stat().st_mtime_ns, p.read_bytes() if p.is_file() else b"") for p in sorted(folder.rglob("*"))}


def places(text: str) -> list[tuple[str, str | None, str]]:
    return [(m["file"], m["line"], m["code"]) for line in text.splitlines() if (m := PLACE.match(line))]


def test_check_tells_every_error_in_every_file_in_order_and_writes_nothing(broken: Path) -> None:
    before = snapshot(broken.parent)
    result = run("check")
    assert places(result.stdout) == FOUND
    untried, summary = result.stdout.splitlines()[-2:]
    assert untried == "2\u00a0poster gick inte att läsa. Reglerna prövar vad som står i dem när det går."
    assert summary == "6 fel, 1 varning."
    assert result.exit_code == 1
    assert result.stderr == ""
    assert snapshot(broken.parent) == before


def test_check_of_good_records_ends_with_0(project: Path) -> None:
    result = run("check")
    assert result.exit_code == 0
    assert result.stdout == f"Alla {len(list(project.glob('providers/*/*.yaml')))} poster är i ordning.\n"


def test_a_warning_alone_ends_with_0(project: Path) -> None:
    shutil.copy(CASES / "I09b-day-has-passed/providers/cases/felarende.yaml", project / "providers/cases/varning.yaml")
    result = run("check")
    assert places(result.stdout) == [("providers/cases/varning.yaml", "8", "I09b")]
    assert result.exit_code == 0


def test_check_reads_the_private_drafts_when_they_are_there(project: Path) -> None:
    draft = project / "intake/profiles/utkast.yaml"
    draft.parent.mkdir(parents=True)
    shutil.copy(CASES / "T02-misspelt/providers/profiles/felexempel.yaml", draft)
    assert places(run("check").stdout) == [("intake/profiles/utkast.yaml", "7", "T02")]


@pytest.mark.usefixtures("broken")
def test_json_has_the_same_problems_with_stable_keys() -> None:
    result = run("check", "--format", "json")
    problems = json.loads(result.stdout)
    assert [list(problem) for problem in problems] == [JSON_KEYS] * len(FOUND)
    assert [(p["file"], str(p["line"]) if p["line"] else None, p["code"]) for p in problems] == FOUND
    assert {p["severity"] for p in problems} == {"error", "warning"}
    assert all(isinstance(p["line"], int) and isinstance(p["column"], int) for p in problems)
    assert problems[3]["message"] == "Fältet ”webbsite” finns inte här."
    assert problems[3]["hint"].startswith("Menade du ”website”?")
    assert result.exit_code == 1


@pytest.mark.usefixtures("project")
def test_json_of_good_records_is_an_empty_list() -> None:
    result = run("check", "--format", "json")
    assert json.loads(result.stdout) == []
    assert result.exit_code == 0


def test_github_gets_one_escaped_line_a_problem(broken: Path) -> None:
    (broken / "providers/profiles/100%, fel: namn.yaml").write_text("name: x\n", encoding="utf-8")
    lines = run("check", "--format", "github").stdout.splitlines()
    assert len(lines) == len(FOUND) + 4  # the name of the file, and the three fields that the record lacks
    assert all(re.match(r"::(error|warning) file=[^:,]+(,line=[0-9]+,col=[0-9]+)?,title=[A-Z][0-9]{2}[a-z]?::.", line) for line in lines)
    assert sum(line.startswith("::error file=providers/profiles/100%25%2C fel%3A namn.yaml,") for line in lines) == 4
    assert "::error file=providers/profiles/a-okant-falt.yaml,line=7,col=1,title=T02::Fältet ”webbsite” finns inte här. Menade du ”website”?" in "\n".join(
        lines
    )


def test_github_escapes_line_breaks_percent_and_in_properties_colon_and_comma() -> None:
    problem = Problem("F02", "a,b:c\n%.yaml", params={"name": "x: y,\r\n100%"})
    text = format_problems([problem], "github", "en")
    assert text.startswith("::error file=a%2Cb%3Ac%0A%25.yaml,title=F02::The file name “x: y,%0D%0A100%25” cannot be an id. Use only")
    assert len(text.splitlines()) == 1


def test_a_hint_of_many_lines_is_indented_as_text_kept_in_json_and_one_annotation_for_github() -> None:
    correction = {"correction": "providers/corrections/x.yaml", "target": "profiles/a#b", "day": "2026-11-21", "aside_sv": ""}
    problem = Problem("I19b", "a.yaml", 3, 1, {"unit": "profiles/a#b", **correction}, "name: A")
    text = format_problems([problem]).splitlines()
    assert text[3:7] == [
        "  hint: Återställ uppgiften med samma id, eller berätta om ändringen med en ny fil: providers/corrections/x.yaml",
        "    target: profiles/a#b",
        "    published_on: 2026-11-21  # inte före förra releasen",
        "    was:  # det som stod",
    ]
    assert all(line.startswith("    ") for line in text[4:])
    hint = json.loads(format_problems([problem], "json"))[0]["hint"]
    assert hint.splitlines()[1:3] == ["target: profiles/a#b", "published_on: 2026-11-21  # inte före förra releasen"]
    annotation = format_problems([problem], "github")
    assert len(annotation.splitlines()) == 1
    assert "med en ny fil: providers/corrections/x.yaml%0Atarget: profiles/a#b%0Apublished_on: 2026-11-21  # inte före förra releasen%0Awas:" in annotation


@pytest.mark.usefixtures("broken")
def test_english_is_english() -> None:
    result = run("check", "--lang", "en")
    assert places(result.stdout) == FOUND
    assert "There is no field “webbsite” here." in result.stdout
    assert "Did you mean “website”?" in result.stdout
    assert result.stdout.endswith("\n6 errors, 1 warning.\n")
    ours = "\n".join(line for line in result.stdout.splitlines() if " | " not in line)
    assert not re.search(r"\b(fel|Fältet|Menade|Skriv|finns|inte|och|är)\b", ours)


@pytest.mark.usefixtures("project")
def test_a_folder_that_does_not_exist_is_told_alone() -> None:
    result = run("check", "--data", "finns-inte")
    assert places(result.stdout) == [("finns-inte", None, "F10")]
    assert result.exit_code == 1


def test_the_real_command_says_the_same_without_a_traceback(broken: Path, run_coachkollen: Callable[..., CompletedProcess[str]]) -> None:
    result = run_coachkollen("check", "--as-of", AS_OF, cwd=broken, **ON_THE_DAY)
    assert result.returncode == 1
    assert result.stdout == run("check").stdout
    assert result.stderr == ""


def test_a_file_name_that_no_terminal_can_show_does_not_stop_the_command(project: Path, run_coachkollen: Callable[..., CompletedProcess[str]]) -> None:
    shutil.copy(CASES / "T02-misspelt/providers/profiles/felexempel.yaml", bytes(project) + b"/providers/profiles/f\xf6retag.yaml")  # type: ignore[arg-type]
    result = run_coachkollen("check", "--as-of", AS_OF, cwd=project, **ON_THE_DAY)
    assert places(result.stdout) == [("providers/profiles/f\N{REPLACEMENT CHARACTER}retag.yaml", line, code) for line, code in ((None, "F02"), ("7", "T02"))]
    assert result.stderr == ""


def test_a_build_with_errors_leaves_the_old_site_alone(broken: Path) -> None:
    for name in (MARKER, "index.html", "om/index.html"):
        old = broken / "output" / name
        old.parent.mkdir(parents=True, exist_ok=True)
        old.write_text("den gamla webbplatsen", encoding="utf-8")
    before = snapshot(broken.parent)
    result = run("build", "--config", str(ROOT / "pelicanconf.py"))
    assert result.exit_code == 1
    assert result.stdout == ""
    assert places(result.stderr) == FOUND
    assert result.stderr.endswith("\nInget har skrivits: rätta felen ovan.\n")
    assert snapshot(broken.parent) == before


@pytest.mark.parametrize(
    "changed",
    [lambda text: b"\xef\xbb\xbf" + text, lambda text: text.replace(b"\n", b"\r\n"), lambda text: text.replace(b"\n", b"\r"), lambda text: text.rstrip(b"\n")],
    ids=["byte-order-mark", "windows-lines", "old-mac-lines", "no-last-line-break"],
)
def test_what_editors_on_other_systems_write_is_read_as_the_same(changed: Callable[[bytes], bytes]) -> None:
    original = (BASE / "providers/profiles/exempel-ab.yaml").read_bytes()
    assert changed(original) != original
    plain, _ = read_record(original, Kind.PROFILES, "exempel-ab", Root.PUBLIC, "x.yaml")
    document, problems = read_record(changed(original), Kind.PROFILES, "exempel-ab", Root.PUBLIC, "x.yaml")
    assert problems == []
    assert document is not None
    assert plain is not None
    assert document.record == plain.record
    assert document.source.place(("contact", "email")) == (5, 10)


@pytest.mark.parametrize("part", [b"aliases: [%s]" % (b"*a," * 150_000), b"aliases: [%s]" % (b"1," * 200_000), b"\t\n" * 200_000, b"x\0\n" * 150_000])
def test_a_file_full_of_errors_is_cut_short(part: bytes) -> None:
    content = (BASE / "providers/profiles/andra-exempel.yaml").read_bytes() + part + b"\n"
    _, problems = read_record(content, Kind.PROFILES, "x", Root.PUBLIC, "x.yaml")
    assert len(problems) == yaml_reader.MAX_PROBLEMS + 1
    assert problems[0].code == "F11"
    assert len(format_problems(problems)) < 50_000


# ---- Input that nobody thought of.

KINDS = st.sampled_from(list(Kind))
RECORDS = [path.read_bytes() for path in sorted(BASE.glob("providers/*/*.yaml"))]
PIECES = st.sampled_from(
    [
        *("\n", "  ", "\t", "- ", ": ", ":", "? ", "# ", "---\n", "...\n", "%YAML 1.1\n", "[", "]", "{", "}", ",", "&a ", "*a", "<<: ", "!x ", "!!int "),
        *('"', "'", "|\n", ">-\n  ", "@", "`", "~", "null", "true", "no", ".nan", "-.inf", "0x1F", "0o7", "1e5", "1_000", "12:30:45", "0114", "9" * 40, "1.5"),
        *("name", "sources", "statements", "parties", "answers", "reply", "from", "counter", "contact", "places", "figures", "2026-02-30", "2026-13", "2012"),
        *(
            "\\",
            "\\ud800",
            "\\U00110000",
            "\\x00",
            "\\e",
            "\0",
            "\x85",
            "\u2028",
            "\ufeff",
            "\u202e",
            "\r\n",
            "\r",
            "\ud7ff",
            "\U0001f600",
            "å",
            "ｆ",
            "x" * 300,
        ),
        *("[a](profiles/b)", "[a](javascript:b)", "<script>", "![a](b)", "http://[", "https://a.b:99999/", "{0}", "{x}", "%s", "%"),
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=5), max_size=25).map("".join)


def looked_at(content: bytes, kind: Kind) -> None:
    """A record is either read whole or has problems that can be shown in any form, each on a line that the file has."""
    document, problems = read_record(content, kind, "x", Root.PUBLIC, "x.yaml")
    assert isinstance(document, Document) == (problems == [])
    lines = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
    for problem in problems:
        assert 0 <= problem.line <= lines
        assert (problem.column > 0) == (problem.line > 0)
    for lang in ("sv", "en"):
        for output in ("text", "json", "github"):
            format_problems(problems, output, lang).encode()


@given(content=st.binary(max_size=300), kind=KINDS)
@example(content=b"", kind=Kind.PROFILES)
@example(content=b"\xed\xa0\x80", kind=Kind.PROFILES)
@example(content=b"\xff\xfen\0", kind=Kind.PROFILES)
def test_any_bytes_give_a_record_or_problems(content: bytes, kind: Kind) -> None:
    looked_at(content, kind)


@given(text=TEXTS, kind=KINDS)
def test_any_text_like_yaml_gives_a_record_or_problems(text: str, kind: Kind) -> None:
    looked_at(text.encode("utf-8", "surrogatepass"), kind)


@st.composite
def nearly_right(draw: st.DrawFn) -> bytes:
    """A valid record in which something has been put in place of something else."""
    text = draw(st.sampled_from(RECORDS)).decode()
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, min(len(text), start + 20)))
    return (text[:start] + draw(TEXTS) + text[end:]).encode("utf-8", "surrogatepass")


@given(content=nearly_right(), kind=KINDS)
def test_a_record_with_something_odd_in_it_gives_a_record_or_problems(content: bytes, kind: Kind) -> None:
    looked_at(content, kind)


@given(content=nearly_right(), kind=KINDS)
@settings(max_examples=600 if LONG else 60)
def test_a_record_with_something_odd_in_it_never_stops_the_rules(content: bytes, kind: Kind, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("odd")
    shutil.copytree(BASE, folder, dirs_exist_ok=True)
    (folder / "providers" / kind / "udda.yaml").write_bytes(content)
    loaded = load(folder / "providers", folder / "content", date.fromisoformat(AS_OF))
    assert (loaded.registry is None) == any(p.severity == "error" for p in loaded.problems)
    shutil.rmtree(folder)


@given(text=TEXTS, kind=KINDS)
def test_without_libyaml_any_text_gives_a_record_or_problems_too(text: str, kind: Kind) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_reader, "_LOADER", yaml_reader.yaml.SafeLoader)
        looked_at(text.encode("utf-8", "surrogatepass"), kind)
