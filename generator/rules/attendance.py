"""How many members took part in a meeting, of how many: guests are never among them."""

from collections.abc import Iterator

from generator.load import Entry
from generator.models import Attendee, Meeting
from generator.models.vocabulary import AttendanceStatus
from generator.rules.case import MEMBERS, Case


def members_present(case: Case, entry: Entry[Meeting]) -> int | None:
    """How many members of this association were there; None where nobody can tell.

    Of a joint meeting only a list by name tells whose members were there.
    """
    attendance = entry.record.attendance
    if attendance is None:
        return None
    if entry.record.joint_with:
        return _of_this_body(case, entry) if attendance.people else None
    present = attendance.present
    if present is None:
        return None
    listed = attendance.present_count is None and attendance.people
    return present - len(list(guests_among(case, entry))) if listed else present


def members_total(case: Case, entry: Entry[Meeting]) -> int | None:
    """How many belonged to this association on the day of the meeting."""
    own = entry.record.members_total
    if own is not None and not entry.record.joint_with:
        return own
    return case.composition_total


def guests_among(case: Case, entry: Entry[Meeting]) -> Iterator[Attendee]:
    """Yield those who are listed as present and are no members for certain.

    They stand among the invited as well, or the composition of that day has them in another part:
    a curator, an expert, somebody who has left. Who is not in the composition at all may be a
    member whom nobody has put there yet.
    """
    invited = {guest.person for guest in entry.record.invited if guest.person}
    for row in _present(entry):
        if row.person and (row.person in invited or _is_outsider(case, entry, row.person)):
            yield row


def _is_outsider(case: Case, entry: Entry[Meeting], person: str) -> bool:
    rows = [row for row in case.association.record.memberships if row.person == person]
    day = entry.record.date
    return bool(rows) and not any(row.role in MEMBERS and row.active(day) for row in rows)


def _of_this_body(case: Case, entry: Entry[Meeting]) -> int:
    own = {row.person for row in case.members(entry.record.date) if row.person}
    return sum(row.person in own for row in _present(entry))


def _present(entry: Entry[Meeting]) -> Iterator[Attendee]:
    attendance = entry.record.attendance
    for row in attendance.people if attendance else ():
        if row.status is not AttendanceStatus.ABSENT:
            yield row
