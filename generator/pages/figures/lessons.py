"""Who gave which open lesson of a year, so far as plans and practices tell."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from generator.archive.index import meeting_id
from generator.archive.years import running_year
from generator.load import Entry
from generator.models import Party, PlannedMeeting, Practice
from generator.models.practice import Dissemination
from generator.models.vocabulary import ConsentField
from generator.pages.context import Context
from generator.pages.figures.activity import practice_date
from generator.pages.figures.fulfilment import Point, carried_out
from generator.rules.case import Case

Lesson = tuple[str, str]
"""Who gave it, and what it is known by: its meeting where there was one."""

_OPEN_LESSON = re.compile(r"открыт\w+\s+(?:урок|заняти|мероприят)", re.IGNORECASE)


def open_lessons(context: Context, case: Case) -> set[Lesson]:
    """Every open lesson of the year by its giver; what plan and practice both tell counts once."""
    return {*_of_plan(context, case), *_of_practices(context, case)}


def may_be_author(context: Context, person: str) -> bool:
    """Tell whether somebody agreed to be named as an author."""
    entry = context.archive.people.get(person)
    return entry is not None and context.names.allows(entry.record, ConsentField.AUTHORSHIP)


def _of_plan(context: Context, case: Case) -> Iterator[Lesson]:
    plan = case.plan
    for place, item in enumerate(plan.record.items if plan else ()):
        givers = _people(_givers(item))
        if plan and givers and carried_out(context, plan, item):
            home = meeting_id(item.meeting, plan) if item.meeting else f"point {place}"
            yield from ((person, home) for person in givers)


def _givers(item: Point) -> Iterator[Party]:
    """Who gives the open lessons of a point: who presents them, or answers for the event."""
    if isinstance(item, PlannedMeeting):
        for part in (part for block in item.blocks for part in block.items):
            if _OPEN_LESSON.search(part.text):
                yield from part.presenters
    elif _OPEN_LESSON.search(item.title):
        yield from item.responsible


def _of_practices(context: Context, case: Case) -> Iterator[Lesson]:
    """The lessons at which a practice was shown, by those of its authors who may be named."""
    for entry in context.archive.relations.practices.get(case.association.id, ()):
        steps = list(_steps(entry, case))
        authors = _people(entry.record.authors) if steps else ()
        for person in authors:
            if may_be_author(context, person):
                yield from ((person, step) for step in steps)


def _steps(entry: Entry[Practice], case: Case) -> Iterator[str]:
    """What the open lessons of a practice that fall into the year are known by."""
    described = practice_date(entry)
    for place, step in enumerate(entry.record.dissemination):
        if _OPEN_LESSON.search(step.form) and _falls_into(step, case, described):
            yield step.meeting or f"{entry.id} {place}"


def _falls_into(step: Dissemination, case: Case, described: date | None) -> bool:
    """Tell whether it was in this year: by its meeting, else by its day."""
    if step.meeting:
        return step.meeting.split("/")[1] == str(case.year)
    if step.when is None or described is None:
        return False
    return running_year(step.when.span(running_year(described))[1]) == case.year


def _people(parties: Iterable[Party]) -> list[str]:
    return sorted({party.person for party in parties if party.person})
