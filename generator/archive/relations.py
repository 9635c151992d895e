"""What belongs to what: each relation is declared in one record and known from both ends.

Made of what the records tell of themselves (tells.py): no record is opened to put it together.
"""

from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import TypeVar

import generator.archive.follow_up as follow_up
from generator.archive.facets import Browsed, Face, FacetName, Filed, FiledRow
from generator.archive.groups import Group, Told, Values
from generator.archive.index import Index
from generator.archive.tells import filed_key, subject_key, year_key
from generator.archive.traits import Traits
from generator.load import Entry, Kind
from generator.models import (
    Association,
    Decision,
    Document,
    Meeting,
    Person,
    Plan,
    PlannedEvent,
    PlannedMeeting,
    Practice,
    Record,
)
from generator.values import SchoolYear

R = TypeVar("R", bound=Record)
K = TypeVar("K")
V = TypeVar("V")
YearKey = tuple[str, SchoolYear]
Entries = tuple[Entry[R], ...]
PlanPoint = PlannedMeeting | PlannedEvent


class Relations:
    """Relations between records."""

    def __init__(self, index: Index, told: Told) -> None:
        self._index = index
        self._told = told

    @cached_property
    def children(self) -> Group[str, Entries[Association]]:
        """Associations by the id of their parent."""
        return self._entries("children", Kind.ASSOCIATION, Association, str)

    @cached_property
    def parents(self) -> Group[str, str]:
        """The id of an association's parent by its own."""
        return self._group("parents", str, lambda values: str(values[0][0]))

    @cached_property
    def lives(self) -> Group[None, tuple[tuple[str, str, str], ...]]:
        """Every association with the days on which it begins and ends, empty where not known."""
        return self._group("lives", _all, lambda values: tuple((a, b, c) for a, b, c in values))

    @cached_property
    def liquidated(self) -> Group[None, Entries[Association]]:
        """Associations that have ended."""
        return self._entries("liquidated", Kind.ASSOCIATION, Association, _all)

    @cached_property
    def hosted(self) -> Group[str, Entries[Association]]:
        """Associations by their founder, and by the organisation at which they are."""
        return self._entries("hosted", Kind.ASSOCIATION, Association, str)

    @cached_property
    def surnames(self) -> Group[str, Entries[Person]]:
        """People by surname."""
        return self._entries("surnames", Kind.PERSON, Person, str)

    @cached_property
    def silenced(self) -> Group[None, Entries[Person]]:
        """People whose names are on record, and may not stand on pages."""
        return self._entries("silenced", Kind.PERSON, Person, _all)

    @cached_property
    def meetings(self) -> Group[YearKey, Entries[Meeting]]:
        """Meetings by association and year, in order; a joint one under each of its bodies."""
        return self._entries("meetings", Kind.MEETING, Meeting, _of_year)

    @cached_property
    def held(self) -> Group[None, Entries[Meeting]]:
        """Every meeting that has minutes, the newest last."""
        return self._entries("held", Kind.MEETING, Meeting, _all)

    @cached_property
    def ahead(self) -> Group[None, Entries[Meeting]]:
        """Every meeting on record that is planned, in order."""
        return self._entries("ahead", Kind.MEETING, Meeting, _all)

    @cached_property
    def documents(self) -> Group[YearKey, Entries[Document]]:
        """Documents by association and year."""
        return self._entries("documents", Kind.DOCUMENT, Document, _of_year)

    @cached_property
    def papers(self) -> Group[SchoolYear, Entries[Document]]:
        """Documents of which the public may know, by school year."""
        return self._entries("papers", Kind.DOCUMENT, Document, str)

    @cached_property
    def paper_years(self) -> Group[None, tuple[SchoolYear, ...]]:
        """The school years of which there are such documents, the newest first."""
        return self._group("paper_years", _all, _years)

    @cached_property
    def approved_by(self) -> Group[tuple[Kind, str], Entries[Document]]:
        """Documents by what they approve or are about."""
        return self._entries("approved_by", Kind.DOCUMENT, Document, lambda key: subject_key(*key))

    @cached_property
    def practices(self) -> Group[str, Entries[Practice]]:
        """Published practices by association."""
        return self._entries("practices", Kind.PRACTICE, Practice, str)

    @cached_property
    def cards(self) -> Group[None, Entries[Practice]]:
        """Every published practice, the newest last."""
        return self._entries("cards", Kind.PRACTICE, Practice, _all)

    @cached_property
    def cards_of(self) -> Group[str, tuple[tuple[Entry[Practice], str], ...]]:
        """Published practices by organisation, each with its title."""
        shelf = self._index.of(Kind.PRACTICE, Practice)
        return self._group(
            "cards_of", str, lambda values: tuple((shelf[id_], title) for _, id_, title in values)
        )

    @cached_property
    def faces(self) -> Group[str, Face]:
        """What lists show of a published practice, by its id."""
        return self._group("faces", str, lambda values: Face(*values[-1]))

    @cached_property
    def traits(self) -> Group[str, Traits]:
        """What a published practice is like, by its id."""
        return self._group("traits", str, lambda values: Traits(*values[-1]))

    @cached_property
    def browsed(self) -> Group[None, tuple[Browsed, ...]]:
        """Every published practice with the values of its facets, the newest last."""
        return self._group("browsed", _all, lambda values: tuple(Browsed(*one) for one in values))

    @cached_property
    def filed(self) -> Group[tuple[FacetName, str], tuple[Filed, ...]]:
        """Published practices by facet and slug of a value, the newest last."""
        return self._group(
            "filed", lambda key: filed_key(*key), lambda values: tuple(Filed(*v) for v in values)
        )

    @cached_property
    def filed_rows(self) -> Group[tuple[FacetName, str], tuple[FiledRow, ...]]:
        """The same, plain."""
        return self._group("filed", lambda key: filed_key(*key), tuple)

    @cached_property
    def waiting(self) -> Group[str, Entries[Practice]]:
        """Practices that are not fit for the public yet, by association."""
        return self._entries("waiting", Kind.PRACTICE, Practice, str)

    @cached_property
    def recommended(self) -> Group[str, Entries[Practice]]:
        """Published practices by the meeting that recommended, approved or spread them."""
        return self._entries("recommended", Kind.PRACTICE, Practice, str)

    @cached_property
    def aliases(self) -> Group[str, tuple[tuple[Entry[Record], int], ...]]:
        """Records by each address that they had before, with its place among theirs."""

        def claims(values: Values) -> tuple[tuple[Entry[Record], int], ...]:
            return tuple(
                (self._index.of(Kind(kind), Record)[id_], place) for _, kind, id_, place in values
            )

        return self._group("aliases", str, claims)

    @cached_property
    def years(self) -> Group[str, tuple[SchoolYear, ...]]:
        """The school years of which an association has any record, the newest first."""
        return self._group("years", str, _years)

    @cached_property
    def planned_as(self) -> Group[str, tuple[tuple[Entry[Plan], PlanPoint], ...]]:
        """The points of plans by the meeting that carried them out."""
        plans = self._index.of(Kind.PLAN, Plan)

        def points(values: Values) -> tuple[tuple[Entry[Plan], PlanPoint], ...]:
            homes = ((plans[id_], place) for _, id_, place in values)
            return tuple((home, home.record.items[place]) for home, place in homes)

        return self._group("planned_as", str, points)

    def plan_item(self, key: str) -> tuple[Entry[Plan], PlanPoint, int]:
        """A point of a plan by its full id, «association/year#number», and its place there."""
        id_, place = self._numbered[key][0]
        home = self._index.of(Kind.PLAN, Plan)[id_]
        return home, home.record.items[place], place

    def is_one_item(self, key: str) -> bool:
        """Tell whether a plan has a point of this number, and but one."""
        return len(self._numbered.get(key, ())) == 1

    @cached_property
    def _numbered(self) -> Group[str, Values]:
        return self._group("plan_items", str, lambda values: values)

    @cached_property
    def points(self) -> Group[None, tuple[tuple[date, Entry[Plan], int], ...]]:
        """The meetings that plans foresee and nobody has held: the last day, the plan, the place.

        In the order of the days; the place is that of the meeting among those of the plan.
        """
        plans = self._index.of(Kind.PLAN, Plan)
        return self._group(
            "points",
            _all,
            lambda values: tuple(
                (date.fromisoformat(last), plans[id_], place) for last, id_, place in values
            ),
        )

    @cached_property
    def decisions(self) -> Group[str, tuple[Entry[Meeting], Decision]]:
        """Decisions by their full id, «association/year/slug#number»."""
        meetings = self._index.of(Kind.MEETING, Meeting)

        def decision(values: Values) -> tuple[Entry[Meeting], Decision]:
            id_, place = values[-1]
            return meetings[id_], meetings[id_].record.decisions[place]

        return self._group("decisions", str, decision)

    def decision_state(self, key: str) -> follow_up.DecisionState:
        """What has become of a decision: the latest review says it, else the record itself.

        A new deadline holds until a later review sets another.
        """
        _, decision = self.decisions[key]
        reviews = self._reviews.get(key) or ()
        meetings = self._index.of(Kind.MEETING, Meeting)
        found = [(meetings[id_], meetings[id_].record.reviews[place]) for _, id_, place in reviews]
        return follow_up.state(decision, found)

    @cached_property
    def _reviews(self) -> Group[str, Values]:
        return self._group("reviews", str, lambda values: values)

    def _entries(
        self, name: str, kind: Kind, model: type[R], key: Callable[[K], str]
    ) -> Group[K, Entries[R]]:
        """A relation whose values end with the id of a record."""
        shelf = self._index.of(kind, model)
        return self._group(name, key, lambda values: tuple(shelf[value[-1]] for value in values))

    def _group(
        self, name: str, key: Callable[[K], str], value: Callable[[Values], V]
    ) -> Group[K, V]:
        return Group(name, self._told.get(name, {}), key, value)


def _of_year(key: YearKey) -> str:
    return year_key(*key)


def _all(_: None) -> str:
    return ""


def _years(values: Values) -> tuple[SchoolYear, ...]:
    found = {year for (year,) in values}
    return tuple(SchoolYear.parse(year) for year in sorted(found, reverse=True))
