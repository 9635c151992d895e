"""The card of a practice, in the order in which a teacher asks.

What it is, for whom and how long; what came of it and who has checked it; why, how, with what and
at what price; what can be taken, who has taken it up; the way of the practice, and how to cite it.
"""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from generator.archive.bodies import published_files
from generator.load import Entry, Kind
from generator.models import Practice
from generator.pages.addresses import PRACTICES, address
from generator.pages.associations import public
from generator.pages.context import Context
from generator.pages.draft import Draft
from generator.pages.metadata import practice as practice_metadata
from generator.pages.page import Page
from generator.pages.practices.card_licence import licence_of
from generator.pages.practices.card_search import sought_of
from generator.pages.practices.card_spread import spread_of
from generator.pages.practices.citation import citation_of
from generator.pages.practices.handout import handout_of
from generator.pages.practices.path import decision_taken, path_of
from generator.pages.practices.related import related_of
from generator.pages.word_files import Form, word_files
from generator.text import semicolons


class Section(NamedTuple):
    """A part of the card: its anchor and title, a text or a list."""

    id: str
    title: str
    text: str | None = None
    points: tuple[str, ...] = ()


def pages(context: Context) -> Iterator[Draft]:
    """Yield a card for each practice that is fit for the public."""
    for entry in context.archive.relations.cards.get(None, ()):
        yield Draft(address(entry), partial(_page, context, entry))


def _page(context: Context, entry: Entry[Practice]) -> Page:
    archive, practice = context.archive, entry.record
    authors = [context.names.author(author) for author in practice.authors]
    credited = [context.names_in_markup.author(author) for author in practice.authors]
    organisation = context.names.organisation(practice.organisation)
    decision = practice.recommended_by
    licence = licence_of(practice, archive.site.record.licence)
    told = " ".join(filter(None, (licence.name, licence.address, licence.meaning)))
    return context.page(
        "practice.html",
        address(entry),
        practice.title,
        entry=entry,
        trail=(("Практики", PRACTICES),),
        description=practice.summary,
        files=published_files(entry),
        authors=authors,
        metadata=partial(practice_metadata, archive, entry, credited, licence),
        organisation=organisation,
        handout=handout_of(
            practice, authors, organisation, (told, archive.site.record.demonstration)
        ),
        word=word_files(context, address(entry), Form.PRACTICE, Form.HANDOUT),
        association=archive.associations.get(practice.association or ""),
        reasons=_reasons(practice),
        price=_price(practice),
        recommended=decision_taken(context, decision) if decision else None,
        spread=spread_of(context, practice),
        path=path_of(context, entry),
        citation=citation_of(context, entry, authors),
        related=related_of(context, entry),
        licence=licence,
        searched=(sought_of(archive, practice),),
        papers=public(archive.relations.approved_by.get((Kind.PRACTICE, entry.id), ())),
    )


def _reasons(p: Practice) -> list[Section]:
    """Why: what stands before the description."""
    return _filled(
        Section("relevance", "Почему это нужно", p.relevance),
        Section("problem", "Проблема", p.problem),
        Section("source", "Что побудило к переменам", p.source_of_change),
        Section("goal", "Цель", p.goal),
        Section("tasks", "Задачи", points=tuple(semicolons(p.tasks))),
        Section("idea", "Ведущая идея", p.idea),
        Section("concept", "На что опирается", p.concept),
        Section("range", "Диапазон опыта", p.range),
        Section("novelty", "Новизна", p.novelty),
    )


def _price(p: Practice) -> list[Section]:
    """With what, at what price and where not: what stands after the description."""
    return _filled(
        Section("resources", "Что понадобится", points=p.resources),
        Section("labour", "Трудоёмкость", p.labour_intensity),
        Section("conditions", "Условия", p.conditions),
        Section("risks", "Риски", p.risks),
        Section("limitations", "Где не подойдёт", p.limitations),
    )


def _filled(*sections: Section) -> list[Section]:
    return [section for section in sections if section.text or section.points]
