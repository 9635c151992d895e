"""The pages of the site, made of the archive alone: no site builder is known here."""

from generator.pages.all import all_pages
from generator.pages.context import Context
from generator.pages.page import Page

__all__ = ["Context", "Page", "all_pages"]
