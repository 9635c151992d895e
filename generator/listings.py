"""What lists the pages of a site for machines: the sitemap.

MkDocs makes it of the pages that it knows; the records' pages are added to what it made.
"""

import gzip
from collections.abc import Iterable
from datetime import date

from markupsafe import escape

_END = b"</urlset>"


def sitemap(made: bytes, site_url: str | None, pages: Iterable[tuple[str, str | None]]) -> bytes:
    """Add addresses with their days of change, as https://www.sitemaps.org wants them."""
    head, end, tail = made.rpartition(_END)
    if not site_url or not end:
        return made
    base = site_url.rstrip("/")
    rows = [_row(f"{base}/{address}", day) for address, day in pages]
    return head + "".join(rows).encode() + end + tail


def zipped(data: bytes) -> bytes:
    """The same bytes for the same data, on whichever day."""
    return gzip.compress(data, mtime=0)


def _row(address: str, day: str | None) -> str:
    changed = f"<lastmod>{escape(day)}</lastmod>" if day else ""
    return f"    <url>\n         <loc>{escape(address)}</loc>\n         {changed}\n    </url>\n"


def iso(day: date | None) -> str | None:
    """A day as the sitemap wants it."""
    return day.isoformat() if day else None
