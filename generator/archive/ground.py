"""What the checks of a record stand on: all records, their relations, and the ids in use."""

import difflib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.archive.index import Index
from generator.archive.needs import Needs
from generator.archive.relations import Relations
from generator.archive.tells import subject_key
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

    def meets(self, needs: Needs) -> bool:
        """Tell whether a record has what it needs; where this says no, it may still be in order."""
        return (
            self._known_keys.issuperset(needs.records)
            and all(key in self.relations.decisions for key in needs.decisions)
            and all(self.relations.is_one_item(key) for key in needs.plan_items)
            and self._surnames.isdisjoint(needs.no_surnames)
            and self._surnames_are_capitalised
            and not needs.full_names
        )

    def names(self, kind: Kind) -> Sequence[str]:
        """Every name of a kind, in order: for saying what was meant."""
        return self._names.get(kind, ())

    def alike(self, kind: Kind, name: str) -> str | None:
        """The name that is spelled most like another."""
        found = difflib.get_close_matches(name, self.names(kind), n=1, cutoff=0.7)
        return found[0] if found else None

    @cached_property
    def _known_keys(self) -> frozenset[str]:
        return frozenset(subject_key(kind, name) for kind, name in self.known)

    @cached_property
    def _surnames(self) -> frozenset[str]:
        return frozenset(self.relations.surnames.keys())

    @cached_property
    def _surnames_are_capitalised(self) -> bool:
        return not any(name[:1].islower() for name in self._surnames)

    @cached_property
    def _names(self) -> dict[Kind, list[str]]:
        names: dict[Kind, list[str]] = {}
        for kind, name in sorted(self.known):
            names.setdefault(kind, []).append(name)
        return names
