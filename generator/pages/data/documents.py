"""Open data: the documents of the register that everybody may see."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.load import Entry
from generator.models import Document
from generator.models.vocabulary import DocumentKind, DocumentStatus
from generator.pages.addresses import address
from generator.pages.associations import public
from generator.pages.context import Context
from generator.pages.data.common import LINK_COLUMNS, LINKS, PAGE, links
from generator.pages.data.fields import (
    ADDRESS,
    DAY,
    TEXT,
    YEAR,
    Field,
    Table,
    choice,
    several,
)
from generator.pages.data.sets import by_year
from generator.values import SchoolYear


class Paper(NamedTuple):
    """A row: a document of which the public may know, and those that it supersedes."""

    entry: Entry[Document]
    supersedes: tuple[str, ...]

    @property
    def record(self) -> Document:
        """The document itself."""
        return self.entry.record


_TABLE = Table[Paper](
    "documents",
    "Документы",
    "Документы реестра: приказы, планы, отчёты, анализы. Документов для служебного пользования "
    "здесь нет.",
    (
        Field("id", "Обозначение", TEXT, lambda paper: paper.entry.id),
        Field(
            "organization_id",
            "Объединение",
            TEXT,
            lambda paper: paper.entry.association,
            "Его id в файле associations.",
        ),
        Field("school_year", "Учебный год", YEAR, lambda paper: paper.entry.year),
        Field("classification", "Вид", choice(DocumentKind), lambda paper: paper.record.kind),
        Field("name", "Название", TEXT, lambda paper: paper.record.title),
        Field("number", "Номер", TEXT, lambda paper: paper.record.number, optional=True),
        Field("date", "Дата", DAY, lambda paper: paper.record.date, optional=True),
        Field("status", "Состояние", choice(DocumentStatus), lambda paper: paper.record.status),
        Field("abstract", "О чём", TEXT, lambda paper: paper.record.summary, optional=True),
        Field("due_date", "Срок сдачи", DAY, lambda paper: paper.record.due, optional=True),
        Field("submitted_on", "Сдано", DAY, lambda paper: paper.record.submitted_on, optional=True),
        Field(
            "retention",
            "Срок хранения",
            TEXT,
            lambda paper: paper.record.retention and paper.record.retention.term,
            optional=True,
        ),
        Field(
            "supersedes",
            "Что заменяет",
            several(TEXT),
            lambda paper: paper.supersedes,
            "Обозначения (id) прежних документов из этого же файла.",
        ),
        Field("url", "Место в реестре", ADDRESS, lambda paper: address(paper.entry), PAGE),
        Field(
            "links",
            "Файлы на других сайтах",
            LINKS,
            lambda paper: links(paper.record.files),
            "В CSV — только адреса.",
            parts=LINK_COLUMNS,
        ),
    ),
)


def _documents(context: Context, association: str, year: SchoolYear) -> Iterator[Paper]:
    archive = context.archive
    for entry in public(archive.relations.documents.get((association, year), ())):
        former = public(archive.documents[id_] for id_ in entry.record.supersedes)
        yield Paper(entry, tuple(other.id for other in former))


DOCUMENTS = by_year(_TABLE, lambda paper: paper.entry.id, _documents)
