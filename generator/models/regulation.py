"""A regulation (положение) as data: every norm with the clause that sets it.

A norm that the regulation does not set stays empty, and the site says so; nothing is guessed.
"""

from typing import Any

from pydantic import Field, model_validator

from generator.models.base import Record
from generator.models.fields import Aliases, Day, Flag, Label, Line, Positive
from generator.models.labels import Labels
from generator.models.norms import (
    AgreementNorm,
    ApprovalNorm,
    CompositionNorm,
    Deadline,
    Demand,
    FoundingNorm,
    GuestsNorm,
    LegalForceNorm,
    MeetingsNorm,
    MemberDataNorm,
    MinMembersNorm,
    MinutesNorm,
    PlanNorm,
    QuorumNorm,
    RequiredDocument,
    RoleNorm,
    VoteNorm,
)
from generator.models.parts import Act, Approval, Statement
from generator.models.vocabulary import AssociationKind, Country


class Tier(Record, title="Уровень структуры"):
    """A level of the structure (002: РУМО → ЦНППМ → МунУМО → МО → ШМО)."""

    code: Label = Field(title="Код")
    title: Line = Field(title="Название")
    short_title: Line | None = Field(None, title="Кратко")
    kind: AssociationKind = Field(title="Вид объединений")
    parent: Label | None = Field(None, title="Код вышестоящего уровня")
    clause: Line | None = Field(None, title="Место в тексте")
    tasks: tuple[Statement, ...] = Field((), title="Задачи")


class Basis(Act, title="Основание положения"):
    """An act on which the regulation rests, and where the regulation says so."""

    clause: Line | None = Field(None, title="Пункт")
    note: Line | None = Field(None, title="Примечание")


class Abridged(Record, title="Перечень, который здесь не расписан"):
    """A list of the regulation that this record does not spell out point by point."""

    part: Line = Field(title="Какой перечень", examples=["направления работы"])
    total: Positive = Field(title="Сколько в нём пунктов")
    codes: tuple[Label, ...] = Field((), title="Коды всех пунктов")
    clause: Line | None = Field(None, title="Пункт")
    note: Line | None = Field(None, title="Что известно")


class Regulation(Record, title="Положение"):
    """A regulation, with all that it sets and nothing that it does not."""

    title: Line = Field(title="Название")
    short_title: Line | None = Field(None, title="Кратко")
    country: Country = Field(title="Страна")
    territory: Line | None = Field(None, title="Где действует")
    valid_from: Day | None = Field(None, title="Действует с")
    valid_to: Day | None = Field(None, title="Действует по")
    approvals: tuple[Approval, ...] = Field((), title="Кем утверждено")
    legal_basis: tuple[Basis, ...] = Field((), title="На чём основано")
    amended_by: tuple[Act, ...] = Field((), title="Чем изменено")
    labels: Labels = Field(title="Как здесь называют")
    purpose: tuple[Statement, ...] = Field((), title="Цель и назначение")
    principles: tuple[Statement, ...] = Field((), title="Принципы")
    tasks: tuple[Statement, ...] = Field((), title="Задачи")
    functions: tuple[Statement, ...] = Field((), title="Функции")
    directions: tuple[Statement, ...] = Field((), title="Направления работы")
    contents: tuple[Statement, ...] = Field((), title="Содержание работы")
    event_forms: tuple[Statement, ...] = Field((), title="Формы работы")
    event_forms_open: Flag | None = Field(None, title="Список форм открыт («и др.»)")
    membership: tuple[Statement, ...] = Field((), title="Кто входит в состав")
    rights: tuple[Statement, ...] = Field((), title="Права")
    duties: tuple[Statement, ...] = Field((), title="Обязанности и ответственность")
    founding: tuple[FoundingNorm, ...] = Field((), title="Создание и подчинение")
    composition: tuple[CompositionNorm, ...] = Field((), title="Утверждение состава")
    min_members: tuple[MinMembersNorm, ...] = Field((), title="Наименьшая численность")
    roles: tuple[RoleNorm, ...] = Field((), title="Руководство")
    meetings: tuple[MeetingsNorm, ...] = Field((), title="Число заседаний")
    quorum: tuple[QuorumNorm, ...] = Field((), title="Кворум")
    guests: tuple[GuestsNorm, ...] = Field((), title="Приглашённые")
    vote: tuple[VoteNorm, ...] = Field((), title="Голосование")
    legal_force: tuple[LegalForceNorm, ...] = Field((), title="Сила решений")
    minutes: tuple[MinutesNorm, ...] = Field((), title="Протокол")
    follow_up: tuple[Demand, ...] = Field((), title="Контроль прежних решений")
    execution: tuple[Demand, ...] = Field((), title="Исполнение решений")
    plan: tuple[PlanNorm, ...] = Field((), title="План")
    plan_execution: tuple[Demand, ...] = Field((), title="Выполнение плана")
    district_theme: tuple[Demand, ...] = Field((), title="Единая методическая тема")
    child_heads: tuple[Demand, ...] = Field(
        (), title="Руководители подчинённых объединений в составе"
    )
    member_subjects: tuple[Demand, ...] = Field((), title="Предметы членов объединения")
    member_data: tuple[MemberDataNorm, ...] = Field((), title="Обновление сведений о членах")
    publication: tuple[Demand, ...] = Field((), title="Рекомендация опыта к публикации")
    report_approvals: tuple[ApprovalNorm, ...] = Field((), title="Путь утверждения отчётов")
    deadlines: tuple[Deadline, ...] = Field((), title="Сроки")
    documents: tuple[RequiredDocument, ...] = Field((), title="Перечень документов")
    structure: tuple[Tier, ...] = Field((), title="Уровни")
    agreements: tuple[AgreementNorm, ...] = Field((), title="Согласования между уровнями")
    problems: tuple[Statement, ...] = Field((), title="Трудности, названные в тексте")
    abridged: tuple[Abridged, ...] = Field((), title="Что здесь не расписано")
    defects: tuple[Statement, ...] = Field(
        (), title="Неясности текста", description="Как они здесь поняты."
    )
    aliases: Aliases = ()

    @model_validator(mode="before")
    @classmethod
    def _one_version(cls, data: Any) -> Any:
        """Let a norm that has one version stand without a list: `quorum: {…}`."""
        if not isinstance(data, dict):
            return data
        return {
            key: [value] if key in VERSIONED and isinstance(value, dict) else value
            for key, value in data.items()
        }

    def statement(self, code: str) -> Statement | None:
        """The direction, task, function or content that a code stands for."""
        groups = (self.directions, self.tasks, self.functions, self.contents)
        return next((s for group in groups for s in group if s.code == code), None)


VERSIONED = (
    "founding",
    "composition",
    "min_members",
    "meetings",
    "quorum",
    "guests",
    "vote",
    "legal_force",
    "minutes",
    "follow_up",
    "execution",
    "plan",
    "plan_execution",
    "district_theme",
    "child_heads",
    "member_subjects",
    "member_data",
    "publication",
)
"""Norms of which one version at a time is in force; several are told apart by their days."""
