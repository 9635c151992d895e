"""The archive of best practices: the index by subject, and a card for each."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.archive.bodies import published_files
from generator.load import Entry, Kind
from generator.models import Meeting, Practice
from generator.pages.addresses import PRACTICES, address
from generator.pages.associations import public
from generator.pages.context import Context
from generator.pages.home import newest_practices
from generator.pages.minutes import anchor
from generator.pages.page import Page

Text = tuple[str, str, str | None]


@dataclass(frozen=True, slots=True)
class Recommendation:
    """The decision by which a practice was recommended."""

    held: Entry[Meeting]
    number: str
    anchor: str


def pages(context: Context) -> Iterator[Page]:
    """Yield the index, and a card for each practice that is fit for the public."""
    cards = newest_practices(context)
    yield context.page(
        "practices.html",
        PRACTICES,
        "Практики",
        description="Архив лучших практик учителей: по предметам, с результатами и условиями.",
        groups=_by_subject(cards),
    )
    for entry in cards:
        yield _page(context, entry)


def _by_subject(cards: list[Entry[Practice]]) -> list[tuple[str, list[Entry[Practice]]]]:
    groups: dict[str, list[Entry[Practice]]] = {}
    for entry in cards:
        for subject in entry.record.subjects:
            groups.setdefault(subject.casefold(), []).append(entry)
    return sorted(groups.items())


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
