"""The files of the cache: one of plain tables, one of records put away as bytes.

Nothing in them is trusted. The tables bear a digest, and so does every record; a record opens to
nothing but records (load/sealed.py). And the tables know the file in which they were written: a
cache that came with a checkout or from another machine is none of ours.
"""

import contextlib
import errno
import hashlib
import marshal
import os
import tempfile
import time
import weakref
from pathlib import Path
from typing import Any, NamedTuple

from generator.load import Contents
from generator.load.sealed import SealError, unsealed

Tables = dict[str, Any]

_MAGIC = b"umo-site cache 1\n"
_DIGEST = 16
_AT_HAND = 1000
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
    """The file of records: written at the end, read anywhere, by several processes at once.

    Without a path it is a file that goes when nobody needs it.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or _passing_file(self)
        self._reader: int | None = None
        self._writer: tuple[int, int] | None = None
        self._at_hand: dict[int, Contents[Any]] = {}
        self._before: dict[int, Contents[Any]] = {}

    @property
    def size(self) -> int:
        """The bytes in it."""
        return self._path.stat().st_size if self._path.exists() else 0

    def open(self, spot: Spot) -> Contents[Any]:
        """The contents of a record. Raises DamagedCacheError."""
        found = self._at_hand.get(spot.offset)
        if found is None:
            if len(self._at_hand) >= _AT_HAND:
                self._before, self._at_hand = self._at_hand, {}
            found = self._before.get(spot.offset) or unsealed(self._read(spot))
            self._at_hand[spot.offset] = found
        return found

    def append(self, data: bytes) -> Spot:
        """Add a record; say where it lies."""
        handle = self._writing()
        if os.write(handle, data) < len(data):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self._path))
        # The system adds each piece whole, and leaves each writer behind its own.
        end = os.lseek(handle, 0, os.SEEK_CUR)
        return Spot(end - len(data), len(data), digest_of(data))

    def clear(self) -> None:
        """Forget all records."""
        self._close()
        self._at_hand, self._before = {}, {}
        self._path.unlink(missing_ok=True)

    def _read(self, spot: Spot) -> bytes:
        if self._reader is None:
            self._reader = os.open(self._path, os.O_RDONLY)
        data = _read_at(self._reader, spot.length, spot.offset)
        if digest_of(data) != spot.digest:
            raise DamagedCacheError(str(self._path))
        return data

    def _writing(self) -> int:
        """A handle of this process's own: one that was forked would share its place."""
        if self._writer is None or self._writer[0] != os.getpid():
            flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT
            self._writer = (os.getpid(), os.open(self._path, flags, 0o644))
        return self._writer[1]

    def _close(self) -> None:
        for handle in (self._reader, self._writer and self._writer[1]):
            if handle is not None:
                os.close(handle)
        self._reader = self._writer = None


def _passing_file(owner: Pack) -> Path:
    """A file that is removed when its owner is gone."""
    handle, name = tempfile.mkstemp(prefix="umo-")
    os.close(handle)
    weakref.finalize(owner, _remove, name)
    return Path(name)


def _remove(name: str) -> None:
    with contextlib.suppress(OSError):
        os.unlink(name)  # noqa: PTH108


def _read_at(handle: int, length: int, offset: int) -> bytes:
    """Read without moving the place in the file, which a forked process would share."""
    if hasattr(os, "pread"):
        return os.pread(handle, length, offset)
    os.lseek(handle, offset, os.SEEK_SET)  # no forks where there is no such call
    return os.read(handle, length)


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
    new.unlink(missing_ok=True)
    with new.open("wb") as file:
        stamp = int(time.time()) // 2 * 2 * 1_000_000_000  # a time that every disk can keep
        seal = (os.fstat(file.fileno()).st_ino, stamp)
        data = marshal.dumps((subject, seal, tables))
        file.write(_MAGIC + digest_of(data) + data)
    os.utime(new, ns=(stamp, stamp))
    new.replace(path)
