"""The rows of a table as people without names; what was not understood is known by number."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.databank.cells import read_age, read_category, read_experience
from generator.databank.columns import Columns, Meaning
from generator.databank.table import Row
from generator.models.vocabulary import CategoryCode

_LETTER = re.compile(r"[^\W\d_]")
_SUM = re.compile(r"\s*(?:итого|всего)\b", re.IGNORECASE)


class Counted(StrEnum):
    """What is counted of people: fields of the published summary."""

    CATEGORY = "category"
    EXPERIENCE = "experience"
    AGE = "age"


Member = dict[Counted, CategoryCode | int]
"""What is known of one person, who has no name any more."""

_COLUMNS = {
    Counted.CATEGORY: (Meaning.CATEGORY,),
    Counted.EXPERIENCE: (Meaning.EXPERIENCE,),
    Counted.AGE: (Meaning.BIRTH, Meaning.AGE),
}


@dataclass(frozen=True, slots=True)
class Members:
    """Everybody who could be read in full, and the numbers of the rows that could not."""

    known: tuple[Member, ...]
    unread: tuple[int, ...]


def countable(columns: Columns) -> frozenset[Counted]:
    """What the columns of a table let us count."""
    return frozenset(what for what, of in _COLUMNS.items() if columns.at.keys() & set(of))


def read_members(
    rows: Sequence[Row], columns: Columns, wanted: Collection[Counted], today: date
) -> Members:
    """Read everybody below the head.

    Only who is known in full counts: else tables of the same people would have different totals,
    and their differences would tell of the few who are missing in one of them.
    """
    known: list[Member] = []
    unread: list[int] = []
    for number, row in enumerate(rows[columns.head + 1 :], columns.head + 2):
        member = _member(row, columns, wanted, today)
        if not _is_person(row, columns, member):
            continue
        if len(member) == len(wanted):
            known.append(member)
        else:
            unread.append(number)
    return Members(tuple(known), tuple(unread))


def _member(row: Row, columns: Columns, wanted: Collection[Counted], today: date) -> Member:
    cells = {meaning: columns.cell(row, meaning) for meaning in Meaning}
    birth = read_age(cells[Meaning.BIRTH], today)
    found: dict[Counted, CategoryCode | int | None] = {
        Counted.CATEGORY: read_category(cells[Meaning.CATEGORY]),
        Counted.EXPERIENCE: read_experience(cells[Meaning.EXPERIENCE], today),
        Counted.AGE: read_age(cells[Meaning.AGE], today) if birth is None else birth,
    }
    return {what: value for what, value in found.items() if value is not None and what in wanted}


def _is_person(row: Row, columns: Columns, member: Member) -> bool:
    """Tell a person from empty rows, titles of schools, sums, and the line «1, 2, 3, 4»."""
    filled = [cell for cell in row if cell is not None and str(cell).strip()]
    if len(filled) < 2 or any(_SUM.match(str(cell)) for cell in filled):  # noqa: PLR2004, RUF100
        return False
    if Meaning.NAME not in columns.at:
        return bool(member)
    name = str(columns.cell(row, Meaning.NAME) or "").strip()
    return bool(_LETTER.search(name)) or (not name and bool(member))
