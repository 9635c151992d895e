"""How findings are put: the parts that many rules share."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.load import Entry
from generator.models import Meeting
from generator.models.norms import Norm
from generator.rules.case import Case
from generator.rules.finding import Evidence, Finding, NormKind, State
from generator.values import short_date

Found = Iterator[Finding]


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


def missed(case: Case) -> State:
    """The state of what was to be done by a day that has passed: violated once the year is over."""
    return State.VIOLATED if case.over else State.OVERDUE


def awaited(case: Case, due: date) -> State:
    """The state of what is not there yet: due until its last day."""
    return State.DUE if case.today <= due else missed(case)


def nothing_yet(case: Case, kind: NormKind, source: tuple[str, Norm], what: str) -> Finding:
    """What can be said of a norm about meetings before there was one."""
    if case.over:
        message = f"{what} за год не было"
        return found(kind, State.UNKNOWN, message, source, missing="meetings")
    due = case.year.ends
    return found(kind, State.DUE, f"{what} ещё не было", source, due=due)
