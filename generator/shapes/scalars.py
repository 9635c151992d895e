"""What each type of single value is called in Russian, with a sample and a place in the README."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import PlainValidator

from generator.models import fields, references
from generator.models.references import Target


@dataclass(frozen=True, slots=True)
class Scalar:
    """One type of value: what to write, how it looks, which part of the README tells more.

    `target` is the kind of record that such a value names.
    """

    takes: str
    sample: str
    anchor: str = ""
    target: Target | None = None


_TYPES: tuple[tuple[Any, Scalar], ...] = (
    (fields.Line, Scalar("строка текста", "текст", "text")),
    (fields.AsWritten, Scalar("строка текста, как в источнике", "текст", "text")),
    (fields.Text, Scalar("текст", "текст", "text")),
    (fields.Label, Scalar("номер или код", "1", "numbers")),
    (fields.Count, Scalar("целое число, можно 0", "12", "numbers")),
    (fields.Positive, Scalar("целое число от 1", "1", "numbers")),
    (
        fields.Headcount,
        Scalar(f"число людей от {fields.LEAST_HEADCOUNT}", "12", "numbers"),
    ),
    (fields.Decimal, Scalar("число, можно с запятой", "4,5", "numbers")),
    (fields.Flag, Scalar("да / нет", "да", "flags")),
    (fields.Address, Scalar("адрес страницы", "https://example.org/page", "addresses")),
    (fields.OldAddress, Scalar("прежний адрес", "practices/staryj-adres/", "aliases")),
    (fields.Account, Scalar("имя учётной записи", "zarechnoe-rmo")),
    (fields.FileName, Scalar("имя файла", "rabochiy-list.pdf", "files")),
    (fields.Day, Scalar("дата", "2025-08-29", "dates")),
    (fields.TimeOfDay, Scalar("время", "14:00", "times")),
    (fields.Year, Scalar("учебный год", "2025-2026", "years")),
    (fields.Moment, Scalar("срок", "до 5 декабря", "terms")),
    (fields.Identifier, Scalar("обозначение", "mumo-matematika", "ids")),
)

_TARGETS: dict[Target, tuple[Any, Scalar]] = {
    Target.ORGANISATION: (
        references.OrganisationId,
        Scalar(
            "обозначение организации из organisations.yml", "shkola-2", "ids", Target.ORGANISATION
        ),
    ),
    Target.PERSON: (
        references.PersonId,
        Scalar("обозначение человека из people.yml", "ivanova-anna", "ids", Target.PERSON),
    ),
    Target.REGULATION: (
        references.RegulationId,
        Scalar(
            "обозначение положения: имя файла в regulations/",
            "polozhenie-o-mo-zarechnoe",
            "ids",
            Target.REGULATION,
        ),
    ),
    Target.ASSOCIATION: (
        references.AssociationId,
        Scalar(
            "обозначение объединения: имя папки в associations/",
            "rmo-matematika",
            "ids",
            Target.ASSOCIATION,
        ),
    ),
    Target.PRACTICE: (
        references.PracticeId,
        Scalar(
            "обозначение практики: имя файла в practices/", "ustnyy-schet", "ids", Target.PRACTICE
        ),
    ),
    Target.DOCUMENT: (
        references.DocumentId,
        Scalar(
            "обозначение документа из documents.yml", "prikaz-sostav-2025", "ids", Target.DOCUMENT
        ),
    ),
    Target.MEETING: (
        references.MeetingId,
        Scalar("обозначение заседания", "2025-10-29", "links", Target.MEETING),
    ),
    Target.DECISION: (
        references.DecisionId,
        Scalar("обозначение решения", "2025-10-29#2", "links", Target.DECISION),
    ),
    Target.PLAN_ITEM: (
        references.PlanItemId,
        Scalar("обозначение пункта плана", "rmo-matematika/2025-2026#3", "links", Target.PLAN_ITEM),
    ),
}


def scalar_of(metadata: Iterable[Any]) -> Scalar:
    """Recognise a type by what its alias carries: a target, else its own validator.

    Raises LookupError for a type that this table does not know.
    """
    marks = tuple(metadata)
    for mark in marks:
        if isinstance(mark, Target):
            return _TARGETS[mark][1]
    validator = _validator(marks)
    for alias, scalar in _TYPES:
        if validator is not None and _validator(get_args(alias)) == validator:
            return scalar
    raise LookupError(f"no Russian words for a type with {marks}")


def scalar(alias: Any) -> Scalar:
    """The type of value that an alias of the models stands for."""
    return scalar_of(get_args(alias)[1:])


def aliases() -> tuple[Any, ...]:
    """Every alias that the table knows."""
    return (*(alias for alias, _ in _TYPES), *(alias for alias, _ in _TARGETS.values()))


def _validator(marks: Iterable[Any]) -> PlainValidator | None:
    return next((mark for mark in marks if isinstance(mark, PlainValidator)), None)
