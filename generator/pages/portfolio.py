"""The portfolio of a year (003, п. 4.4): all that is on record of it, under one cover.

It looks at records of its year alone, and says of a meeting what was asked and decided; the minutes
stand on their own page. What there is nothing of has no section.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from operator import attrgetter

from generator.load import Entry
from generator.models import Association, Practice
from generator.models.vocabulary import PracticeStatus, Role
from generator.pages.addresses import anchor, portfolio_address, year_address
from generator.pages.associations import trail_to
from generator.pages.context import Context
from generator.pages.decisions import Item
from generator.pages.draft import Draft
from generator.pages.facts import Facts
from generator.pages.facts.composition import Seat
from generator.pages.facts.timespan import school_year
from generator.pages.figures.activity import activity
from generator.pages.forms.minutes import usual_heads
from generator.pages.page import Page
from generator.pages.papers import state_of
from generator.pages.practices.card_spread import spread_of
from generator.pages.practices.path import path_of
from generator.pages.word_files import Form, word_files
from generator.values import SchoolYear

_NO_NEWS = frozenset({PracticeStatus.DRAFT, PracticeStatus.SUBMITTED})
"""Steps of a practice that nobody reports: it was written down, it was offered."""


@dataclass(frozen=True, slots=True)
class Told:
    """What became of a practice in the year: the day, the words, and where they are on record."""

    day: date
    text: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class PracticeOfYear:
    """A practice that was described, recommended or shown in the year."""

    entry: Entry[Practice]
    authors: str
    news: tuple[Told, ...]


def pages(context: Context) -> Iterator[Draft]:
    """Yield a portfolio of each year of which there is a record."""
    years = context.archive.relations.years
    for name in context.archive.associations:
        for year in years.get(name, ()):
            entry = context.archive.associations[name]
            yield Draft(portfolio_address(name, year), partial(_page, context, entry, year))


def _page(context: Context, entry: Entry[Association], year: SchoolYear) -> Page:
    facts, record = Facts(context, entry, school_year(year)), entry.record
    decided = facts.decided
    return context.page(
        "portfolio.html",
        portfolio_address(entry.id, year),
        f"Портфолио — {record.label}, {year.title} учебный год",
        heading="Портфолио",
        trail=(*trail_to(context, entry), (year.title, year_address(entry.id, year))),
        description=f"{record.name}: всё, что записано за {year.title} учебный год.",
        word=word_files(context, portfolio_address(entry.id, year), Form.PORTFOLIO),
        association=entry,
        year=year,
        facts=facts,
        plan=facts.plans[0] if facts.plans else None,
        heads=usual_heads(context, entry),
        place=_place(context, entry),
        head=_head(facts.composition),
        open=[Item(row, record.label, decided.is_overdue(row)) for row in decided.open],
        activities=context.archive.activities.get(f"{entry.id}/{year}"),
        practices=list(_practices(context, facts, year)),
        state_of=partial(state_of, context),
        months=activity(context, entry.id, year),
        anchor=anchor,
        analysis=context.archive.analyses.get(f"{entry.id}/{year}"),
    )


def _place(context: Context, entry: Entry[Association]) -> str | None:
    """Where the association is: the place of its host, else of its founder."""
    for name in (entry.record.host_organisation, entry.record.founder):
        if name and (place := context.archive.organisations[name].record.place):
            return place
    return None


def _head(composition: tuple[Seat, ...]) -> Seat | None:
    """Who led the association, the last one of the year."""
    found = [seat for seat in composition if seat.role is Role.HEAD]
    return found[-1] if found else None


def _practices(context: Context, facts: Facts, year: SchoolYear) -> Iterator[PracticeOfYear]:
    """Yield the practices that were described in the year, and those that its meetings named."""
    named = context.archive.relations.recommended
    heard = (card for row in facts.meetings for card in named.get(row.held.id, ()))
    for entry in {card.id: card for card in (*facts.practices, *heard)}.values():
        authors = "; ".join(context.names.author(one).line for one in entry.record.authors)
        yield PracticeOfYear(
            entry, authors, tuple(sorted(_news(context, entry, year), key=attrgetter("day")))
        )


def _news(context: Context, entry: Entry[Practice], year: SchoolYear) -> Iterator[Told]:
    """Yield what became of a practice within the year, then where it was shown."""
    for step in path_of(context, entry):
        if step.day and year.contains(step.day) and step.state not in _NO_NEWS:
            taken = step.taken
            text = f"{step.name} {taken.title}" if taken else step.name
            yield Told(step.day, text, taken.address if taken else "")
    for spread in spread_of(context, entry.record):
        when, held = spread.step.when, spread.held
        day = held.record.date if held else when.date if when else None
        if day and year.contains(day):
            text = ", ".join(filter(None, (f"Показано: {spread.step.form}", spread.step.event)))
            yield Told(day, text)
