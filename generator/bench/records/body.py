"""An invented association as the other records need it: its ids, its people, its years."""

from dataclasses import dataclass
from math import ceil
from random import Random

from generator.bench.records.words import DISTRICTS, SUBJECTS, Subject

RECORDS_EACH = 100
"""Records of one association: 10 school years of a plan and 7 meetings, and 20 practices."""

YEARS = tuple(range(2016, 2026))
"""The school years, by the calendar year in which they begin."""

PER_YEAR = RECORDS_EACH // len(YEARS)
MEETINGS_PER_YEAR = 7
_SIDES = ("", "Северо-", "Южно-", "Восточно-", "Западно-", "Старо-")


@dataclass(frozen=True, slots=True)
class Body:
    """An association; `records` says how many records it shall have, at most 100."""

    number: int
    records: int

    @property
    def id(self) -> str:
        """The name of its folder."""
        name = "mumo" if self.municipal else f"rmo-{self.subject.id}"
        return f"{name}-{self.number + 1:04d}"

    @property
    def municipal(self) -> bool:
        """Tell whether it stands above the nine that follow it."""
        return self.number % len(SUBJECTS) == 0

    @property
    def parent(self) -> str:
        """The id of the municipal association above it."""
        return Body(self.number - self.number % len(SUBJECTS), RECORDS_EACH).id

    @property
    def subject(self) -> Subject:
        """What its members teach."""
        return SUBJECTS[self.number % len(SUBJECTS)]

    @property
    def district(self) -> str:
        """The district in the genitive: «Заозёрного района»."""
        order = self.number // len(SUBJECTS)
        side = _SIDES[order // len(DISTRICTS) % len(_SIDES)]
        return f"{side}{DISTRICTS[order % len(DISTRICTS)]} района"

    @property
    def people(self) -> tuple[str, ...]:
        """Ids of its members: the first is the head, the second the secretary."""
        amount = min(15, 5 + self.records // 5)
        return tuple(f"pedagog-{self.number + 1:04d}-{place:02d}" for place in range(1, amount + 1))

    @property
    def schools(self) -> tuple[str, ...]:
        """Ids of its organisations."""
        amount = min(5, 2 + self.records // 20)
        return tuple(f"shkola-{self.number + 1:04d}-{place}" for place in range(1, amount + 1))

    @property
    def years(self) -> tuple[int, ...]:
        """The school years it has records of: the latest ones."""
        return YEARS[-ceil(self.records / PER_YEAR) :]

    def amount(self, year: int) -> int:
        """How many records one of its years has: a plan, then meetings, then practices."""
        rest = self.records - PER_YEAR * (year - self.years[0])
        return min(PER_YEAR, rest)

    def meetings(self, year: int) -> int:
        """How many meetings a year has."""
        return max(0, min(MEETINGS_PER_YEAR, self.amount(year) - 1))

    @property
    def practices(self) -> int:
        """How many practices it has."""
        spare = PER_YEAR - MEETINGS_PER_YEAR - 1
        return sum(max(0, min(spare, self.amount(y) - 1 - MEETINGS_PER_YEAR)) for y in self.years)

    def random(self, seed: int, part: str) -> Random:
        """A source of chance for one part of it, the same for the same seed."""
        return Random(f"{seed}/{self.number}/{part}")  # noqa: S311 - not for secrets


def bodies(number: int) -> tuple[Body, ...]:
    """The associations that together have so many records."""
    full, rest = divmod(number, RECORDS_EACH)
    sizes = [RECORDS_EACH] * full + ([rest] if rest else [])
    return tuple(Body(place, size) for place, size in enumerate(sizes))


def school_year(year: int) -> str:
    """The name of a school year's folder: «2025-2026»."""
    return f"{year}-{year + 1}"
