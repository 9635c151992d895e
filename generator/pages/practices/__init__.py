"""The archive of best practices: the index, and a card for each."""

from collections.abc import Iterator

from generator.pages.context import Context
from generator.pages.draft import Draft
from generator.pages.practices.card import pages as cards
from generator.pages.practices.index import pages as index


def pages(context: Context) -> Iterator[Draft]:
    """Yield all pages of the archive."""
    yield from index(context)
    yield from cards(context)


__all__ = ["pages"]
