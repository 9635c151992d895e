"""Parts that several kinds of record share: who, where, by which act, with which file."""

import re
from typing import Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.models.base import Record
from generator.models.fields import (
    IDENTIFIER,
    Address,
    Count,
    Day,
    FileName,
    Label,
    Line,
    Text,
)
from generator.models.references import (
    AssociationId,
    DecisionId,
    DocumentId,
    MeetingId,
    OrganisationId,
    PersonId,
)
from generator.models.short_forms import ShortForm, lone_text
from generator.models.vocabulary import ActKind, ApprovalVerb, Role
from generator.problems import BadValue, codes

_NAME = re.compile(
    r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?\s+[А-ЯЁ]\.\s?[А-ЯЁ]\."
    r"|[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[А-ЯЁ][а-яё]+"
    r"|[А-ЯЁ][а-яё]+\s+[А-ЯЁ][а-яё]+\s+[А-ЯЁ][а-яё]+(?:[ое]вич|ич|ича|ичу|ичем|иче|вна|вны|вне|вну|вной|ична|ичны|ичне|ичну|ичной)\b"
)


def name_in(text: str) -> str | None:
    """What in a text looks like a person's full name, or a surname with initials."""
    found = _NAME.search(text)
    return found.group() if found else None


def refuse_name(text: str | None) -> None:
    """Refuse a person's name where a post or a group is meant: names need a consent on record."""
    if text and (name := name_in(text)):
        problem = BadValue(codes.NAME_IN_RECORD, value=name)
        raise PydanticCustomError("umo", "see ctx", {"problem": problem})


def require_one(record: Record, *names: str) -> None:
    """Refuse a part in which none of these fields is filled."""
    for name in names:
        if getattr(record, name) not in (None, ()):
            return
    problem = BadValue(codes.ONE_OF_FIELDS, fields=", ".join(names))
    raise PydanticCustomError("umo", "see ctx", {"problem": problem})


def _lone_id_or_text(id_field: str, text_field: str) -> tuple[ShortForm, ...]:
    """Let a lone id stand for one field and any other text for another."""
    return (ShortForm(IDENTIFIER.pattern, {id_field: "{0}"}), *lone_text(text_field))


class Party(Record, title="Лицо: человек, должность, группа или организация"):
    """Who: a person on record, or a post and an organisation, or a group, or a body.

    A lone text is a person's id where it looks like one, else the name of a group.
    """

    person: PersonId | None = Field(
        None,
        title="Человек",
        description="Обозначение из people.yml. Одно латинское слово вместо всей записи — "
        "всегда человек; школу пишут так: {organisation: shkola-2}.",
        examples=["ivanova-anna"],
    )
    role: Role | None = Field(None, title="Роль в объединении", examples=["secretary"])
    position: Line | None = Field(
        None,
        title="Должность",
        description="Как её нужно напечатать; если есть человек, заменяет его должность.",
        examples=["учитель математики"],
    )
    organisation: OrganisationId | None = Field(
        None, title="Организация", description="Обозначение из organisations.yml."
    )
    organisation_name: Line | None = Field(
        None, title="Организация со стороны", description="Если её нет в organisations.yml."
    )
    association: AssociationId | None = Field(None, title="Объединение")
    group: Line | None = Field(
        None, title="Группа", examples=["руководители ШМО", "все учителя математики"]
    )
    count: Count | None = Field(None, title="Сколько человек")

    short_forms = _lone_id_or_text("person", "group")

    @model_validator(mode="after")
    def _names_somebody(self) -> Self:
        require_one(
            self,
            "person",
            "role",
            "position",
            "organisation",
            "organisation_name",
            "association",
            "group",
        )
        for text in (self.position, self.group, self.organisation_name):
            refuse_name(text)
        return self


