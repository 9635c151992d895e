"""Documents of an association: what there is, in what form, how long it is kept."""

from typing import Self

from pydantic import Field, model_validator

from generator.models.base import Record
from generator.models.fields import Aliases, Day, Identifier, Label, Line, Positive, Text, Year
from generator.models.parts import Act, Approval, Attachment, Party, require_one
from generator.models.references import (
    AssociationId,
    DocumentId,
    MeetingId,
    PracticeId,
    RegulationId,
)
from generator.models.vocabulary import (
    AssessmentKind,
    DocumentKind,
    DocumentStatus,
    Media,
    Period,
    Visibility,
)


class DocumentPeriod(Record, title="Период документа"):
    """The time that a document is about."""

    kind: Period = Field(title="Какой период", examples=["school_year"])
    school_year: Year | None = Field(None, title="Учебный год")
    year: Positive | None = Field(None, title="Календарный год", examples=["2025"])
    half: Positive | None = Field(None, title="Полугодие", examples=["1"])
    date: Day | None = Field(None, title="По состоянию на")


class Subject(Record, title="Что утверждает документ"):
    """What a document approves or is about: one of the records."""

    association: AssociationId | None = Field(None, title="Объединение")
    plan_of: AssociationId | None = Field(
        None, title="План объединения", description="План того же учебного года."
    )
    composition_of: AssociationId | None = Field(None, title="Состав объединения")
    meeting: MeetingId | None = Field(None, title="Заседание")
    practice: PracticeId | None = Field(None, title="Практика")
    regulation: RegulationId | None = Field(None, title="Положение")
    document: DocumentId | None = Field(None, title="Документ")

    @model_validator(mode="after")
    def _something(self) -> Self:
        require_one(self, *type(self).model_fields)
        return self


class Retention(Record, title="Хранение документа"):
    """How long a document is kept, and by which list."""

    term: Line = Field(title="Срок хранения", examples=["5 лет", "постоянно", "до замены новым"])
    years: Positive | None = Field(None, title="Лет")
    article: Line | None = Field(None, title="Статья перечня")
    source: Line | None = Field(None, title="Перечень")


class Document(Record, title="Документ"):
    """A document on record."""

    id: Identifier = Field(title="Обозначение", examples=["mumo-prikaz-sostav-2025"])
    kind: DocumentKind = Field(title="Вид", examples=["composition_order"])
    title: Line = Field(title="Название", examples=["О составе методических объединений"])
    status: DocumentStatus = Field(DocumentStatus.IN_FORCE, title="Состояние")
    visibility: Visibility = Field(Visibility.PUBLIC, title="Кому виден")
    number: Line | None = Field(None, title="Номер", examples=["149-ОД"])
    date: Day | None = Field(None, title="Дата")
    case_index: Line | None = Field(None, title="Индекс дела", examples=["01-05"])
    case_title: Line | None = Field(None, title="Заголовок дела")
    period: DocumentPeriod | None = Field(None, title="За какой период")
    assessment: AssessmentKind | None = Field(
        None, title="Какая оценка", description="Только для оценки деятельности."
    )
    parties: tuple[Party, ...] = Field((), title="Стороны")
    addressee: Party | None = Field(None, title="Кому")
    approvals: tuple[Approval, ...] = Field((), title="Согласование и утверждение")
    approves: tuple[Subject, ...] = Field((), title="Что утверждает или о чём")
    annex_number: Label | None = Field(
        None, title="Номер приложения", description="Если документ — приложение к другому."
    )
    amends: tuple[Act, ...] = Field(
        (), title="Что изменяет", description="Акты, в которые документ вносит изменения."
    )
    supersedes: tuple[DocumentId, ...] = Field((), title="Что заменяет")
    retention: Retention | None = Field(None, title="Хранение")
    storage: Line | None = Field(None, title="Где хранится")
    media: Media | None = Field(None, title="На чём хранится")
    signed_electronically_on: Day | None = Field(None, title="Подписано электронной подписью")
    due: Day | None = Field(None, title="Срок сдачи")
    submitted_on: Day | None = Field(None, title="Сдано")
    outcome: Line | None = Field(None, title="Чем кончилось", examples=["удовлетворено"])
    summary: Text | None = Field(None, title="О чём")
    files: tuple[Attachment, ...] = Field((), title="Файлы")
    aliases: Aliases = ()


class Documents(Record, title="Документы"):
    """A file of documents of one association and year."""

    documents: tuple[Document, ...] = Field((), title="Документы")
