"""Which work has been done, what it looked at, and what came of it.

A piece of work is done anew when a fact that it looked at has changed. Facts are told by name
(reads.py); what they are worth is asked of those who know: records, relations, the day.
"""

from array import array
from collections.abc import Iterable
from typing import Any

Table = tuple[list[str], dict[str, tuple[bytes, Any]]]


class Ledger:
    """Work by name."""

    def __init__(self, table: Table | None = None) -> None:
        names, done = table or ([], {})
        self._names = names
        self._numbers = {name: number for number, name in enumerate(names)}
        self._done = done

    def __contains__(self, work: str) -> bool:
        return work in self._done

    def __getitem__(self, work: str) -> Any:
        return self._done[work][1]

    @property
    def works(self) -> tuple[str, ...]:
        """The names of all work on record."""
        return tuple(self._done)

    def put(self, work: str, facts: Iterable[str], result: Any = None) -> None:
        """Note work that was done. The result is made of plain values."""
        numbers = array("I", sorted(self._number(fact) for fact in facts))
        self._done[work] = (numbers.tobytes(), result)

    def drop(self, work: str) -> None:
        """Forget work."""
        self._done.pop(work, None)

    def forget(self, changed: Iterable[str]) -> None:
        """Forget all work that looked at a fact that has changed."""
        numbers = {self._numbers[fact] for fact in changed if fact in self._numbers}
        if not numbers:
            return
        for work, (facts, _) in list(self._done.items()):
            if not numbers.isdisjoint(memoryview(facts).cast("I")):
                del self._done[work]

    def keep(self, works: Iterable[str]) -> None:
        """Forget all work but this."""
        wanted = set(works)
        self._done = {work: done for work, done in self._done.items() if work in wanted}

    def table(self) -> Table:
        """All of it as plain values, to be read again by another run."""
        return self._names, self._done

    def _number(self, fact: str) -> int:
        number = self._numbers.get(fact)
        if number is None:
            number = self._numbers[fact] = len(self._names)
            self._names.append(fact)
        return number
