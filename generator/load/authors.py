"""Whose name stands in the properties of an office file: it goes wherever the file goes."""

import html
import io
import re
import zipfile
import zlib

from generator.models.vocabulary import FileType

_PART_LIMIT = 256 * 1024
"""Bytes of the part that holds the properties; it has one or two thousand. A bomb is cut off."""
_NAME_LIMIT = 60

_MICROSOFT = frozenset({FileType.DOCX, FileType.XLSX, FileType.PPTX})
_OPEN = frozenset({FileType.ODT, FileType.ODS, FileType.ODP})
_NAMED = re.compile(
    rb"<(dc:creator|cp:lastModifiedBy|meta:initial-creator)(?:\s[^<>]{0,200})?>([^<]{1,2000})</\1>"
)
_IN_PDF = re.compile(
    rb"/Author\s{0,4}(?:\(((?:[^()\\]|\\.){1,300})\)|<([0-9A-Fa-f\s]{2,800})>)", re.DOTALL
)
_NOBODY = re.compile(
    r"\W*|(?:microsoft|windows|libreoffice|openoffice|wps|google)\b.*|python-docx|openpyxl"
    r"|(?:user|admin|administrator|пользователь|админ|администратор|unknown|автор|author|учитель"
    r"|школа|home|pc|пк|дом|hp|asus|acer|lenovo|samsung)\W*\d*",
    re.IGNORECASE,
)
"""What programs put there when nobody has told them a name."""


def author_of(data: bytes, kind: FileType) -> str:
    """The name in a file's properties; empty where there is none, or none that can be read.

    Of a PDF only properties that are neither compressed nor encrypted can be read so.
    """
    for name in _names(data, kind):
        if not _NOBODY.fullmatch(name):
            return name[:_NAME_LIMIT]
    return ""


def _names(data: bytes, kind: FileType) -> list[str]:
    if kind is FileType.PDF:
        return [_of_pdf(found[1], found[2]) for found in _IN_PDF.finditer(data)]
    if kind in _MICROSOFT:
        part = _part(data, "docProps/core.xml")
    elif kind in _OPEN:
        part = _part(data, "meta.xml")
    else:
        return []
    return [
        _plain(html.unescape(found[2].decode("utf-8", "replace")))
        for found in _NAMED.finditer(part)
    ]


def _part(data: bytes, name: str) -> bytes:
    """A part of an archive, no more of it than a part of this kind has."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(name) as part:
            return part.read(_PART_LIMIT)
    except (KeyError, RuntimeError, NotImplementedError, zipfile.BadZipFile, zlib.error, EOFError):
        return b""
    except (OSError, ValueError):
        return b""


def _of_pdf(text: bytes | None, digits: bytes | None) -> str:
    """A text of PDF (ISO 32000-1, 7.9.2): UTF-16 behind its mark, else one byte a letter."""
    if text is None:
        pairs = re.sub(rb"\s", b"", digits or b"")
        raw = bytes.fromhex((pairs + b"0" * (len(pairs) % 2)).decode())
    else:
        raw = re.sub(rb"\\(.)", rb"\1", text, flags=re.DOTALL)
    wide = raw.startswith(b"\xfe\xff")
    return _plain(
        raw[2:].decode("utf-16-be", "replace") if wide else raw.decode("cp1252", "replace")
    )


def _plain(text: str) -> str:
    return " ".join("".join(mark if mark.isprintable() else " " for mark in text).split())
