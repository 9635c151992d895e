"""How near two practices are to each other, and which are nearest.

Practices are compared within a subject. The measure, in thousandths, is the sum of

- for grades: 2 × (grades that both are for) / (grades that either is for);
- for each keyword or word of the title that both have: ln(1 + n / k), where n practices are on the
  subject and k of them have the word. So what is rare weighs more, and what nearly all have weighs
  next to nothing. A word that is a keyword of both counts twice.

Words are compared by their stems, so «погрешность» is «погрешности»; short words and those that
only join others do not count. A word that more than `COMMON` practices have tells nothing. What
shares nothing is not related. The measure is the same from both ends, and where two practices are
equally near, their ids decide, so that each build gives the same list.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from heapq import nlargest, nsmallest
from itertools import chain, islice
from typing import Any, NamedTuple

from generator.archive.facets import folded
from generator.archive.traits import Traits
from generator.values import NBSP, listing

MOST = 5
"""So many practices are called related at most."""
COMMON = 200
"""A word that more practices of a subject have is passed over: it would join each with all."""
NAMED = 1_000_000_000
"""Nearer than any measure is what a record itself names, the first nearest."""
MOST_WORDS = 3
"""So many words are told as what two practices have in common: those that weigh most."""

_GRADES = 2_000
_KEYWORD, _IN_TITLE = 2, 1
_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 4
_JOINING = frozenset(
    "через после перед между около вместо если чтобы когда почему зачем только также этот этого "  # noqa: SIM905
    "чего чему того тому кого всех всем один одна одно одного одной более менее можно нужно "
    "класс класса классе классов классам классах классы".split()
)
"""Words that join others; and the class, of which the grades tell already."""


class Kin(NamedTuple):
    """A related practice: how near it is, its id and title, and what both have in common."""

    score: int
    id: str
    title: str
    common: tuple[str, ...]


class Term(NamedTuple):
    """A word of a practice by its stem: how it is written there, and how much it counts."""

    weight: int
    writing: str


class Circle:
    """The practices of one subject, compared with each other."""

    def __init__(self, members: Iterable[Traits]) -> None:
        self._members = sorted(members)  # by their ids: no two are the same
        self._places = {one.id: place for place, one in enumerate(self._members)}
        self._terms = [_terms(one) for one in self._members]
        self._having: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for place, terms in enumerate(self._terms):
            for stem, term in terms.items():
                self._having[stem].append((place, term.weight))
        self._worth = {stem: self._worth_of(len(having)) for stem, having in self._having.items()}
        self._by_grades: dict[tuple[str, ...], list[tuple[int, int]]] = {}

    def score(self, one: str, other: str) -> int:
        """How near two practices are, in thousandths."""
        here, there = self._places[one], self._places[other]
        ours, theirs = self._terms[here], self._terms[there]
        words = sum(
            self._worth[stem] * min(term.weight, theirs[stem].weight)
            for stem, term in ours.items()
            if stem in theirs
        )
        return words + _near_in_grades(self._members[here].grades, self._members[there].grades)

    def nearest(self, id_: str) -> list[Kin]:
        """The practices nearest to one, but those that it names itself."""
        here = self._places[id_]
        own = self._members[here]
        but = {here, *(self._places[name] for name in own.named if name in self._places)}
        words = self._near_in_words(here)
        for place in but:
            words.pop(place, None)
        best = nsmallest(MOST, chain(self._of_words(own, words), self._of_grades(own, words, but)))
        return [self._kin(own, self._members[place], -score) for score, place in best]

    def named_by(self, id_: str, others: Iterable[Traits]) -> list[Kin]:
        """The practices, of whatever subject, that one names itself: they come first."""
        own = self._members[self._places[id_]]
        places = enumerate(islice(others, MOST))
        return [self._kin(own, other, NAMED - place) for place, other in places]

    def common(self, one: Traits, other: Traits) -> tuple[str, ...]:
        """What one of these practices and any other have in common, in words."""
        ours, theirs = self._terms_of(one), self._terms_of(other)
        shared = [stem for stem in ours if stem in theirs and self._worth[stem]]
        shared.sort(key=lambda stem: (-self._worth[stem], stem))
        words = (_shorter(ours[stem].writing, theirs[stem].writing) for stem in shared)
        grades = _grades_in_words([grade for grade in one.grades if grade in other.grades])
        return (*grades, *islice(dict.fromkeys(words), MOST_WORDS))

    def _kin(self, own: Traits, other: Traits, score: int) -> Kin:
        return Kin(score, other.id, other.title, self.common(own, other))

    def _terms_of(self, traits: Traits) -> dict[str, Term]:
        place = self._places.get(traits.id)
        return _terms(traits) if place is None else self._terms[place]

    def _worth_of(self, number: int) -> int:
        """What a word weighs that so many practices have."""
        return 0 if number > COMMON else round(1000 * math.log(1 + len(self._members) / number))

    def _near_in_words(self, here: int) -> dict[int, int]:
        """How near others are by words alone, by their places; only those that share one."""
        found: dict[int, int] = defaultdict(int)
        for stem, term in self._terms[here].items():
            worth = self._worth[stem]
            if worth:
                own = term.weight
                for place, weight in self._having[stem]:
                    found[place] += worth * min(own, weight)
        return found

    def _of_words(self, own: Traits, words: dict[int, int]) -> Iterator[tuple[int, int]]:
        """The whole measure, negative, of those that share a word and may be among the nearest."""
        best = nlargest(MOST, words.values())
        least = best[-1] - _GRADES if len(best) == MOST else 0
        for place, score in words.items():
            if score >= least:
                yield -score - _near_in_grades(own.grades, self._members[place].grades), place

    def _of_grades(
        self, own: Traits, words: dict[int, int], but: set[int]
    ) -> Iterator[tuple[int, int]]:
        """The nearest of those that share grades and no word."""
        known = self._by_grades.get(own.grades)
        if known is None:
            near = (
                (-_near_in_grades(own.grades, one.grades), place)
                for place, one in enumerate(self._members)
            )
            known = self._by_grades[own.grades] = sorted(pair for pair in near if pair[0])
        others = (pair for pair in known if pair[1] not in words and pair[1] not in but)
        return islice(others, MOST)


def _terms(traits: Traits) -> dict[str, Term]:
    """The words of a practice by their stems: of its title, and each keyword as one."""
    found = {_stems((word,)): Term(_IN_TITLE, word) for word in _words_of_title(traits.title)}
    for keyword in traits.keywords:
        words = _WORD.findall(folded(keyword))
        if words:
            found[_stems(words)] = Term(_KEYWORD, keyword)
    return found


@lru_cache(maxsize=16384)
def _words_of_title(title: str) -> tuple[str, ...]:
    """The words of a title that tell what it is about; short ones only where they are capitals."""
    text = title.replace("\u00ad", "")
    short_forms = not text.isupper()
    found = (
        word if short_forms and len(word) > 1 and word.isupper() else word.lower()
        for word in _WORD.findall(text)
    )
    return tuple(
        word
        for word in found
        if (len(word) >= _SHORTEST or word.isupper()) and word not in _JOINING
    )


def _stems(words: Sequence[str]) -> str:
    return " ".join(_stem(folded(word)) for word in words)


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    return str(_stemmer().stemWord(word))


@cache
def _stemmer() -> Any:
    """The stemmer of Russian, which leaves other words as they are; it takes long to import."""
    from snowballstemmer import stemmer  # type: ignore[import-untyped]

    return stemmer("russian")


@lru_cache(maxsize=65536)
def _near_in_grades(ours: tuple[str, ...], theirs: tuple[str, ...]) -> int:
    shared = len({*ours} & {*theirs})
    return _GRADES * shared // len({*ours, *theirs}) if shared else 0


def _shorter(one: str, other: str) -> str:
    """The same word from both ends: the shorter writing is mostly the plainer form.

    Of two equally long ones «погрешность» is plainer than «погрешности».
    """
    return min(one, other, key=lambda word: (len(word), not word.endswith(("ь", "й")), word))


def _grades_in_words(grades: Sequence[str]) -> tuple[str, ...]:
    """«7 класс», «7–9 классы», «5 и 7 классы»; other groups by their own names."""
    numbers = sorted(int(grade) for grade in grades if grade.isdecimal())
    others = tuple(grade for grade in grades if not grade.isdecimal())
    if not numbers:
        return others
    first, last = numbers[0], numbers[-1]
    if last - first > 1 and len(numbers) == last - first + 1:
        told = f"{first}–{last}"
    else:
        told = listing(map(str, numbers))
    return (f"{told}{NBSP}{'класс' if len(numbers) == 1 else 'классы'}", *others)
