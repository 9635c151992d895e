"""Cells as people fill them in."""

from datetime import date, datetime

import pytest

from generator.databank.cells import read_age, read_category, read_experience
from generator.models.vocabulary import CategoryCode

TODAY = date(2026, 11, 21)
CATEGORIES = {
    CategoryCode.METHODIST: "учитель-методист; методист; Учитель-методист, приказ 7",
    CategoryCode.HIGHEST: "высшая; Высшая категория; ВЫСШАЯ КВ. КАТЕГОРИЯ; выс.; высш. кат.; "
    "высшая квалификационная категория, 2021; высшая (приказ № 5 от 01.02.2020); "
    "высшая 12.03.2022; «высшая»; в",
    CategoryCode.FIRST: "первая; 1; I; 1 кв.кат.; 1-я; 1 категория; перв.; первая до 2027 г.",
    CategoryCode.SECOND: "вторая; 2; II; вторая категория; 2 кат",
    CategoryCode.COMPLIANCE: "сзд; СЗД; соответствие; соотв. заним. должности; "
    "Соответствие занимаемой должности",
    CategoryCode.NONE: "б/к; без категории; -; —; нет; не имеет; бк",
}
CASES = [(text, code) for code, texts in CATEGORIES.items() for text in texts.split("; ")]


@pytest.mark.parametrize(("text", "code"), CASES)
def test_a_category(text, code):
    assert read_category(text) is code


@pytest.mark.parametrize(
    "text", ["", None, "   ", "учитель", "?", "третья", "кат.", 7, "да", "xyz"]
)
def test_no_category(text):
    assert read_category(text) is None


EXPERIENCES = {
    "26": 26,
    "26 лет": 26,
    "1 год": 1,
    "22 года": 22,
    "8 мес.": 0,
    "3 года 2 мес.": 3,
    "12,5": 12,
    "с 2001 г.": 25,
    "2001": 25,
    "01.09.2001": 25,
    "с 01.12.2001": 24,
    "1 сентября 2001 г.": 25,
    "15 л.": 15,
    "0": 0,
}


@pytest.mark.parametrize("text", EXPERIENCES)
def test_length_of_service(text):
    assert read_experience(text, TODAY) == EXPERIENCES[text]


def test_length_of_service_as_excel_keeps_it():
    assert read_experience(26, TODAY) == 26
    assert read_experience(26.0, TODAY) == 26
    assert read_experience(12.7, TODAY) == 12
    assert read_experience(datetime(2001, 9, 1), TODAY) == 25
    assert read_experience(37135, TODAY) == 25


@pytest.mark.parametrize(
    "cell", ["", None, "давно", "26/20", "101", 300, -1, "с 2030 г.", True, 1e300]
)
def test_no_length_of_service(cell):
    assert read_experience(cell, TODAY) is None


AGES = {
    "12.03.1980": 46,
    "22.11.1980": 45,
    "21.11.1980": 46,
    "12.03.1980 г.р.": 46,
    "1980": 46,
    "1980 г.р.": 46,
    "1980 г. р.": 46,
    "45 лет": 45,
    "45": 45,
    "1980-03-12 00:00:00": 46,
}


@pytest.mark.parametrize("text", AGES)
def test_age(text):
    assert read_age(text, TODAY) == AGES[text]


def test_age_as_excel_keeps_it():
    assert read_age(datetime(1980, 3, 12), TODAY) == 46
    assert read_age(29292, TODAY) == 46
    assert read_age(45, TODAY) == 45


@pytest.mark.parametrize(
    "cell", ["", None, "5", "сорок", "12.13.1980", "1899", 3, float("nan"), float("inf")]
)
def test_no_age(cell):
    assert read_age(cell, TODAY) is None
