"""The press: puts pages into the theme's shell without drawing the theme for each of them.

Most of a page is a shell that thousands of pages share. The theme draws it once for each shape of
page, from a page whose title, body and so on are marks; the marks show where the shell is to be
cut, and every page of that shape is spliced in between, as bytes.

A shell that does not cut cleanly (a mark is lost, or changed in a way that is not known here) is
not used: the pages of that shape are drawn in full, which is slower and just as right.
"""

from collections.abc import Callable, Iterable
from datetime import date

from generator.pages import Page
from generator.press.shell import (
    DATED,
    FORMS,
    SOME_DAY,
    DirtyCutError,
    Shape,
    Shell,
    Splice,
    ThemeWantedError,
    cut,
    encoded,
    folders,
    outline_of,
    parts_of,
    sample,
)

Draw = Callable[[Page], str]
"""Draws a page in full: what the theme makes of it."""


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
        self._folders = {folder for address in self.landmarks for folder in folders(address)}
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
        section = max((f for f in folders(page.address) if f in self._folders), key=len)
        return Shape(
            section=section,
            depth=page.address.count("/") - section.count("/"),
            own=page.address in self.landmarks,
            titled=bool(page.title),
            described=bool(page.description),
            headed="<h1" in page.body,
            dated=page.updated is not None,
            edited="." + page.source.rpartition(".")[2] if page.source else None,
            outline=outline_of(page.headings),
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
        drawn = self._draw(sample(shape))
        return tuple(cut(drawn, self._day_words(SOME_DAY)))

    def _spliced(self, shell: Shell, page: Page, shape: Shape) -> bytes:
        parts = parts_of(page, shape)
        made: dict[Splice, bytes] = {}
        for piece in shell:
            if type(piece) is Splice and piece not in made:
                made[piece] = self._written(piece, parts, page)
        return b"".join([made[p] if type(p) is Splice else p for p in shell])  # type: ignore[misc]

    def _written(self, splice: Splice, parts: list[str], page: Page) -> bytes:
        if splice.part == DATED:
            return encoded(self._day_words(page.updated or SOME_DAY))
        text = parts[splice.part]
        form = FORMS.get(splice.form)
        return encoded(form(text) if form else text)


def theme_wanted(page: Page) -> str:
    """What draws when there is no theme: nothing."""
    raise ThemeWantedError(page.address)
