"""The page of a plan: on paper it is Приложение 1 to 004.

What the paper says is worked out in `forms/plan.py`.
"""

from collections.abc import Iterator
from functools import partial

from generator.load import Entry, Kind
from generator.models import Association, Plan
from generator.pages.addresses import address, year_address
from generator.pages.associations import public, trail_to
from generator.pages.context import Context
from generator.pages.draft import Draft
from generator.pages.forms.plan import plan_paper, plan_title
from generator.pages.page import Page
from generator.pages.sought import Sought, SoughtKind
from generator.pages.word_files import Form, word_files


def pages(context: Context) -> Iterator[Draft]:
    """Yield a page for each plan."""
    for entry in context.archive.plans.values():
        yield Draft(address(entry), partial(_page, context, entry))


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
        paper=plan_paper(context, entry),
        papers=public(papers),
        word=word_files(context, address(entry), Form.PLAN),
        searched=(_sought(entry, association),),
    )


def _sought(entry: Entry[Plan], association: Entry[Association]) -> Sought:
    """How the search finds it."""
    label, title = association.record.label, plan_title(entry)
    facets = (("association", label),)
    return Sought(SoughtKind.PLAN, label, facets, year=entry.school_year, title=title)
