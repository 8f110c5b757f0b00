"""Mutation tests of the rule and privacy modules: `make mutate`, or `python tests/mutation.py [part of a module's name …]`.

Cosmic Ray makes the mutants of each module in `mutation.toml` and keeps the results; this file runs
them, since Cosmic Ray would start one process a mutant and has one test command for all modules.
Here each mutant is a fork in which the changed module is imported instead of the one on disk, so no
file is touched, and only the tests of that module run, until one fails.

A session for each module lies in `.cache/mutation/`; a run that was stopped goes on where it was,
and `cr-report --show-diff --surviving-only <session>` shows the mutants that survived.
"""

from __future__ import annotations

import gc
import hashlib
import importlib.abc
import importlib.machinery
import importlib.util
import os
import shutil
import signal
import sys
import tempfile
import time
import tomllib
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

import hypothesis
import pytest
from cosmic_ray.ast import get_ast
from cosmic_ray.commands.init import init
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator
from cosmic_ray.work_db import WorkDB, use_db
from cosmic_ray.work_item import MutationSpec, TestOutcome, WorkerOutcome, WorkItem, WorkResult

ROOT = Path(__file__).parent.parent
CACHE = ROOT / ".cache/mutation"
# For None, enum members and True there is no difference.
NO_CHANGE = frozenset({"core/ReplaceComparisonOperator_Is_Eq", "core/ReplaceComparisonOperator_IsNot_NotEq"})
# A module that cannot be imported stops pytest in a test or already in its settings. That the tests ran without the change is seen first.
KILLED = frozenset({int(pytest.ExitCode.TESTS_FAILED), int(pytest.ExitCode.INTERRUPTED), int(pytest.ExitCode.USAGE_ERROR)})
# Nothing that takes time: only the one plugin that the tests need, asserts as they stand, no tracebacks.
PYTEST = (
    *("-x", "-q", "--tb=no", "--assert=plain", "-o", "filterwarnings=ignore", "--hypothesis-profile", "mutation", "-p", "_hypothesis_pytestplugin"),
    *(part for plugin in ("cacheprovider", "unraisableexception", "threadexception") for part in ("-p", f"no:{plugin}")),
)


class Mutant(importlib.abc.MetaPathFinder, importlib.abc.InspectLoader):
    """Imports one module from a text instead of from its file."""

    def __init__(self, name: str, code: str, path: Path) -> None:
        self.name, self.code, self.path = name, code, path

    def find_spec(self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None) -> importlib.machinery.ModuleSpec | None:
        del path, target
        if fullname != self.name:
            return None
        spec = importlib.util.spec_from_loader(fullname, self, origin=str(self.path))
        assert spec is not None
        spec.has_location = True
        return spec

    def get_source(self, fullname: str) -> str:
        assert fullname == self.name
        return self.code


@dataclass
class Score:
    """How the mutants of a module fared."""

    module: str
    total: int = 0
    killed: int = 0
    timed_out: int = 0
    survivors: list[str] = field(default_factory=list)

    def row(self) -> str:
        return f"| `{self.module}` | {self.total} | {self.killed} | {100 * self.killed / self.total:.1f} % |"


def run_tests(module: Path, code: str, tests: Sequence[str]) -> int:
    """In a fork: run the tests on the changed module and end the process with pytest's exit code."""
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    name = module.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".")
    sys.meta_path.insert(0, Mutant(name, code, module))
    # Outside the repository, as what must not lie in one is tested too.
    scratch = Path(tempfile.gettempdir(), f"coachkollen-mutant-{os.getpid()}")
    ended = pytest.main([*PYTEST, "--basetemp", str(scratch), *tests])
    shutil.rmtree(scratch, ignore_errors=True)
    return int(ended)


def forked(module: Path, code: str, tests: Sequence[str]) -> int:
    """Start such a fork; its process id."""
    process = os.fork()
    if process == 0:
        try:
            os._exit(run_tests(module, code, tests))
        finally:
            os._exit(int(pytest.ExitCode.INTERNAL_ERROR))
    return process


def all_ended(module: Path, jobs: Iterator[tuple[WorkItem, str]], tests: Sequence[str], limit: float) -> Iterator[tuple[WorkItem, str, int | None]]:
    """Run every mutant, as many at a time as there are cores. The exit code, or None for one that took longer than `limit` seconds."""
    running: dict[int, tuple[WorkItem, str, float]] = {}
    waiting = True
    while waiting or running:
        while waiting and len(running) < (os.cpu_count() or 1):
            job = next(jobs, None)
            if job is None:
                waiting = False
            else:
                running[forked(module, job[1], tests)] = (*job, time.monotonic() + limit)
        if not running:
            return
        process, status = os.waitpid(-1, os.WNOHANG)
        if process:
            item, code, _ = running.pop(process)
            yield item, code, os.waitstatus_to_exitcode(status)
            continue
        for late in [p for p, (_, _, deadline) in running.items() if deadline < time.monotonic()]:
            item, code, _ = running.pop(late)
            os.kill(late, signal.SIGKILL)
            os.waitpid(late, 0)
            yield item, code, None
        time.sleep(0.01)


def in_annotation(source: Any, spec: MutationSpec) -> bool:
    """True for a place inside a type annotation, which is never evaluated in our modules."""
    node = source.get_leaf_for_position(spec.start_pos)
    while node.parent is not None:
        before = node.get_previous_sibling()
        marked = node.parent.type in ("annassign", "tfpdef") and before is not None and before == ":"
        if marked or (node.parent.type == "funcdef" and before is not None and before == "->"):
            return True
        node = node.parent
    return False


def is_python(code: str) -> bool:
    try:
        with warnings.catch_warnings(action="ignore"):
            compile(code, "mutant", "exec")
    except SyntaxError:
        return False
    return True


