"""What has been added, changed and removed between two content folders."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.changes.folder import Folder
from generator.changes.kept import kept
from generator.load import Entry, Kind
from generator.models import Record
from generator.problems import has_errors

_MOST_PAIRS = 10_000
"""Removed records × added ones that are compared: who has moved more has moved a folder."""
_SAME = 0.5
"""From this part of its texts on, a record that has gone is thought to be the one that came."""
_OTHER = 0.3
"""Below this part of its texts, another record is thought to have been put in its place."""


@dataclass(frozen=True)
class Edited:
    """A record that says something else now: the titles of the fields that differ.

    `overwritten` tells that hardly anything of what it said is left.
    """

    before: Entry[Record]
    now: Entry[Record]
    fields: tuple[str, ...]
    overwritten: bool


@dataclass(frozen=True)
class Moved:
    """A record that lies elsewhere now."""

    before: Entry[Record]
    now: Entry[Record]


@dataclass(frozen=True)
class Changes:
    """Everything that differs. Files are named by their paths.

    `unread` are files of records that cannot be compared, because what is wrong with them hides
    what they say; in `reworded` nothing but the way of writing is another one.
    """

    added: tuple[Entry[Record], ...]
    edited: tuple[Edited, ...]
    moved: tuple[Moved, ...]
    removed: tuple[Entry[Record], ...]
    unread: tuple[str, ...]
    reworded: tuple[str, ...]
    files_added: tuple[str, ...]
    files_changed: tuple[str, ...]
    files_removed: tuple[str, ...]


def compare(before: Folder, now: Folder) -> Changes:
    """Compare two content folders; only files that differ are read."""
    paths = sorted(before.files | now.files)
    differing = [path for path in paths if before.bytes_of(path) != now.bytes_of(path)]
    records = [one for one in differing if before.is_record(one) or now.is_record(one)]
    unread = [path for path in records if _is_unread(before, path) or _is_unread(now, path)]
    readable = [path for path in records if path not in unread]
    old, new = _entries(before, readable), _entries(now, readable)
    gone = [entry for key, entry in old.items() if key not in new]
    come = [entry for key, entry in new.items() if key not in old]
    moved = tuple(_moved(gone, come))
    edited = tuple(_edited(old[key], new[key]) for key in old if key in new)
    changed = tuple(one for one in edited if one.fields)
    told = {entry.path for entry in (*gone, *come, *(one.now for one in changed))}
    others = [path for path in differing if path not in records]
    return Changes(
        added=_without(come, (one.now for one in moved)),
        edited=changed,
        moved=moved,
        removed=_without(gone, (one.before for one in moved)),
        unread=tuple(unread),
        reworded=tuple(path for path in readable if path not in told),
        files_added=tuple(path for path in others if path not in before.files),
        files_changed=tuple(path for path in others if path in before.files & now.files),
        files_removed=tuple(path for path in others if path not in now.files),
    )


def _is_unread(folder: Folder, path: str) -> bool:
    """Tell whether a record's file is there and gives no record for what is wrong with it."""
    reading = folder.reading(path)
    return path in folder.files and not reading.entries and has_errors(reading.problems)


def _entries(folder: Folder, paths: Iterable[str]) -> dict[tuple[Kind, str], Entry[Record]]:
    found = (entry for path in paths for entry in folder.reading(path).entries)
    return {(entry.kind, entry.id): entry for entry in found}


def _without(
    entries: Iterable[Entry[Record]], others: Iterable[Entry[Record]]
) -> tuple[Entry[Record], ...]:
    known = {id(entry) for entry in others}
    return tuple(entry for entry in entries if id(entry) not in known)


def _edited(before: Entry[Record], now: Entry[Record]) -> Edited:
    left = kept(before, now)
    return Edited(before, now, tuple(_fields(before, now)), left is not None and left < _OTHER)


def _fields(before: Entry[Record], now: Entry[Record]) -> Iterator[str]:
    """Yield the titles of the fields that differ, and of the text below them."""
    for name, info in type(now.record).model_fields.items():
        if getattr(before.record, name) != getattr(now.record, name):
            yield info.title or name
    if before.body != now.body:
        yield "Текст"


def _moved(gone: Iterable[Entry[Record]], come: Iterable[Entry[Record]]) -> Iterator[Moved]:
    """Yield the records that have gone from one place and come to another; each moves once."""
    gone, left = list(gone), list(come)
    if len(gone) * len(left) > _MOST_PAIRS:
        return
    for before in gone:
        alike = [(kept(before, one) or 0.0, one) for one in left if one.kind is before.kind]
        likeness, now = max(alike, key=lambda pair: pair[0], default=(0.0, before))
        if likeness >= _SAME:
            left.remove(now)
            yield Moved(before, now)
