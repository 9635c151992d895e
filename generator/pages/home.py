"""The home page: what is next, what is new, and a way in for each kind of visitor."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from generator.load import Entry
from generator.models import Association, Plan, Record
from generator.pages.addresses import HOME
from generator.pages.context import Context
from generator.pages.draft import Draft
from generator.pages.metadata import website
from generator.pages.page import Page
from generator.pages.practices.landings import row_of
from generator.pages.register import papers_by_year
from generator.values import short_date

NEXT_LIMIT = 6
NEW_LIMIT = 6


@dataclass(frozen=True, slots=True)
class Coming:
    """A meeting ahead: from a plan, or from a record of its own."""

    day: date
    when: str
    title: str
    association: Entry[Association]
    entry: Entry[Record]


def pages(context: Context) -> Iterator[Draft]:
    """Yield the home page."""
    yield Draft(HOME, partial(_page, context))


def _page(context: Context) -> Page:
    relations = context.archive.relations
    site = context.archive.site.record
    held = relations.held.get(None, ())
    practices = relations.browsed.get(None, ())
    return context.page(
        "home.html",
        HOME,
        site.title,
        description=site.description,
        metadata=partial(website, site, context.archive.organisations[site.publisher]),
        site=site,
        coming=coming(context)[:NEXT_LIMIT],
        minutes=held[: -NEW_LIMIT - 1 : -1],
        practices=[row_of(context, one.id) for one in practices[: -NEW_LIMIT - 1 : -1]],
        held_count=len(held),
        document_count=sum(map(len, papers_by_year(context).values())),
        practice_count=len(practices),
    )


def coming(context: Context) -> list[Coming]:
    """Meetings ahead, the nearest first."""
    found = [*_recorded(context), *_planned(context)]
    return sorted(found, key=lambda item: (item.day, item.title))


def _recorded(context: Context) -> Iterator[Coming]:
    for entry in reversed(context.archive.relations.ahead.get(None, ())):
        record = entry.record
        if record.date < context.today:
            return  # they come in the order of their days
        body = context.archive.associations[entry.association]
        title = record.theme or record.agenda[0].text
        yield Coming(record.date, short_date(record.date), title, body, entry)


def _planned(context: Context) -> Iterator[Coming]:
    for last, entry, place in reversed(context.archive.relations.points.get(None, ())):
        if last < context.today:
            return
        body = context.archive.associations[entry.association]
        item = entry.record.meetings[place]
        if item.when is None or _on_record(context, entry, item.when.date):
            continue
        first, _ = item.when.span(entry.school_year)
        when = short_date(item.when.date) if item.when.date else item.when.text()
        yield Coming(max(first, context.today), when, item.theme, body, entry)


def _on_record(context: Context, plan: Entry[Plan], day: date | None) -> bool:
    """Tell whether the association has a meeting of its own on record for that day."""
    meetings = context.archive.relations.meetings.get((plan.association, plan.school_year), ())
    return any(held.record.date == day for held in meetings)
