"""The handout of a practice: which sections of its card stand on one sheet for a seminar.

The handout is the view «handout» of the card's page, so nothing is written twice. Its sections are
taken in the order of importance while the sheet has room for them; a section stands on it whole
or not at all. How much room a text takes is reckoned for Times New Roman and what `print.css` lays
out, with a little to spare.
"""

import re
from collections.abc import Iterable, Sequence
from math import ceil
from typing import NamedTuple

from generator.models import Practice
from generator.pages.names import Shown
from generator.text import paragraphs

SHEET = 50.0
"""Lines of 12 points, 1.2 times as high, between the margins of a sheet. Heights are in lines."""
_FOOT = 8.0
"""The foot with its QR code, and what keeps it apart."""
_LEFT_OUT = 3.0
"""The words of what did not fit, and where it stands."""
_HEADING = 1.6
_PARAGRAPH, _POINT, _ROW = 0.4, 0.2, 0.4
"""What stands between paragraphs, points of a list, and rows of a table."""

_WIDE = re.compile(r"[A-ZА-ЯЁжмфшщыюmw—№%]")
_NARROW = re.compile(r"[\s.,:;!()|/iltfjr-]")
"""Letters that take half as much again as «о» does, and those that take half of it."""
_WIDTH, _COLUMN, _NAME, _VALUE, _TITLE = 84, 36, 58, 14, 62
"""How many «о» stand in a line: of a paragraph, a point in two columns, the name of a result and
its value, the title."""
_LABEL = "о" * 14
"""As long as the name of a fact or a section is, more or less; it stands in the same line."""


class Section(NamedTuple):
    """A part of the handout: its name in the template, what a reader calls it, its height."""

    name: str
    title: str
    height: float


class Handout(NamedTuple):
    """What stands on the sheet, and the titles of what should but does not fit."""

    shown: frozenset[str]
    left_out: tuple[str, ...]

    def views(self, name: str) -> str:
        """In which views of the page a section stands: in all, or only where there is room."""
        return "" if name in self.shown else "full"


def handout_of(
    practice: Practice,
    authors: Iterable[Shown],
    organisation: str | None,
    around: Iterable[str | None],
) -> Handout:
    """Choose what stands on the handout of a practice.

    `around` is what stands on every handout: the licence, the notice of a demonstration.
    """
    people = [f"{one.full_name} {one.place}" if one.full_name else one.line for one in authors]
    sections = _sections(practice, [*people, *filter(None, [organisation])])
    left = (
        SHEET - _FOOT - _head(practice) - sum(lines(text, _WIDTH) + 0.6 for text in around if text)
    )
    if sum(section.height for section in sections) > left:
        left -= _LEFT_OUT
    shown, left_out = set(), []
    for section in sections:
        if section.height <= left:
            shown.add(section.name)
            left -= section.height
        else:
            left_out.append(section.title)
    return Handout(frozenset(shown), tuple(left_out))


def lines(text: str, width: int) -> int:
    """How many lines a text takes where so many «о» fit in one; words stay whole."""
    room = width * len(text) / _length(text) if text else width
    number, taken = 1, 0.0
    for word in text.split():
        if taken + len(word) > room and taken:
            number, taken = number + 1, 0.0
        number += ceil(len(word) / room) - 1  # a word longer than a line is broken
        taken += len(word) % room + 1
    return number


def _length(text: str) -> float:
    """The length of a text, in «о»."""
    return len(text) + (len(_WIDE.findall(text)) - len(_NARROW.findall(text))) / 2


def _head(practice: Practice) -> float:
    """What always stands at the top: the title, and three words on what the practice is."""
    return 1.3 * lines(practice.title, _TITLE) + 1.6


def _sections(practice: Practice, people: Sequence[str]) -> tuple[Section, ...]:
    """What may stand on the handout, the most important first."""
    return (
        Section("authors", "авторы", sum(lines(f"{_LABEL} {one}", _WIDTH) for one in people)),
        Section("whom", "для кого", _packed(_whom(practice))),
        Section("summary", "суть", _prose(practice.summary)),
        Section("stages", "этапы", _columns(_steps(practice))),
        Section("results", "результаты", _results(practice)),
        Section("resources", "что понадобится", _run_in("; ".join(practice.resources))),
        Section("replication", "как перенять", _run_in(practice.replication)),
        Section("labour", "трудоёмкость", _run_in(practice.labour_intensity)),
    )


def _whom(practice: Practice) -> list[str]:
    """For whom the practice is, and how long it takes: one text for each fact."""
    return [
        ", ".join(practice.subjects),
        ", ".join(level.label for level in practice.education_levels),
        ", ".join(practice.grades),
        practice.age or "",
        practice.time_required or "",
    ]


def _steps(practice: Practice) -> list[str]:
    """A stage in short: its title and how long it takes; what has no title says its text."""
    return [
        f"{stage.title or ''} {stage.duration or ''} {'' if stage.title else stage.text}"
        for stage in practice.stages
    ]


def _prose(text: str) -> float:
    return sum(lines(part, _WIDTH) + _PARAGRAPH for part in paragraphs(text))


def _run_in(text: str | None) -> float:
    """A text that begins in the line of its heading."""
    return _prose(f"{_LABEL} {text}") if text else 0


def _packed(values: Iterable[str]) -> float:
    """Facts with their names, as many in a line as fit; a longer one has lines of its own."""
    number, taken = 0, float(_WIDTH)
    for fact in (f"{_LABEL} {value}" for value in values if value):
        if taken + _length(fact) > _WIDTH:
            number, taken = number + lines(fact, _WIDTH), 0.0
        taken += _length(fact) + 3
    return number + _PARAGRAPH


def _columns(texts: Sequence[str]) -> float:
    """A list in two columns under its heading; no point of it is broken."""
    heights = [lines(text, _COLUMN) + _POINT for text in texts]
    return _HEADING + sum(heights) / 2 + max(heights) if heights else 0


def _results(practice: Practice) -> float:
    """A table of three columns under its heading and its own head, without the proofs."""
    rows = [
        max(
            lines(f"{row.name}, {row.year or ''}", _NAME),
            lines(f"{row.previous or ''} {row.unit or ''}", _VALUE),
            lines(f"{row.value or ''} {row.unit or ''}", _VALUE),
        )
        for row in practice.results
    ]
    return _HEADING + sum(rows) + (len(rows) + 1) * _ROW + 1.5 if rows else 0
