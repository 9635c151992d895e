"""Grades as people write them, one by one."""

import pytest

from generator.values.grades import single_grades


@pytest.mark.parametrize(
    ("written", "grades"),
    [
        ("5", "5"),
        (" 5 ", "5"),
        ("5 класс", "5"),
        ("5-й класс", "5"),
        ("10А", "10"),
        ("5 «Б»", "5"),
        ("5–7", "5 6 7"),
        ("5-7 кл.", "5 6 7"),
        ("5 — 7 классы", "5 6 7"),
        ("с 1 по 4", "1 2 3 4"),
        ("5, 6", "5 6"),
        ("5 и 6 классы", "5 6"),
        ("1–3, 5 и 4", "1 2 3 5 4"),
        ("5, 5–6", "5 6"),
        ("10–11", "10 11"),
        ("12", "12"),
    ],
)
def test_what_names_grades_gives_them_one_by_one(written, grades) -> None:
    assert single_grades(written) == tuple(grades.split())


@pytest.mark.parametrize(
    "written",
    ["старшая группа", "1 год обучения", "7–5", "13", "0", "5–13", "10–11 лет", "5 и старшие"],
)
def test_anything_else_stays_as_it_is(written) -> None:
    assert single_grades(written) == (written,)


def test_spaces_do_not_count() -> None:
    assert single_grades(" старшая   группа ") == ("старшая группа",)
