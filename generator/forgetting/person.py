"""Who is to be forgotten, found by id or by any form of the name; and what tells of the name."""

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import count

from generator.archive.facets import slug_of
from generator.load import Entry, Kind
from generator.models import Person, Record
from generator.values.name_pattern import name_pattern

_ALIKE = 0.75
"""How near a part of an id is to a name in Latin letters, where there are many ways to write it."""
_SHORTEST = 3
"""Letters of a name in Latin letters that may be looked for: shorter ones stand in any word."""
_NEUTRAL = "person-"


class UnknownPersonError(Exception):
    """Nobody is called so, or several are; the sentence, without a full stop, says what to do."""


@dataclass(frozen=True)
class Subject:
    """Somebody who is to be forgotten."""

    entry: Entry[Person]

    @property
    def id(self) -> str:
        """The id under which other records name this person."""
        return self.entry.id

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Surname, given name, patronymic: those that are on record."""
        person = self.entry.record
        return tuple(filter(None, (person.surname, person.given_name, person.patronymic)))

    @cached_property
    def patterns(self) -> tuple[re.Pattern[str], ...]:
        """What finds the name in prose, in any case form; the forms on record; Latin letters."""
        person = self.entry.record
        found = [_pattern(person)] if person.surname else []
        forms = person.name_forms.model_dump().values() if person.name_forms else ()
        found += [re.compile(_loose(form)) for form in forms if form]
        latin = slug_of(person.surname) if person.surname else ""
        if len(latin) >= _SHORTEST:
            found.append(re.compile(rf"(?<![a-z]){re.escape(latin)}(?![a-z])", re.IGNORECASE))
        return tuple(found)

    @cached_property
    def id_pattern(self) -> re.Pattern[str]:
        """The id as a word of its own."""
        return re.compile(rf"(?<![\w-]){re.escape(self.id)}(?![\w-])")

    @property
    def id_tells_name(self) -> bool:
        """Tell whether the id is made of the name: «ivanova-anna»."""
        slugs = [part for name in self.names for part in slug_of(name).split("-")]
        return any(
            difflib.SequenceMatcher(None, part, slug).ratio() >= _ALIKE
            for part in self.id.split("-")
            for slug in slugs
        )


def neutral_id(taken: Iterable[str]) -> str:
    """The first id of the kind «person-17» that nobody has."""
    known = frozenset(taken)
    return next(name for number in count(1) if (name := f"{_NEUTRAL}{number}") not in known)


def find_subject(entries: Iterable[Entry[Record]], wanted: str) -> Subject:
    """Find a person by id, or by a name in any form. Raises UnknownPersonError."""
    people: list[Entry[Person]] = [one for one in entries if one.kind is Kind.PERSON]  # type: ignore[misc]
    text = " ".join(wanted.split())
    found = [one for one in people if one.id == text] or [
        one for one in people if one.record.surname and _pattern(one.record).fullmatch(_named(text))
    ]
    if len(found) == 1:
        return Subject(found[0])
    if found:
        ids = ", ".join(one.id for one in found)
        raise UnknownPersonError(f"так зовут нескольких, назовите обозначение: {ids}")
    near = difflib.get_close_matches(text, [one.id for one in people], n=3)
    more = f"; похожие обозначения: {', '.join(near)}" if near else ""
    raise UnknownPersonError(f"среди людей (people.yml) такого нет{more}")


def _named(text: str) -> str:
    """A name as it is written: «иванова анна» begins each word with a capital letter."""
    return re.sub(r"(?<![^\W\d_])[^\W\d_]", lambda found: found.group().upper(), text)


def _pattern(person: Person) -> re.Pattern[str]:
    return name_pattern(person.surname or "", person.given_name, person.patronymic)


def _loose(text: str) -> str:
    """A text with any space between its words."""
    return r"\s+".join(map(re.escape, text.split()))
