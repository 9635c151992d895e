"""Files that lie beside records: how large they are, by what they are known, what is inside."""

import hashlib
import io
import struct
from pathlib import Path
from typing import NamedTuple

import imagesize  # type: ignore[import-untyped]

from generator.load.signatures import is_of, looks_like
from generator.models.vocabulary import FileType
from generator.models.vocabulary.files import PICTURES
from generator.problems import Place, Problem, codes, report
from generator.values import file_size

SIZE_LIMIT = 20 * 1024 * 1024
"""Bytes. A handout on a phone; a repository keeps every version of a file for ever."""


class Beside(NamedTuple):
    """A file beside a record: its size in bytes, and the SHA-256 of it in hexadecimal digits.

    Of a picture also width and height in pixels, as it is shown; of any other file they are 0.
    """

    name: str
    size: int = 0
    digest: str = ""
    width: int = 0
    height: int = 0

    @property
    def kind(self) -> FileType:
        """What kind of file it is, by the end of its name."""
        return FileType.read(self.name.rpartition(".")[2])


def look_at(
    content: Path, folder: str, names: tuple[str, ...]
) -> tuple[tuple[Beside, ...], list[Problem]]:
    """Read the files of a folder beside a record; say also what is wrong with them."""
    found, problems = [], []
    for name in names:
        path = f"{folder}/{name}"
        seen = _seen(content / path, path, name)
        if isinstance(seen, Problem):
            problems.append(seen)
            seen = Beside(name)  # it is there: whoever names it is not at fault
        found.append(seen)
    return tuple(found), problems


def _seen(file: Path, path: str, name: str) -> Beside | Problem:
    place = Place(path)
    try:
        size = file.stat().st_size
        if size > SIZE_LIMIT:
            words = {"size": file_size(size), "limit": file_size(SIZE_LIMIT)}
            return report(codes.FILE_BESIDE_TOO_LARGE, place, **words)
        data = file.read_bytes()
    except OSError:
        return report(codes.FILE_UNREADABLE, place, reason="ошибка ввода-вывода")
    kind = FileType.read(name.rpartition(".")[2])
    if not is_of(data, kind):
        return report(codes.FILE_NOT_AS_NAMED, place, suffix=kind, found=looks_like(data))
    width, height = _dimensions(data) if kind in PICTURES else (0, 0)
    if kind in PICTURES and min(width, height) < 1:
        found = "повреждённая картинка"
        return report(codes.FILE_NOT_AS_NAMED, place, suffix=kind, found=found)
    return Beside(name, len(data), hashlib.sha256(data).hexdigest(), width, height)


def _dimensions(data: bytes) -> tuple[int, int]:
    """Width and height of a picture, turned as it says that it is to be shown."""
    try:
        width, height = imagesize.get(io.BytesIO(data), exif_rotation=True)
    except (ValueError, OSError, struct.error, IndexError):
        return 0, 0
    return int(width), int(height)
