"""The draft of the next meeting's record: what was decided before, then what the plan foresees."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from generator.drafting.paper import Paper
from generator.drafting.refusal import DraftRefusedError
from generator.load import Entry
from generator.models import Association, Party, Plan, PlannedMeeting
from generator.models.fields import TEXT_LIMIT
from generator.models.vocabulary import (
    AgendaKind,
    MeetingStatus,
    Period,
    Role,
)
from generator.pages.context import Context
from generator.pages.control import Row
from generator.pages.facts import Facts
from generator.pages.facts.timespan import Timespan
from generator.pages.names import role_title
from generator.records.planned import (
    ANYTHING,
    Fields,
    ahead,
    of_point,
    only_day,
    plain,
    point_for,
    questions,
    soonest,
    usual_mode,
)
from generator.source.yaml_text import yaml_text
from generator.values import NBSP, SchoolYear, short_date

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
    points = ahead(context.archive, plan) if plan else []
    point, day = _chosen(context, points, year, day)
    if not year.contains(day):
        raise DraftRefusedError(f"день {short_date(day)} не из {year.title} учебного года")
    time = Timespan(Period.SCHOOL_YEAR, "", "", day, year.ends, (year,))
    facts = Facts(context, association, time)
    record = {
        "date": day.isoformat(),
        "status": MeetingStatus.PLANNED.value,
        "mode": usual_mode(context.archive, association, year).value,
        **(of_point(point) if point else {}),
        "agenda": _agenda(facts, point),
    }
    folder = content / "associations" / association.id / str(year) / "meetings"
    return Paper(folder / f"{day.isoformat()}.yml", yaml_text(record), in_content=True)


def _chosen(
    context: Context, points: list[PlannedMeeting], year: SchoolYear, day: date | None
) -> tuple[PlannedMeeting | None, date]:
    """The point of the plan and the day: either may be the one that gives the other."""
    if day is not None:
        return point_for(points, year, day), day
    point = _next(context, points, year)
    return point, _exact(point, year)


def _next(context: Context, points: Iterable[PlannedMeeting], year: SchoolYear) -> PlannedMeeting:
    """The next meeting of the plan from today on."""
    point = soonest(points, year, context.today)
    if point is None:
        raise DraftRefusedError("в плане нет заседаний впереди; назовите день: --date ДЕНЬ")
    return point


def _exact(point: PlannedMeeting, year: SchoolYear) -> date:
    """The day of a point, where its time is one day."""
    day = only_day(point.when, year) if point.when else None
    if day is None:
        when = point.when.text() if point.when else "не назван"
        raise DraftRefusedError(
            f"следующее заседание в плане — «{point.theme}», срок: {when}. "
            "Точного дня нет, назовите его: --date ДЕНЬ"
        )
    return day


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
    agenda += questions(point) if point else []
    return agenda or [ANYTHING]


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
