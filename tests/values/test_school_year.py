"""School years: spellings, bounds, months without a year."""

import datetime

import pytest

from generator.problems import BadValue, codes
from generator.values import SchoolYear

ACCEPTED = {
    "2023-2024": 2023,
    "2024 – 2025": 2024,
    "2024—2025": 2024,
    "2024 ‑ 2025": 2024,
    "2024/2025": 2024,
    "2024 / 2025": 2024,
    "2022 2023": 2022,
    "2022\u00a0\u00a02023": 2022,
    "2023/24": 2023,
    "2023-24": 2023,
    "1999/00": 1999,
    "  2025-2026 ": 2025,
    "1990-1991": 1990,
    "2099-2100": 2099,
}
REFUSED = [
    "",
    "2025",
    "2025-2027",
    "2025-2025",
    "2026-2025",
    "2025/25",
    "1989-1990",
    "2100-2101",
    "20252026",
    "2025-2026-2027",
    "2025_2026",
    "25-26",
    "две тысячи",
    "٢٠٢٥-٢٠٢٦",
    "2025-2026 " * 100,
]


@pytest.mark.parametrize(("text", "first"), ACCEPTED.items())
def test_usual_spellings_are_read(text, first):
    assert SchoolYear.parse(text) == SchoolYear(first)


@pytest.mark.parametrize("text", REFUSED)
def test_everything_else_is_refused(text):
    with pytest.raises(BadValue) as caught:
        SchoolYear.parse(text)
    assert caught.value.code is codes.BAD_SCHOOL_YEAR


def test_unfilled_year_is_called_unfilled():
    with pytest.raises(BadValue) as caught:
        SchoolYear.parse("20__-20__")
    assert caught.value.code is codes.PLACEHOLDER


@pytest.mark.parametrize("first", [1989, 2100, 0, -5])
def test_year_outside_the_bounds_cannot_be_made(first):
    with pytest.raises(BadValue):
        SchoolYear(first)


def test_address_and_printed_title():
    year = SchoolYear(2025)
    assert (str(year), year.title) == ("2025-2026", "2025/2026")
    assert SchoolYear.parse(str(year)) == SchoolYear.parse(year.title) == year


def test_years_are_ordered():
    assert SchoolYear(2024) < SchoolYear(2025)


def test_august_belongs_to_both_years():
    year, day = SchoolYear(2025), datetime.date
    assert (year.begins, year.ends) == (day(2025, 8, 1), day(2026, 8, 31))
    assert year.contains(day(2025, 8, 1))
    assert year.contains(day(2026, 8, 31))
    assert not year.contains(day(2025, 7, 31))
    assert not year.contains(day(2026, 9, 1))


@pytest.mark.parametrize(
    ("day", "month", "expected"), [(1, 8, 2025), (31, 12, 2025), (1, 1, 2026), (31, 7, 2026)]
)
def test_month_without_a_year_finds_its_year(day, month, expected):
    assert SchoolYear(2025).resolve(day, month) == datetime.date(expected, month, day)


def test_a_given_year_is_kept():
    assert SchoolYear(2025).resolve(29, 2, 2024) == datetime.date(2024, 2, 29)


@pytest.mark.parametrize("parts", [(29, 2), (31, 11), (0, 1), (1, 13), (1, 1, 10**20)])
def test_resolving_an_impossible_day_is_refused(parts):
    with pytest.raises(BadValue) as caught:
        SchoolYear(2025).resolve(*parts)
    assert caught.value.code is codes.IMPOSSIBLE_DATE
