"""The plan of a year as values of a template (004, Приложение 1)."""

from dataclasses import dataclass
from typing import Annotated

from generator.load import Entry
from generator.models import Plan
from generator.models.plan import PlanItem
from generator.pages.addresses import address
from generator.pages.context import Context
from generator.pages.forms.plan import EventRow, MeetingRow, plan_paper
from generator.pages.word.said import Sheet
from generator.pages.word.sheets.common import (
    Fact,
    Made,
    Stamp,
    facts,
    foot,
    lines,
    listed,
    official,
    prose,
    stamp,
)
from generator.pages.wording import approval, clock, place, sentence
from generator.text import unfilled


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a meeting's programme."""

    text: Annotated[str, "что"]
    presenters: Annotated[str, "кто проводит"]


@dataclass(frozen=True, slots=True)
class Block:
    """A block of a meeting's programme: Учебно-методический, Практический, Рефлексивный."""

    title: Annotated[str, "название блока"]
    points: Annotated[tuple[Point, ...], "пункты"]


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting of the plan: fields 6–13 of the form."""

    number: Annotated[str, "номер заседания"]
    theme: Annotated[str, "тема"]
    when: Annotated[str, "дата, время и место"]
    goal: Annotated[str, "цель"]
    tasks: Annotated[str, "задачи"]
    form: Annotated[str, "форма проведения"]
    result: Annotated[str, "планируемый результат"]
    agenda: Annotated[tuple[str, ...], "вопросы"]
    facts: Annotated[tuple[Fact, ...], "ответственные, направление, основание и другое"]
    blocks: Annotated[tuple[Block, ...], "план проведения по блокам"]
    unplanned: Annotated[str, "черта, если нет ни плана проведения, ни вопросов"]


@dataclass(frozen=True, slots=True)
class Event:
    """A row of the table of other events."""

    what: Annotated[str, "мероприятие"]
    when: Annotated[str, "когда и где"]
    who: Annotated[str, "ответственные"]
    evidence: Annotated[str, "чем подтверждается"]


@dataclass(frozen=True, slots=True)
class Section:
    """Events under one heading of the plan."""

    title: Annotated[str, "раздел плана"]
    events: Annotated[tuple[Event, ...], "мероприятия"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSheet(Sheet):
    """The plan of a year."""

    title: Annotated[str, "название"]
    draft: Annotated[bool, "проект"]
    association: Annotated[str, "объединение"]
    organisation: Annotated[str, "организация в заголовке"]
    left: Annotated[tuple[Stamp, ...], "грифы слева: РАССМОТРЕНО, ПРИНЯТО"]
    right: Annotated[tuple[Stamp, ...], "грифы справа: УТВЕРЖДАЮ"]
    theme: Annotated[str, "методическая тема"]
    common_theme: Annotated[str, "единая методическая тема"]
    goal: Annotated[str, "цель"]
    tasks: Annotated[tuple[str, ...], "задачи"]
    basis: Annotated[str, "основа плана"]
    meetings: Annotated[tuple[Meeting, ...], "заседания"]
    sections: Annotated[tuple[Section, ...], "другие мероприятия по разделам"]
    roster: Annotated[tuple[str, ...], "состав на момент составления"]
    attachments: Annotated[tuple[str, ...], "приложения"]
    notes: Annotated[str, "примечания"]
    steps: Annotated[tuple[str, ...], "шаги без грифа: кто составил, где обсудили"]
    end: Annotated[tuple[Stamp, ...], "грифы в конце: СОГЛАСОВАНО"]


def plan_sheet(context: Context, entry: Entry[Plan]) -> Made:
    """The values of a plan."""
    paper, plan = plan_paper(context, entry), entry.record
    names, archive, home = context.names, context.archive, paper.association
    sheet = PlanSheet(
        **foot(context, address(entry), entry.path),
        title=paper.title,
        draft=paper.is_draft,
        association=home.record.name,
        organisation=paper.organisation,
        left=tuple(map(stamp, paper.stamps.left)),
        right=tuple(map(stamp, paper.stamps.right)),
        theme=plan.theme,
        common_theme=plan.organisation_theme or "",
        goal=plan.goal,
        tasks=paper.tasks,
        basis=paper.basis,
        meetings=tuple(_meeting(context, row) for row in paper.meetings),
        sections=tuple(
            Section(one.title, tuple(_event(context, row) for row in one.rows))
            for one in paper.sections
        ),
        roster=paper.roster,
        attachments=listed(context, plan.attachments),
        notes=prose(plan.notes),
        steps=tuple(approval(archive, names, one, home, entry).line for one in paper.stamps.rest),
        end=tuple(map(stamp, paper.stamps.end)),
    )
    days = [one.date for one in plan.approvals if one.date]
    day = max(days, default=entry.school_year.begins)
    return Made(sheet, f"{paper.title} — {home.record.label}", day, paper.lasting)


def _meeting(context: Context, row: MeetingRow) -> Meeting:
    item = row.item
    when = item.when.text() if item.when else unfilled.DAY
    hour = clock(item.time) if item.time else f"время {unfilled.WORD}"
    venue = place(context.archive, item.place) if item.place else f"место {unfilled.LINE}"
    departure = f"; выезд {item.departure}" if item.departure else ""
    return Meeting(
        number=row.number,
        theme=item.theme,
        when=f"{when}, {hour}, {venue}{departure}",
        goal=official(item.goal),
        tasks=official("\n".join(row.tasks)),
        form=official(item.form),
        result=official(item.planned_result),
        agenda=item.agenda,
        facts=facts(
            ("Ответственные", row.responsible),
            ("Совместно с", row.joint_with),
            ("Направление", row.direction),
            ("Основание", item.basis),
            ("Чем подтверждается", item.evidence),
        ),
        blocks=tuple(
            Block(block.title, tuple(Point(one.text, one.presenters) for one in block.points))
            for block in row.blocks
        ),
        unplanned="" if item.blocks or item.agenda else unfilled.LINE,
    )


def _event(context: Context, row: EventRow) -> Event:
    item = row.item
    number = f"{item.number}. " if item.number else ""
    return Event(
        what=lines(
            f"{number}{item.title}",
            sentence(item.form or ""),
            _named("Для кого", item.audience),
            _named("Цель", item.goal),
            _named("Результат", item.planned_result),
        ),
        when=lines(*_when(context, item), _named("Выезд", item.departure)),
        who=lines(row.responsible, _named("Соисполнители", row.co_responsible)),
        evidence=lines(item.evidence or "", row.direction, _named("Основание", item.basis)),
    )


def _when(context: Context, item: PlanItem) -> tuple[str, str]:
    day = item.when.text() if item.when else ""
    hour = clock(item.time) if item.time else ""
    venue = place(context.archive, item.place) if item.place else ""
    return ", ".join(filter(None, (day, hour))), venue


def _named(name: str, text: str | None) -> str:
    return f"{name}: {text}" if text else ""
