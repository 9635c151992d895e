"""The plan of a year, in the order of Приложение 1 to 004."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.archive.index import meeting_id
from generator.load import Entry, Kind
from generator.models import Association, Meeting, Plan, PlannedEvent
from generator.models.parts import Approval
from generator.models.vocabulary import ApprovalVerb
from generator.pages.addresses import address, year_address
from generator.pages.associations import public, trail_to
from generator.pages.context import Context
from generator.pages.draft import Draft
from generator.pages.names import Shown
from generator.pages.page import Page
from generator.pages.sought import Sought, SoughtKind


@dataclass(frozen=True, slots=True)
class Stamp:
    """A stamp on a plan: УТВЕРЖДАЮ at the top, СОГЛАСОВАНО at the end."""

    step: Approval
    by: Shown


def pages(context: Context) -> Iterator[Draft]:
    """Yield a page for each plan."""
    for entry in context.archive.plans.values():
        yield Draft(address(entry), partial(_page, context, entry))


def plan_title(entry: Entry[Plan]) -> str:
    """The title as written, else the usual one."""
    return entry.record.title or f"План работы на {entry.school_year.title} учебный год"


def _page(context: Context, entry: Entry[Plan]) -> Page:
    association = context.archive.associations[entry.association]
    year = entry.school_year
    papers = context.archive.relations.approved_by.get((Kind.PLAN, entry.id), ())
    return context.page(
        "plan.html",
        address(entry),
        f"{plan_title(entry)} — {association.record.label}",
        heading=plan_title(entry),
        entry=entry,
        trail=(*trail_to(context, association), (year.title, year_address(association.id, year))),
        description=f"{association.record.name}. Методическая тема: {entry.record.theme}",
        association=association,
        approved=_stamp(context, entry, association, ApprovalVerb.APPROVED),
        agreed=_stamp(context, entry, association, ApprovalVerb.AGREED),
        held=_held(context, entry),
        sections=_sections(entry.record),
        papers=public(papers),
        searched=(_sought(entry, association),),
    )


def _sought(entry: Entry[Plan], association: Entry[Association]) -> Sought:
    """How the search finds it."""
    label, title = association.record.label, plan_title(entry)
    facets = (("association", label),)
    return Sought(SoughtKind.PLAN, label, facets, year=entry.school_year, title=title)


def _stamp(
    context: Context, entry: Entry[Plan], association: Entry[Association], verb: ApprovalVerb
) -> Stamp | None:
    """The last step of a kind, with who made it."""
    for step in reversed(entry.record.approvals):
        if step.verb is verb and step.by:
            return Stamp(step, context.names.party(step.by, association, step.date))
    return None


def _held(context: Context, entry: Entry[Plan]) -> dict[str, Entry[Meeting]]:
    """Meetings held, by the name under which the plan's points give them."""
    named = {item.meeting for item in entry.record.items if item.meeting}
    meetings = context.archive.meetings
    return {name: meetings[meeting_id(name, entry)] for name in sorted(named)}


def _sections(plan: Plan) -> list[tuple[str, list[PlannedEvent]]]:
    """Events under the headings of the plan, in the order in which the headings first occur."""
    sections: dict[str, list[PlannedEvent]] = {}
    for event in plan.events:
        sections.setdefault(event.section or "", []).append(event)
    return list(sections.items())
