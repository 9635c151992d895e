"""The register of a school year as a table to take away: CSV, and a workbook of Excel.

A line for each document of which the public may know, and one for each that the regulation
requires and that is not there.
"""

import csv
import importlib
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import partial
from io import BytesIO, StringIO
from typing import Any, NamedTuple

from generator.load import Entry
from generator.models import Document
from generator.pages.addresses import register_file
from generator.pages.context import Context
from generator.pages.draft import Draft
from generator.pages.page import File
from generator.pages.papers import period_text, state_of
from generator.pages.register import Group, groups_of, register_years
from generator.pages.required import Requirement
from generator.pages.spreadsheet import BYTE_ORDER_MARK, harmless
from generator.values import SchoolYear

Value = str | date | None

DAY = "dd.mm.yyyy"


class Line(NamedTuple):
    """A line of the table; the headings of the fields are `COLUMNS`."""

    association: str
    year: str
    kind: str
    title: str
    number: str | None = None
    day: date | None = None
    case_index: str | None = None
    period: str | None = None
    due: date | None = None
    submitted: date | None = None
    state: str | None = None
    retention: str | None = None
    storage: str | None = None


COLUMNS = (
    ("Объединение", 36),
    ("Учебный год", 12),
    ("Вид", 24),
    ("Название", 60),
    ("Номер", 12),
    ("Дата", 12),
    ("Индекс дела", 12),
    ("Период", 26),
    ("Срок", 12),
    ("Сдано", 12),
    ("Состояние", 26),
    ("Срок хранения", 26),
    ("Где хранится", 26),
)
"""The heading of each field of a line, and how wide its column is."""


def pages(context: Context) -> Iterator[Draft]:
    """Yield both tables of each school year."""
    for year in register_years(context):
        yield Draft(register_file(year, "csv"), partial(_csv, context, year))
        yield Draft(register_file(year, "xlsx"), partial(_workbook, context, year))


def lines_of(context: Context, year: SchoolYear) -> Iterator[Line]:
    """Yield the lines of a year: by association, what there is before what is missing."""
    for group in groups_of(context, (year,)):
        for paper in group.documents:
            yield _document(context, group, paper)
        for requirement in group.required:
            if requirement.missing:
                yield _missing(group, requirement)


def _document(context: Context, group: Group, paper: Entry[Document]) -> Line:
    record = paper.record
    retention = record.retention
    kept = (retention.term, retention.article) if retention else ()
    return Line(
        association=group.association.record.label,
        year=group.year.title,
        kind=record.kind.label,
        title=record.title,
        number=record.number,
        day=record.date,
        case_index=record.case_index,
        period=period_text(record.period) if record.period else None,
        due=record.due,
        submitted=record.submitted_on,
        state=state_of(context, record),
        retention=", ".join(part for part in kept if part) or None,
        storage=record.storage,
    )


def _missing(group: Group, requirement: Requirement) -> Line:
    finding = requirement.finding
    return Line(
        association=group.association.record.label,
        year=group.year.title,
        kind=f"требуется: {finding.norm.label.lower()}",
        title=requirement.title,
        due=finding.due,
        state=f"{finding.state.label}: {finding.message}",
    )


def _csv(context: Context, year: SchoolYear) -> File:
    text = StringIO()
    text.write(BYTE_ORDER_MARK)
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")  # as Excel in Russian has it
    writer.writerow([title for title, _ in COLUMNS])
    for line in lines_of(context, year):
        writer.writerow([harmless(_said(value)) for value in line])
    return File(register_file(year, "csv"), text.getvalue().encode())


def _said(value: Value) -> str:
    return value.isoformat() if isinstance(value, date) else value or ""


def _workbook(context: Context, year: SchoolYear) -> File:
    return File(register_file(year, "xlsx"), workbook(year, list(lines_of(context, year))))


def workbook(year: SchoolYear, lines: list[Line]) -> bytes:
    """A workbook with one sheet: the same bytes for the same lines, on whichever day."""
    xlsxwriter = importlib.import_module("xlsxwriter")  # slow to load, and not of every run
    data = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(data, options) as book:
        made = datetime(year.second, 8, 31)
        title = f"Реестр документов, {year.title} учебный год"
        book.set_properties({"title": title, "created": made})
        sheet = book.add_worksheet(f"Реестр {year}")
        formats = {date: book.add_format({"num_format": DAY, "align": "left", "valign": "top"})}
        plain = book.add_format({"text_wrap": True, "valign": "top"})
        _fill(sheet, lines, formats | {str: plain}, book.add_format({"bold": True}))
    return data.getvalue()


def _fill(sheet: Any, lines: Iterable[Line], formats: dict[type, Any], bold: Any) -> None:
    """Write headings and lines; the headings stay in sight, and each column can be filtered."""
    last = 0
    for column, (title, width) in enumerate(COLUMNS):
        sheet.write_string(0, column, title, bold)
        sheet.set_column(column, column, width)
    for last, line in enumerate(lines, start=1):
        for column, value in enumerate(line):
            if isinstance(value, date):
                sheet.write_datetime(last, column, value, formats[date])
            elif value:
                sheet.write_string(last, column, value, formats[str])
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(COLUMNS) - 1)
