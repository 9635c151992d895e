"""What has become of the points of a year's plan."""

from collections import Counter
from enum import Enum

from generator.archive.index import meeting_id
from generator.load import Entry
from generator.models import Meeting, Plan, PlannedEvent, PlannedMeeting
from generator.models.vocabulary import MeetingStatus, PlanItemStatus
from generator.pages.context import Context
from generator.rules.case import Case
from generator.rules.plans import last_day_of

Point = PlannedMeeting | PlannedEvent


class Outcome(Enum):
    """What has become of a point, in the order of the chart: the words, and their tone."""

    DONE = "проведено", "done"
    AHEAD = "впереди", "due"
    OVERDUE = "срок прошёл", "off"
    MOVED = "перенесено", "due"
    CANCELLED = "отменено", "off"

    def __init__(self, label: str, tone: str) -> None:
        self.label = label
        self.tone = tone


_BY_STATUS = {
    PlanItemStatus.MOVED: Outcome.MOVED,
    PlanItemStatus.CANCELLED: Outcome.CANCELLED,
}


def carried_out(context: Context, plan: Entry[Plan], item: Point) -> bool:
    """A point of a plan is carried out when its meeting was held, or when it is marked so."""
    if item.meeting:
        return _meeting(context, plan, item.meeting).record.status.held
    return item.status is PlanItemStatus.HELD


def fulfilment(context: Context, case: Case) -> tuple[tuple[Outcome, int], ...]:
    """How many points of the plan have come to what; empty where the plan has no points."""
    plan = case.plan
    if plan is None or not plan.record.items:
        return ()
    found = Counter(outcome(context, case, plan, item) for item in plan.record.items)
    return tuple((one, found[one]) for one in Outcome)


def outcome(context: Context, case: Case, plan: Entry[Plan], item: Point) -> Outcome:
    """What has become of one point; the day of the build is asked for where it decides."""
    if carried_out(context, plan, item):
        return Outcome.DONE
    if item.status in _BY_STATUS:
        return _BY_STATUS[item.status]
    if item.meeting and _was_cancelled(_meeting(context, plan, item.meeting)):
        return Outcome.CANCELLED
    last = last_day_of(case, item)
    return Outcome.OVERDUE if last and last < case.today else Outcome.AHEAD


def _was_cancelled(entry: Entry[Meeting]) -> bool:
    return entry.record.status is MeetingStatus.CANCELLED


def _meeting(context: Context, plan: Entry[Plan], name: str) -> Entry[Meeting]:
    return context.archive.meetings[meeting_id(name, plan)]
