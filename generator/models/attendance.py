"""Who was there: as a number, a list, by organisation, by role, as connections, or a mix."""

from typing import Self

from pydantic import Field, model_validator

from generator.models.base import Record
from generator.models.fields import AsWritten, Count, Flag, Line
from generator.models.parts import refuse_name, require_one
from generator.models.references import OrganisationId, PersonId
from generator.models.short_forms import ANY, ShortForm, lone_text
from generator.models.vocabulary import AttendanceStatus

_PRESENT = frozenset(
    {AttendanceStatus.PRESENT, AttendanceStatus.REMOTE, AttendanceStatus.REPRESENTED}
)


class Attendee(Record, title="Участник поимённо"):
    """One person or post. A lone text is a person's id."""

    person: PersonId | None = Field(None, title="Человек")
    position: Line | None = Field(None, title="Должность")
    organisation: OrganisationId | None = Field(None, title="Организация")
    status: AttendanceStatus = Field(AttendanceStatus.PRESENT, title="Участие")
    reason: Line | None = Field(
        None, title="Причина отсутствия", description="Без сведений о здоровье."
    )

    short_forms = lone_text("person")

    @model_validator(mode="after")
    def _somebody(self) -> Self:
        require_one(self, "person", "position")
        refuse_name(self.position)
        return self


class RoleCount(Record, title="Число присутствующих по роли"):
    """So many of one kind."""

    role: Line = Field(title="Кто", examples=["учителя математики"])
    count: Count = Field(title="Сколько", examples=["12"])


class OrganisationCount(Record, title="Число присутствующих от организации"):
    """So many from one organisation, or the organisation alone."""

    organisation: OrganisationId | None = Field(None, title="Организация")
    organisation_name: Line | None = Field(None, title="Организация со стороны")
    count: Count | None = Field(None, title="Сколько", description="Пусто — не записано.")

    short_forms = lone_text("organisation")

    @model_validator(mode="after")
    def _some(self) -> Self:
        require_one(self, "organisation", "organisation_name")
        return self


class Attendance(Record, title="Присутствовали"):
    """Attendance of members. A number, a list of ids or «50 подключений» may stand alone."""

    present_count: Count | None = Field(
        None, title="Присутствовали, чел.", description="Пусто — не записано; 0 — никого."
    )
    absent_count: Count | None = Field(None, title="Отсутствовали, чел.")
    connections: Count | None = Field(
        None,
        title="Подключений",
        description="Для дистанционных; за одним экраном может быть и несколько человек.",
    )
    by_role: tuple[RoleCount, ...] = Field((), title="По ролям")
    by_organisation: tuple[OrganisationCount, ...] = Field((), title="По организациям")
    people: tuple[Attendee, ...] = Field(
        (), title="Поимённо", description="Отсутствовавшие — тоже здесь, с пометкой status: absent."
    )
    list_attached: Flag | None = Field(None, title="Список прилагается")
    note: AsWritten | None = Field(
        None,
        title="Как записано",
        description="Что не легло в числа и списки.",
        examples=["отсутствовали трое, по уважительной причине"],
    )

    short_forms = (
        ShortForm(r"\s*(\d+)\s*", {"present_count": "{1}"}),
        ShortForm(r"\s*(\d{1,5})\s+подключени[а-я]+\s*", {"connections": "{1}"}),
        ShortForm(ANY, {"note": "{0}"}),
    )
    lone_list = "people"

    @model_validator(mode="after")
    def _no_names(self) -> Self:
        refuse_name(self.note)
        return self

    @property
    def present(self) -> int | None:
        """How many members were there, from the surest source; None where nothing was said."""
        if self.present_count is not None:
            return self.present_count
        if self.by_role:
            return sum(row.count for row in self.by_role)
        counts = [row.count for row in self.by_organisation if row.count is not None]
        if counts and len(counts) == len(self.by_organisation):
            return sum(counts)
        return sum(row.status in _PRESENT for row in self.people) if self.people else None

    @property
    def absent(self) -> tuple[Attendee, ...]:
        """Those recorded as absent."""
        return tuple(row for row in self.people if row.status is AttendanceStatus.ABSENT)
