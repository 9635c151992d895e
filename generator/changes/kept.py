"""How much of what a record said another one still says."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from generator.load import Entry
from generator.models import Record

_TELLING = 12
"""Characters from which a text tells one record from another: ids and dates recur in many."""
_ENOUGH = 3
"""Texts without which nothing can be said."""


def kept(before: Entry[Record], now: Entry[Record]) -> float | None:
    """The part of the texts of a record that stand in another one: from 0 to 1.

    None where the first one says too little to be missed.
    """
    said = _texts(before)
    if said.total() < _ENOUGH:
        return None
    return (said & _texts(now)).total() / said.total()


def _texts(entry: Entry[Record]) -> Counter[str]:
    values = _leaves(entry.record.model_dump(exclude_defaults=True))
    lines = (line.strip() for line in entry.body.splitlines())
    return Counter(text for text in (*values, *lines) if len(text) >= _TELLING)


def _leaves(value: Any) -> Iterator[str]:
    """Yield the texts of a record, however deep they stand."""
    if isinstance(value, dict):
        value = tuple(value.values())
    if isinstance(value, list | tuple):
        for part in value:
            yield from _leaves(part)
    elif isinstance(value, str):
        yield " ".join(value.split())
