"""All records, immutable and linked both ways."""

from generator.archive.archive import Archive, build
from generator.archive.relations import DecisionState, Relations

__all__ = ["Archive", "DecisionState", "Relations", "build"]
