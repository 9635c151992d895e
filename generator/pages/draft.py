"""A page that is known to be there, and not made yet."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from generator.pages.context import Context
from generator.pages.page import Page


class Draft(NamedTuple):
    """An address and how to make its page: nothing is drawn that nobody wants to see."""

    address: str
    make: Callable[[], Page]


Builder = Callable[[Context], Iterator[Draft]]
