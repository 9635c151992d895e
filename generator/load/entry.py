"""A record together with its place: what it is called, where it lies, what lies beside it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, NamedTuple, Protocol, TypeVar

from generator.load.beside import Beside
from generator.models import Record
from generator.reads import note
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
    ACTIVITIES = "activities"
    PRACTICE = "practice"
    FALSE_ALARMS = "false-alarms"


class Contents(NamedTuple, Generic[R_co]):
    """What a record's file holds, with what lies beside it."""

    record: R_co
    body: str = ""
    body_line: int = 1
    beside: tuple[Beside, ...] = ()

    def open(self) -> "Contents[R_co]":
        """The contents themselves."""
        return self


class Holder(Protocol[R_co]):
    """Contents at hand, or put away until somebody wants them."""

    def open(self) -> Contents[R_co]:
        """Give the contents."""


@dataclass(frozen=True, slots=True, eq=False)
class Entry(Generic[R_co]):
    """A record and its place. `path` is relative to the content folder, with «/» between parts."""

    kind: Kind
    id: str
    path: str
    holder: Holder[R_co]
    within: Location = ()
    association: str = ""
    year: SchoolYear | None = None
    slug: str = ""

    @property
    def record(self) -> R_co:
        """The record itself."""
        return self._contents().record

    @property
    def body(self) -> str:
        """The Markdown below the fields."""
        return self._contents().body

    @property
    def body_line(self) -> int:
        """The line of the file on which the Markdown begins."""
        return self._contents().body_line

    @property
    def files(self) -> tuple[str, ...]:
        """The names of the files in the folder beside the record."""
        return tuple(one.name for one in self.beside)

    @property
    def beside(self) -> tuple[Beside, ...]:
        """The files in the folder beside the record."""
        return self._contents().beside

    @property
    def fact(self) -> str:
        """Under which name the record is known to whoever listens to what is looked at."""
        return record_fact(self.kind, self.id)

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

    def _contents(self) -> Contents[R_co]:
        note(self)
        return self.holder.open()


def record_fact(kind: Kind, id_: str) -> str:
    """The fact that a record is there, and what it says."""
    return f"record/{kind.value}/{id_}"
