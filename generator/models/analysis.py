"""The analysis of a year's work. The body of the file, in Markdown, is its text."""

from pydantic import Field

from generator.models.base import Record
from generator.models.fields import Aliases, Day, Decimal, Line, Moment, Text, Year
from generator.models.parts import Approval, Attachment, Indicator, Party
from generator.models.vocabulary import AssessmentKind


class Fulfilment(Record, title="Выполнение задачи плана"):
    """How far one task of the plan was reached."""

    task: Text = Field(title="Задача", examples=["Освоить приёмы формирующего оценивания"])
    result: Text = Field(
        title="Что сделано", examples=["Проведены два семинара и 11 открытых уроков."]
    )
    share: Line | None = Field(None, title="Доля", examples=["80 %"])


class AssessmentCriterion(Record, title="Критерий оценки"):
    """A mark by one criterion."""

    name: Line = Field(title="Критерий", examples=["Польза заседаний для уроков"])
    score: Decimal = Field(title="Балл", examples=["8,5"])
    scale: Line | None = Field(None, title="Шкала", examples=["из 10"])


class Assessment(Record, title="Оценка деятельности"):
    """A self-assessment or an assessment from outside (003, п. 5.7)."""

    kind: AssessmentKind = Field(title="Кто оценивал", examples=["self"])
    date: Day | None = Field(None, title="Когда")
    by: Party | None = Field(None, title="Кем")
    criteria: tuple[AssessmentCriterion, ...] = Field((), title="Критерии")
    conclusion: Text | None = Field(None, title="Вывод")


class Analysis(Record, title="Анализ работы за год"):
    """The analysis of a year: what was aimed at, what came of it, what is next."""

    school_year: Year | None = Field(
        None, title="Учебный год", description="Можно не писать: он стоит в имени папки."
    )
    title: Line | None = Field(None, title="Заголовок")
    period: Moment | None = Field(None, title="Период", description="Если не весь год.")
    date: Day | None = Field(None, title="Дата")
    submitted_on: Day | None = Field(None, title="Сдан")
    addressee: Party | None = Field(None, title="Кому")
    theme: Text | None = Field(None, title="Методическая тема")
    goal: Text | None = Field(None, title="Цель")
    subject_of_analysis: Text | None = Field(None, title="Что анализируется")
    sources: tuple[Line, ...] = Field((), title="На каких данных")
    fulfilment: tuple[Fulfilment, ...] = Field((), title="Выполнение задач")
    indicators: tuple[Indicator, ...] = Field((), title="Показатели")
    problems: tuple[Text, ...] = Field((), title="Проблемы")
    conclusions: tuple[Text, ...] = Field((), title="Выводы")
    next_tasks: tuple[Text, ...] = Field((), title="Задачи на следующий год")
    assessments: tuple[Assessment, ...] = Field((), title="Оценка деятельности")
    approvals: tuple[Approval, ...] = Field((), title="Согласование и утверждение")
    attachments: tuple[Attachment, ...] = Field((), title="Приложения")
    aliases: Aliases = ()
