"""What a record is called in Russian: «Протокол № 2 заседания РМО математиков, 15 октября …»."""

from collections.abc import Callable
from typing import Any

from generator.changes.folder import Folder
from generator.load import Entry, Kind
from generator.models import Document, Meeting, Record
from generator.values import NBSP, long_date, quote


def name_of(entry: Entry[Record], folder: Folder) -> str:
    """The name of a record, with that of the association to which it belongs.

    People are called by their ids: whether a name may be printed is not asked here.
    """
    return _NAMES[entry.kind](entry.record, entry, folder)


def _meeting(record: Meeting, entry: Entry[Record], folder: Folder) -> str:
    body, day = folder.body_name(entry.association), long_date(record.date)
    if not record.status.held:
        return f"Заседание {body}, {day} ({record.status.label})"
    number = f" №{NBSP}{record.number}" if record.number else ""
    return f"Протокол{number} заседания {body}, {day}"


def _document(record: Document, entry: Entry[Record], folder: Folder) -> str:
    number = f" №{NBSP}{record.number}" if record.number else ""
    body = folder.body_name(entry.association)
    return f"Документ {body}: {record.kind.label}{number} {quote(record.title)}"


def _of_year(title: str) -> Callable[[Any, Entry[Record], Folder], str]:
    def name(_: Any, entry: Entry[Record], folder: Folder) -> str:
        body = folder.body_name(entry.association)
        return f"{title} {body}, {entry.school_year.title}{NBSP}учебный год"

    return name


_NAMES: dict[Kind, Callable[[Any, Entry[Record], Folder], str]] = {
    Kind.SITE: lambda record, entry, folder: "Настройки сайта",
    Kind.ORGANISATION: lambda record, entry, folder: f"Организация: {record.label}",
    Kind.PERSON: lambda record, entry, folder: f"Человек: {entry.id}",
    Kind.REGULATION: lambda record, entry, folder: f"Положение {quote(record.title)}",
    Kind.ASSOCIATION: lambda record, entry, folder: f"Объединение: {record.label}",
    Kind.PLAN: _of_year("План работы"),
    Kind.MEETING: _meeting,
    Kind.DOCUMENT: _document,
    Kind.ANALYSIS: _of_year("Анализ работы"),
    Kind.ACTIVITIES: _of_year("Работа между заседаниями"),
    Kind.PRACTICE: lambda record, entry, folder: f"Практика {quote(record.title)}",
    Kind.FALSE_ALARMS: lambda record, entry, folder: "Отметки о ложных тревогах",
}
