"""The plan of a year as a paper: Приложение 1 to 004, and what real plans add to it.

Fields 3–5 and 7–12 of the form stand in the record as they are printed; what has to be worked out
stands here. A field without a value is printed as a line to be filled in by hand (`unfilled`).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.archive.index import meeting_id
from generator.load import Entry, Kind
from generator.models import Association, Meeting, Party, Plan, PlannedEvent, PlannedMeeting
from generator.models.vocabulary import DocumentKind, PlanStatus
from generator.pages.context import Context
from generator.pages.forms.keeping import is_lasting
from generator.pages.forms.stamps import Stamps, Way, stamps
from generator.pages.names import direction_text
from generator.rules.case import Case
from generator.text import semicolons
from generator.values import When


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a meeting's programme: what, and who presents it."""

    text: str
    presenters: str


@dataclass(frozen=True, slots=True)
class Block:
    """A block of a meeting's programme (field 13): Учебно-методический, Практический, …"""

    title: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting of the plan: fields 6–13, and who answers for it. `held` is what came of it."""

    item: PlannedMeeting
    number: str
    tasks: tuple[str, ...]
    blocks: tuple[Block, ...]
    responsible: str
    joint_with: str
    direction: str
    held: Entry[Meeting] | None


@dataclass(frozen=True, slots=True)
class EventRow:
    """A row of the table of other events."""

    item: PlannedEvent
    responsible: str
    co_responsible: str
    direction: str
    held: Entry[Meeting] | None


@dataclass(frozen=True, slots=True)
class Section:
    """Events under one heading of the plan; the heading may be empty."""

    title: str
    rows: tuple[EventRow, ...]


@dataclass(frozen=True, slots=True)
class PlanPaper:
    """The plan as it is printed: on a page, or in a Word file."""

    plan: Plan
    title: str
    association: Entry[Association]
    organisation: str
    is_draft: bool
    lasting: bool
    stamps: Stamps
    tasks: tuple[str, ...]
    basis: str
    meetings: tuple[MeetingRow, ...]
    sections: tuple[Section, ...]
    roster: tuple[str, ...]


def plan_title(entry: Entry[Plan]) -> str:
    """The title as written, else the usual one."""
    return entry.record.title or f"План работы на {entry.school_year.title} учебный год"


def plan_paper(context: Context, entry: Entry[Plan]) -> PlanPaper:
    """Work out what the paper says."""
    plan, home = entry.record, context.archive.associations[entry.association]
    case = Case(context.archive, home, entry.school_year, entry.school_year.begins)
    return PlanPaper(
        plan=plan,
        title=plan_title(entry),
        association=home,
        organisation=context.names.organisation(plan.organisation) or "",
        is_draft=plan.status is PlanStatus.DRAFT,
        lasting=is_lasting(case, DocumentKind.PLAN, (Kind.PLAN, entry.id)),
        stamps=stamps(context, entry, home, plan_ways(case)),
        tasks=tuple(semicolons(task.text for task in plan.tasks)),
        basis=basis_line(plan),
        meetings=meeting_rows(context, entry, home),
        sections=sections(context, entry, home),
        roster=tuple(context.names.party(party, home).line for party in plan.roster),
    )


def plan_ways(case: Case) -> list[Way]:
    """The steps by which the plan of a year gains force, as each regulation in force names them."""
    return [
        tuple(case.fitting(norm.approvals, case.starts))
        for _, norm in case.norms("plan", case.starts)
    ]


def basis_line(plan: Plan) -> str:
    """What the plan rests on, in one sentence; empty where nothing is written."""
    needs = ("потребности педагогов изучены",) if plan.needs_studied else ()
    parts = (*plan.basis, *needs)
    return f"{'; '.join(parts)}." if parts else ""


def meeting_rows(
    context: Context, entry: Entry[Plan], home: Entry[Association]
) -> tuple[MeetingRow, ...]:
    """The meetings of the plan in the order of the record."""
    return tuple(
        MeetingRow(
            item=item,
            number=item.number or str(place),
            tasks=tuple(semicolons(item.tasks)),
            blocks=_blocks(context, item, home),
            responsible=_line(context, item.responsible, home),
            joint_with=_line(context, item.joint_with),
            direction=_direction(context, item, home),
            held=_held(context, entry, item),
        )
        for place, item in enumerate(entry.record.meetings, start=1)
    )


def sections(context: Context, entry: Entry[Plan], home: Entry[Association]) -> tuple[Section, ...]:
    """Events under the headings of the plan, in the order in which the headings first occur."""
    found: dict[str, list[EventRow]] = {}
    for item in entry.record.events:
        row = EventRow(
            item=item,
            responsible=_line(context, item.responsible, home),
            co_responsible=_line(context, item.co_responsible, home),
            direction=_direction(context, item, home),
            held=_held(context, entry, item),
        )
        found.setdefault(item.section or "", []).append(row)
    return tuple(Section(title, tuple(rows)) for title, rows in found.items())


def _blocks(context: Context, item: PlannedMeeting, home: Entry[Association]) -> tuple[Block, ...]:
    return tuple(
        Block(
            title=block.title or (block.kind.label if block.kind else ""),
            points=tuple(
                Point(point.text, _line(context, point.presenters, home, item.when))
                for point in block.items
            ),
        )
        for block in item.blocks
    )


def _line(
    context: Context,
    parties: Iterable[Party],
    home: Entry[Association] | None = None,
    when: When | None = None,
) -> str:
    """Everybody whom the record names, with the posts of the day where there is one."""
    day = when.date if when else None
    return "; ".join(context.names.party(party, home, day).line for party in parties)


def _direction(
    context: Context, item: PlannedMeeting | PlannedEvent, home: Entry[Association]
) -> str:
    return direction_text(context.archive, home, item.direction) if item.direction else ""


def _held(
    context: Context, entry: Entry[Plan], item: PlannedMeeting | PlannedEvent
) -> Entry[Meeting] | None:
    """The meeting that carried out a point of the plan."""
    return context.archive.meetings[meeting_id(item.meeting, entry)] if item.meeting else None
