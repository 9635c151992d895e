"""The foot of a printed page: whose it is, where it stands, of which day, and the way back to it.

It is on every page and shown on paper alone. The way back is a QR code of the page's address, so
that whoever holds a handout gets to the page with a phone.
"""

from base64 import b64encode
from datetime import date
from struct import pack
from zlib import compress, crc32

import zxingcpp
from markupsafe import escape

from generator.text import printed
from generator.values import long_date

_LEVEL = "M"
"""Up to 15 % of the code may be soiled: a handout is copied, folded and stapled."""
_MASK = 3
"""Any of the eight masks is read alike; to find the best takes seven times as long."""
_SCALE = 4
"""So many points a module: programs that show a PDF blur the edges of points."""
_DIGITS = bytes.maketrans(b"\x00\xff", b"01")
_ONE_BIT_GREY = (1, 0, 0, 0, 0)
"""PNG (ISO/IEC 15948): a bit a point, grey, and the only compression, filter and order there is."""


def foot(site: str, address: str, changed: date | None) -> str:
    """The foot of a page; without an address where the site's own is not known."""
    parts = [f"<p>{printed(site)}"]
    if address:
        parts.append(f"<br>{escape(address)}")
    if changed:
        parts.append(f"<br>{printed(f'Запись изменена {long_date(changed)}')}")
    code = f'<img src="{qr_code(address)}" alt="QR-код страницы">' if address else ""
    return f'<footer class="umo-foot">{code}{"".join(parts)}</p></footer>\n'


def qr_code(text: str) -> str:
    """A QR code (ISO/IEC 18004) as the address of a picture that holds itself."""
    kind = zxingcpp.BarcodeFormat.QRCode
    code = zxingcpp.create_barcode(text, kind, ec_level=_LEVEL, data_mask=_MASK)
    image = code.to_image(scale=1, add_quiet_zones=False)
    points = memoryview(image)  # type: ignore[arg-type] # its type does not tell of its buffer
    return f"data:image/png;base64,{b64encode(_png(points)).decode()}"


def _png(points: memoryview) -> bytes:
    """Black and white points, rows of bytes 0 and 255, as a picture of a few hundred bytes."""
    height, width = points.shape or (0, 0)
    across, digits = width * _SCALE, points.tobytes().translate(_DIGITS).decode()
    whole = -(-across // 8)
    rows = (digits[start : start + width] for start in range(0, len(digits), width))
    wide = (row.replace("0", "0" * _SCALE).replace("1", "1" * _SCALE) for row in rows)
    data = b"".join(
        (b"\0" + int(row.ljust(whole * 8, "0"), 2).to_bytes(whole, "big")) * _SCALE for row in wide
    )
    chunks = (
        (b"IHDR", pack(">II5B", across, height * _SCALE, *_ONE_BIT_GREY)),
        (b"IDAT", compress(data, 9)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        pack(">I", len(body)) + name + body + pack(">I", crc32(name + body))
        for name, body in chunks
    )
