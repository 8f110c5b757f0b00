"""Built sites that several tests look at, each made once per worker."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from generator.build.publish import MARKER
from generator.registry.loading import Loaded, load

if TYPE_CHECKING:
    from past import Past

LONG = os.environ.get("COACHKOLLEN_LONG") == "1"

# No deadline: a busy machine is not a bug.
settings.register_profile("short", deadline=None)
settings.register_profile("long", deadline=None, max_examples=3000)
settings.load_profile("long" if LONG else "short")

ROOT = Path(__file__).parent.parent
AS_OF = "2026-11-21"
# Noon of that day: the clock of every test on the demo, which must not age.
ON_THE_DAY = {"SOURCE_DATE_EPOCH": "1795262400"}


def on_the(day: str) -> dict[str, str]:
    """The clock at noon of another day, as the environment of a command."""
    return {"SOURCE_DATE_EPOCH": str(int(datetime.fromisoformat(f"{day}T12:00:00+00:00").timestamp()))}


DEMO = ("--data", "tests/demo/providers", "--content", "tests/demo/content")


def pytest_report_header() -> list[str]:
    """Say which form of the slow tests this run is."""
    form = "long form" if LONG else "short form (make test-long runs the long one)"
    pages = (
        "every page"
        if LONG
        else "the fullest page of every kind and language, in Swedish also the emptiest and the middle one; keyboard and no scripts in Swedish"
    )
    return [f"property tests: {form}, {settings().max_examples} examples each", f"tests in the browser: {form}, {pages}"]


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> None:
    """On several workers, the tests of a group run on one: those in the browser share it and its sites."""
    if getattr(config.option, "numprocesses", None) and config.option.dist == "no":
        config.option.dist = "loadgroup"


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder as nobody in particular, whatever the machine is set to."""
    outside = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    identity = {f"GIT_{role}_{part}": f"test-{part.lower()}" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}
    environment = {**outside, **identity, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    command = ["git", "-c", "init.defaultBranch=main", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=True).stdout


def coachkollen(*arguments: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a user does. environment: variables to set besides those of the test."""
    command = [sys.executable, "-m", "generator.cli", *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, env={**os.environ, **environment})


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site built from the real records, for today."""
    output = tmp_path_factory.mktemp("real") / "output"
    result = coachkollen("build", "--output", str(output))
    assert result.returncode == 0, result.stderr
    return output


def built_for(site: Path) -> date:
    """The day that a site was built for, which may be yesterday when the tests run past midnight."""
    return date.fromisoformat(json.loads((site / MARKER).read_text(encoding="utf-8"))["as_of"])


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site built from the fictional demo registry."""
    output = tmp_path_factory.mktemp("demo") / "output"
    result = coachkollen("build", *DEMO, "--as-of", AS_OF, "--output", str(output), **ON_THE_DAY)
    assert result.returncode == 0, result.stderr
    return output


@pytest.fixture(scope="session")
def demo_preview(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The preview of the demo registry, with its private records."""
    output = tmp_path_factory.mktemp("preview") / "output"
    result = coachkollen("_preview", *DEMO, "--intake", "tests/demo/intake", "--as-of", AS_OF, "--output", str(output), **ON_THE_DAY)
    assert result.returncode == 0, result.stderr
    return output


@pytest.fixture(scope="session")
def demo_with_pseudo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo site, in the language of tests too."""
    output = tmp_path_factory.mktemp("pseudo") / "output"
    result = coachkollen("build", *DEMO, "--pseudo", "--as-of", AS_OF, "--output", str(output), **ON_THE_DAY)
    assert result.returncode == 0, result.stderr
    return output


@pytest.fixture(scope="session")
def past(tmp_path_factory: pytest.TempPathFactory) -> Past:
    """The five releases of the demo registry, each published. All workers share them, since they take a minute to make."""
    # Not above: it needs this module.
    from past import made_in, make

    base = tmp_path_factory.getbasetemp()
    root = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "past"
    with root.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (root / "made").exists():
            make(root)
            (root / "made").touch()
    return made_in(root)


@pytest.fixture(scope="session")
def run_coachkollen() -> Callable[..., subprocess.CompletedProcess[str]]:
    """The command line, as a function."""
    return coachkollen


OverBase = Callable[[Mapping[str, str]], Loaded]


@pytest.fixture
def over_base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> OverBase:
    """What is loaded when files, by their path, are laid over the records that all cases build on."""

    def lay(files: Mapping[str, str]) -> Loaded:
        shutil.copytree(ROOT / "tests/cases/base", tmp_path, dirs_exist_ok=True)
        for name, text in files.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(text, encoding="utf-8")
        monkeypatch.chdir(tmp_path)
        intake = Path("intake")
        return load(Path("providers"), Path("content"), date.fromisoformat(AS_OF), intake=intake if intake.is_dir() else None)

    return lay


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project with the demo's records and pages as its own."""
    for name in ("generator", "theme"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "tests/demo/providers", tmp_path / "providers")
    shutil.copytree(ROOT / "tests/demo/content", tmp_path / "content")
    shutil.copy(ROOT / "pelicanconf.py", tmp_path)
    return tmp_path


@pytest.fixture
def demo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the demo with its private records, where the test stands on the demo's own day."""
    for name in ("providers", "content", "intake"):
        shutil.copytree(ROOT / "tests/demo" / name, tmp_path / name)
    # Nothing has been released in the copy, so that a test may change what it likes.
    for ledger in ("released.txt", "published-ids.txt"):
        (tmp_path / "providers" / ledger).unlink()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", ON_THE_DAY["SOURCE_DATE_EPOCH"])
    return tmp_path
