"""The data bank of an association in numbers, as its page and the open data show it."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.models.data_bank import CategoryCount, DataBank, YearsCount
from generator.values import NBSP, plural

OTHERS = "прочие"
"""Categories that have no row of their own."""


@dataclass(frozen=True, slots=True)
class CountTable:
    """A small table: what is counted, and how many people each row has."""

    name: str
    title: str
    rows: tuple[tuple[str, int], ...]


def count_tables(bank: DataBank) -> Iterator[CountTable]:
    """Yield the tables of the bank that have rows; their titles are the model's."""
    for name in ("category", "experience", "age"):
        if counted := getattr(bank, name):
            title = DataBank.model_fields[name].title or name
            yield CountTable(name, title, tuple((_label(row), row.people) for row in counted))


def years_label(first: int, last: int | None) -> str:
    """A band of full years in words: «до 5 лет», «5–9 лет», «20 лет и больше»."""
    if last is None:
        return f"{first}{NBSP}{_years(first)} и больше"
    if first == 0:
        return f"до {last + 1}{NBSP}{plural(last + 1, 'года', 'лет', 'лет')}"
    return f"{first}–{last}{NBSP}{_years(last)}"


def _label(row: CategoryCount | YearsCount) -> str:
    if isinstance(row, YearsCount):
        return years_label(row.from_years or 0, row.to_years)
    return row.category.label if row.category else OTHERS


def _years(number: int) -> str:
    return plural(number, "год", "года", "лет")
