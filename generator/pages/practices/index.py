"""The index of practices: what is new, and every value by which they are chosen.

Each value leads to the list of its practices; with a script it becomes a switch.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from generator.archive.facets import Browsed, FacetName
from generator.pages.addresses import PRACTICE_COLUMNS, PRACTICES, practices_of
from generator.pages.context import Context
from generator.pages.draft import Draft
from generator.pages.metadata import archive_of_practices
from generator.pages.page import File, Page, relative
from generator.pages.paging import Paging
from generator.pages.practices.catalogue import Catalogue, Column, Shared, Value
from generator.pages.practices.landings import Lists, pages_for, row_of
from generator.pages.redirects import file_of

MONTH = timedelta(days=31)
NEW = 12
"""How many new practices are shown at most."""
LATEST = 6
"""How many are shown where none is new."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value by which practices are chosen, and where its list stands."""

    value: Value
    where: str

    @property
    def more(self) -> list[tuple[int, str]]:
        """The pages of its list from the second on."""
        paging = Paging(self.where, 1, pages_for(self.value.count))
        return [(number, paging.at(number)) for number in paging.numbers[1:]]


@dataclass(frozen=True, slots=True)
class Choices:
    """A facet in the index."""

    column: Column

    @property
    def all(self) -> list[Choice]:
        """Its values; those without a list are shown by the script alone."""
        name = self.column.facet.name
        if not self.column.facet.listed:
            return []
        return [Choice(value, practices_of(name, value.slug)) for value in self.column.values]


def pages(context: Context, shared: Shared, lists: Lists) -> Iterator[Draft]:
    """Yield the index, and what stands at the addresses that it had when it was cut into pages."""
    yield Draft(PRACTICES, partial(_index, context, shared))
    for number in range(2, _former_pages(lists) + 1):
        where = file_of(Paging(PRACTICES, number, number).at(number))
        yield Draft(where, partial(_moved, context, where))


def _former_pages(lists: Lists) -> int:
    """How many pages the index had: a practice stood under each of its subjects."""
    return pages_for(sum(len(listing.found) for _, listing in lists.of_subjects()))


def _moved(context: Context, where: str) -> File:
    way = relative(where, PRACTICES)
    canonical = context.absolute(PRACTICES) or way
    return File(where, context.filled("moved.html", way=way, canonical=canonical, title="Практики"))


def _index(context: Context, shared: Shared) -> Page:
    catalogue = shared.look()
    facets = [Choices(column) for column in catalogue.columns]
    newest, heading, more = _news(catalogue, context.today)
    return context.page(
        "practices.html",
        PRACTICES,
        "Практики",
        description="Архив лучших практик учителей: по предметам и классам, с результатами.",
        metadata=partial(archive_of_practices, publisher=context.archive.site.record.publisher),
        number=len(catalogue.practices),
        facets=facets,
        subjects=[one for one in _subjects(facets) if one.more],
        news=[row_of(context, practice.id) for practice in newest],
        news_heading=heading,
        news_more=more,
        columns=PRACTICE_COLUMNS,
    )


def _subjects(facets: list[Choices]) -> list[Choice]:
    return next(one.all for one in facets if one.column.facet.name is FacetName.SUBJECT)


def _news(catalogue: Catalogue, today: date) -> tuple[list[Browsed], str, int]:
    """What the last month brought, else the latest; what to call it; how many are left out."""
    out = [one for one in catalogue.newest if one.day <= today.isoformat()]
    since = (today - MONTH).isoformat()
    if of_month := [one for one in out if one.day > since]:
        return of_month[:NEW], "Новое за месяц", max(0, len(of_month) - NEW)
    return out[:LATEST], "Недавно добавлены", 0
