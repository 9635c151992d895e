"""Dates and times of day, in every spelling that minutes use."""

import datetime
import re
from functools import lru_cache

from generator.problems import BadValue, codes
from generator.values.plain import plain
from generator.values.points import read_point

_HOUR = r"(?:в )?([0-9]{1,2})"
_CLOCK = re.compile(_HOUR + r" ?[:.-] ?([0-9]{2})(?::([0-9]{2}))?(?: ?(?:ч|час|часов|часа)\.?)?")
_IN_WORDS = re.compile(
    _HOUR + r" ?(?:часов|часа|час|ч)\.?(?: ?([0-9]{1,2}) ?(?:минуты|минута|минут|мин|м)\.?)?"
)


def parse_date(text: str) -> datetime.date:
    """Read an exact date: 2025-08-29, 29.08.2025, 29/08/2025, «29» августа 2025 г.

    Raises BadValue: IMPOSSIBLE_DATE for a day that is not in the calendar, PLACEHOLDER for
    «___» сентября 2023, BAD_DATE for all else.
    """
    return _date(text)


@lru_cache(maxsize=8192)
def _date(text: str) -> datetime.date:
    words = plain(text, codes.BAD_DATE)
    try:
        point = read_point(words)
    except BadValue as problem:
        raise BadValue(problem.code, value=text) from None
    if point is None or point.exact is None:
        raise BadValue(codes.BAD_DATE, value=text)
    return point.exact


def parse_time(text: str) -> datetime.time:
    """Read a time of day: 14:00, 14.00, 9.30, 09-30, «14 ч 30 мин», 14:00:00.

    Raises BadValue: BAD_TIME, or PLACEHOLDER for a time that nobody filled in.
    """
    return _time(text)


@lru_cache(maxsize=2048)
def _time(text: str) -> datetime.time:
    words = plain(text, codes.BAD_TIME)
    found = _CLOCK.fullmatch(words) or _IN_WORDS.fullmatch(words)
    if not found:
        raise BadValue(codes.BAD_TIME, value=text)
    hour, minute, second = (int(part or 0) for part in (*found.groups(), None)[:3])
    try:
        return datetime.time(hour, minute, second)
    except ValueError:
        raise BadValue(codes.BAD_TIME, value=text) from None
