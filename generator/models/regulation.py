"""A regulation (положение) as data: every norm with the clause that sets it.

A norm that the regulation does not set stays empty, and the site says so; nothing is guessed.
"""

from typing import Any

from pydantic import Field, model_validator

from generator.models.base import Record
from generator.models.fields import Day, Flag, Label, Line, Positive
from generator.models.labels import Labels
from generator.models.parts import Act, Approval, Statement
from generator.models.vocabulary import (
    Agreement,
    ApprovalVerb,
    AssociationKind,
    CategoryCode,
    Comparison,
    Country,
    DocumentKind,
    LegalForce,
    Period,
    Role,
    TieBreak,
    VoteBase,
)


class Norm(Record, title="Норма"):
    """What every norm carries: its clause, and the days from and to which it is valid."""

    clause: Line | None = Field(None, title="Пункт", examples=["п. 4.4"])
    valid_from: Day | None = Field(None, title="Действует с")
    valid_to: Day | None = Field(None, title="Действует по")
    note: Line | None = Field(None, title="Примечание", description="Например, оговорка о тексте.")


class MeetingsNorm(Norm, title="Норма: число заседаний"):
    """How often meetings are held."""

    min: Positive = Field(title="Не реже", description="Сколько раз за период.")
    per: Period = Field(title="За какой период")
    extra_allowed: Flag | None = Field(None, title="Можно чаще, по мере необходимости")


class QuorumNorm(Norm, title="Норма: кворум"):
    """Which part of the composition makes a meeting valid."""

    comparison: Comparison = Field(title="Сравнение", examples=["more_than"])
    numerator: Positive = Field(title="Числитель доли")
    denominator: Positive = Field(title="Знаменатель доли")
    absentee_counts: Flag | None = Field(None, title="Считать ли голосовавших заочно")


class VoteNorm(Norm, title="Норма: голосование"):
    """How decisions are voted."""

    open: Flag | None = Field(None, title="Открытое голосование")
    base: VoteBase | None = Field(None, title="Большинство считается от")
    comparison: Comparison | None = Field(None, title="Сравнение")
    numerator: Positive | None = Field(None, title="Числитель доли")
    denominator: Positive | None = Field(None, title="Знаменатель доли")
    tie: TieBreak | None = Field(None, title="При равенстве голосов")
    tie_clause: Line | None = Field(None, title="Пункт о равенстве голосов")
    required: Flag | None = Field(None, title="Голосование обязательно")


class LegalForceNorm(Norm, title="Норма: сила решений"):
    """What weight decisions have."""

    force: LegalForce = Field(title="Сила решений")


class MinutesNorm(Norm, title="Норма: протокол"):
    """How minutes are drawn up."""

    required: Flag | None = Field(None, title="Протокол обязателен")
    signers: tuple[Role, ...] = Field((), title="Кто подписывает")
    due_days: Positive | None = Field(None, title="Подписать за, дней")
    form: Line | None = Field(None, title="Форма", examples=["краткая, Приложение 2"])


class Demand(Norm, title="Норма словами"):
    """A norm that is one demand in words."""

    text: Line = Field(title="Что требуется")


class MinMembersNorm(Norm, title="Норма: наименьшая численность"):
    """The least number of members."""

    min: Positive = Field(title="Не менее, человек")
    per: Line | None = Field(None, title="На что", examples=["одно направление"])


class CompositionNorm(Norm, title="Норма: утверждение состава"):
    """How the composition is approved."""

    per: Period = Field(title="Как часто")
    by: Line = Field(title="Кем и чем", examples=["приказом руководителя управления"])


class RoleNorm(Norm, title="Норма: должность в объединении"):
    """An office in the association: how somebody comes to it."""

    role: Role = Field(title="Роль")
    title: Line = Field(title="Как называется", examples=["председатель"])
    appointed_by: Line | None = Field(None, title="Как назначается")
    required: Flag | None = Field(None, title="Обязательна")
    categories: tuple[CategoryCode, ...] = Field((), title="Из каких категорий")
    functions: tuple[Statement, ...] = Field((), title="Что делает")


