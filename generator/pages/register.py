"""The register of the documents on record."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.archive.index import meeting_id
from generator.load import Entry
from generator.models import Association, Document
from generator.models.document import Subject
from generator.pages.addresses import REGISTER, address
from generator.pages.associations import in_order, public
from generator.pages.context import Context
from generator.pages.page import Page
from generator.values import SchoolYear, short_date

Link = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Group:
    """The documents of an association for a year."""

    association: Entry[Association]
    year: SchoolYear
    documents: tuple[Entry[Document], ...]


def pages(context: Context) -> Iterator[Page]:
    """Yield the register."""
    groups = list(_groups(context))
    papers = [paper for group in groups for paper in group.documents]
    yield context.page(
        "register.html",
        REGISTER,
        "Реестр документов",
        description="Документы методических объединений: приказы, планы, отчёты, анализы.",
        groups=groups,
        shown={paper.id for paper in papers},
        subjects={paper.id: list(_subjects(context, paper)) for paper in papers},
    )


def _groups(context: Context) -> Iterator[Group]:
    relations = context.archive.relations
    for association in in_order(context.archive.associations.values()):
        for year in relations.years.get(association.id, ()):
            papers = public(relations.documents.get((association.id, year), ()))
            if papers:
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
