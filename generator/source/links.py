"""The links that a Markdown body names, and which forms a link may have."""

import re
from collections.abc import Iterator

SIBLING = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)\.md(#.*)?")
"""Another record of the same folder, by its file: `schitaem-v-ume.md`."""

BESIDE = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*\.[a-z0-9]{2,5}")
"""A file in the folder beside the record: `rabochiy-list.pdf`."""

OUTWARD = ("https://", "http://", "mailto:", "#")
"""How a link begins that leads out of the site, or to a heading of the same page."""

_FENCE = re.compile(r"^\s*(?:```|~~~)")
_CODE = re.compile(r"`[^`]*`")
_INLINE = re.compile(r"\]\(\s*<?([^\s)>]+)")
_DEFINITION = re.compile(r"^\s{0,3}\[[^\]]+\]:\s*<?([^\s>]+)")
_NAMED = re.compile(r"^\s{0,3}\[([^\]]+)\]:\s*<?([^\s>]+)")
_PICTURE = re.compile(r"!\[([^\]]*)\](?:\(\s*<?([^\s)>]+)|(\[[^\]]*\])?)")


def links_in(body: str) -> Iterator[tuple[str, int]]:
    """Yield each link's target and the number of its line, from 0; code is passed over."""
    if "]" not in body:
        return
    for number, text in _lines(body):
        for pattern in (_INLINE, _DEFINITION):
            for target in pattern.findall(text):
                yield target, number


def pictures_in(body: str) -> Iterator[tuple[str, str, int]]:
    """Yield each picture's words and target, and the number of its line, from 0."""
    if "![" not in body:
        return
    lines = list(_lines(body))
    named = {found[1].casefold(): found[2] for _, text in lines if (found := _NAMED.match(text))}
    for number, text in lines:
        for words, target, name in _PICTURE.findall(text):
            where = target or named.get((name.strip("[]") or words).casefold())
            if where:
                yield words, where, number


def _lines(body: str) -> Iterator[tuple[int, str]]:
    """Yield the lines in which a link may stand, without the code in them."""
    fenced = False
    for number, line in enumerate(body.split("\n")):
        if _FENCE.match(line):
            fenced = not fenced
        elif not fenced and "]" in line:
            yield number, _CODE.sub("", line)
