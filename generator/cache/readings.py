"""Files that were read before and have not changed are not read again."""

import os
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from sys import intern
from typing import Any, NamedTuple

from generator.archive.checks import check_alone
from generator.archive.groups import Told, put_together, relation_fact
from generator.archive.index import shelf_fact
from generator.archive.needs import Needs, needs_of
from generator.archive.tells import PlainTell, tells_of
from generator.cache.store import Pack, Spot, Stored
from generator.crew import spread
from generator.load import Entry, Kind, record_fact
from generator.load.files import Found, Tree, survey
from generator.load.loader import Readings, beside_of
from generator.load.reading import Reading, read
from generator.load.sealed import seal
from generator.models import Record
from generator.problems import Problem
from generator.values import SchoolYear

Identity = tuple[int, int, int, int]
"""Size, times of change (ns) and number of a file: what shows that nobody has touched it."""

_TOO_FRESH = 2_000_000_000
"""Nanoseconds. A file changed so shortly before it was read may change once more unnoticed."""


class Row(NamedTuple):
    """A record as the tables have it."""

    kind: str
    id: str
    within: tuple[str | int, ...]
    association: str
    year: str | None
    slug: str
    spot: tuple[int, int, bytes]
    tells: tuple[PlainTell, ...]
    needs: tuple[tuple[str, ...], ...]


class Kept(NamedTuple):
    """A file as the tables have it. Without an identity it is read again by the next run."""

    identity: Identity | None
    beside: tuple[tuple[str, Identity | None], ...]
    ids: tuple[str | None, ...] | None
    rows: tuple[Row, ...]


class Said(NamedTuple):
    """What a record tells of itself, and what it needs of others."""

    tells: tuple[PlainTell, ...]
    needs: Needs


class Fresh(NamedTuple):
    """A file just read: as it will be kept, and what is wrong with it."""

    kept: Kept
    problems: tuple[Problem, ...]


class KeptReadings:
    """The readings of all files: those of the last run, and those made in this one."""

    def __init__(
        self,
        table: dict[str, tuple[Any, ...]],
        pack: Pack,
        former: "KeptReadings | None" = None,
        only: frozenset[str] | None = None,
    ) -> None:
        self._old = former._new if former else {path: _kept(row) for path, row in table.items()}
        self._pack = pack
        self._new: dict[str, Kept] = {}
        self._said: dict[str, tuple[Said, ...]] = {}
        self._readings: Readings = {}
        self._told: Told | None = None
        self._tree: Tree | None = None
        self._former = former
        self.only = only if former and former.knows(only) else None
        """The only files that can have changed since the last run, where that is known."""

    def knows(self, paths: frozenset[str] | None) -> bool:
        """Tell whether all of these are records of this run."""
        return paths is not None and paths <= self._new.keys() and self._tree is not None

    def survey(self, content: Path) -> Tree:
        """Find the files of the records, unless it is known that they are the same."""
        known = self._former._tree if self._former and self.only is not None else None
        self._tree = known or survey(content)
        return self._tree

    def read_all(self, content: Path, tree: Tree) -> Readings:
        """Give the reading of every file; only what has changed is read."""
        root = str(content)
        readings: Readings = {}
        unread: list[Found] = []
        for found in tree.records:
            kept = self._old.get(found.path)
            if kept and self._is_same(kept, found.path, root, beside_of(found.path, tree)):
                readings[found.path] = self._reused(found.path, kept)
            else:
                unread.append(found)
        read_some = _reader(content, tree, self._pack)
        for found, fresh in zip(unread, spread(read_some, unread), strict=True):
            reading = self._taken(found.path, fresh.kept)
            readings[found.path] = replace(reading, problems=fresh.problems)
        self._readings = readings
        return readings

    def _is_same(self, kept: Kept, path: str, root: str, beside: tuple[str, ...]) -> bool:
        if kept.identity is None:
            return False
        if self.only is not None:
            return path not in self.only
        same = kept.identity == _identity(f"{root}/{path}")
        return same and kept.beside == _states(root, path, beside)

    def turned(self, only: frozenset[str] | None) -> "KeptReadings":
        """The same for another run of this process, which then opens nothing twice.

        With the paths of files, only these can have changed in the meantime.
        """
        done = self if self._readings else self._former or self
        done._former = None
        return KeptReadings({}, self._pack, done, only)

    def told(self) -> Told:
        """What all records tell, put together again only where that has changed."""
        former = self._former._told if self._former else None
        paths = {*self._old, *self._new}
        if former is not None and all(self._tells_the_same(path) for path in paths):
            self._told = former
        else:
            said = chain.from_iterable(self._said.values())
            self._told = put_together(chain.from_iterable(one.tells for one in said))
        return self._told

    def _tells_the_same(self, path: str) -> bool:
        old, new = self._old.get(path), self._new.get(path)
        if old is new:
            return True
        return bool(old and new) and _tells(old) == _tells(new)  # type: ignore[arg-type]

    def needs(self, entry: Entry[Any]) -> Needs:
        """What a record needs of others."""
        return self._of(entry).needs

    def _of(self, entry: Entry[Any]) -> Said:
        return self._said[entry.path][int(entry.within[-1]) if entry.within else 0]

    def changed(self) -> Iterator[str]:
        """Yield the facts about records that are no longer what they were in the last run."""
        for path in {*self._old, *self._new}:
            old, new = self._old.get(path), self._new.get(path)
            if old is not new:
                yield from _difference(old.rows if old else (), new.rows if new else ())

    def table(self) -> dict[str, tuple[Any, ...]]:
        """All of it as plain values."""
        return {
            path: (kept.identity, kept.beside, kept.ids, tuple(map(_plain, kept.rows)))
            for path, kept in self._new.items()
        }

    @property
    def live(self) -> int:
        """The bytes of all records that are still of use."""
        return sum(row.spot[1] for kept in self._new.values() for row in kept.rows)

    def _reused(self, path: str, kept: Kept) -> Reading:
        if self._former is None:
            return self._taken(path, kept)
        self._new[path], self._said[path] = kept, self._former._said[path]
        return self._former._readings[path]

    def _taken(self, path: str, kept: Kept) -> Reading:
        self._new[path] = kept
        self._said[path] = tuple(Said(row.tells, Needs(*row.needs)) for row in kept.rows)
        return Reading(tuple(self._entry(path, row) for row in kept.rows), (), kept.ids)

    def _entry(self, path: str, row: Row) -> Entry[Record]:
        return Entry(
            kind=Kind(row.kind),
            id=row.id,
            path=path,
            holder=Stored(self._pack, Spot(*row.spot)),
            within=row.within,
            association=row.association,
            year=SchoolYear.parse(row.year) if row.year else None,
            slug=row.slug,
        )


