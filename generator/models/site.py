"""The site: who publishes it, the calendar of the school year, its words."""

from pydantic import Field

from generator.models.base import Record
from generator.models.fields import Address, Day, Line, Positive, Text, Year
from generator.models.references import OrganisationId
from generator.models.vocabulary import Country


class Quarter(Record):
    """A school quarter (четверть), by its first and last day of lessons."""

    number: Positive = Field(title="Номер")
    begins: Day = Field(title="Первый день")
    ends: Day = Field(title="Последний день")


class Holidays(Record):
    """School holidays."""

    title: Line = Field(title="Название", examples=["осенние каникулы"])
    begins: Day = Field(title="Первый день")
    ends: Day = Field(title="Последний день")


class SchoolYearCalendar(Record):
    """The calendar of one school year: norms «once a quarter» are counted by it (004, п. 20)."""

    year: Year = Field(title="Учебный год", examples=["2025-2026"])
    begins: Day = Field(title="Начало занятий")
    ends: Day = Field(title="Конец занятий")
    country: Country | None = Field(None, title="Для какой страны")
    quarters: tuple[Quarter, ...] = Field((), title="Четверти")
    holidays: tuple[Holidays, ...] = Field((), title="Каникулы")


class DistrictTheme(Record):
    """The single methodical theme of the district for a year (004, п. 15)."""

    year: Year = Field(title="Учебный год")
    text: Line = Field(title="Единая методическая тема")


class Licence(Record):
    """The licence under which materials are published."""

    name: Line = Field(title="Название", examples=["CC BY 4.0"])
    address: Address | None = Field(None, title="Текст лицензии")
    meaning: Line | None = Field(None, title="Что она разрешает, простыми словами")


class Site(Record):
    """The site as a whole."""

    title: Line = Field(title="Название сайта")
    publisher: OrganisationId = Field(title="Кто публикует")
    description: Text = Field(title="О чём сайт", description="Две–три фразы для главной страницы.")
    demonstration: Line | None = Field(
        None,
        title="Пометка о вымышленных данных",
        description="Если заполнено, стоит на каждой странице.",
    )
    time_zone: Line | None = Field(None, title="Часовой пояс", examples=["Europe/Moscow"])
    school_years: tuple[SchoolYearCalendar, ...] = Field((), title="Учебные годы")
    themes: tuple[DistrictTheme, ...] = Field((), title="Единые методические темы")
    licence: Licence | None = Field(None, title="Лицензия материалов")
    contact: Line | None = Field(
        None, title="Куда обращаться", description="Служебный адрес, не личный."
    )
