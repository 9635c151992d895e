"""What a plan says of a meeting before it is on record."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from generator.archive import Archive
from generator.load import Entry
from generator.models import Association, Plan, PlannedMeeting, Record
from generator.models.vocabulary import AgendaKind, MeetingMode, PlanItemStatus
from generator.values import SchoolYear, When

Fields = dict[str, Any]

ANYTHING: Fields = {"text": "Разное", "kind": AgendaKind.MISCELLANEOUS.value}
"""The question of an agenda of which nothing is known yet."""


def plain(part: Record) -> Fields:
    """A part of a record as fields for another: all that it says, each value a text."""
    fields: Fields = part.model_dump(by_alias=True, exclude_none=True)
    return {name: str(value) for name, value in fields.items()}


def ahead(archive: Archive, plan: Entry[Plan]) -> list[PlannedMeeting]:
    """The meetings of a plan that nobody has held, cancelled or put on record yet."""
    key = (plan.association, plan.school_year)
    on_record = {one.record.date for one in archive.relations.meetings.get(key, ())}
    return [
        point
        for point in plan.record.meetings
        if not point.meeting
        and point.status in (PlanItemStatus.PLANNED, PlanItemStatus.MOVED)
        and not (point.when and only_day(point.when, plan.school_year) in on_record)
    ]


def point_for(
    points: Iterable[PlannedMeeting], year: SchoolYear, day: date
) -> PlannedMeeting | None:
    """The point of the plan for a day: the one of that very day, else the first it falls into."""
    dated = [
        (point.when.span(year), point) for point in points if point.when and not point.when.vague
    ]
    exact = [point for span, point in dated if span == (day, day)]
    around = [point for (first, last), point in dated if first <= day <= last]
    return next(iter((*exact, *around)), None)


def soonest(
    points: Iterable[PlannedMeeting], year: SchoolYear, today: date
) -> PlannedMeeting | None:
    """The next of these points from today on."""
    dated = [
        (point.when.sort_key(year), place, point)
        for place, point in enumerate(points)
        if point.when and not point.when.vague and point.when.span(year)[1] >= today
    ]
    return min(dated, key=lambda one: one[:2])[2] if dated else None


def only_day(when: When, year: SchoolYear) -> date | None:
    """The day of a time that is one day."""
    first, last = when.span(year)
    return first if first == last and not when.vague else None


def usual_mode(archive: Archive, association: Entry[Association], year: SchoolYear) -> MeetingMode:
    """How the association has met last: the record must say it, and the plan does not."""
    relations = archive.relations
    for known in (y for y in relations.years.get(association.id, ()) if y <= year):
        held = [
            m for m in relations.meetings.get((association.id, known), ()) if m.record.status.held
        ]
        if held:
            return held[-1].record.mode
    return MeetingMode.OFFLINE


def of_point(point: PlannedMeeting) -> Fields:
    """What the plan says of the meeting itself."""
    fields = {
        "time": f"{point.time:%H:%M}" if point.time else None,
        "place": plain(point.place) if point.place else None,
        "form": point.form,
        "theme": point.theme,
        "goal": point.goal,
        "tasks": list(point.tasks),
    }
    return {name: value for name, value in fields.items() if value}


def questions(point: PlannedMeeting) -> Iterator[Fields]:
    """The questions of the plan, else the points of its programme, else its theme."""
    for text in point.agenda:
        yield {"text": text}
    items = [item for block in point.blocks for item in block.items] if not point.agenda else []
    for item in items:
        speakers = [plain(party) for party in item.presenters]
        yield {"text": item.text} | ({"speakers": speakers} if speakers else {})
    if not point.agenda and not items:
        yield {"text": point.theme}
