"""A date of which the year, the day or both may be unknown."""

import calendar
import datetime
from dataclasses import dataclass

from generator.problems import BadValue, codes
from generator.values.russian import NBSP, MonthCase, month_name, year_number
from generator.values.school_year import SchoolYear

_EARLIEST = 1800
_LATEST = 2200
_LEAP = 2000  # without a year, 29 February is possible


@dataclass(frozen=True, slots=True)
class PartialDate:
    """Year, month and day as far as they are written; false when nothing is.

    Raises BadValue(IMPOSSIBLE_DATE) for a day that no calendar has, for a day without a
    month and for a year outside 1800–2200, which is a slip of the pen in these records.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        """Put away as a call: quicker than a dataclass's own way, and there are thousands."""
        return PartialDate, (
            self.year,
            self.month,
            self.day,
        )

    def __post_init__(self) -> None:
        if not self._is_possible():
            parts = (self.day, self.month, self.year)
            shown = ".".join(f"{part:02}" for part in parts if part is not None)
            raise BadValue(codes.IMPOSSIBLE_DATE, value=shown)

    def _is_possible(self) -> bool:
        if self.year is not None and not _EARLIEST <= self.year <= _LATEST:
            return False
        if self.month is None:
            return self.day is None
        if not 1 <= self.month <= 12:
            return False
        longest = _days(_LEAP if self.year is None else self.year, self.month)
        return self.day is None or 1 <= self.day <= longest

    def __bool__(self) -> bool:
        return self != UNKNOWN

    @property
    def exact(self) -> datetime.date | None:
        """The date, when all three parts are known."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return datetime.date(self.year, self.month, self.day)

    def first(self, year: SchoolYear, later: int = 0) -> datetime.date:
        """The first day that is meant; a missing year comes from the school year.

        `later` moves a missing year on by so many years.
        """
        month = self.month or 1
        return _clamped(self._whole_year(month, year, later), month, self.day or 1)

    def last(self, year: SchoolYear, later: int = 0) -> datetime.date:
        """The last day that is meant, with the same arguments as `first`."""
        month = self.month or 12
        return _clamped(self._whole_year(month, year, later), month, self.day or 31)

    def text(self, case: MonthCase = "nominative") -> str:
        """«29 августа 2025 г.», «5 декабря», «сентябрь 2025 г.», «сентябрь».

        The case is that of a month on its own.
        """
        words = [] if self.day is None else [str(self.day)]
        if self.month is not None:
            words.append(month_name(self.month, "genitive" if words else case))
        if self.year is not None:
            words.append(year_number(self.year))
        return NBSP.join(words)

    def _whole_year(self, month: int, year: SchoolYear, later: int) -> int:
        return year.year_of(month) + later if self.year is None else self.year


UNKNOWN = PartialDate()
"""The date of which nothing is known."""


def _days(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def _clamped(year: int, month: int, day: int) -> datetime.date:
    """The date, or the month's last day: «29 февраля» in a common year is the 28th."""
    return datetime.date(year, month, min(day, _days(year, month)))
