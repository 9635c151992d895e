"""The graph of a page: its nodes, the names by which they know each other, and how it is written.

Texts stand here as records have them, in one line: typography is for people.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.load import Entry
from generator.models import Record
from generator.pages.addresses import address
from generator.pages.page import relative

Node = dict[str, Any]
"""A thing with its type and properties, or only the id by which another node is meant."""

_HARMLESS = {
    "<": "\\u003c",
    ">": "\\u003e",
    "&": "\\u0026",
    "\u2028": "\\u2028",
    "\u2029": "\\u2029",
}
"""No text may end the script, begin a comment in it or be a line's end to an older reader."""


@dataclass(frozen=True, slots=True)
class Here:
    """The page on which a graph stands.

    `base` is the site's own address, empty where it is not known; `changed` is the day on which
    the page's record last changed.
    """

    address: str
    base: str = ""
    changed: date | None = None

    def to(self, target: str) -> str:
        """Another address of the site: in full where that is known, else the way from here."""
        if self.base:
            return f"{self.base}{target}"
        if target.startswith(self.address):
            return target[len(self.address) :] or "./"
        return relative(self.address, target)


About = Callable[[Here], Iterable[Node]]
"""Says what a page is about."""


def node(type_: str, id_: str = "", **properties: Any) -> Node:
    """A thing with those properties that are known."""
    made: Node = {"@type": type_, "@id": id_} if id_ else {"@type": type_}
    for name, value in properties.items():
        kind = type(value)
        if kind is str:
            if value:
                made[name] = one_line(value)
        elif kind is list:
            if value:
                made[name] = [one_line(v) if type(v) is str else v for v in value]
        elif value is not None:
            made[name] = value
    return made


def one_line(text: str) -> str:
    """A text without breaks, with plain spaces only."""
    return " ".join(text.split())


def identity(entry: Entry[Record]) -> str:
    """The address that stands for a record itself, whichever page tells of it."""
    where = address(entry)
    return where if "#" in where else f"{where}#{entry.kind.value}"


def script(nodes: Iterable[Node]) -> str:
    """The graph as a script for the page; nothing for no nodes."""
    graph = list(nodes)
    if not graph:
        return ""
    text = json.dumps(
        {"@context": "https://schema.org", "@graph": graph},
        ensure_ascii=False,
        separators=(",", ":"),
    )
    for char, escape in _HARMLESS.items():
        text = text.replace(char, escape)
    return f'<script type="application/ld+json">{text}</script>\n'
