"""What of the data bank of members (004, п. 26.5) may be published: counts, and no small ones.

The bank itself, with its names and birth dates, lies outside the repository. Each table divides all
people of the bank, or leaves so many out that nobody can be made out among them. So no number from
1 to 4 stands here, and none can be worked out from a total.
"""

from collections.abc import Iterable
from typing import Protocol, Self

from pydantic import Field, model_validator

from generator.models.base import Record
from generator.models.fields import LEAST_HEADCOUNT, Count, Day, Headcount, refuse
from generator.models.vocabulary import CategoryCode
from generator.problems import BadValue, codes


class _Counted(Protocol):
    """A row of a table: how many people it speaks of."""

    @property
    def people(self) -> int: ...


class CategoryCount(Record, title="Сколько человек с категорией"):
    """How many have a category, or any of those that have no row of their own."""

    category: CategoryCode | None = Field(
        None,
        title="Категория",
        description="Если не указана, это все прочие категории вместе.",
        examples=["highest"],
    )
    people: Headcount = Field(title="Сколько человек", examples=["8"])


class YearsCount(Record, title="Сколько человек с таким числом лет"):
    """How many are in a band of full years; its ends belong to it, and one of them may be open."""

    from_years: Count | None = Field(
        None, alias="from", title="От скольких лет", description="Не заполнено — от нуля."
    )
    to_years: Count | None = Field(
        None,
        alias="to",
        title="До скольких лет включительно",
        description="Не заполнено — без верхней границы.",
        examples=["9"],
    )
    people: Headcount = Field(title="Сколько человек", examples=["6"])

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        first, last = self.from_years or 0, self.to_years
        if last is not None and last < first:
            refuse(BadValue(codes.ENDS_BEFORE_START, start=first, end=last))
        return self


class DataBank(Record, title="Сводка банка данных"):
    """Members in numbers: by category, length of service and age, five people at least in each."""

    as_of: Day = Field(title="На какой день", examples=["2025-09-01"])
    total: Headcount = Field(title="Всего человек", examples=["23"])
    category: tuple[CategoryCount, ...] = Field((), title="Квалификационная категория")
    experience: tuple[YearsCount, ...] = Field((), title="Стаж")
    age: tuple[YearsCount, ...] = Field((), title="Возраст")

    @model_validator(mode="after")
    def _hides_all_who_are_few(self) -> Self:
        for rows in (self.category, self.experience, self.age):
            _refuse_small_rest(self.total, rows)
        _refuse_twice(row.category for row in self.category)
        for bands in (self.experience, self.age):
            _refuse_overlap(bands)
        return self


def _refuse_small_rest(total: int, rows: Iterable[_Counted]) -> None:
    """Refuse a table whose rows and the total leave one to four people."""
    counts = [row.people for row in rows]
    left = total - sum(counts) if counts else 0
    if left < 0 or 0 < left < LEAST_HEADCOUNT:
        expected = f"строки вместе дают total или меньше его хотя бы на {LEAST_HEADCOUNT}"
        refuse(BadValue(codes.OUT_OF_RANGE, value=sum(counts), expected=expected))


def _refuse_twice(categories: Iterable[CategoryCode | None]) -> None:
    """Refuse a second row of a category: two numbers of the same people differ by a few."""
    seen = set()
    for category in categories:
        if category in seen:
            words = {"value": category or "прочие", "expected": "у категории одна строка"}
            refuse(BadValue(codes.OUT_OF_RANGE, **words))
        seen.add(category)


def _refuse_overlap(bands: Iterable[YearsCount]) -> None:
    """Refuse bands that share a year, or go back: their difference would show a few people."""
    free: int | None = 0
    for band in bands:
        first = band.from_years or 0
        if free is None or first < free:
            words = {"value": first, "expected": "каждая строка начинается позже конца прежней"}
            refuse(BadValue(codes.OUT_OF_RANGE, **words))
        free = None if band.to_years is None else band.to_years + 1
