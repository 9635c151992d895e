"""Pictures without what they tell beside the picture: place, camera, author, thumbnails, comments.

What is only to be left out is cut out, and every point of the picture stays as it was. A picture
that is stored lying down (EXIF Orientation) is turned, and then written anew. Where there is
nothing to leave out, the bytes are the same.
"""

import io
import re
import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple

from generator.models.vocabulary import FileType

POINTS_LIMIT = 100_000_000
"""Points (width × height). A phone's best picture has half as many; more would fill the memory of
whatever opens it (decompression bombs)."""


class Cleaned(NamedTuple):
    """The bytes to be published, and what the file tells besides, in Russian words."""

    data: bytes
    told: tuple[str, ...] = ()


class BrokenPictureError(ValueError):
    """The bytes are not those of a whole picture of this kind."""


class _Parts(NamedTuple):
    """A picture taken apart: what is kept, and what is left out."""

    kept: bytes
    exif: bytes = b""
    others: bytes = b""


def cleaned(data: bytes, kind: FileType) -> Cleaned:
    """Leave out what a picture tells besides. Raises BrokenPictureError."""
    try:
        parts = _TAKE_APART[kind](data)
    except (struct.error, IndexError, zlib.error) as error:
        raise BrokenPictureError(str(error)) from None
    orientation, told = _read(parts)
    if orientation != 1:
        return Cleaned(_turned(data, parts.kept, orientation), told)
    return Cleaned(parts.kept, told)


# JPEG (ITU-T T.81): segments behind markers; the picture itself lies between SOS and EOI.
_EXIF = b"Exif\0\0"
_NEXT_MARKER = re.compile(rb"\xff+([^\x00\xd0-\xd7\xff])", re.DOTALL)
_SOS, _EOI, _APP0, _APP1, _APP2, _APP14, _APP15, _COMMENT = (
    *(0xDA, 0xD9, 0xE0, 0xE1, 0xE2),
    *(0xEE, 0xEF, 0xFE),
)


def _jpeg(data: bytes) -> _Parts:
    kept, others, exif = [data[:2]], [], b""
    for marker, segment in _segments(data):
        body = segment[4:]
        if marker == _APP1 and body.startswith(_EXIF):
            exif = exif or body[len(_EXIF) :]
        elif _is_needed(marker, body):
            kept.append(_without_thumbnail(segment) if marker == _APP0 else segment)
        else:
            others.append(body)
    return _Parts(b"".join(kept), exif, b"\n".join(others))


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the segments up to the end of the picture; what comes behind it is left out."""
    at = 2
    while found := _NEXT_MARKER.search(data, at):
        marker = found[1][0]
        if marker == _EOI:
            yield marker, b"\xff\xd9"
            return
        (length,) = struct.unpack_from(">H", data, found.end())
        end = found.end() + length
        if marker == _SOS:
            following = _NEXT_MARKER.search(data, end)
            end = following.start() if following else len(data)
        if length < 2 or end > len(data):
            break
        yield marker, b"\xff" + data[found.end() - 1 : end]
        at = end
    raise BrokenPictureError("no end of the picture")


def _is_needed(marker: int, body: bytes) -> bool:
    """Tell whether a segment belongs to the picture: its form, its colours, its points."""
    if marker == _APP0:
        return body.startswith(b"JFIF\0")
    if marker == _APP2:
        return body.startswith(b"ICC_PROFILE\0")
    return marker == _APP14 or not (_APP0 <= marker <= _APP15 or marker == _COMMENT)


def _without_thumbnail(segment: bytes) -> bytes:
    """JFIF may carry a small picture of its own."""
    head = segment[4:18]
    if len(head) < 14 or not (head[12] and head[13]):
        return segment
    return b"\xff\xe0\x00\x10" + head[:12] + b"\0\0"


# PNG (ISO/IEC 15948): chunks with a length before and a sum behind.
_PNG_NEEDED = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT bKGD pHYs acTL fcTL fdAT".split()
)


def _png(data: bytes) -> _Parts:
    kept, others, exif, at = [data[:8]], [], b"", 8
    while True:
        (length,) = struct.unpack_from(">I", data, at)
        name, end = data[at + 4 : at + 8], at + 12 + length
        if end > len(data):
            raise BrokenPictureError("a chunk without its end")
        chunk, at = data[at:end], end
        if name == b"eXIf":
            exif = chunk[8:-4]
        elif name in _PNG_NEEDED:
            kept.append(chunk)
        else:
            others.append(_plain_text(name, chunk[8:-4]))
        if name == b"IEND":
            return _Parts(b"".join(kept), exif, b"\n".join(others))


def _plain_text(name: bytes, body: bytes) -> bytes:
    """What a chunk says; of one that is compressed no more than its beginning."""
    if name != b"zTXt":
        return body
    key, _, packed = body.partition(b"\0")
    try:
        return key + b"\0" + zlib.decompressobj().decompress(packed[1:], 65536)
    except zlib.error:
        return key


# WebP (RFC 9649): chunks in a RIFF, of an even length each; flags tell which there are.
_WEBP_NEEDED = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"))
_TELLING_FLAGS = 0b0000_1100


def _webp(data: bytes) -> _Parts:
    (size,) = struct.unpack_from("<I", data, 4)
    if size + 8 > len(data):
        raise BrokenPictureError("shorter than it says")
    kept: list[bytes] = []
    others: list[bytes] = []
    exif, at = b"", 12
    while at < size + 8:
        name = data[at : at + 4]
        (length,) = struct.unpack_from("<I", data, at + 4)
        end = at + 8 + length + length % 2
        chunk, at = data[at:end], end
        if name == b"EXIF":
            exif = chunk[8:].removeprefix(_EXIF)
        elif name == b"VP8X":
            kept.append(chunk[:8] + bytes([chunk[8] & ~_TELLING_FLAGS]) + chunk[9:])
        elif name in _WEBP_NEEDED:
            kept.append(chunk)
        else:
            others.append(chunk[8:])
    inside = b"WEBP" + b"".join(kept)
    return _Parts(b"RIFF" + struct.pack("<I", len(inside)) + inside, exif, b"\n".join(others))


# GIF89a: blocks, each told by its first byte; comments and what programs add are extensions.
_GIF_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")


def _gif(data: bytes) -> _Parts:
    at = 13 + _table(data[10])
    kept, others = [data[:at]], [b""]
    while data[at] != 0x3B:
        if data[at] == 0x21:
            label, first = data[at + 1], data[at + 3 : at + 3 + data[at + 2]]
            end = _blocks_end(data, at + 2)
            needed = label == 0xF9 or (label == 0xFF and first in _GIF_LOOPS)
        elif data[at] == 0x2C:
            end, needed = _blocks_end(data, at + 11 + _table(data[at + 9])), True
        else:
            raise BrokenPictureError("an unknown block")
        (kept if needed else others).append(data[at:end])
        at = end
    return _Parts(b"".join([*kept, b"\x3b"]), b"", b"\n".join(others))


def _table(flags: int) -> int:
    """The length of the table of colours that flags tell of, in bytes."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _blocks_end(data: bytes, at: int) -> int:
    while data[at]:
        at += data[at] + 1
    return at + 1


