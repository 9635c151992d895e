"""The two forms of a row: a line of JSON, and a line of CSV that no spreadsheet runs."""

import csv
import json
from collections.abc import Iterable
from typing import Any

from generator.pages.data.fields import Record, Table
from generator.pages.spreadsheet import harmless

BETWEEN = "; "
"""What stands between the items of a list in one cell."""


class _Echo:
    """A file for the csv module that gives back what is written into it."""

    def write(self, text: str) -> str:
        return text


_WRITER = csv.writer(_Echo())
_ENCODER = json.JSONEncoder(ensure_ascii=False)


def json_line(table: Table[Any], record: Record) -> str:
    """A row as one line of JSON."""
    return _ENCODER.encode(record)


def csv_line(table: Table[Any], record: Record) -> str:
    """A row as one line of CSV (RFC 4180), its end too; texts may run over several."""
    return csv_text(table.cells(record))


def csv_text(values: Iterable[Any]) -> str:
    """Values as one line of CSV."""
    return str(_WRITER.writerow([cell_of(value) for value in values]))


def cell_of(value: Any) -> str:
    """What stands in a cell.

    A text that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    if isinstance(value, str):
        return harmless(value)
    if isinstance(value, list):
        return cell_of(BETWEEN.join(map(str, value)))
    if value is None:
        return ""
    return str(value).lower() if value is True or value is False else str(value)
