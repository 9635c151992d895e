"""A year of an association as rules look at it: the norms in force, and the facts on record."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any, TypeVar, cast

from generator.archive import Archive
from generator.load import Entry
from generator.models import Analysis, Association, Document, Meeting, Membership, Plan, Regulation
from generator.models.norms import Norm
from generator.models.site import SchoolYearCalendar
from generator.models.vocabulary import DocumentStatus, MeetingStatus, Role
from generator.reads import TODAY, note
from generator.values import SchoolYear

N = TypeVar("N", bound=Norm)

MEMBERS = frozenset({Role.HEAD, Role.DEPUTY, Role.SECRETARY, Role.MEMBER})
"""Roles that belong to the composition; curators, coordinators and experts work beside it."""


@dataclass(frozen=True)
class Case:
    """An association, a school year and the day from which both are looked at."""

    archive: Archive
    association: Entry[Association]
    year: SchoolYear
    day: date

    @property
    def today(self) -> date:
        """The day of the build. A finding that asks for it is looked for anew each day."""
        note(TODAY)
        return self.day

    @property
    def over(self) -> bool:
        """Tell whether the year is past: until then nothing of the year as a whole is violated."""
        return self.today > self.year.ends

    @property
    def key(self) -> str:
        """The id of the plan and of the analysis of this year."""
        return f"{self.association.id}/{self.year}"

    @cached_property
    def regulations(self) -> tuple[Entry[Regulation], ...]:
        """The regulation of the association, and those that bind it as well."""
        record = self.association.record
        names = dict.fromkeys(
            name for name in (record.regulation, *record.also_regulations) if name
        )
        return tuple(self.archive.regulations[name] for name in names)

    def in_force(self, day: date) -> Iterator[Entry[Regulation]]:
        """Yield the regulations that hold on a day."""
        for entry in self.regulations:
            if _holds(entry.record.valid_from, entry.record.valid_to, day):
                yield entry

    def norms(self, name: str, day: date) -> Iterator[tuple[str, Any]]:
        """Yield the norms of a field that hold for this association on a day.

        Each comes with the id of its regulation. A meeting is judged by the norms of its day.
        """
        return self.norms_on(name, lambda _: day)

    def norms_on(self, name: str, day_of: Callable[[Any], date]) -> Iterator[tuple[str, Any]]:
        """Yield the norms of a field that hold, each on a day of its own: when it is due."""
        for entry in self.regulations:
            record = entry.record
            for norm in getattr(record, name):
                day = day_of(norm)
                if _holds(record.valid_from, record.valid_to, day):
                    yield from ((entry.id, one) for one in self.fitting((norm,), day))

    def fitting(self, norms: Iterable[N], day: date) -> Iterator[N]:
        """Of these norms those that hold on a day for an association of this kind."""
        kind = self.association.record.kind
        for norm in norms:
            if _holds(norm.valid_from, norm.valid_to, day) and (
                not norm.kinds or kind in norm.kinds
            ):
                yield norm

    @cached_property
    def calendar(self) -> SchoolYearCalendar | None:
        """The calendar of the year, for the country of the association's regulation."""
        country = self.regulations[0].record.country if self.regulations else None
        rows = [row for row in self.archive.site.record.school_years if row.year == self.year]
        own = (row for row in rows if row.country is country)
        shared = (row for row in rows if row.country is None)
        return next(own, None) or next(shared, None)

    @property
    def lessons(self) -> tuple[date, date]:
        """The first and the last day of lessons: as on record, else 1 September and 31 May."""
        if self.calendar:
            return self.calendar.begins, self.calendar.ends
        return date(self.year.first, 9, 1), date(self.year.second, 5, 31)

    @property
    def starts(self) -> date:
        """The day from which the work of a year goes: the first of lessons, or a later creation."""
        created = self.association.record.created_on
        return max(self.lessons[0], created) if created else self.lessons[0]

    @cached_property
    def quarters(self) -> tuple[tuple[date, date], ...]:
        """The bounds of the school quarters, where they are on record."""
        rows = self.calendar.quarters if self.calendar else ()
        return tuple((row.begins, row.ends) for row in sorted(rows, key=lambda row: row.number))

    @cached_property
    def meetings(self) -> tuple[Entry[Meeting], ...]:
        """The meetings of the year that were not cancelled, in order."""
        found = self.archive.relations.meetings.get((self.association.id, self.year), ())
        return tuple(m for m in found if m.record.status is not MeetingStatus.CANCELLED)

    @cached_property
    def held(self) -> tuple[Entry[Meeting], ...]:
        """The meetings of the year that have minutes."""
        return tuple(m for m in self.meetings if m.record.status.held)

    @property
    def plan(self) -> Entry[Plan] | None:
        """The plan of the year."""
        return cast("Entry[Plan] | None", self.archive.plans.get(self.key))

    @property
    def analysis(self) -> Entry[Analysis] | None:
        """The analysis of the year."""
        return cast("Entry[Analysis] | None", self.archive.analyses.get(self.key))

    @cached_property
    def documents(self) -> tuple[Entry[Document], ...]:
        """The documents about the year, drafts left out; also those that nobody may see.

        Those of its folder that name no other school year, and those of the folders before and
        after it that name this one.
        """
        return tuple(p for p in self.near if self.year == (_named_year(p) or p.year))

    @cached_property
    def near(self) -> tuple[Entry[Document], ...]:
        """The documents of the year's folder and of the two beside it, drafts left out."""
        relations, name = self.archive.relations, self.association.id
        return tuple(
            paper
            for year in sorted(relations.years.get(name, ()))
            if abs(year.first - self.year.first) <= 1
            for paper in relations.documents.get((name, year), ())
            if paper.record.status is not DocumentStatus.DRAFT
        )

    def members(self, day: date, *roles: Role) -> tuple[Membership, ...]:
        """Who belongs to the association on a day, in these roles or in any of a member."""
        wanted = roles or MEMBERS
        rows = self.association.record.memberships
        return tuple(row for row in rows if row.role in wanted and row.active(day))

    def office(self, role: Role) -> str:
        """What the regulation calls an office: «председатель», «руководитель»."""
        return self.regulations[0].record.labels.of(role) if self.regulations else role.label

    @property
    def composition_total(self) -> int | None:
        """How many the act of the year names, else how many stand in the composition."""
        for row in self.association.record.compositions:
            if row.year == self.year and row.total is not None:
                return row.total
        return len(self.members(self.looked_at)) or None

    @property
    def looked_at(self) -> date:
        """The day by which the composition is judged: today, or the last day of a past year.

        An association that ended before is looked at on the last day of its work.
        """
        first, last = self.lessons
        end = ended(self.association.record)
        last = min(last, end) if end and end >= first else last
        return max(min(self.today, last), first)


def ended(record: Association) -> date | None:
    """The last day of an association, so far as it is known."""
    return record.liquidated_on or record.working_until


def _named_year(paper: Entry[Document]) -> SchoolYear | None:
    period = paper.record.period
    return period.school_year if period else None


def _holds(start: date | None, end: date | None, day: date) -> bool:
    return (start is None or start <= day) and (end is None or day <= end)


def days_between(first: date, last: date) -> int:
    """How many days lie between two days."""
    return (last - first) // timedelta(days=1)
