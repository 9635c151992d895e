"""`When`: a time as plans and minutes give it, from an exact date to «по мере необходимости»."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from generator.values.grammar import read_when
from generator.values.partial import UNKNOWN, PartialDate
from generator.values.reading import WhenKind
from generator.values.russian import NBSP
from generator.values.school_year import SchoolYear

Span = tuple[datetime.date, datetime.date]
SortKey = tuple[int, datetime.date, datetime.date, bool, str]

_ROMAN = ("", "I", "II", "III", "IV")
_USUAL_QUARTERS = {1: (9, 10), 2: (11, 12), 3: (1, 3), 4: (4, 5)}
_NUMBER_AND_UNIT = re.compile(r"(?<=[0-9]) (?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class When:
    """One time. `raw` is the text exactly as written.

    `start` and `end` are equal for a date, a day and a month; a due time has only `end`;
    a named school year has the two calendar years; words have both where they list months
    or days. A bound that is not known is the empty PartialDate, which is false. `number`
    is that of the quarter or half-year.
    """

    kind: WhenKind
    start: PartialDate = UNKNOWN
    end: PartialDate = UNKNOWN
    number: int | None = None
    raw: str = ""

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        """Put away as a call: quicker than a dataclass's own way, and there are thousands."""
        return When, (
            self.kind,
            self.start,
            self.end,
            self.number,
            self.raw,
        )

    @classmethod
    def parse(cls, text: str) -> Self:
        """Understand a time as it is written.

        Raises BadValue: BAD_WHEN for a text that has digits and is not understood,
        IMPOSSIBLE_DATE, PLACEHOLDER, ENDS_BEFORE_START, BAD_SCHOOL_YEAR, TEXT_EMPTY.
        """
        found = read_when(text)
        return cls(found.kind, found.start, found.end, found.number, text)

    @classmethod
    def words(cls, text: str) -> Self:
        """Take any text as it stands: the explicit way out for a time of its own kind."""
        return cls(WhenKind.WORDS, raw=text)

    @property
    def date(self) -> datetime.date | None:
        """The exact date; None for every other kind."""
        return self.end.exact if self.kind is WhenKind.DATE else None

    @property
    def vague(self) -> bool:
        """Tell whether no day can be held against it: «в течение года», «по мере необходимости»."""
        return self.kind in (WhenKind.YEAR, WhenKind.WORDS)

    def span(self, year: SchoolYear, quarters: Sequence[Span] = ()) -> Span:
        """The first and the last day that may be meant, in the given school year.

        `quarters` are the true bounds of the quarters; the usual ones stand in for those
        that are missing.
        """
        match self.kind:
            case WhenKind.QUARTER:
                return _quarter(self.number or 1, year, quarters)
            case WhenKind.HALF_YEAR:
                later = 2 * (self.number or 1)
                first, last = (_quarter(n, year, quarters) for n in (later - 1, later))
                return first[0], last[1]
            case WhenKind.DUE:
                due = self.end.last(year)
                return min(year.begins, due), due
            case WhenKind.YEAR:
                return _lessons(SchoolYear(self.start.year) if self.start.year else year)
            case WhenKind.WORDS:
                return self._span_of_words(year)
            case _:
                return self._span_of_points(year)

    def last_day(self, year: SchoolYear, quarters: Sequence[Span] = ()) -> datetime.date | None:
        """The last day that may be meant; None where no day can be held against it."""
        return None if self.vague else self.span(year, quarters)[1]

    def sort_key(self, year: SchoolYear, quarters: Sequence[Span] = ()) -> SortKey:
        """Order a plan: early before late, exact before vague, due by its day, words last."""
        first, last = self.span(year, quarters)
        is_due = self.kind is WhenKind.DUE
        return self._vagueness(), last if is_due else first, last, is_due, self.raw

    def text(self) -> str:
        """The time in plain Russian, as the site prints it."""
        match self.kind:
            case WhenKind.DATE | WhenKind.DAY | WhenKind.MONTH:
                return self.end.text()
            case WhenKind.RANGE:
                return _range_text(self.start, self.end)
            case WhenKind.DUE:
                return f"до {'' if self.end.day else 'конца '}{self.end.text('genitive')}"
            case WhenKind.QUARTER:
                return f"{_ROMAN[self.number or 1]}{NBSP}четверть"
            case WhenKind.HALF_YEAR:
                return f"{_ROMAN[self.number or 1]}{NBSP}полугодие"
            case WhenKind.YEAR:
                return self._year_text()
            case WhenKind.WORDS:
                return _NUMBER_AND_UNIT.sub(NBSP, " ".join(self.raw.split()))

    def _vagueness(self) -> int:
        if self.kind is WhenKind.YEAR:
            return 1
        return 2 if self.kind is WhenKind.WORDS and not self.start else 0

    def _span_of_points(self, year: SchoolYear) -> Span:
        """«Май – сентябрь» runs over the summer into the next school year."""
        first, last = self.start.first(year), self.end.last(year)
        return first, last if first <= last else self.end.last(year, later=1)

    def _span_of_words(self, year: SchoolYear) -> Span:
        if not self.start:
            return _lessons(year)
        bounds = (self.start, self.end)
        return min(b.first(year) for b in bounds), max(b.last(year) for b in bounds)

    def _year_text(self) -> str:
        if self.start.year is None:
            return "в течение года"
        return f"{SchoolYear(self.start.year).title}{NBSP}учебный{NBSP}год"


def _quarter(number: int, year: SchoolYear, quarters: Sequence[Span]) -> Span:
    """The bounds of a quarter: the given ones, otherwise about what they usually are."""
    if number <= len(quarters):
        return quarters[number - 1]
    first_month, last_month = _USUAL_QUARTERS[number]
    return PartialDate(month=first_month).first(year), PartialDate(month=last_month).last(year)


def _lessons(year: SchoolYear) -> Span:
    return PartialDate(month=9).first(year), PartialDate(month=5).last(year)


def _range_text(start: PartialDate, end: PartialDate) -> str:
    """What both bounds share is said once: «1–15 октября 2025 г.»."""
    if start.year != end.year:
        return f"{start.text()} – {end.text()}"
    if start.month == end.month and start.day and end.day:
        return f"{start.day}–{end.text()}"
    return f"{PartialDate(month=start.month, day=start.day).text()} – {end.text()}"
