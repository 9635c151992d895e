"""Which record may stand now where another stood: one that is new, and named or titled alike."""

import difflib
from collections.abc import Iterable

from slugify import slugify

from generator.load import Entry
from generator.models import Record
from generator.publication.known import Known

TITLES = 200
"""New records whose titles are looked at: for more of them it would take long."""
_LIKE = 0.5

Fresh = dict[str, list[tuple[str, Entry[Record]]]]
"""Records by the folder of their address, each with the last part of it."""


def fresh_records(entries: dict[str, Entry[Record]], known: Known, listed: Iterable[str]) -> Fresh:
    """The records whose addresses nobody has published yet."""
    found: Fresh = {}
    for where in sorted(known.standing.intersection(entries).difference(listed)):
        folder, name = _split(where)
        found.setdefault(folder, []).append((name, entries[where]))
    return found


def guess(where: str, fresh: Fresh) -> Entry[Record] | None:
    """The record that was most likely at an address: the only new one of its folder, or the one
    that is named most alike."""
    folder, name = _split(where)
    there = fresh.get(folder, [])
    if len(there) == 1:
        return there[0][1]
    names = dict(reversed(there))
    if len(there) <= TITLES:
        names = {_titled(entry): entry for entry in names.values()} | names
    alike = difflib.get_close_matches(name, names, n=1, cutoff=_LIKE) or _of_same_words(name, names)
    return names[alike[0]] if alike else None


def _of_same_words(name: str, names: Iterable[str]) -> list[str]:
    """The name that has the most words in common with another, where any has one."""
    words = set(name.split("-"))
    shared = {other: len(words.intersection(other.split("-"))) for other in names}
    best = max(shared, key=lambda other: (shared[other], other), default=None)
    return [best] if best is not None and shared[best] else []


def _split(where: str) -> tuple[str, str]:
    folder, _, name = where.removesuffix("/").rpartition("/")
    return folder, name


def _titled(entry: Entry[Record]) -> str:
    """A record's title as an address would have it."""
    return slugify(str(getattr(entry.record, "title", None) or ""))
