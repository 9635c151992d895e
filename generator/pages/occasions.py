"""What stands on the calendar of an association's year: meetings, points of the plan, duties."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import blake2b
from textwrap import shorten
from typing import Any

from generator.load import Entry
from generator.models import Association, Meeting, Plan, PlannedEvent, PlannedMeeting
from generator.models.parts import Venue
from generator.models.vocabulary import MeetingStatus, PlanItemStatus
from generator.pages.addresses import address, year_address
from generator.pages.context import Context
from generator.pages.digests import Family
from generator.pages.findings import findings_of
from generator.pages.occasion import Occasion, OccasionKind, Standing
from generator.rules.finding import Finding, NormKind, State
from generator.values import SchoolYear, WhenKind

PlanPoint = PlannedMeeting | PlannedEvent

_TITLE_LIMIT = 160
_ON_CALENDAR = (WhenKind.DATE, WhenKind.DAY, WhenKind.MONTH, WhenKind.RANGE, WhenKind.DUE)
"""The times that have a place on a calendar; «в течение года» and quarters have none."""
_ONE_DAY = (WhenKind.DATE, WhenKind.DAY)
_MEETINGS = {
    MeetingStatus.PLANNED: (Standing.CONFIRMED, MeetingStatus.PLANNED.label),
    MeetingStatus.DRAFT: (Standing.CONFIRMED, MeetingStatus.DRAFT.label),
    MeetingStatus.SIGNED: (Standing.CONFIRMED, ""),
    MeetingStatus.CANCELLED: (Standing.CANCELLED, MeetingStatus.CANCELLED.label),
}
_POINTS = {
    PlanItemStatus.PLANNED: (Standing.TENTATIVE, Standing.TENTATIVE.label),
    PlanItemStatus.HELD: (Standing.CONFIRMED, PlanItemStatus.HELD.label),
    PlanItemStatus.MOVED: (Standing.CANCELLED, PlanItemStatus.MOVED.label),
    PlanItemStatus.CANCELLED: (Standing.CANCELLED, PlanItemStatus.CANCELLED.label),
}


def _digest(context: Context, association: str, year: SchoolYear) -> Any:
    home = context.archive.associations[association]
    found = [
        *_meetings(context, association, year),
        *_points(context, home, year),
        *_duties(context, home, year),
    ]
    return tuple(occasion.plain() for occasion in sorted(found, key=lambda one: one.order))


OCCASIONS = Family("occasions", _digest)


def plain_occasions(context: Context, association: str, year: SchoolYear) -> tuple[Any, ...]:
    """What stands on an association's calendar of a year, as plain values: days come first."""
    found: tuple[Any, ...] = context.digests.of(OCCASIONS, association, year)
    return found


def occasions_of(context: Context, association: str, year: SchoolYear) -> tuple[Occasion, ...]:
    """What stands on an association's calendar of a year; no record is opened for it."""
    return tuple(Occasion.restored(one) for one in plain_occasions(context, association, year))


def _meetings(context: Context, association: str, year: SchoolYear) -> Iterator[Occasion]:
    """Meetings on record. A joint one is the same thing on the calendar of each of its bodies."""
    for entry in context.archive.relations.meetings.get((association, year), ()):
        record = entry.record
        standing, note = _MEETINGS[record.status]
        yield Occasion(
            uid=f"meeting/{entry.id}",
            kind=OccasionKind.MEETING,
            standing=standing,
            first=record.date,
            last=record.date,
            title=record.theme or _short(f"Заседание: {record.agenda[0].text}"),
            bodies=_bodies(context, entry),
            address=address(entry),
            source=entry.path,
            begins=record.time,
            ends=record.end_time,
            note=note,
            place=_place(context, record.place, record.city, record.platform),
            description=_lines(_of_meeting(record)),
        )


def _bodies(context: Context, entry: Entry[Meeting]) -> tuple[str, ...]:
    names = (entry.association, *entry.record.joint_with)
    return tuple(context.archive.associations[name].record.label for name in names)


def _of_meeting(record: Meeting) -> Iterator[str | None]:
    """What is said of a meeting; the questions only while it is ahead: minutes have a page."""
    yield f"Заседание: {record.kind.label}, {record.mode.label}."
    yield record.part_of and f"В рамках: {record.part_of}."
    yield record.form and f"Форма: {record.form}."
    if record.status.held:
        yield record.number and f"Протокол № {record.number}."
    elif record.status is MeetingStatus.PLANNED:
        yield "Повестка дня:"
        questions = zip(record.agenda_numbers(), record.agenda, strict=True)
        yield from (f"{number}. {item.text}" for number, item in questions)


def _points(context: Context, home: Entry[Association], year: SchoolYear) -> Iterator[Occasion]:
    """The points of the plan that are no meetings on record."""
    plan: Entry[Plan] | None = context.archive.plans.get(f"{home.id}/{year}")
    if plan is None:
        return
    recorded = context.archive.relations.meetings.get((home.id, year), ())
    held = {entry.record.date for entry in recorded}
    groups: tuple[tuple[OccasionKind, tuple[PlanPoint, ...]], ...] = (
        (OccasionKind.MEETING, plan.record.meetings),
        (OccasionKind.EVENT, plan.record.events),
    )
    for kind, points in groups:
        names = _point_names(points)
        for place, point in enumerate(points, start=1):
            found = _point(context, home, plan, kind, point, place, names[place - 1])
            on_record = kind is OccasionKind.MEETING and found and found.first in held
            if found and not (on_record and found.first == found.last):
                yield found


