"""The draft of a year's portfolio (003, п. 4.4): all that is on record of it, under one cover."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.drafting.facts import Facts
from generator.drafting.markdown import render
from generator.drafting.paper import Paper
from generator.drafting.timespan import school_year
from generator.load import Entry
from generator.models import Association
from generator.models.vocabulary import Role
from generator.pages.context import Context
from generator.pages.names import role_title
from generator.values import SchoolYear

_ORDER = list(Role)


@dataclass(frozen=True, slots=True)
class Office:
    """A line of the composition: an office, and who holds it."""

    title: str
    line: str


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
        offices=list(_offices(context, association, year)),
    )
    return Paper(Path(f"portfolio-{association.id}-{year}.md"), text)


def _offices(
    context: Context, association: Entry[Association], year: SchoolYear
) -> Iterator[Office]:
    """Yield the composition at the end of the year, or as it is now: offices first."""
    day = min(context.today, year.ends)
    members = [member for member in association.record.memberships if member.active(day)]
    for member in sorted(members, key=lambda member: _ORDER.index(member.role)):
        title = role_title(context.archive, association, member.role)
        yield Office(title, context.names.member(member, day).line)
