"""A small object store on this machine that speaks as much of S3 as a publication needs, and fails when it is told to."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qs, unquote, urlsplit
from xml.etree import ElementTree as Xml
from xml.sax.saxutils import escape

import pytest

from generator.build.object_store import ObjectStore, parse_address
from generator.desk.verification import verify_folder

BUCKET = "hinken"
_DAY = "2026-11-21T12:00:00.000Z"


@dataclass
class Kept:
    """An object. headers: those that it is served with."""

    content: bytes
    headers: dict[str, str] = field(default_factory=dict)
    etag: str = ""

    def __post_init__(self) -> None:
        self.etag = self.etag or f'"{hashlib.md5(self.content).hexdigest()}"'


@dataclass
class Bucket:
    """What the store holds and has been asked. page: so many objects in one answer to who lists.

    fail_at: the number of the request, from 1, that goes wrong, and how: `500`, `cut` before anything is done, or `lost` after. status: the answer to all.
    conditions, md5, etags, copies: what the store heeds, has as its etags, tells and can do. before: called with the method and object of each request.
    """

    objects: dict[str, Kept] = field(default_factory=dict)
    log: list[tuple[str, str]] = field(default_factory=list)
    page: int = 4
    fail_at: int = 0
    how: str = ""
    status: int = 0
    conditions: bool = True
    md5: bool = True
    etags: bool = True
    copies: bool = True
    before: Callable[[str, str], None] = lambda *_: None
    lock: threading.RLock = field(default_factory=threading.RLock)
    endpoint: str = ""

    @property
    def failed(self) -> bool:
        """True when the request that was to go wrong has come."""
        return 0 < self.fail_at <= len(self.log)

    def sent(self, method: str = "PUT") -> list[str]:
        """What was asked for by one method, in order."""
        return [key for asked, key in self.log if asked == method]


class Asked(NamedTuple):
    """A request, as far as the answer depends on it."""

    key: str
    query: dict[str, str]
    body: bytes


class _Answers(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # An answer in several small packets would wait for each to be acknowledged.
    wbufsize = -1
    disable_nagle_algorithm = True
    bucket: Bucket

    def handle_one_request(self) -> None:
        try:
            super().handle_one_request()
        except (TimeoutError, ConnectionError):
            self.close_connection = True

    def do(self) -> None:
        bucket, body = self.bucket, self.rfile.read(int(self.headers.get("Content-Length") or 0))
        parts = urlsplit(self.path)
        name, _, key = unquote(parts.path).removeprefix("/").partition("/")
        query = {key: values[0] for key, values in parse_qs(parts.query, keep_blank_values=True).items()}
        method = "COPY" if "x-amz-copy-source" in self.headers else "LIST" if "list-type" in query else self.command
        bucket.before(method, key)
        with bucket.lock:
            bucket.log.append((method, key or query.get("prefix", "")))
            how = bucket.how if len(bucket.log) == bucket.fail_at else ""
            if bucket.status:
                return self.say(bucket.status, f"<Error><Code>X{bucket.status}</Code></Error>")
            if how == "cut":
                return self.cut()
            if how == "500":
                return self.say(500, "<Error><Code>InternalError</Code></Error>")
            if not (self.headers.get("Authorization") or "").startswith("AWS4-HMAC-SHA256 Credential=min-egen/"):
                return self.say(403, "<Error><Code>AccessDenied</Code></Error>")
            if self.headers.get("x-amz-content-sha256") not in (hashlib.sha256(body).hexdigest(), "UNSIGNED-PAYLOAD"):
                return self.say(400, "<Error><Code>XAmzContentSHA256Mismatch</Code></Error>")
            if name != BUCKET:
                return self.say(404, "<Error><Code>NoSuchBucket</Code></Error>")
            answer = getattr(self, f"_{method.lower()}")(Asked(key, query, body))
        if how == "lost":
            return self.cut()
        return self.say(*answer)

    do_GET = do_HEAD = do_PUT = do_POST = do_DELETE = do

    def cut(self) -> None:
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)

    def say(self, status: int, body: str | bytes = b"", headers: dict[str, str] | None = None) -> None:
        content = body.encode() if isinstance(body, str) else body
        self.send_response(status)
        for name, value in {"Content-Length": str(len(content)), "Last-Modified": "Sat, 21 Nov 2026 12:00:00 GMT", **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _get(self, asked: Asked) -> tuple[int, str | bytes, dict[str, str]]:
        kept = self.bucket.objects.get(asked.key)
        if kept is None:
            return 404, "<Error><Code>NoSuchKey</Code></Error>", {}
        return 200, kept.content, {**kept.headers, **({"ETag": kept.etag} if self.bucket.etags else {})}

    _head = _get

    def _refused(self, key: str) -> bool:
        there, none, match = self.bucket.objects.get(key), self.headers.get("If-None-Match"), self.headers.get("If-Match")
        if not self.bucket.conditions:
            return False
        return (none == "*" and there is not None) or (match is not None and (there is None or there.etag != match))

    def _written(self, key: str, kept: Kept) -> Kept:
        if not self.bucket.md5:
            kept.etag = f'"{len(self.bucket.log)}-{kept.etag[1:9]}"'
        self.bucket.objects[key] = kept
        return kept

    def _put(self, asked: Asked) -> tuple[int, str, dict[str, str]]:
        if self.bucket.conditions and "If-Match" in self.headers and asked.key not in self.bucket.objects:
            return 404, "<Error><Code>NoSuchKey</Code></Error>", {}
        if self._refused(asked.key):
            return 412, "<Error><Code>PreconditionFailed</Code></Error>", {}
        headers = {name: value for name, value in self.headers.items() if name.lower() in ("content-type", "cache-control", "content-encoding")}
        return 200, "", {"ETag": self._written(asked.key, Kept(asked.body, headers)).etag}

    def _copy(self, asked: Asked) -> tuple[int, str, dict[str, str]]:
        source = unquote(self.headers["x-amz-copy-source"]).removeprefix("/").removeprefix(f"{BUCKET}/")
        if not self.bucket.copies:
            return 501, "<Error><Code>NotImplemented</Code></Error>", {}
        if source not in self.bucket.objects:
            return 404, "<Error><Code>NoSuchKey</Code></Error>", {}
        if self._refused(asked.key):
            return 412, "<Error><Code>PreconditionFailed</Code></Error>", {}
        old = self.bucket.objects[source]
        kept = self._written(asked.key, Kept(old.content, old.headers))
        return 200, f"<CopyObjectResult><ETag>{escape(kept.etag)}</ETag><LastModified>{_DAY}</LastModified></CopyObjectResult>", {}

    def _delete(self, asked: Asked) -> tuple[int, str, dict[str, str]]:
        self.bucket.objects.pop(asked.key, None)
        return 204, "", {}

    def _post(self, asked: Asked) -> tuple[int, str, dict[str, str]]:
        assert "delete" in asked.query
        gone = [element.text or "" for element in Xml.fromstring(asked.body).iter() if element.tag.endswith("Key")]
        for key in gone:
            self.bucket.objects.pop(key, None)
        return 200, f"<DeleteResult>{''.join(f'<Deleted><Key>{escape(key)}</Key></Deleted>' for key in gone)}</DeleteResult>", {}

    def _list(self, asked: Asked) -> tuple[int, str, dict[str, str]]:
        prefix, delimiter, after = asked.query.get("prefix", ""), asked.query.get("delimiter", ""), asked.query.get("continuation-token", "")
        rows: dict[str, str] = {}
        for name, kept in sorted(self.bucket.objects.items()):
            if not name.startswith(prefix):
                continue
            inner, found, _ = name.removeprefix(prefix).partition(delimiter) if delimiter else (name, "", "")
            if found:
                shown = f"{prefix}{inner}{delimiter}"
                rows[shown] = f"<CommonPrefixes><Prefix>{escape(shown)}</Prefix></CommonPrefixes>"
            else:
                about = f"<LastModified>{_DAY}</LastModified><ETag>{escape(kept.etag)}</ETag><Size>{len(kept.content)}</Size>"
                rows[name] = f"<Contents><Key>{escape(name)}</Key>{about}</Contents>"
        left = [name for name in rows if name > after]
        shown_now = left[: self.bucket.page]
        more = len(left) > len(shown_now)
        token = f"<NextContinuationToken>{escape(shown_now[-1])}</NextContinuationToken>" if more else ""
        body_text = "".join(rows[name] for name in shown_now)
        return 200, f"<ListBucketResult><IsTruncated>{str(more).lower()}</IsTruncated>{token}{body_text}</ListBucketResult>", {}

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def served() -> Iterator[Bucket]:
    """An empty bucket at an address of this machine."""
    bucket = Bucket()
    handler = type("_AnswersFor", (_Answers,), {"bucket": bucket})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    bucket.endpoint = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield bucket
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


KEY, SECRET, PLACE = "min-egen", "mycket-hemligt", f"s3://{BUCKET}/kollen"


@contextmanager
def in_environment(bucket: Bucket, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bucket]:
    """The environment as it is for who publishes to the bucket."""
    for name in [name for name in os.environ if name.startswith("AWS_")]:
        monkeypatch.delenv(name)
    for name, value in {
        "ENDPOINT_URL": bucket.endpoint,
        "ALLOW_HTTP": "true",
        "ACCESS_KEY_ID": KEY,
        "SECRET_ACCESS_KEY": SECRET,
        "REGION": "eu-north-1",
    }.items():
        monkeypatch.setenv(f"AWS_{name}", value)
    yield bucket


def place(retries: int = 0) -> ObjectStore:
    """The place in the bucket where the tests publish."""
    return ObjectStore(parse_address(PLACE), retries)


def pointer(bucket: Bucket) -> dict[str, Any]:
    """What the pointer says; nothing before the first publication."""
    kept = bucket.objects.get("kollen/current")
    return json.loads(kept.content) if kept else {}


def held(bucket: Bucket, name: str) -> dict[str, Kept]:
    """The objects of a release, by path."""
    start = f"kollen/releases/{name}/"
    return {key.removeprefix(start): kept for key, kept in bucket.objects.items() if key.startswith(start)}


def text(bucket: Bucket) -> str:
    """The first page that is read; nothing before the first publication."""
    return held(bucket, pointer(bucket)["release"])["index.html"].content.decode() if pointer(bucket) else ""


def names(bucket: Bucket) -> list[str]:
    """The releases of which there is anything."""
    return sorted({key.split("/")[2] for key in bucket.objects if key.startswith("kollen/releases/")})


def is_complete(bucket: Bucket, name: str = "") -> bool:
    """True when what is read, or the release that is named, has every file of the manifest that the pointer means, and else only style sheets and scripts."""
    says = pointer(bucket)
    name = name or says["release"]
    sums = {path: hashlib.sha256(kept.content).hexdigest() for path, kept in held(bucket, name).items()}
    if sums.pop("manifest.json", "") != says["releases"][name] or says["sha256"] != says["releases"][says["release"]]:
        return False
    listed = {file["path"]: file["sha256"] for file in json.loads(held(bucket, name)["manifest.json"].content)["files"]}
    more = {path: sums.pop(path) for path in sums.keys() - listed.keys()}
    return sums == listed and all(re.fullmatch(rf"tema/[a-z-]+\.{sha256[:10]}\.(css|js)", path) for path, sha256 in more.items())


def is_whole(bucket: Bucket, folder: Path, name: str = "") -> bool:
    """True when what is read, or the release that is named, is one complete site, as whoever fetches it can verify. folder: to fetch it to."""
    says = pointer(bucket)
    name = name or says["release"]
    shutil.rmtree(folder, ignore_errors=True)
    for path, kept in held(bucket, name).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(kept.content)
    manifest = folder / "manifest.json"
    known = manifest.is_file() and hashlib.sha256(manifest.read_bytes()).hexdigest() == says["releases"][name]
    return known and says["sha256"] == says["releases"][says["release"]] and verify_folder(folder)[1] == []
