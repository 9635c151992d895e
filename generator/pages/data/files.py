"""The files of open data: a table as JSON and as CSV, and its schema."""

import json
from collections.abc import Iterator
from functools import partial
from typing import Any

from generator.pages.addresses import DATA
from generator.pages.context import Context
from generator.pages.data.associations import ASSOCIATIONS
from generator.pages.data.decisions import DECISIONS
from generator.pages.data.documents import DOCUMENTS
from generator.pages.data.fields import VERSION, Record
from generator.pages.data.findings import FINDINGS
from generator.pages.data.forms import csv_text
from generator.pages.data.meetings import MEETINGS
from generator.pages.data.practices import PRACTICES
from generator.pages.data.schema import schema_name, schema_of
from generator.pages.data.sets import CSV, JSON, DataSet
from generator.pages.data.votes import VOTES
from generator.pages.draft import Draft
from generator.pages.page import File
from generator.pages.spreadsheet import BYTE_ORDER_MARK

SETS: tuple[DataSet[Any], ...] = (
    ASSOCIATIONS,
    MEETINGS,
    DECISIONS,
    VOTES,
    DOCUMENTS,
    PRACTICES,
    FINDINGS,
)
"""Every table, in the order of the page."""
DAILY = frozenset({FINDINGS.table.name})
"""Tables that hang on the day: their files name it."""


def files(context: Context) -> Iterator[Draft]:
    """Yield the files of every table."""
    for data in SETS:
        yield Draft(json_address(data), partial(_json, context, data))
        yield Draft(csv_address(data), partial(_csv, context, data))
        yield Draft(schema_address(data), partial(_schema, data))


def json_address(data: DataSet[Any]) -> str:
    """Where a table stands as JSON."""
    return f"{DATA}{data.table.name}.json"


def csv_address(data: DataSet[Any]) -> str:
    """Where a table stands as CSV."""
    return f"{DATA}{data.table.name}.csv"


def schema_address(data: DataSet[Any]) -> str:
    """Where the schema of a table stands."""
    return f"{DATA}{schema_name(data.table)}"


def _json(context: Context, data: DataSet[Any]) -> File:
    """The head with a list of rows, one to a line."""
    head = json.dumps(_head(context, data) | {"items": []}, ensure_ascii=False, indent=2)
    rows = ",\n".join(data.lines(context, JSON))
    text = head.removesuffix("]\n}") + (f"\n{rows}\n  ]\n}}\n" if rows else "]\n}\n")
    return File(json_address(data), text.encode())


def _head(context: Context, data: DataSet[Any]) -> Record:
    site = context.archive.site.record
    licence = site.licence
    head: Record = {
        "version": VERSION,
        "schema": schema_name(data.table),
        "licence": {"name": licence.name, "url": licence.address},
        "publisher": {
            "id": site.publisher,
            "name": context.archive.organisations[site.publisher].record.name,
        },
    }
    return head | ({"as_of": context.today.isoformat()} if data.table.name in DAILY else {})


def _csv(context: Context, data: DataSet[Any]) -> File:
    header = csv_text(column.name for _, column in data.table.columns)
    text = f"{BYTE_ORDER_MARK}{header}{''.join(data.lines(context, CSV))}"
    return File(csv_address(data), text.encode())


def _schema(data: DataSet[Any]) -> File:
    schema = schema_of(data.table, daily=data.table.name in DAILY)
    text = json.dumps(schema, ensure_ascii=False, indent=2)
    return File(schema_address(data), f"{text}\n".encode())
