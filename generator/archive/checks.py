"""What can only be seen with all records in hand: dead links, circles, contradictions."""

from collections.abc import Iterator
from datetime import date
from functools import cache

from generator.archive.bodies import body_faults
from generator.archive.contradictions import contradictions, held_ahead
from generator.archive.index import Index
from generator.archive.links import circles, dead_links
from generator.archive.wrong import Wrong
from generator.load import Loaded
from generator.load.loader import locate
from generator.problems import Place, Problem, report
from generator.source import Marks


def check(index: Index, loaded: Loaded, today: date | None) -> Iterator[Problem]:
    """Yield every problem between records, with the line of the field at fault.

    Lines are looked up only now, and only in files with a problem: good files need none.
    """

    @cache
    def marks(path: str) -> Marks:
        return locate(loaded.content, path)

    for wrong in _all(index, loaded, today):
        entry = wrong.entry
        location = (*entry.within, *wrong.location)
        if wrong.line is not None:
            place = Place(entry.path, wrong.line)
        else:
            place = marks(entry.path).place(entry.path, location)
        yield report(wrong.code, place, **wrong.words)


def _all(index: Index, loaded: Loaded, today: date | None) -> Iterator[Wrong]:
    yield from dead_links(index, loaded)
    yield from circles(index)
    yield from body_faults(index, loaded.known)
    yield from contradictions(index)
    if today is not None:
        yield from held_ahead(index, today)
