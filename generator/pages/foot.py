"""The foot of a printed page: whose it is, where it stands, of which day, and the way back to it.

It is on every page and shown on paper alone. The way back is a QR code of the page's address, so
that whoever holds a handout gets to the page with a phone.
"""

from datetime import date

import segno
from markupsafe import Markup, escape

from generator.text import printed
from generator.values import long_date

_LEVEL = "m"
"""Up to 15 % of the code may be soiled: a handout is copied, folded and stapled."""
_MASK = 3
"""Any of the eight masks of ISO/IEC 18004 is read alike; to try all takes five times as long."""


def foot(site: str, address: str, changed: date | None) -> str:
    """The foot of a page; without an address where the site's own is not known."""
    parts = [f"<p>{printed(site)}"]
    if address:
        parts.append(f"<br>{escape(address)}")
    if changed:
        parts.append(f"<br>{printed(f'Запись изменена {long_date(changed)}')}")
    code = Markup('<img src="{}" alt="QR-код: {}">').format(qr_code(address), address)
    return f'<footer class="umo-foot">{code if address else ""}{"".join(parts)}</p></footer>\n'


def qr_code(text: str) -> str:
    """A QR code as the address of a picture that holds itself: a point for each module."""
    code = segno.make_qr(text, error=_LEVEL, mask=_MASK, boost_error=False)
    return code.png_data_uri(scale=1, border=0)
