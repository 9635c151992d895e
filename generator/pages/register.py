"""The register of documents: those on record, and those that regulations require of each year."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.archive.index import meeting_id
from generator.load import Entry
from generator.models import Association, Document
from generator.models.document import Subject
from generator.pages.addresses import REGISTER, address, register_file, register_of, year_address
from generator.pages.associations import in_order, public
from generator.pages.context import Context
from generator.pages.draft import Draft
from generator.pages.page import Page
from generator.pages.papers import period_text, state_of, timeliness
from generator.pages.required import Requirement, required_of
from generator.pages.sought import Sought, SoughtKind
from generator.pages.word_files import Form, word_files
from generator.values import SchoolYear, long_date, short_date

Link = tuple[str, str]

WHOLE_LIMIT = 200
"""So many documents stand on one page; when there are more, it has those of the newest year."""
GROUPS_LIMIT = 60
"""So many years of associations stand on one page: each has its requirements as well."""


@dataclass(frozen=True, slots=True)
class Group:
    """The documents of an association for a year, and what is required of it."""

    association: Entry[Association]
    year: SchoolYear
    documents: tuple[Entry[Document], ...]
    required: tuple[Requirement, ...]

    @property
    def key(self) -> tuple[str, SchoolYear]:
        """Whose year it is."""
        return self.association.id, self.year


def pages(context: Context) -> Iterator[Draft]:
    """Yield the register: all of it, or the newest year where it has grown; and each year."""
    yield Draft(REGISTER, partial(_whole, context))
    for year in register_years(context):
        yield Draft(register_of(year), partial(_of_year, context, year))


def register_years(context: Context) -> tuple[SchoolYear, ...]:
    """The school years of which there is a register, the newest first: all that are on record.

    Also those without a single document: what is missing in them has to be seen.
    """
    known = {year for _, year in context.digests.years}
    papers = context.archive.relations.paper_years.get(None, ())
    return tuple(sorted(known.union(papers), reverse=True))


def papers_by_year(context: Context) -> dict[SchoolYear, tuple[Entry[Document], ...]]:
    """The documents of which the public may know, the newest year first."""
    relations = context.archive.relations
    years = relations.paper_years.get(None, ())
    return {year: relations.papers[year] for year in years}


def groups_of(context: Context, years: tuple[SchoolYear, ...]) -> Iterator[Group]:
    """Yield the associations that have documents or requirements, larger bodies first."""
    relations = context.archive.relations
    known: dict[str, list[SchoolYear]] = {}
    for name, year in context.digests.years:
        if year in years:
            known.setdefault(name, []).append(year)
    shelf = context.archive.associations
    for association in in_order(shelf[name] for name in known):
        for year in known[association.id]:
            papers = public(relations.documents.get((association.id, year), ()))
            required = required_of(context, association.id, year)
            if papers or required:
                yield Group(association, year, papers, required)


def _numbers(context: Context) -> dict[SchoolYear, int]:
    """How many documents of which the public may know there are of each year."""
    papers = papers_by_year(context)
    return {year: len(papers.get(year, ())) for year in register_years(context)}


def _whole(context: Context) -> Page:
    numbers = _numbers(context)
    small = sum(numbers.values()) <= WHOLE_LIMIT and len(context.digests.years) <= GROUPS_LIMIT
    filled = [year for year, number in numbers.items() if number]
    return _page(context, REGISTER, tuple(numbers if small else filled[:1]), None)


def _of_year(context: Context, year: SchoolYear) -> Page:
    return _page(context, register_of(year), (year,), year)


def _page(
    context: Context, where: str, years: tuple[SchoolYear, ...], year: SchoolYear | None
) -> Page:
    groups = list(groups_of(context, years))
    shown = [paper for group in groups for paper in group.documents]
    return context.page(
        "register.html",
        where,
        f"Реестр документов, {year.title} учебный год" if year else "Реестр документов",
        description="Документы методических объединений: приказы, планы, отчёты, анализы.",
        groups=groups,
        word={group.key: _in_word(context, group) for group in groups if group.documents},
        year=year,
        years=list(_numbers(context).items()),
        tables=[(one, register_file(one, "xlsx"), register_file(one, "csv")) for one in years],
        subjects={paper.id: list(subjects_of(context, paper)) for paper in shown},
        in_time={paper.id: timeliness(context, paper.record) for paper in shown},
        states={paper.id: state_of(context, paper.record) for paper in shown},
        period=period_text,
        searched=tuple(_sought(group, paper) for group in groups for paper in group.documents)
        if year
        else (),
    )


def _in_word(context: Context, group: Group) -> tuple[Link, ...]:
    """The register of a year of an association as a Word file."""
    files = word_files(context, year_address(*group.key), Form.REGISTER)
    return tuple((title, where) for where, title in files)


def _sought(group: Group, paper: Entry[Document]) -> Sought:
    """How the search finds a document: at its row in the register of its year."""
    record = paper.record
    number = f"№ {record.number}" if record.number else ""
    day = long_date(record.date) if record.date else ""
    parts = (number, day, record.summary, record.outcome)
    label = group.association.record.label
    return Sought(
        SoughtKind.DOCUMENT,
        f"{record.kind.label}, {label}",
        (("association", label),),
        year=group.year,
        text=", ".join(filter(None, parts)),
        anchor=paper.id,
        title=record.title,
    )


def subjects_of(context: Context, paper: Entry[Document]) -> Iterator[Link]:
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
