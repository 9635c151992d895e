"""The archive of best practices: the index, the lists of each value, and a card for each."""

from collections.abc import Iterator

from generator.pages.context import Context
from generator.pages.draft import Draft
from generator.pages.practices.card import pages as cards
from generator.pages.practices.catalogue import Shared
from generator.pages.practices.columns import pages as columns
from generator.pages.practices.index import pages as index
from generator.pages.practices.landings import Lists
from generator.pages.practices.landings import pages as landings
from generator.pages.practices.subject_feeds import pages as subject_feeds


def pages(context: Context) -> Iterator[Draft]:
    """Yield all pages of the archive, and the files beside them."""
    shared, lists = Shared(context), Lists(context)
    yield from index(context, shared, lists)
    yield from columns(context, shared, lists)
    yield from landings(context, lists)
    yield from subject_feeds(context, lists)
    yield from cards(context)


__all__ = ["pages"]
