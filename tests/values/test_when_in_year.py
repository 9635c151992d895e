"""`When` within a school year: bounds, order, and what holds for any text at all."""

import contextlib
import datetime
import itertools
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.problems import BadValue, Place, report
from generator.values import SchoolYear, When, WhenKind

YEAR = SchoolYear(2025)
QUARTERS = [
    (datetime.date(2025, 9, 1), datetime.date(2025, 10, 24)),
    (datetime.date(2025, 11, 3), datetime.date(2025, 12, 30)),
    (datetime.date(2026, 1, 12), datetime.date(2026, 3, 27)),
    (datetime.date(2026, 4, 6), datetime.date(2026, 5, 26)),
]

SPOKEN = """
    0 1 5 12 15 29 31 00 2025 2026 05.12 29.08.2025 2025-09 2025-09-01 ноябрь мая
    сентября окт. феврале в с по до к и не позднее - – / , . « » г. года I III IV
    четверть полугодие неделя раз учебный год течение ___ ? конца 29 февраля
"""
PIECES = SPOKEN.split()
texts = (
    st.text(max_size=300)
    | st.lists(st.sampled_from(PIECES), max_size=9).map(" ".join)
    | st.lists(st.sampled_from(PIECES), max_size=6).map("".join)
    | st.text("0123456789.-/ сентябрьокмая«»_?гпдIV", max_size=30)
)
years = st.integers(1990, 2099).map(SchoolYear)


@st.composite
def understood(draw):
    """Texts built so that most of them are understood."""
    year = draw(st.sampled_from(["", " 2025", " 2026 г.", " 2027 года"]))
    months = ("январь", "февраля", "в марте", "апр.", "мая", "июне", "авг", "сентября", "ноябрь")
    month = st.sampled_from(months)
    day = st.integers(1, 28).map(str)
    form = draw(
        st.sampled_from(
            (
                *("{d} {m}{y}", "{m}{y}", "{d}–{e} {m}{y}", "{d} {m} – {e} {n}{y}"),
                *("до {d} {m}{y}", "с {d} по {e} {m}{y}", "{m}{y} – {n}", "{m}, {n}{y}"),
                *("до конца {m}{y}", "{m}{y} – {n} 2028", "{m} – {d} {n}{y}", "{m} – {n}{y}"),
                *("{d} {m} - {n}{y}", "{d} и {e} {m}{y}", "2-я неделя {m}{y}"),
            )
        )
    )
    words = {"d": draw(day), "e": draw(day), "m": draw(month), "n": draw(month), "y": year}
    return form.format(**words)


def parsed(text):
    """The time, or None where it is refused in words that a chair can read."""
    with contextlib.suppress(BadValue):
        return When.parse(text)
    with pytest.raises(BadValue) as caught:
        When.parse(text)
    place = Place("plan.yml")
    assert report(caught.value.code, place, **caught.value.words).hint
    return None


def span(text, year=YEAR, quarters=()):
    first, last = When.parse(text).span(year, quarters)
    return f"{first} {last}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("29.08.2025", "2025-08-29 2025-08-29"),
        ("29.08.2031", "2031-08-29 2031-08-29"),
        ("5 декабря", "2025-12-05 2025-12-05"),
        ("5 марта", "2026-03-05 2026-03-05"),
        ("29 февраля", "2026-02-28 2026-02-28"),
        ("сентябрь", "2025-09-01 2025-09-30"),
        ("февраль", "2026-02-01 2026-02-28"),
        ("февраль 2028", "2028-02-01 2028-02-29"),
        ("сентябрь – май", "2025-09-01 2026-05-31"),
        ("май – сентябрь", "2026-05-01 2026-09-30"),
        ("28 декабря – 9 января", "2025-12-28 2026-01-09"),
        ("до 05.12", "2025-08-01 2025-12-05"),
        ("до 01.07.2025", "2025-07-01 2025-07-01"),
        ("до конца мая", "2025-08-01 2026-05-31"),
        ("I четверть", "2025-09-01 2025-10-31"),
        ("II четверть", "2025-11-01 2025-12-31"),
        ("III четверть", "2026-01-01 2026-03-31"),
        ("IV четверть", "2026-04-01 2026-05-31"),
        ("I полугодие", "2025-09-01 2025-12-31"),
        ("II полугодие", "2026-01-01 2026-05-31"),
        ("в течение года", "2025-09-01 2026-05-31"),
        ("2027/2028 учебный год", "2027-09-01 2028-05-31"),
        ("ежемесячно", "2025-09-01 2026-05-31"),
        ("ноябрь, январь", "2025-11-01 2026-01-31"),
        ("май, сентябрь", "2025-09-01 2026-05-31"),
        ("2-я неделя октября", "2025-10-01 2025-10-31"),
    ],
)
def test_first_and_last_day(text, expected):
    assert span(text) == expected


