"""The register of the documents on record."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.archive.index import meeting_id
from generator.load import Entry
from generator.models import Association, Document
from generator.models.document import Subject
from generator.pages.addresses import REGISTER, address, register_of
from generator.pages.associations import in_order, public
from generator.pages.context import Context
from generator.pages.draft import Draft
from generator.pages.page import Page
from generator.values import SchoolYear, short_date

Link = tuple[str, str]

WHOLE_LIMIT = 200
"""So many documents stand on one page; when there are more, it has those of the newest year."""


@dataclass(frozen=True, slots=True)
class Group:
    """The documents of an association for a year."""

    association: Entry[Association]
    year: SchoolYear
    documents: tuple[Entry[Document], ...]


def pages(context: Context) -> Iterator[Draft]:
    """Yield the register: all of it, or the newest year where it has grown; and each year."""
    yield Draft(REGISTER, partial(_whole, context))
    for year in papers_by_year(context):
        yield Draft(register_of(year), partial(_of_year, context, year))


def papers_by_year(context: Context) -> dict[SchoolYear, tuple[Entry[Document], ...]]:
    """The documents of which the public may know, the newest year first."""
    relations = context.archive.relations
    years = relations.paper_years.get(None, ())
    return {year: relations.papers[year] for year in years}


def _whole(context: Context) -> Page:
    papers = papers_by_year(context)
    small = sum(map(len, papers.values())) <= WHOLE_LIMIT
    return _page(context, REGISTER, list(papers) if small else list(papers)[:1], None)


def _of_year(context: Context, year: SchoolYear) -> Page:
    return _page(context, register_of(year), [year], year)


def _page(context: Context, where: str, years: list[SchoolYear], year: SchoolYear | None) -> Page:
    papers = papers_by_year(context)
    groups = list(_groups(context, years))
    shown = [paper for group in groups for paper in group.documents]
    return context.page(
        "register.html",
        where,
        f"Реестр документов, {year.title} учебный год" if year else "Реестр документов",
        description="Документы методических объединений: приказы, планы, отчёты, анализы.",
        groups=groups,
        year=year,
        years=[(other, len(found)) for other, found in papers.items()],
        subjects={paper.id: list(_subjects(context, paper)) for paper in shown},
    )


def _groups(context: Context, years: list[SchoolYear]) -> Iterator[Group]:
    relations = context.archive.relations
    for association in in_order(context.archive.associations.values()):
        for year in relations.years.get(association.id, ()):
            found = relations.documents.get((association.id, year), ()) if year in years else ()
            if papers := public(found):
                yield Group(association, year, papers)


def _subjects(context: Context, paper: Entry[Document]) -> Iterator[Link]:
    """What a document approves or is about, as links."""
    for subject in paper.record.approves:
        yield from _links(context, paper, subject)


def _links(context: Context, paper: Entry[Document], subject: Subject) -> Iterator[Link]:
    archive = context.archive
    body = archive.associations.get(subject.association or subject.composition_of or "")
    if body:
        yield ("Состав: " if subject.composition_of else "") + body.record.label, address(body)
    if plan := archive.plans.get(f"{subject.plan_of}/{paper.year}"):
        yield f"План: {archive.associations[plan.association].record.label}", address(plan)
    if subject.meeting:
        held = archive.meetings[meeting_id(subject.meeting, paper)]
        yield f"Заседание {short_date(held.record.date)}", address(held)
    practice = archive.practices.get(subject.practice or "")
    if practice and practice.record.status.public:
        yield practice.record.title, address(practice)
    if regulation := archive.regulations.get(subject.regulation or ""):
        yield regulation.record.short_title or regulation.record.title, address(regulation)
    other = archive.documents.get(subject.document or "")
    if other and public([other]):
        yield other.record.title, address(other)
