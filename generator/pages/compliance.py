"""Norms against facts: every association of a school year in one table."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from generator.archive.years import running_year
from generator.load import Entry
from generator.models import Association
from generator.pages.addresses import COMPLIANCE, year_address
from generator.pages.associations import in_order
from generator.pages.context import Context
from generator.pages.draft import Draft
from generator.pages.findings import (
    GRAVE,
    SIGNS,
    Shown,
    compliance_of,
    findings_of,
    shown,
    tally,
    urgent,
)
from generator.pages.page import Page
from generator.pages.paging import Paging, cut
from generator.rules.finding import Finding, NormKind, State, gravest
from generator.values import SchoolYear

LENGTH = 60
"""So many associations stand in one table."""
URGENT = 40
"""So many urgent things are listed under it; all are on the pages of the years."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One norm of one association: its state, and how many findings are in that state."""

    kind: NormKind
    state: State
    sign: str
    number: int


@dataclass(frozen=True, slots=True)
class Row:
    """An association in the table; without a regulation it has no cells."""

    association: Entry[Association]
    address: str
    cells: tuple[Cell, ...]
    grave: int


@dataclass(frozen=True, slots=True)
class Task:
    """Something urgent, and whose it is."""

    association: Entry[Association]
    address: str
    shown: Shown


def pages(context: Context) -> Iterator[Draft]:
    """Yield the table of the running year and that of each year, cut where they are long."""
    years = dict.fromkeys(year for _, year in context.digests.years)
    running = running_year(context.today)
    for year in sorted(years, reverse=True):
        yield from _tables(context, year, compliance_of(year))
    yield from _tables(context, running, COMPLIANCE)


def _tables(context: Context, year: SchoolYear, where: str) -> Iterator[Draft]:
    """The pages of a table: which associations are on which is settled when they are made."""
    number = sum(other == year for _, other in context.digests.years)
    last = max(1, -(-number // LENGTH))
    for page in range(1, last + 1):
        paging = Paging(where, page, last)
        yield Draft(paging.at(page), partial(_page, context, year, paging))


def _page(context: Context, year: SchoolYear, paging: Paging) -> Page:
    shelf = context.archive.associations
    bodies = in_order(shelf[name] for name, other in context.digests.years if other == year)
    slices = cut([("", bodies)], LENGTH)
    mine = [body for _, part in slices[paging.number - 1] for body in part]
    found = {body.id: findings_of(context, body.id, year) for body in mine}
    kinds = _kinds(found.values())
    rows = [_row(body, year, found[body.id], kinds) for body in mine]
    tasks = list(_tasks(context, mine, year, found))
    return context.page(
        "compliance.html",
        paging.at(paging.number),
        f"Соответствие положениям{_of(paging, year)}",
        description="Что требуют положения и что сделано: по каждому объединению и каждой норме.",
        year=year,
        rows=rows,
        kinds=kinds,
        paging=paging,
        tasks=tasks[:URGENT],
        more=len(tasks) - URGENT,
        tally=tally(one for findings in found.values() for one in findings),
        states=list(SIGNS.items()),
        signs=SIGNS,
        order={state: place for place, state in enumerate(State)},
        years=_years(context, year),
    )


def _of(paging: Paging, year: SchoolYear) -> str:
    """What tells pages apart: the year, where it stands in the address, and the page's number."""
    named = "" if paging.address == COMPLIANCE else f", {year.title} учебный год"
    return named if paging.number == 1 else f"{named}, страница {paging.number}"


def _years(context: Context, shown_year: SchoolYear) -> list[tuple[SchoolYear, str]]:
    years = sorted({year for _, year in context.digests.years}, reverse=True)
    return [(year, compliance_of(year)) for year in years if year != shown_year]


def _kinds(found: Iterable[Sequence[Finding]]) -> list[NormKind]:
    """The norms that some association of the table is bound by."""
    bound = {
        finding.norm
        for findings in found
        for finding in findings
        if finding.state is not State.NOT_SET
    }
    return [kind for kind in NormKind if kind in bound]


def _row(
    body: Entry[Association],
    year: SchoolYear,
    findings: Sequence[Finding],
    kinds: Sequence[NormKind],
) -> Row:
    cells = tuple(_cell(kind, findings) for kind in kinds) if findings else ()
    grave = sum(finding.state in GRAVE for finding in findings)
    return Row(body, year_address(body.id, year), cells, grave)


def _cell(kind: NormKind, findings: Sequence[Finding]) -> Cell:
    mine = [finding for finding in findings if finding.norm is kind]
    state = gravest(mine)
    return Cell(kind, state, SIGNS[state], sum(one.state is state for one in mine))


def _tasks(
    context: Context,
    bodies: Sequence[Entry[Association]],
    year: SchoolYear,
    found: dict[str, tuple[Finding, ...]],
) -> Iterator[Task]:
    """What wants attention in the running year; of past years the tables tell."""
    if year != running_year(context.today):
        return
    named = {body.id: body for body in bodies}
    pairs = [(name, one) for name in named for one in urgent(found[name], context.today)]
    pairs.sort(key=lambda pair: (pair[1].due is None, pair[1].due or context.today))
    for name, finding in pairs:
        where = f"{year_address(name, year)}#norm-{finding.norm.value}"
        yield Task(named[name], where, shown(context, finding))
