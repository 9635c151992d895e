"""Norms: what a regulation can set, each with its clause and the days between which it holds."""

from datetime import date
from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from generator.models.base import Record
from generator.models.fields import Day, Flag, Label, Line, Positive, refuse
from generator.models.parts import Statement
from generator.models.vocabulary import (
    Agreement,
    ApprovalVerb,
    AssessmentKind,
    AssociationKind,
    CategoryCode,
    Comparison,
    DocumentKind,
    LegalForce,
    Period,
    PlanPart,
    Presiding,
    Role,
    TieBreak,
    VoteBase,
)
from generator.problems import BadValue, codes


def _only(*periods: Period) -> AfterValidator:
    """Take only the periods by which a norm of this kind can be counted."""

    def check(value: Period) -> Period:
        if value not in periods:
            allowed = ", ".join(f"{period.value} ({period.label})" for period in periods)
            refuse(BadValue(codes.NOT_IN_VOCABULARY, value=value.value, allowed=allowed))
        return value

    return AfterValidator(check)


MeetingsPeriod = Annotated[
    Period,
    _only(Period.SCHOOL_YEAR, Period.SCHOOL_QUARTER, Period.CALENDAR_QUARTER, Period.MONTH),
]
ReportPeriod = Annotated[Period, _only(Period.SCHOOL_YEAR, Period.CALENDAR_YEAR, Period.HALF_YEAR)]
PaperPeriod = Annotated[Period, _only(Period.SCHOOL_YEAR, Period.HALF_YEAR, Period.ONCE)]
YearlyPeriod = Annotated[Period, _only(Period.SCHOOL_YEAR)]
_COMMON_YEAR = 2023


def _refuse_share(
    comparison: Comparison | None, numerator: int | None, denominator: int | None
) -> None:
    """A share is not more than the whole, and nothing is more than the whole."""
    if numerator is None or denominator is None:
        return
    whole = numerator == denominator and comparison is Comparison.MORE_THAN
    if numerator > denominator or whole:
        words = {"value": f"{numerator}/{denominator}", "expected": "доля меньше целого"}
        refuse(BadValue(codes.OUT_OF_RANGE, **words))


def _refuse_day(month: int, day: int) -> None:
    """A day that is to come every year is in every year: 29 February is not."""
    try:
        date(_COMMON_YEAR, month, day)
    except ValueError:
        refuse(BadValue(codes.IMPOSSIBLE_DATE, value=f"{day:02}.{month:02}"))


class Norm(Record, title="Норма"):
    """What every norm carries: its clause, and the days from and to which it is valid."""

    clause: Line | None = Field(None, title="Пункт", examples=["п. 4.4"])
    valid_from: Day | None = Field(None, title="Действует с")
    valid_to: Day | None = Field(None, title="Действует по")
    kinds: tuple[AssociationKind, ...] = Field(
        (), title="Для каких объединений", description="Пусто — для всех."
    )
    note: Line | None = Field(None, title="Примечание", description="Например, оговорка о тексте.")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            words = {"start": f"{self.valid_from:%d.%m.%Y}", "end": f"{self.valid_to:%d.%m.%Y}"}
            refuse(BadValue(codes.ENDS_BEFORE_START, **words))
        return self


class MeetingsNorm(Norm, title="Норма: число заседаний"):
    """How often meetings are held."""

    min: Positive = Field(title="Не реже", description="Сколько раз за период.")
    per: MeetingsPeriod = Field(title="За какой период")
    extra_allowed: Flag | None = Field(None, title="Можно чаще, по мере необходимости")


class QuorumNorm(Norm, title="Норма: кворум"):
    """Which part of the composition makes a meeting valid."""

    comparison: Comparison = Field(title="Сравнение", examples=["more_than"])
    numerator: Positive = Field(title="Числитель доли")
    denominator: Positive = Field(title="Знаменатель доли")
    absentee_counts: Flag | None = Field(None, title="Считать ли голосовавших заочно")

    @model_validator(mode="after")
    def _possible(self) -> Self:
        _refuse_share(self.comparison, self.numerator, self.denominator)
        return self


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

    @model_validator(mode="after")
    def _possible(self) -> Self:
        _refuse_share(self.comparison, self.numerator, self.denominator)
        return self


