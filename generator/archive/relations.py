"""What belongs to what: each relation is declared in one record and known from both ends."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from generator.archive.index import Index, decision_id, meeting_id
from generator.load import Entry, Kind
from generator.models import (
    Analysis,
    Association,
    Decision,
    Document,
    Meeting,
    Plan,
    PlannedEvent,
    PlannedMeeting,
    Practice,
    Record,
)
from generator.models.vocabulary import DecisionStatus
from generator.values import SchoolYear, When

R = TypeVar("R", bound=Record)
YearKey = tuple[str, SchoolYear]
Groups = dict[YearKey, tuple[Entry[R], ...]]


@dataclass(frozen=True, slots=True)
class DecisionState:
    """What has become of a decision, who found it, and where."""

    status: DecisionStatus
    note: str | None = None
    checked_at: Entry[Meeting] | None = None
    executed_on: date | None = None
    due: When | None = None


class Relations:
    """Relations between records, each worked out once."""

    def __init__(self, index: Index) -> None:
        self._index = index

    @cached_property
    def children(self) -> dict[str, tuple[Entry[Association], ...]]:
        """Associations by the id of their parent."""
        return _grouped(
            (entry.record.parent, entry)
            for entry in self._index.of(Kind.ASSOCIATION, Association).values()
            if entry.record.parent
        )

    @cached_property
    def meetings(self) -> Groups[Meeting]:
        """Meetings by association and year, in order; a joint one under each of its bodies."""
        entries = self._index.of(Kind.MEETING, Meeting).values()
        pairs = (
            ((body, entry.school_year), entry)
            for entry in sorted(entries, key=lambda e: (e.record.date, e.slug))
            for body in (entry.association, *entry.record.joint_with)
        )
        return _grouped(pairs)

    @cached_property
    def documents(self) -> Groups[Document]:
        """Documents by association and year."""
        return _grouped(
            ((entry.association, entry.school_year), entry)
            for entry in self._index.of(Kind.DOCUMENT, Document).values()
        )

    @cached_property
    def practices(self) -> dict[str, tuple[Entry[Practice], ...]]:
        """Published practices by association."""
        return _grouped(
            (entry.record.association, entry)
            for entry in self._index.of(Kind.PRACTICE, Practice).values()
            if entry.record.association and entry.record.status.public
        )

    @cached_property
    def years(self) -> dict[str, tuple[SchoolYear, ...]]:
        """The school years of which an association has any record, the newest first."""
        found: dict[str, set[SchoolYear]] = defaultdict(set)
        for kind, model in ((Kind.PLAN, Plan), (Kind.ANALYSIS, Analysis)):
            for entry in self._index.of(kind, model).values():
                found[entry.association].add(entry.school_year)
        for body, year in (*self.meetings, *self.documents):
            found[body].add(year)
        return {body: tuple(sorted(years, reverse=True)) for body, years in found.items()}

    @cached_property
    def planned_as(
        self,
    ) -> dict[str, tuple[tuple[Entry[Plan], PlannedMeeting | PlannedEvent], ...]]:
        """The points of plans by the meeting that carried them out."""
        return _grouped(
            (meeting_id(item.meeting, entry), (entry, item))
            for entry in self._index.of(Kind.PLAN, Plan).values()
            for item in entry.record.items
            if item.meeting
        )

    @cached_property
    def decisions(self) -> dict[str, tuple[Entry[Meeting], Decision]]:
        """Decisions by their full id, «association/year/slug#number»."""
        return {
            f"{entry.id}#{number}": (entry, decision)
            for entry in self._index.of(Kind.MEETING, Meeting).values()
            for number, decision in zip(
                entry.record.decision_numbers(), entry.record.decisions, strict=True
            )
        }

    @cached_property
    def decision_states(self) -> dict[str, DecisionState]:
        """What has become of each decision: the latest review says it, else the record itself."""
        states = {
            key: DecisionState(d.status, d.status_note, None, d.executed_on)
            for key, (_, d) in self.decisions.items()
        }
        meetings = self._index.of(Kind.MEETING, Meeting).values()
        for entry in sorted(meetings, key=lambda e: (e.record.date, e.id)):
            for review in entry.record.reviews:
                key = decision_id(review.decision, entry)
                before = states.get(key)
                executed = before.executed_on if before else None
                states[key] = DecisionState(review.status, review.note, entry, executed, review.due)
        return states

    @cached_property
    def recommended(self) -> dict[str, tuple[Entry[Practice], ...]]:
        """Published practices by the meeting that recommended or spread them."""
        pairs = []
        for entry in self._index.of(Kind.PRACTICE, Practice).values():
            if not entry.record.status.public:
                continue
            decision = entry.record.recommended_by
            named = {decision.partition("#")[0]} if decision else set()
            named |= {step.meeting for step in entry.record.dissemination if step.meeting}
            pairs += [(meeting, entry) for meeting in sorted(named)]
        return _grouped(pairs)

    @cached_property
    def approved_by(self) -> dict[tuple[Kind, str], tuple[Entry[Document], ...]]:
        """Documents by what they approve or are about."""
        pairs = []
        for entry in self._index.of(Kind.DOCUMENT, Document).values():
            for subject in entry.record.approves:
                named = (
                    (Kind.PLAN, subject.plan_of and f"{subject.plan_of}/{entry.year}"),
                    (Kind.MEETING, subject.meeting and meeting_id(subject.meeting, entry)),
                    (Kind.ASSOCIATION, subject.association or subject.composition_of),
                    (Kind.PRACTICE, subject.practice),
                    (Kind.REGULATION, subject.regulation),
                    (Kind.DOCUMENT, subject.document),
                )
                pairs += [((kind, name), entry) for kind, name in named if name]
        return _grouped(pairs)


K = TypeVar("K")
V = TypeVar("V")


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    """Gather values under their keys, in order."""
    groups: dict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}
