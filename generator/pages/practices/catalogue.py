"""All published practices in columns: which values each has, put together once for all pages.

Whoever looks is heard to have looked at all that the columns are made of.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby

from generator.archive.facets import Browsed, FacetName, slug_of, told_apart
from generator.pages.context import Context
from generator.pages.practices.facets import FACETS, Facet
from generator.reads import listening, note


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a facet: its part of an address, its name, how many practices have it."""

    facet: Facet
    slug: str
    label: str
    count: int

    @property
    def title(self) -> str:
        """The name as it stands alone: with a capital letter."""
        return self.label[:1].upper() + self.label[1:]


@dataclass(frozen=True, slots=True)
class Column:
    """The values of a facet in order, and for each practice the places of those that it has.

    What a practice names first comes first.
    """

    facet: Facet
    values: list[Value]
    places: list[tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The practices by first subject, day and id, and a column for each facet."""

    practices: list[Browsed]
    columns: list[Column]

    @property
    def runs(self) -> Iterator[tuple[str, int]]:
        """Yield the first subjects in their order, each with the number of its practices."""
        values, places = self._subjects
        for slug, found in groupby(values[own[0]].slug for own in places):
            yield slug, sum(1 for _ in found)

    @property
    def titles(self) -> list[int]:
        """The places of the practices in the order of their titles."""
        names = [_alphabet(practice.title) for practice in self.practices]
        return sorted(range(len(names)), key=lambda place: (names[place], place))

    @property
    def newest(self) -> list[Browsed]:
        """The practices that bear a day, the newest first."""
        dated = (practice for practice in self.practices if practice.day)
        return sorted(dated, key=lambda practice: (practice.day, practice.id), reverse=True)

    @property
    def _subjects(self) -> tuple[list[Value], list[tuple[int, ...]]]:
        column = next(one for one in self.columns if one.facet.name is FacetName.SUBJECT)
        return column.values, column.places


class Shared:
    """The catalogue of a context, put together when the first page wants it."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._catalogue: Catalogue | None = None
        self._facts: set[str] = set()

    def look(self) -> Catalogue:
        """The catalogue."""
        if self._catalogue is None:
            with listening() as self._facts:
                self._catalogue = _put_together(self._context)
        for fact in self._facts:
            note(fact)
        return self._catalogue


@dataclass(slots=True)
class _Use:
    """How a value is used: in which writings, by how many, since when."""

    since: tuple[str, str]
    told: str
    """The key as records tell it."""
    writings: Counter[str] = field(default_factory=Counter)


def _put_together(context: Context) -> Catalogue:
    practices = context.archive.relations.browsed.get(None, ())
    columns = [_column(context, facet, practices) for facet in FACETS]
    subjects = next(one for one in columns if one.facet.name is FacetName.SUBJECT)
    firsts = [subjects.values[own[0]].slug for own in subjects.places]
    # They come by day and id; what is in order stays so under each subject.
    order = sorted(range(len(practices)), key=firsts.__getitem__)
    return Catalogue(
        [practices[place] for place in order],
        [Column(c.facet, c.values, [c.places[place] for place in order]) for c in columns],
    )


def _column(context: Context, facet: Facet, practices: Iterable[Browsed]) -> Column:
    same = cache(lambda key: facet.same(context.archive, key))
    number = list(FacetName).index(facet.name)
    uses: dict[str, _Use] = {}
    keys = []
    for practice in practices:
        own = []
        for key, writing in practice.values[number]:
            name = same(key)
            use = uses.get(name)
            if use is None:
                use = uses[name] = _Use((practice.day, practice.id), key)
            use.writings[writing] += 1
            own.append(name)
        keys.append(own)
    values = _values(context, facet, uses)
    places = {key: place for place, key in enumerate(values)}
    found = [tuple([places[key] for key in own]) for own in keys]
    return Column(facet, list(values.values()), found)


def _values(context: Context, facet: Facet, uses: Mapping[str, _Use]) -> dict[str, Value]:
    """The values by key, in the facet's order."""
    slugs = dict(_slugs(uses))
    found = []
    for key, use in uses.items():
        label = facet.label(context.archive, use.told, commonest(use.writings))
        value = Value(facet, slugs[key], label, use.writings.total())
        found.append(((facet.order(key, label), key), key, value))
    return {key: value for _, key, value in sorted(found, key=lambda one: one[0])}


def _slugs(uses: Mapping[str, _Use]) -> Iterator[tuple[str, str]]:
    """Yield keys with their slugs; of those that come to the same, the oldest keeps it."""
    groups: dict[str, list[str]] = defaultdict(list)
    for key in sorted(uses, key=lambda key: (*uses[key].since, key)):
        groups[slug_of(key)].append(key)
    for keys in groups.values():
        yield from told_apart(keys)


def commonest(writings: Counter[str]) -> str:
    """The writing that most records have; of several the first in the alphabet."""
    return min(writings, key=lambda writing: (-writings[writing], writing))


def _alphabet(title: str) -> str:
    """A title as it is sorted: quotes and dashes do not count."""
    plain = title.casefold().replace("ё", "е")
    return "".join(char for char in plain if char.isalnum() or char == " ").strip()
