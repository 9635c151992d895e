"""Decisions under control: what was decided in each year, by when, and what has become of it.

Nothing here hangs on the day: whether a decision is overdue is asked of a row and a day.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from generator.archive import DecisionState
from generator.load import Entry
from generator.models import Association, Decision, Meeting
from generator.models.vocabulary import DecisionStatus, MeetingStatus
from generator.pages.addresses import anchor, meeting_address
from generator.pages.context import Context
from generator.pages.digests import Family
from generator.rules.case import Case
from generator.values import SchoolYear, When, WhenKind

CLOSED = frozenset({DecisionStatus.DONE, DecisionStatus.CANCELLED})
_STATES = {state.value: state for state in DecisionStatus}
_NOT_NAMED = "новый срок не назван"


class Row(NamedTuple):
    """A decision as lists show it. Days are ISO dates; empty is what is not known."""

    meeting: str
    number: str
    held: str
    draft: bool
    text: str
    responsible: tuple[str, ...]
    sent_to: str
    due: str
    due_before: str
    last: str
    status: str
    note: str
    executed: str
    checked: str
    checked_on: str
    checked_in_draft: bool

    @property
    def association(self) -> str:
        """In whose folder the meeting is on record."""
        return self.meeting.partition("/")[0]

    @property
    def address(self) -> str:
        """Where the decision stands in its minutes."""
        return f"{meeting_address(self.meeting)}#decision-{anchor(self.number)}"

    @property
    def name(self) -> str:
        """«Решение 2 от 29.08.2025»."""
        return f"Решение {self.number} от {_shown(self.held)}"

    @property
    def last_day(self) -> str:
        """The last day on which it is in time, as tables have it."""
        return _shown(self.last)

    @property
    def executed_day(self) -> str:
        """The day on which it was carried out."""
        return _shown(self.executed)

    @property
    def checked_day(self) -> str:
        """The day of the meeting that looked at it last."""
        return _shown(self.checked_on)

    @property
    def checked_address(self) -> str:
        """Where the minutes stand that looked at the decision last."""
        return f"{meeting_address(self.checked)}#reviews"

    @property
    def state(self) -> DecisionStatus:
        """What the latest meeting has found, else what the record says."""
        return _STATES[self.status]

    @property
    def closed(self) -> bool:
        """Tell whether nobody waits for it any more."""
        return self.state in CLOSED


class Year(NamedTuple):
    """The decisions of a year: to be carried out, closed, and not adopted.

    `joint` names meetings that others have on record, as their association and the meeting's id.
    """

    label: str
    open: tuple[Row, ...]
    closed: tuple[Row, ...]
    refused: tuple[Row, ...]
    joint: tuple[tuple[str, str], ...]


class Mark(NamedTuple):
    """A decision to be carried out, as far as its place in a list goes."""

    meeting: str
    number: str
    held: str
    last: str
    status: str
    responsible: tuple[str, ...]


class Tally(NamedTuple):
    """What a year adds to a list of all years."""

    label: str
    marks: tuple[Mark, ...]
    done: int
    cancelled: int
    refused: int
    joint: int

    @property
    def empty(self) -> bool:
        """Tell whether the year has decided nothing."""
        return not (self.marks or self.done or self.cancelled or self.refused or self.joint)


def is_overdue(row: Row | Mark, day: str) -> bool:
    """Tell of a decision to be carried out whether its day is over on an ISO date."""
    return row.last < day if row.last else row.status == DecisionStatus.LATE.value


def urgency(row: Row | Mark, day: str) -> tuple[int, str, str, str]:
    """Put what is overdue first, then what has a day, the nearest first, then the rest."""
    kind = 0 if is_overdue(row, day) else 1 if row.last else 2
    return kind, row.last, row.held, row.meeting


def year_of(context: Context, association: str, year: SchoolYear) -> Year:
    """The decisions of a year."""
    label, opened, closed, refused, joint = context.digests.of(DECISIONS, association, year)
    return Year(label, _restored(opened), _restored(closed), _restored(refused), joint)


def joint_of(context: Context, year: SchoolYear, found: Year) -> Iterator[tuple[Row, str]]:
    """Yield the decisions of joint meetings that others have on record, and who they are."""
    for home, meeting in found.joint:
        other = year_of(context, home, year)
        for row in (*other.open, *other.closed):
            if row.meeting == meeting:
                yield row, other.label


def _restored(rows: tuple[tuple[Any, ...], ...]) -> tuple[Row, ...]:
    return tuple(map(Row._make, rows))


def open_of(
    context: Context, association: str, year: SchoolYear
) -> tuple[str, dict[tuple[str, str], tuple[Any, ...]]]:
    """The label of an association, and what is to be carried out of a year as plain values."""
    label, opened, *_ = context.digests.of(DECISIONS, association, year)
    return label, {plain[:2]: plain for plain in opened}


def tally_of(context: Context, association: str, year: SchoolYear) -> Tally:
    """The decisions of a year as lists of all years count and order them."""
    label, marks, *numbers = context.digests.of(CONTROL, association, year)
    return Tally(label, tuple(map(Mark._make, marks)), *numbers)


def decides(context: Context, association: str) -> bool:
    """Tell whether an association has decided anything; the newest years are asked first."""
    years = {year for body, year in context.digests.years if body == association}
    newest_first = sorted(years, reverse=True)
    return any(not tally_of(context, association, year).empty for year in newest_first)


def _year(context: Context, association: str, year: SchoolYear) -> Any:
    home = context.archive.associations[association]
    meetings = context.archive.relations.meetings.get((association, year), ())
    held = [entry for entry in meetings if entry.record.status.held]
    kinds: dict[str, list[tuple[Any, ...]]] = {"open": [], "closed": [], "refused": []}
    for entry in held:
        if entry.association == association:
            for kind, row in _rows(context, home, entry):
                kinds[kind].append(tuple(row))
    others = (entry for entry in held if entry.association != association)
    joint = tuple((other.association, other.id) for other in others if other.record.decisions)
    return (home.record.label, *map(tuple, kinds.values()), joint)


def _tally(context: Context, association: str, year: SchoolYear) -> Any:
    found = year_of(context, association, year)
    done = sum(row.state is DecisionStatus.DONE for row in found.closed)
    return (
        found.label,
        tuple(
            (row.meeting, row.number, row.held, row.last, row.status, row.responsible)
            for row in found.open
        ),
        done,
        len(found.closed) - done,
        len(found.refused),
        len(found.joint),
    )


DECISIONS = Family("decisions", _year)
CONTROL = Family("control", _tally)
"""Comes after DECISIONS, of which it is made."""


def _rows(
    context: Context, home: Entry[Association], entry: Entry[Meeting]
) -> Iterator[tuple[str, Row]]:
    """Yield the decisions of a meeting, each with the kind of list in which it stands."""
    record = entry.record
    for number, decision in zip(record.decision_numbers(), record.decisions, strict=True):
        state = context.archive.relations.decision_state(f"{entry.id}#{number}")
        row = _row(context, home, entry, number, decision, state)
        if decision.adopted is False:
            yield "refused", row
        else:
            yield "closed" if state.status in CLOSED else "open", row


def _row(
    context: Context,
    home: Entry[Association],
    entry: Entry[Meeting],
    number: str,
    decision: Decision,
    state: DecisionState,
) -> Row:
    day, checked = entry.record.date, state.checked_at
    due, before, last = _deadline(context, home, entry, decision, state)
    sent_to = context.names.party(decision.to_body, home, day).line if decision.to_body else ""
    return Row(
        meeting=entry.id,
        number=number,
        held=day.isoformat(),
        draft=entry.record.status is MeetingStatus.DRAFT,
        text=decision.text,
        responsible=tuple(context.names.party(p, home, day).line for p in decision.responsible),
        sent_to=sent_to,
        due=due,
        due_before=before,
        last=_iso(last),
        status=state.status.value,
        note=state.note or "",
        executed=_iso(state.executed_on),
        checked=checked.id if checked else "",
        checked_on=_iso(checked.record.date if checked else None),
        checked_in_draft=bool(checked and checked.record.status is MeetingStatus.DRAFT),
    )


def _deadline(
    context: Context,
    home: Entry[Association],
    entry: Entry[Meeting],
    decision: Decision,
    state: DecisionState,
) -> tuple[str, str, date | None]:
    """The deadline in words, the one that it has replaced, and its last day.

    A meeting that extends a decision without a word until when leaves it without a day: the old
    one no longer holds.
    """
    written = decision.due.text() if decision.due else ""
    if state.due and state.moved_at:
        last = _last_day(context, home, state.moved_at.school_year, state.due)
        return state.due.text(), written, last
    if state.checked_at and state.status is DecisionStatus.EXTENDED:
        return _NOT_NAMED, written, None
    return written, "", _last_day(context, home, entry.school_year, decision.due)


def _last_day(
    context: Context, home: Entry[Association], year: SchoolYear, due: When | None
) -> date | None:
    """The last day of a time; none of «в течение года»."""
    if due is None or due.vague:
        return None
    by_quarters = due.kind in (WhenKind.QUARTER, WhenKind.HALF_YEAR)
    quarters = Case(context.archive, home, year, year.ends).quarters if by_quarters else ()
    return due.last_day(year, quarters)


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _shown(iso: str) -> str:
    """«29.08.2025» of an ISO date."""
    return f"{iso[8:]}.{iso[5:7]}.{iso[:4]}"
