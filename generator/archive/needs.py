"""What a record needs of the others to be in order: all that can be asked without opening it.

As long as the needs are met, nobody has to look at the record again to know that its references
lead somewhere. Where they are not, checks.py looks, and says what is wrong.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from generator.archive.full_names import names_in
from generator.archive.index import decision_id, meeting_id
from generator.archive.tells import subject_key
from generator.load import Entry, Kind
from generator.models import Party, Record
from generator.models.references import Reference, Target, parts_of, references
from generator.source import SIBLING, links_in

_WITHIN = {Target.DECISION: Kind.MEETING, Target.PLAN_ITEM: Kind.PLAN}
"""What stands inside a record of another kind, under a number of its own."""
KINDS: dict[Target, Kind] = {target: _WITHIN.get(target) or Kind(target.value) for target in Target}


class Needs(NamedTuple):
    """Names of records that must be there, decisions that must have been taken, capitalised words
    that must not be the surname of somebody on record, items that must stand in a plan, and full
    names in prose that should be those of people on record."""

    records: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()
    no_surnames: tuple[str, ...] = ()
    plan_items: tuple[str, ...] = ()
    full_names: tuple[str, ...] = ()


def needs_of(entry: Entry[Record]) -> Needs:
    """What a record needs."""
    records: set[str] = set()
    numbered: dict[Target, set[str]] = {target: set() for target in _WITHIN}
    for reference in references(entry.record):
        key = full_id(reference, entry)
        name, _, number = key.partition("#")
        records.add(subject_key(KINDS[reference.target], name))
        if number:
            numbered[reference.target].add(key)
    for target, _ in links_in(entry.body):
        if sibling := SIBLING.fullmatch(target):
            records.add(subject_key(Kind.PRACTICE, sibling[1]))
    words = {word for _, word in words_of(entry, capitalised=True)}
    decisions, items = (tuple(sorted(numbered[target])) for target in _WITHIN)
    named = dict.fromkeys(name for _, name in names_in(entry))
    return Needs(tuple(sorted(records)), decisions, tuple(sorted(words)), items, tuple(named))


def words_of(
    entry: Entry[Record], *, capitalised: bool = False
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield the words by which a record describes people, each with its place."""
    for party, location in parts_of(entry.record, Party):
        for text in (party.position, party.group):
            for word in text.split() if text else ():
                if capitalised and word[0].islower():
                    continue
                if bare := word.strip(",.;()"):
                    yield location, bare


def full_id(reference: Reference, home: Entry[Any]) -> str:
    """What is named, with the folder that a short name leaves out."""
    if reference.target is Target.DECISION and home.year:
        return decision_id(reference.value, home)
    by_date = KINDS[reference.target] is Kind.MEETING
    return meeting_id(reference.value, home) if by_date and home.year else reference.value
