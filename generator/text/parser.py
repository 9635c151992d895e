"""The parser of Markdown: Python-Markdown, spared what a text does not ask for.

Python-Markdown tries each of its thirty patterns on each piece of text. Here a pattern is
tried only where a character stands without which it cannot match, and pieces without any such
character are passed over. The HTML is the same to the byte: tests/text/test_parser.py compares.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.tables import TableProcessor
from markdown.extensions.toc import TocExtension, TocTreeprocessor
from markdown.inlinepatterns import Pattern
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString, Registry
from pymdownx.slugs import slugify  # type: ignore[import-untyped]

Needs = tuple[str, ...]

_QUOTES = ("'", '"')
_INLINE: Mapping[str, Needs] = {
    "backtick": ("`",),
    "escape": ("\\",),
    "reference": ("[",),
    "link": ("[",),
    "image_link": ("![",),
    "image_reference": ("![",),
    "short_reference": ("[",),
    "short_image_ref": ("![",),
    "autolink": ("<",),
    "automail": ("<",),
    "linebreak": ("  \n",),
    "html": ("<",),
    "entity": ("&",),
    "not_strong": ("*", "_"),
    "em_strong": ("*", "_"),
    "em_strong2": ("*", "_"),
}
"""What a text must contain for a pattern to match: one of these."""
_SMARTY: Mapping[str, Needs] = {
    "smarty-ellipses": ("...",),
    **{f"smarty-quotes-{number}": _QUOTES for number in range(15)},
}
_ALWAYS: Needs = ("",)
"""For a pattern that is not known here; every text contains it."""
_MARKER = "[TOC]"
_SLUG = slugify(case="lower")
OWN_IDS = "text-"
"""How the ids of headings begin that people have written: a page's own begin otherwise."""


@cache
def parser() -> Markdown:
    """The parser, made once; it is reset before each text."""
    made = Markdown(
        # Own headings of a page have Latin ids; those of a text cannot meet them.
        extensions=["tables", "sane_lists", _Contents(toc_depth="1-3", slugify=_slug), "smarty"],
        extension_configs={
            "smarty": {
                "smart_dashes": False,
                "substitutions": {
                    "left-double-quote": "«",
                    "right-double-quote": "»",
                    "left-single-quote": "„",
                    "right-single-quote": "“",
                },
            },
        },
    )
    inline = _needed(made.inlinePatterns, _INLINE)
    smarty = _needed(made.treeprocessors["smarty"].inlinePatterns, _SMARTY)  # type: ignore[attr-defined]
    made.treeprocessors.register(_Sparing(made, inline, [*inline, *smarty]), "inline", 20)
    made.treeprocessors.register(_Sparing(made, smarty, smarty), "smarty", 6)
    tables = made.parser.blockprocessors["table"]
    made.parser.blockprocessors.register(_Tables(made.parser, tables.config), "table", 75)  # type: ignore[attr-defined]
    made.block_level_elements = set(made.block_level_elements)  # type: ignore[assignment] # asked for each tag
    return made


def _slug(title: str, separator: str) -> str:
    return f"{OWN_IDS}{_SLUG(title, separator)}"


def _needed(patterns: Registry[Pattern], needs: Mapping[str, Needs]) -> list[tuple[Needs, Pattern]]:
    """Each pattern, in their order, with what it needs."""
    named = {id(patterns[name]): need for name, need in needs.items() if name in patterns}
    return [(named.get(id(pattern), _ALWAYS), pattern) for pattern in patterns]


class _Sparing(InlineProcessor):
    """Applies patterns to those texts of a tree that may hold what they look for."""

    def __init__(
        self,
        md: Markdown,
        patterns: list[tuple[Needs, Pattern]],
        later: list[tuple[Needs, Pattern]],
    ) -> None:
        super().__init__(md)
        self._patterns = patterns
        needs = {need for needs, _ in later for need in needs}
        self._rare = re.compile("|".join(map(re.escape, sorted(needs)))).search

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Mark texts as done in which nothing is to be found, and process the others."""
        rest = "\n".join(self._mark(tree.iter()))
        self.inlinePatterns = [  # type: ignore[assignment] # read by number, as a registry is
            pattern for needs, pattern in self._patterns if any(need in rest for need in needs)
        ]
        return super().run(tree, ancestors) if self.inlinePatterns else tree

    def _mark(self, elements: Iterable[Element]) -> Iterator[str]:
        rare = self._rare
        for element in elements:
            text, tail = element.text, element.tail
            if type(text) is str:
                if rare(text):
                    yield text
                else:
                    element.text = AtomicString(text)
            if type(tail) is str:
                if rare(tail):
                    yield tail
                else:
                    element.tail = AtomicString(tail)


class _Tables(TableProcessor):
    """Looks for tables in blocks that have a bar."""

    def test(self, parent: Element, block: str) -> bool:
        return "|" in block and super().test(parent, block)


class _ContentsProcessor(TocTreeprocessor):
    """Draws the table of contents only where a text asks for it; the headings are told always."""

    def run(self, doc: Element) -> None:
        asked = any(element.text and _MARKER in element.text for element in doc.iter())
        self.marker = _MARKER if asked else ""
        super().run(doc)

    def build_toc_div(self, toc_list: list[Any]) -> Element:
        return super().build_toc_div(toc_list) if self.marker else Element("div")


class _Contents(TocExtension):
    TreeProcessorClass = _ContentsProcessor
