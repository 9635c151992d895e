"""The organisations that take part."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.load import Entry
from generator.models import Association, Organisation, Practice
from generator.pages.addresses import ORGANISATIONS
from generator.pages.context import Context
from generator.pages.draft import Draft
from generator.pages.metadata import organisations
from generator.pages.page import Page
from generator.pages.sought import Sought, SoughtKind

SHOWN = 20
"""Practices of one organisation that are named; how many more there are is counted."""


@dataclass(frozen=True, slots=True)
class Row:
    """An organisation and what is connected with it."""

    entry: Entry[Organisation]
    associations: tuple[Entry[Association], ...]
    practices: tuple[tuple[Entry[Practice], str], ...]
    more: int


def pages(context: Context) -> Iterator[Draft]:
    """Yield the list of organisations."""
    yield Draft(ORGANISATIONS, partial(_page, context))


def _page(context: Context) -> Page:
    entries = sorted(context.archive.organisations.values(), key=lambda e: e.record.name)
    return context.page(
        "organisations.html",
        ORGANISATIONS,
        "Организации",
        description="Школы, управления и методические кабинеты.",
        rows=[_row(context, entry) for entry in entries],
        metadata=partial(organisations, entries),
        searched=(Sought(SoughtKind.PAGE),),
    )


def _row(context: Context, entry: Entry[Organisation]) -> Row:
    relations = context.archive.relations
    cards = relations.cards_of.get(entry.id, ())
    return Row(
        entry=entry,
        associations=relations.hosted.get(entry.id, ()),
        practices=cards[:SHOWN],
        more=max(0, len(cards) - SHOWN),
    )
