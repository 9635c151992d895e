"""The archive: every record by its id, and the relations between them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from generator.archive.checks import check_day, check_entry
from generator.archive.ground import Ground
from generator.archive.index import Index, Shelf
from generator.archive.relations import Relations
from generator.archive.tells import Tell, tells_of
from generator.load import Entry, Kind, Loaded
from generator.models import (
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
    def practices(self) -> Shelf[Practice]:
        """Practices, published or not."""
        return self.index.of(Kind.PRACTICE, Practice)


@dataclass(frozen=True)
class Linked:
    """Records put together, before anybody has checked what they say of each other."""

    loaded: Loaded
    ground: Ground
    site: Entry[Site] | None


Checker = Callable[[Linked, date | None], Iterable[Problem]]


def link(loaded: Loaded, tells: Callable[[Entry[Any]], Iterable[Tell]] = tells_of) -> Linked:
    """Put the records together; `tells` knows what a record tells of itself."""
    index = Index(loaded.entries)
    told = (tell for entry in loaded.entries for tell in tells(entry))
    ground = Ground(loaded.content, index, Relations(index, told), loaded.known, loaded.unsure)
    return Linked(loaded, ground, _site(loaded.entries))


def check_all(linked: Linked, today: date | None) -> Iterator[Problem]:
    """Yield every problem between records; with a day, also minutes that lie ahead of it."""
    for entry in linked.ground.index.all():
        yield from check_entry(entry, linked.ground)
    if today is not None:
        yield from check_day(linked.ground, today)


def judge(linked: Linked, found: Iterable[Problem]) -> tuple[Archive | None, list[Problem]]:
    """The archive where nothing forbids it, and all problems, sorted."""
    problems = sorted({*linked.loaded.problems, *found})
    if has_errors(problems) or linked.site is None:
        return None, problems
    ground = linked.ground
    return Archive(linked.site, ground.index, ground.relations), problems


def build(loaded: Loaded, today: date | None = None) -> tuple[Archive | None, list[Problem]]:
    """Link and check the records, one after the other."""
    linked = link(loaded)
    return judge(linked, check_all(linked, today))


def _site(entries: Iterable[Entry[Record]]) -> Entry[Site] | None:
    sites = (cast("Entry[Site]", entry) for entry in entries if entry.kind is Kind.SITE)
    return next(sites, None)
