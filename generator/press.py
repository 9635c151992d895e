"""The press: puts pages into the theme's shell without drawing the theme for each of them.

Most of a page is a shell that thousands of pages share. The theme draws it once for each shape of
page, from a page whose title, body and so on are marks; the marks show where the shell is to be
cut, and every page of that shape is spliced in between, as bytes.

A shell that does not cut cleanly (a mark is lost, or changed in a way that is not known here) is
not used: the pages of that shape are drawn in full, which is slower and just as right.
"""

import html
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

import markupsafe

from generator.pages import Page
from generator.text import Heading

Draw = Callable[[Page], str]
"""Draws a page in full: what the theme makes of it."""

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
_DAY = date(1111, 11, 11)
"""Stands for any day."""
_TRICKY = "&\u00a0<b>\"'"
"""Stands in the marks of texts, to show what the theme does to a text."""
_FORMS: dict[str, Callable[[str], str]] = {
    "escaped": html.escape,
    "stripped": lambda text: str(markupsafe.escape(" ".join(text.split()))),
}
"""What the theme is known to do to a text: nothing after we have escaped it, or striptags and e."""
_DATED = -1


class Press:
    """Prints pages.

    `draw` draws a page in full; `landmarks` are the addresses of the pages that the theme may link
    to; `day_words` says a day as the shell has it; `warn` hears of a shell that cannot be cut.
    """

    def __init__(
        self,
        draw: Draw,
        landmarks: Iterable[str],
        day_words: Callable[[date], str],
        warn: Callable[[str], None],
    ) -> None:
        self._draw = draw
        self.landmarks = frozenset(landmarks)
        self._folders = {folder for address in self.landmarks for folder in _folders(address)}
        self._day_words = day_words
        self._warn = warn
        self.shells: dict[Shape, Shell | None] = {}
        """The shells made so far; None stands for one that cannot be cut."""

    def print(self, page: Page) -> bytes:
        """The page in its shell, to the byte as the theme would draw it."""
        shell = self.shell(shape := self.shape_of(page), page)
        if shell is None:
            return self.draw(page)
        return self._spliced(shell, page, shape)

    def draw(self, page: Page) -> bytes:
        """The page as the theme draws it, all of it: what `print` must come to."""
        return encoded(self._draw(page))

    def shape_of(self, page: Page) -> Shape:
        """The shape of a page."""
        section = max((f for f in _folders(page.address) if f in self._folders), key=len)
        return Shape(
            section=section,
            depth=page.address.count("/") - section.count("/"),
            own=page.address in self.landmarks,
            titled=bool(page.title),
            described=bool(page.description),
            headed="<h1" in page.body,
            dated=page.updated is not None,
            edited="." + page.source.rpartition(".")[2] if page.source else None,
            outline=_outline(page.headings),
        )

    def shell(self, shape: Shape, page: Page) -> Shell | None:
        """The shell of a shape, made when its first page comes; None where it cannot be cut."""
        if shape not in self.shells:
            self.shells[shape] = self._proven(shape, page)
        return self.shells[shape]

    def _proven(self, shape: Shape, page: Page) -> Shell | None:
        """A shell that gives its first page as the theme draws it."""
        try:
            shell = self._cast(shape)
        except DirtyCutError:
            shell = None
        if shell and self._spliced(shell, page, shape) == self.draw(page):
            return shell
        self._warn(f"Оболочка темы не делится на части, /{page.address} и подобные — медленнее.")
        return None

    def cast_again(self, shapes: Iterable[Shape]) -> None:
        """Make the shells of shapes that earlier runs have met."""
        for shape in shapes:
            try:
                self.shells[shape] = self._cast(shape)
            except DirtyCutError:
                self.shells[shape] = None

    def _cast(self, shape: Shape) -> Shell:
        """Have the theme draw a page of marks, and cut it. Raises DirtyCutError."""
        drawn = self._draw(_sample(shape))
        return tuple(_cut(drawn, markupsafe.escape(self._day_words(_DAY))))

    def _spliced(self, shell: Shell, page: Page, shape: Shape) -> bytes:
        parts = _parts(page, shape)
        made: dict[Splice, bytes] = {}
        for piece in shell:
            if type(piece) is Splice and piece not in made:
                made[piece] = self._written(piece, parts, page)
        return b"".join([made[p] if type(p) is Splice else p for p in shell])  # type: ignore[misc]

    def _written(self, splice: Splice, parts: list[str], page: Page) -> bytes:
        if splice.part == _DATED:
            return encoded(self._day_words(page.updated or _DAY))
        text = parts[splice.part]
        form = _FORMS.get(splice.form)
        return encoded(form(text) if form else text)


def theme_wanted(page: Page) -> str:
    """What draws when there is no theme: nothing."""
    raise ThemeWantedError(page.address)


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


def _parts(page: Page, shape: Shape) -> list[str]:
    """The parts of a page in the order of their numbers."""
    rest = page.address[len(shape.section) :].rstrip("/")
    stem = (page.source or "").rpartition(".")[0]
    parts = [page.title, page.description, page.body, stem, rest]
    for heading in _flat(page.headings):
        parts += (heading.id, heading.title)
    return parts


def _sample(shape: Shape) -> Page:
    """A page of marks."""
    numbers = iter(range(HEADINGS, 1_000_000))
    return Page(
        address=shape.section + _address_mark(shape.depth),
        title=_mark(TITLE, _TRICKY) if shape.titled else "",
        body=_mark(BODY, "<h1" if shape.headed else ""),
        description=_mark(DESCRIPTION, _TRICKY) if shape.described else "",
        headings=tuple(_marked(shape.outline, numbers)),
        source=_mark(SOURCE, "") + shape.edited if shape.edited else None,
        updated=_DAY if shape.dated else None,
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


def _cut(drawn: str, day: str) -> Iterator[bytes | Splice]:
    """Cut what the theme drew at its marks. Raises DirtyCutError."""
    end = 0
    marks = re.compile(f"{_MARK.pattern}|{re.escape(day)}", re.DOTALL)
    for found in marks.finditer(drawn):
        yield _literal(drawn[end : found.start()])
        yield Splice(int(found[1]), _form(found[2])) if found[1] else Splice(_DATED, "")
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
    for name, form in _FORMS.items():
        if inner == form(_TRICKY):
            return name
    raise DirtyCutError(inner)


def _outline(headings: tuple[Heading, ...]) -> Outline:
    return tuple((heading.level, _outline(heading.children)) for heading in headings)


def _flat(headings: tuple[Heading, ...]) -> Iterator[Heading]:
    for heading in headings:
        yield heading
        yield from _flat(heading.children)


def _folders(address: str) -> Iterator[str]:
    """«», «associations/», «associations/mo/»: an address and all folders above it."""
    yield ""
    for place, mark in enumerate(address):
        if mark == "/":
            yield address[: place + 1]
