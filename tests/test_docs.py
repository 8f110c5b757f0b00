import json
import re
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from conftest import AS_OF, ROOT

from generator.cli import main
from generator.desk import reference_words as words
from generator.desk.reference import parts_of, problem_codes, reference, vocabularies
from generator.invariants import ALSO_GUARDS, INVARIANTS, guards_of, invariants_of
from generator.problem_catalogue import CATALOGUE
from generator.problems import format_problems
from generator.records.models import MODELS, Kind
from generator.records.models.base import Model
from generator.records.vocabulary import VOCABULARIES
from generator.registry.loading import load
from generator.registry.registry import Registry
from generator.site.views.overview import VOCABULARY_TITLES

READ_BY_PEOPLE = ("README.md", "CONTRIBUTING.md", "docs/architecture.md", "docs/development.md", "docs/privacy.md", "docs/dependencies.md", "docs/verify.md")
MEASURED = ("docs/budget.md",)
GENERATED = ("docs/data-format.md", "docs/problem-codes.md", "docs/vocabularies.md", "docs/wording.md", "docs/cli.md", "docs/web-server.md")
ALL_MODELS: tuple[type[Model], ...] = (*MODELS.values(), *parts_of(MODELS.values()))


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def keys_of(model: type[Model]) -> list[str]:
    return [info.alias or name for name, info in model.model_fields.items()]


def section(page: str, anchor: str) -> str:
    """What stands between an anchor and the next one."""
    start = page.index(f'<a id="{anchor}"></a>')
    return page[start : (page.find("<a id=", start + 1) + 1 or len(page) + 1) - 1]


def code_in(text: str) -> Iterator[str]:
    """Every line of a code block and every code span."""
    blocks = re.compile(r"^```\w*\n(.*?)^```", re.S | re.M)
    for block in blocks.findall(text):
        yield from block.splitlines()
    yield from re.findall(r"`([^`\n]+)`", blocks.sub("", text))


# The generated pages.


def test_the_generated_pages_are_what_the_code_says_today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    result = CliRunner().invoke(main, ["docs", "--check"])
    assert (result.exit_code, result.output) == (0, ""), "run: make docs"


def test_check_names_the_stale_page_and_docs_mends_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    runner = CliRunner()
    first = runner.invoke(main, ["docs"])
    assert (first.exit_code, first.output.splitlines()) == (0, [f"Skrev {name}." for name in GENERATED])
    with (tmp_path / "docs/cli.md").open("a", encoding="utf-8") as page:
        page.write("för hand\n")
    (tmp_path / "docs/vocabularies.md").unlink()
    stale = runner.invoke(main, ["docs", "--check"])
    assert stale.exit_code == 1
    assert stale.output.splitlines() == [
        "docs/vocabularies.md stämmer inte med koden. Kör ”coachkollen docs”.",
        "docs/cli.md stämmer inte med koden. Kör ”coachkollen docs”.",
    ]
    assert not (tmp_path / "docs/vocabularies.md").exists()
    assert runner.invoke(main, ["docs"]).output == "Skrev docs/vocabularies.md.\nSkrev docs/cli.md.\n"
    assert runner.invoke(main, ["docs", "--check"]).exit_code == 0


def test_the_pages_hold_no_path_of_this_machine_and_no_day_of_the_build() -> None:
    for name, text in reference(main, ROOT / "tests/cases").items():
        assert str(ROOT) not in text, name
        assert str(Path.home()) not in text, name
        # The one date is the example of how a date is written.
        assert set(re.findall(r"\d{4}-\d{2}-\d{2}", text)) <= {"2026-11-21", "2012-03-01"}, name


