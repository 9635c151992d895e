"""Exact dates and times of day."""

import contextlib
import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.problems import BadValue, codes
from generator.values import long_date, parse_date, parse_time, short_date

AUGUST_29 = [
    "2025-08-29",
    "2025–08–29",
    "29.08.2025",
    "29. 08. 2025",
    "29 . 08 . 2025",
    "29.8.2025",
    "29.08.2025 г.",
    "29.08.2025г",
    "29.08.2025 года",
    "29/08/2025",
    "«29» августа 2025 г.",
    "«29» августа 2025г.",
    "« 29 »  августа  2025 г.",
    '"29" августа 2025 года',
    "“29” августа 2025 года",
    "29 августа 2025",
    "29 августа 2025 г",
    "29\u00a0августа\u00a02025\u00a0г.",
    "29\u202fАВГУСТА 2025 Г.",
    "  29   Августа   2025  ",
    "29 авг. 2025",
    "29 августа, 2025 года",
    "29-го августа 2025 г.",
]
IMPOSSIBLE = ["31.02.2026", "29.02.2025", "00.00.2023", "2025-13-01", "2025-08-32", "31 июня 2025"]
UNFILLED = [
    "«___» сентября 2023",
    "«___» сентября 2023 г.",
    "«   » мая 2024 г.",
    "????",
    "__.__.2025",
    "_._.2025",
    "хх.хх.2025",
    "…….2025",
    "—",
]
NOT_DATES = [
    "",
    "05.12",
    "5 декабря",
    "сентябрь 2025",
    "2025-09",
    "29.08.25",
    "2025",
    "1 2025",
    "вчера",
    "29 мартобря 2025",
    "29.08.2025 14:00",
    "01.09.2025–30.09.2025",
    "٢٩.٠٨.٢٠٢٥",
    "29.08.2025\n30.08.2025",
    "1" * 5000,
]
TIMES = {
    "14:00": (14, 0),
    "14.00": (14, 0),
    "9.30": (9, 30),
    "09-30": (9, 30),
    "9–30": (9, 30),
    "14 ч 30 мин": (14, 30),
    "14 ч. 30 мин.": (14, 30),
    "14ч30мин": (14, 30),
    "14 часов 5 минут": (14, 5),
    "14 ч": (14, 0),
    "в 14.00": (14, 0),
    "14.00 ч.": (14, 0),
    "14:00:00": (14, 0),
    "00:00": (0, 0),
    " 23:59 ": (23, 59),
}
NOT_TIMES = ["", "14", "24:00", "9:60", "14:00:60", "9:5", "1400", "полдень", "25 ч", "9:30:15:10"]


def code_of(parse, text):
    with pytest.raises(BadValue) as caught:
        parse(text)
    return caught.value.code


@pytest.mark.parametrize("text", AUGUST_29)
def test_every_spelling_gives_the_same_day(text):
    assert parse_date(text) == datetime.date(2025, 8, 29)


@pytest.mark.parametrize("text", IMPOSSIBLE)
def test_a_day_that_no_calendar_has(text):
    assert code_of(parse_date, text) is codes.IMPOSSIBLE_DATE


@pytest.mark.parametrize("text", UNFILLED)
def test_a_place_that_nobody_filled_in(text):
    assert code_of(parse_date, text) is codes.PLACEHOLDER


@pytest.mark.parametrize("text", NOT_DATES)
def test_what_is_not_an_exact_date(text):
    assert code_of(parse_date, text) is codes.BAD_DATE


def test_the_message_shows_the_text_as_written():
    with pytest.raises(BadValue, match=r"«31 Февраля 2026 г\.»"):
        parse_date("31 Февраля 2026 г.")


@given(st.dates(datetime.date(1800, 1, 1), datetime.date(2200, 12, 31)))
def test_what_the_site_prints_is_read_back(date):
    assert parse_date(long_date(date)) == parse_date(short_date(date)) == date
    assert parse_date(date.isoformat()) == date


@pytest.mark.parametrize(("text", "expected"), TIMES.items())
def test_every_spelling_of_a_time(text, expected):
    assert parse_time(text) == datetime.time(*expected)


def test_seconds_are_kept():
    assert parse_time("14:00:07") == datetime.time(14, 0, 7)


@pytest.mark.parametrize("text", NOT_TIMES)
def test_what_is_not_a_time(text):
    assert code_of(parse_time, text) is codes.BAD_TIME


def test_unfilled_time():
    assert code_of(parse_time, "__:__") is codes.PLACEHOLDER


@given(st.text(max_size=300) | st.text("0123456789.:-/чмингвода «»_?", max_size=40))
def test_any_text_gives_a_value_or_bad_value(text):
    for parse in (parse_date, parse_time):
        with contextlib.suppress(BadValue):
            parse(text)
