"""The same records and day give the same bytes, whatever the machine is set to."""

import hashlib
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

from conftest import AS_OF, ON_THE_DAY, ROOT

from generator.build.publish import MEMORY

ELSEWHERE = ON_THE_DAY | {"TZ": "Pacific/Kiritimati", "LANG": "C", "LC_ALL": "C", "PYTHONHASHSEED": "4711", "PYTHONUTF8": "0"}


def digests(site: Path) -> dict[str, str]:
    """Of every file, those that a library packs too."""
    files = (path for path in site.rglob("*") if path.is_file() and path.name != MEMORY)
    return {path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def copied_in_another_order(folder: Path) -> Path:
    """The demo, its files made one by one in an order of chance, with times of chance: a folder lists its files otherwise, and git keeps no times."""
    chance = random.Random(4711)
    files = sorted(path for path in (ROOT / "tests/demo").rglob("*") if path.is_file())
    chance.shuffle(files)
    for path in files:
        copy = folder / path.relative_to(ROOT / "tests/demo")
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
        os.utime(copy, (chance.randrange(2**31), chance.randrange(2**31)))
    return folder


def test_another_time_zone_language_hash_seed_umask_folder_order_of_files_and_number_of_processes_give_the_same_bytes(tmp_path: Path, demo_site: Path) -> None:
    demo, output = copied_in_another_order(tmp_path / "demo"), tmp_path / "en mapp med å" / "ut"
    command = [sys.executable, "-m", "generator.cli", "build", "--data", str(demo / "providers"), "--content", str(demo / "content"), "--output", str(output)]
    command += ["--as-of", AS_OF, "--config", str(ROOT / "pelicanconf.py"), "--workers", "3"]
    result = subprocess.run(command, cwd=tmp_path, env=os.environ | ELSEWHERE, capture_output=True, text=True, check=False, umask=0o077)
    assert result.returncode == 0, result.stderr
    here, there = digests(demo_site), digests(output)
    assert {name for name in here.keys() | there.keys() if here.get(name) != there.get(name)} == set()
    assert {Path(name).suffix for name in here} >= {".zip", ".sqlite", ".xlsx", ".png", ".parquet", ".html"}
