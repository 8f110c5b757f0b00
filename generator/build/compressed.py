"""The smaller forms of text files, `.br` and `.gz` beside each, so that a web server need not make them for every reader.

They are made when a site is published and stand in no manifest: a form is right when what it unpacks to is the file beside it.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from types import MappingProxyType

import brotli

from generator.site.serving import TEXT_ENDINGS

# What fits in one packet is not sent faster.
_LEAST_BYTES = 1024
# Measured on pages of ours: the next level of Brotli is twenty times slower and seven per cent smaller.
_BROTLI_QUALITY, _GZIP_LEVEL = 7, 9
BROTLI = ".br"
_MAKERS: Mapping[str, Callable[[bytes], bytes]] = MappingProxyType(
    {
        BROTLI: lambda content: bytes(brotli.compress(content, quality=_BROTLI_QUALITY)),
        # Without name and time, which would differ between two machines.
        ".gz": lambda content: gzip.compress(content, _GZIP_LEVEL, mtime=0),
    }
)
FORMS = tuple(_MAKERS)


def is_made_smaller(name: str, size: int) -> bool:
    """True for a file that has smaller forms. size in bytes."""
    return size >= _LEAST_BYTES and PurePosixPath(name).suffix in TEXT_ENDINGS


def smaller(form: str, content: bytes) -> bytes:
    """One of `FORMS` of a content. The same library gives the same bytes each time."""
    return _MAKERS[form](content)


def whole_name(name: str) -> str:
    """The name of the file that a name is a smaller form of; empty for a name that is of no form."""
    path = PurePosixPath(name)
    return name.removesuffix(path.suffix) if path.suffix in FORMS else ""


def is_form_of(name: str, content: bytes, whole: bytes) -> bool:
    """True when a smaller form unpacks to exactly `whole`. Never unpacks more than one byte too much, whatever somebody has put there."""
    unpacked = unpacked_brotli if name.endswith(BROTLI) else _unpacked_gzip
    try:
        return unpacked(content, len(whole)) == whole
    except ValueError:
        return False


def unpacked_brotli(content: bytes, most: int) -> bytes:
    """What Brotli unpacks a content to, or its beginning of more than `most` bytes. Raises ValueError for what is not Brotli, or not all of it."""
    reader = brotli.Decompressor()
    try:
        found = bytes(reader.process(content, output_buffer_limit=most + 1))
        while len(found) <= most and not reader.is_finished() and (more := reader.process(b"", output_buffer_limit=most + 1)):
            found += more
    except brotli.error as error:
        raise ValueError(str(error)) from error
    if len(found) <= most and not reader.is_finished():
        raise ValueError("not all of it")
    return found


def _unpacked_gzip(content: bytes, most: int) -> bytes:
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        found = unpacker.decompress(content, most + 1)
    except zlib.error as error:
        raise ValueError(str(error)) from error
    if not unpacker.eof or unpacker.unused_data:
        raise ValueError("not all of it, or more")
    return found
