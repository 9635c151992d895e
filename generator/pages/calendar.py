"""The calendar of a school year: its months as tables of days, and the same things in order.

A year of few things is one page. One of many is cut into months, or it would grow with the number
of associations: its page keeps the tables of days, the lists stand on pages of the months.
"""

from calendar import Calendar
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Any

from generator.archive.years import running_year
from generator.pages.addresses import CALENDAR, CALENDAR_FILE, calendar_page
from generator.pages.context import Context
from generator.pages.draft import Draft
from generator.pages.occasion import Occasion
from generator.pages.occasions import OCCASIONS
from generator.pages.page import Page
from generator.values import SchoolYear, month_year, weekday

WHOLE_LIMIT = 300
"""So many things stand on the page of one year; when there are more, months have pages."""
SHOWN_IN_A_CELL = 3
WEEKDAYS = ("пн", "вт", "ср", "чт", "пт", "сб", "вс")
_AUGUST = 8


@dataclass(frozen=True, slots=True)
class Cell:
    """A day in the table of its month, and what is on it; a day of another month is left empty.

    The list of what is on it stands at `anchor` on this page, or on that of the address `home`.
    """

    day: date | None = None
    things: tuple[Occasion, ...] = ()
    home: str = ""
    anchor: str = ""

    @property
    def shown(self) -> tuple[Occasion, ...]:
        """What is named in the cell; the list has all of it."""
        return self.things[:SHOWN_IN_A_CELL]


@dataclass(frozen=True, slots=True)
class Month:
    """A month: a table of days, and a list of what begins in it.

    `rows` are the things whose days are known, `loose` those whose day is still to be named.
    Where the list stands on a page of its own, `lists` is the address.
    """

    first: date
    weeks: tuple[tuple[Cell, ...], ...]
    rows: tuple[Occasion, ...]
    loose: tuple[Occasion, ...]
    lists: str

    @property
    def name(self) -> str:
        """«2026-11»."""
        return month_of(self.first)

    @property
    def title(self) -> str:
        """«ноябрь 2026 г.»."""
        return month_year(self.first)

    @property
    def count(self) -> int:
        """How many things begin in it."""
        return len(self.rows) + len(self.loose)

    @property
    def listed(self) -> bool:
        """Tell whether its list stands on this page."""
        return not self.lists


Homes = Callable[[str], str]
"""Gives the address of the page that lists a month; empty for this page."""


def month_of(day: date) -> str:
    """The month of a day: «2026-11»."""
    return f"{day:%Y-%m}"


def pages(context: Context) -> Iterator[Draft]:
    """Yield the calendar of this year, and of each year."""
    yield Draft(CALENDAR, partial(_now, context))
    for year in _years(context):
        yield Draft(calendar_page(year), partial(_of_year, context, year))


def month_pages(context: Context) -> Iterator[Draft]:
    """Yield the calendar of each month of a year with much."""
    for year in _years(context):
        months = _months_on_record(context, year)
        if sum(months.values()) > WHOLE_LIMIT:
            for name in months:
                where = calendar_page(year, name)
                yield Draft(where, partial(_of_month, context, year, name))


def _now(context: Context) -> Page:
    """The school year that runs; in August the coming one, as soon as there is something in it."""
    running = running_year(context.today)
    coming = SchoolYear(running.first + 1)
    opens = context.today.month == _AUGUST and _months_on_record(context, coming)
    return _year_page(context, coming if opens else running, CALENDAR)


def _of_year(context: Context, year: SchoolYear) -> Page:
    return _year_page(context, year, calendar_page(year))


def _year_page(context: Context, year: SchoolYear, where: str) -> Page:
    found = _occasions(context, year)
    begun = {month_of(one.first) for one in found} if len(found) > WHOLE_LIMIT else set()
    homes, names = partial(_home, year, begun), _names(context, year, found)
    whole_title = f"Календарь, {year.title} учебный год"
    return context.page(
        "calendar.html",
        where,
        "Календарь" if where == CALENDAR else whole_title,
        description="Заседания, мероприятия планов и сроки методических объединений.",
        years=[(other, calendar_page(other)) for other in _years(context) if other != year],
        **_parted(context, where, [_month(name, homes, found) for name in names]),
        **_common(context, year, where),
    )


