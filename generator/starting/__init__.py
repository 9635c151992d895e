"""A new site's repository: records without any demonstration, settings, a guide for its keeper."""

from generator.starting.regulations import BLANK, Offered, offered
from generator.starting.repository import NotEmptyError, files_of, put_into
from generator.starting.start import Start, StartedAssociation

__all__ = [
    "BLANK",
    "NotEmptyError",
    "Offered",
    "Start",
    "StartedAssociation",
    "files_of",
    "offered",
    "put_into",
]
