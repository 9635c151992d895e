"""Where the rows of a file come from, so that one edit does not open every record again.

What stands in the folder of a year is a digest of that year: its rows already in both forms. A
file is then put together from texts. Rows that belong to no year are made when a file is made.
"""

import base64
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from operator import attrgetter, itemgetter
from typing import Any, Generic, NamedTuple, TypeVar

from generator.pages.context import Context
from generator.pages.data.fields import Record, Table
from generator.pages.data.forms import csv_line, json_line
from generator.pages.digests import Family
from generator.values import SchoolYear

T = TypeVar("T")
RowsOfYear = Callable[[Context, str, SchoolYear], Iterable[T]]
OtherRows = Callable[[Context, Collection[str]], Iterable[T]]
"""Gives the rows that are in no digest; hears the keys of those that are in one."""

_APART = "\0"
"""Between texts that are put away together: records have no such sign, and JSON escapes it."""

_QUICKLY = 3
"""How hard to press texts: harder takes half as long again for a tenth less."""


class Block(NamedTuple):
    """The rows of a year as its digest has them: their keys, and their texts in each form."""

    keys: tuple[str, ...]
    json: str
    csv: str


class Form(NamedTuple):
    """A form of rows: where a block has it, and how a row is put into it."""

    pack: Callable[[Block], str]
    line: Callable[[Table[Any], Record], str]


JSON = Form(attrgetter("json"), json_line)
CSV = Form(attrgetter("csv"), csv_line)


def _no_others(context: Context, known: Collection[str]) -> Iterable[Any]:
    return ()


@dataclass(frozen=True, eq=False)
class DataSet(Generic[T]):
    """A table with its rows: `key` puts them in order, the family holds those of years."""

    table: Table[T]
    key: Callable[[T], str]
    family: Family | None = None
    others: OtherRows[T] = _no_others

    def count(self, context: Context) -> int:
        """How many rows there are."""
        known = [key for block in self._blocks(context) for key in block.keys]
        return len(known) + sum(1 for _ in self.others(context, known))

    def lines(self, context: Context, form: Form) -> list[str]:
        """All rows in one form, in order."""
        found: list[tuple[str, str]] = []
        for block in self._blocks(context):
            found += zip(block.keys, unpacked(form.pack(block)), strict=True)
        for row in self.others(context, {key for key, _ in found}):
            found.append((self.key(row), form.line(self.table, self.table.record(row))))
        return [text for _, text in sorted(found, key=itemgetter(0))]

    def _blocks(self, context: Context) -> Iterator[Block]:
        """The digests of years."""
        if self.family is not None:
            for association, year in context.digests.years:
                yield Block(*context.digests.of(self.family, association, year))


def by_year(
    table: Table[T],
    key: Callable[[T], str],
    rows: RowsOfYear[T],
    others: OtherRows[T] = _no_others,
) -> DataSet[T]:
    """A table whose rows belong to the years of associations."""
    family = Family(f"data-{table.name}", partial(_digest, table, key, rows))
    return DataSet(table, key, family, others)


def _digest(
    table: Table[T],
    key: Callable[[T], str],
    rows: RowsOfYear[T],
    context: Context,
    association: str,
    year: SchoolYear,
) -> tuple[tuple[str, ...], str, str]:
    """The rows of a year: their keys, and their texts in both forms."""
    found = [(key(row), table.record(row)) for row in rows(context, association, year)]
    return (
        tuple(name for name, _ in found),
        packed(json_line(table, record) for _, record in found),
        packed(csv_line(table, record) for _, record in found),
    )


def packed(texts: Iterable[str]) -> str:
    """Texts put away together, a fifth as long: every run reads and writes all digests."""
    whole = _APART.join(texts).encode()
    return base64.b64encode(zlib.compress(whole, _QUICKLY)).decode("ascii") if whole else ""


def unpacked(pack: str) -> list[str]:
    """The texts that were put away."""
    return zlib.decompress(base64.b64decode(pack)).decode().split(_APART) if pack else []
