"""A drawn picture as PNG: sixteen colours, and in the file the words that it shows, so that a search for what is private reads them."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator

SIGNATURE = b"\x89PNG\r\n\x1a\n"
# What every picture of ours says that it was made with. Its words stand in it then, all of them.
SOFTWARE = b"Coachkollen"
_BITS = 4
_INDEXED = 3
# A higher one takes several times as long and saves a twentieth.
_LEVEL = 6


def png(width: int, height: int, palette: Iterable[tuple[int, int, int]], packed: bytes, words: str) -> bytes:
    """A picture. packed: its rows from the top, two pixels in each byte, the left one in the upper half. words: what stands in it."""
    row = (width * _BITS + 7) // 8
    # No filter: the flat colours repeat as they are, and filtering in Python would take longer than packing.
    lines = b"".join(b"\0" + packed[at : at + row] for at in range(0, row * height, row))
    chunks = (
        _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, _BITS, _INDEXED, 0, 0, 0)),
        _chunk(b"PLTE", b"".join(map(bytes, palette))),
        _chunk(b"tEXt", b"Software\0" + SOFTWARE),
        _chunk(b"iTXt", b"Description\0\0\0sv\0\0" + words.encode()),
        _chunk(b"IDAT", zlib.compress(lines, _LEVEL)),
        _chunk(b"IEND", b""),
    )
    return SIGNATURE + b"".join(chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def texts(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The texts in a PNG by their keywords. Raises ValueError, struct.error or zlib.error for one that is broken."""
    at = len(SIGNATURE)
    while at < len(content):
        size, kind = struct.unpack(">I4s", content[at : at + 8])
        data = content[at + 8 : at + 8 + size]
        at += 12 + size
        if kind in (b"tEXt", b"zTXt", b"iTXt"):
            yield _text(kind, data)


def _text(kind: bytes, data: bytes) -> tuple[bytes, bytes]:
    keyword, _, rest = data.partition(b"\0")
    if kind == b"tEXt":
        return keyword, rest
    if kind == b"zTXt":
        return keyword, zlib.decompress(rest[1:])
    packed = rest[:1] == b"\1"
    text = rest[2:].split(b"\0", 2)[2]
    return keyword, zlib.decompress(text) if packed else text
