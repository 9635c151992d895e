"""Which points of the regulation the year's plan and practices have taken up, and which not."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.load import Entry
from generator.models import Association, Practice, Regulation
from generator.models.parts import Statement
from generator.pages.context import Context
from generator.pages.figures.activity import practices_of
from generator.rules.case import Case

_LISTS = ("directions", "tasks", "contents")
_LAST_RESORT = "functions"
"""The list that is looked at where none of the others has codes (003)."""
_WORDS = {
    "directions": "направлени",
    "tasks": "задач",
    "contents": "содержани",
    "functions": "функци",
}
"""By which word of its title an abridged list is known."""


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the regulation, and how many points of the plan and practices name its code.

    `elsewhere` names the list whose point has the same code and gets what is counted for it.
    """

    code: str
    text: str | None
    clause: str | None
    planned: int = 0
    practices: int = 0
    elsewhere: str | None = None

    @property
    def total(self) -> int:
        """Points of the plan and practices together."""
        return self.planned + self.practices


@dataclass(frozen=True, slots=True)
class List:
    """One list of the regulation: its directions, its tasks."""

    title: str
    points: tuple[Point, ...]

    @property
    def counted(self) -> tuple[Point, ...]:
        """The points that can have something at all."""
        return tuple(point for point in self.points if point.elsewhere is None)

    @property
    def covered(self) -> int:
        """How many of them have something."""
        return sum(point.total > 0 for point in self.counted)


@dataclass(frozen=True, slots=True)
class Coverage:
    """The lists of a regulation against the codes of a year.

    `strange` are codes that the regulation does not know, `uncoded` is how many points of the
    plan and practices name no code.
    """

    regulation: Entry[Regulation]
    lists: tuple[List, ...]
    strange: tuple[str, ...]
    uncoded: int


def coverage(context: Context, case: Case) -> Coverage | None:
    """Compare; None where the regulation has no list with codes, or nothing is on record."""
    if not case.regulations:
        return None
    regulation = case.regulations[0]
    planned = [item.direction for item in case.plan.record.items] if case.plan else []
    shown = [entry.record.direction for entry in _practices(context, case)]
    lists = tuple(_lists(regulation.record, Counter(planned), Counter(shown)))
    if not lists or not (planned or shown):
        return None
    known = {point.code for one in lists for point in one.points}
    named = {code for code in (*planned, *shown) if code}
    strange = tuple(sorted(named - known))
    return Coverage(regulation, lists, strange, sum(not code for code in (*planned, *shown)))


def _practices(context: Context, case: Case) -> Iterable[Entry[Practice]]:
    home: Entry[Association] = case.association
    return practices_of(context, home.id, case.year)


def _lists(
    regulation: Regulation, planned: Counter[str | None], shown: Counter[str | None]
) -> Iterator[List]:
    coded = {name: _statements(regulation, name) for name in (*_LISTS, _LAST_RESORT)}
    names = [name for name in _LISTS if coded[name]] or [_LAST_RESORT]
    owner = _owners(regulation, coded, names)
    for name in names:
        points = tuple(
            _point(code, statement, planned, shown, _other(owner[code], name))
            for code, statement in coded[name].items()
        )
        if points:
            yield List(_title(name), points)


def _statements(regulation: Regulation, name: str) -> dict[str, Statement | None]:
    """The points of a list by code; those of which the record gives no words stand in their place.

    A point without a code is left out: nothing on record can name it.
    """
    written = {s.code: s for s in getattr(regulation, name) if s.code}
    codes: list[str] = []
    for part in regulation.abridged:
        if _WORDS[name] in part.part.casefold():
            codes += part.codes
    return {code: written.get(code) for code in dict.fromkeys((*codes, *written))}


def _owners(
    regulation: Regulation, coded: dict[str, dict[str, Statement | None]], names: list[str]
) -> dict[str, str]:
    """To which list a code belongs: to that of the point for which the site reads it."""
    owner: dict[str, str] = {}
    for name in names:
        for code, statement in coded[name].items():
            read = regulation.statement(code)
            if code not in owner or (statement is not None and statement is read):
                owner[code] = name
    return owner


def _other(owner: str, name: str) -> str | None:
    return None if owner == name else _title(owner)


def _title(name: str) -> str:
    return Regulation.model_fields[name].title or name


def _point(
    code: str,
    statement: Statement | None,
    planned: Counter[str | None],
    shown: Counter[str | None],
    elsewhere: str | None,
) -> Point:
    text, clause = (statement.text, statement.clause) if statement else (None, None)
    if elsewhere:
        return Point(code, text, clause, elsewhere=elsewhere)
    return Point(code, text, clause, planned[code], shown[code])
