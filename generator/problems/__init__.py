"""What can be wrong with a record, and how a chair is told of it."""

from generator.problems import codes
from generator.problems.problem import (
    BadValue,
    Code,
    Place,
    Problem,
    Severity,
    has_errors,
    report,
    seen_from,
    shown_folder,
)

__all__ = [
    "BadValue",
    "Code",
    "Place",
    "Problem",
    "Severity",
    "codes",
    "has_errors",
    "report",
    "seen_from",
    "shown_folder",
]
