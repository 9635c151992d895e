"""A content folder, of which only those files are read that somebody asks for."""

from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path

from generator.load.entry import Entry, Kind
from generator.load.files import Found, Tree, survey, walk
from generator.load.layout import OWN_PAGES
from generator.load.loader import beside_of
from generator.load.reading import Reading, read
from generator.models import Association, Record

_UNREAD = Reading((), ())


class Folder:
    """The files below `content`; where there is no such folder there are none."""

    def __init__(self, content: Path) -> None:
        self.content = content
        self._read = cache(self._reading)

    @cached_property
    def files(self) -> frozenset[str]:
        """The paths of all regular files: records, what lies beside them, hand-written pages.

        The list of published addresses is none: the program keeps it.
        """
        return frozenset((*_regular(self.content, ""), *_regular(self.content, OWN_PAGES)))

    @cached_property
    def associations(self) -> tuple[Entry[Record], ...]:
        """The associations whose records can be read, in the order of their ids."""
        return tuple(one for path in self._bodies for one in self.reading(path).entries)

    @cached_property
    def unread_associations(self) -> tuple[str, ...]:
        """The files of the associations that cannot be read."""
        return tuple(path for path in self._bodies if not self.reading(path).entries)

    def is_record(self, path: str) -> bool:
        """Tell whether a file has a record's name and place."""
        return path in self._found

    def reading(self, path: str) -> Reading:
        """What a record's file gives; nothing where there is none."""
        return self._read(path)

    def bytes_of(self, path: str) -> bytes | None:
        """What stands in a file; None where there is none, or it cannot be read."""
        if path not in self.files:
            return None
        try:
            return (self.content / path).read_bytes()
        except OSError:
            return None

    def body_name(self, association: str) -> str:
        """What to call an association; its id where the record cannot be read."""
        path = f"associations/{association}/association.yml"
        for entry in self.reading(path).entries:
            if isinstance(entry.record, Association):
                return entry.record.label
        return association

    @cached_property
    def _tree(self) -> Tree:
        return survey(self.content) if self.content.is_dir() else Tree((), (), {}, (), ())

    @cached_property
    def _found(self) -> dict[str, Found]:
        return {found.path: found for found in self._tree.records}

    @property
    def _bodies(self) -> Iterator[str]:
        return (path for path, one in self._found.items() if one.room.kind is Kind.ASSOCIATION)

    def _reading(self, path: str) -> Reading:
        if (found := self._found.get(path)) is None:
            return _UNREAD
        return read(self.content, found, beside_of(path, self._tree))


def _regular(content: Path, prefix: str) -> Iterator[str]:
    folder = content / prefix
    if folder.is_symlink() or not folder.is_dir():
        return
    yield from (path for path, regular in walk(str(folder), prefix) if regular)