class Venue(Record, title="Место"):
    """Where: an organisation on record or a place in words. A lone text is either."""

    organisation: OrganisationId | None = Field(
        None, title="Организация", description="Обозначение из organisations.yml."
    )
    text: Line | None = Field(
        None, title="Место словами", examples=["каб. 12", "Дом культуры, малый зал"]
    )

    short_forms = _lone_id_or_text("organisation", "text")

    @model_validator(mode="after")
    def _somewhere(self) -> Self:
        require_one(self, "organisation", "text")
        return self


class Act(Record, title="Акт: приказ, закон, протокол"):
    """An order, a law, minutes: the paper on which something rests. Its number keeps its suffix."""

    kind: ActKind = Field(ActKind.ORDER, title="Вид акта")
    body: Line | None = Field(None, title="Кто издал", examples=["Управление образования"])
    number: Line | None = Field(None, title="Номер", examples=["149-ОД"])
    date: Day | None = Field(None, title="Дата", examples=["2025-08-28"])
    title: Line | None = Field(None, title="Название")
    address: Address | None = Field(None, title="Где опубликован")
    document: DocumentId | None = Field(
        None, title="Документ в реестре", description="Обозначение из documents.yml."
    )
    superseded_by: Line | None = Field(
        None, title="Чем заменён", description="Если акт уже не действует."
    )


class Approval(Record, title="Согласование и утверждение"):
    """One step by which a paper gains force: verb, who, when, by which act or meeting."""

    verb: ApprovalVerb = Field(title="Что сделано", examples=["approved"])
    by: Party | None = Field(None, title="Кем")
    date: Day | None = Field(None, title="Дата", description="Пусто — ещё не сделано.")
    act: Act | None = Field(None, title="Каким актом")
    meeting: MeetingId | None = Field(None, title="На каком заседании", examples=["2025-08-29"])
    decision: DecisionId | None = Field(None, title="Каким решением", examples=["2025-08-29#2"])
    note: Line | None = Field(None, title="Примечание")


class Signature(Record, title="Подпись"):
    """A signature under a paper."""

    role: Role | None = Field(None, title="Роль", examples=["secretary"])
    person: PersonId | None = Field(None, title="Человек")
    position: Line | None = Field(None, title="Должность")
    date: Day | None = Field(None, title="Когда подписано")

    @model_validator(mode="after")
    def _somebody(self) -> Self:
        require_one(self, "role", "person", "position")
        refuse_name(self.position)
        return self


class Attachment(Record, title="Приложение: файл или ссылка"):
    """A file beside the record or a page elsewhere."""

    title: Line = Field(
        title="Название",
        description="Если нет ни файла, ни ссылки, упомяните приложение в примечаниях.",
        examples=["Рабочий лист к уроку"],
    )
    file: FileName | None = Field(
        None,
        title="Файл",
        description="Имя файла в папке рядом с записью, с тем же именем, что у записи.",
        examples=["rabochiy-list.pdf"],
    )
    address: Address | None = Field(None, title="Ссылка")
    author: Party | None = Field(None, title="Автор")

    @model_validator(mode="after")
    def _something(self) -> Self:
        require_one(self, "file", "address")
        return self


class Statement(Record, title="Пункт положения"):
    """A point of a regulation, in our own words, with the code and clause that it has there."""

    code: Label | None = Field(None, title="Код", examples=["3-1", "7.9"])
    text: Text = Field(title="Текст", examples=["Вести банк лучших практик."])
    clause: Line | None = Field(None, title="Пункт", examples=["п. 4.4"])


class Indicator(Record, title="Показатель"):
    """A figure: before and after, or this year and the last."""

    name: Line = Field(title="Показатель", examples=["Средний балл ОГЭ"])
    value: Line | None = Field(None, title="Значение")
    previous: Line | None = Field(None, title="Было")
    unit: Line | None = Field(None, title="Единица")
    year: Line | None = Field(None, title="За какой год")
    proof: Line | None = Field(None, title="Чем подтверждается")
