"""All records, immutable and linked both ways."""

from generator.archive.archive import Archive, Linked, build, check_all, judge, link
from generator.archive.relations import DecisionState, Relations

__all__ = ["Archive", "DecisionState", "Linked", "Relations", "build", "check_all", "judge", "link"]
