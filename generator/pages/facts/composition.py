"""Who belonged to an association in a stretch of time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.load import Entry
from generator.models import Association, Membership
from generator.models.vocabulary import Role
from generator.pages.context import Context
from generator.pages.facts.timespan import Timespan
from generator.pages.names import Shown, role_title
from generator.values import short_date

_ROLES = list(Role)


@dataclass(frozen=True, slots=True)
class Seat:
    """A line of the composition: an office, who held it, and since or until when within the time.

    The days are there where somebody came or left meanwhile.
    """

    role: Role
    title: str
    shown: Shown
    note: str | None
    since: date | None
    until: date | None

    @property
    def days(self) -> str:
        """«с 01.11.2025 по 31.03.2026», or nothing."""
        words = (("с", self.since), ("по", self.until))
        return " ".join(f"{word} {short_date(day)}" for word, day in words if day)

    @property
    def line(self) -> str:
        """Who it was, with the days."""
        return f"{self.shown.line} ({self.days})" if self.days else self.shown.line


def composition(context: Context, home: Entry[Association], time: Timespan) -> Iterator[Seat]:
    """Yield whoever belonged to the association at any day of the time, offices first."""
    rows = (row for row in home.record.memberships if _overlap(row, time))
    for row in sorted(rows, key=lambda row: _ROLES.index(row.role)):
        yield _seat(context, home, row, time)


def _seat(context: Context, home: Entry[Association], row: Membership, time: Timespan) -> Seat:
    since, until = row.from_date, row.to_date
    return Seat(
        role=row.role,
        title=role_title(context.archive, home, row.role),
        shown=context.names.member(row, min(until or time.last, time.last)),
        note=row.function or row.basis,
        since=since if since and since > time.first else None,
        until=until if until and until < time.last else None,
    )


def _overlap(row: Membership, time: Timespan) -> bool:
    began = row.from_date is None or row.from_date <= time.last
    return began and (row.to_date is None or row.to_date >= time.first)
