"""All records of a content folder, and all that is wrong with them at once."""

from generator.load.entry import Contents, Entry, Kind, record_fact
from generator.load.loader import Loaded, Reader, load

__all__ = ["Contents", "Entry", "Kind", "Loaded", "Reader", "load", "record_fact"]
