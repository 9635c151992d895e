"""Organisations: schools, offices, centres (Popolo: Organization)."""

from pydantic import Field

from generator.models.base import Record
from generator.models.fields import Address, Aliases, Identifier, Line
from generator.models.references import OrganisationId


class Organisation(Record, title="Организация"):
    """A school or an office. Its telephone and e-mail are official, not anybody's own."""

    id: Identifier = Field(
        title="Обозначение", description="Придумайте сами, потом не меняйте.", examples=["shkola-2"]
    )
    name: Line = Field(
        title="Полное название",
        description="Как в уставе.",
        examples=["Муниципальное казённое общеобразовательное учреждение «Средняя школа № 2»"],
    )
    short_name: Line | None = Field(None, title="Краткое название", examples=["МКОУ «СОШ № 2»"])
    former_names: tuple[Line, ...] = Field((), title="Прежние названия")
    type: Line | None = Field(None, title="Тип", examples=["школа", "управление образования"])
    founder: OrganisationId | None = Field(None, title="Учредитель")
    place: Line | None = Field(None, title="Населённый пункт")
    address: Line | None = Field(None, title="Адрес организации")
    phone: Line | None = Field(None, title="Служебный телефон")
    email: Line | None = Field(None, title="Служебная электронная почта")
    site: Address | None = Field(None, title="Сайт")
    registration_number: Line | None = Field(None, title="ОГРН или УНП")
    tax_number: Line | None = Field(None, title="ИНН")
    aliases: Aliases = ()

    @property
    def label(self) -> str:
        """The name to print where space is short."""
        return self.short_name or self.name


class Organisations(Record, title="Организации"):
    """A file of organisations."""

    organisations: tuple[Organisation, ...] = Field((), title="Организации")
