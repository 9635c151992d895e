"""The schemas of the records, as files: a record's first line tells an editor where."""

from collections.abc import Iterator
from functools import partial

from generator.load import Kind
from generator.load.layout import ROOMS
from generator.pages.context import Context
from generator.pages.draft import Draft
from generator.pages.page import File
from generator.schemas import schema_address, schema_text


def pages(context: Context) -> Iterator[Draft]:
    """Yield the schema of each kind of record."""
    for room in ROOMS:
        yield Draft(schema_address(room.kind), partial(_file, context, room.kind))


def _file(context: Context, kind: Kind) -> File:
    where = schema_address(kind)
    return File(where, schema_text(kind, context.absolute(where)).encode())