class GuestsNorm(Norm, title="Норма: приглашённые"):
    """Whether guests have a vote, and whether they count for the quorum."""

    vote: Flag = Field(title="Голосуют ли приглашённые")
    count: Flag | None = Field(None, title="Входят ли приглашённые в кворум")


class MemberDataNorm(Norm, title="Норма: обновление сведений о членах"):
    """How often what is on record of members is looked through."""

    per: YearlyPeriod = Field(title="Как часто", examples=["school_year"])


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

    per: YearlyPeriod = Field(title="Как часто")
    by: Line = Field(title="Кем и чем", examples=["приказом руководителя управления"])


class RoleNorm(Norm, title="Норма: должность в объединении"):
    """An office in the association: how somebody comes to it."""

    role: Role = Field(title="Роль")
    title: Line = Field(title="Как называется", examples=["председатель"])
    appointed_by: Line | None = Field(None, title="Как назначается")
    required: Flag | None = Field(None, title="Обязательна")
    categories: tuple[CategoryCode, ...] = Field((), title="Из каких категорий")
    by_order: Flag | None = Field(None, title="Назначается приказом")
    from_members: Flag | None = Field(None, title="Назначается из членов объединения")
    agreed_with: Line | None = Field(None, title="С кем согласуют кандидатуру", examples=["РУМО"])
    presides: Presiding | None = Field(None, title="Ведёт ли заседания")
    presides_clause: Line | None = Field(None, title="Пункт о ведении заседаний")
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
    before_start: Flag | None = Field(
        None, title="До начала учебного года", description="Позже этот шаг уже опоздал."
    )


class PlanNorm(Norm, title="Норма: план"):
    """What a plan covers, what it must contain, and how it gains force."""

    per: YearlyPeriod | None = Field(None, title="На какой срок")
    parts: tuple[PlanPart, ...] = Field((), title="Что входит")
    basis: Line | None = Field(None, title="На чём основан")
    basis_clause: Line | None = Field(None, title="Пункт об основании")
    approvals: tuple[ApprovalNorm, ...] = Field((), title="Путь утверждения")


class Deadline(Norm, title="Норма: срок сдачи"):
    """A paper that is due on a day of the year, or within a window."""

    document: DocumentKind = Field(title="Что сдаётся")
    title: Line | None = Field(None, title="Как называется")
    assessment: AssessmentKind | None = Field(
        None, title="Какая оценка", description="Для оценки деятельности: своя или внешняя."
    )
    period: ReportPeriod = Field(title="За какой период")
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

    @model_validator(mode="after")
    def _possible(self) -> Self:
        _refuse_day(self.month, self.day)
        if self.from_month:
            _refuse_day(self.from_month, self.from_day or 1)
        return self


class RequiredDocument(Norm, title="Норма: обязательный документ"):
    """A document that the association must have."""

    kind: DocumentKind = Field(title="Вид документа")
    title: Line = Field(title="Как назван в положении")
    per: PaperPeriod | None = Field(None, title="Как часто")
    min: Positive | None = Field(None, title="Сколько")
    retention: Line | None = Field(None, title="Срок хранения")
    private: Flag | None = Field(None, title="Не публикуется")
    contents: tuple[Line, ...] = Field((), title="Что содержит")


class AgreementNorm(Norm, title="Норма: согласование между уровнями"):
    """What a lower level agrees with, sends to or does with an upper one; what that one curates."""

    kind: Agreement = Field(title="Что делает", description="Курирует и координирует верхний.")
    lower: Label = Field(title="Код нижнего уровня")
    upper: Label = Field(title="Код верхнего уровня")
    matter: Line = Field(title="О чём")