def test_given_quarters_override_the_usual_ones():
    assert span("I четверть", YEAR, QUARTERS) == "2025-09-01 2025-10-24"
    assert span("II полугодие", YEAR, QUARTERS) == "2026-01-12 2026-05-26"


def test_usual_quarters_stand_in_for_missing_ones():
    assert span("III четверть", YEAR, QUARTERS[:2]) == "2026-01-01 2026-03-31"


def test_a_plan_is_in_order():
    """Early before late, exact before vague, due by its day, words last."""
    plan = [
        "29.08.2025",
        "1 сентября",
        "1–15 сентября",
        "сентябрь",
        "I четверть",
        "сентябрь – декабрь",
        "декабрь",
        "5 декабря",
        "до 05.12",
        "II полугодие",
        "до 15 января",
        "май 2026",
        "в течение года",
        "ежемесячно",
        "по графику",
    ]
    whens = [When.parse(text) for text in reversed(plan)]
    assert [w.raw for w in sorted(whens, key=lambda w: w.sort_key(YEAR))] == plan


@settings(max_examples=500)
@given(texts)
def test_any_text_gives_a_when_or_bad_value(text):
    when = parsed(text)
    assert when is None or when.raw == text


@settings(max_examples=500)
@given(texts | understood())
def test_what_the_site_prints_is_read_back(text):
    when = parsed(text)
    if when is not None:
        again = When.parse(when.text())
        assert (again.kind, again.start, again.end) == (when.kind, when.start, when.end)
        assert again.number == when.number
        assert again.text() == when.text()


@given(texts | understood(), years)
def test_the_span_is_sane(text, year):
    when = parsed(text)
    if when is None:
        return
    first, last = when.span(year)
    assert first <= last
    named = (when.start.year, when.end.year)
    if named == (None, None):
        assert year.begins <= first <= year.ends
        assert last.year <= year.second + 1
    if when.date:
        assert first == last == when.date
    assert len(when.sort_key(year)) == 5


@given(st.lists(texts | understood(), min_size=2, max_size=5), years)
def test_the_order_does_not_depend_on_where_one_starts(parts, year):
    whens = {when for when in map(parsed, parts) if when} | {When.words(part) for part in parts}
    orders = {
        tuple(w.raw for w in sorted(order, key=lambda w: w.sort_key(year)))
        for order in itertools.islice(itertools.permutations(whens), 24)
    }
    assert len(orders) == 1


@given(st.text())
def test_explicit_words_never_fail(text):
    when = When.words(text)
    assert when.kind is WhenKind.WORDS
    assert when.span(YEAR) == (datetime.date(2025, 9, 1), datetime.date(2026, 5, 31))
    assert isinstance(when.text(), str)


HOSTILE = [
    *(mark * 200 for mark in '-/ ,;1я."«_?'),
    *(piece * 60 for piece in ("с ", "по ", "1-", "1 раз", " и ", ", ", "1.", "в ", "1 четверт")),
    "с " + " по " * 49,
    "до " + "конца " * 32,
    "1" * 10**6,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_takes_no_time(text):
    begun = time.perf_counter()
    for number in range(20):
        parsed(f"{text[:-2]}{number:02}"[-len(text) :])
    assert time.perf_counter() - begun < 1


def test_a_hundred_thousand_times_are_read_in_seconds():
    """No text comes twice, so that the cache cannot help."""
    begun = time.perf_counter()
    for number in range(10_000):
        When.parse(f"{number % 28 + 1} мая {1800 + number // 28} г.")
        When.parse(f"с {number % 28 + 1} мая по 30 июня {1800 + number // 28} г.")
    assert time.perf_counter() - begun < 4
