"""Which addresses people print and share: those are kept for ever."""

import re
from collections.abc import Iterator

from generator.pages import Context
from generator.pages.addresses import (
    ASSOCIATIONS,
    CALENDAR,
    COMPLIANCE,
    HOME,
    REGISTER,
    blanks_address,
    is_page,
)
from generator.publication.known import MONTH, Known

_FEEDS = (".xml", ".ics")
_PART = re.compile(r"(?:.+/)?page/\d+/")
"""A page of a growing list: what stands on it changes with every record."""

_BLANKS = re.compile(re.escape(blanks_address("ID")).replace("ID", "[^/]+"))
"""Blank forms go when the association ends, and nobody refers to them."""

_OF_YEAR = re.compile(
    rf"(?:{ASSOCIATIONS}(?P<association>[^/]+)/|{COMPLIANCE}|{CALENDAR}|{REGISTER})"
    r"(?P<year>\d{4}-\d{4})/"
)
_LIKE_A_LIST = re.compile(r"[^\s/?#\\]+(?:/[^\s/?#\\]+)*/?")


def lasting(context: Context, known: Known) -> list[str]:
    """The addresses that belong on the list, in order: pages, feeds and calendars.

    Files that are taken from a page (tables, Word files) do not: the page is what people refer to,
    it stands at the foot of each file, and a site may do without the files.
    """
    own = (where for where in context.published.own_pages if is_page(where))
    aliases = context.archive.relations.aliases.keys()
    found = {*known.standing, *own, *aliases}
    fleeting = set(_of_empty_years(context, known))
    return sorted(where for where in found - fleeting if _is_shared(where))


def _is_shared(where: str) -> bool:
    if where == HOME or not _LIKE_A_LIST.fullmatch(where):
        return False
    if any(kind.fullmatch(where) for kind in (_PART, MONTH, _BLANKS)):
        return False
    return is_page(where) or where.endswith((*_FEEDS, ".html", ".htm"))


def _of_empty_years(context: Context, known: Known) -> Iterator[str]:
    """Pages of a year of which there is no record yet: without one they go when the year goes."""
    years = context.archive.relations.years
    bodies = context.archive.associations
    recorded = {str(year) for body in bodies for year in years.get(body, ())}
    for where in known.standing:
        if found := _OF_YEAR.fullmatch(where):
            body = found["association"]
            filled = {str(year) for year in years.get(body, ())} if body else recorded
            if found["year"] not in filled:
                yield where
