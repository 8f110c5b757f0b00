"""The list of mutation tests is whole: every rule is in it, and what it names exists."""

import tomllib

from conftest import ROOT

MODULES: dict[str, list[str]] = tomllib.loads((ROOT / "tests/mutation.toml").read_text(encoding="utf-8"))["modules"]


def test_every_module_of_rules_has_its_mutation_tests() -> None:
    rules = {p.relative_to(ROOT).as_posix() for p in (ROOT / "generator/registry/rules").glob("*.py") if p.name != "__init__.py"}
    assert rules - MODULES.keys() == set(), "add a line to tests/mutation.toml"


def test_what_the_list_names_is_there() -> None:
    for module, tests in MODULES.items():
        assert (ROOT / module).is_file(), module
        files = [test.partition("::")[0] for test in tests if test.startswith("tests/")]
        assert files, module
        assert [file for file in files if not (ROOT / file).exists()] == [], module


def test_the_list_is_in_order() -> None:
    assert list(MODULES) == sorted(MODULES)
