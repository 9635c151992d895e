"""The home page: what is next, what is new, and a way in for each kind of visitor."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.load import Entry
from generator.models import Association, Meeting, Plan, Practice, Record
from generator.models.vocabulary import MeetingStatus, PlanItemStatus
from generator.pages.addresses import HOME
from generator.pages.associations import public
from generator.pages.context import Context
from generator.pages.page import Page
from generator.values import WhenKind, short_date

NEXT_LIMIT = 6
NEW_LIMIT = 6
_VAGUE = (WhenKind.YEAR, WhenKind.WORDS)


@dataclass(frozen=True, slots=True)
class Coming:
    """A meeting ahead: from a plan, or from a record of its own."""

    day: date
    when: str
    title: str
    association: Entry[Association]
    entry: Entry[Record]


def pages(context: Context) -> Iterator[Page]:
    """Yield the home page."""
    site = context.archive.site.record
    held = [e for e in context.archive.meetings.values() if e.record.status.held]
    yield context.page(
        "home.html",
        HOME,
        site.title,
        description=site.description,
        site=site,
        coming=coming(context)[:NEXT_LIMIT],
        minutes=sorted(held, key=_newest, reverse=True)[:NEW_LIMIT],
        practices=newest_practices(context)[:NEW_LIMIT],
        held_count=len(held),
        document_count=len(public(context.archive.documents.values())),
        practice_count=len(newest_practices(context)),
    )


def coming(context: Context) -> list[Coming]:
    """Meetings ahead, the nearest first."""
    found = [*_recorded(context), *_planned(context)]
    return sorted(found, key=lambda item: (item.day, item.title))


def newest_practices(context: Context) -> list[Entry[Practice]]:
    """Published practices, the newest first."""
    public = [e for e in context.archive.practices.values() if e.record.status.public]
    return sorted(public, key=lambda e: (practice_day(e.record), e.id), reverse=True)


def practice_day(practice: Practice) -> date:
    """The day by which a practice counts as new."""
    return practice.created_on or (practice.bank.included_on if practice.bank else date.min)


def _recorded(context: Context) -> Iterator[Coming]:
    for entry in context.archive.meetings.values():
        record = entry.record
        if record.status is MeetingStatus.PLANNED and record.date >= context.today:
            body = context.archive.associations[entry.association]
            title = record.theme or record.agenda[0].text
            yield Coming(record.date, short_date(record.date), title, body, entry)


def _planned(context: Context) -> Iterator[Coming]:
    for entry in context.archive.plans.values():
        body = context.archive.associations[entry.association]
        for item in entry.record.meetings:
            if item.meeting or item.status is not PlanItemStatus.PLANNED:
                continue
            if item.when is None or item.when.kind in _VAGUE:
                continue
            first, last = item.when.span(entry.school_year)
            if last >= context.today and not _on_record(context, entry, item.when.date):
                when = short_date(item.when.date) if item.when.date else item.when.text()
                yield Coming(max(first, context.today), when, item.theme, body, entry)


def _on_record(context: Context, plan: Entry[Plan], day: date | None) -> bool:
    """Tell whether the association has a meeting of its own on record for that day."""
    meetings = context.archive.relations.meetings.get((plan.association, plan.school_year), ())
    return any(held.record.date == day for held in meetings)


def _newest(entry: Entry[Meeting]) -> tuple[date, str]:
    return entry.record.date, entry.id
