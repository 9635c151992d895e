"""What lists the pages of a site for machines: the sitemap, and the index of the search.

MkDocs makes both of the pages that it knows; the records' pages are added to what it made.
"""

import gzip
import json
import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from markupsafe import Markup, escape

from generator.pages import Page

_SECTION = re.compile(r'<h[23] id="([^"]+)">(.*?)</h[23]>', re.DOTALL)
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


def search_index(made: bytes, entries: Iterable[str]) -> bytes:
    """Add entries to the index that the theme's search reads."""
    index = json.loads(made)
    index["docs"] += [row for entry in entries for row in json.loads(entry)]
    return json.dumps(index, ensure_ascii=False, separators=(",", ":")).encode()


def search_entries(page: Page) -> str:
    """What the search finds of a page, as JSON: the page itself, and each of its sections."""
    pieces = _SECTION.split(page.body)
    rows = [_entry(page.address, str(escape(page.title)), pieces[0])]
    for id_, title, body in zip(pieces[1::3], pieces[2::3], pieces[3::3], strict=True):
        rows.append(_entry(f"{page.address}#{id_}", _plain(title).removesuffix("¶"), body))
    return json.dumps(rows, ensure_ascii=False)


def _entry(location: str, title: str, body: str) -> dict[str, Any]:
    return {"location": location, "title": title, "text": _plain(body)}


def _plain(markup: str) -> str:
    """The text of a piece of HTML; the theme puts it on its page as it is, so it is escaped."""
    return str(escape(Markup(markup.replace("<", " <")).striptags()))  # noqa: S704 - escaped


def _row(address: str, day: str | None) -> str:
    changed = f"<lastmod>{escape(day)}</lastmod>" if day else ""
    return f"    <url>\n         <loc>{escape(address)}</loc>\n         {changed}\n    </url>\n"


def iso(day: date | None) -> str | None:
    """A day as the sitemap wants it."""
    return day.isoformat() if day else None
