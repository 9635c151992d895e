"""A plan of a year as far as it belongs to a stretch of time, and how far it was carried out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.archive.index import meeting_id
from generator.load import Entry
from generator.models import Plan, PlannedMeeting
from generator.models.plan import Task
from generator.models.vocabulary import Period
from generator.pages.context import Context
from generator.pages.facts.timespan import Timespan
from generator.pages.figures.fulfilment import Outcome, Point, outcome
from generator.rules.case import Case
from generator.values import SchoolYear, listing, short_date


@dataclass(frozen=True, slots=True)
class PointFacts:
    """A point of the plan: what it is, when it was meant, and what has become of it."""

    title: str
    when: str
    outcome: Outcome
    day: date | None

    @property
    def done(self) -> bool:
        """Tell whether it was carried out."""
        return self.outcome is Outcome.DONE


@dataclass(frozen=True, slots=True)
class TaskFacts:
    """A task of the year, and the meetings at which the plan wants it dealt with."""

    text: str
    meetings: tuple[PointFacts, ...]

    @property
    def result(self) -> str:
        """What was done for it, in one sentence."""
        if not self.meetings:
            return "В плане не сказано, на каких заседаниях решается эта задача."
        done = [point for point in self.meetings if point.done]
        if not done:
            return "Заседания по этой задаче не проведены."
        days = listing(short_date(point.day) if point.day else point.when for point in done)
        if len(done) < len(self.meetings):
            return (
                f"Проведено {len(done)} из {len(self.meetings)} заседаний по этой задаче: {days}."
            )
        what = "Проведено заседание" if len(done) == 1 else "Проведены все заседания"
        return f"{what} по этой задаче: {days}."


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """The plan of a school year and how far it was carried out."""

    year: SchoolYear
    entry: Entry[Plan]
    tasks: tuple[TaskFacts, ...]
    points: tuple[PointFacts, ...]

    @property
    def done(self) -> int:
        """How many points were carried out."""
        return sum(point.done for point in self.points)

    @property
    def left(self) -> tuple[PointFacts, ...]:
        """The points that were not."""
        return tuple(point for point in self.points if not point.done)


def plan_facts(context: Context, case: Case, plan: Entry[Plan], time: Timespan) -> PlanFacts:
    """Work out what of a plan belongs to the time."""
    record, points = plan.record, []
    for number, item in zip(_numbers(record), record.items, strict=True):
        point = _point(context, case, plan, item)
        if _belongs(case, item, point, time):
            points.append((number, point))
    tasks = (_task(task, points) for task in record.tasks)
    whole = time.period is Period.SCHOOL_YEAR
    return PlanFacts(
        case.year,
        plan,
        tuple(task for task in tasks if whole or task.meetings),
        tuple(point for _, point in points),
    )


def _numbers(plan: Plan) -> Iterator[str]:
    """Yield the numbers of a plan's meetings, written ones, else by order; events have none."""
    for place, meeting in enumerate(plan.meetings, start=1):
        yield meeting.number or str(place)
    yield from ("" for _ in plan.events)


def _task(task: Task, points: Iterable[tuple[str, PointFacts]]) -> TaskFacts:
    """A task with its meetings."""
    return TaskFacts(task.text, tuple(point for number, point in points if number in task.meetings))


def _point(context: Context, case: Case, plan: Entry[Plan], item: Point) -> PointFacts:
    title = item.theme if isinstance(item, PlannedMeeting) else item.title
    when = item.when.text() if item.when else "срок не назван"
    day = item.when.date if item.when else None
    if item.meeting:
        day = context.archive.meetings[meeting_id(item.meeting, plan)].record.date
    return PointFacts(title, when, outcome(context, case, plan, item), day)


def _belongs(case: Case, item: Point, point: PointFacts, time: Timespan) -> bool:
    """A point belongs to part of a year by its day, else by the last day that is meant.

    What runs «в течение года» belongs to each part.
    """
    if time.period is Period.SCHOOL_YEAR or item.when is None:
        return True
    if point.day:
        return time.holds(point.day)
    return item.when.vague or time.holds(item.when.span(case.year, case.quarters)[1])
