"""Where a practice was shown, with the item of a plan that had foreseen it."""

from dataclasses import dataclass

from generator.load import Entry
from generator.models import Meeting, Plan, PlannedMeeting, Practice
from generator.models.practice import Dissemination
from generator.pages.addresses import address
from generator.pages.context import Context


@dataclass(frozen=True, slots=True)
class Foreseen:
    """An item of a plan: what it is called, of which year, and where it stands."""

    title: str
    year: str
    address: str


@dataclass(frozen=True, slots=True)
class Spread:
    """One act of spreading: what the record says, the meeting, the item of a plan."""

    step: Dissemination
    held: Entry[Meeting] | None
    foreseen: Foreseen | None


def spread_of(context: Context, practice: Practice) -> list[Spread]:
    """Each act of spreading. A meeting's item is known from the plan, so nobody writes it twice."""
    return [
        Spread(
            step,
            context.archive.meetings[step.meeting] if step.meeting else None,
            _foreseen(context, step),
        )
        for step in practice.dissemination
    ]


def _foreseen(context: Context, step: Dissemination) -> Foreseen | None:
    relations = context.archive.relations
    if step.plan_item:
        home, _, place = relations.plan_item(step.plan_item)
        return _item(home, place)
    planned = relations.planned_as.get(step.meeting, ()) if step.meeting else ()
    for home, point in planned:
        return _item(home, home.record.items.index(point))
    return None


def _item(home: Entry[Plan], place: int) -> Foreseen:
    item = home.record.items[place]
    is_meeting = isinstance(item, PlannedMeeting)
    title = item.theme if isinstance(item, PlannedMeeting) else item.title
    anchor = f"meeting-{place + 1}" if is_meeting else "events"
    return Foreseen(title, home.school_year.title, f"{address(home)}#{anchor}")
