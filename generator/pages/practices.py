"""The archive of best practices: the index by subject, and a card for each."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.archive.bodies import published_files
from generator.load import Entry, Kind
from generator.models import Meeting, Practice
from generator.pages.addresses import PRACTICES, address, anchor
from generator.pages.associations import public
from generator.pages.context import Context
from generator.pages.draft import Draft
from generator.pages.page import Page
from generator.pages.paging import Paging, cut

Text = tuple[str, str, str | None]
Groups = list[tuple[str, list[Entry[Practice]]]]

CARDS_ON_A_PAGE = 100


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject in the index: its anchor, how many cards it has, on which page they begin."""

    name: str
    anchor: str
    count: int
    page: int


@dataclass(frozen=True, slots=True)
class Recommendation:
    """The decision by which a practice was recommended."""

    held: Entry[Meeting]
    number: str
    anchor: str


def pages(context: Context) -> Iterator[Draft]:
    """Yield the index, and a card for each practice that is fit for the public."""
    parts = cut(_by_subject(context), CARDS_ON_A_PAGE)
    for number, groups in enumerate(parts, start=1):
        paging = Paging(PRACTICES, number, len(parts))
        yield Draft(paging.at(number), partial(_index, context, paging, groups))
    for entry in context.archive.relations.cards.get(None, ()):
        yield Draft(address(entry), partial(_page, context, entry))


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


def _page(context: Context, entry: Entry[Practice]) -> Page:
    archive, practice = context.archive, entry.record
    return context.page(
        "practice.html",
        address(entry),
        practice.title,
        entry=entry,
        trail=(("Практики", PRACTICES),),
        description=practice.summary,
        files=published_files(entry),
        authors=[context.names.author(author) for author in practice.authors],
        association=archive.associations.get(practice.association or ""),
        texts_before=_texts_before(practice),
        texts_after=_texts_after(practice),
        recommended=_recommended(context, practice),
        related=_related(context, practice),
        licence=archive.site.record.licence,
        papers=public(archive.relations.approved_by.get((Kind.PRACTICE, entry.id), ())),
    )


def _texts_before(p: Practice) -> tuple[Text, ...]:
    """What stands before the description: why."""
    return (
        ("relevance", "Почему это нужно", p.relevance),
        ("problem", "Проблема", p.problem),
        ("source", "Что побудило к переменам", p.source_of_change),
        ("goal", "Цель", p.goal),
        ("idea", "Ведущая идея", p.idea),
        ("concept", "На что опирается", p.concept),
        ("range", "Диапазон опыта", p.range),
    )


def _texts_after(p: Practice) -> tuple[Text, ...]:
    """What stands after the description: at what price."""
    return (
        ("novelty", "Новизна", p.novelty),
        ("labour", "Трудоёмкость", p.labour_intensity),
        ("conditions", "Условия", p.conditions),
        ("risks", "Риски", p.risks),
        ("limitations", "Где не подойдёт", p.limitations),
    )


def _recommended(context: Context, practice: Practice) -> Recommendation | None:
    if not practice.recommended_by:
        return None
    held, _ = context.archive.relations.decisions[practice.recommended_by]
    number = practice.recommended_by.rpartition("#")[2]
    return Recommendation(held, number, anchor(number))


def _related(context: Context, practice: Practice) -> list[Entry[Practice]]:
    entries = (context.archive.practices[name] for name in practice.related)
    return [entry for entry in entries if entry.record.status.public]
