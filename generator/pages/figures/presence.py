"""How many of the composition came to each meeting of a year."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.load import Entry
from generator.models import Meeting
from generator.rules.attendance import members_present, members_total
from generator.rules.case import Case
from generator.values import short_date


@dataclass(frozen=True, slots=True)
class Presence:
    """A meeting that was held, with the numbers of its minutes where they are written down."""

    held: Entry[Meeting]
    present: int | None
    total: int | None

    @property
    def percent(self) -> float | None:
        """Which part of the composition was there; None where nobody can tell."""
        if self.present is None or not self.total:
            return None
        return 100 * self.present / self.total

    @property
    def day(self) -> str:
        """«29.08.2025»."""
        return short_date(self.held.record.date)

    @property
    def said(self) -> str:
        """«11 из 12, 92 %», or what is missing."""
        if self.percent is not None:
            return f"{self.present} из {self.total}, {self.percent:.0f} %"
        if self.present is None:
            return "число не записано"
        return f"{self.present}, численность состава не записана"


def presences(case: Case) -> tuple[Presence, ...]:
    """Every meeting of the year that was held, in order."""
    return tuple(_presences(case))


def mean_percent(rows: tuple[Presence, ...]) -> float | None:
    """The mean of the meetings of which the part is known."""
    known = [row.percent for row in rows if row.percent is not None]
    return sum(known) / len(known) if known else None


def _presences(case: Case) -> Iterator[Presence]:
    for entry in case.held:
        yield Presence(entry, members_present(case, entry), members_total(case, entry))
