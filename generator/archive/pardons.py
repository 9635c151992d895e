"""Problems that somebody has marked as false alarms, and marks that no problem answers to."""

from collections.abc import Iterable, Iterator
from typing import cast

from generator.load import Entry, Kind, Loaded
from generator.load.reading import locate
from generator.models import FalseAlarm, FalseAlarms, Record
from generator.problems import Problem, codes, report

PARDONABLE = frozenset(
    code.code
    for code in (
        codes.PRIVATE_PATTERN,
        codes.STRANGER_NAMED,
        codes.SILENCED_NAMED,
        codes.OFFICE_AUTHOR,
    )
)
"""What is told by how a text looks, and may look so by chance."""


def marked(entries: Iterable[Entry[Record]]) -> Iterator[tuple[Entry[FalseAlarms], FalseAlarm]]:
    """Yield the marks on record, each with its file."""
    for entry in entries:
        if entry.kind is Kind.FALSE_ALARMS:
            home = cast("Entry[FalseAlarms]", entry)
            yield from ((home, alarm) for alarm in home.record.alarms)


def pardoned(problems: Iterable[Problem], loaded: Loaded) -> Iterator[Problem]:
    """Yield the problems that nobody has marked, and the marks that have found nothing."""
    marks = list(marked(loaded.entries))
    if not marks:
        yield from problems
        return
    idle = {(alarm.file, alarm.text) for _, alarm in marks}
    wanted = frozenset(idle)
    for problem in problems:
        found = next((one for one in wanted if _is_about(problem, *one)), None)
        if found is None:
            yield problem
        else:
            idle.discard(found)
    for place, (home, alarm) in enumerate(marks):
        if (alarm.file, alarm.text) in idle:
            spot = locate(loaded.content, home.path).place(home.path, ("alarms", place, "text"))
            yield report(codes.FALSE_ALARM_IDLE, spot, value=alarm.text[:60])


def _is_about(problem: Problem, file: str, text: str) -> bool:
    return (
        problem.code in PARDONABLE and problem.place.path == file and f"«{text}»" in problem.message
    )
