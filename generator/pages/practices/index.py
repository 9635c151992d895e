"""The index of practices: by subject."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.load import Entry
from generator.models import Practice
from generator.pages.addresses import PRACTICES
from generator.pages.context import Context
from generator.pages.draft import Draft
from generator.pages.page import Page
from generator.pages.paging import Paging, cut

Groups = list[tuple[str, list[Entry[Practice]]]]

CARDS_ON_A_PAGE = 100


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject in the index: its anchor, how many cards it has, on which page they begin."""

    name: str
    anchor: str
    count: int
    page: int


def pages(context: Context) -> Iterator[Draft]:
    """Yield the index, page by page."""
    parts = cut(_by_subject(context), CARDS_ON_A_PAGE)
    for number, groups in enumerate(parts, start=1):
        paging = Paging(PRACTICES, number, len(parts))
        yield Draft(paging.at(number), partial(_index, context, paging, groups))


def _index(context: Context, paging: Paging, groups: Groups) -> Page:
    subjects = _subjects(context)
    return context.page(
        "practices.html",
        paging.at(paging.number),
        "Практики" if paging.number == 1 else f"Практики, страница {paging.number}",
        description="Архив лучших практик учителей: по предметам, с результатами и условиями.",
        groups=groups,
        subjects=subjects,
        anchors={subject.name: subject.anchor for subject in subjects},
        paging=paging,
    )


def _by_subject(context: Context) -> Groups:
    relations = context.archive.relations
    subjects = relations.subjects.get(None, ())
    return [(name, list(reversed(relations.cards_on[name]))) for name in subjects]


def _subjects(context: Context) -> list[Subject]:
    """Each subject with the number of its cards and the page on which they begin."""
    before, found = 0, []
    for place, (name, cards) in enumerate(_by_subject(context), start=1):
        page = before // CARDS_ON_A_PAGE + 1
        found.append(Subject(name, f"subject-{place}", len(cards), page))
        before += len(cards)
    return found
