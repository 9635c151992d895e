"""A chart of columns: numbers by month, for one series or several side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.pages.charts.measure import shortened

WIDTH = 320.0
PLOT = 80.0
"""The height of the highest column."""
HEAD = 40.0
"""What stands above the columns: the legend, and the number over the highest of them."""
FOOT = 20.0
EDGE = 2.0
LEAST = 2
"""A lone meeting does not fill the chart: a column over the whole height stands for two."""
FONT = 10.0
SMALL = 9.0
"""The letters under the columns: thirteen short names of months have to stand there."""


@dataclass(frozen=True, slots=True)
class Series:
    """One row of numbers and what it is called."""

    title: str
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column with the number over it; `series` is the place of its row of numbers."""

    x: float
    y: float
    width: float
    height: float
    middle: float
    series: int
    value: int


@dataclass(frozen=True, slots=True)
class Slot:
    """What stands under the columns of one place."""

    middle: float
    label: str


@dataclass(frozen=True, slots=True)
class Columns:
    """The chart. `name` makes its ids on the page; `told` says in words what it shows."""

    name: str
    title: str
    told: str
    width: float
    height: float
    base: float
    columns: tuple[Column, ...]
    slots: tuple[Slot, ...]
    legend: tuple[Slot, ...]


def columns(
    name: str, title: str, told: str, labels: Sequence[str], series: Sequence[Series]
) -> Columns:
    """Draw columns as high as their numbers; a nought has none, and no number over it."""
    room = (WIDTH - 2 * EDGE) / max(len(labels), 1)
    highest = max((LEAST, *(value for row in series for value in row.values)))
    drawn = [
        _column(place, number, value, highest, room, len(series))
        for place, row in enumerate(series)
        for number, value in enumerate(row.values)
        if value > 0
    ]
    return Columns(
        name=name,
        title=title,
        told=told,
        width=WIDTH,
        height=HEAD + PLOT + FOOT,
        base=HEAD + PLOT,
        columns=tuple(drawn),
        slots=tuple(_slot(place, label, room) for place, label in enumerate(labels)),
        legend=_legend(series),
    )


def _column(place: int, number: int, value: int, highest: int, room: float, series: int) -> Column:
    """The column of one number: the series of a slot share three quarters of its width."""
    width = room * 0.75 / series
    x = EDGE + number * room + room / 8 + place * width
    height = PLOT * value / highest
    return Column(
        x=round(x, 2),
        y=round(HEAD + PLOT - height, 2),
        width=round(width, 2),
        height=round(height, 2),
        middle=round(x + width / 2, 2),
        series=place,
        value=value,
    )


def _slot(place: int, label: str, room: float) -> Slot:
    return Slot(round(EDGE + (place + 0.5) * room, 2), shortened(label, SMALL, room))


def _legend(series: Sequence[Series]) -> tuple[Slot, ...]:
    """Where the name of each series stands, from the left: behind a square of 10 and a gap."""
    room = (WIDTH - 2 * EDGE) / max(len(series), 1)
    return tuple(
        Slot(round(EDGE + place * room, 2), shortened(row.title, FONT, room - 18))
        for place, row in enumerate(series)
    )
