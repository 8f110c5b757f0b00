"""A place in an object store that speaks S3, through obstore: list, read, write where nothing is, change only what is as we saw it, copy and remove.

obstore is an optional extra. Keys and addresses come from the environment, as obstore reads it (`AWS_ACCESS_KEY_ID`, `AWS_ENDPOINT_URL`, …), and are never
shown: of what the library says of an error only the status of the answer is told, since its own words name hosts.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from generator.errors import BadUsage, CoachkollenError

if TYPE_CHECKING:
    from obstore import Attributes, PutMode
    from obstore.store import S3Store

SCHEME = "s3://"
RETRIES = 5
_BUCKET = re.compile(r"[a-z0-9][a-z0-9._-]{1,61}[a-z0-9]")
# A large file over a slow line takes its time; a store that does not answer at all is found out by the first.
_CONNECT, _TIMEOUT = timedelta(seconds=10), timedelta(minutes=5)
# A copy of an object that is the same in two releases is written only where nothing is, like all else. A store that cannot do so is sent the file.
_COPY_VARIABLE, _COPY_CONDITION = "AWS_COPY_IF_NOT_EXISTS", "header:if-none-match:*"
_STATUS = re.compile(r"\bstatus(?: code)?: (?P<status>[1-5][0-9]{2})\b")
# Where the library looks for keys when the environment has none.
_ASKED_FOR_KEYS = "169.254.169.254"


class StoreFailed(CoachkollenError):
    """The store did not answer as it should, or let us do nothing. The message says which."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where in a store: a bucket and the beginning of all names there, which may be empty."""

    bucket: str
    prefix: str

    def __str__(self) -> str:
        """As it is written on the command line."""
        return f"{SCHEME}{self.bucket}/{self.prefix}".rstrip("/")


@dataclass(frozen=True, slots=True)
class Stored:
    """An object as the store lists it. size in bytes. etag: of what it holds; empty where the store says none."""

    size: int
    etag: str


@dataclass(frozen=True, slots=True)
class Read:
    """An object that was read."""

    content: bytes
    etag: str


def parse_address(text: str) -> Address:
    """The address that somebody wrote, as `s3://hink/mapp`. Raises BadUsage for anything else."""
    bucket, _, prefix = text.removeprefix(SCHEME).partition("/")
    prefix = prefix.removesuffix("/")
    if not text.startswith(SCHEME) or not _BUCKET.fullmatch(bucket) or not prefix.isprintable() or (prefix and {"", ".", ".."} & set(prefix.split("/"))):
        raise BadUsage("skriv hinken och en mapp i den, till exempel s3://min-hink/kollen.")
    return Address(bucket, prefix)


def _bare(etag: str | None) -> str:
    """An etag without its quotation marks, which some stores leave out where others have them."""
    return (etag or "").strip('"')


