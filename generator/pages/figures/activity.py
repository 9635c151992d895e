"""What was done in each month of a year: meetings held, practices described."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.archive.facets import practice_day
from generator.archive.years import running_year
from generator.load import Entry
from generator.models import Practice
from generator.pages.context import Context
from generator.values import SchoolYear, month_name, month_year

MonthKey = tuple[int, int]
"""A calendar year and the number of a month."""


@dataclass(frozen=True, slots=True)
class Month:
    """A month and how much was done in it."""

    first: date
    meetings: int
    practices: int

    @property
    def title(self) -> str:
        """«сентябрь 2025 г.»."""
        return month_year(self.first)

    @property
    def short(self) -> str:
        """«сен»: for the foot of a column."""
        return month_name(self.first.month)[:3]


def activity(context: Context, association: str, year: SchoolYear) -> tuple[Month, ...]:
    """Count by month, from September to August; empty where nothing was done.

    The August before is there too when the year was opened in it.
    """
    held = Counter(_months_of_meetings(context, association, year))
    found = (practice_date(entry) for entry in practices_of(context, association, year))
    shown = Counter((day.year, day.month) for day in found if day)
    if not held and not shown:
        return ()
    return tuple(Month(date(*key, 1), held[key], shown[key]) for key in _months(year, before=held))


def practices_of(
    context: Context, association: str, year: SchoolYear
) -> tuple[Entry[Practice], ...]:
    """The published practices of an association that were described in a school year."""
    found = context.archive.relations.practices.get(association, ())
    dated = ((entry, practice_date(entry)) for entry in found)
    return tuple(entry for entry, day in dated if day and running_year(day) == year)


def undated(context: Context, association: str) -> int:
    """How many published practices of an association belong to no year: nobody wrote a day."""
    found = context.archive.relations.practices.get(association, ())
    return sum(practice_date(entry) is None for entry in found)


def practice_date(entry: Entry[Practice]) -> date | None:
    """The day by which a practice counts for a year."""
    day = practice_day(entry.record)
    return date.fromisoformat(day) if day else None


def _months_of_meetings(context: Context, association: str, year: SchoolYear) -> Iterator[MonthKey]:
    for entry in context.archive.relations.meetings.get((association, year), ()):
        if entry.record.status.held:
            yield entry.record.date.year, entry.record.date.month


def _months(year: SchoolYear, before: Counter[MonthKey]) -> Iterator[MonthKey]:
    opening = (year.first, 8)
    if before[opening]:
        yield opening
    yield from ((year.first, month) for month in range(9, 13))
    yield from ((year.second, month) for month in range(1, 9))
