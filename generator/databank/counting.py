"""People → the summary that may be published: each number stands for five people at least.

What would be smaller is merged with its neighbour, or goes into «прочие», so every table divides
all people of the summary, and no difference of totals and rows is left from which somebody could
be made out. A table of one row says nothing, and is left out.
"""

from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from generator.databank.failure import DataBankError
from generator.databank.people import Counted, Member
from generator.models.data_bank import DataBank
from generator.models.fields import LEAST_HEADCOUNT
from generator.models.vocabulary import CategoryCode

BANDS = {
    Counted.EXPERIENCE: (0, 3, 5, 10, 15, 20),
    Counted.AGE: (0, 25, 30, 35, 40, 45, 50, 55, 60, 65),
}
"""The years with which bands begin, as in the yearly form ОО-1 of schools."""

Fields = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Band:
    """Full years from the first to the last, and how many people are of them."""

    first: int
    last: int | None
    people: int

    def joined(self, other: "_Band") -> "_Band":
        return _Band(self.first, other.last, self.people + other.people)


def summarised(members: Sequence[Member], wanted: Iterable[Counted], today: date) -> Fields:
    """The fields of the summary, which the model takes. Raises DataBankError for too few people."""
    if len(members) < LEAST_HEADCOUNT:
        raise DataBankError(
            f"разобрано меньше {LEAST_HEADCOUNT} человек: о них нельзя опубликовать и числа"
        )
    found: Fields = {"as_of": today.isoformat(), "total": str(len(members))}
    for what in Counted:
        if what in wanted and len(rows := _rows(members, what)) > 1:
            found[what.value] = rows
    DataBank.model_validate(found)
    return found


def _rows(members: Sequence[Member], what: Counted) -> list[Fields]:
    values = [member[what] for member in members]
    if what is Counted.CATEGORY:
        return _of_categories(cast("list[CategoryCode]", values))
    return _of_bands(cast("list[int]", values), BANDS[what])


def _of_categories(values: list[CategoryCode]) -> list[Fields]:
    """A row for each category of five people at least, and one for all others together."""
    counts = Counter(values)
    smallest_first = sorted(counts, key=lambda one: (counts[one], -list(CategoryCode).index(one)))
    others = 0
    for category in smallest_first:
        if counts[category] < LEAST_HEADCOUNT or 0 < others < LEAST_HEADCOUNT:
            others += counts.pop(category)
    shown = [one for one in CategoryCode if one in counts]
    rows: list[Fields] = [{"category": one.value, "people": str(counts[one])} for one in shown]
    return [*rows, {"people": str(others)}] if others else rows


def _of_bands(values: list[int], starts: Sequence[int]) -> list[Fields]:
    """Bands with five people at least: a smaller one is joined to its smaller neighbour."""
    ends = [*(start - 1 for start in starts[1:]), None]
    counts = Counter(bisect(starts, value) - 1 for value in values)
    bands = [
        _Band(first, last, counts[index])
        for index, (first, last) in enumerate(zip(starts, ends, strict=True))
    ]
    while len(bands) > 1:
        at = min(range(len(bands)), key=lambda index: bands[index].people)
        if bands[at].people >= LEAST_HEADCOUNT:
            break
        beside = [index for index in (at - 1, at + 1) if 0 <= index < len(bands)]
        other = min(beside, key=lambda index: bands[index].people)
        first = min(at, other)
        bands[first : first + 2] = [bands[first].joined(bands[first + 1])]
    return [_band_fields(band) for band in bands]


def _band_fields(band: _Band) -> Fields:
    ends = {"from": band.first or None, "to": band.last}
    written = {name: str(year) for name, year in ends.items() if year is not None}
    return {**written, "people": str(band.people)}
