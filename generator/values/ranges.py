"""Ranges and lists of points of time: «с 1 по 15 октября», «ноябрь, январь».

Works on the plain spelling (see plain.py).
"""

import re
from collections.abc import Iterator, Sequence

from generator.problems import BadValue, codes
from generator.values.partial import PartialDate
from generator.values.points import read_bare_day, read_point
from generator.values.reading import Reading, WhenKind, reading_of_point

_MOST_DASHES = 5  # two ISO dates and the dash between them
_MOST_ITEMS = 12

_FROM = re.compile(r"(?:с|со|от) ")
_TO = re.compile(r" (?:по|до) ")
_BETWEEN_ITEMS = re.compile(r" ?[,;] (?:и )?| и ")
_IN = re.compile(r"(?:в|во|на) ")


def read_range(words: str) -> Reading | None:
    """Read a start and an end; None where the words are something else.

    Raises BadValue: ENDS_BEFORE_START, IMPOSSIBLE_DATE.
    """
    for left, right in _cuts(words):
        points = _points([left, right])
        if points:
            start, end = points
            _refuse_disorder(start, end)
            return Reading(WhenKind.RANGE, start, end) if start != end else reading_of_point(end)
    return None


def read_list(words: str) -> Reading | None:
    """Read several days or months in a row: words whose first and last bounds are known.

    Raises BadValue(IMPOSSIBLE_DATE).
    """
    items = _BETWEEN_ITEMS.split(words)
    if not 2 <= len(items) <= _MOST_ITEMS:
        return None
    points = _points([_IN.sub("", item, count=1) for item in items])
    return Reading(WhenKind.WORDS, points[0], points[-1]) if points else None


def _cuts(words: str) -> Iterator[tuple[str, str]]:
    """Every place where a range may part into start and end."""
    opening = _FROM.match(words)
    if opening:
        halves = _TO.split(words[opening.end() :], maxsplit=1)
        if len(halves) == 2:
            yield halves[0].strip(" -"), halves[1]
        return
    marks = [place for place, mark in enumerate(words) if mark in "-/"]
    if len(marks) <= _MOST_DASHES:
        for place in marks:
            yield words[:place].strip(), words[place + 1 :].strip()


def _points(items: Sequence[str]) -> list[PartialDate] | None:
    """Read the items from the last to the first, since a bare day takes the month after it."""
    points: list[PartialDate] = []
    for item in reversed(items):
        point = _point_before(item, points[0] if points else None)
        if point is None:
            return None
        points.insert(0, point)
    return _with_years(points)


def _point_before(item: str, following: PartialDate | None) -> PartialDate | None:
    day = read_bare_day(item)
    if day is None:
        return read_point(item)
    if following is None or following.day is None:
        return None
    return PartialDate(following.year, following.month, day)


def _with_years(points: list[PartialDate]) -> list[PartialDate]:
    """Give every point a year when one has it: «ноябрь – январь 2026» begins in 2025."""
    for place in reversed(range(len(points) - 1)):
        points[place] = _year_before(points[place], points[place + 1])
    for place in range(1, len(points)):
        points[place] = _year_after(points[place - 1], points[place])
    return points


def _year_before(point: PartialDate, following: PartialDate) -> PartialDate:
    if point.year is not None or following.year is None:
        return point
    crosses = (point.month or 0) > (following.month or 0)
    return PartialDate(following.year - crosses, point.month, point.day)


def _year_after(earlier: PartialDate, point: PartialDate) -> PartialDate:
    if point.year is not None or earlier.year is None:
        return point
    crosses = (earlier.month or 0) > (point.month or 0)
    return PartialDate(earlier.year + crosses, point.month, point.day)


def _refuse_disorder(start: PartialDate, end: PartialDate) -> None:
    """Without years only days of one month have a sure order: «ноябрь – май» has none."""
    if start.year is None and (start.month != end.month or None in (start.day, end.day)):
        return
    first = (start.year or 0, start.month or 0, start.day or 1)
    last = (end.year or 0, end.month or 0, end.day or 31)
    if first > last:
        raise BadValue(codes.ENDS_BEFORE_START, start=start.text(), end=end.text())
