"""Russian words around values: dates, counted nouns, lists, quotes, initials."""

import datetime
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from babel import Locale
from babel.dates import format_date, get_month_names

NBSP = "\u00a0"

MonthCase = Literal["nominative", "genitive"]

_RUSSIAN = Locale.parse("ru")
_NAMES: dict[MonthCase, dict[int, str]] = {
    "nominative": dict(get_month_names("wide", context="stand-alone", locale=_RUSSIAN)),
    "genitive": dict(get_month_names("wide", context="format", locale=_RUSSIAN)),
}
_INNER_QUOTES = str.maketrans("«»", "„“")
_STRAIGHT_PAIR = re.compile(r'"([^"]*)"')


@lru_cache(maxsize=4096)
def long_date(date: datetime.date) -> str:
    """«29 августа 2025 г.», kept on one line by non-breaking spaces."""
    return f"{date.day}{NBSP}{month_name(date.month, 'genitive')}{NBSP}{year_number(date.year)}"


@lru_cache(maxsize=4096)
def short_date(date: datetime.date) -> str:
    """«29.08.2025», as tables and signatures have it."""
    return f"{date.day:02}.{date.month:02}.{date.year:04}"


def month_name(number: int, case: MonthCase = "nominative") -> str:
    """«август» or «августа»; the number counts from 1."""
    return _NAMES[case][number]


def month_year(date: datetime.date) -> str:
    """«август 2025 г.»: the heading of a month."""
    return f"{month_name(date.month)}{NBSP}{year_number(date.year)}"


def year_number(year: int) -> str:
    """«2025 г.»."""
    return f"{year}{NBSP}г."


@lru_cache(maxsize=4096)
def weekday(date: datetime.date) -> str:
    """«пятница»."""
    return format_date(date, "cccc", locale=_RUSSIAN)


def plural(number: int, one: str, few: str, many: str) -> str:
    """The form of a noun that the number asks for: 1 час, 2 часа, 5 часов."""
    rule = _plural_rule(abs(number))
    return one if rule == "one" else few if rule == "few" else many


@lru_cache(maxsize=4096, typed=True)
def _plural_rule(number: int) -> str:
    return _RUSSIAN.plural_form(number)


def count(number: int, one: str, few: str, many: str) -> str:
    """«3 заседания»: the number and its noun, never torn apart."""
    return f"{number}{NBSP}{plural(number, one, few, many)}"


def file_size(size: int) -> str:
    """«807 байт», «340 КБ», «1,2 МБ»: units of 1024, as file managers count."""
    if size < 1024:
        return count(size, "байт", "байта", "байт")
    if size < 1024 * 1024 - 512:
        return f"{(size + 512) // 1024}{NBSP}КБ"
    tenths = (size * 10 + 512 * 1024) // (1024 * 1024)
    whole, rest = divmod(tenths, 10)
    return f"{whole},{rest}{NBSP}МБ" if rest else f"{whole}{NBSP}МБ"


def listing(items: Iterable[str]) -> str:
    """«а, б и в»; an empty text for no items."""
    *head, last = list(items) or [""]
    return f"{', '.join(head)} и {last}" if head else last


def quote(text: str) -> str:
    """«text» in Russian quotes; quotes inside become „inner“, a quoted text stays as it is."""
    bare = text.strip()
    if bare.startswith("«") and bare.endswith("»") and _is_one_quotation(bare[1:-1]):
        bare = bare[1:-1]
    inside = _STRAIGHT_PAIR.sub("„\\1“", bare.translate(_INNER_QUOTES))
    return f"«{inside}»"


def initials(surname: str, given: str | None = None, patronymic: str | None = None) -> str:
    """«Иванова А. П.»; the parts that are not known are left out."""
    return NBSP.join(part for part in (surname, *_letters(given, patronymic)) if part)


def initials_first(surname: str, given: str | None = None, patronymic: str | None = None) -> str:
    """«А. П. Иванова»; the parts that are not known are left out."""
    return NBSP.join(part for part in (*_letters(given, patronymic), surname) if part)


def _is_one_quotation(inside: str) -> bool:
    """Tell «Школа «Луч» из Минска» from «Луч» и «Заря»: no inner quote closes the outer."""
    depth = 0
    for mark in inside:
        depth += (mark == "«") - (mark == "»")
        if depth < 0:
            return False
    return depth == 0


def _letters(*names: str | None) -> list[str]:
    """The initials of those names that are known; «Анна-Мария» gives «А.-М.»."""
    return [_initial(name) for name in names if name and name.strip(" .-")]


def _initial(name: str) -> str:
    parts = (part.strip(" .") for part in name.split("-"))
    return "-".join(f"{part[0].upper()}." for part in parts if part)
