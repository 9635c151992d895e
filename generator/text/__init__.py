"""Texts that people wrote, made fit for a page: typography, paragraphs, Markdown."""

from generator.text.markup import Heading, Rendered, render_markdown
from generator.text.typography import paragraphs, printed, semicolons, typeset

__all__ = [
    "Heading",
    "Rendered",
    "paragraphs",
    "printed",
    "render_markdown",
    "semicolons",
    "typeset",
]
