"""All records, immutable and linked both ways."""

from generator.archive.archive import Archive, Linked, build, judge, link
from generator.archive.follow_up import DecisionState
from generator.archive.relations import Relations

__all__ = ["Archive", "DecisionState", "Linked", "Relations", "build", "judge", "link"]
