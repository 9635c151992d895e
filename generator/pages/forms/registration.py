"""The registration sheet of a meeting: who signs on coming in (004, п. 26.11)."""

from dataclasses import dataclass

from generator.load import Entry
from generator.models import Meeting
from generator.models.vocabulary import AttendanceStatus, MeetingStatus
from generator.pages.context import Context
from generator.pages.forms.attendance import AttendeeRow, attendees
from generator.rules.case import MEMBERS

OTHERS = 8
"""Empty rows for those who come beside the ones on the sheet."""
ALL = 25
"""Empty rows where nobody is on it: as many as fit on a sheet of paper."""

_NOT_SIGNED = (MeetingStatus.PLANNED, MeetingStatus.DRAFT)


@dataclass(frozen=True, slots=True)
class RegistrationSheet:
    """Who is on the sheet, and how many empty rows there are for others."""

    rows: list[AttendeeRow]
    empty: int


def registration_sheet(context: Context, entry: Entry[Meeting]) -> RegistrationSheet:
    """Those who came; until the minutes are signed, else the composition of that day.

    Signed minutes without a list do not say who came, and a list of members would.
    """
    rows = attendees(context, entry.record, absent=False)
    if not rows and entry.record.status in _NOT_SIGNED:
        rows = composition_rows(context, entry)
    return RegistrationSheet(rows, OTHERS if rows else ALL)


def composition_rows(context: Context, entry: Entry[Meeting]) -> list[AttendeeRow]:
    """The members on that day by the alphabet; who is in several bodies comes once."""
    day, archive = entry.record.date, context.archive
    members = {
        member.person or (body, place): member
        for body in (entry.association, *entry.record.joint_with)
        for place, member in enumerate(archive.associations[body].record.memberships)
        if member.role in MEMBERS and member.active(day)
    }
    shown = (context.names.member(member, day) for member in members.values())
    rows = [AttendeeRow(one, AttendanceStatus.PRESENT, None) for one in shown]
    return sorted(rows, key=lambda row: row.shown.full_name or row.shown.line)
