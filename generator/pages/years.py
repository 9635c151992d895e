"""The year of an association at a glance."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.load import Entry
from generator.models import Association, Plan, PlannedEvent, PlannedMeeting
from generator.pages.addresses import portfolio_address, year_address
from generator.pages.associations import trail_to, year_summary
from generator.pages.context import Context
from generator.pages.draft import Draft
from generator.pages.figures import carried_out, year_figures
from generator.pages.findings import SIGNS, compliance_of, findings_of, norm_rows, tally
from generator.pages.form_links import to_new_meeting
from generator.pages.page import Page
from generator.pages.sought import Sought, SoughtKind
from generator.values import SchoolYear


@dataclass(frozen=True, slots=True)
class Progress:
    """How many points of the plan are carried out."""

    done: int
    all: int


def pages(context: Context) -> Iterator[Draft]:
    """Yield a page for each year of each association."""
    for name, year in context.digests.years:
        entry = context.archive.associations[name]
        yield Draft(year_address(name, year), partial(_page, context, entry, year))


def _page(context: Context, entry: Entry[Association], year: SchoolYear) -> Page:
    summary = year_summary(context, entry.id, year)
    plan = summary.plan
    findings = findings_of(context, entry.id, year)
    return context.page(
        "year.html",
        year_address(entry.id, year),
        f"{entry.record.label}, {year.title} учебный год",
        trail=trail_to(context, entry),
        description=f"{entry.record.name}: план, заседания и документы за {year.title} год.",
        association=entry,
        year=year,
        theme=(plan.record.theme if plan else None) or entry.record.theme(year),
        district_theme=_district_theme(context, entry, plan, year),
        plan=plan,
        analysis=summary.analysis,
        meetings=summary.meetings,
        new_meeting=to_new_meeting(entry.id, year) if context.has_forms else "",
        documents=summary.documents,
        progress=_progress(context, plan),
        ahead=_ahead(context, plan),
        figures=year_figures(context, entry, year),
        portfolio=portfolio_address(entry.id, year) if _is_recorded(context, entry, year) else "",
        others=[y for name, y in context.digests.years if name == entry.id and y != year],
        activities=context.archive.activities.get(f"{entry.id}/{year}"),
        norms=norm_rows(context, findings),
        signs=SIGNS,
        tally=tally(findings),
        compliance=compliance_of(year),
        searched=(_sought(entry, year, plan),),
    )


def _sought(entry: Entry[Association], year: SchoolYear, plan: Entry[Plan] | None) -> Sought:
    """How the search finds it: by its name and theme; the rest stands on other pages."""
    theme = (plan.record.theme if plan else None) or entry.record.theme(year) or ""
    return Sought(SoughtKind.ASSOCIATION, entry.record.name, year=year, text=theme)


def _is_recorded(context: Context, entry: Entry[Association], year: SchoolYear) -> bool:
    """Tell whether there is any record of the year: without one it has no portfolio."""
    return year in context.archive.relations.years.get(entry.id, ())


def _district_theme(
    context: Context, entry: Entry[Association], plan: Entry[Plan] | None, year: SchoolYear
) -> str | None:
    """The single theme as the plan has it, else the site's, where the regulation asks for one."""
    if plan and plan.record.organisation_theme:
        return plan.record.organisation_theme
    regulation = context.archive.regulations.get(entry.record.regulation or "")
    if regulation is None or not regulation.record.district_theme:
        return None
    themes = context.archive.site.record.themes
    return next((theme.text for theme in themes if theme.year == year), None)


def _progress(context: Context, plan: Entry[Plan] | None) -> Progress | None:
    if plan is None or not plan.record.items:
        return None
    done = sum(carried_out(context, plan, item) for item in plan.record.items)
    return Progress(done, len(plan.record.items))


def _ahead(context: Context, plan: Entry[Plan] | None) -> list[PlannedMeeting | PlannedEvent]:
    """Points of the plan that are not carried out yet, in order of time."""
    if plan is None:
        return []
    waiting = [item for item in plan.record.items if not carried_out(context, plan, item)]
    year = plan.school_year
    dated = [item for item in waiting if item.when]
    undated = [item for item in waiting if not item.when]
    return sorted(dated, key=lambda i: i.when.sort_key(year) if i.when else ()) + undated