def mutants(module: Path, database: WorkDB) -> None:
    """Fill a new session with the mutants that can make a difference; a star among parameters, read as a product, is none."""
    init([module], database, {})
    text = module.read_text(encoding="utf-8")
    source = get_ast(text)
    kept = [item for item in database.work_items if item.mutations[0].operator_name not in NO_CHANGE and not in_annotation(source, item.mutations[0])]
    kept = [item for item in kept if is_python(mutated(text, item))]
    database.clear()
    database.add_work_items(kept)


def mutated(source: str, item: WorkItem) -> str:
    spec = item.mutations[0]
    if spec.operator_name == "core/ExceptionReplacer":
        # Cosmic Ray cannot do this to a name with a dot, such as zlib.error.
        lines = source.splitlines(keepends=True)
        (first, begin), (last, end) = spec.start_pos, spec.end_pos
        return "".join([*lines[: first - 1], lines[first - 1][:begin], "CosmicRayTestingException", lines[last - 1][end:], *lines[last:]])
    code = mutate_code(source, get_operator(spec.operator_name)(**spec.operator_args), spec.occurrence)
    assert isinstance(code, str)
    return code


def difference(source: str, code: str) -> str:
    """The changed lines in one."""
    pairs = [(number, old, new) for number, (old, new) in enumerate(zip(source.splitlines(), code.splitlines(), strict=False), 1) if old != new]
    number, old, new = pairs[0] if pairs else (0, "", "")
    return f"{number}: {old.strip()}  =>  {new.strip()}"


def version(tests: Sequence[str]) -> str:
    """Of everything that the outcome may hang on, so that a session goes on only where nothing has changed."""
    files = [*sorted((ROOT / "generator").rglob("*.py")), *sorted((ROOT / "tests").glob("*.py")), *(ROOT / t for t in tests if t.startswith("tests/"))]
    return hashlib.sha256(b"".join(f.read_bytes() for f in files if f.is_file()) + repr(tests).encode()).hexdigest()[:12]


def test(module: Path, tests: Sequence[str]) -> Score:
    """Run what is left of a module's session, and count."""
    source = module.read_text(encoding="utf-8")
    shown = module.relative_to(ROOT).as_posix()
    started = time.monotonic()
    _, status = os.waitpid(forked(module, source, tests), 0)
    seconds = time.monotonic() - started
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"{shown}: the tests fail before anything is changed: pytest {' '.join(tests)}")
    session = CACHE / f"{shown.removeprefix('generator/').removesuffix('.py').replace('/', '-')}-{version(tests)}.sqlite"
    with use_db(session, WorkDB.Mode.create) as database:
        if not database.num_work_items:
            mutants(module, database)
        pending = list(database.pending_work_items)
        jobs = ((item, mutated(source, item)) for item in pending)
        for done, (item, code, ended) in enumerate(all_ended(module, jobs, tests, limit=10 + 10 * seconds), 1):
            if ended not in (None, 0, *KILLED) and ended is not None and ended > 0:
                sys.exit(f"{shown}: pytest ended with {ended} on {difference(source, code)}")
            outcome = TestOutcome.SURVIVED if ended == 0 else TestOutcome.KILLED
            worker = WorkerOutcome.ABNORMAL if ended is None else WorkerOutcome.NORMAL
            database.set_result(item.job_id, WorkResult(worker_outcome=worker, output=difference(source, code), test_outcome=outcome, diff=""))
            if sys.stderr.isatty():
                print(f"\r{shown}: {done} av {len(pending)} ", end="", file=sys.stderr, flush=True)
        score = Score(shown)
        for _, result in database.results:
            score.total += 1
            score.killed += result.is_killed
            score.timed_out += result.worker_outcome is WorkerOutcome.ABNORMAL
            if not result.is_killed:
                score.survivors.append(str(result.output))
    return score


def warm_up() -> None:
    """Import what the modules lean on, so that no fork has to; of ours nothing may stay, since each fork imports its own."""
    importlib.import_module("generator.registry.loading")
    for name in [name for name in sys.modules if name.partition(".")[0] == "generator"]:
        del sys.modules[name]
    gc.freeze()


def main(wanted: Sequence[str]) -> None:
    modules: dict[str, list[str]] = tomllib.loads((ROOT / "tests/mutation.toml").read_text(encoding="utf-8"))["modules"]
    os.chdir(ROOT)
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    sys.path.insert(0, str(ROOT))
    CACHE.mkdir(parents=True, exist_ok=True)
    warm_up()
    # The same examples every time, so that the figure can be checked; no search for the smallest one, and a slow machine kills nothing.
    hypothesis.settings.register_profile(
        "mutation",
        deadline=None,
        derandomize=True,
        database=None,
        max_examples=60,
        phases=[hypothesis.Phase.explicit, hypothesis.Phase.generate],
        suppress_health_check=list(hypothesis.HealthCheck),
    )
    with tempfile.TemporaryDirectory() as tempfile.tempdir:
        scores = [test(ROOT / module, tests) for module, tests in modules.items() if not wanted or any(part in module for part in wanted)]
    for score in scores:
        print(f"\n{score.module}: {score.killed} of {score.total} killed, {score.timed_out} of them because they never ended")
        for survivor in sorted(score.survivors, key=lambda text: int(text.partition(":")[0])):
            print(f"  {survivor}")
    print("\n| Module | Mutants | Killed | Share |\n|---|---|---|---|")
    for score in scores:
        print(score.row())
    whole = Score("all", sum(s.total for s in scores), sum(s.killed for s in scores))
    print(whole.row())


if __name__ == "__main__":
    main(sys.argv[1:])
