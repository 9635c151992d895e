"""Dead links, circles, contradictions: what is wrong with records that can each be read."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path

from generator.archive.aliases import aliases_twice, idle_aliases
from generator.archive.bodies import body_faults, dead_siblings
from generator.archive.contradictions import (
    contradictions,
    held_ahead,
    met_after_end,
    names_go_by_id,
)
from generator.archive.ground import Ground
from generator.archive.links import circle, dead_links, missing_files
from generator.archive.named import silenced_named, strangers_named
from generator.archive.needs import Needs, needs_of
from generator.archive.wrong import Wrong
from generator.load import Entry, Kind
from generator.load.reading import locate
from generator.models import Association, Record
from generator.problems import Place, Problem, report
from generator.source import Marks


def check_alone(entry: Entry[Record], content: Path) -> Iterator[Problem]:
    """Yield the problems of a record that show without looking at any other."""
    faults = (contradictions(entry), body_faults(entry), missing_files(entry), idle_aliases(entry))
    for found in faults:
        yield from _reported(found, content)


def check_together(
    ground: Ground, today: date | None, needs: Callable[[Entry[Record]], Needs] = needs_of
) -> Iterator[Problem]:
    """Yield the problems of records with each other; with a day, also minutes that lie ahead.

    Only records whose needs are not met are opened.
    """
    for entry in ground.index.all():
        if not ground.meets(needs(entry)):
            yield from _reported(_unmet(entry, ground), ground.content)
    for entry in ground.index.of(Kind.ASSOCIATION, Association).values():
        yield from _reported(circle(entry, ground), ground.content)
    yield from _reported(met_after_end(ground.relations), ground.content)
    yield from _reported(aliases_twice(ground.relations), ground.content)
    yield from silenced_named(ground)
    if today is not None:
        yield from _reported(held_ahead(ground.relations, today), ground.content)


def _unmet(entry: Entry[Record], ground: Ground) -> Iterator[Wrong]:
    yield from dead_links(entry, ground)
    yield from dead_siblings(entry, ground)
    yield from names_go_by_id(entry, ground)
    yield from strangers_named(entry, ground)


def _reported(faults: Iterable[Wrong], content: Path) -> Iterator[Problem]:
    """Lines are looked up only now, and only in files with a problem: good files need none."""
    marks: Callable[[str], Marks] = cache(lambda path: locate(content, path))
    for wrong in faults:
        entry = wrong.entry
        if wrong.line is not None:
            place = Place(entry.path, wrong.line)
        else:
            location = (*entry.within, *wrong.location)
            place = marks(entry.path).place(entry.path, location)
        yield report(wrong.code, place, **wrong.words)
