"""Signatures with SSH keys, as `ssh-keygen -Y` makes and reads them: nothing of ours has to be trusted to check one.

The keys that may sign are one per line in `releases/allowed_signers` (see ALLOWED SIGNERS in ssh-keygen(1)), which is published under `/v/`.
Every line begins with the name PRINCIPAL, so that a reader needs to know no person's address.
"""

from __future__ import annotations

import os
import subprocess
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.errors import CoachkollenError
from generator.registry.releases import SIGNATURE

PRINCIPAL = NAMESPACE = "coachkollen"
_SECONDS = 120


class CannotSign(CoachkollenError):
    """Something could not be signed, or a signature could not be looked at. The message says why."""


def sign(file: Path, key: Path) -> Path:
    """Sign a file with a private key, or with a public one whose private one an agent has. Returns the signature's file. Raises CannotSign."""
    signature = file.with_name(file.name + SIGNATURE)
    made = _ssh_keygen("-Y", "sign", "-f", str(key), "-n", NAMESPACE, stdin=file.read_bytes())
    if made.returncode != 0:
        raise CannotSign(f"{file} gick inte att signera: {_reason(made)}.")
    signature.write_bytes(made.stdout)
    return signature


def has_keys(signers: bytes) -> bool:
    """True for what has a line with a name and a key, as allowed_signers has them."""
    lines = (line.split() for line in signers.decode(errors="replace").splitlines())
    return any(len(line) > 2 and not line[0].startswith("#") for line in lines)


def is_signed(content: bytes, signature: bytes, signers: bytes, day: date) -> bool:
    """True when one of the keys in `signers` (lines of allowed_signers) has signed the content. Raises CannotSign when ssh-keygen cannot be run.

    day: what the content says that it is of. A key counts that was valid then, so what a replaced key signed can still be tried.
    """
    with TemporaryDirectory(prefix="coachkollen-") as folder:
        keys, signed = Path(folder) / "signers", Path(folder) / "signature"
        keys.write_bytes(signers)
        signed.write_bytes(signature)
        when = f"-Overify-time={day:%Y%m%d}"
        checked = _ssh_keygen("-Y", "verify", when, "-f", str(keys), "-I", PRINCIPAL, "-n", NAMESPACE, "-s", str(signed), stdin=content)
    return checked.returncode == 0


def _ssh_keygen(*arguments: str, stdin: bytes) -> subprocess.CompletedProcess[bytes]:
    try:
        # ssh-keygen reads days in the local time zone: the same copy is right or wrong wherever it is tried.
        environment = {**os.environ, "TZ": "UTC"}
        return subprocess.run(["ssh-keygen", *arguments], input=stdin, capture_output=True, check=False, timeout=_SECONDS, env=environment)
    except FileNotFoundError:
        raise CannotSign("ssh-keygen saknas. På Debian: apt-get install openssh-client.") from None
    except subprocess.TimeoutExpired:
        raise CannotSign("ssh-keygen svarade inte. Lägg nyckeln i ssh-agent om den har en lösenfras.") from None


def _reason(made: subprocess.CompletedProcess[bytes]) -> str:
    lines = made.stderr.decode(errors="replace").strip().splitlines()
    return lines[-1].rstrip(".") if lines else "ssh-keygen sade inte varför"
