"""People named in prose: full names of nobody on record, and names that may not be shown."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from generator.archive.full_names import names_in
from generator.archive.ground import Ground
from generator.archive.wrong import Wrong
from generator.load import Entry, Kind
from generator.load.files import walk
from generator.load.layout import OWN_PAGES, room_of
from generator.models import Person, Record
from generator.problems import Place, Problem, codes, report
from generator.values.name_pattern import name_pattern

_OWN_NAME = re.compile(
    r"\b(?:surname|given_name|patronymic|genitive|dative|accusative|instrumental)[\"']?\s*:"
)
"""What a line of people.yml has in which somebody's own name stands."""
_PEOPLE = re.compile(r"people(?:/|\.yml$)")


def strangers_named(entry: Entry[Record], ground: Ground) -> Iterator[Wrong]:
    """Full names in prose that are nobody's on record: nobody knows whether there is a consent."""
    for location, name in names_in(entry):
        if not _on_record(name, ground):
            line = int(location[1]) if location[:1] == ("",) else None
            where = () if line else location
            yield Wrong(codes.STRANGER_NAMED, entry, where, {"value": name[:60]}, line)


def _on_record(name: str, ground: Ground) -> bool:
    people = ground.index.of(Kind.PERSON, Person).values()
    return any(
        pattern.fullmatch(name) for pattern in (_pattern(one.record) for one in people) if pattern
    )


def _pattern(person: Person) -> re.Pattern[str] | None:
    if not person.surname:
        return None
    return name_pattern(person.surname, person.given_name, person.patronymic)


def silenced_named(ground: Ground) -> Iterator[Problem]:
    """Names of people without a consent to be shown on pages, wherever they still stand.

    Only a run in which there are such people looks for them; it then reads all texts.
    """
    silenced = [_finder(entry.record) for entry in ground.relations.silenced.get(None, ())]
    if not silenced:
        return
    for path in _texts_of(ground.content):
        try:
            text = (ground.content / path).read_bytes().decode("utf-8", "replace")
        except OSError:
            continue  # the reading has told it
        folded = text.casefold().replace("ё", "е")
        for begins, find in silenced:
            if begins in folded:
                yield from find(path, text)


def _texts_of(content: Path) -> Iterator[str]:
    """The paths of all records and hand-written pages."""
    marks = room_of(Kind.FALSE_ALARMS).shape
    found = (path for path, plain in walk(str(content)) if plain and path.endswith(_TEXTS))
    yield from (path for path in found if path != marks)
    pages = (path for path, plain in walk(str(content / OWN_PAGES)) if plain)
    yield from (f"{OWN_PAGES}{path}" for path in pages if path.endswith(_TEXTS))


_TEXTS = (".yml", ".md")
_Find = Callable[[str, str], Iterator[Problem]]


def _finder(person: Person) -> tuple[str, _Find]:
    """How the surname begins in all its forms, and what finds it in a file's text."""
    surname = str(person.surname)
    pattern = name_pattern(surname, person.given_name, person.patronymic)
    begins = surname.casefold().replace("ё", "е")[: max(1, len(surname) - 3)]

    def find(path: str, text: str) -> Iterator[Problem]:
        for found in pattern.finditer(text):
            start = text.rfind("\n", 0, found.start()) + 1
            line = text[start : text.find("\n", found.start()) % (len(text) + 1)]
            if _PEOPLE.match(path) and _OWN_NAME.search(line):
                continue
            spot = Place(path, text.count("\n", 0, start) + 1, found.start() - start + 1)
            value = " ".join(found.group().split())[:60]
            yield report(codes.SILENCED_NAMED, spot, value=value)

    return begins, find
