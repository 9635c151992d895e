"""The files of the cache: one of plain tables, one of records put away as bytes.

Nothing in them is trusted. The tables bear a digest, and so does every record; a record opens to
nothing but records (load/sealed.py). And the tables know the file in which they were written: a
cache that came with a checkout or from another machine is none of ours.
"""

import hashlib
import marshal
import os
import time
from pathlib import Path
from typing import Any, NamedTuple

from generator.load import Contents
from generator.load.sealed import SealError, unsealed

Tables = dict[str, Any]

_MAGIC = b"umo-site cache 1\n"
_DIGEST = 16
_AT_HAND = 1024
"""Records that are kept open, and as many more of those that were before them."""


class DamagedCacheError(Exception):
    """The cache holds something that was never put there."""


class CacheDroppedError(Exception):
    """The cache cannot be used; the text says why, in Russian."""


class Spot(NamedTuple):
    """Where a record lies in the file of records, and the digest of its bytes."""

    offset: int
    length: int
    digest: bytes


def digest_of(data: bytes) -> bytes:
    """The digest by which contents are told apart."""
    return hashlib.blake2b(data, digest_size=_DIGEST).digest()


class Pack:
    """The file of records: written at the end, read anywhere."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None
        self._at_hand: dict[int, Contents[Any]] = {}
        self._before: dict[int, Contents[Any]] = {}
        self.size = path.stat().st_size if path.exists() else 0

    def open(self, spot: Spot) -> Contents[Any]:
        """The contents of a record. Raises DamagedCacheError."""
        found = self._at_hand.get(spot.offset)
        if found is None:
            if len(self._at_hand) >= _AT_HAND:
                self._before, self._at_hand = self._at_hand, {}
            found = self._before.get(spot.offset) or unsealed(self._read(spot))
            self._at_hand[spot.offset] = found
        return found

    def _read(self, spot: Spot) -> bytes:
        if self._handle is None:
            self._handle = os.open(self._path, os.O_RDONLY)
        data = os.pread(self._handle, spot.length, spot.offset)
        if digest_of(data) != spot.digest:
            raise DamagedCacheError(str(self._path))
        return data

    def append(self, pieces: list[bytes]) -> list[Spot]:
        """Add records; say where they lie."""
        spots = []
        with self._path.open("ab") as file:
            for data in pieces:
                spots.append(Spot(self.size, len(data), digest_of(data)))
                self.size += file.write(data)
        return spots

    def clear(self) -> None:
        """Forget all records."""
        self.close()
        self._at_hand, self._before = {}, {}
        self._path.unlink(missing_ok=True)
        self.size = 0

    def close(self) -> None:
        """Let go of the file."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


class Stored:
    """Contents that lie in the file of records."""

    __slots__ = ("_pack", "spot")

    def __init__(self, pack: Pack, spot: Spot) -> None:
        self._pack = pack
        self.spot = spot

    def open(self) -> Contents[Any]:
        """Give the contents. Raises DamagedCacheError."""
        try:
            return self._pack.open(self.spot)
        except (SealError, OSError) as error:
            raise DamagedCacheError(str(error)) from error


def read_tables(path: Path, subject: str) -> Tables:
    """Read the tables kept about a subject. Raises CacheDroppedError."""
    try:
        with path.open("rb") as file:
            data, status = file.read(), os.fstat(file.fileno())
    except OSError as error:
        raise CacheDroppedError("") from error
    head = len(_MAGIC) + _DIGEST
    if not data.startswith(_MAGIC) or digest_of(data[head:]) != data[len(_MAGIC) : head]:
        raise CacheDroppedError("он повреждён")
    try:
        about, seal, tables = marshal.loads(data[head:])  # noqa: S302 - its digest is right
    except (ValueError, EOFError, TypeError) as error:
        raise CacheDroppedError("он повреждён") from error
    if seal != (status.st_ino, status.st_mtime_ns):
        raise CacheDroppedError("он сделан не здесь")
    if about != subject:
        raise CacheDroppedError("с тех пор изменились программа, настройки или папки")
    return dict(tables)


def write_tables(path: Path, subject: str, tables: Tables) -> None:
    """Write the tables in one step: a reader finds the old ones or the new."""
    new = path.with_suffix(".new")
    with new.open("wb") as file:
        stamp = time.time_ns()
        seal = (os.fstat(file.fileno()).st_ino, stamp)
        data = marshal.dumps((subject, seal, tables))
        file.write(_MAGIC + digest_of(data) + data)
    os.utime(new, ns=(stamp, stamp))
    new.replace(path)
