"""The page of an analysis: what its paper says is worked out in `forms/analysis.py`."""

from collections.abc import Iterator
from functools import partial

from generator.load import Entry
from generator.models import Analysis
from generator.pages.addresses import address, year_address
from generator.pages.associations import trail_to
from generator.pages.context import Context
from generator.pages.draft import Draft
from generator.pages.forms.analysis import analysis_paper, analysis_title
from generator.pages.page import Page
from generator.pages.sought import Sought, SoughtKind
from generator.pages.word_files import Form, word_files
from generator.values import SchoolYear


def pages(context: Context) -> Iterator[Draft]:
    """Yield a page for each analysis."""
    for entry in context.archive.analyses.values():
        yield Draft(address(entry), partial(_page, context, entry))


def _page(context: Context, entry: Entry[Analysis]) -> Page:
    association = context.archive.associations[entry.association]
    year, title = entry.school_year, analysis_title(entry)
    return context.page(
        "analysis.html",
        address(entry),
        f"{title} — {association.record.label}",
        heading=title,
        entry=entry,
        trail=(*trail_to(context, association), (year.title, year_address(association.id, year))),
        description=f"{association.record.name}: анализ работы за {year.title} учебный год.",
        association=association,
        paper=analysis_paper(context, entry),
        word=word_files(context, address(entry), Form.ANALYSIS),
        searched=(_sought(association.record.label, title, year),),
    )


def _sought(label: str, title: str, year: SchoolYear) -> Sought:
    """How the search finds it."""
    facets = (("association", label),)
    return Sought(SoughtKind.PLAN, label, facets, year=year, title=title)
