"""Binds printouts into one PDF: sheets, tags, bookmarks, links from one part to another.

A page that is printed alone goes the same way: it is a document of one part.
"""

from collections.abc import Mapping
from datetime import date
from io import BytesIO
from typing import Any

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import ArrayObject, Destination, Fit, FloatObject, NameObject

from generator.paper.document import as_file, drop_dead_links, links
from generator.paper.objects import enter, links_on
from generator.paper.site import StandingSite
from generator.paper.tags import Tags

_DESTINATIONS = "/Dests"


class Binding:
    """A document that grows part by part."""

    def __init__(self) -> None:
        self._writer = PdfWriter()
        self._tags = Tags(self._writer)

    def add(self, data: bytes, title: str = "") -> None:
        """Add a part with the bookmarks of its headings, below one of its title if it has one."""
        reader = PdfReader(BytesIO(data))
        first = self._append(reader)
        heads, above = reader.outline, None
        if title:
            # The first heading is that of the whole part.
            heads, above = heads[1:], self._writer.add_outline_item(title=title, page_number=first)
        self._add_bookmarks(reader, heads, above, first)

    def add_front(self, data: bytes, title: str) -> None:
        """Add what stands before the parts; the bookmark leads to its second sheet."""
        self._append(PdfReader(BytesIO(data)))
        self._writer.add_outline_item(title=title, page_number=1)

    def finished(
        self, title: str, day: date, site: StandingSite, begins: Mapping[str, int] | None = None
    ) -> bytes:
        """The whole as a file. Links to pages that are in it lead to their sheets.

        `begins` has the numbers of the sheets on which pages begin, by their addresses.
        """
        self._tags.settle()
        sheets = self._writer.pages
        for link, where in links(self._writer):
            number = (begins or {}).get(where.removeprefix(site.base).partition("#")[0])
            if number is not None and where.startswith(site.base):
                del link["/A"]
                enter(link, {"/Dest": _top_of(sheets[number - 1])})
        drop_dead_links(self._writer, site)
        return as_file(self._writer, title, day)

    def _append(self, reader: PdfReader) -> int:
        """Append the sheets of a printout; say at which place its first one stands."""
        _resolve_places(reader)
        first = len(self._writer.pages)
        self._writer.append(reader, import_outline=False)
        self._tags.take(reader, self._writer.pages[first:])
        return first

    def _add_bookmarks(self, reader: PdfReader, heads: list[Any], above: Any, first: int) -> None:
        """Add headings below a bookmark; a list holds those below the heading before it."""
        last = above
        for head in heads:
            if isinstance(head, Destination):
                sheet = first + (reader.get_destination_page_number(head) or 0)
                fit = Fit.xyz(head.left, head.top, 0)
                last = self._writer.add_outline_item(
                    title=head.title or "", page_number=sheet, parent=above, fit=fit
                )
            else:
                self._add_bookmarks(reader, head, last, first)


def _top_of(sheet: PageObject) -> ArrayObject:
    """The upper edge of a sheet as a place to go to; the reader's zoom stays."""
    numbers = (0, sheet.mediabox.top, 0)
    place = (sheet.indirect_reference, NameObject("/XYZ"), *map(FloatObject, numbers))
    return ArrayObject(place)


def _resolve_places(reader: PdfReader) -> None:
    """Let links lead to places and not to names, which two parts may have in common."""
    if _DESTINATIONS not in reader.root_object:
        return
    places = reader.named_destinations
    for sheet in reader.pages:
        for link in links_on(sheet):
            if isinstance(link.get("/Dest"), str):
                enter(link, {"/Dest": places[str(link["/Dest"])].dest_array})
    del reader.root_object[_DESTINATIONS]
