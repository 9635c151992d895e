"""How findings are put: the parts that many rules share."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from generator.load import Entry
from generator.models import Meeting
from generator.models.norms import Norm
from generator.rules.case import Case
from generator.rules.finding import Evidence, Finding, NormKind, State
from generator.values import short_date

Found = Iterator[Finding]
Source = tuple[str, Any]
"""A norm with the id of its regulation."""
Sets = Callable[[Any], object]
"""What a norm must set for a rule to look at it; bool takes every norm."""


def found(
    kind: NormKind, state: State, message: str, source: tuple[str, Norm], **more: Any
) -> Finding:
    """A finding about a norm; `source` is the norm with the id of its regulation."""
    regulation, norm = source
    more.setdefault("clause", norm.clause or "")
    return Finding(kind, state, message, regulation=regulation, **more)


def proof(*entries: Entry[Any] | None) -> tuple[Evidence, ...]:
    """The records that a finding rests on."""
    return tuple(Evidence(entry.kind, entry.id) for entry in entries if entry)


def meeting_name(entry: Entry[Meeting]) -> str:
    """«Заседание 29.08.2025»."""
    return f"Заседание {short_date(entry.record.date)}"


def numbered(label: str, number: str | None, day: date | None) -> str:
    """«приказ № 160-ОД от 27.08.2025»; without a number and a day, that it is there."""
    parts = [f" № {number}" if number else "", f" от {short_date(day)}" if day else ""]
    return label + ("".join(parts) or " есть")


def missed(case: Case) -> State:
    """The state of what was to be done by a day that has passed: violated once the year is over."""
    return State.VIOLATED if case.over else State.OVERDUE


def awaited(case: Case, due: date) -> State:
    """The state of what is not there yet: due until its last day."""
    return State.DUE if case.today <= due else missed(case)


def by_meeting(
    case: Case, field: str, entries: Iterable[Entry[Meeting]], sets: Sets = bool
) -> Iterator[tuple[Entry[Meeting], Source]]:
    """Yield each of these meetings with each norm that held on its day and sets what is asked."""
    for entry in entries:
        for source in case.norms(field, entry.record.date):
            if sets(source[1]):
                yield entry, source


def by_norm(
    case: Case, field: str, entries: Iterable[Entry[Meeting]]
) -> list[tuple[Source, list[Entry[Meeting]]]]:
    """The norms of a field, each with those of these meetings on whose day it held."""
    groups: list[tuple[Source, list[Entry[Meeting]]]] = []
    for entry, source in by_meeting(case, field, entries):
        group = next((meetings for known, meetings in groups if known == source), None)
        if group is None:
            groups.append((source, [entry]))
        else:
            group.append(entry)
    return groups


def none_yet(case: Case, kind: NormKind, field: str, what: str, sets: Sets = bool) -> Found:
    """What is said of the norms in force at the end of a year that could not be tried yet."""
    for source in case.norms(field, case.year.ends):
        if sets(source[1]):
            yield nothing_yet(case, kind, source, what)


def nothing_yet(
    case: Case, kind: NormKind, source: tuple[str, Norm], what: str, **more: Any
) -> Finding:
    """What can be said of a norm about meetings before there was one on which it could be tried.

    Of a norm that came into force during the year it is said from when it counts.
    """
    regulation, norm = source
    starts = (norm.valid_from, case.archive.regulations[regulation].record.valid_from)
    first = max((day for day in starts if day), default=case.year.begins)
    since = f"с {short_date(first)} " if first > case.year.begins else ""
    if case.over:
        message = f"{since}{what} не было" if since else f"{what} за год не было"
        return found(kind, State.UNKNOWN, message, source, missing="meetings", **more)
    message = f"{since}{what} ещё не было"
    return found(kind, State.DUE, message, source, due=case.year.ends, **more)
