"""Who took part in a meeting, of how many: members, those who vote, and guests.

What belongs to the association alone serves for its quorum. Votes of a joint meeting are those of
all its bodies together, and so is the number of which a majority is counted.
"""

from collections.abc import Iterator
from datetime import date

from generator.load import Entry
from generator.models import Association, Attendee, Decision, Meeting, Membership, Vote
from generator.models.vocabulary import AttendanceStatus, Role
from generator.rules.case import MEMBERS, Case


def members_present(case: Case, entry: Entry[Meeting]) -> int | None:
    """How many members of this association were there; None where nobody can tell.

    Of a joint meeting only a whole list by name tells whose members were there.
    """
    if entry.record.joint_with:
        return _of_this_body(case, entry) if _listed_whole(entry) else None
    return voters_present(case, entry)


def voters_present(case: Case, entry: Entry[Meeting]) -> int | None:
    """How many were there who have a vote: of a joint meeting the members of all its bodies."""
    attendance = entry.record.attendance
    present = attendance.present if attendance else None
    return None if present is None else present - left_out(case, entry)


def left_out(case: Case, entry: Entry[Meeting]) -> int:
    """How many of those listed are no members; none where the list is not the whole number."""
    return len(list(guests_among(case, entry))) if _listed_whole(entry) else 0


def members_total(case: Case, entry: Entry[Meeting]) -> int | None:
    """How many belonged to this association on the day of the meeting.

    The minutes say it, else the act that approves the composition, else the composition itself.
    """
    own = entry.record.members_total
    if own is not None and not entry.record.joint_with:
        return own
    return belonged(case, entry.record.date)


def belonged(case: Case, day: date) -> int | None:
    """How many belonged to the association on a day, where no minutes say it."""
    for row in case.association.record.compositions:
        if row.year == case.year and row.total is not None:
            return row.total
    return len(case.members(day)) or None


def voters_total(case: Case, entry: Entry[Meeting]) -> int | None:
    """How many have a vote, of a joint meeting in all its bodies: only its minutes can say that."""
    if entry.record.joint_with:
        return entry.record.members_total
    return members_total(case, entry)


def guests_among(case: Case, entry: Entry[Meeting]) -> Iterator[Attendee]:
    """Yield those who are listed as present and are no members for certain.

    They stand among the invited as well, or the composition of that day has them in another part:
    a curator, an expert, somebody who has left. Who is not in the composition at all may be a
    member whom nobody has put there yet.
    """
    invited = {guest.person for guest in entry.record.invited}
    for row in _present(entry):
        if row.person and (row.person in invited or _is_outsider(case, entry, row.person)):
            yield row


def guests_beside(case: Case, entry: Entry[Meeting]) -> int | None:
    """How many guests there were; None where a group was invited and its number is not said."""
    strangers = {row.person for row in guests_among(case, entry)}
    number = len(strangers)
    for guest in entry.record.invited:
        if guest.person and guest.person in strangers:
            continue
        one = 1 if guest.person or guest.position or guest.role else None
        some = one if guest.count is None else guest.count
        if some is None:
            return None
        number += some
    return number


def held_by(case: Case, entry: Entry[Meeting], person: str) -> frozenset[Role] | None:
    """The roles that a person had on that day; None for somebody whom no composition knows.

    At a joint meeting the officers of any of its bodies may act.
    """
    rows = [row for row in _memberships(case, entry) if row.person == person]
    roles = frozenset(row.role for row in rows if row.active(entry.record.date))
    return roles if rows else None


def holders(case: Case, entry: Entry[Meeting], role: Role) -> frozenset[str]:
    """Who held an office on that day, in any of the bodies that met."""
    day = entry.record.date
    rows = (row for row in _memberships(case, entry) if row.role is role and row.active(day))
    return frozenset(row.person for row in rows if row.person)


def took_part(entry: Entry[Meeting], persons: frozenset[str]) -> bool | None:
    """Tell whether one of these persons was there; None where the record does not say it."""
    attendance = entry.record.attendance
    listed = {row.person for row in _present(entry)}
    if persons & listed:
        return True
    if attendance and persons & {row.person for row in attendance.absent}:
        return False
    return False if None not in listed and _listed_whole(entry) else None


def voted(meeting: Meeting) -> Iterator[tuple[str, Decision, Vote | None]]:
    """Yield each decision with its number and its vote: its own, else the one for everything."""
    numbers = meeting.decision_numbers()
    for number, decision in zip(numbers, meeting.decisions, strict=True):
        yield number, decision, decision.vote or meeting.vote


def _memberships(case: Case, entry: Entry[Meeting]) -> Iterator[Membership]:
    yield from case.association.record.memberships
    for name in (entry.association, *entry.record.joint_with):
        if name != case.association.id:
            body: Entry[Association] = case.archive.associations[name]
            yield from body.record.memberships


def _is_outsider(case: Case, entry: Entry[Meeting], person: str) -> bool:
    roles = held_by(case, entry, person)
    return roles is not None and roles.isdisjoint(MEMBERS)


def _of_this_body(case: Case, entry: Entry[Meeting]) -> int | None:
    """How many of a list are this body's; None where somebody on it may be of any body."""
    invited = {guest.person for guest in entry.record.invited}
    own = {row.person for row in case.members(entry.record.date)}
    number = 0
    for row in _present(entry):
        if row.person is None:
            return None
        if row.person in own:
            number += row.person not in invited
        elif row.person not in invited and held_by(case, entry, row.person) is None:
            return None
    return number


def _listed_whole(entry: Entry[Meeting]) -> bool:
    """Tell whether the list by name is as long as the number of those present."""
    attendance = entry.record.attendance
    return attendance is not None and attendance.present == len(list(_present(entry)))


def _present(entry: Entry[Meeting]) -> Iterator[Attendee]:
    attendance = entry.record.attendance
    for row in attendance.people if attendance else ():
        if row.status is not AttendanceStatus.ABSENT:
            yield row
