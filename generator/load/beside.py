"""Files that lie beside records: how large they are, by what they are known, what is inside."""

import hashlib
import io
import struct
from pathlib import Path
from typing import NamedTuple

import imagesize  # type: ignore[import-untyped]

from generator.load.authors import author_of
from generator.load.pictures import POINTS_LIMIT, BrokenPictureError, Cleaned, cleaned
from generator.load.signatures import is_of, looks_like
from generator.models.vocabulary import FileType
from generator.models.vocabulary.files import PICTURES
from generator.problems import Code, Place, Problem, codes, report
from generator.values import file_size

SIZE_LIMIT = 20 * 1024 * 1024
"""Bytes. A handout on a phone; a repository keeps every version of a file for ever."""


class Beside(NamedTuple):
    """A file beside a record as it is published: size in bytes, SHA-256 in hexadecimal digits.

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
    found: list[Beside] = []
    problems: list[Problem] = []
    for name in names:
        path = f"{folder}/{name}"
        try:
            found.append(_seen(content / path, path, name, problems))
        except _UnfitError as error:
            problems.append(error.problem)
            found.append(Beside(name))  # it is there: whoever names it is not at fault
    return tuple(found), problems


def published_bytes(file: Path) -> bytes:
    """What the site gives of a file: of a picture nothing but the picture.

    Raises OSError. A picture that cannot be read has been refused before.
    """
    data, suffix = file.read_bytes(), file.suffix.removeprefix(".").casefold()
    if suffix not in PICTURES:
        return data
    try:
        return cleaned(data, FileType.read(suffix)).data
    except BrokenPictureError:
        raise OSError(f"{file.name} is no picture any more") from None


class _UnfitError(Exception):
    """A file that cannot be published, with what is wrong with it."""

    def __init__(self, code: Code, path: str, **words: object) -> None:
        super().__init__(code.code)
        self.problem = report(code, Place(path), **words)


def _seen(file: Path, path: str, name: str, noted: list[Problem]) -> Beside:
    """Look at one file; what is only to be noted goes to `noted`."""
    data = _read(file, path)
    kind = FileType.read(name.rpartition(".")[2])
    if not is_of(data, kind):
        raise _UnfitError(codes.FILE_NOT_AS_NAMED, path, suffix=kind, found=looks_like(data))
    if kind in PICTURES:
        return _picture(data, kind, path, name, noted)
    if author := author_of(data, kind):
        noted.append(report(codes.OFFICE_AUTHOR, Place(path), value=author))
    return Beside(name, len(data), hashlib.sha256(data).hexdigest())


def _read(file: Path, path: str) -> bytes:
    try:
        size = file.stat().st_size
        if size > SIZE_LIMIT:
            words = {"size": file_size(size), "limit": file_size(SIZE_LIMIT)}
            raise _UnfitError(codes.FILE_BESIDE_TOO_LARGE, path, **words)
        return file.read_bytes()
    except OSError:
        raise _UnfitError(codes.FILE_UNREADABLE, path, reason="ошибка ввода-вывода") from None


def _picture(data: bytes, kind: FileType, path: str, name: str, noted: list[Problem]) -> Beside:
    """A picture as it is published: turned, and without what it tells besides."""
    width, height = _dimensions(data)
    if width * height > POINTS_LIMIT:
        words = {"points": f"{width} × {height}", "limit": POINTS_LIMIT // 1_000_000}
        raise _UnfitError(codes.PICTURE_TOO_LARGE, path, **words)
    try:
        shown = cleaned(data, kind) if min(width, height) > 0 else Cleaned(b"")
    except BrokenPictureError:
        shown = Cleaned(b"")
    if not shown.data:
        found = "повреждённая картинка"
        raise _UnfitError(codes.FILE_NOT_AS_NAMED, path, suffix=kind, found=found)
    if shown.told:
        what = ", ".join(shown.told)
        noted.append(report(codes.PICTURE_TELLS, Place(path), what=what, path=path))
    digest = hashlib.sha256(shown.data).hexdigest()
    return Beside(name, len(shown.data), digest, *_dimensions(shown.data))


def _dimensions(data: bytes) -> tuple[int, int]:
    """Width and height of a picture, turned as it says that it is to be shown."""
    try:
        width, height = imagesize.get(io.BytesIO(data), exif_rotation=True)
    except (ValueError, OSError, struct.error, IndexError):
        return 0, 0
    return int(width), int(height)
