"""What the checks of a record stand on: all records, their relations, and the ids in use."""

import difflib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.archive.index import Index
from generator.archive.relations import Relations
from generator.load import Kind, record_fact
from generator.reads import note


@dataclass(frozen=True)
class Ground:
    """Everything on record.

    `known` also has the ids of records that could not be read; of the kinds in `unsure` not even
    the ids are all known.
    """

    content: Path
    index: Index
    relations: Relations
    known: frozenset[tuple[Kind, str]]
    unsure: frozenset[Kind]

    def knows(self, kind: Kind, name: str) -> bool:
        """Tell whether there is a record of this name, be it one that could not be read."""
        note(record_fact(kind, name))
        return (kind, name) in self.known

    def names(self, kind: Kind) -> Sequence[str]:
        """Every name of a kind, in order: for saying what was meant."""
        return self._names.get(kind, ())

    def alike(self, kind: Kind, name: str) -> str | None:
        """The name that is spelled most like another."""
        found = difflib.get_close_matches(name, self.names(kind), n=1, cutoff=0.7)
        return found[0] if found else None

    @cached_property
    def _names(self) -> dict[Kind, list[str]]:
        names: dict[Kind, list[str]] = {}
        for kind, name in sorted(self.known):
            names.setdefault(kind, []).append(name)
        return names