class FoundingNorm(Norm, title="Норма: создание и подчинение"):
    """How associations come into being and end."""

    created: Line = Field(title="Как создаётся")
    reorganised: Line | None = Field(None, title="Как преобразуется")
    liquidated: Line | None = Field(None, title="Как прекращает работу")
    accountable_to: Line | None = Field(None, title="Кому подотчётно")
    accountable_clause: Line | None = Field(None, title="Пункт о подотчётности")
    controlled_by: Line | None = Field(None, title="Кто контролирует")
    controlled_clause: Line | None = Field(None, title="Пункт о контроле")


class ApprovalNorm(Norm, title="Норма: шаг утверждения"):
    """One step of the way on which a plan or a report gains force."""

    verb: ApprovalVerb = Field(title="Что делается")
    by: Line = Field(title="Кем")
    via: Line | None = Field(None, title="Чем оформляется")


class PlanNorm(Norm, title="Норма: план"):
    """What a plan covers, what it must contain, and how it gains force."""

    per: Period | None = Field(None, title="На какой срок")
    parts: tuple[Line, ...] = Field((), title="Что входит")
    basis: Line | None = Field(None, title="На чём основан")
    basis_clause: Line | None = Field(None, title="Пункт об основании")
    approvals: tuple[ApprovalNorm, ...] = Field((), title="Путь утверждения")


class Deadline(Norm, title="Норма: срок сдачи"):
    """A paper that is due on a day of the year, or within a window."""

    document: DocumentKind = Field(title="Что сдаётся")
    title: Line | None = Field(None, title="Как называется")
    period: Period = Field(title="За какой период")
    month: Positive = Field(title="Месяц")
    day: Positive = Field(title="День")
    from_month: Positive | None = Field(None, title="Не раньше месяца")
    from_day: Positive | None = Field(None, title="Не раньше дня")
    inclusive: Flag | None = Field(None, title="Сам день ещё в срок")
    as_of: Flag | None = Field(
        None,
        title="Состояние на этот день",
        description="Это день, на который составляют документ, а не срок сдачи.",
    )
    inferred: Flag | None = Field(None, title="День выведен из слов")
    addressee: Line | None = Field(None, title="Кому")


class RequiredDocument(Norm, title="Норма: обязательный документ"):
    """A document that the association must have."""

    kind: DocumentKind = Field(title="Вид документа")
    title: Line = Field(title="Как назван в положении")
    per: Period | None = Field(None, title="Как часто")
    min: Positive | None = Field(None, title="Сколько")
    retention: Line | None = Field(None, title="Срок хранения")
    private: Flag | None = Field(None, title="Не публикуется")
    contents: tuple[Line, ...] = Field((), title="Что содержит")


class Tier(Record, title="Уровень структуры"):
    """A level of the structure (002: РУМО → ЦНППМ → МунУМО → МО → ШМО)."""

    code: Label = Field(title="Код")
    title: Line = Field(title="Название")
    short_title: Line | None = Field(None, title="Кратко")
    kind: AssociationKind = Field(title="Вид объединений")
    parent: Label | None = Field(None, title="Код вышестоящего уровня")
    clause: Line | None = Field(None, title="Место в тексте")
    tasks: tuple[Statement, ...] = Field((), title="Задачи")


class AgreementNorm(Norm, title="Норма: согласование между уровнями"):
    """What a lower level agrees with, sends to or does with an upper one; what that one curates."""

    kind: Agreement = Field(title="Что делает", description="Курирует и координирует верхний.")
    lower: Label = Field(title="Код нижнего уровня")
    upper: Label = Field(title="Код верхнего уровня")
    matter: Line = Field(title="О чём")


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
    vote: tuple[VoteNorm, ...] = Field((), title="Голосование")
    legal_force: tuple[LegalForceNorm, ...] = Field((), title="Сила решений")
    minutes: tuple[MinutesNorm, ...] = Field((), title="Протокол")
    follow_up: tuple[Demand, ...] = Field((), title="Контроль прежних решений")
    plan: tuple[PlanNorm, ...] = Field((), title="План")
    district_theme: tuple[Demand, ...] = Field((), title="Единая методическая тема")
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
    "vote",
    "legal_force",
    "minutes",
    "follow_up",
    "plan",
    "district_theme",
)
"""Norms of which one version at a time is in force; several are told apart by their days."""
