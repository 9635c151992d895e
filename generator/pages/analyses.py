"""The analysis of a year."""

from collections.abc import Iterator
from functools import partial

from generator.load import Entry
from generator.models import Analysis
from generator.pages.addresses import address, year_address
from generator.pages.associations import trail_to
from generator.pages.context import Context
from generator.pages.draft import Draft
from generator.pages.page import Page
from generator.pages.sought import Sought, SoughtKind
from generator.values import SchoolYear


def pages(context: Context) -> Iterator[Draft]:
    """Yield a page for each analysis."""
    for entry in context.archive.analyses.values():
        yield Draft(address(entry), partial(_page, context, entry))


def _page(context: Context, entry: Entry[Analysis]) -> Page:
    association = context.archive.associations[entry.association]
    year = entry.school_year
    title = entry.record.title or f"Анализ работы за {year.title} учебный год"
    return context.page(
        "analysis.html",
        address(entry),
        f"{title} — {association.record.label}",
        heading=title,
        entry=entry,
        trail=(*trail_to(context, association), (year.title, year_address(association.id, year))),
        description=f"{association.record.name}: анализ работы за {year.title} учебный год.",
        association=association,
        searched=(_sought(association.record.label, title, year),),
    )


def _sought(label: str, title: str, year: SchoolYear) -> Sought:
    """How the search finds it."""
    facets = (("association", label),)
    return Sought(SoughtKind.PLAN, label, facets, year=year, title=title)
