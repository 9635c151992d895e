"""Full names that stand in the texts of a record."""

from collections.abc import Iterator

from generator.load import Entry, Kind
from generator.load.private import full_names
from generator.models import Record
from generator.models.vocabulary.base import Vocabulary

Location = tuple[str | int, ...]

_BOOKS = frozenset({"sources"})
"""Fields in which authors of books stand."""


def names_in(entry: Entry[Record]) -> Iterator[tuple[Location, str]]:
    """Yield full names in the texts of a record, each with its place; in the body, its line."""
    if entry.kind in (Kind.PERSON, Kind.FALSE_ALARMS):
        return
    for location, text in _texts(entry.record, ()):
        if "ич" in text or "вн" in text:
            yield from ((location, name) for name in full_names(text))
    body = entry.body
    if "ич" in body or "вн" in body:
        for number, line in enumerate(body.split("\n")):
            yield from ((("", entry.body_line + number), name) for name in full_names(line))


def _texts(value: object, location: Location) -> Iterator[tuple[Location, str]]:
    """Yield the texts of a record; words of closed lists are none."""
    if isinstance(value, str):
        if not isinstance(value, Vocabulary):
            yield location, value
    elif isinstance(value, Record):
        for name, inner in value.__dict__.items():
            if inner and name not in _BOOKS:
                yield from _texts(inner, (*location, name))
    elif isinstance(value, tuple):
        for place, inner in enumerate(value):
            yield from _texts(inner, (*location, place))
