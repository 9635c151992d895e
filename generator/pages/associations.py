"""The list of associations with their tree, and a page for each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from generator.archive.years import running_year
from generator.load import Entry
from generator.models import (
    Analysis,
    Association,
    Document,
    Meeting,
    Plan,
)
from generator.models.vocabulary import AssociationKind
from generator.pages.addresses import ASSOCIATIONS, address, blanks_address
from generator.pages.context import Context
from generator.pages.control import decides
from generator.pages.data_bank import count_tables
from generator.pages.draft import Draft
from generator.pages.findings import SIGNS, findings_of, urgent
from generator.pages.forms.composition import composition_paper, members
from generator.pages.metadata import association
from generator.pages.page import Page
from generator.pages.queue import queue_of
from generator.pages.sought import Sought, SoughtKind
from generator.pages.word_files import Form, word_files
from generator.rules.case import ended
from generator.rules.finding import Finding
from generator.values import SchoolYear

LATEST = 5
_KIND_ORDER = list(AssociationKind)


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
    active, former = members(context, entry)
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
        data_bank=tuple(count_tables(record.data_bank)) if record.data_bank else (),
        paper=composition_paper(context, entry, active) if active else None,
        word=word_files(context, address(entry), Form.COMPOSITION),
        meetings=meetings[:LATEST],
        practices=relations.practices.get(entry.id, ()),
        waiting=queue_of(context, entry.id),
        decides=decides(context, entry.id),
        blanks=blanks_address(entry.id) if _works(context, record) else "",
        attention=_attention(context, entry),
        running=running_year(context.today),
        signs=SIGNS,
        searched=(Sought(SoughtKind.ASSOCIATION, record.kind.label, without=_ELSEWHERE),),
    )


def _works(context: Context, record: Association) -> bool:
    """Tell whether an association has not ended yet."""
    end = ended(record)
    return end is None or end >= context.today


def _attention(context: Context, entry: Entry[Association]) -> list[Finding]:
    """What is to be done in the running year."""
    year = running_year(context.today)
    if (entry.id, year) not in context.digests.years:
        return []
    return urgent(findings_of(context, entry.id, year), context.today)
