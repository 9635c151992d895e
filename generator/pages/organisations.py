"""The organisations that take part."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.load import Entry
from generator.models import Association, Organisation, Practice
from generator.pages.addresses import ORGANISATIONS
from generator.pages.context import Context
from generator.pages.page import Page


@dataclass(frozen=True, slots=True)
class Row:
    """An organisation and what is connected with it."""

    entry: Entry[Organisation]
    associations: list[Entry[Association]]
    practices: list[Entry[Practice]]


def pages(context: Context) -> Iterator[Page]:
    """Yield the list of organisations."""
    entries = sorted(context.archive.organisations.values(), key=lambda e: e.record.name)
    yield context.page(
        "organisations.html",
        ORGANISATIONS,
        "Организации",
        description="Школы, управления и методические кабинеты.",
        rows=[_row(context, entry) for entry in entries],
    )


def _row(context: Context, entry: Entry[Organisation]) -> Row:
    archive = context.archive
    return Row(
        entry=entry,
        associations=[
            body
            for body in archive.associations.values()
            if entry.id in (body.record.founder, body.record.host_organisation)
        ],
        practices=[
            card
            for card in archive.practices.values()
            if card.record.organisation == entry.id and card.record.status.public
        ],
    )
