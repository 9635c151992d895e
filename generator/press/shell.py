"""Shells: how the theme is cut at marks, and what stands between the pieces.

A page of marks has the shape of many pages. Each mark is a part of the page with something tricky
inside, so that it shows in the drawn shell which part belongs there, and what the theme does to it.
"""

import html
import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, NamedTuple

import markupsafe

from generator.pages import Page
from generator.text import Heading

Outline = tuple[Any, ...]
"""The levels of headings, nested as they are: ((2, ()), (2, ((3, ()),)))."""


class Shape(NamedTuple):
    """All that the shell of a page hangs on.

    `section` is the part of the address that the page shares with pages that the theme links to:
    the ways there are shorter from within. `depth` counts the folders below it. A page to which
    the theme itself links has a shape of its own. `edited` is the suffix of the record's file.
    """

    section: str
    depth: int
    own: bool
    titled: bool
    described: bool
    headed: bool
    dated: bool
    edited: str | None
    outline: Outline


class Splice(NamedTuple):
    """A place in a shell: which part of a page belongs there, and in which form."""

    part: int
    form: str


Shell = tuple[bytes | Splice, ...]


class ThemeWantedError(Exception):
    """A page wants a shell that only the theme can make, and the theme is not at hand."""


class DirtyCutError(Exception):
    """The theme has changed or lost a mark in a way that cannot be repeated for a real page."""


SHELL = "shell/"
"""The family of facts what the shell of a shape is; the shape's name follows."""

TITLE, DESCRIPTION, BODY, SOURCE, ADDRESS, HEADINGS = range(6)
"""The parts of a page by number; ids and titles of headings take turns from HEADINGS on."""

_MARK = re.compile(r"umomark(\d+)q(.*?)umoend", re.DOTALL)
_STRAY = re.compile(r"umo-?mark|umo-?end|1111-11-11", re.IGNORECASE)
SOME_DAY = date(1111, 11, 11)
"""Stands for any day."""
_TRICKY = "&\u00a0<b>\"'"
"""Stands in the marks of texts, to show what the theme does to a text."""
FORMS: dict[str, Callable[[str], str]] = {
    "escaped": html.escape,
    "stripped": lambda text: str(markupsafe.escape(" ".join(text.split()))),
}
"""What the theme is known to do to a text: nothing after we have escaped it, or striptags and e."""
DATED = -1
"""The part that is the day of change, in words."""


Kept = dict[str, tuple[Any, Any]]
"""Shells as plain values, by the names of their shapes."""


def kept(shells: dict[Shape, Shell | None]) -> Kept:
    """Shells as plain values, for another run."""
    return {
        name_of(shape): (
            tuple(shape),
            shell and tuple(tuple(p) if isinstance(p, Splice) else p for p in shell),
        )
        for shape, shell in shells.items()
    }


def restored(kept: Kept) -> dict[Shape, Shell | None]:
    """Shells that another run has kept."""
    return {
        Shape(*shape): shell and tuple(Splice(*p) if isinstance(p, tuple) else p for p in shell)
        for shape, shell in kept.values()
    }


def name_of(shape: Shape) -> str:
    """A shape in one line, for telling it from others."""
    return repr(tuple(shape))


def encoded(text: str) -> bytes:
    """The bytes of a page, as MkDocs writes them."""
    return text.encode("utf-8", errors="xmlcharrefreplace")


def parts_of(page: Page, shape: Shape) -> list[str]:
    """The parts of a page in the order of their numbers."""
    rest = page.address[len(shape.section) :].rstrip("/")
    stem = (page.source or "").rpartition(".")[0]
    parts = [page.title, page.description, page.body, stem, rest]
    for heading in _flat(page.headings):
        parts += (heading.id, heading.title)
    return parts


def sample(shape: Shape) -> Page:
    """A page of marks."""
    numbers = iter(range(HEADINGS, 1_000_000))
    return Page(
        address=shape.section + _address_mark(shape.depth),
        title=_mark(TITLE, _TRICKY) if shape.titled else "",
        body=_mark(BODY, "<h1" if shape.headed else ""),
        description=_mark(DESCRIPTION, _TRICKY) if shape.described else "",
        headings=tuple(_marked(shape.outline, numbers)),
        source=_mark(SOURCE, "") + shape.edited if shape.edited else None,
        updated=SOME_DAY if shape.dated else None,
    )


def _mark(number: int, inner: str) -> str:
    return f"umomark{number}q{inner}umoend"


def _address_mark(depth: int) -> str:
    """A mark that is an address of so many folders."""
    if depth < 2:
        return f"{_mark(ADDRESS, '')}/" if depth else ""
    return f"{_mark(ADDRESS, '/x' * (depth - 2) + '/')}/"


def _marked(outline: Outline, numbers: Iterator[int]) -> Iterator[Heading]:
    for level, children in outline:
        id_, title = _mark(next(numbers), ""), _mark(next(numbers), _TRICKY)
        yield Heading(id_, title, level, tuple(_marked(children, numbers)))


def cut(drawn: str, day: str) -> Iterator[bytes | Splice]:
    """Cut what the theme drew at its marks. Raises DirtyCutError."""
    end = 0
    marks = re.compile(f"{_MARK.pattern}|{re.escape(day)}", re.DOTALL)
    for found in marks.finditer(drawn):
        yield _literal(drawn[end : found.start()])
        yield Splice(int(found[1]), _form(found[2])) if found[1] else Splice(DATED, "")
        end = found.end()
    yield _literal(drawn[end:])


def _literal(text: str) -> bytes:
    if _STRAY.search(text):
        raise DirtyCutError(text)
    return encoded(text)


def _form(inner: str) -> str:
    """What the theme has done to the inside of a mark."""
    if not inner or inner == "<h1" or not inner.strip("/x"):
        return "as it is"
    for name, form in FORMS.items():
        if inner == form(_TRICKY):
            return name
    raise DirtyCutError(inner)


def outline_of(headings: tuple[Heading, ...]) -> Outline:
    """The levels of headings."""
    return tuple((heading.level, outline_of(heading.children)) for heading in headings)


def _flat(headings: tuple[Heading, ...]) -> Iterator[Heading]:
    for heading in headings:
        yield heading
        yield from _flat(heading.children)


def folders(address: str) -> Iterator[str]:
    """«», «associations/», «associations/mo/»: an address and all folders above it."""
    yield ""
    for place, mark in enumerate(address):
        if mark == "/":
            yield address[: place + 1]
