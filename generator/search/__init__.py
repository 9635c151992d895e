"""The search: lean copies of pages, and the index that Pagefind makes of them, shelf by shelf."""

from generator.search.behind import Behind
from generator.search.lean import Copy, copies, handmade_copies
from generator.search.pagefind import PagefindFailedError
from generator.search.shelves import Digests, Standing, refresh, stands

__all__ = [
    "Behind",
    "Copy",
    "Digests",
    "PagefindFailedError",
    "Standing",
    "copies",
    "handmade_copies",
    "refresh",
    "stands",
]
