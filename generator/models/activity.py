"""What is done between meetings: the log that a regulation speaks of and nobody keeps."""

from pydantic import Field

from generator.models.base import Record
from generator.models.fields import Aliases, Label, Line, Moment, Text, Year
from generator.models.parts import Attachment, Party
from generator.models.vocabulary import ActivityKind, Level


class Activity(Record, title="Дело между заседаниями"):
    """One thing that was done: a consultation, work on a commission, part in a contest."""

    when: Moment = Field(title="Когда", examples=["2025-11-12"])
    kind: ActivityKind = Field(title="Вид", examples=["consultation"])
    text: Text = Field(title="Что сделано", examples=["Консультация по планированию для молодых."])
    who: tuple[Party, ...] = Field((), title="Кто", description="Люди или должности.")
    with_whom: tuple[Party, ...] = Field((), title="С кем или для кого")
    level: Level | None = Field(None, title="Уровень")
    direction: Label | None = Field(None, title="Направление", description="Код направления.")
    result: Line | None = Field(None, title="Итог", examples=["диплом II степени"])
    attachments: tuple[Attachment, ...] = Field((), title="Ссылки")


class Activities(Record, title="Работа между заседаниями"):
    """The log of a year: analytical, organisational, information and consulting work (003 п. 4.3),
    commissions, olympiads, contests, projects, training sites."""

    school_year: Year | None = Field(
        None, title="Учебный год", description="Можно не писать: он стоит в имени папки."
    )
    activities: tuple[Activity, ...] = Field((), title="Дела")
    aliases: Aliases = ()
