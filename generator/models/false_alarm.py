"""What looks like private data and is none: marked once, with a reason, for all to see."""

from typing import Self

from pydantic import Field, model_validator

from generator.models.base import Record
from generator.models.fields import Day, Line
from generator.models.parts import refuse_name


class FalseAlarm(Record, title="Ложная тревога"):
    """One text of one file that the check took for private data by mistake."""

    file: Line = Field(
        title="Файл",
        description="Путь от папки с записями, как его называет проверка.",
        examples=["practices/ustnyy-schet.md"],
    )
    text: Line = Field(
        title="Что найдено",
        description="То, что в сообщении стоит в кавычках, буква в букву.",
        examples=["Ушинский Константин Дмитриевич"],
    )
    reason: Line = Field(
        title="Почему это не личные данные", examples=["автор книги, историческое лицо"]
    )
    by: Line = Field(
        title="Кто решил", description="Должность, не имя.", examples=["методист кабинета"]
    )
    on: Day = Field(title="Когда", examples=["2026-02-24"])

    @model_validator(mode="after")
    def _by_post(self) -> Self:
        """Whoever decides is told by post: a name would need a consent."""
        refuse_name(self.by)
        return self


class FalseAlarms(Record, title="Ложные тревоги"):
    """The file of them."""

    alarms: tuple[FalseAlarm, ...] = Field((), title="Ложные тревоги")
