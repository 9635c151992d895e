"""How a new record of each kind begins: what is asked, what the records tell, what is offered."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from generator.archive.facets import slug_of
from generator.load import Kind
from generator.load.layout import room_of
from generator.models import Document, PlannedMeeting, Record
from generator.models.vocabulary import MeetingStatus, PlanStatus, PracticeStatus
from generator.problems import BadValue
from generator.records.desk import Plot
from generator.records.planned import (
    ANYTHING,
    Fields,
    ahead,
    of_point,
    only_day,
    point_for,
    questions,
    soonest,
    usual_mode,
)
from generator.rules.attendance import belonged
from generator.rules.case import Case
from generator.values import SchoolYear, parse_date

_NEAR = timedelta(days=14)

PRACTICE_BODY = """\
## Как это проходит

## Что получилось

## Как перенять
"""
"""The headings of a practice's description: prompts for its author."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a record of one kind begins.

    `asked` are the fields that are asked for, in order, `offered` those that stand in the file to
    be filled in. `known` says what the records tell of the fields, given what is answered already.
    `named` says how an id is asked for: it stands in the file's name, or in a field `id`.
    """

    kind: Kind
    title: str
    asked: tuple[str, ...]
    known: Callable[[Plot, Fields], Fields]
    offered: tuple[str, ...] = ()
    of_body: bool = False
    named: bool = False

    @property
    def model(self) -> type[Record]:
        """The model of the record; of a list of records, that of one."""
        room = room_of(self.kind)
        return Document if room.listed == "documents" else room.model


def first_values(kind: Kind, answers: Fields, today: date) -> Fields:
    """What a new record says of itself, wherever it belongs: its state, and since when."""
    if kind is Kind.PRACTICE:
        return {"status": PracticeStatus.DRAFT, "created_on": today}
    if kind is not Kind.MEETING or "date" not in answers:
        return {}
    ahead_of_us = parse_date(str(answers["date"])) > today
    return {"status": MeetingStatus.PLANNED if ahead_of_us else MeetingStatus.DRAFT}


def _association(plot: Plot, answers: Fields) -> Fields:
    regulations = list(plot.desk.archive.regulations)
    return {
        "id": _id(plot, Kind.ASSOCIATION, answers.get("short_name") or answers.get("name")),
        "regulation": regulations[0] if len(regulations) == 1 else None,
    }


def _plan(plot: Plot, answers: Fields) -> Fields:
    body, year = plot.home
    return {"status": PlanStatus.DRAFT, "theme": body.record.theme(year)}


def _meeting(plot: Plot, answers: Fields) -> Fields:
    desk, (body, year) = plot.desk, plot.home
    points = _points(plot)
    if "date" not in answers:
        first = soonest(points, year, desk.today)
        planned = only_day(first.when, year) if first and first.when else None
        return {"date": planned or desk.today}
    day = parse_date(str(answers["date"]))
    point = point_for(points, year, day) or _near(points, year, day)
    return {
        "number": _next_number(plot),
        **first_values(Kind.MEETING, answers, desk.today),
        "mode": usual_mode(desk.archive, body, year),
        "members_total": belonged(Case(desk.archive, body, year, desk.today), day),
        "agenda": list(questions(point)) if point else None,
        **(of_point(point) if point else {}),
    }


def _points(plot: Plot) -> list[PlannedMeeting]:
    """The meetings of the plan that are not on record yet; none of a plan with wrong days."""
    body, year = plot.home
    plan = plot.desk.archive.plans.get(f"{body.id}/{year}")
    try:
        return ahead(plot.desk.archive, plan) if plan else []
    except BadValue:
        return []


def _near(points: list[PlannedMeeting], year: SchoolYear, day: date) -> PlannedMeeting | None:
    """The first point of the plan that ends or begins within two weeks of a day."""
    for point in points:
        if point.when and not point.when.vague:
            first, last = point.when.span(year)
            if first - _NEAR <= day <= last + _NEAR:
                return point
    return None


def _next_number(plot: Plot) -> str:
    """The number that the next minutes of the year bear; with a nought before it if others have."""
    body, year = plot.home
    meetings = plot.desk.archive.relations.meetings.get((body.id, year), ())
    numbers = [entry.record.number or "" for entry in meetings]
    last = max((n for n in numbers if n.isdecimal()), key=int, default="0")
    return str(int(last) + 1).zfill(len(last) if last > "0" and last.startswith("0") else 1)


def _practice(plot: Plot, answers: Fields) -> Fields:
    name = _id(plot, Kind.PRACTICE, answers.get("title"))
    return {"id": name, **first_values(Kind.PRACTICE, answers, plot.desk.today)}


def _document(plot: Plot, answers: Fields) -> Fields:
    body, year = plot.home
    words = f"{body.id} {answers.get('kind', '')} {year.first}"
    return {"id": _id(plot, Kind.DOCUMENT, words)}


def _id(plot: Plot, kind: Kind, words: object) -> str | None:
    """An id made of words, and of a number where it is taken."""
    return plot.desk.free_id(kind, slug_of(str(words))) if words else None


RECIPES = (
    Recipe(
        Kind.ASSOCIATION,
        "объединение",
        asked=("name", "short_name", "id", "kind", "level", "regulation"),
        known=_association,
        offered=("goal", "subjects", "education_levels", "memberships", "maintainers"),
        named=True,
    ),
    Recipe(
        Kind.PLAN,
        "план работы на учебный год",
        asked=("theme", "goal", "tasks"),
        known=_plan,
        offered=("meetings", "events"),
        of_body=True,
    ),
    Recipe(
        Kind.MEETING,
        "заседание",
        asked=("date", "time", "mode", "place", "theme", "number", "agenda"),
        known=_meeting,
        offered=("place", "time", "head", "secretary", "attendance", "hearings", "decisions"),
        of_body=True,
    ),
    Recipe(
        Kind.PRACTICE,
        "практику",
        asked=("title", "id", "authors", "association", "subjects", "level", "type", "summary"),
        known=_practice,
        offered=("education_levels", "grades", "keywords", "goal", "stages", "results"),
        named=True,
    ),
    Recipe(
        Kind.DOCUMENT,
        "документ в documents.yml",
        asked=("kind", "title", "date", "number", "id"),
        known=_document,
        offered=("approvals", "approves", "files"),
        of_body=True,
        named=True,
    ),
)


def recipe_of(kind: Kind) -> Recipe:
    """How a record of this kind begins."""
    return next(recipe for recipe in RECIPES if recipe.kind is kind)


def agenda_or_anything(values: Fields) -> Fields:
    """A meeting's fields with an agenda: «Разное» where nobody knows of any question."""
    return values if values.get("agenda") else {**values, "agenda": [ANYTHING]}