@pytest.mark.parametrize("model", ALL_MODELS, ids=lambda model: model.__name__)
def test_every_field_of_every_record_is_described(model: type[Model]) -> None:
    kinds = {m: str(kind) for kind, m in MODELS.items()}
    part = section(text_of("docs/data-format.md"), kinds.get(model, model.__name__.lower()))
    assert re.findall(r"^\| `([a-z_]+)`(?: †)? \|", part, re.M) == keys_of(model)
    required_by_key = {info.alias or name: info.is_required() for name, info in model.model_fields.items()}
    for row in re.findall(r"^\| `.*", part, re.M):
        key, value, required, meaning = (cell.strip() for cell in row.strip("|").split("|"))
        assert value, key
        assert meaning, key
        assert (required == "ja") == required_by_key[key.removesuffix(" †").strip("`")], key


def test_no_words_are_left_over_when_a_field_or_part_goes() -> None:
    assert set(words.PARTS) == {part.__name__ for part in parts_of(MODELS.values())}
    assert list(words.KINDS) == list(Kind)
    used = set()
    for model in ALL_MODELS:
        for key in keys_of(model):
            own = [f"{m.__name__}.{key}" for m in model.__mro__ if f"{m.__name__}.{key}" in words.FIELDS]
            used.add(own[0] if own else key)
    assert set(words.FIELDS) == used


def test_references_and_codes_are_named_where_they_are_written() -> None:
    page = text_of("docs/data-format.md")
    assert "| `target` | id i [`profiles/`](#profiles) eller [`bodies/`](#bodies) |" in section(page, "relation")
    assert "`finding`, `allegation`, `measure_taken`, `context`, `counter`" in section(page, "casestatement")
    assert "| `sources` | lista med minst en: [källhänvisning](#citation) | ja |" in section(page, "profiles")
    assert "| `order` † | heltal 1–99 | ja |" in section(page, "channel")
    assert "| `language` † | `sv`, `en`, `no`, `da`, `de` |" in section(page, "sources")


@pytest.mark.parametrize("code", CATALOGUE)
def test_every_problem_code_is_explained_in_both_languages(code: str) -> None:
    kind = CATALOGUE[code]
    page = re.sub(r"\\([*<])", r"\1", text_of("docs/problem-codes.md"))
    start = page.index(f"\n### {code}\n")
    part = page[start : page.find("\n#", start + 1)]
    assert f"`{kind.severity}`. {kind.sv}" in part
    assert f"In English: {kind.en}" in part
    assert [line for line in (*kind.hint_sv.splitlines(), *kind.hint_en.splitlines()) if line not in part] == []


def test_every_invariant_code_belongs_to_an_invariant_of_the_data_model() -> None:
    assert list(INVARIANTS) == list(range(1, 27))
    assert set(words.CODE_GROUPS) == {code[0] for code in CATALOGUE}
    assert set(ALSO_GUARDS) <= set(CATALOGUE)
    for code in CATALOGUE:
        assert set(invariants_of(code)) <= set(INVARIANTS), code


def test_every_invariant_has_a_code_a_case_and_a_row() -> None:
    page = text_of("docs/problem-codes.md").partition("# Invarianter")[2]
    cases = {path.name.partition("-")[0] for path in (ROOT / "tests/cases").iterdir()}
    for number, text in INVARIANTS.items():
        codes = [kind.code for kind in guards_of(number)]
        assert codes, number
        assert set(codes) <= cases, number
        assert f"| {number} | {text} | {', '.join(f'`{code}`' for code in codes)} |" in page


def test_a_problem_code_links_to_its_example_cases(tmp_path: Path) -> None:
    (tmp_path / "I07a-deltagare").mkdir()
    (tmp_path / "i07a_tips").mkdir()
    (tmp_path / "README.md").write_text("om fallen", encoding="utf-8")
    page = problem_codes(tmp_path)
    assert "Exempel: [I07a-deltagare](../tests/cases/I07a-deltagare), [i07a_tips](../tests/cases/i07a_tips)." in page
    assert page.count("Exempel:") == 1


