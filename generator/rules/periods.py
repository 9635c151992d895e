"""The periods in which meetings are counted, and the days on which papers are due."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from generator.models.norms import Deadline
from generator.models.vocabulary import DocumentKind, Period
from generator.rules.case import Case, ended
from generator.values import SchoolYear, month_name, short_date

_ROMAN = ("I", "II", "III", "IV")
_LOOKS_BACK = frozenset(
    {
        DocumentKind.ANALYSIS,
        DocumentKind.REPORT,
        DocumentKind.PORTFOLIO,
        DocumentKind.ASSESSMENT,
    }
)
"""Papers about what is past: for a school year they come at its end."""


class Stretch(NamedTuple):
    """A stretch of days with its name; both ends belong to it."""

    name: str
    first: date
    last: date


def stretches(case: Case, period: Period) -> Iterator[Stretch]:
    """Yield the periods of one kind that lie in the school year; none where nobody knows them."""
    year = case.year
    if period is Period.SCHOOL_QUARTER:
        for number, (first, last) in enumerate(case.quarters):
            yield Stretch(f"{_ROMAN[number % 4]} четверть", first, last)
    elif period is Period.CALENDAR_QUARTER:
        yield from _calendar_quarters(year)
    elif period is Period.MONTH:
        yield from _months(case)
    else:
        yield Stretch("учебный год", year.begins, year.ends)


def outside_life(case: Case, stretch: Stretch) -> bool:
    """Tell whether the association was not there yet in a period, or no longer."""
    begins, ends = _life(case)
    return stretch.last < begins or ends < stretch.first


def last_day(case: Case, stretch: Stretch) -> date:
    """The last day of a period on which the association works."""
    return min(stretch.last, _life(case)[1])


def cut_short(case: Case, stretch: Stretch) -> str:
    """Why an association did not work through a whole period; empty where it did.

    Of the holidays before and after the lessons of a year nothing is asked.
    """
    begins, ends = _life(case)
    first, last = case.lessons
    if begins > max(stretch.first, first):
        return f"объединение работает с {short_date(begins)}"
    if ends < min(stretch.last, last):
        return f"объединение работало по {short_date(ends)}"
    return ""


def _life(case: Case) -> tuple[date, date]:
    """From when to when an association is there, as far as it is on record."""
    record = case.association.record
    return record.created_on or date.min, ended(record) or date.max


def _calendar_quarters(year: SchoolYear) -> Iterator[Stretch]:
    """From the quarter in which lessons begin to the last that is whole."""
    for number, first_month, calendar_year in (
        (3, 7, year.first),
        (4, 10, year.first),
        (1, 1, year.second),
        (2, 4, year.second),
    ):
        first = date(calendar_year, first_month, 1)
        last = _month_end(calendar_year, first_month + 2)
        yield Stretch(f"{_ROMAN[number - 1]} квартал {calendar_year} г.", first, last)


def _months(case: Case) -> Iterator[Stretch]:
    """The months of lessons."""
    first, last = case.lessons
    day = first.replace(day=1)
    while day <= last:
        end = _month_end(day.year, day.month)
        yield Stretch(f"{month_name(day.month)} {day.year} г.", day, end)
        day = end + timedelta(days=1)


def _month_end(year: int, month: int) -> date:
    following = date(year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)


def due_day(norm: Deadline, year: SchoolYear) -> date:
    """The last day on which a paper is in time.

    «До 1 июля» ends on 30 June unless the regulation says «включительно»; a paper that tells the
    state on a day (as of) is drawn up on that very day.
    """
    day = _named_day(norm, year)
    return day if norm.inclusive or norm.as_of else day - timedelta(days=1)


def first_day(norm: Deadline, year: SchoolYear) -> date | None:
    """The first day of the window in which a paper is due, where there is a window."""
    if norm.from_month is None:
        return None
    return _resolved(norm, year, norm.from_month, norm.from_day or 1)


def _named_day(norm: Deadline, year: SchoolYear) -> date:
    return _resolved(norm, year, norm.month, norm.day)


def _resolved(norm: Deadline, year: SchoolYear, month: int, day: int) -> date:
    """The day in this school year; a paper about the whole year comes in its second part."""
    closes = norm.period is Period.SCHOOL_YEAR and norm.document in _LOOKS_BACK
    return date(year.second if closes else year.year_of(month), month, day)


def half_of(norm: Deadline) -> int:
    """Which half-year a paper is about: by the day on which it is due."""
    return 1 if norm.month <= 3 or norm.month >= 10 else 2
