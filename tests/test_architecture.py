"""How the modules may lean on each other, read from the source and not from what happens to be imported."""

import ast
from fnmatch import fnmatch
from pathlib import Path

import pytest
from conftest import ROOT

GENERATOR = ROOT / "generator"
MODULES = sorted(path.relative_to(ROOT).as_posix() for path in GENERATOR.rglob("*.py"))
ROOMS = ("records", "registry", "site", "build", "desk")
# Under everything: any module may use them, and they use only each other.
GROUND = ("errors", "problems", "problem_catalogue", "problem_kinds", "invariant_problems", "invariants", "clock", "progress", "workers")
# On top of everything: nothing uses them but the command line, which is the package of commands and the one module that lists them.
ROOF = ("plugin", "cli")
COMMANDS = "commands"
# What a room must not use, besides the rooms to its right.
FORBIDDEN = {
    "records": {"jinja2", "markupsafe", "pelican", "click"},
    "registry": {"jinja2", "markupsafe", "pelican", "click"},
    "site": {"pelican", "click"},
    "build": {"pelican", "click"},
    "desk": {"pelican"},
}
LONGEST = 400


def tree(module: str) -> ast.Module:
    return ast.parse((ROOT / module).read_text(encoding="utf-8"))


def room(name: str) -> str:
    """The room or top module that a dotted name lies in: `generator.site.routes` in site, `generator.cli` in cli."""
    parts = name.split(".")
    return parts[1] if len(parts) > 1 else ""


def dotted(module: str) -> str:
    return module.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def imports(module: str) -> set[str]:
    """Every dotted name that a module imports, also inside functions."""
    found: set[str] = set()
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} has a relative import, which this test would not follow"
            found.add(str(node.module))
            if node.module == "generator":
                found |= {f"generator.{alias.name}" for alias in node.names if not alias.name.startswith("__")}
    return found


def ours(module: str) -> set[str]:
    return {room(name) for name in imports(module) if name.startswith("generator.")}


def others(module: str) -> set[str]:
    return {name.split(".")[0] for name in imports(module)}


def test_the_rooms_are_the_folders() -> None:
    assert {path.name for path in GENERATOR.iterdir() if path.is_dir() and path.name != "__pycache__"} == {*ROOMS, COMMANDS}


def test_every_module_at_the_top_is_ground_or_roof() -> None:
    assert {path.stem for path in GENERATOR.glob("*.py")} == {"__init__", *GROUND, *ROOF}


@pytest.mark.parametrize("module", MODULES)
def test_a_room_uses_only_rooms_to_its_left(module: str) -> None:
    here = room(dotted(module))
    if here in ROOMS:
        allowed = {*GROUND, *ROOMS[: ROOMS.index(here) + 1]}
    elif here in GROUND:
        allowed = set(GROUND)
    elif here in ("cli", COMMANDS):
        allowed = {*GROUND, *ROOMS, "plugin", COMMANDS}
    else:
        allowed = {*GROUND, *ROOMS}
    assert ours(module) <= allowed


@pytest.mark.parametrize("module", MODULES)
def test_a_room_does_not_use_what_it_need_not_know(module: str) -> None:
    assert not others(module) & FORBIDDEN.get(room(dotted(module)), set())


def test_only_the_plugin_uses_pelican() -> None:
    assert [module for module in MODULES if "pelican" in others(module)] == ["generator/plugin.py"]


def test_only_the_command_line_uses_click() -> None:
    assert {module for module in MODULES if "click" in others(module)} <= {"generator/cli.py", *(m for m in MODULES if room(dotted(m)) in ("desk", COMMANDS))}


@pytest.mark.parametrize("module", MODULES)
def test_a_module_can_be_read_in_one_sitting(module: str) -> None:
    assert len((ROOT / module).read_text(encoding="utf-8").splitlines()) <= LONGEST


def test_so_can_a_module_of_tests() -> None:
    lengths = {path.name: len(path.read_text(encoding="utf-8").splitlines()) for path in (ROOT / "tests").rglob("*.py")}
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


@pytest.mark.parametrize("module", MODULES)
def test_a_module_is_named_for_what_it_holds(module: str) -> None:
    assert not {"utils", "util", "helpers", "helper", "misc", "common"} & set(Path(module).with_suffix("").parts)


def can_change(value: ast.expr) -> bool:
    """True for a list, dict or set, however it is made."""
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Name):
        return value.func.id in {"list", "dict", "set", "defaultdict", "deque", "bytearray", "Counter", "OrderedDict"}
    return isinstance(value, (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp))


@pytest.mark.parametrize("module", MODULES)
def test_no_module_holds_state_that_can_change(module: str) -> None:
    """A table is a tuple, a frozenset, a MappingProxyType or is typed as a Mapping, which mypy keeps from change."""
    loose = []
    for node in tree(module).body:
        if isinstance(node, ast.Assign) and can_change(node.value):
            loose += [name for target in node.targets if (name := ast.unparse(target)) != "__all__"]
        if isinstance(node, ast.AnnAssign) and node.value and can_change(node.value) and not ast.unparse(node.annotation).startswith("Mapping["):
            loose.append(ast.unparse(node.target))
    assert loose == []


@pytest.mark.parametrize("module", MODULES)
def test_no_function_reaches_out_to_change_its_module(module: str) -> None:
    assert [ast.unparse(node) for node in ast.walk(tree(module)) if isinstance(node, ast.Global)] == []


@pytest.mark.parametrize("module", MODULES)
def test_every_public_module_class_and_function_says_what_it_is(module: str) -> None:
    source = tree(module)
    silent = [] if ast.get_docstring(source) else ["the module"]
    for node in source.body:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)) and not node.name.startswith("_") and not ast.get_docstring(node):
            silent.append(node.name)
    assert silent == []


@pytest.mark.parametrize("module", MODULES)
def test_the_first_line_of_a_docstring_is_a_sentence(module: str) -> None:
    source = tree(module)
    named = [(module, source), *((node.name, node) for node in ast.walk(source) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)))]
    first = [(name, (ast.get_docstring(node) or ".").split("\n\n")[0]) for name, node in named]
    assert [name for name, text in first if not text.rstrip().endswith((".", "?", "!", ":"))] == []


@pytest.mark.parametrize("test", sorted(p.relative_to(ROOT).as_posix() for p in (ROOT / "tests").rglob("test_*.py")))
def test_no_test_file_holds_a_person_number(test: str) -> None:
    from generator.records.privacy import find_person_numbers

    assert list(find_person_numbers((ROOT / test).read_text(encoding="utf-8"))) == []


def test_no_folder_of_tests_is_passed_over(pytestconfig: pytest.Config) -> None:
    """Pytest leaves out folders by name, `build` among them unless told."""
    passed_over = pytestconfig.getini("norecursedirs")
    folders = {part for path in (ROOT / "tests").rglob("test_*.py") for part in path.relative_to(ROOT).parts[:-1]}
    assert "build" in folders
    assert [folder for folder in sorted(folders) if any(fnmatch(folder, pattern) for pattern in passed_over)] == []
