"""By what practices are chosen, and what each of them says there.

All of it is read from one record alone: it is told with the record (tells.py), so that no list of
practices opens any of them.
"""

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from slugify import slugify

from generator.models import Practice
from generator.problems import BadValue
from generator.values import SchoolYear
from generator.values.grades import single_grades


class FacetName(StrEnum):
    """The facets under the names that addresses, files and the search have for them."""

    SUBJECT = "subject"
    EDUCATION = "education"
    GRADE = "grade"
    TYPE = "type"
    LEVEL = "level"
    DIRECTION = "direction"
    ASSOCIATION = "association"
    YEAR = "year"
    KEYWORD = "keyword"


LISTED = (
    FacetName.SUBJECT,
    FacetName.EDUCATION,
    FacetName.GRADE,
    FacetName.LEVEL,
    FacetName.ASSOCIATION,
    FacetName.YEAR,
)
"""The facets of which each value has a list of its practices, a page of its own."""


class Said(NamedTuple):
    """A value of a facet: what is the same for all who mean it, and how this record writes it."""

    key: str
    writing: str


Values = tuple[tuple[Said, ...], ...]
"""The values of a practice, a tuple for each facet in the order of `FacetName`."""


class Face(NamedTuple):
    """What lists show of a practice; `day` is the one by which it counts as new, or empty."""

    title: str
    summary: str
    day: str
    subjects: tuple[str, ...]
    grades: tuple[str, ...]
    age: str
    level: str


class Browsed(NamedTuple):
    """A published practice, as far as it is chosen and put in order."""

    day: str
    id: str
    title: str
    values: Values


class Filed(NamedTuple):
    """A published practice under a value; `place` is that of the value among those it has."""

    day: str
    id: str
    key: str
    writing: str
    place: int


FiledRow = tuple[str, str, str, str, int]
"""The same, plain: for whoever goes through all of them, since there are a dozen of each."""


def face_of(practice: Practice) -> Face:
    """What lists show of a practice."""
    return Face(
        title=practice.title,
        summary=practice.summary,
        day=practice_day(practice),
        subjects=practice.subjects,
        grades=practice.grades,
        age=practice.age or "",
        level=practice.level.label,
    )


def practice_day(practice: Practice) -> str:
    """The day by which a practice counts as new; empty where none is known."""
    day = practice.created_on or (practice.bank.included_on if practice.bank else None)
    return day.isoformat() if day else ""


def values_of(practice: Practice) -> Values:
    """What a practice says under each facet."""
    found = {
        FacetName.SUBJECT: _texts(practice.subjects),
        FacetName.EDUCATION: _codes(practice.education_levels),
        FacetName.GRADE: _texts(one for text in practice.grades for one in single_grades(text)),
        FacetName.TYPE: _codes((practice.type,)),
        FacetName.LEVEL: _codes((practice.level,)),
        FacetName.DIRECTION: _direction(practice),
        FacetName.ASSOCIATION: _codes(filter(None, (practice.association,))),
        FacetName.YEAR: _year(practice_day(practice)),
        FacetName.KEYWORD: _texts(practice.keywords),
    }
    return tuple(found[name] for name in FacetName)


def _texts(texts: Iterable[str]) -> tuple[Said, ...]:
    """Values that people write freely, each once."""
    found: dict[str, str] = {}
    for text in texts:
        found.setdefault(folded(text), text)
    return tuple(Said(*pair) for pair in found.items())


def _codes(values: Iterable[str]) -> tuple[Said, ...]:
    """Values of a closed list."""
    return tuple(Said(code, code) for code in dict.fromkeys(map(str, values)))


def _direction(practice: Practice) -> tuple[Said, ...]:
    """A direction's code means something only together with the association's regulation."""
    if not practice.direction:
        return ()
    key = f"{practice.association or ''}|{folded(practice.direction)}"
    return (Said(key, practice.direction),)


def association_of(key: str) -> str:
    """The association by whose regulation the code of a direction is to be understood, or none."""
    return key.partition("|")[0]


def _year(day: str) -> tuple[Said, ...]:
    """The school year of a day; none where nobody wrote one, or one of times long gone."""
    return tuple(Said(year, year) for year in _school_year(day))


@lru_cache(maxsize=4096)
def _school_year(day: str) -> tuple[str, ...]:
    try:
        return (str(SchoolYear.running_on(date.fromisoformat(day))),) if day else ()
    except BadValue:
        return ()


@lru_cache(maxsize=65536)
def folded(text: str) -> str:
    """The same for every spelling of a word: case, «ё», spaces and soft hyphens do not count."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(plain.replace("ё", "е").replace("\u00ad", "").split())


_LETTERS = (
    ("щ", "shch"),
    ("ж", "zh"),
    ("ч", "ch"),
    ("ш", "sh"),
    ("ю", "yu"),
    ("я", "ya"),
    ("ї", "yi"),
    ("+", " plus "),
    ("#", " sharp "),
    *zip(
        "абвгдезийклмнопрстуфхцыэўіёєґ",
        "abvgdeziyklmnoprstufhcyeuieeg",
        strict=True,
    ),
    ("ъ", ""),
    ("ь", ""),
)
"""Written out: an address must not change with the library that cleans it."""
_LONGEST = 80


@lru_cache(maxsize=65536)
def slug_of(key: str) -> str:
    """A value as a part of an address, in Latin letters: «русский язык» → «russkiy-yazyk».

    Different values may come to the same (`told_apart`).
    """
    slug = str(slugify(key, replacements=_LETTERS, max_length=_LONGEST, word_boundary=True))
    return slug or "x" + hashlib.blake2b(key.encode(), digest_size=4).hexdigest()


def told_apart(keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each key with its slug; the keys come to one slug, those in use longest first.

    The first one keeps it, so that a new value takes no address from an old one: «ugol» for
    «угол», then «ugol--2» for «уголь». No slug has two hyphens in a row by itself.
    """
    for number, key in enumerate(dict.fromkeys(keys), start=1):
        yield key, slug_of(key) if number == 1 else f"{slug_of(key)}--{number}"
