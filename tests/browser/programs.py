"""Other people's programs that the browser tests use. What is missing is installed; where that cannot be done, the test fails and says how."""

from __future__ import annotations

import fcntl
import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FOLDER = Path(__file__).parent
ROOT = FOLDER.parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


class Missing(Exception):
    """A program that is not there and could not be installed."""


def chromium() -> str:
    """The path of Chromium."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    return found or _installed("chromium", "chromium")


def java() -> str:
    """The path of a Java, which the Nu checker is written in."""
    return shutil.which("java") or _installed("java", "default-jre-headless")


def node_module(name: str) -> Path:
    """The folder of a package in `package.json`, in the version of the lock file. Installed with npm, which the Makefile knows how."""
    locked = json.loads((FOLDER / "package-lock.json").read_text(encoding="utf-8"))["packages"][f"node_modules/{name}"]["version"]
    folder = FOLDER / "node_modules" / name
    with _one_at_a_time():
        if _version(folder) != locked:
            made = subprocess.run(["make", "--always-make", "tests/browser/node_modules/.stamp"], cwd=ROOT, check=False, capture_output=True, text=True)
            if _version(folder) != locked:
                raise Missing(f"npm could not install {name} {locked}:\n{made.stdout}{made.stderr}")
    return folder


def _version(folder: Path) -> str:
    file = folder / "package.json"
    return str(json.loads(file.read_text(encoding="utf-8"))["version"]) if file.is_file() else ""


def _installed(program: str, package: str) -> str:
    """Install a Debian package and say where its program lies."""
    with _one_at_a_time():
        if shutil.which(program) is None:
            subprocess.run(["apt-get", "update", "-q"], check=False, capture_output=True)
            subprocess.run(["apt-get", "install", "-qy", "--no-install-recommends", package], check=False, capture_output=True)
    found = shutil.which(program)
    if found is None:
        raise Missing(f"{program} is missing and could not be installed: apt-get install {package}")
    return found


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Several test workers may find the same thing missing; one of them installs it."""
    with (Path(tempfile.gettempdir()) / "coachkollen-test-install.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