def test_every_code_of_every_vocabulary_is_explained() -> None:
    page = text_of("docs/vocabularies.md")
    assert page == vocabularies()
    assert set(VOCABULARY_TITLES) | set(words.VOCABULARY_TITLES) == {v.__name__ for v in VOCABULARIES}
    assert not set(VOCABULARY_TITLES) & set(words.VOCABULARY_TITLES)
    for vocabulary in VOCABULARIES:
        part = section(page, vocabulary.__name__.lower())
        for code in vocabulary:
            assert f"| `{code.value}` | {code.label_sv} | {code.label_en} | {code.definition} |" in part


def test_only_computed_codes_are_said_to_be_computed() -> None:
    page = text_of("docs/vocabularies.md")
    computed = [v.__name__ for v in VOCABULARIES if "Räknas ut av programmet" in section(page, v.__name__.lower())]
    assert computed == ["AccreditationState", "ContractState", "Publication"]


def test_every_command_argument_and_option_is_documented() -> None:
    page = text_of("docs/cli.md")
    for name, command in main.commands.items():
        start = page.index(f"\n## {name}\n")
        part = page[start : page.find("\n## ", start + 1)]
        assert (command.help or "").partition("\n")[0] in part
        for parameter in command.params:
            shown = [parameter.human_readable_name] if isinstance(parameter, click.Argument) else [f"`{option}`" for option in parameter.opts]
            assert [text for text in shown if text not in part] == [], name
    for option in ("--version", "--help", "-h"):
        assert f"`{option}`" in page


# CONTRIBUTING.md.


def examples() -> dict[str, str]:
    """Path to content of every example record in CONTRIBUTING.md."""
    blocks = re.findall(r"^```yaml\n# (\S+)\n(.*?)^```", text_of("CONTRIBUTING.md"), re.S | re.M)
    return {path: f"# {path}\n{content}" for path, content in blocks}


@pytest.fixture
def example_registry(tmp_path: Path) -> Registry:
    for path, content in examples().items():
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, encoding="utf-8")
    (tmp_path / "content").mkdir()
    (tmp_path / "content/start.md").write_text("Title: Start\nSlug: start\n", encoding="utf-8")
    loaded = load(tmp_path / "providers", tmp_path / "content", date.fromisoformat(AS_OF))
    assert format_problems(loaded.problems) == ""
    assert loaded.registry is not None
    return loaded.registry


def test_the_examples_are_one_record_of_each_kind_and_a_valid_registry(example_registry: Registry) -> None:
    assert len(examples()) == text_of("CONTRIBUTING.md").count("```yaml")
    assert sorted(str(d.kind) for d in example_registry.documents.values()) == sorted(Kind)


def test_the_examples_refer_to_each_other(example_registry: Registry) -> None:
    alone = {d.key for d in example_registry.documents.values() if d.key not in example_registry.backlinks}
    assert {key.partition("/")[0] for key in alone} == {Kind.CASES, Kind.TERMS, Kind.STORIES, Kind.CORRECTIONS, Kind.TOMBSTONES}


def test_the_examples_are_fictional() -> None:
    for path, content in examples().items():
        for host in re.findall(r"https?://([^/\s]+)", content) + re.findall(r"@(\S+)", content):
            assert host == "example.org" or host.endswith(".example.org"), path


def test_every_kind_has_its_row_in_the_table_of_folders() -> None:
    page = text_of("CONTRIBUTING.md")
    assert [f"providers/{kind}/" for kind in Kind] == re.findall(r"^\| .* \| `(providers/[a-z]+/)` \|$", page, re.M)


# What people wrote.


def test_every_direct_dependency_has_a_line_with_its_reason() -> None:
    project = tomllib.loads(text_of("pyproject.toml"))["project"]
    asked = [*project["dependencies"], *(name for extra in project["optional-dependencies"].values() for name in extra)]
    names = [re.split(r"[^A-Za-z0-9._-]", requirement)[0] for requirement in asked]
    names += json.loads(text_of("tests/browser/package.json"))["devDependencies"]
    rows = dict(re.findall(r"^\| ([a-z0-9._-]+) \| (.+) \|$", text_of("docs/dependencies.md"), re.M))
    assert sorted(rows) == sorted(names)
    assert all(rows.values())


