"""Markdown that people wrote → HTML that is safe to publish."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import nh3

from generator.source import BESIDE, OUTWARD, SIBLING
from generator.text.outward import with_services
from generator.text.parser import OWN_IDS, parser
from generator.text.pictures import with_sizes

_TAGS = set(
    "p h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre code em strong del sub sup hr br "  # noqa: SIM905
    "table thead tbody tr th td a img".split(" ")
)
_ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "title"},
    "th": {"align"},
    "td": {"align"},
    "ol": {"start"},
    **{f"h{level}": {"id"} for level in range(2, 7)},
}
_ALIGN = re.compile(r' style="text-align: (left|right|center);"')
_H1 = re.compile(r"(</?)h1\b")
"""The page has its own first heading: one in a body goes down a level."""
_HEADING = re.compile(r"(</?h)([2-6])\b")
_LOWEST = 6
_ALIGNED = re.compile(r'<(t[hd]) align="(left|right|center)"')
"""The attribute is obsolete (HTML, 16.2), and the page's policy allows no style."""
_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a page, for its table of contents."""

    id: str
    title: str
    level: int
    children: tuple["Heading", ...] = ()

    def lowered(self, steps: int) -> "Heading":
        """The same heading and those below it, some levels further down."""
        level = min(self.level + steps, _LOWEST)
        return Heading(
            self.id, self.title, level, tuple(one.lowered(steps) for one in self.children)
        )


@dataclass(frozen=True, slots=True)
class Rendered:
    """HTML and the headings that stand in it."""

    html: str
    headings: tuple[Heading, ...]

    def lowered(self, steps: int) -> "Rendered":
        """The same text with its headings some levels further down: a part of a larger whole."""
        if not steps:
            return self
        html = _HEADING.sub(lambda tag: f"{tag[1]}{min(int(tag[2]) + steps, _LOWEST)}", self.html)
        return Rendered(html, tuple(one.lowered(steps) for one in self.headings))


Picture = tuple[str, int, int]
"""The name of a file, with its width and height in pixels."""


@lru_cache(maxsize=64)
def render_markdown(text: str, pictures: tuple[Picture, ...] = ()) -> Rendered:
    """Render a record's Markdown body: links and pictures only where a record may have them.

    `pictures` are those that lie beside the record.
    """
    markdown = parser().reset()
    html = alignment_kept(markdown.convert(text))
    html = _H1.sub(r"\1h2", html)
    clean = _cleaner().clean(html)
    clean = alignment_classed(clean)
    if "<img" in clean:
        clean = with_sizes(clean, {name: (width, height) for name, width, height in pictures})
    if "://" in clean:
        clean = with_services(clean)
    scrolling = _TABLE.sub(r'<div class="umo-scroll" tabindex="0">\g<0></div>', clean)
    return Rendered(scrolling, tuple(_headings(markdown.toc_tokens)))  # type: ignore[attr-defined]


def alignment_kept(html: str) -> str:
    """Alignment of cells as the parser writes it → as a cleaner of HTML lets it pass."""
    return _ALIGN.sub(r' align="\1"', html)


def alignment_classed(html: str) -> str:
    """Alignment of cells that has passed → a class."""
    return _ALIGNED.sub(r'<\1 class="umo-\2"', html)


@cache
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=_attribute,
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener",
        strip_comments=True,
    )


def _attribute(tag: str, name: str, value: str) -> str | None:
    """Let through only links that lead out, into the page, or to what lies beside the record."""
    if name == "id":  # no other: the theme and the page's own scripts look for theirs
        return value if value.startswith(OWN_IDS) else None
    if (tag, name) == ("img", "src"):
        return value if BESIDE.fullmatch(value) else None
    if (tag, name) == ("a", "href"):
        if sibling := SIBLING.fullmatch(value):
            return f"../{sibling[1]}/{sibling[2] or ''}"
        outward = value.startswith(OUTWARD)
        return value if outward or BESIDE.fullmatch(value) else None
    return value


def _headings(tokens: Iterable[dict[str, Any]]) -> Iterable[Heading]:
    for token in tokens:
        children = tuple(_headings(token["children"]))
        yield Heading(token["id"], token["name"], max(token["level"], 2), children)
