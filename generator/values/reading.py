"""What was understood of a time that a plan or minutes give."""

from dataclasses import dataclass
from enum import StrEnum

from generator.values.partial import UNKNOWN, PartialDate


class WhenKind(StrEnum):
    """The ways of giving a time."""

    DATE = "date"
    DAY = "day"
    MONTH = "month"
    RANGE = "range"
    DUE = "due"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Reading:
    """The typed part of a time: its kind, its bounds, the number of a quarter or half-year.

    A date, day or month has equal bounds; a due day has only an end; a school year that is
    named has the two calendar years; words have bounds where they list months or days.
    """

    kind: WhenKind
    start: PartialDate = UNKNOWN
    end: PartialDate = UNKNOWN
    number: int | None = None


def reading_of_point(point: PartialDate) -> Reading:
    """A date, a day without a year or a month."""
    if point.day is None:
        kind = WhenKind.MONTH
    else:
        kind = WhenKind.DAY if point.year is None else WhenKind.DATE
    return Reading(kind, point, point)