@pytest.mark.parametrize("name", READ_BY_PEOPLE)
def test_every_command_that_people_are_told_to_run_exists(name: str) -> None:
    targets = set(re.findall(r"^([a-z][a-z-]*):", text_of("Makefile"), re.M))
    assert targets > {"help", "site", "serve", "check", "demo", "test", "test-long", "lint", "docs", "golden", "clean"}
    for line in code_in(text_of(name)):
        words_of_line = line.partition("#")[0].split()
        if words_of_line[:1] == ["make"]:
            assert set(words_of_line[1:]) <= targets, line
        if words_of_line[:1] == ["coachkollen"] and len(words_of_line) > 1:
            command = main.commands[words_of_line[1]]
            options = {option for parameter in command.params for option in parameter.opts}
            assert {word for word in words_of_line[2:] if word.startswith("-")} <= options, line


def test_readme_begins_with_the_two_commands() -> None:
    commands = [line.partition("#")[0].strip() for line in code_in(text_of("README.md"))]
    assert [command for command in commands if command.startswith("make ")][:2] == ["make site", "make test"]


@pytest.mark.parametrize("name", [*READ_BY_PEOPLE, *MEASURED, *GENERATED])
def test_every_link_leads_to_a_file_and_an_anchor(name: str) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"^```.*?^```|`[^`\n]*`", "", text_of(name), flags=re.S | re.M)):
        if target.startswith(("http://", "https://")):
            continue
        path, _, anchor = target.partition("#")
        file = ((ROOT / name).parent / path).resolve() if path else ROOT / name
        assert file.exists(), target
        if anchor:
            assert anchor in anchors(file.read_text(encoding="utf-8")), target


def anchors(page: str) -> set[str]:
    """Our own anchors, and those that GitHub makes of headings."""
    headings = re.findall(r"^#+ (.+)$", page, re.M)
    made = {re.sub(r"[^\w\- ]", "", heading).strip().lower().replace(" ", "-") for heading in headings}
    return made | set(re.findall(r'<a id="([^"]+)">', page))


@pytest.mark.parametrize("name", ["docs/architecture.md", "docs/development.md"])
def test_every_file_that_the_developer_pages_name_exists(name: str) -> None:
    spans = set(re.findall(r"`([A-Za-z_./-]+/(?:[A-Za-z_.-]+\.[a-z]+)?|[a-z_]+\.(?:py|toml))`", text_of(name)))
    assert len(spans) > 5
    made_by_a_command = {"intake/", "output/", "output-demo/", "releases/", ".cache/"}
    missing = {s for s in spans - made_by_a_command if not any((folder / s).exists() for folder in (ROOT, ROOT / "generator", ROOT / "generator/records"))}
    assert missing == {s for s in missing if "exempel" in s}


def test_the_architecture_names_every_module() -> None:
    page = text_of("docs/architecture.md")
    modules = [p.relative_to(ROOT / "generator").as_posix() for p in (ROOT / "generator").rglob("*.py") if p.name != "__init__.py"]
    assert len(modules) > 40
    assert [module for module in sorted(modules) if f"`{module}`" not in page] == []


def test_every_function_that_the_walk_of_a_record_names_is_in_that_file() -> None:
    walk = text_of("docs/architecture.md").partition("## The walk of one record")[2].partition("\n## ")[0]
    pairs = re.findall(r"`([a-z_/]+\.py)` `([A-Za-z_]+)`", walk)
    assert len(pairs) > 10
    for file, name in pairs:
        assert re.search(rf"^(?:def|class) {name}\b|^{name}\b", text_of(f"generator/{file}"), re.M), (file, name)
