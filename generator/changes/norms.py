"""Which findings a change alters: norm by norm, year by year."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.archive import Archive
from generator.archive.years import years_on_record
from generator.rules.finding import Finding, NormKind, State
from generator.rules.judge import judge
from generator.values import SchoolYear

Heading = tuple[str, SchoolYear]
Norm = tuple[NormKind, str, str, str]
"""A kind of norm, its regulation and clause, and which of several things a finding is about."""


@dataclass(frozen=True)
class Altered:
    """A finding that is another one now; without a state where there was none, or is none."""

    association: str
    year: SchoolYear
    norm: NormKind
    clause: str
    subject: str
    before: State | None
    now: State | None


def altered(before: Archive, now: Archive, today: date) -> Iterator[Altered]:
    """Yield what a change alters, in the order of associations, years and norms.

    Years of which nothing is left have no norms: the records that are gone speak for them.
    """
    then, found = _findings(before, today), _findings(now, today)
    for heading, norms in found.items():
        yield from _of_year(heading, then.get(heading, {}), norms)


def _findings(archive: Archive, today: date) -> dict[Heading, dict[Norm, list[State]]]:
    years: dict[Heading, dict[Norm, list[State]]] = {}
    for heading in years_on_record(archive.relations, today):
        norms = years.setdefault(heading, {})
        for finding in judge(archive, *heading, today):
            if finding.state is not State.NOT_SET:
                norms.setdefault(_norm(finding), []).append(finding.state)
    return years


def _norm(finding: Finding) -> Norm:
    return finding.norm, finding.regulation, finding.clause, finding.subject


def _of_year(
    heading: Heading, then: dict[Norm, list[State]], found: dict[Norm, list[State]]
) -> Iterator[Altered]:
    """Yield the differing states of a year; several of one norm are paired gravest first."""
    for norm in (*found, *(one for one in then if one not in found)):
        old, new = _gravest_first(then.get(norm, [])), _gravest_first(found.get(norm, []))
        length = max(len(old), len(new))
        for before, now in zip(_filled(old, length), _filled(new, length), strict=True):
            if before is not now:
                yield Altered(*heading, norm[0], norm[2], norm[3], before, now)


def _gravest_first(states: list[State]) -> list[State]:
    return sorted(states, key=list(State).index)


def _filled(states: list[State], length: int) -> list[State | None]:
    return [*states, *[None] * (length - len(states))]
