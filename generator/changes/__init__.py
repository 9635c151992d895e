"""What a change does to the records: told to those who look at a pull request."""

from generator.changes.folder import Folder
from generator.changes.sides import Sides, both_sides
from generator.changes.summary import summary

__all__ = ["Folder", "Sides", "both_sides", "summary"]
