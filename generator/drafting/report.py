"""The draft of a report for a school year, half of one, or a calendar year."""

from pathlib import Path

from generator.drafting.markdown import render
from generator.drafting.paper import Paper
from generator.load import Entry
from generator.models import Association
from generator.models.vocabulary import Role
from generator.pages.context import Context
from generator.pages.facts import Facts
from generator.pages.facts.timespan import Timespan
from generator.pages.names import role_title


def draft_report(context: Context, association: Entry[Association], time: Timespan) -> Paper:
    """Put together the report for a stretch of time."""
    facts = Facts(context, association, time)
    head = context.names.holder(association, Role.HEAD, context.today)
    title = role_title(context.archive, association, Role.HEAD).capitalize()
    text = render("report.md.jinja", facts=facts, head=head, title=title)
    return Paper(Path(f"otchet-{association.id}-{time.name}.md"), text)
