"""Writes the archive that a Word file is: the same parts give the same bytes, anywhere, any day.

Parts that are the same in thousands of files are compressed once (`pack`) and then only copied,
which Python's own zipfile cannot do.
"""

import struct
import zlib
from collections.abc import Iterable
from typing import NamedTuple

_LEVEL = 6
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION = 20
"""2.0: the oldest version of the format that knows compression (APPNOTE 4.4.3)."""
_UTF8 = 0x800
_DEFLATED = 8
_MIDNIGHT, _NEW_YEAR_1980 = 0, 0x21
"""The first moment that the format can write: a part has no time of its own."""


class Packed(NamedTuple):
    """A part, compressed: its name, and size and checksum of what is inside."""

    name: bytes
    size: int
    checksum: int
    data: bytes


def pack(name: str, data: bytes) -> Packed:
    """Compress a part."""
    press = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Packed(name.encode(), len(data), zlib.crc32(data), press.compress(data) + press.flush())


def zipped(parts: Iterable[Packed]) -> bytes:
    """Put parts together in the order given."""
    body, directory = bytearray(), bytearray()
    number = 0
    for part in parts:
        number += 1
        offset = len(body)
        flags = 0 if part.name.isascii() else _UTF8
        common = (_VERSION, flags, _DEFLATED, _MIDNIGHT, _NEW_YEAR_1980)
        about = (part.checksum, len(part.data), part.size, len(part.name), 0)
        body += _LOCAL.pack(b"PK\3\4", *common, *about) + part.name + part.data
        more = (0, 0, 0, 0, offset)
        directory += _CENTRAL.pack(b"PK\1\2", _VERSION, *common, *about, *more) + part.name
    end = _END.pack(b"PK\5\6", 0, 0, number, number, len(directory), len(body), 0)
    return bytes(body + directory + end)
