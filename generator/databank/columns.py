"""Which column of a table is which, by the words of its head, wherever that stands."""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from string import ascii_uppercase

from generator.databank.failure import DataBankError
from generator.databank.table import Cell, Row

_LOOKED_AT = 60
"""Rows among which the head stands: above it there are titles, stamps and addresses."""
_LONGEST_HEAD = 80
"""Letters of a head's cell; a longer text is a title over the table."""


class Meaning(StrEnum):
    """What a column holds."""

    NAME = "name"
    CATEGORY = "category"
    EXPERIENCE = "experience"
    BIRTH = "birth"
    AGE = "age"


WORDS: Mapping[Meaning, tuple[str, ...]] = {
    # The surest first: where several columns fit, the first pattern that one of them fits decides.
    Meaning.NAME: (r"\bф\.?\s*и\.?\s*о\b", r"фамили", r"\b(?:педагог|учитель|работник|сотрудник)$"),
    Meaning.CATEGORY: (r"квалиф\w*\.?\s*катег", r"категори", r"\bкатег|\bкв\.?\s*кат"),
    Meaning.EXPERIENCE: (r"пед\w*\.?\s*стаж|стаж\w*\W*пед", r"^общий\W*стаж|стаж"),
    Meaning.BIRTH: (r"(?:дата|год|день)\W*рожд", r"\bд\.?\s*р\.?$|рожден"),
    Meaning.AGE: (r"\bвозраст", r"\bполных лет"),
}
_PEDAGOGICAL = re.compile(r"\bпед")


class Columns:
    """The columns that are known, and the row under which the people stand."""

    def __init__(self, at: Mapping[Meaning, int], head: int) -> None:
        self.at = at
        self.head = head

    def cell(self, row: Row, meaning: Meaning) -> Cell:
        """What a row has in a column; nothing where the column is not known."""
        at = self.at.get(meaning)
        return row[at] if at is not None and at < len(row) else None

    def told(self) -> str:
        """Which column was taken for what: by letters, since a head may be no head."""
        return ", ".join(f"{meaning.value} — {letters(at)}" for meaning, at in self.at.items())


def find_columns(rows: Sequence[Row], given: Mapping[Meaning, str]) -> Columns:
    """Find the head and its columns; `given` names columns by letter, number or their head's text.

    Raises DataBankError where no column of those to be counted is known.
    """
    heads = [_meant(row) for row in rows[:_LOOKED_AT]]
    best = max(range(len(heads)), key=lambda index: len(heads[index]), default=0)
    found = heads[best] if heads and len(heads[best]) > 1 else {}
    head = best if found else -1
    for meaning, text in given.items():
        found[meaning], below = _named(rows, text)
        head = max(head, below)
    head = _below(rows, head, found) if Meaning.EXPERIENCE not in given else head
    if not found.keys() - {Meaning.NAME}:
        wanted = "категория, стаж, дата рождения или возраст"
        raise DataBankError(
            f"в таблице не найдено столбцов ({wanted}): назовите их так: --column category=D"
        )
    return Columns(found, head)


def _meant(row: Row) -> dict[Meaning, int]:
    """The columns that a row would head."""
    texts = {at: _head_text(cell) for at, cell in enumerate(row) if _head_text(cell)}
    found: dict[Meaning, int] = {}
    for meaning, patterns in WORDS.items():
        for pattern in patterns:
            fitting = [at for at, text in texts.items() if re.search(pattern, text)]
            if fitting and meaning not in found:
                found[meaning] = fitting[0]
    return found


def _below(rows: Sequence[Row], head: int, found: dict[Meaning, int]) -> int:
    """Look at a second line of the head, which divides «Стаж» into «общий» and «педагогический»."""
    start = found.get(Meaning.EXPERIENCE)
    if start is None or not 0 <= head < len(rows) - 1:
        return head
    for at, cell in enumerate(rows[head + 1][start : start + 4], start):
        if isinstance(cell, str) and _PEDAGOGICAL.search(_head_text(cell)):
            found[Meaning.EXPERIENCE] = at
            return head + 1
    return head


def _named(rows: Sequence[Row], text: str) -> tuple[int, int]:
    """The column that somebody names, and the row in which its head stands (-1: not known)."""
    wanted = " ".join(text.casefold().split())
    for index, row in enumerate(rows[:_LOOKED_AT]):
        for at, cell in enumerate(row):
            if wanted and _head_text(cell) == wanted:
                return at, index
    if wanted.isdecimal() and 0 < int(wanted) <= max(map(len, rows)):
        return int(wanted) - 1, -1
    if re.fullmatch(r"[a-z]{1,2}", wanted):
        at = sum((ascii_uppercase.index(sign) + 1) * 26**power
                 for power, sign in enumerate(reversed(wanted.upper()))) - 1  # fmt: skip
        if at < max(map(len, rows)):
            return at, -1
    raise DataBankError("названного столбца в таблице нет: напишите его букву, номер или заголовок")


def letters(at: int) -> str:
    """A column as Excel calls it: 0 is A, 26 is AA."""
    high, low = divmod(at, 26)
    return (ascii_uppercase[high - 1] if high else "") + ascii_uppercase[low]


def _head_text(cell: Cell) -> str:
    text = " ".join(cell.casefold().split()) if isinstance(cell, str) else ""
    return text if len(text) <= _LONGEST_HEAD else ""