def _parted(context: Context, where: str, months: list[Month]) -> dict[str, Any]:
    """The months; where the calendar is asked for what comes, those that have passed stand last."""
    since = month_of(context.today) if where == CALENDAR else ""
    return {
        "months": [month for month in months if month.name >= since],
        "past": [month for month in months if month.name < since],
    }


def _home(year: SchoolYear, begun: set[str], name: str) -> str:
    return calendar_page(year, name) if name in begun else ""


def _of_month(context: Context, year: SchoolYear, name: str) -> Page:
    where = calendar_page(year, name)
    found = _occasions(context, year, name)
    homes = partial(_home, year, {month_of(one.first) for one in found} - {name})
    month = _month(name, homes, found)
    return context.page(
        "calendar.html",
        where,
        f"Календарь, {month.title}",
        description=f"Заседания, мероприятия планов и сроки: {month.title}",
        trail=(("Календарь", CALENDAR), (f"{year.title} учебный год", calendar_page(year))),
        years=[],
        months=[month],
        past=[],
        **_common(context, year, where),
    )


def _common(context: Context, year: SchoolYear, where: str) -> dict[str, Any]:
    """What the template wants of every page of the calendar."""
    monday = date(2024, 1, 1)
    days = [weekday(monday + timedelta(days=n)) for n in range(7)]
    return {
        "year": year,
        "now": where == CALENDAR,
        "today": context.today,
        "file": CALENDAR_FILE,
        "weekdays": list(zip(WEEKDAYS, days, strict=True)),
    }


def _years(context: Context) -> list[SchoolYear]:
    """Every school year of which there is a calendar, the newest first."""
    running = running_year(context.today)
    return sorted({running, *(year for _, year in context.digests.years)}, reverse=True)


def _months_on_record(context: Context, year: SchoolYear) -> dict[str, int]:
    """The months in which something begins, as «2026-11», with how much; joint meetings once."""
    begun = {uid: first[:7] for first, _, uid, *_ in _plain(context, year)}
    found: dict[str, int] = {}
    for name in sorted(begun.values()):
        found[name] = found.get(name, 0) + 1
    return found


def _plain(context: Context, year: SchoolYear) -> Iterator[tuple[str, ...]]:
    for association, other in context.digests.years:
        if other == year:
            yield from context.digests.of(OCCASIONS, association, year)


def _occasions(context: Context, year: SchoolYear, month: str = "") -> list[Occasion]:
    """What is on the calendar of a year in order, or what touches one of its months."""
    touching = (
        one for one in _plain(context, year) if not month or one[0][:7] <= month <= one[1][:7]
    )
    found = {one[2]: Occasion.restored(one) for one in touching}
    return sorted(found.values(), key=lambda one: one.order)


def _names(context: Context, year: SchoolYear, found: Iterable[Occasion]) -> list[str]:
    """The months with something in them, and the one that runs."""
    names = {month_of(day) for one in found for day in (one.first, *one.days)}
    if year == running_year(context.today):
        names.add(month_of(context.today))
    return sorted(names)


def _month(name: str, homes: Homes, found: Iterable[Occasion]) -> Month:
    first, on, begun = date.fromisoformat(f"{name}-01"), dict[date, list[Occasion]](), []
    for one in found:
        if month_of(one.first) == name:
            begun.append(one)
        for day in one.days:
            on.setdefault(day, []).append(one)
    weeks = Calendar().monthdatescalendar(first.year, first.month)
    return Month(
        first,
        tuple(tuple(_cell(day, first, on.get(day), homes) for day in week) for week in weeks),
        tuple(one for one in begun if one.exact),
        tuple(one for one in begun if not one.exact),
        homes(name),
    )


def _cell(day: date, month: date, things: list[Occasion] | None, homes: Homes) -> Cell:
    if day.month != month.month:
        return Cell()
    if not things:
        return Cell(day)
    listed = things[0].first
    return Cell(day, tuple(things), homes(month_of(listed)), f"day-{listed}")
