"""A page or a file that is known to be there, and not made yet."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from generator.pages.context import Context
from generator.pages.page import File, Page


class Draft(NamedTuple):
    """An address and what to make there: nothing is drawn that nobody wants to see.

    The address of a page ends with «/» or is empty; any other is that of a file.
    """

    address: str
    make: Callable[[], Page | File]


Builder = Callable[[Context], Iterator[Draft]]
