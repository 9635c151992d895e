"""What the bytes of a file say it is, whatever its name says."""

import io
import re
import zipfile
import zlib
from collections.abc import Callable

from generator.models.vocabulary import FileType

_OLD_OFFICE = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",)
_JPEG = (b"\xff\xd8\xff",)
_MP3 = (b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2")
_BEGINS: dict[FileType, tuple[bytes, ...]] = {
    FileType.PDF: (b"%PDF-", b"\xef\xbb\xbf%PDF-"),
    FileType.DOC: _OLD_OFFICE,
    FileType.XLS: _OLD_OFFICE,
    FileType.PPT: _OLD_OFFICE,
    FileType.RTF: (b"{\\rtf",),
    FileType.PNG: (b"\x89PNG\r\n\x1a\n",),
    FileType.JPG: _JPEG,
    FileType.JPEG: _JPEG,
    FileType.GIF: (b"GIF87a", b"GIF89a"),
    FileType.MP3: _MP3,
    FileType.DJVU: (b"AT&TFORM",),
}
"""How files begin that are no archives inside."""
_HOLDS = {
    FileType.DOCX: "word/",
    FileType.XLSX: "xl/",
    FileType.PPTX: "ppt/",
    FileType.GGB: "geogebra.xml",
    FileType.SB3: "project.json",
}
"""How the name of a part begins by which an archive is known for more than an archive."""
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."
_MIME = {
    FileType.ODT: _OPEN_DOCUMENT + b"text",
    FileType.ODS: _OPEN_DOCUMENT + b"spreadsheet",
    FileType.ODP: _OPEN_DOCUMENT + b"presentation",
    FileType.EPUB: b"application/epub+zip",
}
"""What the part «mimetype» of an archive says."""
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
LIST_LIMIT = 256 * 1024
"""Bytes of the list of an archive's parts, which is read whole: some three thousand names."""
_ENDS = ((rb"PK\x05\x06", 12, 4), (rb"PK\x06\x06", 40, 8))
"""How the ends of archives begin; where they tell the size of that list (APPNOTE 4.3.14 and 16)."""
_TAIL = 66_000
"""Bytes at the end of an archive in which its end may begin: a remark may follow."""
_PAGE = (b"<!doctype html", b"<html")
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_HEAD = 4096


def is_of(data: bytes, kind: FileType) -> bool:
    """Tell whether a file's bytes are of a kind; a file without any is of none."""
    return bool(data) and _TESTS[kind](data, kind)


def looks_like(data: bytes) -> str:
    """Say in Russian what a file's bytes are, as far as that can be told."""
    if not data:
        return "ничего нет"
    if data.lstrip()[:20].lower().startswith(_PAGE):
        return "страница сайта (HTML)"
    return next((kind.label for kind in _TELLING if is_of(data, kind)), "что-то другое")


def _begins(data: bytes, kind: FileType) -> bool:
    return data.startswith(_BEGINS[kind])


def _is_webp(data: bytes, _: FileType) -> bool:
    return data[:4] == b"RIFF" and data[8:12] == b"WEBP"


def _is_archive(data: bytes, kind: FileType) -> bool:
    """Look into an archive: which parts it has; of them only the one that names its kind is read.

    An office's paper is no mere archive, and an archive is no paper.
    """
    if not data.startswith(_ZIP) or _listed(data) > LIST_LIMIT:
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if kind in _HOLDS:
                return any(name.startswith(_HOLDS[kind]) for name in archive.namelist())
            return kind not in _MIME or _mime(archive) == _MIME[kind]
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, EOFError, NotImplementedError):
        return False


def _listed(data: bytes) -> int:
    """How many bytes the list of an archive's parts takes, by the largest of the sizes it tells."""
    tail = data[-_TAIL:]
    found = (
        tail[mark.start() + at :][:length]
        for begin, at, length in _ENDS
        for mark in re.finditer(begin, tail)
    )
    return max((int.from_bytes(size, "little") for size in found), default=0)


def _mime(archive: zipfile.ZipFile) -> bytes:
    try:
        part = archive.getinfo("mimetype")
    except KeyError:
        return b""
    is_short = part.file_size < 100 and not part.flag_bits & 1
    return archive.read(part).strip() if is_short else b""


def _is_text(data: bytes, _: FileType) -> bool:
    """A text in whatever encoding has no empty bytes, unless it says that its letters are wide."""
    known = any(data.startswith(begin) for begins in _BEGINS.values() for begin in begins)
    return data.startswith(_WIDE) or not (known or data.startswith(_ZIP) or b"\0" in data[:_HEAD])


_TESTS: dict[FileType, Callable[[bytes, FileType], bool]] = {
    **dict.fromkeys(_BEGINS, _begins),
    **dict.fromkeys((*_HOLDS, *_MIME, FileType.ZIP), _is_archive),
    FileType.WEBP: _is_webp,
    FileType.TXT: _is_text,
    FileType.CSV: _is_text,
}
_TELLING = tuple(kind for kind in FileType if kind not in (FileType.TXT, FileType.CSV))
"""The kinds that can be told from any other; archives that are nothing more come last."""
