"""All records, immutable and linked both ways."""

from generator.archive.archive import Archive, Linked, build, judge, link
from generator.archive.relations import DecisionState, Relations

__all__ = ["Archive", "DecisionState", "Linked", "Relations", "build", "judge", "link"]
