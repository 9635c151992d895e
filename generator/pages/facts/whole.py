"""What the records say of an association in a stretch of time: the facts of every paper.

Nothing asks for the day of the build unless it decides something: a paper of a year that is over,
with nothing open, is the same every day.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.load import Entry
from generator.models import Association, Document, Meeting, Practice
from generator.models.vocabulary import DecisionStatus, Period
from generator.pages.associations import public
from generator.pages.context import Context
from generator.pages.control import Row, is_overdue, joint_of, urgency, year_of
from generator.pages.facts.composition import Seat, composition
from generator.pages.facts.plans import PlanFacts, plan_facts
from generator.pages.facts.timespan import Timespan
from generator.pages.figures.activity import practice_date, practices_of
from generator.pages.figures.coverage import Coverage, coverage
from generator.pages.figures.presence import Presence, mean_percent, presences
from generator.reads import unheard
from generator.rules.case import Case
from generator.values import SchoolYear


@dataclass(frozen=True, slots=True)
class Decided:
    """Decisions by what has become of them; those to be carried out come the most urgent first."""

    done: tuple[Row, ...]
    cancelled: tuple[Row, ...]
    open: tuple[Row, ...]
    refused: tuple[Row, ...]
    day: str

    @property
    def adopted(self) -> int:
        """How many were adopted."""
        return len(self.done) + len(self.cancelled) + len(self.open)

    @property
    def overdue(self) -> int:
        """How many are overdue on the day of the draft."""
        return sum(self.is_overdue(row) for row in self.open)

    def is_overdue(self, row: Row) -> bool:
        """Tell whether the day of a decision that is to be carried out is over."""
        return is_overdue(row, self.day)


class Facts:
    """The facts of an association in a stretch of time; each is worked out when asked for."""

    def __init__(self, context: Context, association: Entry[Association], time: Timespan) -> None:
        self.context = context
        self.association = association
        self.time = time

    @cached_property
    def cases(self) -> tuple[Case, ...]:
        """The school years that the time has a part in."""
        context, home = self.context, self.association
        with unheard():  # what hangs on the day asks the case for it once more, and is heard
            day = context.today
        return tuple(Case(context.archive, home, year, day) for year in self.time.years)

    @cached_property
    def composition(self) -> tuple[Seat, ...]:
        """Who belonged to the association, offices first."""
        return tuple(composition(self.context, self.association, self.time))

    @cached_property
    def plans(self) -> tuple[PlanFacts, ...]:
        """The plans of these years, with the points that belong to the time."""
        return tuple(
            plan_facts(self.context, case, case.plan, self.time) for case in self.cases if case.plan
        )

    @cached_property
    def meetings(self) -> tuple[Presence, ...]:
        """The meetings that were held, in order, each with who was there."""
        rows = (row for case in self.cases for row in presences(case))
        return tuple(row for row in rows if self.time.holds(row.held.record.date))

    @cached_property
    def not_held(self) -> tuple[Entry[Meeting], ...]:
        """Meetings on record that were cancelled, or lie ahead."""
        relations, key = self.context.archive.relations, self.association.id
        found = (one for year in self.time.years for one in relations.meetings.get((key, year), ()))
        return tuple(
            one for one in found if not one.record.status.held and self.time.holds(one.record.date)
        )

    @property
    def mean_percent(self) -> float | None:
        """The mean attendance, so far as it is known."""
        return mean_percent(self.meetings)

    @cached_property
    def decided(self) -> Decided:
        """The decisions of these meetings, those of joint ones that others have on record too."""
        return self._decided(self.time.years, within=True)

    @cached_property
    def earlier(self) -> Decided:
        """The decisions that were made before."""
        years = self.context.archive.relations.years.get(self.association.id, ())
        return self._decided(years, within=False)

    @cached_property
    def practices(self) -> tuple[Entry[Practice], ...]:
        """The practices that were described in the time and are fit for the public."""
        if self.time.period is Period.SCHOOL_YEAR:
            return practices_of(self.context, self.association.id, self.time.years[0])
        found = self.context.archive.relations.practices.get(self.association.id, ())
        return tuple(entry for entry in found if self.time.holds(practice_date(entry)))

    @cached_property
    def documents(self) -> tuple[Entry[Document], ...]:
        """The documents of which the public may know; without a day they belong to their year."""
        relations, key = self.context.archive.relations, self.association.id
        found = (
            one for year in self.time.years for one in relations.documents.get((key, year), ())
        )
        whole = self.time.period is Period.SCHOOL_YEAR
        return tuple(one for one in public(found) if whole or self.time.holds(_day_of(one.record)))

    @cached_property
    def coverage(self) -> tuple[tuple[SchoolYear, Coverage], ...]:
        """What of the regulation each year has taken up."""
        found = ((case.year, coverage(self.context, case)) for case in self.cases)
        return tuple((year, one) for year, one in found if one)

    def _decided(self, years: Iterable[SchoolYear], *, within: bool) -> Decided:
        rows = [row for row in self._rows(years) if self._is_meant(row, within=within)]
        closed = [row for row in rows if row.closed]
        waiting = [row for row in rows if not row.closed]
        day = self.context.today.isoformat() if waiting else ""
        refused = [
            row
            for year in years
            for row in year_of(self.context, self.association.id, year).refused
            if self._is_meant(row, within=within)
        ]
        return Decided(
            done=_of_state(closed, DecisionStatus.DONE),
            cancelled=_of_state(closed, DecisionStatus.CANCELLED),
            open=tuple(sorted(waiting, key=lambda row: urgency(row, day))),
            refused=tuple(refused),
            day=day,
        )

    def _rows(self, years: Iterable[SchoolYear]) -> Iterator[Row]:
        """Yield the adopted decisions of years, meeting by meeting."""
        for year in years:
            found = year_of(self.context, self.association.id, year)
            joint = [row for row, _ in joint_of(self.context, year, found)]
            rows = (*found.open, *found.closed, *joint)
            yield from sorted(rows, key=lambda row: (row.held, row.meeting))

    def _is_meant(self, row: Row, *, within: bool) -> bool:
        held = date.fromisoformat(row.held)
        return self.time.holds(held) if within else held < self.time.first


def _of_state(rows: list[Row], state: DecisionStatus) -> tuple[Row, ...]:
    return tuple(row for row in rows if row.state is state)


def _day_of(document: Document) -> date | None:
    return document.date or document.submitted_on
