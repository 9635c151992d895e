"""How the search of the site finds a practice: by the same facets as the index of practices."""

from collections.abc import Iterator

from generator.archive import Archive
from generator.archive.facets import FacetName, values_of
from generator.models import Practice
from generator.pages.practices.facets import BY_NAME
from generator.pages.sought import Sought, SoughtKind

_ELSEWHERE = frozenset({"related", "citation", "path"})
"""Sections in which the search does not look: what they say stands elsewhere."""


def sought_of(archive: Archive, practice: Practice) -> Sought:
    """How the search finds a practice."""
    note = ", ".join((*practice.subjects, f"{practice.level.label} уровень"))
    facets = tuple(_facets(archive, practice))
    return Sought(SoughtKind.PRACTICE, note, facets, without=_ELSEWHERE)


def _facets(archive: Archive, practice: Practice) -> Iterator[tuple[str, str]]:
    """The facets by name; what people write freely in lower case, so that one value stays one."""
    for name, values in zip(FacetName, values_of(practice), strict=True):
        for value in values:
            yield name.value, BY_NAME[name].label(archive, value.key, value.key)
