"""The draft of a year's portfolio (003, п. 4.4): all that is on record of it, under one cover."""

from pathlib import Path

from generator.drafting.markdown import render
from generator.drafting.paper import Paper
from generator.load import Entry
from generator.models import Association
from generator.pages.context import Context
from generator.pages.facts import Facts
from generator.pages.facts.timespan import school_year
from generator.values import SchoolYear


def draft_portfolio(context: Context, association: Entry[Association], year: SchoolYear) -> Paper:
    """Put together the portfolio of a year."""
    facts = Facts(context, association, school_year(year))
    regulation = context.archive.regulations.get(association.record.regulation or "")
    text = render(
        "portfolio.md.jinja",
        facts=facts,
        year=year,
        regulation=regulation,
        names=context.names,
    )
    return Paper(Path(f"portfolio-{association.id}-{year}.md"), text)
