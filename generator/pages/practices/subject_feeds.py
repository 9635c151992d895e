"""A feed of what is new in each subject."""

from collections.abc import Iterator
from functools import partial
from itertools import islice

from generator.archive.facets import FacetName
from generator.pages.addresses import subject_feed
from generator.pages.context import Context
from generator.pages.draft import Draft
from generator.pages.feeds.atom import LIMIT, Channel, feed_file, practice_news
from generator.pages.page import File
from generator.pages.practices.facets import BY_NAME
from generator.pages.practices.landings import Lists


def pages(context: Context, lists: Lists) -> Iterator[Draft]:
    """Yield the feeds."""
    for filed, listing in lists.of_subjects():
        yield Draft(subject_feed(listing.slug), partial(_file, context, lists, filed, listing.slug))


def _file(context: Context, lists: Lists, filed: str, slug: str) -> File:
    listing = lists.at(BY_NAME[FacetName.SUBJECT], filed, slug)
    where = subject_feed(slug)
    name = listing.writing
    channel = Channel(
        where,
        where.rpartition("/")[0],
        f"{context.archive.site.record.title}: {name}",
        f"Новые практики: {name}.",
        listing.address,
    )
    newest = islice(listing.newest, LIMIT)
    return feed_file(
        context, channel, [one for id_ in newest for one in practice_news(context, id_)]
    )
