"""A teaching practice: its card and its way into the bank (schema.org: LearningResource).

The body of the file, in Markdown, is the description itself.
"""

from datetime import date
from typing import Self

from pydantic import Field, model_validator

from generator.models.base import Record
from generator.models.fields import Address, Aliases, Day, Decimal, Line, Moment, Text
from generator.models.parts import Act, Approval, Attachment, Indicator, Party, require_one
from generator.models.references import (
    AssociationId,
    DecisionId,
    MeetingId,
    OrganisationId,
    PlanItemId,
    PracticeId,
)
from generator.models.short_forms import lone_text
from generator.models.vocabulary import (
    EducationLevel,
    Level,
    PracticeStatus,
    PracticeType,
    Verdict,
)


class Stage(Record, title="Этап технологии"):
    """A step of the technology. A lone text is enough."""

    title: Line | None = Field(None, title="Этап", examples=["мотивационный"])
    text: Text | None = Field(
        None, title="Что делается", examples=["Ученики сверяют решение с критериями."]
    )
    duration: Line | None = Field(None, title="Сколько времени", examples=["2 недели"])

    short_forms = lone_text("text")

    @model_validator(mode="after")
    def _named(self) -> Self:
        require_one(self, "title", "text")
        return self


class Score(Record, title="Балл по критерию"):
    """A mark by one criterion of an expertise."""

    name: Line = Field(title="Критерий", examples=["Новизна"])
    score: Decimal = Field(title="Балл", examples=["4,5"])


class Submission(Record, title="Подача"):
    """One offer of the practice to a body that may spread it further (001, п. 5.1)."""

    to: Party = Field(title="Кому")
    date: Day | None = Field(None, title="Когда подано", examples=["2025-11-03"])
    result: Line | None = Field(
        None, title="Что ответили", examples=["принято, направлено на экспертизу"]
    )


class Expertise(Record, title="Экспертиза"):
    """One expertise: who, when sent and received, with what conclusion (002, г).

    A return for rework is told here and nowhere else: `verdict`, `received_on`, `conclusion`.
    """

    body: Party | None = Field(None, title="Кто проводил")
    sent_on: Day | None = Field(None, title="Направлено")
    received_on: Day | None = Field(None, title="Получено заключение")
    verdict: Verdict | None = Field(
        None,
        title="Итог",
        description="Если returned, то received_on — когда возвращено, а conclusion — почему.",
        examples=["approved"],
    )
    criteria: tuple[Score, ...] = Field((), title="Критерии")
    conclusion: Text | None = Field(None, title="Заключение")
    decision: DecisionId | None = Field(None, title="Каким решением")

    @property
    def under_way(self) -> bool:
        """Tell whether nobody has concluded it yet."""
        return self.received_on is None and self.verdict is None


class Publication(Record, title="Публикация"):
    """A publication in the press."""

    title: Line = Field(title="Издание", examples=["Журнал «Математика в школе»"])
    issue: Line | None = Field(None, title="Выпуск")
    year: Line | None = Field(None, title="Год")
    address: Address | None = Field(None, title="Ссылка")


class Dissemination(Record, title="Распространение опыта"):
    """One act of spreading the experience: where, in which form, how far."""

    when: Moment | None = Field(None, title="Когда")
    form: Line = Field(title="Форма", examples=["открытый урок", "мастер-класс"])
    level: Level | None = Field(None, title="Уровень")
    event: Line | None = Field(None, title="Мероприятие")
    meeting: MeetingId | None = Field(None, title="Заседание")
    plan_item: PlanItemId | None = Field(
        None,
        title="Пункт плана",
        description="Объединение, учебный год, «#» и номер пункта. Для заседания довольно "
        "meeting: его пункт известен из плана.",
        examples=["mo-nachalnye/2025-2026#3"],
    )
    publication: Publication | None = Field(None, title="Публикация")


class Follower(Record, title="Кто перенял опыт"):
    """Who has taken the practice up, and what they say."""

    who: Party = Field(title="Кто", description="Учитель или школа.")
    review: Text | None = Field(None, title="Отзыв")


class BankEntry(Record, title="Включение в банк практик"):
    """When and by which act the practice entered the bank."""

    included_on: Day = Field(title="Включено", examples=["2025-12-15"])
    act: Act | None = Field(None, title="Акт")
    certificate: Line | None = Field(None, title="Номер свидетельства")


class Archival(Record, title="Передача в архив"):
    """When and why a practice left the bank: it stays readable as experience of former years."""

    date: Day | None = Field(None, title="Когда")
    reason: Text = Field(title="Почему", examples=["Программа предмета изменилась."])


