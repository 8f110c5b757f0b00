"""The same records and day give the same bytes, whatever the machine is set to."""

import os
import subprocess
import sys
from pathlib import Path

import golden
from conftest import AS_OF, DEMO, ON_THE_DAY, ROOT

ELSEWHERE = ON_THE_DAY | {"TZ": "Pacific/Kiritimati", "LANG": "C", "LC_ALL": "C", "PYTHONHASHSEED": "4711", "PYTHONUTF8": "0"}


def test_another_time_zone_language_hash_seed_umask_and_folder_give_the_same_bytes(tmp_path: Path, demo_site: Path) -> None:
    arguments = [str(ROOT / part) if part.startswith("tests/") else part for part in DEMO]
    output = tmp_path / "en mapp med å" / "ut"
    command = [sys.executable, "-m", "generator.cli", "build", *arguments, "--as-of", AS_OF, "--config", str(ROOT / "pelicanconf.py"), "--output", str(output)]
    result = subprocess.run(command, cwd=tmp_path, env=os.environ | ELSEWHERE, capture_output=True, text=True, check=False, umask=0o077)
    assert result.returncode == 0, result.stderr
    assert golden.digests(output) == golden.digests(demo_site)
