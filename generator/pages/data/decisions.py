"""Open data: decisions, with what has become of them (Popolo: Motion)."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from generator.archive import DecisionState
from generator.load import Entry
from generator.models import Association, Decision, Meeting
from generator.models.vocabulary import DecisionStatus
from generator.pages.addresses import address, anchor
from generator.pages.context import Context
from generator.pages.data.common import PAGE, line
from generator.pages.data.fields import (
    ADDRESS,
    DAY,
    FLAG,
    TEXT,
    YEAR,
    Field,
    Table,
    choice,
    several,
)
from generator.pages.data.meetings import meetings_of
from generator.pages.data.sets import by_year
from generator.rules.case import Case
from generator.rules.decisions import exact_end
from generator.values import SchoolYear


class Decided(NamedTuple):
    """A row: a decision of a meeting, what has become of it, and who is to carry it out."""

    id: str
    number: str
    held: Entry[Meeting]
    decision: Decision
    state: DecisionState
    responsible: tuple[str, ...]
    last: date | None
    moved_last: date | None


_TABLE = Table[Decided](
    "decisions",
    "Решения",
    "Решения заседаний с ответственными, сроками и отметками об исполнении.",
    (
        Field(
            "id",
            "Обозначение",
            TEXT,
            lambda row: row.id,
            "Заседание (id), знак «#» и номер решения.",
        ),
        Field("meeting_id", "Заседание", TEXT, lambda row: row.held.id, "Его id в файле meetings."),
        Field(
            "organization_id",
            "Объединение",
            TEXT,
            lambda row: row.held.association,
            "Его id в файле associations.",
        ),
        Field("school_year", "Учебный год", YEAR, lambda row: row.held.year),
        Field("date", "Дата заседания", DAY, lambda row: row.held.record.date),
        Field("number", "Номер", TEXT, lambda row: row.number),
        Field("text", "Решение", TEXT, lambda row: row.decision.text),
        Field(
            "adopted",
            "Принято",
            FLAG,
            lambda row: row.decision.adopted is not False,
            "Нет — если записано, что решение не принято.",
        ),
        Field(
            "responsible",
            "Ответственные",
            several(TEXT),
            lambda row: row.responsible,
            "Должности и группы; имена — только тех, кто дал на это согласие.",
        ),
        Field(
            "due",
            "Срок",
            TEXT,
            lambda row: row.decision.due and row.decision.due.raw,
            "Как записан.",
            optional=True,
        ),
        Field(
            "due_date",
            "Последний день срока",
            DAY,
            lambda row: row.last,
            "Пусто, если срок его не называет, например «в течение года».",
            optional=True,
        ),
        Field(
            "extended_due",
            "Новый срок",
            TEXT,
            lambda row: row.state.due and row.state.due.raw,
            "Если его перенесло заседание, которое проверяло исполнение.",
            optional=True,
        ),
        Field(
            "extended_due_date",
            "Последний день нового срока",
            DAY,
            lambda row: row.moved_last,
            optional=True,
        ),
        Field(
            "status",
            "Состояние",
            choice(DecisionStatus),
            lambda row: row.state.status,
            "По последней проверке, а без неё — по самой записи.",
        ),
        Field("executed_on", "Исполнено", DAY, lambda row: row.state.executed_on, optional=True),
        Field(
            "checked_at",
            "На каком заседании проверено",
            TEXT,
            lambda row: row.state.checked_at and row.state.checked_at.id,
            "Его id в файле meetings.",
            optional=True,
        ),
        Field(
            "url",
            "Страница",
            ADDRESS,
            lambda row: f"{address(row.held)}#decision-{anchor(row.number)}",
            PAGE,
        ),
    ),
)


def _decisions(context: Context, association: str, year: SchoolYear) -> Iterator[Decided]:
    home = context.archive.associations[association]
    case = Case(context.archive, home, year, year.ends)
    for held in meetings_of(context, association, year):
        record = held.record
        for number, decision in zip(record.decision_numbers(), record.decisions, strict=True):
            key = f"{held.id}#{number}"
            state = context.archive.relations.decision_state(key)
            responsible = _responsible(context, home, held, decision)
            moved = (state.moved_at or held).school_year
            yield Decided(
                key,
                number,
                held,
                decision,
                state,
                responsible,
                exact_end(case, decision.due, held.school_year),
                exact_end(case, state.due, moved),
            )


def _responsible(
    context: Context, home: Entry[Association], held: Entry[Meeting], decision: Decision
) -> tuple[str, ...]:
    day, names = held.record.date, context.names_in_data
    return tuple(line(names.party(who, home, day)) for who in decision.responsible)


DECISIONS = by_year(_TABLE, lambda row: row.id, _decisions)
