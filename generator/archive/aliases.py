"""Former addresses of records: what is wrong with them before anybody knows what stands where."""

from collections.abc import Iterator

from generator.archive.relations import Relations
from generator.archive.tells import is_public
from generator.archive.wrong import Wrong
from generator.load import Entry
from generator.models import Record
from generator.problems import codes


def idle_aliases(entry: Entry[Record]) -> Iterator[Wrong]:
    """A record without a page of its own for the public: nothing can lead to it."""
    aliases = getattr(entry.record, "aliases", ())
    if not aliases or is_public(entry.record):
        return
    for place, alias in enumerate(aliases):
        yield Wrong(codes.ALIAS_IDLE, entry, ("aliases", place), {"address": alias})


def aliases_twice(relations: Relations) -> Iterator[Wrong]:
    """An old address leads to one record; the first that names it keeps it."""
    for alias in sorted(relations.aliases.keys()):
        (first, _), *others = relations.aliases[alias]
        for entry, place in others:
            words: dict[str, object] = {"address": alias, "other": first.path}
            yield Wrong(codes.ALIAS_TWICE, entry, ("aliases", place), words)