_TAKE_APART = {
    FileType.JPG: _jpeg,
    FileType.JPEG: _jpeg,
    FileType.PNG: _png,
    FileType.WEBP: _webp,
    FileType.GIF: _gif,
}

_ORIENTATION = 0x0112
_TAGS: dict[str, tuple[int, ...]] = {
    "место съёмки": (0x8825,),
    "камера": (0x010F, 0x0110),
    "автор": (0x013B, 0x9C9D, 0x8298),
}
_WORDS = {
    "место съёмки": (b"GPSLatitude", b"GPSLongitude", b"photoshop:City"),
    "камера": (b"tiff:Model", b"tiff:Make", b"aux:SerialNumber"),
    "автор": (
        b"dc:creator",
        b"photoshop:AuthorsPosition",
        b"\x1c\x02\x50",
        b"Author\0",
        b"Artist\0",
    ),
}
"""What XMP, IPTC (record 2, dataset 80) and texts of PNG have in them by which it is told."""


def _read(parts: _Parts) -> tuple[int, tuple[str, ...]]:
    """How a picture is to be turned (1: as it is), and what it tells besides."""
    tags: dict[int, object] = {}
    if parts.exif:
        from PIL import Image  # only pictures with EXIF need it

        exif = Image.Exif()
        with warnings.catch_warnings(action="ignore"), suppress(Exception):
            exif.load(parts.exif)  # what is wrong in what is thrown away is no fault
            tags = dict(exif)
    told = tuple(
        what
        for what in _TAGS
        if any(tag in tags for tag in _TAGS[what])
        or any(word in parts.others for word in _WORDS[what])
    )
    orientation = tags.get(_ORIENTATION, 1)
    return (orientation if orientation in range(1, 9) else 1), told  # type: ignore[return-value]


def _turned(data: bytes, kept: bytes, orientation: int) -> bytes:
    """Write a picture anew as it is to be seen; one that moves stays as it is."""
    from PIL import Image, JpegImagePlugin

    turns = Image.Transpose
    way = {
        2: turns.FLIP_LEFT_RIGHT,
        3: turns.ROTATE_180,
        4: turns.FLIP_TOP_BOTTOM,
        5: turns.TRANSPOSE,
        6: turns.ROTATE_270,
        7: turns.TRANSVERSE,
        8: turns.ROTATE_90,
    }[orientation]
    Image.MAX_IMAGE_PIXELS = POINTS_LIMIT
    out = io.BytesIO()
    try:
        with Image.open(io.BytesIO(kept), formats=("JPEG", "PNG", "WEBP")) as image:
            if getattr(image, "n_frames", 1) > 1:
                return kept
            options: dict[str, object] = {"icc_profile": image.info.get("icc_profile")}
            if isinstance(image, JpegImagePlugin.JpegImageFile):
                sampling = JpegImagePlugin.get_sampling(image)
                options |= {"qtables": image.quantization, "optimize": True}
                options |= {"subsampling": sampling} if sampling >= 0 else {}
            if image.format == "WEBP":
                options |= {"lossless": b"VP8L" in data[:64], "quality": 90}
            image.transpose(way).save(out, image.format, **options)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise BrokenPictureError(str(error)) from None
    return out.getvalue()
