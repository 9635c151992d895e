"""A record together with its place: what it is called, where it lies, what lies beside it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from generator.models import Record
from generator.values import SchoolYear

R_co = TypeVar("R_co", bound=Record, covariant=True)

Location = tuple[str | int, ...]


class Kind(StrEnum):
    """The kinds of record, by where they lie."""

    SITE = "site"
    ORGANISATION = "organisation"
    PERSON = "person"
    REGULATION = "regulation"
    ASSOCIATION = "association"
    PLAN = "plan"
    MEETING = "meeting"
    DOCUMENT = "document"
    ANALYSIS = "analysis"
    PRACTICE = "practice"


@dataclass(frozen=True, slots=True)
class Entry(Generic[R_co]):
    """A record and its place. `path` is relative to the content folder, with «/» between parts."""

    kind: Kind
    id: str
    record: R_co
    path: str
    within: Location = ()
    association: str = ""
    year: SchoolYear | None = None
    slug: str = ""
    body: str = ""
    body_line: int = 1
    files: tuple[str, ...] = ()

    @property
    def folder(self) -> str:
        """The folder beside the record, which bears its name and holds its files."""
        return self.path.rpartition(".")[0]

    @property
    def school_year(self) -> SchoolYear:
        """The school year of a record that lies in a year's folder."""
        if self.year is None:
            raise LookupError(f"{self.path} belongs to no school year")
        return self.year
