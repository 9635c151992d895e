"""What a practice is like, as far as others are compared with it: told with the record."""

from typing import NamedTuple

from generator.archive.facets import FacetName, values_of
from generator.models import Practice


class Traits(NamedTuple):
    """The traits of a published practice.

    Grades stand one by one («7», «8»), keywords as they are written; `named` are the ids of the
    practices that the record itself calls related.
    """

    id: str
    title: str
    grades: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


def traits_of(id_: str, practice: Practice) -> Traits:
    """What a practice is like."""
    said = dict(zip(FacetName, values_of(practice), strict=True))
    return Traits(
        id=id_,
        title=practice.title,
        grades=tuple(key for key, _ in said[FacetName.GRADE]),
        keywords=tuple(writing for _, writing in said[FacetName.KEYWORD]),
        named=tuple(dict.fromkeys(practice.related)),
    )
