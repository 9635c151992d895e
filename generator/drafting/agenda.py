"""The draft of the next meeting's record: what was decided before, then what the plan foresees."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from generator.drafting.paper import Paper
from generator.drafting.refusal import DraftRefusedError
from generator.drafting.yaml_text import plain, yaml_text
from generator.load import Entry
from generator.models import Association, Party, Plan, PlannedMeeting
from generator.models.fields import TEXT_LIMIT
from generator.models.vocabulary import (
    AgendaKind,
    MeetingMode,
    MeetingStatus,
    Period,
    PlanItemStatus,
    Role,
)
from generator.pages.context import Context
from generator.pages.control import Row
from generator.pages.facts import Facts
from generator.pages.facts.timespan import Timespan
from generator.pages.names import role_title
from generator.values import NBSP, SchoolYear, When, short_date

Fields = dict[str, Any]

FOLLOW_UP = "О выполнении решений"


def draft_agenda(
    context: Context,
    association: Entry[Association],
    year: SchoolYear,
    content: Path,
    day: date | None,
) -> Paper:
    """Put together the record of a meeting ahead, on the day named or on the next of the plan."""
    plan: Entry[Plan] | None = context.archive.plans.get(f"{association.id}/{year}")
    ahead = _ahead(context, plan) if plan else []
    point, day = _chosen(context, ahead, year, day)
    if not year.contains(day):
        raise DraftRefusedError(f"день {short_date(day)} не из {year.title} учебного года")
    time = Timespan(Period.SCHOOL_YEAR, "", "", day, year.ends, (year,))
    facts = Facts(context, association, time)
    record = {
        "date": day.isoformat(),
        "status": MeetingStatus.PLANNED.value,
        "mode": _usual_mode(context, association, year).value,
        **(_of_plan(point) if point else {}),
        "agenda": _agenda(facts, point),
    }
    folder = content / "associations" / association.id / str(year) / "meetings"
    return Paper(folder / f"{day.isoformat()}.yml", yaml_text(record), in_content=True)


def _chosen(
    context: Context, ahead: list[PlannedMeeting], year: SchoolYear, day: date | None
) -> tuple[PlannedMeeting | None, date]:
    """The point of the plan and the day: either may be the one that gives the other."""
    if day is not None:
        return _on(ahead, year, day), day
    point = _next(context, ahead, year)
    return point, _exact(point, year)


def _ahead(context: Context, plan: Entry[Plan]) -> list[PlannedMeeting]:
    """The meetings of a plan that nobody has held, cancelled or put on record yet."""
    key = (plan.association, plan.school_year)
    on_record = {one.record.date for one in context.archive.relations.meetings.get(key, ())}
    return [
        point
        for point in plan.record.meetings
        if not point.meeting
        and point.status in (PlanItemStatus.PLANNED, PlanItemStatus.MOVED)
        and not (point.when and _only_day(point.when, plan.school_year) in on_record)
    ]


def _next(context: Context, ahead: Iterable[PlannedMeeting], year: SchoolYear) -> PlannedMeeting:
    """The next meeting of the plan from today on."""
    dated = [
        (point.when.sort_key(year), place, point)
        for place, point in enumerate(ahead)
        if point.when and not point.when.vague and point.when.span(year)[1] >= context.today
    ]
    if not dated:
        raise DraftRefusedError("в плане нет заседаний впереди; назовите день: --date ДЕНЬ")
    return min(dated, key=lambda one: one[:2])[2]


def _exact(point: PlannedMeeting, year: SchoolYear) -> date:
    """The day of a point, where its time is one day."""
    day = _only_day(point.when, year) if point.when else None
    if day is None:
        when = point.when.text() if point.when else "не назван"
        raise DraftRefusedError(
            f"следующее заседание в плане — «{point.theme}», срок: {when}. "
            "Точного дня нет, назовите его: --date ДЕНЬ"
        )
    return day


def _on(ahead: Iterable[PlannedMeeting], year: SchoolYear, day: date) -> PlannedMeeting | None:
    """The point of the plan for a day: the one of that very day, else the first it falls into."""
    dated = [
        (point.when.span(year), point) for point in ahead if point.when and not point.when.vague
    ]
    exact = [point for span, point in dated if span == (day, day)]
    around = [point for (first, last), point in dated if first <= day <= last]
    return next(iter((*exact, *around)), None)


def _only_day(when: When, year: SchoolYear) -> date | None:
    first, last = when.span(year)
    return first if first == last and not when.vague else None


def _usual_mode(context: Context, association: Entry[Association], year: SchoolYear) -> MeetingMode:
    """How the association has met last: the record must say it, and the plan does not."""
    relations = context.archive.relations
    for known in (y for y in relations.years.get(association.id, ()) if y <= year):
        held = [
            m for m in relations.meetings.get((association.id, known), ()) if m.record.status.held
        ]
        if held:
            return held[-1].record.mode
    return MeetingMode.OFFLINE


def _of_plan(point: PlannedMeeting) -> Fields:
    """What the plan says of the meeting itself."""
    fields = {
        "time": f"{point.time:%H:%M}" if point.time else None,
        "place": plain(point.place) if point.place else None,
        "form": point.form,
        "theme": point.theme,
        "goal": point.goal,
        "tasks": list(point.tasks),
    }
    return {name: value for name, value in fields.items() if value}


def _agenda(facts: Facts, point: PlannedMeeting | None) -> list[Fields]:
    """Open decisions first, one by one; then the questions of the plan."""
    rows = facts.earlier.open
    agenda: list[Fields] = []
    if rows:
        agenda.append(
            {
                "text": FOLLOW_UP,
                "kind": AgendaKind.REPORT.value,
                "speakers": [{"role": Role.HEAD.value}],
                "sub_items": [_follow_up(facts, row, place) for place, row in enumerate(rows, 1)],
            }
        )
    agenda += _questions(point) if point else []
    return agenda or [{"text": "Разное", "kind": AgendaKind.MISCELLANEOUS.value}]


def _follow_up(facts: Facts, row: Row, place: int) -> Fields:
    """One open decision as a part of the first question; whoever is responsible speaks."""
    home, decision = facts.context.archive.relations.decisions[f"{row.meeting}#{row.number}"]
    due = f"срок: {row.due.replace(NBSP, ' ')}" if row.due else "срок не назван"
    late = ", просрочено" if facts.earlier.is_overdue(row) else ""
    joint = home.association != facts.association.id
    where = "совместное заседание, " if joint else ""
    head = f"Решение {row.number} от {short_date(home.record.date)} ({where}{due}{late}): "
    item: Fields = {"number": f"1.{place}", "text": head + row.text[: TEXT_LIMIT - len(head)]}
    speakers = [
        _elsewhere(facts.context, home.association, party) if joint else plain(party)
        for party in decision.responsible
    ]
    return item | ({"speakers": speakers} if speakers else {})


def _elsewhere(context: Context, association: str, party: Party) -> Fields:
    """Somebody whom the record of another association names: an office there is spelled out."""
    fields: Fields = plain(party)
    if party.role and not party.person:
        home = context.archive.associations[association]
        del fields["role"]
        fields.setdefault("position", role_title(context.archive, home, party.role))
        fields.setdefault("association", association)
    return fields


def _questions(point: PlannedMeeting) -> Iterator[Fields]:
    """The questions of the plan, else the points of its programme, else its theme."""
    for text in point.agenda:
        yield {"text": text}
    items = [item for block in point.blocks for item in block.items] if not point.agenda else []
    for item in items:
        speakers = [plain(party) for party in item.presenters]
        yield {"text": item.text} | ({"speakers": speakers} if speakers else {})
    if not point.agenda and not items:
        yield {"text": point.theme}
