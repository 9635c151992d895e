"""The pages of the site, made of the archive alone: no site builder is known here."""

from generator.pages.all import all_drafts, all_pages
from generator.pages.context import Context
from generator.pages.draft import Draft
from generator.pages.page import File, Page

__all__ = ["Context", "Draft", "File", "Page", "all_drafts", "all_pages"]
