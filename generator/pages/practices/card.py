"""The card of a practice: what is done, at what price, what came of it, and who has checked it."""

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

Text = tuple[str, str, str | None]


@dataclass(frozen=True, slots=True)
class Recommendation:
    """The decision by which a practice was recommended."""

    held: Entry[Meeting]
    number: str
    anchor: str


def pages(context: Context) -> Iterator[Draft]:
    """Yield a card for each practice that is fit for the public."""
    for entry in context.archive.relations.cards.get(None, ()):
        yield Draft(address(entry), partial(_page, context, entry))


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
