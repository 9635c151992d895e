"""A file may have more problems than anybody reads: how many of them are told."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from generator.problems import Place, Problem, Severity, codes, report

MOST_TOLD = 100
"""Errors that one look at a file tells, and as many warnings."""


def capped(found: Iterable[Problem]) -> list[Problem]:
    """The first errors and the first warnings; where there are more, the last one says so."""
    told: list[Problem] = []
    number: Counter[Severity] = Counter()
    for problem in found:
        number[problem.severity] += 1
        if number[problem.severity] <= MOST_TOLD:
            told.append(problem)
        elif number[problem.severity] == MOST_TOLD + 1:
            told.append(more(problem.place, problem.severity))
        if number[Severity.ERROR] > MOST_TOLD:
            break
    return told


def more(place: Place, severity: Severity = Severity.ERROR) -> Problem:
    """Say that from a place on nothing more is told."""
    return replace(report(codes.MORE_PROBLEMS, place, limit=MOST_TOLD), severity=severity)
