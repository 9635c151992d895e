"""The page of open data: what each file holds, field by field, and how to take it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from generator.pages.addresses import DATA
from generator.pages.context import Context
from generator.pages.data.fields import VERSION, Field, Table
from generator.pages.data.files import (
    SETS,
    csv_address,
    files,
    json_address,
    schema_address,
)
from generator.pages.data.sets import DataSet
from generator.pages.draft import Draft
from generator.pages.metadata import Offer, catalogue
from generator.pages.page import Page
from generator.pages.sought import Sought, SoughtKind


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as the page prints it."""

    table: Table[Any]
    rows: int
    json: str
    csv: str
    schema: str


def pages(context: Context) -> Iterator[Draft]:
    """Yield the page and all files."""
    yield Draft(DATA, partial(_page, context))
    yield from files(context)


def _page(context: Context) -> Page:
    site = context.archive.site.record
    publisher = context.archive.organisations[site.publisher]
    sheets = [_sheet(context, data) for data in SETS]
    offers = [_offer(sheet) for sheet in sheets]
    return context.page(
        "data.html",
        DATA,
        "Открытые данные",
        description="Объединения, заседания, решения, голосования, документы и практики в JSON и "
        "CSV, с описанием каждого поля.",
        metadata=partial(catalogue, offers, publisher, site.licence),
        sheets=sheets,
        columns=own_columns,
        version=VERSION,
        licence=site.licence,
        publisher=publisher,
        searched=(Sought(SoughtKind.PAGE),),
    )


def _sheet(context: Context, data: DataSet[Any]) -> Sheet:
    return Sheet(
        data.table,
        data.count(context),
        json_address(data),
        csv_address(data),
        schema_address(data),
    )


def _offer(sheet: Sheet) -> Offer:
    files = ((sheet.json, "application/json"), (sheet.csv, "text/csv"))
    return Offer(sheet.table.name, sheet.table.title, sheet.table.description, files)


def own_columns(field: Field[Any]) -> list[str]:
    """The columns of the CSV in which a field stands under other names than its own."""
    return [column.name for column in field.columns if column.name != field.name]
