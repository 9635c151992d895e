"""The regulations, each with all its norms and clauses."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.load import Entry
from generator.models import Association, Regulation
from generator.models.norms import Deadline
from generator.models.parts import Statement
from generator.pages.addresses import REGULATIONS, address
from generator.pages.associations import in_order
from generator.pages.context import Context
from generator.pages.draft import Draft
from generator.pages.metadata import regulation
from generator.pages.norms import deadline_day, norm_rows
from generator.pages.page import Page
from generator.pages.sought import Sought, SoughtKind

_LISTS = (
    "purpose",
    "principles",
    "tasks",
    "functions",
    "directions",
    "contents",
    "event_forms",
    "membership",
    "rights",
    "duties",
    "problems",
)


@dataclass(frozen=True, slots=True)
class DeadlineRow:
    """A deadline and its day in words."""

    norm: Deadline
    when: str


def pages(context: Context) -> Iterator[Draft]:
    """Yield the list and the pages."""
    yield Draft(REGULATIONS, partial(_list, context))
    for entry in context.archive.regulations.values():
        yield Draft(address(entry), partial(_page, context, entry))


def _list(context: Context) -> Page:
    regulations = context.archive.regulations
    return context.page(
        "regulations.html",
        REGULATIONS,
        "Положения",
        description="Положения, по которым работают методические объединения.",
        regulations=list(regulations.values()),
        users={name: _users(context, name) for name in regulations},
    )


_ELSEWHERE = frozenset({"users"})
"""Sections that only lead elsewhere."""


def _users(context: Context, regulation: str) -> list[Entry[Association]]:
    entries = context.archive.associations.values()
    return in_order(
        entry
        for entry in entries
        if regulation in (entry.record.regulation, *entry.record.also_regulations)
    )


def _page(context: Context, entry: Entry[Regulation]) -> Page:
    record = entry.record
    return context.page(
        "regulation.html",
        address(entry),
        record.title,
        entry=entry,
        trail=(("Положения", REGULATIONS),),
        description=f"{record.title}: нормы с пунктами.",
        norms=norm_rows(record),
        deadlines=[DeadlineRow(norm, deadline_day(norm)) for norm in record.deadlines],
        lists=list(_lists(record)),
        users=_users(context, entry.id),
        metadata=partial(regulation, entry),
        searched=(Sought(SoughtKind.REGULATION, record.short_title or "", without=_ELSEWHERE),),
    )


def _lists(record: Regulation) -> Iterator[tuple[str, str, tuple[Statement, ...]]]:
    for name in _LISTS:
        yield (
            name.replace("_", "-"),
            Regulation.model_fields[name].title or name,
            getattr(record, name),
        )
