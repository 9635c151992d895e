"""All records of a content folder, and all that is wrong with them at once."""

from generator.load.entry import Entry, Kind
from generator.load.loader import Loaded, load

__all__ = ["Entry", "Kind", "Loaded", "load"]
