"""Who came to a meeting: how many, and the list of those who may be named."""

from dataclasses import dataclass

from generator.models import Meeting
from generator.models.attendance import Attendance
from generator.models.vocabulary import AttendanceStatus
from generator.pages.context import Context
from generator.pages.names import Shown
from generator.values import count


@dataclass(frozen=True, slots=True)
class AttendeeRow:
    """Somebody on the attendance list."""

    shown: Shown
    status: AttendanceStatus
    reason: str | None


@dataclass(frozen=True, slots=True)
class AttendanceWords:
    """How many were there, in pieces: the form has only the first and the last of them."""

    present: str = ""
    more: str = ""
    attached: str = ""

    @property
    def line(self) -> str:
        """All of it in one sentence; what was not written down is not mentioned."""
        return self.present + self.more + self.attached


def attendance_words(meeting: Meeting) -> AttendanceWords:
    """How many were there, as far as it was written down."""
    attendance, total = meeting.attendance, meeting.members_total
    present = attendance.present if attendance else None
    attached = " (список прилагается)" if attendance and attendance.list_attached else ""
    others = _others(attendance) if attendance else []
    if present is None:
        known = [f"Всего в составе — {_people(total)}"] if total is not None else []
        return AttendanceWords(more="; ".join([*known, *others]), attached=attached)
    of_all = f" из {total}" if total is not None else ""
    more = "; ".join([of_all, *others])
    return AttendanceWords(f"Присутствовали — {_people(present)}", more, attached)


def _others(attendance: Attendance) -> list[str]:
    """The numbers beside that of those who were there."""
    connections, absent = attendance.connections, attendance.absent_count
    return [
        *([] if connections is None else [_connections(connections)]),
        *([] if absent is None else [f"отсутствовали — {absent}"]),
    ]


def _connections(number: int) -> str:
    return count(number, "подключение", "подключения", "подключений")


def _people(number: int) -> str:
    return count(number, "человек", "человека", "человек")


def attendees(context: Context, meeting: Meeting, *, absent: bool) -> list[AttendeeRow]:
    """The attendance list in the order of the alphabet (004, Приложение 2)."""
    people = meeting.attendance.people if meeting.attendance else ()
    rows = [
        AttendeeRow(context.names.member(row, meeting.date), row.status, row.reason)
        for row in people
        if (row.status is AttendanceStatus.ABSENT) is absent
    ]
    return sorted(rows, key=lambda row: row.shown.full_name or row.shown.line)
