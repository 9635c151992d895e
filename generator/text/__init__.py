"""Texts that people wrote, made fit for a page: typography, paragraphs, Markdown."""

from generator.text.handwritten import clean_page, fit_fields
from generator.text.markup import Heading, Picture, Rendered, render_markdown
from generator.text.outward import leads_to, video_service
from generator.text.typography import paragraphs, printed, semicolons, typeset

__all__ = [
    "Heading",
    "Picture",
    "Rendered",
    "clean_page",
    "fit_fields",
    "leads_to",
    "paragraphs",
    "printed",
    "render_markdown",
    "semicolons",
    "typeset",
    "video_service",
]
