"""A single page of the site as a PDF file."""

from datetime import date
from pathlib import Path

from generator.paper.binding import Binding
from generator.paper.files import put
from generator.paper.printer import Printer, printing, ready
from generator.paper.site import StandingSite


def page_file(printer: Printer, address: str, view: str, day: date) -> bytes:
    """Print a page in one of its views. Raises PaperError.

    The file is dated by the record's last change, or by `day` where the site does not know that.
    """
    made = printer.printout(address, view)
    site, binding = printer.site, Binding()
    binding.add(made.data)
    return binding.finished(made.facts.title, site.changed(address) or day, site)


def print_page(folder: Path, address: str, view: str, out: Path, day: date) -> None:
    """Print one page of the site in a folder into a file. Raises PaperError."""
    site, path = StandingSite(folder), ready()
    with printing(site, path) as printer:
        put(out, page_file(printer, address, view, day))
