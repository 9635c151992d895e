"""Excel workbooks from anywhere: read as values, within bounds, and never quoted."""

import io
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice

from generator.databank.failure import DataBankError

SIGNATURE = b"PK\x03\x04"
LARGEST = 10 * 2**20
"""Bytes of a file; a table of 20,000 teachers has two or three million."""
_LARGEST_INSIDE = 60 * 2**20
"""Bytes of all parts when they are unpacked: a table in XML is some twenty times as large."""
_MOST_PARTS = 2_000
_MOST_ROWS = 20_001
_MOST_COLUMNS = 201

_Row = tuple[str | int | float | date | None, ...]


def read_workbook(data: bytes) -> Iterator[_Row]:
    """Yield the rows of a workbook's first sheet that has any. Raises DataBankError."""
    _refuse_bomb(data)
    try:
        return iter(_rows(data))
    except Exception:  # noqa: BLE001, RUF100 - whatever openpyxl stumbles over may repeat a cell
        raise DataBankError("книгу Excel не прочитать: откройте её и сохраните ещё раз") from None


def _refuse_bomb(data: bytes) -> None:
    """Refuse an archive that would unpack to more than any table has; sizes bind the reader."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise DataBankError("это не книга Excel: нужен файл .xlsx или .csv") from None
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _LARGEST_INSIDE:
        raise DataBankError("книга Excel внутри слишком велика: это не таблица объединения")


def _rows(data: bytes) -> list[_Row]:
    # openpyxl takes a quarter of a second, and only this command needs it.
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        # Its warnings repeat what stands in cells.
        warnings.simplefilter("ignore")
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        try:
            for sheet in book.worksheets:
                sheet.reset_dimensions()  # what the file says of its size may be wrong
                cells = sheet.iter_rows(max_col=_MOST_COLUMNS, values_only=True)
                rows = [_filled(row) for row in islice(cells, _MOST_ROWS)]
                if any(map(any, rows)):
                    return rows
        finally:
            book.close()
    return []


def _filled(row: Iterable[object]) -> _Row:
    """A row without the empty cells behind its last one: openpyxl fills it up."""
    values = list(map(_value, row))
    while values and values[-1] is None:
        values.pop()
    return tuple(values)


def _value(value: object) -> str | int | float | date | None:
    """A cell as text, number or day; a mark that no table of people has is as good as none."""
    if value is None or isinstance(value, str | int | float | date):
        return value
    return str(value)
