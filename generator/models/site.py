"""The site: who publishes it, the calendar of the school year, its words."""

from functools import cache
from zoneinfo import available_timezones

from pydantic import Field, field_validator

from generator.models.base import Record
from generator.models.fields import Address, Day, Flag, Line, Positive, Text, Year, refuse
from generator.models.references import OrganisationId
from generator.models.vocabulary import Country, FileType
from generator.models.vocabulary.files import USUAL_TYPES
from generator.problems import BadValue, codes


@cache
def time_zones() -> frozenset[str]:
    """The names that may stand for a time zone: an area and a town, or UTC."""
    names = available_timezones()
    return frozenset(name for name in names if "/" in name or name == "UTC")


class Quarter(Record, title="Четверть"):
    """A school quarter (четверть), by its first and last day of lessons."""

    number: Positive = Field(title="Номер", examples=["1"])
    begins: Day = Field(title="Первый день")
    ends: Day = Field(title="Последний день")


class Holidays(Record, title="Каникулы"):
    """School holidays."""

    title: Line = Field(title="Название", examples=["осенние каникулы"])
    begins: Day = Field(title="Первый день")
    ends: Day = Field(title="Последний день")


class SchoolYearCalendar(Record, title="Календарь учебного года"):
    """The calendar of one school year: norms «once a quarter» are counted by it (004, п. 20)."""

    year: Year = Field(title="Учебный год", examples=["2025-2026"])
    begins: Day = Field(title="Начало занятий", examples=["2025-09-01"])
    ends: Day = Field(title="Конец занятий", examples=["2026-05-26"])
    country: Country | None = Field(None, title="Для какой страны")
    quarters: tuple[Quarter, ...] = Field((), title="Четверти")
    holidays: tuple[Holidays, ...] = Field((), title="Каникулы")


class DistrictTheme(Record, title="Единая методическая тема года"):
    """The single methodical theme of the district for a year (004, п. 15)."""

    year: Year = Field(title="Учебный год", examples=["2025-2026"])
    text: Line = Field(
        title="Единая методическая тема",
        examples=["Функциональная грамотность как общая задача района"],
    )


class Licence(Record, title="Лицензия материалов"):
    """The licence under which materials are published."""

    name: Line = Field(title="Название", examples=["CC BY 4.0"])
    address: Address | None = Field(None, title="Текст лицензии")
    meaning: Line | None = Field(None, title="Что она разрешает, простыми словами")


def cc_by() -> Licence:
    """The licence of a site that names none: experience is described to be taken up."""
    return Licence(
        name="CC BY 4.0",
        address="https://creativecommons.org/licenses/by/4.0/deed.ru",
        meaning="материалы можно копировать, менять и распространять, если назвать авторов "
        "и отметить, что изменено",
    )


class Site(Record, title="Сайт"):
    """The site as a whole."""

    title: Line = Field(
        title="Название сайта", examples=["Методические объединения Заречного района"]
    )
    publisher: OrganisationId = Field(title="Кто публикует", examples=["uo-zarechnoe"])
    description: Text = Field(
        title="О чём сайт",
        description="Две–три фразы для главной страницы.",
        examples=["Планы, протоколы и лучшие практики педагогов района."],
    )
    demonstration: Line | None = Field(
        None,
        title="Пометка о вымышленных данных",
        description="Если заполнено, стоит на каждой странице.",
    )
    time_zone: Line | None = Field(
        None,
        title="Часовой пояс",
        description="По нему идут часы в календарях.",
        examples=["Europe/Moscow"],
    )
    school_years: tuple[SchoolYearCalendar, ...] = Field((), title="Учебные годы")
    themes: tuple[DistrictTheme, ...] = Field((), title="Единые методические темы")
    licence: Licence = Field(
        default_factory=cc_by,
        title="Лицензия материалов",
        description="Если не заполнено — CC BY 4.0: материалы можно брать, назвав авторов.",
    )
    file_types: tuple[FileType, ...] = Field(
        USUAL_TYPES,
        title="Какие файлы публикуются",
        description="Виды файлов рядом с записями, по концам имён. Если не заполнено: "
        f"{', '.join(USUAL_TYPES)}.",
        examples=[["pdf", "docx", "png"]],
    )
    word_files: Flag = Field(
        True,
        title="Файлы Word",
        description="Протоколы, планы и другие формы можно скачать в Word. Если не заполнено — да.",
        examples=["нет"],
    )
    forms: Flag = Field(
        True,
        title="Формы для правки",
        description="Записи можно менять в браузере, на странице /admin/. Если не заполнено — да.",
        examples=["нет"],
    )
    contact: Line | None = Field(
        None, title="Куда обращаться", description="Служебный адрес, не личный."
    )

    @field_validator("time_zone")
    @classmethod
    def _on_the_map(cls, value: str | None) -> str | None:
        if value is not None and value not in time_zones():
            refuse(BadValue(codes.NO_TIME_ZONE, value=value[:60]))
        return value
