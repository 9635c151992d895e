"""Russian words around values. In the expected texts `~` stands for a non-breaking space."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.values import (
    NBSP,
    count,
    initials,
    initials_first,
    listing,
    long_date,
    month_name,
    month_year,
    plural,
    quote,
    short_date,
    weekday,
)

DAY = datetime.date(2025, 8, 29)


def tied(text):
    return text.replace("~", NBSP)


def test_dates():
    assert long_date(DAY) == tied("29~августа~2025~г.")
    assert long_date(datetime.date(2026, 5, 1)) == tied("1~мая~2026~г.")
    assert short_date(datetime.date(2026, 5, 1)) == "01.05.2026"
    assert month_year(DAY) == tied("август~2025~г.")
    assert weekday(DAY) == "пятница"


@pytest.mark.parametrize(
    ("number", "nominative", "genitive"),
    [(1, "январь", "января"), (3, "март", "марта"), (5, "май", "мая"), (8, "август", "августа")],
)
def test_month_in_both_cases(number, nominative, genitive):
    assert month_name(number) == month_name(number, "nominative") == nominative
    assert month_name(number, "genitive") == genitive


@pytest.mark.parametrize(
    ("number", "form"),
    [
        *((n, "заседание") for n in (1, 21, 101, 1001)),
        *((n, "заседания") for n in (2, 3, 4, 22, 104)),
        *((n, "заседаний") for n in (0, 5, 10, 11, 12, 14, 20, 111, 212)),
        (-1, "заседание"),
    ],
)
def test_the_noun_follows_the_number(number, form):
    forms = ("заседание", "заседания", "заседаний")
    assert plural(number, *forms) == form
    assert count(number, *forms) == f"{number}{NBSP}{form}"


@pytest.mark.parametrize(
    ("items", "text"),
    [([], ""), (["а"], "а"), (["а", "б"], "а и б"), (["а", "б", "в"], "а, б и в")],
)
def test_listing(items, text):
    assert listing(items) == listing(iter(items)) == text


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Луч", "«Луч»"),
        (" Луч ", "«Луч»"),
        ("«Луч»", "«Луч»"),
        ("Школа «Луч»", "«Школа „Луч“»"),
        ('Школа "Луч"', "«Школа „Луч“»"),
        ("«Луч» и «Заря»", "«„Луч“ и „Заря“»"),
        ("«Школа «Луч»»", "«Школа „Луч“»"),
        ("", "«»"),
    ],
)
def test_quotes_never_stand_twice(text, quoted):
    assert quote(text) == quoted


@pytest.mark.parametrize(
    ("parts", "last", "first"),
    [
        (("Иванова", "Анна", "Петровна"), "Иванова~А.~П.", "А.~П.~Иванова"),
        (("Иванова", "Анна"), "Иванова~А.", "А.~Иванова"),
        (("Иванова", "А.", "П."), "Иванова~А.~П.", "А.~П.~Иванова"),
        (("Иванова",), "Иванова", "Иванова"),
        (("Иванова", "", None), "Иванова", "Иванова"),
        (("Иванова", "  ", "."), "Иванова", "Иванова"),
        (("Петрова", "Анна-Мария", "Львовна"), "Петрова~А.-М.~Л.", "А.-М.~Л.~Петрова"),
        (("Оглы", "анна"), "Оглы~А.", "А.~Оглы"),
    ],
)
def test_initials(parts, last, first):
    assert initials(*parts) == tied(last)
    assert initials_first(*parts) == tied(first)


@given(st.text(max_size=30), st.text(max_size=30), st.text(max_size=30))
def test_words_never_fail_on_odd_names(surname, given_name, patronymic):
    initials(surname, given_name, patronymic)
    initials_first(surname, given_name, patronymic)
    quote(surname)
