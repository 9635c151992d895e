"""The lists of practices: a page for each value of a facet, for whoever has no script.

A list looks at what is filed under its own value and at the faces of those that it shows, so an
edit of a practice remakes the lists of its values alone.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from operator import itemgetter

from generator.archive.facets import Face, FacetName, FiledRow, told_apart
from generator.pages.addresses import PRACTICES, practice_address, practices_of, subject_feed
from generator.pages.context import Context
from generator.pages.draft import Draft
from generator.pages.page import Page
from generator.pages.paging import Paging
from generator.pages.practices.catalogue import commonest
from generator.pages.practices.facets import BY_NAME, Facet, listed_facets
from generator.values import count, short_date

ON_A_PAGE = 100
_WRITING = itemgetter(3)
BRIEF = 220
"""How many characters of a summary lists show."""


@dataclass(frozen=True, slots=True)
class Listing:
    """The practices of one value, the oldest first."""

    facet: Facet
    slug: str
    key: str
    found: tuple[FiledRow, ...]

    @property
    def pages(self) -> int:
        """How many pages it takes."""
        return pages_for(len(self.found))

    @property
    def address(self) -> str:
        """Where its first page stands."""
        return practices_of(self.facet.name, self.slug)

    @property
    def writing(self) -> str:
        """How most records write the value."""
        return commonest(Counter(map(_WRITING, self.found)))

    def part(self, number: int) -> list[str]:
        """The ids of the practices on a page, the newest first."""
        end = len(self.found) - (number - 1) * ON_A_PAGE
        return [id_ for _, id_, _, _, _ in self.found[max(0, end - ON_A_PAGE) : end]][::-1]

    @property
    def newest(self) -> Iterator[str]:
        """Yield the ids of the practices, the newest first."""
        return (id_ for _, id_, _, _, _ in reversed(self.found))


class Lists:
    """The lists of a context, each put together once; whoever looks is heard."""

    def __init__(self, context: Context) -> None:
        self._filed = context.archive.relations.filed_rows
        self._known: dict[tuple[FacetName, str], list[Listing]] = {}

    def under(self, facet: Facet, filed: str) -> list[Listing]:
        """The lists of the values that come to a slug: nearly always one."""
        place = facet.name, filed
        if place not in self._known:
            found = self._filed.get(place, ())
            self._known[place] = list(_listings(facet, found))
        elif place not in self._filed:  # heard
            return []
        return self._known[place]

    def at(self, facet: Facet, filed: str, slug: str) -> Listing:
        """The list at an address, of those under the slug to which its value comes."""
        return next(one for one in self.under(facet, filed) if one.slug == slug)

    def all(self) -> Iterator[tuple[Facet, str]]:
        """Yield each facet with the slugs under which practices are filed."""
        slugs: dict[str, list[str]] = {}
        for key in sorted(self._filed.keys()):
            name, _, slug = key.partition("/")
            slugs.setdefault(name, []).append(slug)
        for facet in listed_facets():
            for slug in slugs.get(facet.name, ()):
                yield facet, slug

    def of_subjects(self) -> Iterator[tuple[str, Listing]]:
        """Yield the lists of all subjects, each with the slug under which it is filed."""
        for facet, filed in self.all():
            if facet.name is FacetName.SUBJECT:
                yield from ((filed, listing) for listing in self.under(facet, filed))


def _listings(facet: Facet, values: tuple[FiledRow, ...]) -> Iterator[Listing]:
    keys = dict.fromkeys(key for _, _, key, _, _ in values)
    for key, slug in told_apart(keys):
        own = tuple(one for one in values if one[2] == key) if len(keys) > 1 else values
        yield Listing(facet, slug, key, own)


@dataclass(frozen=True, slots=True)
class Row:
    """A practice in a list."""

    face: Face
    where: str
    day: str

    @property
    def tags(self) -> str:
        """For whom it is, in one line."""
        return tags_of(self.face)

    @property
    def brief(self) -> str:
        """The beginning of the summary, whole words."""
        text = self.face.summary
        if len(text) <= BRIEF:
            return text
        return text[:BRIEF].rsplit(" ", 1)[0].rstrip(" .,;:—–-") + "…"


def pages_for(number: int) -> int:
    """How many pages so many practices take."""
    return max(1, -(-number // ON_A_PAGE))


def pages(context: Context, lists: Lists) -> Iterator[Draft]:
    """Yield the pages of all lists."""
    for facet, filed in lists.all():
        for listing in lists.under(facet, filed):
            place = partial(_page, context, lists, facet.name, filed, listing.slug)
            for number in range(1, listing.pages + 1):
                paging = Paging(listing.address, number, listing.pages)
                yield Draft(paging.at(number), partial(place, number))


def row_of(context: Context, id_: str) -> Row:
    """What lists show of a practice."""
    face = context.archive.relations.faces[id_]
    return Row(face, practice_address(id_), short_day(face.day))


def tags_of(face: Face) -> str:
    """For whom a practice is: «математика · 5, 6 кл. · муниципальный уровень»."""
    grades = f"{', '.join(face.grades)} кл." if face.grades else face.age
    parts = (", ".join(face.subjects), grades, f"{face.level} уровень")
    return " · ".join(part for part in parts if part)


@lru_cache(maxsize=4096)
def short_day(day: str) -> str:
    """A day as people write it in short, or nothing."""
    return short_date(date.fromisoformat(day)) if day else ""


def _page(
    context: Context, lists: Lists, name: FacetName, filed: str, slug: str, number: int
) -> Page:
    facet = BY_NAME[name]
    listing = lists.at(facet, filed, slug)
    paging = Paging(listing.address, number, listing.pages)
    heading = facet.heading(facet.label(context.archive, listing.key, listing.writing))
    said = count(len(listing.found), "практика", "практики", "практик")
    of_subject = name is FacetName.SUBJECT
    return context.page(
        "practices_of.html",
        paging.at(number),
        heading if number == 1 else f"{heading}, страница {number}",
        trail=(("Практики", PRACTICES), (facet.title, f"{PRACTICES}#{name}")),
        description=f"{heading}: {said} с результатами и условиями.",
        rows=[row_of(context, id_) for id_ in listing.part(number)],
        said=said,
        choose=f"{PRACTICES}?{name}={slug}",
        cards=of_subject,
        feed=subject_feed(slug) if of_subject else "",
        alike=[one for one in lists.under(facet, filed) if one.slug != slug],
        paging=paging,
    )
