"""The list of published addresses: one a line, made by the program, kept for ever.

    practices/ustnyy-schet/
    practices/staraya/  снято: автор отозвал согласие
    guide/kak/  перенесено: guide/record/

Lines that begin with # are comments. It is no record: plain text, read anew in every run.
"""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from generator.load.files import walk
from generator.load.layout import OWN_PAGES, PUBLISHED
from generator.load.suspicions import private_data
from generator.models.parts import name_in
from generator.problems import BadValue, Place, Problem, codes, report
from generator.shipped import guide_files
from generator.source import read_text
from generator.values.old_address import old_address

WITHDRAWN = "снято"
MOVED = "перенесено"
REASON_LIMIT = 300
"""Characters of a reason: one or two sentences."""

_MOST_TOLD = 50
"""Lines that are told of one by one: of a file of something else none is understood."""

_MARKDOWN = frozenset((".md", ".markdown", ".mdown", ".mkdn", ".mkd"))

_ADDRESS = re.compile(r"[^\s/?#\\]+(?:/[^\s/?#\\]+)*/?")
"""Looser than what the program writes: a hand-written page may have any name."""

_PLAIN = re.compile(r"(?:[a-z0-9_-]+/)+(?:[a-z0-9_-]+\.[a-z]+)?")
"""What nearly every line is: an address and nothing else."""


class Line(NamedTuple):
    """An address, and what is said of it: why it was withdrawn, or where it has moved."""

    address: str
    number: int
    reason: str = ""
    target: str = ""
    comments: tuple[str, ...] = ()
    """The comments above it, which stay with it."""

    @property
    def mark(self) -> str:
        """The word by which it is given up; empty for an address that is in use."""
        return WITHDRAWN if self.reason else MOVED if self.target else ""

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(PUBLISHED, self.number)


@dataclass(frozen=True)
class Published:
    """What the list says, and the hand-written pages by address: no record knows of either.

    `head` and `tail` are comments that belong to no line.
    """

    lines: tuple[Line, ...] = ()
    problems: tuple[Problem, ...] = ()
    head: tuple[str, ...] = ()
    tail: tuple[str, ...] = ()
    own_pages: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def addresses(self) -> frozenset[str]:
        """All addresses on the list."""
        return frozenset(line.address for line in self.lines)

    @cached_property
    def given_up(self) -> dict[str, Line]:
        """The lines of addresses that were withdrawn or moved."""
        return {line.address: line for line in self.lines if line.mark}


def read_published(content: Path) -> Published:
    """Read the list; a content folder without one publishes nothing yet."""
    own_pages = own_pages_of(content)
    if not os.path.lexists(content / PUBLISHED):
        return Published(own_pages=own_pages)
    text, problems = read_text(content / PUBLISHED, PUBLISHED)
    if [problem.code for problem in problems] == [codes.FILE_EMPTY.code]:
        problems = []
    return _parsed(text.split("\n"), problems, own_pages)


def own_pages_of(content: Path) -> dict[str, str]:
    """The hand-written pages and the files beside them: the path of each by its address.

    The guide that comes with the program is among them.
    """
    own = (path for path, regular in walk(str(content / OWN_PAGES), OWN_PAGES) if regular)
    guide = (f"{OWN_PAGES}{name}" for name in guide_files())
    return {_address_of(path): path for path in (*guide, *own)}


def _address_of(path: str) -> str:
    """The address that MkDocs gives a hand-written page or a file beside it.

    See https://www.mkdocs.org/user-guide/writing-your-docs/
    """
    folder, _, name = path.removeprefix(OWN_PAGES).rpartition("/")
    stem, _, suffix = name.rpartition(".")
    home = f"{folder}/" if folder else ""
    if f".{suffix}" not in _MARKDOWN:
        return f"{home}{name}"
    return home if stem in ("index", "README") else f"{home}{stem}/"


def _parsed(rows: list[str], problems: list[Problem], own_pages: dict[str, str]) -> Published:
    lines: list[Line] = []
    comments: list[str] = []
    head: tuple[str, ...] = ()
    for number, row in enumerate(rows, start=1):
        text = row.strip()
        if text.startswith("#"):
            comments.append(text)
        elif text:
            try:
                lines.append(_line(text, number, tuple(comments)))
            except BadValue as error:
                problems.append(report(error.code, Place(PUBLISHED, number), **error.words))
                if len(problems) >= _MOST_TOLD:
                    break
            comments = []
        elif not lines and comments:
            head, comments = (*head, *comments), []
    problems += _told_of(lines)
    return Published(tuple(lines), tuple(problems), head, tuple(comments), own_pages)


def _line(text: str, number: int, comments: tuple[str, ...]) -> Line:
    if _PLAIN.fullmatch(text):
        return Line(text, number, "", "", comments)
    address, _, rest = text.partition(" ")
    if "\t" in address:
        address, _, rest = text.partition("\t")
    if not _ADDRESS.fullmatch(address) or ".." in address.split("/"):
        raise BadValue(codes.ADDRESS_LINE, reason=f"«{address[:60]}» — не адрес страницы")
    word, colon, said = (part.strip() for part in rest.partition(":"))
    if not rest.strip():
        return Line(address, number, comments=comments)
    if word == WITHDRAWN and colon:
        return Line(address, number, reason=_reason(said), comments=comments)
    if word == MOVED and colon:
        return Line(address, number, target=old_address(said), comments=comments)
    raise BadValue(codes.ADDRESS_LINE, reason=f"«{rest.strip()[:60]}»")


def _reason(text: str) -> str:
    if not text:
        raise BadValue(codes.ADDRESS_LINE, reason=f"после «{WITHDRAWN}:» нет причины")
    if len(text) > REASON_LIMIT:
        raise BadValue(codes.TEXT_TOO_LONG, length=len(text), limit=REASON_LIMIT)
    for code, words in private_data(text):
        raise BadValue(code, **words)
    if name := name_in(text):
        raise BadValue(codes.ADDRESS_NAMES_SOMEBODY, value=name)
    return text


def _told_of(lines: list[Line]) -> Iterator[Problem]:
    """Yield what is untidy: addresses that stand twice, and the first that is out of order."""
    first: dict[str, Line] = {}
    before = ""
    for line in lines:
        if (other := first.setdefault(line.address, line)) is not line:
            words = {"address": line.address, "first": other.number}
            yield report(codes.ADDRESS_TWICE, line.place, **words)
    for line in lines:
        if line.address < before:
            yield report(codes.ADDRESS_ORDER, line.place)
            return
        before = line.address
