"""Records by kind and id. Whoever looks one up is heard, also when it is not there."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar, cast

from generator.load import Entry, Kind, record_fact
from generator.models import Record
from generator.reads import note

R = TypeVar("R", bound=Record)


class Shelf(Mapping[str, Entry[R]]):
    """The records of one kind by id, in the order of their paths."""

    def __init__(self, kind: Kind) -> None:
        self._kind = kind
        self._entries: dict[str, Entry[R]] = {}

    def put(self, entry: Entry[R]) -> None:
        """Add a record; the first one keeps its id."""
        self._entries.setdefault(entry.id, entry)

    def __getitem__(self, id_: str) -> Entry[R]:
        found = self._entries.get(id_)
        note(found or record_fact(self._kind, id_))
        if found is None:
            raise KeyError(id_)
        return found

    def get(self, id_: str, default: Any = None) -> Any:
        """The record, or what is given instead of it."""
        found = self._entries.get(id_)
        note(found or record_fact(self._kind, id_))
        return default if found is None else found

    def __iter__(self) -> Iterator[str]:
        note(shelf_fact(self._kind))
        return iter(self._entries)

    def __len__(self) -> int:
        note(shelf_fact(self._kind))
        return len(self._entries)


class Index:
    """Records by kind and id, in the order of their paths."""

    def __init__(self, entries: Iterable[Entry[Record]]) -> None:
        self._kinds: dict[Kind, Shelf[Record]] = {kind: Shelf(kind) for kind in Kind}
        for entry in entries:
            self._kinds[entry.kind].put(entry)

    def of(self, kind: Kind, record: type[R]) -> Shelf[R]:
        """All records of a kind; `record` is the model of that kind."""
        return cast("Shelf[R]", self._kinds[kind])

    def all(self) -> Iterable[Entry[Record]]:
        """All records."""
        for shelf in self._kinds.values():
            yield from shelf.values()


def shelf_fact(kind: Kind) -> str:
    """The fact which records of a kind there are."""
    return f"shelf/{kind.value}"


def meeting_id(value: str, home: Entry[Record]) -> str:
    """The full id of a meeting that a record names, in short for one of its own folder."""
    return value if "/" in value else f"{home.association}/{home.year}/{value}"


def decision_id(value: str, home: Entry[Record]) -> str:
    """The full id of a decision: the meeting's, «#», the decision's number."""
    meeting, _, number = value.partition("#")
    return f"{meeting_id(meeting, home)}#{number}"