def _point_names(points: Iterable[PlanPoint]) -> list[str]:
    """What a plan calls its points: by number; by place where there is none, or it comes twice."""
    names: list[str] = []
    for place, point in enumerate(points, start=1):
        numbered = point.number and point.number not in names
        names.append(str(point.number) if numbered else f"at-{place}")
    return names


def _point(
    context: Context,
    home: Entry[Association],
    plan: Entry[Plan],
    kind: OccasionKind,
    point: PlanPoint,
    place: int,
    name: str,
) -> Occasion | None:
    when = point.when
    if when is None or when.kind not in _ON_CALENDAR or point.meeting:
        return None
    first, last = when.span(plan.school_year)
    one_day = when.kind in _ONE_DAY
    standing, note = _POINTS[point.status]
    is_meeting = isinstance(point, PlannedMeeting)
    return Occasion(
        uid=f"plan/{plan.id}/{kind.value}-{name}",
        kind=kind,
        standing=standing,
        first=last if when.kind is WhenKind.DUE else first,
        last=last,
        title=point.theme if isinstance(point, PlannedMeeting) else point.title,
        bodies=(home.record.label,),
        address=f"{address(plan)}#{f'meeting-{place}' if is_meeting else 'events'}",
        source=plan.path,
        when="" if one_day else when.text(),
        begins=point.time if one_day else None,
        note=note,
        place=_place(context, point.place),
        description=_lines(_of_point(point)),
    )


def _of_point(point: PlanPoint) -> Iterator[str | None]:
    yield "Заседание по плану." if isinstance(point, PlannedMeeting) else "Мероприятие плана."
    if point.status is not PlanItemStatus.PLANNED:
        note = f" ({point.status_note})" if point.status_note else ""
        yield f"Состояние: {point.status.label}{note}."
    if point.time and point.when and point.when.kind not in _ONE_DAY:
        yield f"Время: {point.time:%H.%M}."
    yield point.form and f"Форма: {point.form}."
    yield point.departure and f"Выезд: {point.departure}."
    if isinstance(point, PlannedEvent):
        yield point.audience and f"Для кого: {point.audience}."
    elif point.agenda:
        yield "Вопросы:"
        yield from (f"{n}. {text}" for n, text in enumerate(point.agenda, start=1))


def _duties(context: Context, home: Entry[Association], year: SchoolYear) -> Iterator[Occasion]:
    """What has to be done by a day, and is not done yet."""
    seen = Counter[str]()
    for finding in findings_of(context, home.id, year):
        if finding.due and _is_duty(finding, year):
            name = f"duty/{home.id}/{year}/{_duty_name(finding)}"
            seen[name] += 1
            uid = f"{name}/{seen[name]}" if seen[name] > 1 else name
            yield _duty(context, home, year, finding, finding.due, uid)


def _is_duty(finding: Finding, year: SchoolYear) -> bool:
    """Tell whether a finding asks for something by a day.

    A meeting ahead and the points of a plan stand on the calendar themselves; and what is only
    waited for bears the last day of the year for want of another.
    """
    if finding.state is not State.DUE:
        return finding.state is State.OVERDUE
    waits = finding.due == year.ends and not finding.advice
    return not waits and finding.norm not in (NormKind.MINUTES, NormKind.PLAN_EXECUTION)


def _duty_name(finding: Finding) -> str:
    """The norm and, as a short sum, its subject: that is a text of any letters."""
    if not finding.subject:
        return finding.norm.value
    subject = blake2b(finding.subject.encode(), digest_size=6).hexdigest()
    return f"{finding.norm.value}/{subject}"


def _duty(
    context: Context,
    home: Entry[Association],
    year: SchoolYear,
    finding: Finding,
    day: date,
    uid: str,
) -> Occasion:
    norm = finding.norm.label
    regulation = context.archive.regulations.get(finding.regulation)
    source = regulation.record.short_title or regulation.record.title if regulation else None
    clause = ", ".join(filter(None, (finding.clause, source)))
    return Occasion(
        uid=uid,
        kind=OccasionKind.DUTY,
        standing=Standing.CONFIRMED,
        first=day,
        last=day,
        title=f"{norm}: {finding.subject}" if finding.subject else norm,
        bodies=(home.record.label,),
        address=f"{year_address(home.id, year)}#norm-{finding.norm.value}",
        note=finding.state.label,
        description=_lines([f"{_sentence(finding.message)}.", clause, finding.advice]),
    )


def _place(context: Context, venue: Venue | None, *others: str | None) -> str:
    """Where it is, in one line: the organisation, the place in words, the town."""
    name = context.names.organisation(venue.organisation) if venue else None
    parts = (name, venue.text if venue else None, *others)
    return ", ".join([part for part in parts if part])


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _short(text: str) -> str:
    return shorten(text, _TITLE_LIMIT, placeholder="…")


def _lines(parts: Iterable[str | None]) -> str:
    return "\n".join([part for part in parts if part])
