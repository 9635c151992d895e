"""What stands where: known without making a page."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.archive.bodies import published_files
from generator.archive.tells import is_public
from generator.load import Entry
from generator.load.layout import BESIDE
from generator.models import Record
from generator.pages import Context, Draft
from generator.pages.addresses import CALENDAR, address
from generator.pages.all import standing_drafts
from generator.pages.calendar import month_pages
from generator.pages.redirects import redirects

MONTH = re.compile(rf"{CALENDAR}\d{{4}}-\d{{4}}/\d{{4}}-\d{{2}}/")
"""A page of the calendar that comes and goes with the number of things in a year."""

OF_MKDOCS = frozenset(("404.html", "sitemap.xml", "sitemap.xml.gz"))


@dataclass(frozen=True)
class Known:
    """Addresses: of pages and files that records make, and those at which redirects stand."""

    standing: frozenset[str]
    redirects: frozenset[str]


def known_addresses(context: Context) -> Known:
    """List what stands on the site.

    The months of the calendar cost more to list than all other pages, and are listed when somebody
    asks for one.
    """
    wanted = (*context.archive.relations.aliases.keys(), *_asked_for(context))
    but = () if any(map(MONTH.fullmatch, wanted)) else (month_pages,)
    drafts = list(standing_drafts(context, but))
    return known_among(drafts, redirects(context, drafts))


def known_among(drafts: Iterable[Draft], moved: Iterable[Draft]) -> Known:
    """What stands where, by the drafts of pages and of redirects."""
    return Known(
        frozenset(draft.address.removesuffix("index.html") for draft in drafts),
        frozenset(draft.address.removesuffix("index.html") for draft in moved),
    )


def entries_by_address(context: Context) -> dict[str, Entry[Record]]:
    """The record behind each address of a record's own page, whether it is public or not."""
    found = ((address(entry), entry) for entry in context.archive.index.all())
    return {where: entry for where, entry in found if where and "#" not in where}


def is_attachment(context: Context, where: str) -> bool:
    """Tell whether a file lies at an address that a record names and the public may see."""
    lies = BESIDE.fullmatch(where)
    if lies is None:
        return False
    archive, parts = context.archive, lies.groupdict()
    if parts["id"]:
        found: Entry[Record] | None = archive.practices.get(parts["id"])
    else:
        found = archive.meetings.get(f"{parts['association']}/{parts['year']}/{parts['slug']}")
    return found is not None and is_public(found.record) and where in published_files(found)


def _asked_for(context: Context) -> Iterable[str]:
    for line in context.published.lines:
        yield line.address
        yield line.target
