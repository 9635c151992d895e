"""A meeting with its minutes, after Приложение 2 to 004 and what real minutes add.

Popolo and Open Civic Data call these Event, EventAgendaItem, Motion and VoteEvent.
"""

from pydantic import Field

from generator.models.attendance import Attendance
from generator.models.base import Record
from generator.models.decision import Decision, DecisionReview, Vote
from generator.models.fields import (
    Address,
    Aliases,
    Count,
    Day,
    Decimal,
    Flag,
    Label,
    Line,
    Text,
    TimeOfDay,
)
from generator.models.parts import Attachment, Indicator, Party, Signature, Venue
from generator.models.references import AssociationId, OrganisationId
from generator.models.short_forms import lone_text
from generator.models.vocabulary import AgendaKind, MeetingKind, MeetingMode, MeetingStatus


class AgendaSubItem(Record, title="Подвопрос повестки дня"):
    """A part of an agenda item. A lone text is enough."""

    number: Label | None = Field(None, title="Номер", examples=["1.1"])
    text: Text = Field(title="Вопрос", examples=["Итоги входных работ"])
    speakers: tuple[Party, ...] = Field((), title="Докладчики")

    short_forms = lone_text("text")


class AgendaItem(Record, title="Вопрос повестки дня"):
    """A question of the agenda. A lone text is enough («Разное»)."""

    number: Label | None = Field(
        None, title="Номер", description="Пусто — по порядку.", examples=["1"]
    )
    text: Text = Field(title="Вопрос", examples=["Анализ работы за 2024/2025 учебный год"])
    kind: AgendaKind | None = Field(None, title="Вид выступления", examples=["report"])
    speakers: tuple[Party, ...] = Field((), title="Докладчики")
    sub_items: tuple[AgendaSubItem, ...] = Field((), title="Подвопросы")
    materials: tuple[Attachment, ...] = Field((), title="Материалы")

    short_forms = lone_text("text")


class Remark(Record, title="Выступили"):
    """What somebody said in the discussion (ВЫСТУПИЛИ)."""

    speakers: tuple[Party, ...] = Field((), title="Кто")
    summary: Text = Field(
        title="Что сказано", examples=["Предложила начать с взаимного посещения уроков."]
    )


class Question(Record, title="Вопрос к докладчику"):
    """A question to the speaker and its answer. A lone text is the question."""

    text: Text = Field(title="Вопрос", examples=["Где взять датчики сельской школе?"])
    by: Party | None = Field(None, title="Кто спросил")
    answer: Text | None = Field(None, title="Ответ", examples=["Заявку подаёт район."])

    short_forms = lone_text("text")


class Hearing(Record, title="Слушали"):
    """What was heard on one or several questions (СЛУШАЛИ)."""

    agenda: tuple[Label, ...] = Field(
        (), title="По каким вопросам", description="Номера вопросов повестки дня.", examples=[["1"]]
    )
    speakers: tuple[Party, ...] = Field((), title="Кого слушали")
    summary: Text | None = Field(None, title="Кратко о чём")
    text_attached: Flag | None = Field(None, title="Текст выступления прилагается")
    questions: tuple[Question, ...] = Field((), title="Вопросы к докладчику")
    remarks: tuple[Remark, ...] = Field((), title="Выступили")


class Rating(Record, title="Оценка участников"):
    """A mean mark by one criterion, as feedback sheets give it."""

    criterion: Line = Field(title="Критерий", examples=["Польза для моих уроков"])
    mean: Decimal = Field(title="Средний балл", examples=["4,7"])
    scale: Line | None = Field(None, title="Шкала", examples=["из 5"])


