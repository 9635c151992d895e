"""What can only be seen with all records in hand: dead links, circles, contradictions."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path

from generator.archive.bodies import body_faults
from generator.archive.contradictions import contradictions, held_ahead
from generator.archive.ground import Ground
from generator.archive.links import circle, dead_links
from generator.archive.wrong import Wrong
from generator.load import Entry
from generator.load.reading import locate
from generator.models import Record
from generator.problems import Place, Problem, report
from generator.source import Marks

Marker = Callable[[str], Marks]


def check_entry(entry: Entry[Record], ground: Ground) -> Iterator[Problem]:
    """Yield every problem of one record with the others, with the line of the field at fault."""
    yield from _reported(_faults(entry, ground), ground.content)


def check_day(ground: Ground, today: date) -> Iterator[Problem]:
    """Yield the problems that hang on what day it is."""
    yield from _reported(held_ahead(ground.relations, today), ground.content)


def _faults(entry: Entry[Record], ground: Ground) -> Iterator[Wrong]:
    yield from dead_links(entry, ground)
    yield from circle(entry, ground)
    yield from body_faults(entry, ground)
    yield from contradictions(entry, ground)


def _reported(faults: Iterable[Wrong], content: Path) -> Iterator[Problem]:
    """Lines are looked up only now, and only in files with a problem: good files need none."""
    marks: Marker = cache(lambda path: locate(content, path))
    for wrong in faults:
        entry = wrong.entry
        if wrong.line is not None:
            place = Place(entry.path, wrong.line)
        else:
            location = (*entry.within, *wrong.location)
            place = marks(entry.path).place(entry.path, location)
        yield report(wrong.code, place, **wrong.words)
