"""The door for the office's table: a file outside the repository, as rows of cells."""

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from pathlib import Path

from generator.databank.failure import DataBankError
from generator.databank.workbook import LARGEST, SIGNATURE, read_workbook

Cell = str | int | float | date | None
Row = Sequence[Cell]

MOST_ROWS = 20_000
"""Teachers of a large region; a table that is longer was not made for one association."""
MOST_COLUMNS = 200
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
"""How Excel files of before 2007 begin, and new ones under a password."""
_SEPARATORS = (";", "\t", ",")
_LOOKED_AT = 30
"""Rows by which the separator is chosen."""


def read_table(file: Path, content: Path) -> list[Row]:
    """Read a table. Raises DataBankError: in the repository, unreadable, no table, too large."""
    _refuse_repository(file, content)
    try:
        if file.stat().st_size > LARGEST:
            raise DataBankError(f"файл больше {LARGEST // 2**20} МБ: это не таблица объединения")
        data = file.read_bytes()
    except OSError:
        raise DataBankError("файл не открыть: проверьте имя и не открыт ли он в Excel") from None
    if data.startswith(_OLD_EXCEL):
        raise DataBankError("это .xls или файл под паролем: сохраните его как .xlsx без пароля")
    rows = read_workbook(data) if data.startswith(SIGNATURE) else _read_text(data)
    return _bounded(rows)


def _refuse_repository(file: Path, content: Path) -> None:
    """Refuse a table that lies where it could be published: with birth dates, for ever."""
    root = _root_of(content.resolve())
    for way in (file.absolute(), file.resolve()):
        if way.is_relative_to(root):
            raise DataBankError(
                "таблица лежит внутри хранилища записей, а хранилище открыто для всех: "
                "перенесите её в другую папку, вне хранилища. Если она уже попала в историю, "
                "скажите об этом тому, кто ведёт хранилище"
            )


def _root_of(content: Path) -> Path:
    """The folder of the repository; without one, that in which the records' folder lies."""
    homes = (content, *content.parents)
    return next((home for home in homes if (home / ".git").exists()), content.parent)


def _bounded(rows: Iterator[Row]) -> list[Row]:
    """Take all rows, as long as there are no more than anybody means."""
    found = list(islice(rows, MOST_ROWS + 1))
    if len(found) > MOST_ROWS:
        raise DataBankError(f"в таблице больше {MOST_ROWS} строк")
    if any(len(row) > MOST_COLUMNS for row in found):
        raise DataBankError(f"в таблице больше {MOST_COLUMNS} столбцов")
    if not any(any(row) for row in found):
        raise DataBankError("таблица пуста")
    return found


def _read_text(data: bytes) -> Iterator[Row]:
    """Read CSV in the encodings and with the separators that offices save it in."""
    text = _decoded(data)
    if "\0" in text:
        raise DataBankError("это не таблица: нужен файл .xlsx или .csv")
    lines = text.splitlines(keepends=True)
    separator = max(_SEPARATORS, key=lambda sign: _fields(lines[:_LOOKED_AT], sign))
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    except csv.Error:
        raise DataBankError("CSV не разобрать: сохраните таблицу как .xlsx") from None


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1251", errors="replace")


def _fields(lines: list[str], separator: str) -> int:
    """How many fields the first rows have with a separator."""
    try:
        return sum(len(row) - 1 for row in csv.reader(lines, delimiter=separator))
    except csv.Error:
        return 0