class ObjectStore:
    """A place in a bucket. Paths are given without its prefix. Every method may be called from several threads, and raises StoreFailed."""

    def __init__(self, address: Address, retries: int | None = None) -> None:
        """Nothing is asked of the store yet. retries: of each request that fails; without it, as many as are of use.

        Raises BadUsage without obstore, and for an environment that it cannot use.
        """
        try:
            from obstore import exceptions  # noqa: PLC0415 - an optional extra
            from obstore.store import S3Store  # noqa: PLC0415
        except ImportError:
            raise BadUsage(f"För {SCHEME} behövs paketet obstore. Installera det med: pip install obstore") from None
        self.address = address
        try:
            self._store: S3Store = S3Store(
                address.bucket,
                copy_if_not_exists=os.environ.get(_COPY_VARIABLE, _COPY_CONDITION),
                # The library forgets what the environment says of this when it is told anything else of its connections.
                client_options={"connect_timeout": _CONNECT, "timeout": _TIMEOUT, "allow_http": os.environ.get("AWS_ALLOW_HTTP", "").lower() == "true"},
                retry_config={"max_retries": RETRIES if retries is None else retries, "retry_timeout": timedelta(minutes=2)},
            )
        except (exceptions.BaseError, ValueError):
            raise BadUsage(f"Miljövariablerna för {address} går inte att använda. Se docs/web-server.md.") from None

    def __str__(self) -> str:
        """The address."""
        return str(self.address)

    def listed(self, folder: str) -> dict[str, Stored]:
        """Every object under a folder, however many, by its path from there."""
        import obstore  # noqa: PLC0415 - an optional extra, here and below

        with self._told():
            found = [meta for batch in obstore.list(self._store, self._at(folder), chunk_size=1000) for meta in batch]
        return {meta["path"].removeprefix(f"{self._at(folder)}/"): Stored(meta["size"], _bare(meta["e_tag"])) for meta in found}

    def folders(self, folder: str) -> tuple[str, ...]:
        """The names of the folders in a folder."""
        import obstore  # noqa: PLC0415

        with self._told():
            prefixes = obstore.list_with_delimiter(self._store, self._at(folder))["common_prefixes"]
        return tuple(sorted(prefix.rstrip("/").rpartition("/")[2] for prefix in prefixes))

    def read(self, path: str) -> Read | None:
        """What an object holds; None where there is none."""
        import obstore  # noqa: PLC0415

        with self._told():
            try:
                result = obstore.get(self._store, self._at(path))
                return Read(bytes(result.bytes()), _bare(result.meta["e_tag"]))
            except FileNotFoundError:
                return None

    def create(self, path: str, content: bytes, kind: str, cache: str) -> str | None:
        """Write an object where there is none. kind, cache: the headers that it is served with. Returns its etag, or None when there is one already."""
        return self._put(path, content, {"Content-Type": kind, "Cache-Control": cache}, "create")

    def replace(self, path: str, content: bytes, kind: str, cache: str, etag: str) -> str | None:
        """Write an object anew, if it still has the etag that it had. Returns the new one, or None when somebody has been there in the meantime."""
        return self._put(path, content, {"Content-Type": kind, "Cache-Control": cache}, {"e_tag": f'"{etag}"'})

    def copy(self, source: str, target: str) -> bool:
        """Let the store copy an object with its headers, where there is none. False for anything that hinders it: then the file is sent instead."""
        import obstore  # noqa: PLC0415
        from obstore import exceptions  # noqa: PLC0415

        try:
            obstore.copy(self._store, self._at(source), self._at(target), overwrite=False)
        except (exceptions.BaseError, FileNotFoundError):
            return False
        return True

    def remove(self, paths: Sequence[str]) -> None:
        """Remove objects. One that is gone already is no error."""
        import obstore  # noqa: PLC0415

        with self._told():
            obstore.delete(self._store, [self._at(path) for path in paths])

    def _at(self, path: str) -> str:
        """The whole name of an object. Not left to the library: its 0.9 removes objects without regard to the prefix that it was given."""
        return f"{self.address.prefix}/{path}" if self.address.prefix else path

    def _put(self, path: str, content: bytes, attributes: Attributes, mode: PutMode) -> str | None:
        import obstore  # noqa: PLC0415
        from obstore import exceptions  # noqa: PLC0415

        with self._told():
            try:
                return _bare(obstore.put(self._store, self._at(path), content, attributes=attributes, mode=mode)["e_tag"])
            except (exceptions.AlreadyExistsError, exceptions.PreconditionError):
                return None
            except FileNotFoundError:
                # So says a store of an object that was to be written anew and is gone, and of a bucket that never was.
                if mode == "create":
                    raise
                return None

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turn what the library raises into a sentence."""
        from obstore import exceptions  # noqa: PLC0415

        try:
            yield
        except (exceptions.BaseError, FileNotFoundError) as error:
            found = _STATUS.search(str(error))
            status = found["status"] if found else ""
            if _ASKED_FOR_KEYS in str(error):
                why = "behöver en nyckel. Ange den i AWS_ACCESS_KEY_ID och AWS_SECRET_ACCESS_KEY."
            elif isinstance(error, (exceptions.PermissionDeniedError, exceptions.UnauthenticatedError)) or status in ("401", "403"):
                why = "säger nej. Stämmer nyckeln i AWS_ACCESS_KEY_ID och AWS_SECRET_ACCESS_KEY, och får den läsa, skriva, lista och ta bort där?"
            elif isinstance(error, FileNotFoundError) or status == "404":
                why = "finns inte. Stämmer hinkens namn, AWS_REGION och AWS_ENDPOINT_URL?"
            elif status:
                why = f"svarade med felet {status}. Kör igen om en stund."
            else:
                why = "gick inte att nå, eller svarade inte som S3. Stämmer AWS_REGION och AWS_ENDPOINT_URL?"
            raise StoreFailed(f"{self} {why}") from None
