"""All decisions under control in the order of the day, cut into pages, and their number."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple, TypeVar

from generator.pages.context import Context
from generator.pages.control import Mark, Row, Tally, is_overdue, tally_of, urgency
from generator.pages.paging import cut
from generator.reads import listening, note

ON_A_PAGE = 100
NOBODY = "ответственный не назван"
HEADINGS = {
    "overdue": "Просрочены",
    "dated": "Срок впереди",
    "undated": "Без точного срока",
}
"""The headings in the order of `urgency`."""

M = TypeVar("M", Row, Mark)
Parts = list[list[tuple[str, list[Mark]]]]


@dataclass(slots=True)
class Counts:
    """How many decisions there are, and in which state; `label` says whose."""

    label: str = ""
    open: int = 0
    overdue: int = 0
    done: int = 0
    cancelled: int = 0
    refused: int = 0

    def add(self, tally: Tally, day: str) -> None:
        """Add those of a year."""
        self.label = tally.label
        self.open += len(tally.marks)
        self.overdue += sum(is_overdue(mark, day) for mark in tally.marks)
        self.done += tally.done
        self.cancelled += tally.cancelled
        self.refused += tally.refused


class Listing(NamedTuple):
    """All that is to be carried out, in order and cut into pages, with the counts."""

    by_deadline: Parts
    by_responsible: Parts
    whole: Counts
    bodies: dict[str, Counts]


class Control:
    """The decisions of all associations, put in order once for all pages that show some of them.

    Each page that looks is heard to have looked at every year and at the day.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self._listing: Listing | None = None
        self._facts: set[str] = set()

    def look(self) -> Listing:
        """The listing of the day."""
        if self._listing is None:
            with listening() as self._facts:
                self._listing = self._worked_out()
        for fact in self._facts:
            note(fact)
        return self._listing

    def _worked_out(self) -> Listing:
        keys = self._context.digests.years
        return _listing([(key[0], tally_of(self._context, *key)) for key in keys], self.day)

    @property
    def day(self) -> str:
        """The day of the build."""
        return self._context.today.isoformat()


def _listing(years: list[tuple[str, Tally]], day: str) -> Listing:
    marks = [mark for _, tally in years for mark in tally.marks]
    by_deadline = list(grouped(marks, day))
    by_responsible: dict[str, list[Mark]] = defaultdict(list)
    for mark in sorted(marks, key=partial(urgency, day=day)):
        for line in dict.fromkeys(mark.responsible or (NOBODY,)):
            by_responsible[line].append(mark)
    alphabet = sorted(by_responsible.items(), key=lambda group: _alphabet(group[0]))
    return Listing(cut(by_deadline, ON_A_PAGE), cut(alphabet, ON_A_PAGE), *_counted(years, day))


def _counted(years: list[tuple[str, Tally]], day: str) -> tuple[Counts, dict[str, Counts]]:
    """The counts of all associations together, and of each that has decided anything."""
    whole, bodies = Counts(), defaultdict[str, Counts](Counts)
    for body, tally in years:
        if not tally.empty:
            bodies[body].add(tally, day)
            whole.add(tally, day)
    return whole, dict(sorted(bodies.items(), key=lambda one: _alphabet(one[1].label)))


def grouped(rows: Iterable[M], day: str) -> Iterator[tuple[str, list[M]]]:
    """Put what is to be carried out under the headings, the most urgent first."""
    ordered = sorted(rows, key=partial(urgency, day=day))
    for place, name in enumerate(HEADINGS):
        if found := [row for row in ordered if urgency(row, day)[0] == place]:
            yield name, found


def _alphabet(line: str) -> tuple[bool, str]:
    """By letters without regard to case; nobody comes last."""
    return line == NOBODY, line.casefold()
