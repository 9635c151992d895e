"""Open data: meetings (Open Civic Data: Event)."""

from collections.abc import Iterator

from generator.load import Entry
from generator.models import Meeting
from generator.models.vocabulary import MeetingKind, MeetingMode, MeetingStatus
from generator.pages.addresses import address
from generator.pages.context import Context
from generator.pages.data.common import PAGE
from generator.pages.data.fields import (
    ADDRESS,
    CLOCK,
    DAY,
    NUMBER,
    TEXT,
    YEAR,
    Field,
    Table,
    choice,
    several,
)
from generator.pages.data.sets import by_year
from generator.values import SchoolYear

_TABLE = Table[Entry[Meeting]](
    "meetings",
    "Заседания",
    "Заседания, которые прошли, предстоят или отменены; совместное — одной строкой у того, кто его "
    "созвал.",
    (
        Field(
            "id",
            "Обозначение",
            TEXT,
            lambda held: held.id,
            "Объединение, учебный год и день через косую черту.",
        ),
        Field(
            "organization_id",
            "Объединение",
            TEXT,
            lambda held: held.association,
            "Его id в файле associations.",
        ),
        Field(
            "joint_organization_ids",
            "Совместно с объединениями",
            several(TEXT),
            lambda held: held.record.joint_with,
            "Их id.",
        ),
        Field("school_year", "Учебный год", YEAR, lambda held: held.year),
        Field("start_date", "Дата", DAY, lambda held: held.record.date),
        Field("start_time", "Начало", CLOCK, lambda held: held.record.time, optional=True),
        Field("end_time", "Окончание", CLOCK, lambda held: held.record.end_time, optional=True),
        Field("number", "Номер протокола", TEXT, lambda held: held.record.number, optional=True),
        Field("status", "Состояние", choice(MeetingStatus), lambda held: held.record.status),
        Field("classification", "Вид", choice(MeetingKind), lambda held: held.record.kind),
        Field(
            "attendance_mode", "Как проходит", choice(MeetingMode), lambda held: held.record.mode
        ),
        Field("name", "Тема", TEXT, lambda held: held.record.theme, optional=True),
        Field(
            "present_count",
            "Присутствовало членов",
            NUMBER,
            lambda held: held.record.attendance and held.record.attendance.present,
            "Пусто, если не записано.",
            optional=True,
        ),
        Field(
            "members_total",
            "Всего в составе",
            NUMBER,
            lambda held: held.record.members_total,
            "На день заседания.",
            optional=True,
        ),
        Field(
            "invited_count",
            "Приглашено",
            NUMBER,
            lambda held: _invited(held.record),
            "Сколько приглашённых в записи; группа, о которой не сказано, сколько в ней человек, "
            "считается за одного.",
        ),
        Field(
            "agenda",
            "Повестка дня",
            several(TEXT),
            lambda held: [item.text for item in held.record.agenda],
        ),
        Field("decision_count", "Решений", NUMBER, lambda held: len(held.record.decisions)),
        Field("url", "Страница", ADDRESS, address, PAGE),
    ),
)


def _invited(meeting: Meeting) -> int:
    return sum(1 if guest.count is None else guest.count for guest in meeting.invited)


def meetings_of(context: Context, association: str, year: SchoolYear) -> Iterator[Entry[Meeting]]:
    """The meetings of a year that lie in the association's own folder."""
    for entry in context.archive.relations.meetings.get((association, year), ()):
        if entry.association == association:
            yield entry


MEETINGS = by_year(_TABLE, lambda held: held.id, meetings_of)
