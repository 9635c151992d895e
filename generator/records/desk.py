"""The records as whoever begins a new one needs them: also where some of them are wrong."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from generator.archive.archive import Archive, link
from generator.load import Entry, Kind, load
from generator.load.files import address, walk
from generator.load.layout import RESERVED_PRACTICES, room_of
from generator.models import Association
from generator.models.fields import IDENTIFIER
from generator.problems import BadValue
from generator.records.refusal import RecordRefusedError
from generator.values import SchoolYear

_MOST_OF_A_DAY = 99
"""Meetings of one day that the names of files can tell apart."""
_LONGEST_ID = 100


@dataclass(frozen=True)
class Desk:
    """All records on a day. `known` are the ids that are taken, also by unreadable records."""

    content: Path
    today: date
    archive: Archive
    known: frozenset[tuple[Kind, str]]

    def taken(self, path: str) -> bool:
        """Tell whether a file of this name is there, in whatever case of letters."""
        return address(path) in self._addresses

    def id_fault(self, kind: Kind, name: str) -> str | None:
        """Why a new record of this kind cannot be called so; None where it can."""
        if not IDENTIFIER.fullmatch(name) or len(name) > _LONGEST_ID:
            return f"«{name[:60]}» не подходит: нужны строчные латинские буквы, цифры и дефисы"
        if (kind, name) in self.known:
            return f"обозначение «{name}» уже занято"
        if kind is Kind.PRACTICE:
            if name in RESERVED_PRACTICES:
                return f"обозначение «{name}» занято самим сайтом"
            if f"practices/{name}/" in self.archive.relations.aliases.keys():  # noqa: SIM118
                return f"«{name}» — прежний адрес другой практики"
        return None

    def free_id(self, kind: Kind, wished: str) -> str:
        """An id that may be taken: the one wished for, or with the next number behind it."""
        tries: Iterable[str] = (wished, *(f"{wished}-{n}" for n in range(2, 100)))
        return next((name for name in tries if not self.id_fault(kind, name)), "")

    @cached_property
    def _addresses(self) -> frozenset[str]:
        return frozenset(address(path) for path, _ in walk(str(self.content)))


@dataclass(frozen=True)
class Plot:
    """Where a new record belongs: in a year of an association, where its kind has one."""

    desk: Desk
    body: Entry[Association] | None = None
    year: SchoolYear | None = None

    @property
    def home(self) -> tuple[Entry[Association], SchoolYear]:
        """The association and the year, for a kind of record that belongs to one."""
        if self.body is None or self.year is None:
            raise LookupError("no year of an association")
        return self.body, self.year

    def path(self, kind: Kind, name: str = "") -> str:
        """The path of a record below the content folder; `name` is its id or its day."""
        owner = (self.body.id, str(self.year)) if self.body and self.year else ()
        parts = [*owner, *([name] if name else [])]
        return room_of(kind).path(*parts)

    def meeting_slug(self, day: date) -> str:
        """The name of a meeting's file: its day, and a number from the second one on."""
        day_itself = day.isoformat()
        tries = (day_itself, *(f"{day_itself}-{n}" for n in range(2, _MOST_OF_A_DAY + 1)))
        for slug in tries:
            if not self.desk.taken(self.path(Kind.MEETING, slug)):
                return slug
        raise RecordRefusedError(f"на {day_itself} записано уже {_MOST_OF_A_DAY} заседаний")


def open_desk(content: Path, today: date) -> Desk:
    """Read the records; that some of them are wrong does not keep anybody from adding one."""
    if not content.is_dir():
        raise RecordRefusedError(f"нет папки с записями «{content}»")
    loaded = load(content)
    linked = link(loaded)
    if linked.site is None:
        raise RecordRefusedError(f"в папке «{content}» нет исправного файла site.yml")
    archive = Archive(linked.site, linked.ground.index, linked.ground.relations)
    return Desk(content, today, archive, loaded.known)


def year_of(day: date) -> SchoolYear:
    """The school year to which a new record of a day belongs: an August meeting opens the year."""
    try:
        opened = SchoolYear(day.year)
        return opened if opened.contains(day) else SchoolYear(day.year - 1)
    except BadValue as error:
        raise RecordRefusedError(str(error)) from None
