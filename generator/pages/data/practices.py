"""Open data: practices that are fit for the public (schema.org: LearningResource).

A practice need not belong to an association, nor to a year. Those of an association stand in the
digest of the newest year of which it has records; the others are opened when a file is made.
"""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from generator.load import Entry
from generator.models import Practice
from generator.models.vocabulary import EducationLevel, Level, PracticeStatus, PracticeType
from generator.pages.addresses import address
from generator.pages.context import Context
from generator.pages.data.common import PAGE, line, public_practices
from generator.pages.data.fields import ADDRESS, DAY, TEXT, Field, Table, choice, several
from generator.pages.data.sets import by_year
from generator.values import SchoolYear


class Card(NamedTuple):
    """A row: a published practice."""

    context: Context
    entry: Entry[Practice]

    @property
    def record(self) -> Practice:
        """The practice itself."""
        return self.entry.record

    @property
    def authors(self) -> list[str]:
        """The authors: by name only where there is a consent to that."""
        return [line(self.context.names_in_data.author(author)) for author in self.record.authors]

    @property
    def related(self) -> list[str]:
        """The ids of related practices that are published."""
        entries = (self.context.archive.practices[id_] for id_ in self.record.related)
        return [entry.id for entry in entries if entry.record.status.public]


_TABLE = Table[Card](
    "practices",
    "Практики",
    "Карточки опубликованных практик без их текста; текст — на странице практики.",
    (
        Field("id", "Обозначение", TEXT, lambda card: card.entry.id),
        Field("name", "Тема", TEXT, lambda card: card.record.title),
        Field("status", "Состояние", choice(PracticeStatus), lambda card: card.record.status),
        Field(
            "authors",
            "Авторы",
            several(TEXT),
            lambda card: card.authors,
            "Имена — только с согласия, иначе должности.",
        ),
        Field(
            "organization_id",
            "Объединение",
            TEXT,
            lambda card: card.record.association,
            "Его id в файле associations.",
            optional=True,
        ),
        Field(
            "source_organization",
            "Организация",
            TEXT,
            lambda card: card.context.names.organisation(card.record.organisation),
            "Краткое название организации, где сложилась практика.",
            optional=True,
        ),
        Field("abstract", "Коротко", TEXT, lambda card: card.record.summary),
        Field("subjects", "Предметы", several(TEXT), lambda card: card.record.subjects),
        Field(
            "education_levels",
            "Уровни образования",
            several(choice(EducationLevel)),
            lambda card: card.record.education_levels,
        ),
        Field("grades", "Классы", several(TEXT), lambda card: card.record.grades),
        Field("level", "Уровень", choice(Level), lambda card: card.record.level),
        Field("learning_resource_type", "Вид", choice(PracticeType), lambda card: card.record.type),
        Field("keywords", "Ключевые слова", several(TEXT), lambda card: card.record.keywords),
        Field(
            "date_created", "Когда описано", DAY, lambda card: card.record.created_on, optional=True
        ),
        Field(
            "included_on",
            "Когда включено в банк практик",
            DAY,
            lambda card: card.record.bank and card.record.bank.included_on,
            optional=True,
        ),
        Field(
            "recommended_by",
            "Каким решением рекомендовано",
            TEXT,
            lambda card: card.record.recommended_by,
            "Его id в файле decisions.",
            optional=True,
        ),
        Field("related", "Связанные практики", several(TEXT), lambda card: card.related, "Их id."),
        Field(
            "licence",
            "Лицензия",
            TEXT,
            lambda card: card.record.licence,
            "Если она не та, что названа для всего файла.",
            optional=True,
        ),
        Field("url", "Страница", ADDRESS, lambda card: address(card.entry), PAGE),
    ),
)


def _of_year(context: Context, association: str, year: SchoolYear) -> Iterator[Card]:
    """All practices of the association, in its newest year; where it has none, in whichever."""
    relations = context.archive.relations
    newest = relations.years.get(association, (year,))[0]
    for entry in relations.practices.get(association, ()) if year == newest else ():
        yield Card(context, entry)


def _others(context: Context, known: Collection[str]) -> Iterator[Card]:
    for id_ in sorted(public_practices(context).difference(known)):
        yield Card(context, context.archive.practices[id_])


PRACTICES = by_year(_TABLE, lambda card: card.entry.id, _of_year, _others)