class Practice(Record, title="Практика"):
    """The card of a practice. Few fields are required; the rest show only when filled."""

    title: Line = Field(title="Тема", examples=["Устный счёт за пять минут"])
    status: PracticeStatus = Field(
        title="Состояние",
        description="Видны: approved (одобрено объединением), in_bank (внесено в банк актом), "
        "recommended (рекомендовано к публикации), archived (опыт прошлых лет). "
        "Остальные ждут, и на сайте видно только их название. Путь практики с датами "
        "складывается из полей submissions, expertise, approvals, recommended_by, bank и "
        "archived; состояние не должно с ними спорить. in_bank без bank пишут, только если "
        "акт не сохранился: тогда запись говорит, кто одобрил.",
        examples=["in_bank"],
    )
    authors: tuple[Party, ...] = Field(title="Авторы", min_length=1, examples=[["ivanova-anna"]])
    organisation: OrganisationId | None = Field(None, title="Организация")
    association: AssociationId | None = Field(None, title="Объединение")
    subjects: tuple[Line, ...] = Field(title="Предметы", min_length=1, examples=[["математика"]])
    education_levels: tuple[EducationLevel, ...] = Field((), title="Уровни образования")
    grades: tuple[Line, ...] = Field((), title="Классы", examples=[["5", "6"]])
    age: Line | None = Field(None, title="Возраст", examples=["5–6 лет"])
    language: Line | None = Field(None, title="Язык")
    direction: Line | None = Field(
        None, title="Направление положения", description="Код направления положения."
    )
    level: Level = Field(title="Уровень", examples=["municipal"])
    type: PracticeType = Field(title="Вид", examples=["method"])
    keywords: tuple[Line, ...] = Field((), title="Ключевые слова")
    summary: Text = Field(
        title="Коротко",
        description="Не больше трети страницы.",
        examples=["Пять минут устного счёта в начале каждого урока."],
    )
    relevance: Text | None = Field(None, title="Почему это нужно")
    problem: Text | None = Field(None, title="Проблема или противоречие")
    source_of_change: Text | None = Field(None, title="Что побудило к переменам")
    goal: Text | None = Field(None, title="Цель")
    tasks: tuple[Text, ...] = Field((), title="Задачи")
    idea: Text | None = Field(None, title="Ведущая идея")
    concept: Text | None = Field(None, title="На что опирается")
    range: Text | None = Field(
        None, title="Диапазон опыта", examples=["система «урок – домашний опыт – конференция»"]
    )
    stages: tuple[Stage, ...] = Field((), title="Технология, этапы")
    novelty: Text | None = Field(None, title="Новизна")
    labour_intensity: Text | None = Field(None, title="Трудоёмкость")
    time_required: Line | None = Field(None, title="Сколько времени нужно")
    conditions: Text | None = Field(None, title="Условия")
    resources: tuple[Line, ...] = Field((), title="Ресурсы")
    risks: Text | None = Field(None, title="Риски")
    limitations: Text | None = Field(None, title="Где не подойдёт")
    results: tuple[Indicator, ...] = Field((), title="Результаты")
    products: tuple[Attachment, ...] = Field((), title="Что можно взять")
    sources: tuple[Line, ...] = Field((), title="Источники")
    links: tuple[Attachment, ...] = Field((), title="Видео и ссылки")
    replication: Text | None = Field(None, title="Как перенять")
    followers: tuple[Follower, ...] = Field((), title="Кто перенял")
    work_stage: Line | None = Field(None, title="Стадия работы")
    submissions: tuple[Submission, ...] = Field((), title="Кому подано")
    expertise: tuple[Expertise, ...] = Field((), title="Экспертиза")
    approvals: tuple[Approval, ...] = Field(
        (),
        title="Одобрение",
        description="Кто и каким решением или актом рассмотрел и одобрил. Заседание и решение "
        "пишут полностью: объединение, учебный год, дата.",
    )
    recommended_by: DecisionId | None = Field(
        None,
        title="Рекомендовано решением",
        description="Объединение, учебный год, дата заседания, «#» и номер решения.",
        examples=["mo-nachalnye/2025-2026/2025-11-05#2"],
    )
    recommended_note: Line | None = Field(
        None,
        title="Кем рекомендовано, словами",
        description="Если заседания, которое рекомендовало, нет в записях.",
        examples=["решение РМО учителей химии, 2024 г."],
    )
    dissemination: tuple[Dissemination, ...] = Field((), title="Распространение")
    bank: BankEntry | None = Field(None, title="Банк практик")
    archived: Archival | None = Field(None, title="Передано в архив")
    related: tuple[PracticeId, ...] = Field(
        (),
        title="Связанные практики",
        description="Показываются первыми; до пяти к ним добавляются похожие по предмету, "
        "классам и словам.",
    )
    licence: Line | None = Field(None, title="Лицензия", description="Если не общая для сайта.")
    created_on: Day | None = Field(None, title="Когда описано")
    valid_until: Day | None = Field(
        None,
        title="Действительно до",
        description="День, а не срок: «3 года» отсчитайте сами.",
    )
    aliases: Aliases = ()

    @property
    def decisions(self) -> tuple[str, ...]:
        """The decisions by which it was examined, approved and recommended, as they are named."""
        named = [step.decision for step in self.expertise]
        named += [step.decision for step in self.approvals]
        return tuple(decision for decision in (*named, self.recommended_by) if decision)

    @property
    def since(self) -> date | None:
        """The day on which a practice that is on its way came to where it is, if it is known."""
        if self.status is PracticeStatus.SUBMITTED:
            days = [step.date for step in self.submissions]
        elif self.status is PracticeStatus.ON_EXPERTISE:
            days = [step.sent_on for step in self.expertise if step.under_way]
        elif self.status is PracticeStatus.RETURNED:
            days = [step.received_on for step in self.expertise if _sends_back(step)]
        else:
            days = [self.created_on]
        return max((day for day in days if day), default=None)


def _sends_back(step: Expertise) -> bool:
    return step.verdict is Verdict.RETURNED