class Meeting(Record, title="Заседание"):
    """A meeting ahead, or one held, with its minutes."""

    date: Day = Field(
        title="Дата заседания",
        description="Когда заседали, а не когда подписали протокол.",
        examples=["2025-08-29"],
    )
    number: Label | None = Field(
        None,
        title="Номер протокола",
        description="Как в протоколе, с нулём или дробью.",
        examples=["1", "01", "1/2"],
    )
    status: MeetingStatus = Field(
        title="Состояние",
        description="Впереди — planned, протокол ещё не подписан — draft, подписан — signed.",
        examples=["signed"],
    )
    kind: MeetingKind = Field(MeetingKind.PLANNED, title="Вид заседания")
    mode: MeetingMode = Field(title="Как проходит", examples=["offline"])
    time: TimeOfDay | None = Field(None, title="Начало", examples=["14:00"])
    end_time: TimeOfDay | None = Field(None, title="Окончание")
    place: Venue | None = Field(None, title="Место")
    city: Line | None = Field(None, title="Населённый пункт")
    platform: Line | None = Field(None, title="Площадка", description="Для дистанционных.")
    recording: Address | None = Field(None, title="Запись")
    joint_with: tuple[AssociationId, ...] = Field(
        (),
        title="Совместно с объединениями",
        description="Запись лежит в папке того, кто созвал, остальные названы здесь.",
    )
    headline_organisations: tuple[OrganisationId, ...] = Field(
        (), title="Организации в шапке протокола"
    )
    part_of: Line | None = Field(None, title="В рамках", examples=["Августовская конференция"])
    form: Line | None = Field(None, title="Форма", examples=["круглый стол"])
    theme: Line | None = Field(None, title="Тема")
    goal: Text | None = Field(None, title="Цель")
    tasks: tuple[Text, ...] = Field((), title="Задачи")
    head: Party | None = Field(
        None,
        title="Руководитель",
        description="Можно не писать: возьмётся из состава. Вёл другой — есть presided_by.",
    )
    presided_by: Party | None = Field(
        None, title="Вёл заседание", description="Если не руководитель."
    )
    secretary: Party | None = Field(None, title="Секретарь")
    members_total: Count | None = Field(
        None,
        title="Всего в составе",
        description="Членов объединения на день заседания. На совместном — всех вместе.",
    )
    attendance: Attendance | None = Field(
        None,
        title="Присутствовали",
        description="Только члены объединения (на совместном — всех вместе); "
        "остальные — в поле invited.",
        examples=["27"],
    )
    invited: tuple[Party, ...] = Field(
        (), title="Приглашённые", description="Кто был, но в объединение не входит."
    )
    agenda: tuple[AgendaItem, ...] = Field(title="Повестка дня", min_length=1)
    reviews: tuple[DecisionReview, ...] = Field(
        (),
        title="О выполнении прежних решений",
        description="По одному пункту на каждое прежнее решение.",
    )
    hearings: tuple[Hearing, ...] = Field(
        (), title="Слушали", description="Один пункт — на один вопрос или на несколько сразу."
    )
    decisions: tuple[Decision, ...] = Field((), title="Решили")
    vote: Vote | None = Field(
        None,
        title="Голосование в целом",
        description="Если голосовали один раз за всё.",
        examples=["единогласно"],
    )
    ratings: tuple[Rating, ...] = Field((), title="Оценки участников")
    indicators: tuple[Indicator, ...] = Field((), title="Показатели")
    attachments: tuple[Attachment, ...] = Field((), title="Приложения")
    signatures: tuple[Signature, ...] = Field((), title="Подписи")
    published_on: Day | None = Field(None, title="Опубликовано")
    source_file: Line | None = Field(
        None,
        title="Откуда перенесено",
        description="Если протокол переписан из прежнего файла.",
        examples=["Протокол № 1.docx"],
    )
    notes: Text | None = Field(None, title="Примечания")
    aliases: Aliases = ()

    def agenda_numbers(self) -> tuple[str, ...]:
        """The numbers of the agenda as printed: written ones, else by order."""
        return tuple(item.number or str(place) for place, item in enumerate(self.agenda, start=1))

    def decision_numbers(self) -> tuple[str, ...]:
        """The numbers of the decisions as printed: written ones, else by order."""
        return tuple(d.number or str(place) for place, d in enumerate(self.decisions, start=1))
