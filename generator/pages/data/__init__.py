"""Open data: the records as JSON and CSV, each file with its schema, and a page about them."""

from generator.pages.data.files import SETS
from generator.pages.data.page import pages

FAMILIES = tuple(data.family for data in SETS if data.family)
"""The digests of which the files are made."""

__all__ = ["FAMILIES", "pages"]
