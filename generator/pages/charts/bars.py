"""A chart of bars that lie: a row each, with what it is and how much over the bar."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.pages.charts.measure import shortened, width_of

WIDTH = 320.0
ROW = 34.0
THICK = 11.0
FONT = 11.0
_TEXT = 12.0
"""How far below the top of its row the text stands."""
_BAR = 17.0
_GAP = 12.0


@dataclass(frozen=True, slots=True)
class Share:
    """A row as it is asked for: what, how much, how that is said, and its tone."""

    label: str
    value: float
    said: str
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A row as it is drawn."""

    y: float
    text_y: float
    length: float
    label: str
    said: str
    tone: str


@dataclass(frozen=True, slots=True)
class Bars:
    """The chart. `name` makes its ids on the page; `told` says in words what it shows."""

    name: str
    title: str
    told: str
    width: float
    height: float
    thick: float
    rows: tuple[Bar, ...]


def bars(name: str, title: str, told: str, rows: Sequence[Share], full: float) -> Bars:
    """Draw bars as long as their values; `full` is the value of a bar over the whole width."""
    return Bars(
        name=name,
        title=title,
        told=told,
        width=WIDTH,
        height=ROW * max(len(rows), 1),
        thick=THICK,
        rows=tuple(_bar(place, row, full) for place, row in enumerate(rows)),
    )


def length_of(value: float, full: float, width: float = WIDTH) -> float:
    """How long the bar of a value is; none where there is nothing to measure by."""
    if full <= 0 or value <= 0:
        return 0.0
    return round(width * min(value / full, 1.0), 2)


def _bar(place: int, row: Share, full: float) -> Bar:
    top = place * ROW
    said = shortened(row.said, FONT, WIDTH / 2)
    return Bar(
        y=top + _BAR,
        text_y=top + _TEXT,
        length=length_of(row.value, full),
        label=shortened(row.label, FONT, WIDTH - width_of(said, FONT) - _GAP),
        said=said,
        tone=row.tone,
    )
