"""The plan of a school year, after Приложение 1 to 004 and what real plans add."""

from typing import Self

from pydantic import Field, model_validator

from generator.models.base import Record
from generator.models.fields import Aliases, Flag, Label, Line, Moment, Text, TimeOfDay, Year
from generator.models.parts import Approval, Attachment, Party, Venue, require_one
from generator.models.references import MeetingId, OrganisationId
from generator.models.short_forms import lone_text
from generator.models.vocabulary import BlockKind, PlanItemStatus, PlanStatus


class Task(Record, title="Задача года"):
    """A task of the year. A lone text is enough."""

    text: Text = Field(title="Задача", examples=["Освоить приёмы формирующего оценивания"])
    meetings: tuple[Label, ...] = Field(
        (), title="На каких заседаниях решается", description="Номера заседаний плана."
    )

    short_forms = lone_text("text")


class BlockItem(Record, title="Пункт блока"):
    """A point of the programme and who presents it."""

    text: Text = Field(title="Что", examples=["Мастер-класс «Лист самооценки»"])
    presenters: tuple[Party, ...] = Field((), title="Кто проводит")


class Block(Record, title="Блок программы заседания"):
    """One of the three blocks of a meeting's programme (13 in list 4A)."""

    kind: BlockKind | None = Field(None, title="Блок", examples=["methodical"])
    title: Line | None = Field(None, title="Название блока", description="Если оно своё.")
    items: tuple[BlockItem, ...] = Field((), title="Пункты")

    @model_validator(mode="after")
    def _named(self) -> Self:
        require_one(self, "kind", "title")
        return self


class PlanItem(Record, title="Пункт плана"):
    """What a planned meeting and a planned event have in common."""

    number: Label | None = Field(None, title="Номер", examples=["1"])
    when: Moment | None = Field(
        None,
        title="Когда",
        description="Дата, месяц, промежуток, «до 05.12» или «в течение года».",
        examples=["2025-10-29", "ноябрь", "в течение года"],
    )
    time: TimeOfDay | None = Field(None, title="Время", examples=["10:00"])
    place: Venue | None = Field(None, title="Место")
    departure: Line | None = Field(None, title="Выезд", examples=["в 8.30 от Дома культуры"])
    form: Line | None = Field(None, title="Форма проведения", examples=["семинар-практикум"])
    goal: Text | None = Field(None, title="Цель")
    tasks: tuple[Text, ...] = Field((), title="Задачи")
    planned_result: Text | None = Field(None, title="Планируемый результат")
    responsible: tuple[Party, ...] = Field((), title="Ответственные")
    co_responsible: tuple[Party, ...] = Field((), title="Соисполнители")
    direction: Line | None = Field(
        None, title="Направление", description="Код направления или задачи положения."
    )
    basis: Line | None = Field(None, title="Основание", examples=["опрос учителей, май 2025"])
    evidence: Line | None = Field(None, title="Чем подтверждается", examples=["протокол"])
    status: PlanItemStatus = Field(PlanItemStatus.PLANNED, title="Состояние")
    status_note: Line | None = Field(None, title="Пояснение к состоянию")
    meeting: MeetingId | None = Field(
        None,
        title="Состоявшееся заседание",
        description="Имя файла заседания в той же папке.",
        examples=["2025-10-29"],
    )
    joint_with: tuple[Party, ...] = Field((), title="Совместно с")


class PlannedMeeting(PlanItem, title="Заседание в плане"):
    """A meeting of the plan."""

    theme: Line = Field(title="Тема", examples=["Формирующее оценивание на уроке"])
    agenda: tuple[Text, ...] = Field((), title="Вопросы")
    blocks: tuple[Block, ...] = Field((), title="План проведения")


class PlannedEvent(PlanItem, title="Мероприятие в плане"):
    """Any other event of the plan."""

    title: Line = Field(title="Мероприятие", examples=["Муниципальный этап олимпиады"])
    section: Line | None = Field(None, title="Раздел плана")
    audience: Line | None = Field(None, title="Для кого")


class Plan(Record, title="План работы"):
    """The plan of an association for a school year."""

    school_year: Year | None = Field(
        None, title="Учебный год", description="Можно не писать: он стоит в имени папки."
    )
    title: Line | None = Field(None, title="Заголовок", description="Если он не обычный.")
    status: PlanStatus = Field(PlanStatus.DRAFT, title="Состояние")
    theme: Text = Field(
        title="Методическая тема",
        examples=["Формирующее оценивание как средство повышения качества обучения"],
    )
    organisation_theme: Text | None = Field(None, title="Единая тема района или организации")
    goal: Text = Field(title="Цель", examples=["Повысить качество обучения математике."])
    tasks: tuple[Task, ...] = Field(
        title="Задачи", min_length=1, examples=[["Освоить приёмы формирующего оценивания"]]
    )
    basis: tuple[Line, ...] = Field((), title="На чём основан план")
    needs_studied: Flag | None = Field(None, title="Потребности педагогов изучены")
    roster: tuple[Party, ...] = Field((), title="Состав на момент составления")
    organisation: OrganisationId | None = Field(None, title="Организация в заголовке")
    approvals: tuple[Approval, ...] = Field((), title="Согласование и утверждение")
    meetings: tuple[PlannedMeeting, ...] = Field((), title="Заседания")
    events: tuple[PlannedEvent, ...] = Field((), title="Другие мероприятия")
    attachments: tuple[Attachment, ...] = Field((), title="Приложения")
    notes: Text | None = Field(None, title="Примечания")
    aliases: Aliases = ()

    @property
    def items(self) -> tuple[PlannedMeeting | PlannedEvent, ...]:
        """Meetings and events together, in the order of the record."""
        return (*self.meetings, *self.events)
