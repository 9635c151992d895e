"""What a PDF says of itself, and where its links lead. The same sheets give the same bytes."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    BooleanObject,
    DictionaryObject,
    TextStringObject,
)

from generator import __version__
from generator.paper.objects import at, enter, links_on
from generator.paper.site import StandingSite

_LANGUAGE = "ru"
_VERSION = "%PDF-1.7"

Link = DictionaryObject


def as_file(writer: PdfWriter, title: str, day: date) -> bytes:
    """The bytes of a PDF. Neither the clock nor the browser's name get into them."""
    moment = f"D:{day:%Y%m%d}000000Z"
    writer.metadata = {
        "/Title": title,
        "/Creator": f"umo-site {__version__}",
        "/CreationDate": moment,
        "/ModDate": moment,
    }
    shows_title = enter(DictionaryObject(), {"/DisplayDocTitle": BooleanObject(True)})
    said = {"/Lang": TextStringObject(_LANGUAGE), "/ViewerPreferences": shows_title}
    enter(writer.root_object, said)
    writer.pdf_header = _VERSION
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def links(writer: PdfWriter) -> Iterator[tuple[Link, str]]:
    """Yield the links of all sheets that lead to an address, each with it."""
    for sheet in writer.pages:
        for link in links_on(sheet):
            where = at(link, "/A", "/URI")
            if where is not None:
                yield link, str(where)


def drop_dead_links(writer: PdfWriter, site: StandingSite) -> None:
    """Where only one machine can open the site, let links to it lead nowhere."""
    for link, where in links(writer) if not site.is_public else ():
        if where.startswith(site.base):
            del link["/A"]


def sheets_in(data: bytes) -> int:
    """How many sheets a printout has."""
    return len(PdfReader(BytesIO(data)).pages)
