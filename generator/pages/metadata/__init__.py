"""What a page says of itself to machines: JSON-LD in the words of https://schema.org.

A page says of its record what a visitor reads there, and no more: nobody is named here who is not
named on the page, and no record is opened that the page has not opened.
"""

from generator.pages.metadata.associations import association
from generator.pages.metadata.data import Offer, catalogue
from generator.pages.metadata.graph import About, Here, Node, script
from generator.pages.metadata.meetings import meeting
from generator.pages.metadata.organisations import organisations
from generator.pages.metadata.practices import archive_of_practices, practice
from generator.pages.metadata.regulations import regulation
from generator.pages.metadata.trail import breadcrumbs
from generator.pages.metadata.website import website

__all__ = [
    "About",
    "Here",
    "Node",
    "Offer",
    "archive_of_practices",
    "association",
    "breadcrumbs",
    "catalogue",
    "meeting",
    "organisations",
    "practice",
    "regulation",
    "script",
    "website",
]
