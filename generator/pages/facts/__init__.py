"""What the records say of an association in a stretch of time: the facts of every paper."""

from generator.pages.facts.whole import Facts

__all__ = ["Facts"]
