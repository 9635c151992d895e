"""Small files of every kind that a site may publish, made anew: whole, and with nothing in them."""

import io
import struct
import zipfile
import zlib

from PIL import Image


def png(width: int, height: int) -> bytes:
    """A white picture."""
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = (b"\0" + b"\xff" * -(-width // 8)) * height
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in parts)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def jpeg(width: int, height: int, orientation: int = 1) -> bytes:
    """A photograph: how large it is, and how it is to be turned."""
    exif, memory = Image.Exif(), io.BytesIO()
    exif[0x0112] = orientation
    Image.new("L", (width, height)).save(memory, "JPEG", exif=exif)
    return memory.getvalue()


def gif(width: int, height: int) -> bytes:
    return b"GIF89a" + struct.pack("<HH", width, height) + b"\0\0\0;"


def webp(width: int, height: int) -> bytes:
    frame = b"\0\0\0\x9d\x01\x2a" + struct.pack("<HH", width, height)
    chunk = b"VP8 " + struct.pack("<I", len(frame)) + frame
    return b"RIFF" + struct.pack("<I", len(chunk) + 4) + b"WEBP" + chunk


def archive(**parts: str) -> bytes:
    """An archive; «__» in the name of a part stands for «/», «_» for «.»."""
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as made:
        for name, text in parts.items():
            path = name.replace("__", "/").replace("_", ".")
            made.writestr(zipfile.ZipInfo(path), text)
    return memory.getvalue()


_OPEN = "application/vnd.oasis.opendocument."
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SAMPLES = {
    "pdf": b"%PDF-1.4\n",
    "docx": archive(word__document_xml="<a/>"),
    "odt": archive(mimetype=f"{_OPEN}text"),
    "doc": _OLD,
    "rtf": rb"{\rtf1}",
    "txt": "Лист\n".encode("cp1251"),
    "xlsx": archive(xl__workbook_xml="<a/>"),
    "ods": archive(mimetype=f"{_OPEN}spreadsheet"),
    "xls": _OLD,
    "csv": "а;б\n".encode("utf-16"),
    "pptx": archive(ppt__presentation_xml="<a/>"),
    "odp": archive(mimetype=f"{_OPEN}presentation"),
    "ppt": _OLD,
    "png": png(3, 2),
    "jpg": jpeg(3, 2),
    "jpeg": jpeg(3, 2),
    "webp": webp(3, 2),
    "gif": gif(3, 2),
    "mp3": b"ID3\4\0",
    "epub": archive(mimetype="application/epub+zip"),
    "djvu": b"AT&TFORM\0\0",
    "ggb": archive(geogebra_xml="<a/>"),
    "sb3": archive(project_json="{}"),
    "zip": archive(readme_txt="текст"),
}
"""A file of each kind by the end of its name."""
