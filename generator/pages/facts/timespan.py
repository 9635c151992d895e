"""The stretches of time that a paper can be about."""

from dataclasses import dataclass
from datetime import date

from generator.models.vocabulary import Period
from generator.values import SchoolYear

_ROMAN = ("", "I", "II")


@dataclass(frozen=True, slots=True)
class Timespan:
    """The days that a paper is about; `words` follow «за», `name` stands in the name of a file.

    A record of a school year's folder belongs to it when its day lies between both ends.
    """

    period: Period
    words: str
    name: str
    first: date
    last: date
    years: tuple[SchoolYear, ...]

    def holds(self, day: date | None) -> bool:
        """Tell whether a day lies in it."""
        return day is not None and self.first <= day <= self.last


def school_year(year: SchoolYear) -> Timespan:
    """A school year as a whole."""
    words = f"{year.title} учебный год"
    return Timespan(Period.SCHOOL_YEAR, words, str(year), year.begins, year.ends, (year,))


def calendar_year(number: int) -> Timespan:
    """A calendar year: the end of one school year and the beginning of the next (001, п. 2.3)."""
    first, last = date(number, 1, 1), date(number, 12, 31)
    years = (SchoolYear(number - 1), SchoolYear(number))
    return Timespan(Period.CALENDAR_YEAR, f"{number} год", str(number), first, last, years)


def half_year(year: SchoolYear, half: int) -> Timespan:
    """Half a school year: up to 31 December, or from 1 January on."""
    words = f"{_ROMAN[half]} полугодие {year.title} учебного года"
    turn = date(year.first, 12, 31)
    first, last = (year.begins, turn) if half == 1 else (date(year.second, 1, 1), year.ends)
    return Timespan(Period.HALF_YEAR, words, f"{year}-{half}", first, last, (year,))


def latest_half(year: SchoolYear, day: date) -> int:
    """The half of a school year that was the last to end by a day, else the first."""
    return 2 if day > date(year.second, 6, 30) else 1
