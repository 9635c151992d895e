"""People, with the consent that decides what of them may be published (Popolo: Person)."""

from pydantic import Field

from generator.models.base import Record
from generator.models.fields import (
    Address,
    AsWritten,
    Count,
    Day,
    Identifier,
    Line,
    Moment,
    Text,
)
from generator.models.references import OrganisationId
from generator.models.short_forms import ANY, ShortForm
from generator.models.vocabulary import CategoryCode, ConsentField, ConsentPurpose

CATEGORY_WORDS = {
    "учитель-методист": CategoryCode.METHODIST,
    "методист": CategoryCode.METHODIST,
    "высшая": CategoryCode.HIGHEST,
    "в": CategoryCode.HIGHEST,
    "первая": CategoryCode.FIRST,
    "1": CategoryCode.FIRST,
    "i": CategoryCode.FIRST,
    "вторая": CategoryCode.SECOND,
    "2": CategoryCode.SECOND,
    "ii": CategoryCode.SECOND,
    "соответствие": CategoryCode.COMPLIANCE,
    "сзд": CategoryCode.COMPLIANCE,
    "б/к": CategoryCode.NONE,
    "без категории": CategoryCode.NONE,
    "-": CategoryCode.NONE,
}
_CATEGORY_FORMS = tuple(
    ShortForm(
        rf"\s*{word}(?:\s*(?:квалификационная\s+)?категория)?\s*",
        {"code": code.value, "raw": "{0}"},
        ignore_case=True,
    )
    for word, code in CATEGORY_WORDS.items()
)


class Category(Record, title="Квалификационная категория"):
    """A qualification category. A lone text such as «высшая», «1», «б/к» is understood."""

    code: CategoryCode = Field(title="Категория", examples=["highest"])
    since: Day | None = Field(None, title="С какого дня")
    raw: AsWritten | None = Field(None, title="Как записано в источнике")

    short_forms = (*_CATEGORY_FORMS, ShortForm(ANY, {"code": "{0}", "raw": "{0}"}))


class Experience(Record, title="Стаж"):
    """Years of work. «26 лет» and 6 are understood."""

    value: Count = Field(title="Лет", description="Можно и со словом: «26 лет».", examples=["26"])
    as_of: Day | None = Field(None, title="На какой день")

    short_forms = (ShortForm(r"\s*(.*?)\s*(?:лет|года?)?\s*", {"value": "{1}"}),)


class Post(Record, title="Должность человека"):
    """A position somebody holds or held; two at once are two entries."""

    title: Line = Field(title="Должность", examples=["учитель математики"])
    organisation: OrganisationId | None = Field(None, title="Организация")
    from_date: Day | None = Field(None, alias="from", title="С")
    to_date: Day | None = Field(None, alias="to", title="По")


class NameForms(Record, title="Падежи имени"):
    """Forms of the name for official texts; without them only the first form is printed."""

    genitive: Line | None = Field(None, title="Родительный (кого)", examples=["Ивановой А. П."])
    dative: Line | None = Field(None, title="Дательный (кому)")
    accusative: Line | None = Field(None, title="Винительный (кого)")
    instrumental: Line | None = Field(None, title="Творительный (кем)")


class SelfEducation(Record, title="Тема самообразования"):
    """A theme of self-education (004, п. 26.6)."""

    theme: Line = Field(title="Тема", examples=["Формирующее оценивание на уроках алгебры"])
    period: Moment | None = Field(None, title="Срок")
    report: Line | None = Field(None, title="Форма отчёта")


class Award(Record, title="Награда"):
    """An award of a person."""

    title: Line = Field(title="Награда", examples=["Почётная грамота управления образования"])
    year: Line | None = Field(None, title="Год")


class Consent(Record, title="Согласие на публикацию"):
    """What somebody agreed to see published, and where; when and by which paper; when withdrawn."""

    fields: tuple[ConsentField, ...] = Field(
        title="На что дано согласие",
        description="Имени, категории, стажа, наград, авторства без согласия на сайте не будет; "
        "должность и место работы называются и без имени.",
        examples=[["name", "position"]],
    )
    purposes: tuple[ConsentPurpose, ...] = Field(
        (ConsentPurpose.PAGES,),
        title="Где можно публиковать",
        description="Не заполнено — только на страницах сайта (с печатью, файлами Word и поиском). "
        "Ленты и календари уходят с сайта на устройства читателей; открытые данные (JSON, CSV, "
        "XLSX) и разметку для поисковых систем забирают программы.",
        examples=[["pages", "feeds", "open_data"]],
    )
    given_on: Day = Field(title="Когда дано", examples=["2025-09-01"])
    document: Line = Field(title="Документ", examples=["согласие № 14 от 01.09.2025"])
    withdrawn_on: Day | None = Field(None, title="Когда отозвано")

    def holds_for(self, field: ConsentField, purpose: ConsentPurpose) -> bool:
        """Tell whether it stands, and is for this."""
        return self.withdrawn_on is None and field in self.fields and purpose in self.purposes


class Person(Record, title="Человек"):
    """A person. Without a consent only posts stand here, and the site shows no more than posts."""

    id: Identifier = Field(
        title="Обозначение",
        description="Придумайте сами, потом не меняйте. Без согласия — без фамилии.",
        examples=["ivanova-anna"],
    )
    surname: Line | None = Field(
        None, title="Фамилия", description="Только вместе с согласием (consent)."
    )
    given_name: Line | None = Field(
        None, title="Имя", description="Только вместе с согласием (consent)."
    )
    patronymic: Line | None = Field(
        None, title="Отчество", description="Только вместе с согласием (consent)."
    )
    name_forms: NameForms | None = Field(None, title="Падежи имени")
    positions: tuple[Post, ...] = Field((), title="Должности")
    subjects: tuple[Line, ...] = Field((), title="Предметы")
    grades: tuple[Line, ...] = Field(
        (), title="Классы", description="В каких классах работает.", examples=[["5", "6"]]
    )
    category: Category | None = Field(None, title="Категория", examples=["высшая"])
    experience: Experience | None = Field(None, title="Стаж", examples=["26 лет"])
    awards: tuple[Award, ...] = Field((), title="Награды")
    self_education: tuple[SelfEducation, ...] = Field((), title="Самообразование")
    expert_roles: tuple[Line, ...] = Field(
        (),
        title="Экспертная работа",
        description="В каких экспертных комиссиях участвует (001, п. 5.1).",
    )
    site: Address | None = Field(None, title="Профессиональная страница")
    about: Text | None = Field(None, title="О человеке")
    consent: Consent | None = Field(None, title="Согласие на публикацию")
    consents: tuple[Consent, ...] = Field(
        (),
        title="Другие согласия",
        description="Если согласий несколько: например, на открытые данные дано отдельное, позже. "
        "Каждое действует и отзывается само по себе.",
    )
    updated_on: Day | None = Field(None, title="Когда проверено")

    @property
    def agreed(self) -> tuple[Consent, ...]:
        """All consents on record, those withdrawn as well."""
        return (self.consent, *self.consents) if self.consent else self.consents

    def allows(self, field: ConsentField, purpose: ConsentPurpose) -> bool:
        """Tell whether this may be published there (152-ФЗ, art. 10.1; 99-З)."""
        return any(consent.holds_for(field, purpose) for consent in self.agreed)

    def allows_anywhere(self, field: ConsentField) -> bool:
        """Tell whether this may be published in any way at all."""
        return any(self.allows(field, purpose) for purpose in ConsentPurpose)


class People(Record, title="Люди"):
    """A file of people."""

    people: tuple[Person, ...] = Field((), title="Люди")
