"""The archive: every record by its id, and the relations between them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import cast

from generator.archive.checks import check
from generator.archive.index import Index
from generator.archive.relations import Relations
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

    @property
    def organisations(self) -> dict[str, Entry[Organisation]]:
        """Schools and offices."""
        return self.index.of(Kind.ORGANISATION, Organisation)

    @property
    def people(self) -> dict[str, Entry[Person]]:
        """People; what may be shown of them is their consent's to say."""
        return self.index.of(Kind.PERSON, Person)

    @property
    def regulations(self) -> dict[str, Entry[Regulation]]:
        """Regulations."""
        return self.index.of(Kind.REGULATION, Regulation)

    @property
    def associations(self) -> dict[str, Entry[Association]]:
        """Associations."""
        return self.index.of(Kind.ASSOCIATION, Association)

    @property
    def plans(self) -> dict[str, Entry[Plan]]:
        """Plans, by «association/year»."""
        return self.index.of(Kind.PLAN, Plan)

    @property
    def meetings(self) -> dict[str, Entry[Meeting]]:
        """Meetings, by «association/year/slug»."""
        return self.index.of(Kind.MEETING, Meeting)

    @property
    def documents(self) -> dict[str, Entry[Document]]:
        """Documents."""
        return self.index.of(Kind.DOCUMENT, Document)

    @property
    def analyses(self) -> dict[str, Entry[Analysis]]:
        """Analyses, by «association/year»."""
        return self.index.of(Kind.ANALYSIS, Analysis)

    @property
    def practices(self) -> dict[str, Entry[Practice]]:
        """Practices, published or not."""
        return self.index.of(Kind.PRACTICE, Practice)

    @cached_property
    def relations(self) -> Relations:
        """What belongs to what."""
        return Relations(self.index)


def build(loaded: Loaded, today: date | None = None) -> tuple[Archive | None, list[Problem]]:
    """Link the records. Returns the archive where nothing forbids it, and all problems, sorted.

    With a day, minutes of meetings that lie ahead of it are problems too.
    """
    index = Index(loaded.entries)
    problems = sorted({*loaded.problems, *check(index, loaded, today)})
    sites = _sites(loaded.entries)
    if has_errors(problems) or not sites:
        return None, problems
    return Archive(site=sites[0], index=index), problems


def _sites(entries: Iterable[Entry[Record]]) -> list[Entry[Site]]:
    return [cast("Entry[Site]", entry) for entry in entries if entry.kind is Kind.SITE]
