"""The facets of practices: what each is called, how its values are named and put in order.

Declared once: the lists of practices, the index, its script and its files follow.
What a practice says under a facet is read in archive/facets.py.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.archive import Archive
from generator.archive.facets import LISTED, FacetName, association_of, folded
from generator.models.vocabulary import EducationLevel, Level, PracticeType
from generator.models.vocabulary.base import Vocabulary
from generator.pages.names import direction_text

Name = Callable[[Archive, str, str], str]
"""Names a value by its key and its commonest writing."""
Order = tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet. `title` stands over its values, `heading` over the list of one value's practices.

    `same` says what two keys have to come to for being one value. The values of a facet that is
    `open` are in sight at once; those of one that is `late` are loaded when somebody wants them.
    """

    name: FacetName
    title: str
    label: Name
    order: Callable[[str, str], Order]
    heading: Callable[[str], str] = "Практики: {}".format
    same: Callable[[Archive, str], str] = lambda archive, key: key
    open: bool = False
    late: bool = False

    @property
    def listed(self) -> bool:
        """Tell whether each value has a list of its practices, a page of its own."""
        return self.name in LISTED


def _written(archive: Archive, key: str, writing: str) -> str:
    return writing


def _association(archive: Archive, key: str, writing: str) -> str:
    return archive.associations[key].record.label


def _year(archive: Archive, key: str, writing: str) -> str:
    return key.replace("-", "/")


def _direction(archive: Archive, key: str, writing: str) -> str:
    """The code with what it stands for in the association's regulation."""
    return direction_text(archive, archive.associations.get(association_of(key)), writing)


def _regulation(archive: Archive, key: str) -> str:
    """A code of one regulation is the same in all associations that work under it."""
    home = archive.associations.get(association_of(key))
    regulation = (home and home.record.regulation) or ""
    return f"{regulation} {key.partition('|')[2]}".strip()


def _from(vocabulary: type[Vocabulary]) -> Name:
    return lambda archive, key, writing: vocabulary.read(key).label


def _as_in(vocabulary: type[Vocabulary]) -> Callable[[str, str], Order]:
    places = {member.value: place for place, member in enumerate(vocabulary)}
    return lambda key, label: (places[key],)


def _alphabet(key: str, label: str) -> Order:
    return folded(label), label


def _by_number(key: str, label: str) -> Order:
    """Grades by number, then what is written otherwise: «старшая группа»."""
    return (0, int(key)) if key.isdecimal() else (1, folded(label))


def _by_code(key: str, label: str) -> Order:
    """«7.2» stands before «7.10»; regulations one after the other."""
    return tuple(part.zfill(6) for part in re.findall(r"\d+|[^\W\d]+", key))


def _newest_first(key: str, label: str) -> Order:
    return (-int(key[:4]),)


def _grade_heading(label: str) -> str:
    return f"Практики для {label} класса" if label.isdecimal() else f"Практики: {label}"


FACETS = (
    Facet(FacetName.GRADE, "Класс", _written, _by_number, _grade_heading, open=True),
    Facet(FacetName.SUBJECT, "Предмет", _written, _alphabet, open=True),
    Facet(
        FacetName.EDUCATION,
        "Уровень образования",
        _from(EducationLevel),
        _as_in(EducationLevel),
        "Практики: {} образование".format,
    ),
    Facet(FacetName.TYPE, "Вид", _from(PracticeType), _as_in(PracticeType)),
    Facet(
        FacetName.LEVEL,
        "Уровень практики",
        _from(Level),
        _as_in(Level),
        "Практики: {} уровень".format,
    ),
    Facet(FacetName.DIRECTION, "Направление", _direction, _by_code, same=_regulation),
    Facet(FacetName.ASSOCIATION, "Объединение", _association, _alphabet),
    Facet(
        FacetName.YEAR,
        "Учебный год",
        _year,
        _newest_first,
        "Практики {} учебного года".format,
    ),
    Facet(FacetName.KEYWORD, "Ключевое слово", _written, _alphabet, late=True),
)
"""In the order in which people see them."""

BY_NAME = {facet.name: facet for facet in FACETS}


def listed_facets() -> Iterator[Facet]:
    """Yield the facets of which each value has a page."""
    return (facet for facet in FACETS if facet.listed)
