"""The archive: every record by its id, and the relations between them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import cast

from generator.archive.checks import check_alone, check_together
from generator.archive.ground import Ground
from generator.archive.groups import Told, put_together
from generator.archive.index import Index, Shelf
from generator.archive.pardons import pardoned
from generator.archive.relations import Relations
from generator.archive.tells import tells_of
from generator.load import Entry, Kind, Loaded
from generator.models import (
    Activities,
    Analysis,
    Association,
    Document,
    Meeting,
    Organisation,
    Person,
    Plan,
    Practice,
    Record,
    Regulation,
    Site,
)
from generator.problems import Problem, has_errors


@dataclass(frozen=True)
class Archive:
    """Everything on record. Ids: a meeting is «association/2025-2026/2025-08-29»."""

    site: Entry[Site]
    index: Index
    relations: Relations

    @property
    def organisations(self) -> Shelf[Organisation]:
        """Schools and offices."""
        return self.index.of(Kind.ORGANISATION, Organisation)

    @property
    def people(self) -> Shelf[Person]:
        """People; what may be shown of them is their consent's to say."""
        return self.index.of(Kind.PERSON, Person)

    @property
    def regulations(self) -> Shelf[Regulation]:
        """Regulations."""
        return self.index.of(Kind.REGULATION, Regulation)

    @property
    def associations(self) -> Shelf[Association]:
        """Associations."""
        return self.index.of(Kind.ASSOCIATION, Association)

    @property
    def plans(self) -> Shelf[Plan]:
        """Plans, by «association/year»."""
        return self.index.of(Kind.PLAN, Plan)

    @property
    def meetings(self) -> Shelf[Meeting]:
        """Meetings, by «association/year/slug»."""
        return self.index.of(Kind.MEETING, Meeting)

    @property
    def documents(self) -> Shelf[Document]:
        """Documents."""
        return self.index.of(Kind.DOCUMENT, Document)

    @property
    def analyses(self) -> Shelf[Analysis]:
        """Analyses, by «association/year»."""
        return self.index.of(Kind.ANALYSIS, Analysis)

    @property
    def activities(self) -> Shelf[Activities]:
        """What was done between meetings, by «association/year»."""
        return self.index.of(Kind.ACTIVITIES, Activities)

    @property
    def practices(self) -> Shelf[Practice]:
        """Practices, published or not."""
        return self.index.of(Kind.PRACTICE, Practice)


@dataclass(frozen=True)
class Linked:
    """Records put together, before anybody has checked what they say of each other."""

    loaded: Loaded
    ground: Ground
    site: Entry[Site] | None


def link(loaded: Loaded, told: Told | None = None) -> Linked:
    """Put the records together; `told` is what they tell, where somebody knows it already."""
    if told is None:
        told = put_together(chain.from_iterable(map(tells_of, loaded.entries)))
    index = Index(loaded.entries)
    relations = Relations(index, told)
    ground = Ground(loaded.content, index, relations, loaded.known, loaded.unsure)
    return Linked(loaded, ground, _site(loaded.entries))


def judge(linked: Linked, found: Iterable[Problem]) -> tuple[Archive | None, list[Problem]]:
    """The archive where nothing forbids it, and all problems, sorted."""
    problems = sorted(set(pardoned((*linked.loaded.problems, *found), linked.loaded)))
    if has_errors(problems) or linked.site is None:
        return None, problems
    ground = linked.ground
    return Archive(linked.site, ground.index, ground.relations), problems


def build(loaded: Loaded, today: date | None = None) -> tuple[Archive | None, list[Problem]]:
    """Link and check all records, knowing nothing of them from before."""
    linked = link(loaded)
    ground = linked.ground
    alone = (check_alone(entry, loaded.content) for entry in ground.index.all())
    return judge(linked, chain(*alone, check_together(ground, today)))


def _site(entries: Iterable[Entry[Record]]) -> Entry[Site] | None:
    sites = (cast("Entry[Site]", entry) for entry in entries if entry.kind is Kind.SITE)
    return next(sites, None)