def _reader(content: Path, tree: Tree, pack: Pack) -> Callable[[Sequence[Found]], list[Fresh]]:
    def read_some(some: Sequence[Found]) -> list[Fresh]:
        return [_fresh(content, found, beside_of(found.path, tree), pack) for found in some]

    return read_some


def _fresh(content: Path, found: Found, beside: tuple[str, ...], pack: Pack) -> Fresh:
    """Read a file, check what can be checked of it alone, and put its records away."""
    now = time.time_ns()
    identity = _identity(f"{content}/{found.path}")
    states = _states(str(content), found.path, beside)
    reading = read(content, found, beside)
    alone = chain.from_iterable(check_alone(entry, content) for entry in reading.entries)
    problems = (*reading.problems, *alone)
    times = [max(one[1:3]) for one in (identity, *(state for _, state in states)) if one]
    sure = not problems and max(times, default=now) < now - _TOO_FRESH
    rows = tuple(_row(entry, pack) for entry in reading.entries)
    return Fresh(Kept(identity if sure else None, states, reading.rows, rows), problems)


def _identity(file: str) -> Identity | None:
    try:
        status = os.lstat(file)
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino


def _states(
    root: str, path: str, beside: tuple[str, ...]
) -> tuple[tuple[str, Identity | None], ...]:
    """The files beside a record with what shows that nobody has touched them."""
    folder = f"{root}/{path.rpartition('.')[0]}"
    return tuple((name, _identity(f"{folder}/{name}")) for name in beside)


def _row(entry: Entry[Record], pack: Pack) -> Row:
    """Put a record away, with one object for each name: thousands name the same people."""
    spot = pack.append(seal(entry.holder.open()))
    return Row(
        kind=entry.kind.value,
        id=entry.id,
        within=entry.within,
        association=entry.association,
        year=str(entry.year) if entry.year else None,
        slug=entry.slug,
        spot=(spot.offset, spot.length, spot.digest),
        tells=tuple((intern(name), intern(key), value) for name, key, value in tells_of(entry)),
        needs=tuple(tuple(map(intern, names)) for names in needs_of(entry)),
    )


def _plain(row: Row) -> tuple[Any, ...]:
    return tuple(row)


def _kept(row: tuple[Any, ...]) -> Kept:
    identity, beside, ids, rows = row
    return Kept(identity, beside, ids, tuple(Row(*one) for one in rows))


def _tells(kept: Kept) -> tuple[tuple[PlainTell, ...], ...]:
    return tuple(row.tells for row in kept.rows)


def _difference(old: tuple[Row, ...], new: tuple[Row, ...]) -> Iterator[str]:
    """Yield the facts in which two states of a file differ."""
    before, after = ({(row.kind, row.id): row.spot[2] for row in rows} for rows in (old, new))
    for kind, id_ in before.keys() | after.keys():
        if before.get((kind, id_)) != after.get((kind, id_)):
            yield record_fact(Kind(kind), id_)
        if ((kind, id_) in before) is not ((kind, id_) in after):
            yield shelf_fact(Kind(kind))
    told, tells = (set(chain.from_iterable(row.tells for row in rows)) for rows in (old, new))
    for relation, key, _ in told ^ tells:
        yield relation_fact(relation, key)
