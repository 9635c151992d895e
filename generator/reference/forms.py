"""Spellings of dates, times and terms, each with what the program understands by it."""

from collections.abc import Callable
from dataclasses import dataclass

from generator.problems import BadValue
from generator.values import SchoolYear, When, WhenKind, long_date, parse_date, parse_time


@dataclass(frozen=True, slots=True)
class Form:
    """What is written, and what becomes of it: a meaning, or the code of a problem."""

    written: str
    means: str = ""
    refused: str = ""


_DATES = ("2025-08-29", "29.08.2025", "29 августа 2025 г.", "«29» августа 2025 года", "31.02.2025")
_TIMES = ("14:00", "14.00", "9.30", "14 ч 30 мин", "после уроков")
_YEARS = ("2025-2026", "2025/2026", "2025/26", "2025")
_TERMS = (
    "2025-10-29",
    "29 октября",
    "ноябрь",
    "ноябрь 2025 г.",
    "сентябрь – октябрь",
    "с 1 по 15 октября",
    "до 05.12.2025",
    "до 5 декабря",
    "не позднее 1 июля",
    "до конца мая",
    "II четверть",
    "1 полугодие",
    "в течение года",
    "2-я неделя октября",
    "ноябрь, январь",
    "1 раз в четверть",
    "по мере необходимости",
    "за 3 дня до 05.12",
    "до ___ декабря",
)
_MEANINGS = {
    WhenKind.DATE: "день",
    WhenKind.DAY: "день, год — из учебного года",
    WhenKind.MONTH: "месяц",
    WhenKind.RANGE: "промежуток",
    WhenKind.DUE: "последний день",
    WhenKind.QUARTER: "четверть",
    WhenKind.HALF_YEAR: "полугодие",
    WhenKind.YEAR: "весь год",
    WhenKind.WORDS: "слова, как есть",
}


def dates() -> tuple[Form, ...]:
    """Spellings of a date."""
    return _forms(_DATES, lambda text: long_date(parse_date(text)))


def times() -> tuple[Form, ...]:
    """Spellings of a time of day."""
    return _forms(_TIMES, lambda text: f"{parse_time(text):%H:%M}")


def years() -> tuple[Form, ...]:
    """Spellings of a school year."""
    return _forms(_YEARS, lambda text: SchoolYear.parse(text).title)


def terms() -> tuple[Form, ...]:
    """Spellings of a term."""
    return _forms(_TERMS, _term)


def _term(text: str) -> str:
    when = When.parse(text)
    return f"{_MEANINGS[when.kind]}: {when.text()}"


def _forms(written: tuple[str, ...], read: Callable[[str], str]) -> tuple[Form, ...]:
    return tuple(_form(text, read) for text in written)


def _form(text: str, read: Callable[[str], str]) -> Form:
    try:
        return Form(text, means=read(text).replace("\u00a0", " "))
    except BadValue as problem:
        return Form(text, refused=problem.code.code)
