"""What pages know of findings: the digest of a year, and how a finding is shown."""

from typing import Any

from generator.pages.context import Context
from generator.pages.digests import Family
from generator.rules.finding import Finding
from generator.rules.judge import judge
from generator.values import SchoolYear


def _digest(context: Context, association: str, year: SchoolYear) -> Any:
    found = judge(context.archive, association, year, context.today)
    return tuple(finding.plain() for finding in found)


FINDINGS = Family("findings", _digest)


def findings_of(context: Context, association: str, year: SchoolYear) -> tuple[Finding, ...]:
    """What was found of a year; no record is opened for it."""
    plain = context.digests.of(FINDINGS, association, year)
    return tuple(Finding.restored(one) for one in plain)
