"""The sparing parser of Markdown makes what Python-Markdown makes without it, to the byte."""

from functools import cache
from typing import Any

import markdown
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pymdownx.slugs import slugify

from generator.text.parser import _ALWAYS, _Sparing, parser

PIECES = (
    *"*_`[]()<>&\\\"'.!|#-+>:~\t5aж ",
    *("**", "__", "***", "``", "](", "![", "...", "  \n", "\n", "\n\n", "\n\n", "# ", "## "),
    *("> ", "- ", "* ", "1. ", "    ", "---\n", "===\n", "~~~\n", "|---|---|\n", "|:-:|\n"),
    *("слово ", "Тема ", "http://a.by", "<http://a.by>", "<a@b.by>", "[a](list.pdf)", "[a][b]"),
    *('[b]: https://x.by "t"\n', "[b]", "![a](a.png)", "<b>", "</b>", "<div>", "</div>", "<br>"),
    *("<script>", "<!-- ", "-->", "<?php ?>", "[TOC]", "[TOC]\n\n", "&amp;", "&copy", "&#39;"),
    *("\x02", "\x03", "\x02klzzwxh:0001\x03", "\x02wzxhzdk:0\x03", "'80s", "\r\n", "\u2028"),
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@cache
def plain() -> markdown.Markdown:
    """Python-Markdown as it comes, with the same extensions."""
    slug = slugify(case="lower")
    return markdown.Markdown(
        extensions=["tables", "sane_lists", "toc", "smarty"],
        extension_configs={
            "toc": {
                "toc_depth": "1-3",
                "slugify": lambda value, separator: f"text-{slug(value, separator)}",
            },
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


def made(by: Any, text: str) -> tuple[str, Any]:
    by.reset()
    return by.convert(text), by.toc_tokens


@settings(max_examples=1500, deadline=None)
@given(TEXTS)
@example("_к_ и __ж__, **ж** и *к*")
@example('# Верх\n\n[TOC]\n\n## Низ «и» "низ"...\n\nа  \nб')
@example("|а|б|\n|:-|-:|\n|1|`|`|\n\nа|б\n-|-\n1|2")
@example("1. раз\n   * два\n\n    код\n2. <b>три</b> &copy; \\*")
@example('[а](list.pdf "т") ![б](a.png) [в][г] [г]\n\n[г]: https://x.by')
def test_both_parsers_are_one(text: str) -> None:
    assert made(parser(), text) == made(plain(), text)


@pytest.mark.parametrize("name", ["inline", "smarty"])
def test_it_is_known_what_each_pattern_needs(name: str) -> None:
    """A new pattern would be tried on every text: right, but slow."""
    processor = parser().treeprocessors[name]
    assert isinstance(processor, _Sparing)
    assert all(needs != _ALWAYS for needs, _ in processor._patterns)


def test_a_pattern_that_is_not_known_is_tried_always() -> None:
    other = markdown.Markdown()
    patterns = [(_ALWAYS, pattern) for pattern in other.inlinePatterns]
    other.treeprocessors.register(_Sparing(other, patterns, patterns), "inline", 20)
    assert other.convert("*а* б") == "<p><em>а</em> б</p>"
