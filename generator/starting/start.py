"""What somebody says who begins a site."""

from dataclasses import dataclass

from generator.archive.facets import slug_of
from generator.values import SchoolYear

_LONGEST = 40
"""Letters of an id that the program proposes: it is typed by hand later."""


@dataclass(frozen=True, slots=True)
class StartedAssociation:
    """An association of which nothing but its name is known."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Start:
    """All that a new site begins with; every text is data, whatever stands in it."""

    publisher: str
    regulation: str
    associations: tuple[StartedAssociation, ...]
    year: SchoolYear
    site_url: str = ""
    repo_url: str = ""

    @property
    def publisher_id(self) -> str:
        """The id of the organisation that publishes."""
        return proposed_id(self.publisher)


def proposed_id(name: str) -> str:
    """An id made of a name: «РМО математиков» → «rmo-matematikov»."""
    slug = slug_of(name)
    cut = slug[: _LONGEST + 1].rpartition("-")[0] if len(slug) > _LONGEST else slug
    return cut or slug[:_LONGEST]
