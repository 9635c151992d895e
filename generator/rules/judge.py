"""Every norm of a regulation against a year of an association."""

from datetime import date

from generator.archive import Archive
from generator.rules.finding import Finding
from generator.values import SchoolYear


def judge(archive: Archive, association: str, year: SchoolYear, today: date) -> tuple[Finding, ...]:
    """All findings of a year, in the order of norms."""
    return ()
