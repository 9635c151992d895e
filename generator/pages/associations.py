"""The list of associations with their tree, and a page for each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from generator.archive.years import running_year
from generator.load import Entry
from generator.models import (
    Analysis,
    Association,
    Document,
    Meeting,
    Membership,
    Person,
    Plan,
)
from generator.models.vocabulary import AssociationKind, ConsentField, Role
from generator.pages.addresses import ASSOCIATIONS, address
from generator.pages.context import Context
from generator.pages.draft import Draft
from generator.pages.findings import SIGNS, findings_of, urgent
from generator.pages.metadata import association
from generator.pages.names import Shown, role_title
from generator.pages.page import Page
from generator.pages.queue import queue_of
from generator.pages.sought import Sought, SoughtKind
from generator.rules.finding import Finding
from generator.values import SchoolYear, count, short_date

LATEST = 5
_KIND_ORDER = list(AssociationKind)
_ROLE_ORDER = list(Role)


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A line of the table of members."""

    role: str
    shown: Shown
    details: tuple[str, ...]
    note: str | None
    period: str


@dataclass(frozen=True, slots=True)
class YearSummary:
    """What there is of a year."""

    year: SchoolYear
    plan: Entry[Plan] | None
    meetings: tuple[Entry[Meeting], ...]
    documents: tuple[Entry[Document], ...]
    analysis: Entry[Analysis] | None


def pages(context: Context) -> Iterator[Draft]:
    """Yield the list and the pages."""
    yield Draft(ASSOCIATIONS, partial(_list, context))
    for entry in context.archive.associations.values():
        yield Draft(address(entry), partial(_page, context, entry))


def _list(context: Context) -> Page:
    return context.page(
        "associations.html",
        ASSOCIATIONS,
        "Объединения",
        description="Методические объединения: кто кому подчинён и кто над чем работает.",
        roots=roots(context),
    )


def roots(context: Context) -> list[Entry[Association]]:
    """Associations that belong to no other."""
    entries = context.archive.associations.values()
    return in_order(entry for entry in entries if not entry.record.parent)


def in_order(entries: Iterable[Entry[Association]]) -> list[Entry[Association]]:
    """Larger bodies first, then by name."""
    return sorted(entries, key=lambda e: (_KIND_ORDER.index(e.record.kind), e.record.name))


def year_summary(context: Context, association: str, year: SchoolYear) -> YearSummary:
    """Gather what there is of a year."""
    archive, key = context.archive, f"{association}/{year}"
    return YearSummary(
        year=year,
        plan=archive.plans.get(key),
        meetings=archive.relations.meetings.get((association, year), ()),
        documents=public(archive.relations.documents.get((association, year), ())),
        analysis=archive.analyses.get(key),
    )


_ELSEWHERE = frozenset({"attention", "years", "meetings", "practices", "waiting", "children"})
"""Sections that only lead elsewhere: the search finds what they name at its own place."""


def public(entries: Iterable[Entry[Document]]) -> tuple[Entry[Document], ...]:
    """Documents of which the public may know."""
    return tuple(entry for entry in entries if entry.record.visibility == "public")


def trail_to(context: Context, association: Entry[Association]) -> tuple[tuple[str, str], ...]:
    """The way from the list of associations to one of them."""
    return (("Объединения", ASSOCIATIONS), (association.record.label, address(association)))


def _page(context: Context, entry: Entry[Association]) -> Page:
    archive, record = context.archive, entry.record
    relations = archive.relations
    years = [year_summary(context, entry.id, year) for year in relations.years.get(entry.id, ())]
    meetings = [held for year in years for held in reversed(year.meetings)]
    active, former = _members(context, entry)
    return context.page(
        "association.html",
        address(entry),
        record.name,
        entry=entry,
        trail=(("Объединения", ASSOCIATIONS),),
        description=record.about or record.goal or record.name,
        regulation=archive.regulations.get(record.regulation or ""),
        also=[archive.regulations[name] for name in record.also_regulations],
        parent=archive.associations.get(record.parent or ""),
        metadata=partial(association, archive, entry),
        children=in_order(relations.children.get(entry.id, ())),
        predecessors=[archive.associations[name] for name in record.predecessors],
        related=[archive.associations[name] for name in record.related],
        years=years,
        members=active,
        former=former,
        meetings=meetings[:LATEST],
        practices=relations.practices.get(entry.id, ()),
        waiting=queue_of(context, entry.id),
        attention=_attention(context, entry),
        running=running_year(context.today),
        signs=SIGNS,
        searched=(Sought(SoughtKind.ASSOCIATION, record.kind.label, without=_ELSEWHERE),),
    )


def _attention(context: Context, entry: Entry[Association]) -> list[Finding]:
    """What is to be done in the running year."""
    year = running_year(context.today)
    if (entry.id, year) not in context.digests.years:
        return []
    return urgent(findings_of(context, entry.id, year), context.today)


def _members(
    context: Context, entry: Entry[Association]
) -> tuple[list[MemberRow], list[MemberRow]]:
    """The members of today and those of former days, offices first."""
    ordered = sorted(entry.record.memberships, key=lambda m: _ROLE_ORDER.index(m.role))
    active: list[MemberRow] = []
    former: list[MemberRow] = []
    for member in ordered:
        over = member.to_date is not None and member.to_date < context.today
        (former if over else active).append(_row(context, entry, member))
    return active, former


def _row(context: Context, home: Entry[Association], member: Membership) -> MemberRow:
    person = context.archive.people.get(member.person or "")
    return MemberRow(
        role=role_title(context.archive, home, member.role),
        shown=context.names.member(member, member.to_date or context.today),
        details=tuple(_details(person.record)) if person else (),
        note=member.function or member.basis,
        period=_period(member.from_date, member.to_date),
    )


def _details(person: Person) -> Iterator[str]:
    """What else somebody has agreed to see published."""
    if person.category and person.allows(ConsentField.CATEGORY):
        yield person.category.code.label
    if person.experience and person.allows(ConsentField.EXPERIENCE):
        yield f"стаж {count(person.experience.value, 'год', 'года', 'лет')}"
    if person.allows(ConsentField.AWARDS):
        yield from (award.title for award in person.awards)
    if person.allows(ConsentField.EXPERT_ROLES):
        yield from (f"экспертная работа: {role}" for role in person.expert_roles)
    if person.allows(ConsentField.SELF_EDUCATION):
        yield from (f"тема самообразования: {item.theme}" for item in person.self_education)


def _period(start: date | None, end: date | None) -> str:
    words = (f"с {short_date(start)}" if start else "", f"по {short_date(end)}" if end else "")
    return " ".join(word for word in words if word)
