"""What the search of the site is to know of a page: its kind, its facets, which parts count."""

from dataclasses import dataclass
from enum import Enum

from generator.values import SchoolYear

REST = "site"
"""The shelf of everything that has no shelf of its own."""


class SoughtKind(Enum):
    """The kinds of findings, in the order of the tabs above them: a code and a title."""

    PRACTICE = "practice", "Практики"
    MINUTES = "minutes", "Протоколы"
    PLAN = "plan", "Планы и анализы"
    DOCUMENT = "document", "Документы"
    ASSOCIATION = "association", "Объединения"
    REGULATION = "regulation", "Положения"
    PAGE = "page", "Страницы сайта"

    @property
    def code(self) -> str:
        """The name in the index."""
        return self.value[0]

    @property
    def label(self) -> str:
        """What people read."""
        return self.value[1]


@dataclass(frozen=True, slots=True)
class Sought:
    """How the search finds a page, or a part of it.

    `facets` are names and values by which findings are chosen; `note` stands under the title of
    a finding. The index is kept on shelves, so that an edit of one year leaves those of other
    years as they are: a page of a school year stands with its year, any other with the rest.

    Without a `text` the page's own is taken, but for the sections whose headings are named in
    `without`: what only lists other pages. An `anchor` and a `title` are those of a part.
    """

    kind: SoughtKind
    note: str = ""
    facets: tuple[tuple[str, str], ...] = ()
    year: SchoolYear | None = None
    without: frozenset[str] = frozenset()
    text: str | None = None
    anchor: str = ""
    title: str = ""

    @property
    def all_facets(self) -> tuple[tuple[str, str], ...]:
        """Its facets, and the school year where it has one: practices name theirs themselves."""
        return (*self.facets, ("year", self.year.title)) if self.year else self.facets

    @property
    def shelf(self) -> str:
        """The part of the index where it stands."""
        return str(self.year) if self.year else REST
