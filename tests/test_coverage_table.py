"""docs/coverage.md speaks of every requirement row once, and its counts are those of its rows."""

import re
from collections import Counter
from pathlib import Path

import pytest

TEXT = (Path(__file__).parents[1] / "docs" / "coverage.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|\n").split(" | ")]
    for line in TEXT.splitlines()
    if re.match(r"\| \d\.\d+ \|", line)
]
LAST = {"1": 41, "2": 19, "3": 33, "4": 45}
STATES = ("data and page", "data", "nothing yet")


def test_every_row_once() -> None:
    wanted = [f"{part}.{n}" for part, last in LAST.items() for n in range(1, last + 1)]
    assert [row[0] for row in ROWS] == wanted


def test_only_known_states() -> None:
    assert {row[5] for row in ROWS} == set(STATES)


@pytest.mark.parametrize("state", STATES)
def test_counts_are_those_of_the_rows(state: str) -> None:
    found = Counter(row[0][0] for row in ROWS if row[5] == state)
    numbers = [found[part] for part in LAST]
    line = f"| {state} | " + " | ".join(map(str, [*numbers, sum(numbers)])) + " |"
    assert line in TEXT


def test_rows_with_something_to_come_are_counted() -> None:
    waiting = sum(row[6] != "—" for row in ROWS)
    assert f"Still to come: {waiting} rows" in TEXT
