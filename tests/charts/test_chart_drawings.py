"""Whatever the numbers are: marks are as long as their numbers, nothing leaves the viewBox."""

import math
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.pages.charts import Series, Share, bars, columns, shortened, width_of, wrapped
from generator.pages.charts.columns import LEAST, PLOT

LETTERS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs", "S"]), max_size=80)
NUMBERS = st.lists(st.integers(0, 500), min_size=1, max_size=13)
SERIES = NUMBERS.flatmap(
    lambda first: st.tuples(
        st.just(first), st.lists(st.integers(0, 500), min_size=len(first), max_size=len(first))
    )
)


def drawn(first: list[int], second: list[int], labels: list[str] | None = None):
    labels = labels or ["сен"] * len(first)
    rows = [Series("заседания", tuple(first)), Series("практики", tuple(second))]
    return columns("test", "Название", "Что видно", labels, rows)


@given(SERIES)
@settings(max_examples=60, deadline=None)
def test_a_column_is_as_high_as_its_number(numbers: tuple[list[int], list[int]]) -> None:
    chart = drawn(*numbers)
    highest = max(LEAST, *numbers[0], *numbers[1])
    wanted = [(place, value) for place, row in enumerate(numbers) for value in row if value]
    assert [(column.series, column.value) for column in chart.columns] == wanted
    for column in chart.columns:
        assert column.height == pytest.approx(PLOT * column.value / highest, abs=0.01)
        assert column.y + column.height == pytest.approx(chart.base, abs=0.01)


@given(SERIES)
@settings(max_examples=60, deadline=None)
def test_columns_stand_inside_and_beside_each_other(numbers: tuple[list[int], list[int]]) -> None:
    chart = drawn(*numbers)
    for column in chart.columns:
        assert column.x >= 0
        assert column.x + column.width <= chart.width
        assert column.y >= 10, "there is room for the number over it"
    edges = sorted((column.x, column.x + column.width) for column in chart.columns)
    assert all(left[1] <= right[0] + 0.02 for left, right in pairwise(edges))


@pytest.mark.parametrize("numbers", [[0], [0, 0, 0], [7], []])
def test_noughts_and_a_single_value_make_a_chart_of_real_numbers(numbers: list[int]) -> None:
    chart = drawn(numbers, [0] * len(numbers))
    every = [chart.width, chart.height, chart.base, *(s.middle for s in chart.slots)]
    for column in chart.columns:
        every += [column.x, column.y, column.width, column.height, column.middle]
    assert all(math.isfinite(value) for value in every)
    assert len(chart.columns) == sum(value > 0 for value in numbers)


@given(st.lists(st.tuples(LETTERS, st.floats(0, 1e6), LETTERS), max_size=12), st.floats(0, 1e6))
@settings(max_examples=60, deadline=None)
def test_a_bar_is_as_long_as_its_value_and_never_longer_than_the_chart(rows, full: float) -> None:
    shares = [Share(label, value, said) for label, value, said in rows]
    chart = bars("test", "Название", "Что видно", shares, full)
    for share, bar in zip(shares, chart.rows, strict=True):
        part = min(share.value / full, 1) if full else 0
        assert bar.length == pytest.approx(chart.width * part, abs=0.02)
        assert math.isfinite(bar.length)
        assert bar.y + chart.thick <= chart.height
        assert width_of(bar.label, 11) + width_of(bar.said, 11) <= chart.width


@given(LETTERS, st.floats(20, 400))
def test_a_shortened_text_fits_and_begins_as_the_whole(text: str, room: float) -> None:
    flat = " ".join(text.split())
    made = shortened(text, 10, room)
    assert width_of(made, 10) <= room
    assert made == flat or flat.startswith(made.removesuffix("…"))
    assert (made == flat) is (width_of(flat, 10) <= room)


@given(LETTERS, st.integers(1, 4))
def test_wrapped_lines_fit_and_lose_nothing_but_what_is_marked(text: str, lines: int) -> None:
    made = wrapped(text, 10, 120, lines)
    assert len(made) <= lines
    assert all(width_of(line, 10) <= 120 for line in made)
    if not any("…" in line for line in made):
        assert " ".join(made) == " ".join(text.split())


def test_long_labels_stay_inside_the_columns_chart() -> None:
    labels = ["Продолжительное название месяца"] * 13
    chart = drawn([1] * 13, [2] * 13, labels)
    room = chart.width / 13
    assert all(width_of(slot.label, 9) <= room for slot in chart.slots)


def test_the_widths_are_no_smaller_than_those_of_a_wide_font() -> None:
    """Widths of DejaVu Sans, the widest of the usual fonts, in parts of the size."""
    real = {"ж": 0.901, "м": 0.754, "ш": 0.915, "щ": 0.942, "ю": 0.842, "ы": 0.79, "ф": 0.855,
            "и": 0.65, "д": 0.691, "ц": 0.681, "О": 0.787, "Д": 0.781, "Щ": 1.095, "8": 0.636,
            "—": 1.0, " ": 0.318, "«": 0.612, "%": 0.95, "№": 1.053}  # fmt: skip
    assert [char for char, width in real.items() if width_of(char, 1) < width] == []
