"""Pictures that tell more than a picture, made for tests: of each kind, with known metadata."""

import io
import struct
import zlib

from PIL import Image, PngImagePlugin

SECRETS = (b"SECRET-CAMERA", b"SECRET-AUTHOR", b"SECRET-XMP", b"SECRET-NOTE", b"SECRET-IPTC")
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>SECRET-XMP</dc:creator></x:xmpmeta>'


def exif(orientation: int = 1) -> Image.Exif:
    """EXIF with a camera, an author and a place."""
    tags = Image.Exif()
    tags[0x010F] = "SECRET-CAMERA"
    tags[0x013B] = "SECRET-AUTHOR"
    tags[0x0112] = orientation
    tags.get_ifd(0x8825).update({1: "N", 2: (56.0, 50.0, 1.0), 3: "E", 4: (60.0, 36.0, 2.0)})
    return tags


def drawn(mode: str = "RGB") -> Image.Image:
    """Wider than high, and no two corners alike."""
    image = Image.new("RGB", (64, 32), "white")
    image.paste("red", (0, 0, 16, 16))
    image.paste("blue", (48, 16, 64, 32))
    return image.convert(mode)


def _saved(image: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def _segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def jpeg(orientation: int = 1, **options: object) -> bytes:
    """EXIF, XMP, IPTC, a comment, and another picture behind the end."""
    data = _saved(drawn(), "JPEG", quality=90, exif=exif(orientation), **options)
    more = _segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + XMP)
    more += _segment(
        0xED, b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x10\x1c\x02\x50\0\x0bSECRET-IPTC"
    )
    more += _segment(0xE2, b"MPF\0SECRET-NOTE") + _segment(0xFE, b"SECRET-NOTE")
    return data[:2] + more + data[2:] + b"trailer SECRET-NOTE" + plain_jpeg()


def plain_jpeg() -> bytes:
    """Nothing but the picture."""
    return _saved(drawn(), "JPEG", quality=90)


def png(orientation: int = 1) -> bytes:
    """EXIF, texts of all three kinds, and something behind the end."""
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", "SECRET-AUTHOR")
    texts.add_text("Comment", "SECRET-NOTE", zip=True)
    texts.add_itxt("XML:com.adobe.xmp", XMP.decode())
    data = _saved(drawn(), "PNG", exif=exif(orientation), pnginfo=texts)
    return data + b"SECRET-NOTE"


def plain_png() -> bytes:
    """Nothing but the picture."""
    return _saved(drawn(), "PNG")


def moving(kind: str) -> bytes:
    """Three pictures one after another, with what a kind can tell besides."""
    frames = [drawn(), drawn().transpose(Image.Transpose.ROTATE_180), Image.new("RGB", (64, 32))]
    more: dict[str, object] = {"save_all": True, "append_images": frames[1:], "duration": 100}
    if kind == "GIF":
        more |= {"loop": 0, "comment": b"SECRET-NOTE"}
    elif kind == "WEBP":
        more |= {"exif": exif(), "xmp": XMP, "lossless": True}
    else:
        texts = PngImagePlugin.PngInfo()
        texts.add_text("Comment", "SECRET-NOTE")
        more |= {"exif": exif(), "pnginfo": texts}
    return _saved(frames[0], kind, **more)


def webp(orientation: int = 1, **options: object) -> bytes:
    """EXIF and XMP."""
    return _saved(drawn(), "WEBP", exif=exif(orientation), xmp=XMP, **options)


def bomb(side: int = 20_000) -> bytes:
    """A PNG of a few hundred bytes that says it has 400 million points."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        )

    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    idat = zlib.compress(b"\0" * 1000)
    parts = (chunk(b"IHDR", head), chunk(b"IDAT", idat), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)
