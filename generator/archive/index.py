"""Records by kind and id, and what a reference in one of them leads to."""

from collections.abc import Iterable
from typing import TypeVar, cast

from generator.load import Entry, Kind
from generator.models import Record

R = TypeVar("R", bound=Record)


class Index:
    """Records by kind and id, in the order of their paths."""

    def __init__(self, entries: Iterable[Entry[Record]]) -> None:
        self._kinds: dict[Kind, dict[str, Entry[Record]]] = {kind: {} for kind in Kind}
        for entry in entries:
            self._kinds[entry.kind].setdefault(entry.id, entry)

    def of(self, kind: Kind, record: type[R]) -> dict[str, Entry[R]]:
        """All records of a kind; `record` is the model of that kind."""
        return cast("dict[str, Entry[R]]", self._kinds[kind])

    def all(self) -> Iterable[Entry[Record]]:
        """All records."""
        for kind in Kind:
            yield from self._kinds[kind].values()


def meeting_id(value: str, home: Entry[Record]) -> str:
    """The full id of a meeting that a record names, in short for one of its own folder."""
    return value if "/" in value else f"{home.association}/{home.year}/{value}"


def decision_id(value: str, home: Entry[Record]) -> str:
    """The full id of a decision: the meeting's, «#», the decision's number."""
    meeting, _, number = value.partition("#")
    return f"{meeting_id(meeting, home)}#{number}"
