"""Findings on pages: the digest of a year, and the rows in which findings are shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from generator.pages.addresses import COMPLIANCE, REGULATIONS
from generator.pages.context import Context
from generator.pages.digests import Family
from generator.pages.evidence import Link, evidence_link
from generator.rules.finding import Finding, NormKind, State, gravest
from generator.rules.judge import judge
from generator.values import SchoolYear

SOON = timedelta(days=30)
"""What is due within so many days is shown as what to do now."""
SIGNS = {
    State.VIOLATED: "✗",
    State.OVERDUE: "!",
    State.UNKNOWN: "?",
    State.DUE: "○",
    State.MET: "✓",
    State.NOT_SET: "–",
}
"""A sign for each state, so that no colour is needed to tell them apart."""
GRAVE = frozenset({State.VIOLATED, State.OVERDUE})


def _digest(context: Context, association: str, year: SchoolYear) -> Any:
    found = judge(context.archive, association, year, context.today)
    return tuple(finding.plain() for finding in found)


FINDINGS = Family("findings", _digest)


def findings_of(context: Context, association: str, year: SchoolYear) -> tuple[Finding, ...]:
    """What was found of a year; no record is opened for it."""
    plain = context.digests.of(FINDINGS, association, year)
    return tuple(Finding.restored(one) for one in plain)


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding with the links that a page prints."""

    finding: Finding
    clause: Link | None
    evidence: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class NormRow:
    """All that was found of one kind of norm."""

    kind: NormKind
    state: State
    shown: tuple[Shown, ...]


def norm_rows(context: Context, findings: Iterable[Finding]) -> list[NormRow]:
    """Findings by their kinds of norm, in the order of norms; the gravest first in each."""
    groups: dict[NormKind, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(finding.norm, []).append(finding)
    order = list(State)
    return [
        NormRow(
            kind,
            gravest(group),
            tuple(
                shown(context, one) for one in sorted(group, key=lambda one: order.index(one.state))
            ),
        )
        for kind, group in groups.items()
    ]


def shown(context: Context, finding: Finding) -> Shown:
    """A finding with its clause and its evidence as links."""
    links = (evidence_link(context, one) for one in finding.evidence)
    return Shown(finding, _clause(context, finding), tuple(link for link in links if link))


def _clause(context: Context, finding: Finding) -> Link | None:
    """The clause with the regulation that sets it: «п. 4.4, Положение о МУМО»."""
    entry = context.archive.regulations.get(finding.regulation)
    if entry is None:
        return None
    name = entry.record.short_title or entry.record.title
    text = f"{finding.clause}, {name}" if finding.clause else name
    return text, f"{REGULATIONS}{entry.id}/"


def wants_attention(finding: Finding, today: date) -> bool:
    """Tell whether somebody has to act: it is late or wrong, or its day comes soon."""
    if finding.state in GRAVE:
        return True
    return finding.state is State.DUE and finding.due is not None and finding.due - today <= SOON


def urgent(findings: Iterable[Finding], today: date) -> list[Finding]:
    """What wants attention, the earliest day first; what has no day comes first of all."""
    rows = [finding for finding in findings if wants_attention(finding, today)]
    return sorted(rows, key=lambda one: (one.due or date.min, one.norm.value, one.subject))


def tally(findings: Iterable[Finding]) -> list[tuple[State, int]]:
    """How many findings there are in each state that occurs."""
    states = [finding.state for finding in findings]
    return [(state, states.count(state)) for state in State if state in states]


def compliance_of(year: SchoolYear) -> str:
    """The table of a school year."""
    return f"{COMPLIANCE}{year}/"
