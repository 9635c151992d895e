"""What a regulation calls things: bodies and offices go by many names."""

from pydantic import Field

from generator.models.base import Record
from generator.models.fields import Line
from generator.models.vocabulary import Role


class Labels(Record, title="Как здесь называют"):
    """What this regulation calls things."""

    body: Line = Field(title="Объединение", examples=["МУМО"])
    head: Line = Field(title="Руководитель", examples=["председатель"])
    deputy: Line | None = Field(None, title="Заместитель")
    secretary: Line | None = Field(None, title="Секретарь")
    coordinator: Line | None = Field(None, title="Координатор")
    meeting: Line | None = Field(None, title="Заседание")
    parent: Line | None = Field(None, title="Вышестоящий орган")

    def of(self, role: Role) -> str:
        """What this regulation calls an office: «председатель», «руководитель»."""
        own = {
            Role.HEAD: self.head,
            Role.DEPUTY: self.deputy,
            Role.SECRETARY: self.secretary,
            Role.COORDINATOR: self.coordinator,
        }
        return own.get(role) or role.label
