"""The school year: it gives records their folder, their address and their missing years."""

import datetime
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Self

from generator.problems import BadValue, codes
from generator.values.plain import plain

EARLIEST = 1990
LATEST = 2100

_FIRST_MONTH = 8  # an August meeting opens the year
_TWO_YEARS = re.compile(r"([0-9]{4})(?: ?[-/] ?| )([0-9]{4}|[0-9]{2})")


@dataclass(frozen=True, slots=True, order=True)
class SchoolYear:
    """A school year, named by the calendar year in which it begins.

    Raises BadValue(BAD_SCHOOL_YEAR) for a year outside 1990–2100.
    """

    first: int

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        """Put away as a call: quicker than a dataclass's own way, and there are thousands."""
        return SchoolYear, (self.first,)

    def __post_init__(self) -> None:
        if not EARLIEST <= self.first < LATEST:
            raise BadValue(codes.BAD_SCHOOL_YEAR, value=self.first)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read «2025-2026» and its usual variants: any dash, a slash, a space, «2025/26».

        Raises BadValue(BAD_SCHOOL_YEAR) for anything else, and BadValue(PLACEHOLDER) for
        a year that nobody filled in.
        """
        first = _first_year(text)
        if first is None:
            raise BadValue(codes.BAD_SCHOOL_YEAR, value=text)
        return cls(first)

    @classmethod
    def running_on(cls, day: datetime.date) -> Self:
        """The year that runs on a day: it begins on 1 September."""
        return cls(day.year - (day.month <= _FIRST_MONTH))

    def __str__(self) -> str:
        return f"{self.first}-{self.second}"

    @property
    def second(self) -> int:
        """The calendar year in which the school year ends."""
        return self.first + 1

    @property
    def title(self) -> str:
        """The year as documents print it: «2025/2026»."""
        return f"{self.first}/{self.second}"

    @property
    def begins(self) -> datetime.date:
        """The first day that a record of the year may bear: 1 August."""
        return datetime.date(self.first, _FIRST_MONTH, 1)

    @property
    def ends(self) -> datetime.date:
        """The last such day: 31 August, since August belongs to the old year and the new."""
        return datetime.date(self.second, _FIRST_MONTH, 31)

    def contains(self, date: datetime.date) -> bool:
        """Tell whether a record of the year may bear this date."""
        return self.begins <= date <= self.ends

    def year_of(self, month: int) -> int:
        """The calendar year of a month that is written without one."""
        return self.first if month >= _FIRST_MONTH else self.second

    def resolve(self, day: int, month: int, year: int | None = None) -> datetime.date:
        """Give the date of a day and month that may lack their year.

        Raises BadValue(IMPOSSIBLE_DATE) where the calendar has no such day: 29 February in
        a common year among them.
        """
        whole = self.year_of(month) if year is None else year
        try:
            return datetime.date(whole, month, day)
        except (ValueError, OverflowError):
            wanted = f"{day:02}.{month:02}.{whole}"
            raise BadValue(codes.IMPOSSIBLE_DATE, value=wanted) from None


@lru_cache(maxsize=1024)
def _first_year(text: str) -> int | None:
    """The first year of two in a row; None where there are not two such years."""
    found = _TWO_YEARS.fullmatch(plain(text, codes.BAD_SCHOOL_YEAR))
    if not found:
        return None
    first, second = int(found[1]), found[2]
    following = str(first + 1)
    in_row = second in (following, following[-2:])
    return first if in_row and EARLIEST <= first < LATEST else None
