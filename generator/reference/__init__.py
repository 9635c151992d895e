"""The format of the records, written down for chairs and secretaries from the models themselves."""

from generator.reference.render import pages, write

__all__ = ["pages", "write"]
