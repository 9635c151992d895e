"""Lists that grow: cut into pages of a bearable length, the first at the list's own address."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Paging:
    """Which page of how many; `address` is that of the first."""

    address: str
    number: int
    last: int

    @property
    def numbers(self) -> range:
        """All numbers, from 1."""
        return range(1, self.last + 1)

    def at(self, number: int) -> str:
        """The address of a page: «practices/», «practices/page/2/»."""
        return self.address if number == 1 else f"{self.address}page/{number}/"


def cut(groups: Sequence[tuple[str, Sequence[T]]], length: int) -> list[list[tuple[str, list[T]]]]:
    """Cut groups into pages of at most so many items; a group may run over several pages."""
    pages: list[list[tuple[str, list[T]]]] = [[]]
    room = length
    for name, items in groups:
        rest = list(items)
        while rest:
            if not room:
                pages.append([])
                room = length
            pages[-1].append((name, rest[:room]))
            room, rest = room - min(room, len(rest)), rest[room:]
    return pages
