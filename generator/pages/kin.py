"""Related practices, worked out subject by subject and kept between runs.

A card hangs on its own list (`kin/<subject>/<id>`), not on the practices behind it: an edit that
leaves the list as it was leaves the card as it was. What is related to what on a subject hangs on
the traits of its practices, and is worked out anew only when one of these has changed.
"""

from collections.abc import Iterable
from typing import Any

from generator.archive.facets import FacetName, folded, slug_of
from generator.archive.kinship import MOST, Circle, Kin
from generator.archive.relations import Relations
from generator.models import Practice
from generator.reads import note, unheard

KIN = "kin/"
"""The family of facts which practices are related to one; «fizika/pogreshnost» follows."""

Plain = dict[str, tuple[tuple[Any, ...], ...]]
"""The related practices of a subject by id: first those that each names itself, then the nearest.
Plain values, of which `Kin` is made again."""


def kin_on(relations: Relations, slug: str) -> Plain:
    """Work out what is related to what on a subject; `slug` is as in its address."""
    filed = relations.filed.get((FacetName.SUBJECT, slug), ())
    found: Plain = {}
    for key in sorted({one.key for one in filed}):
        ids = sorted({one.id for one in filed if one.key == key})
        circle = Circle(relations.traits[id_] for id_ in ids)
        for id_ in ids:
            found[id_] = found.get(id_, ()) + _of_one(relations, circle, id_)
    return found


def _of_one(relations: Relations, circle: Circle, id_: str) -> tuple[tuple[Any, ...], ...]:
    named = relations.traits[id_].named
    public = (relations.traits.get(other) for other in named if other != id_)
    kin = (*circle.named_by(id_, filter(None, public)), *circle.nearest(id_))
    return tuple(map(tuple, kin))


def subjects_of(relations: Relations) -> list[str]:
    """The slugs of all subjects that public practices have; for work that each run does."""
    mark = f"{FacetName.SUBJECT}/"
    return sorted(key.removeprefix(mark) for key in relations.filed.keys() if key.startswith(mark))  # noqa: SIM118


class KinOf:
    """Related practices by practice; what nobody has worked out is worked out when asked for."""

    def __init__(self, relations: Relations) -> None:
        self._relations = relations
        self._known: dict[str, Plain] = {}

    def of(self, id_: str, practice: Practice) -> list[Kin]:
        """The practices related to one, at most five: those that it names, then the nearest.

        Of a practice on several subjects, the nearest on any of them.
        """
        slugs = dict.fromkeys(slug_of(folded(subject)) for subject in practice.subjects)
        found = [Kin(*plain) for slug in slugs for plain in self._on(slug, id_)]
        best: dict[str, Kin] = {}
        for one in sorted(found, key=lambda one: (-one.score, one.id)):
            best.setdefault(one.id, one)
        return list(best.values())[:MOST]

    def know(self, values: dict[str, Plain]) -> None:
        """Take what was worked out before, by the slugs of subjects."""
        self._known |= values

    def _on(self, slug: str, id_: str) -> Iterable[tuple[Any, ...]]:
        note(f"{KIN}{slug}/{id_}")
        if slug not in self._known:
            with unheard():
                self._known[slug] = kin_on(self._relations, slug)
        return self._known[slug].get(id_, ())
