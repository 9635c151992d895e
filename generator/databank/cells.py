"""A cell as people fill it in: a category, or a number of full years."""

import re
from datetime import date, datetime, timedelta

from pydantic import ValidationError

from generator.models.person import CATEGORY_WORDS, Category, Experience
from generator.models.vocabulary import CategoryCode
from generator.problems import BadValue
from generator.values import parse_date

Cell = str | int | float | date | None

_NOISE = re.compile(r"\b(?:квалификационн\w*|квалиф|кв|категори\w*|катег|кат|разряд)\b\.?|[«»\"]")
_TAIL = re.compile(r"[,;(]|\s(?:от|с|до|приказ\w*|пр)\b|\s№|\d{2}\.\d{2}|\b\d{4}\b")
"""Where the day or the order begins that some write behind the category."""
_ORDINAL = re.compile(r"(?<=[12i])\s?-?(?:я|ая)\b")
_HAS_NONE = frozenset(("нет", "не имеет", "отсутствует", "без", "бк", "б\\к", "без категории"))
_SHORTEST = 3
"""Letters by which a shortened word is known: «выс.», «перв.»."""

_YEAR = re.compile(r"(?:с\s*)?(\d{4})(?:\s*(?:г\.?\s?р\.?|г\.?|год\w*))?\.?")
_MONTHS = re.compile(r"(\d{1,2})\s*(?:мес\.?|месяц\w*)")
_LONG = re.compile(r"(\d{1,2})\s*(?:лет|год|года|г|л)\.?(?:\s*(?:и\s*)?\d{1,2}\s*м[а-я.]*)?")
_EXCEL_BEGINS = date(1899, 12, 30)
_EXCEL_DAYS = range(5_000, 60_000)
"""Numbers that are days where Excel forgot to show them so: 1913 to 2064."""
AGES = range(16, 101)
EXPERIENCES = range(81)


def read_category(cell: Cell) -> CategoryCode | None:
    """The category that a cell names, however it is shortened; None where that is not clear."""
    text = " ".join(_NOISE.sub(" ", _text(cell).casefold()).split())
    text = text[: found.start()] if (found := _TAIL.search(text)) else text
    text = _ORDINAL.sub("", text).strip(" .,:-–—")
    if text.startswith("соотв"):
        return CategoryCode.COMPLIANCE
    if text in _HAS_NONE:
        return CategoryCode.NONE
    try:
        return Category.model_validate(_whole(text)).code if text or _is_dash(cell) else None
    except ValidationError:
        return None


def _whole(text: str) -> str:
    """The one word of the model's own list that a shortened word begins."""
    if len(text) < _SHORTEST:
        return text or "-"
    words = (word for word in CATEGORY_WORDS if word.startswith(text))
    # «учитель» is a post; only «учитель-методист» is a category.
    meant = {CATEGORY_WORDS[word] for word in words if not word.startswith(f"{text}-")}
    return meant.pop().value if len(meant) == 1 else text


def _is_dash(cell: Cell) -> bool:
    return _text(cell) in {"-", "–", "—"}


def read_experience(cell: Cell, today: date) -> int | None:
    """Full years of work: «26 лет», 26, «с 2001 г.», «8 мес.», the day on which it began."""
    if (years := _counted(cell, EXPERIENCES)) is not None:
        return years
    text = _text(cell).casefold()
    if _MONTHS.fullmatch(text):
        return 0
    try:
        value = Experience.model_validate(text).value
    except ValidationError:
        return _since(cell, today, EXPERIENCES)
    return value if value in EXPERIENCES else _since(cell, today, EXPERIENCES)


def read_age(cell: Cell, today: date) -> int | None:
    """Full years of age: «45 лет», 45, a birth date, a year of birth."""
    years = _counted(cell, AGES)
    return _since(cell, today, AGES) if years is None else years


def _counted(cell: Cell, allowed: range) -> int | None:
    """Years that a cell counts, as a number or with their word."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return int(cell) if 0 <= cell < allowed.stop and int(cell) in allowed else None
    text = _text(cell).casefold()
    found = re.fullmatch(r"(\d{1,2})(?:[.,]\d{1,2})?", text) or _LONG.fullmatch(text)
    years = int(found[1]) if found else None
    return years if years in allowed else None


def _since(cell: Cell, today: date, allowed: range) -> int | None:
    """Full years since the day or the year that a cell names."""
    day = _day(cell)
    if day is not None:
        years = today.year - day.year - ((today.month, today.day) < (day.month, day.day))
    elif found := _YEAR.fullmatch(_text(cell).casefold()):
        years = today.year - int(found[1])
    else:
        return None
    return years if years in allowed else None


def _day(cell: Cell) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, int | float) and cell in _EXCEL_DAYS:
        return _EXCEL_BEGINS + timedelta(days=int(cell))
    text = re.sub(r"^с\s+|\s*г\.?\s?р\.?$|\s+0?0:00(:00)?$", "", _text(cell))
    try:
        return parse_date(text) if text else None
    except BadValue:
        return None


def _text(cell: Cell) -> str:
    """A cell in one line; a whole number that Excel keeps as a fraction without its «.0»."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return "" if cell is None else " ".join(str(cell).split())
