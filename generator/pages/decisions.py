"""The control of decisions: all that is to be carried out, by deadline and by responsible."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from typing import Any, NamedTuple

from generator.load import Entry
from generator.models import Association
from generator.models.vocabulary import DecisionStatus
from generator.pages.addresses import DECISIONS, RESPONSIBLE, decisions_of
from generator.pages.context import Context
from generator.pages.control import Mark, Row, is_overdue, joint_of, open_of, tally_of, year_of
from generator.pages.control_list import HEADINGS, ON_A_PAGE, Control, Counts, Parts, grouped
from generator.pages.draft import Draft
from generator.pages.page import Page
from generator.pages.paging import Paging
from generator.pages.word_files import Form, word_files
from generator.values import SchoolYear

_TONES = {DecisionStatus.DONE: "done", DecisionStatus.CANCELLED: "off"}


@dataclass(frozen=True, slots=True)
class Item:
    """A decision as a list of the day shows it."""

    row: Row
    body: str
    overdue: bool = False

    @property
    def badges(self) -> Iterator[tuple[str, str]]:
        """The words in boxes, each with its tone: what the day says, then what the records say."""
        state = self.row.state
        if self.overdue:
            yield "просрочено", "off"
        if not (self.overdue and state is DecisionStatus.OPEN):
            yield state.label, _TONES.get(state, "due")
        if self.row.draft:
            yield "проект протокола", "draft"


@dataclass(frozen=True, slots=True)
class Group:
    """Decisions under a heading of their own."""

    id: str
    title: str
    items: tuple[Item, ...]

    @property
    def overdue(self) -> int:
        """How many of them are overdue."""
        return sum(item.overdue for item in self.items)


class Lists(NamedTuple):
    """The decisions of an association; `today` is the day of the lists, where it matters."""

    today: date | None
    counts: Counts
    groups: list[Group]
    joint: list[Item]
    closed: list[Group]
    refused: list[Row]


def pages(context: Context) -> Iterator[Draft]:
    """Yield the lists of all associations, and those of each that has decided anything."""
    control = Control(context)
    years = [(body, tally_of(context, body, year)) for body, year in context.digests.years]
    marks = [mark for _, tally in years for mark in tally.marks]
    for paging in _pagings(DECISIONS, len(marks)):
        yield Draft(paging.at(paging.number), partial(_index, context, control, paging))
    places = sum(len(set(mark.responsible)) or 1 for mark in marks)
    for paging in _pagings(RESPONSIBLE, places):
        yield Draft(paging.at(paging.number), partial(_responsible, context, control, paging))
    for body in deciding(context):
        yield Draft(decisions_of(body), partial(_of_association, context, body))


def deciding(context: Context) -> Iterator[str]:
    """Yield the ids of the associations that have decided anything."""
    years = [(body, tally_of(context, body, year)) for body, year in context.digests.years]
    yield from dict.fromkeys(body for body, tally in years if not tally.empty)


def group_id(line: str) -> str:
    """The anchor of a group: the same on every page and in every build, and without the name.

    An address outlives a consent, so it must not tell the name; and a number would change with
    every new neighbour.
    """
    return f"responsible-{hashlib.blake2b(line.encode(), digest_size=6).hexdigest()}"


def _pagings(address: str, number: int) -> Iterator[Paging]:
    last = max(1, -(-number // ON_A_PAGE))
    for place in range(1, last + 1):
        yield Paging(address, place, last)


def _index(context: Context, control: Control, paging: Paging) -> Page:
    listing = control.look()
    show = _reader(context, control.day)
    whole, last = listing.whole, paging.number == paging.last
    few = whole.done + whole.cancelled <= ON_A_PAGE
    return context.page(
        "decisions.html",
        paging.at(paging.number),
        f"Решения{_page_of(paging)}",
        description="Контроль решений: что, кому, к какому сроку поручено и что исполнено.",
        today=context.today,
        counts=whole,
        groups=[
            Group(id_, HEADINGS[id_], tuple(map(show, marks)))
            for id_, marks in _part(listing.by_deadline, paging)
        ],
        bodies=listing.bodies if paging.number == 1 else {},
        closed=_closed(context) if few and last else [],
        few=few,
        paging=paging,
    )


def _part(parts: Parts, paging: Paging) -> list[tuple[str, list[Mark]]]:
    return parts[paging.number - 1]


def _page_of(paging: Paging) -> str:
    return "" if paging.number == 1 else f", страница {paging.number}"


def _closed(context: Context) -> list[Item]:
    """What is carried out or no longer under control, the newest first."""
    years = [year_of(context, *key) for key in context.digests.years]
    labels = {row.association: year.label for year in years for row in year.closed}
    rows = _newest_first(row for year in years for row in year.closed)
    return [Item(row, labels[row.association]) for row in rows]


def _responsible(context: Context, control: Control, paging: Paging) -> Page:
    listing, show = control.look(), _reader(context, control.day)
    return context.page(
        "responsible.html",
        paging.at(paging.number),
        f"Решения по ответственным{_page_of(paging)}",
        trail=(("Решения", DECISIONS),),
        description="Решения на контроле: кому поручены.",
        today=context.today,
        groups=[
            Group(group_id(line), line, tuple(map(show, marks)))
            for line, marks in _part(listing.by_responsible, paging)
        ],
        paging=paging,
    )


def _of_association(context: Context, id_: str) -> Page:
    association: Entry[Association] = context.archive.associations[id_]
    return context.page(
        "decisions_of.html",
        decisions_of(id_),
        f"Решения: {association.record.label}",
        trail=(("Решения", DECISIONS),),
        description=f"{association.record.name}: решения на контроле и исполненные.",
        word=word_files(context, decisions_of(id_), Form.CONTROL),
        association=association,
        **lists_of(context, association)._asdict(),
    )


def lists_of(context: Context, association: Entry[Association]) -> Lists:
    """The decisions of an association: those on the day's control, and those that are over."""
    id_, label = association.id, association.record.label
    known = context.archive.relations.years.get(id_, ())
    years = {year: year_of(context, id_, year) for year in known}
    opened = [row for found in years.values() for row in found.open]
    joint = [one for year, found in years.items() for one in joint_of(context, year, found)]
    # Where nothing waits, a new day changes nothing.
    today = context.today if opened or joint else None
    day = today.isoformat() if today else ""
    groups = [
        Group(name, HEADINGS[name], tuple(Item(row, label, is_overdue(row, day)) for row in rows))
        for name, rows in grouped(opened, day)
    ]
    closed = [
        Group(str(year), year.title, tuple(Item(row, label) for row in _newest_first(found.closed)))
        for year, found in years.items()
        if found.closed
    ]
    return Lists(
        today=today,
        counts=_counts_of(groups, closed),
        groups=groups,
        joint=[Item(row, body, not row.closed and is_overdue(row, day)) for row, body in joint],
        closed=closed,
        refused=[row for found in years.values() for row in found.refused],
    )


def _newest_first(rows: Iterable[Row]) -> list[Row]:
    """By meeting, the newest first; the decisions of one meeting stay in their order."""
    return sorted(rows, key=lambda row: (row.held, row.meeting), reverse=True)


def _counts_of(groups: list[Group], closed: list[Group]) -> Counts:
    states = [item.row.state for group in closed for item in group.items]
    return Counts(
        open=sum(len(group.items) for group in groups),
        overdue=sum(group.overdue for group in groups),
        done=states.count(DecisionStatus.DONE),
        cancelled=states.count(DecisionStatus.CANCELLED),
    )


def _reader(context: Context, day: str) -> Callable[[Mark], Item]:
    """Make what finds the decision that a mark stands for; each year is looked up once."""

    @cache
    def waiting(body: str, year: str) -> tuple[str, dict[tuple[str, str], tuple[Any, ...]]]:
        return open_of(context, body, SchoolYear.parse(year))

    def item(mark: Mark) -> Item:
        body, year, _ = mark.meeting.split("/")
        label, rows = waiting(body, year)
        row = Row._make(rows[mark.meeting, mark.number])
        return Item(row, label, is_overdue(row, day))

    return item
