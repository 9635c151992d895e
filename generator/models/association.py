"""Associations and who belongs to them (Popolo: Organization, Membership)."""

from typing import Self

from pydantic import Field, model_validator

from generator.models.base import Record
from generator.models.data_bank import DataBank
from generator.models.fields import Account, Address, Aliases, Count, Day, Line, Text, Year
from generator.models.parts import Act, Approval, Party, refuse_name, require_one
from generator.models.references import (
    AssociationId,
    OrganisationId,
    PersonId,
    RegulationId,
)
from generator.models.vocabulary import (
    AssociationKind,
    Audience,
    EducationLevel,
    Level,
    Role,
)


class Membership(Record, title="Кто входит в состав"):
    """One person (or one post) in one role, from a day, by an act."""

    person: PersonId | None = Field(None, title="Человек")
    position: Line | None = Field(
        None, title="Должность", description="Если человек не назван или должность иная."
    )
    organisation: OrganisationId | None = Field(None, title="Организация")
    role: Role = Field(Role.MEMBER, title="Роль", examples=["head"])
    basis: Line | None = Field(
        None, title="Почему входит в состав", examples=["руководитель РМО", "победитель конкурса"]
    )
    function: Line | None = Field(None, title="За что отвечает")
    from_date: Day | None = Field(None, alias="from", title="С")
    to_date: Day | None = Field(None, alias="to", title="По")
    act: Act | None = Field(None, title="Приказ")
    agreement: Approval | None = Field(
        None, title="Согласование кандидатуры", description="С кем и когда согласована (002)."
    )

    @model_validator(mode="after")
    def _somebody(self) -> Self:
        require_one(self, "person", "position")
        refuse_name(self.position)
        return self

    def active(self, day: Day) -> bool:
        """Tell whether the membership covers a day."""
        return (self.from_date is None or self.from_date <= day) and (
            self.to_date is None or day <= self.to_date
        )


class Composition(Record, title="Утверждение состава"):
    """The act that approves the composition for a school year, and how many it names."""

    year: Year = Field(title="Учебный год", examples=["2025-2026"])
    act: Act | None = Field(None, title="Приказ")
    total: Count | None = Field(None, title="Всего человек")


class YearTheme(Record, title="Методическая тема года"):
    """The methodical theme of a year."""

    year: Year = Field(title="Учебный год", examples=["2025-2026"])
    text: Line = Field(title="Методическая тема", examples=["Формирующее оценивание на уроке"])


class Link(Record, title="Ссылка"):
    """A page of the association elsewhere."""

    title: Line = Field(title="Название", examples=["Страница на сайте управления"])
    address: Address = Field(title="Ссылка", examples=["https://example.org/rmo"])


class Association(Record, title="Объединение"):
    """An association of teachers: what it is, whom it belongs to, by which regulation it works."""

    name: Line = Field(
        title="Полное название", examples=["Районное методическое объединение учителей математики"]
    )
    short_name: Line | None = Field(None, title="Краткое название", examples=["РМО математиков"])
    other_names: tuple[Line, ...] = Field((), title="Другие названия")
    name_genitive: Line | None = Field(
        None,
        title="Название в родительном падеже",
        description="Для протокола: «заседания учебно-методического объединения …».",
        examples=["учителей математики"],
    )
    kind: AssociationKind = Field(title="Вид", examples=["rmo"])
    level: Level = Field(title="Уровень", examples=["municipal"])
    regulation: RegulationId | None = Field(
        None, title="Положение", description="По какому положению работает."
    )
    also_regulations: tuple[RegulationId, ...] = Field(
        (),
        title="Другие положения",
        description="Чьи нормы тоже обязательны, например регионального объединения.",
    )
    parent: AssociationId | None = Field(None, title="Вышестоящее объединение")
    related: tuple[AssociationId, ...] = Field((), title="Связанные объединения")
    predecessors: tuple[AssociationId, ...] = Field((), title="Чей преемник")
    section_of: Line | None = Field(
        None, title="Секция чего", description="Если это секция отделения другого органа."
    )
    about: Text | None = Field(None, title="О чём работает")
    goal: Text | None = Field(None, title="Цель")
    subjects: tuple[Line, ...] = Field((), title="Предметы")
    education_levels: tuple[EducationLevel, ...] = Field((), title="Уровни образования")
    directions: tuple[Line, ...] = Field(
        (), title="Направления", description="Коды направлений положения."
    )
    audience: tuple[Audience, ...] = Field((), title="Кого объединяет")
    founder: OrganisationId | None = Field(None, title="Кем создано")
    host_organisation: OrganisationId | None = Field(None, title="На базе")
    accountable_to: Party | None = Field(None, title="Кому подотчётно")
    controllers: tuple[Party, ...] = Field((), title="Кто контролирует")
    creation: Act | None = Field(None, title="Акт о создании")
    created_on: Day | None = Field(None, title="Создано")
    liquidation: Act | None = Field(None, title="Акт о прекращении работы")
    liquidated_on: Day | None = Field(None, title="Прекратило работу")
    working_until: Day | None = Field(
        None, title="Срок работы", description="Для временных творческих групп."
    )
    memberships: tuple[Membership, ...] = Field((), title="Состав")
    compositions: tuple[Composition, ...] = Field((), title="Утверждение состава")
    data_bank: DataBank | None = Field(
        None,
        title="Сводка банка данных",
        description="Только числа, каждое — не меньше пяти человек. Их составляет umo databank "
        "из таблицы отдела; сама таблица в хранилище не лежит.",
    )
    themes: tuple[YearTheme, ...] = Field((), title="Методические темы")
    links: tuple[Link, ...] = Field((), title="Ссылки")
    maintainers: tuple[Account, ...] = Field(
        (),
        title="Кто ведёт записи",
        description="Имена учётных записей на GitHub: их спросят, когда другие меняют записи.",
        examples=[["zarechnoe-rmo"]],
    )
    aliases: Aliases = ()

    @property
    def label(self) -> str:
        """The name to print where space is short."""
        return self.short_name or self.name

    def theme(self, year: Year) -> str | None:
        """The methodical theme of a year, if there is one."""
        return next((theme.text for theme in self.themes if theme.year == year), None)
