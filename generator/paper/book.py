"""A book: pages of a site one after the other, with a title sheet, contents and bookmarks.

Each page is printed as it is printed alone, only that its sheets are numbered on. The title sheet
and the contents come first and say on which sheet each page begins; they are printed once to see
how many sheets they take, and once more when all is known.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from pathlib import Path

import jinja2
from markupsafe import escape

from generator.pages.templating import shown
from generator.paper.binding import Binding
from generator.paper.document import sheets_in
from generator.paper.failure import PaperError
from generator.paper.files import file_name
from generator.paper.printer import WHOLE, Facts, Printer
from generator.text import typeset
from generator.values import long_date

CONTENTS = "Содержание"
_TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True)
class Chapter:
    """A page of a book, as the contents call it."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Book:
    """What is to be bound. `name` is what its file is called, `of` says whose it is."""

    name: str
    title: str
    of: str
    chapters: tuple[Chapter, ...]
    view: str = WHOLE

    @property
    def file_name(self) -> str:
        """The name of its file, with the view that it shows."""
        return file_name(self.name, self.view)


def bound(printer: Printer, book: Book, day: date, told: Callable[[str, int], None]) -> bytes:
    """Print a book; `told` hears of each part that is done, and of how many sheets it has.

    Raises PaperError.
    """
    if not book.chapters:
        raise PaperError(f"{book.title}: печатать нечего")
    with printer.shell(book.chapters[0].address) as shell:
        front = partial(_front, printer.site.base, book, day, shell.facts)
        parts, begins = [], {}
        first = 1 + sheets_in(shell.printed(front({}), _style()))
        for chapter in book.chapters:
            begins[chapter.address] = first
            parts.append(printer.printout(chapter.address, book.view, first).data)
            sheets = sheets_in(parts[-1])
            first += sheets
            told(chapter.title, sheets)
        binding = Binding()
        binding.add_front(shell.printed(front(begins), _style()), CONTENTS)
    for chapter, data in zip(book.chapters, parts, strict=True):
        binding.add(data, typeset(chapter.title))
    return binding.finished(typeset(book.title), day, printer.site, begins)


def _front(base: str, book: Book, day: date, facts: Facts, begins: Mapping[str, int]) -> str:
    """The title sheet and the contents as HTML; numbers of sheets only where they are known."""
    return _template().render(
        base=base,
        book=book,
        day=long_date(day),
        begins=begins,
        view=facts.views.get(book.view, ""),
        lasting=facts.lasting,
        contents=CONTENTS,
    )


@cache
def _style() -> str:
    return (_TEMPLATES / "book.css").read_text("utf-8")


@cache
def _template() -> jinja2.Template:
    loader = jinja2.FileSystemLoader(_TEMPLATES)
    env = jinja2.Environment(
        loader=loader,
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=shown,
    )
    env.filters["exactly"] = escape
    return env.get_template("book.html")
