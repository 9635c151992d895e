"""Decisions and votes (Popolo: Motion, VoteEvent)."""

from pydantic import Field

from generator.models.base import Record
from generator.models.fields import AsWritten, Count, Day, Flag, Label, Line, Moment, Text
from generator.models.parts import Party
from generator.models.references import DecisionId
from generator.models.short_forms import ANY, ShortForm
from generator.models.vocabulary import DecisionStatus, VoteScope


class Vote(Record, title="Голосование"):
    """A vote. «единогласно» and «без голосования» are understood. Not said differs from 0."""

    in_favour: Count | None = Field(
        None,
        alias="for",
        title="За",
        description="Не записано — оставьте пустым: 0 значит «никто».",
    )
    against: Count | None = Field(None, title="Против")
    abstained: Count | None = Field(None, title="Воздержались")
    unanimous: Flag | None = Field(None, title="Единогласно")
    open: Flag | None = Field(
        None, title="Открытое", description="Тайное голосование — нет; не записано — пусто."
    )
    without_vote: Flag | None = Field(None, title="Без голосования")
    scope: VoteScope | None = Field(
        None,
        title="О чём голосовали",
        description="За одно решение, за вопрос или один раз за всё.",
    )
    head_in_favour: Flag | None = Field(
        None, title="Руководитель голосовал за", description="Решает при равенстве голосов (004)."
    )
    note: AsWritten | None = Field(
        None,
        title="Как записано",
        description="Например, что за повестку дня голосовали отдельно.",
        examples=["повестка дня утверждена единогласно"],
    )

    short_forms = (
        ShortForm(r"\s*единоглас.*", {"unanimous": "да"}, ignore_case=True),
        ShortForm(r"\s*без голосования.*", {"without_vote": "да"}, ignore_case=True),
        ShortForm(ANY, {"note": "{0}"}),
    )

    @property
    def cast(self) -> int | None:
        """How many votes were cast, where any number was written down."""
        given = [n for n in (self.in_favour, self.against, self.abstained) if n is not None]
        return sum(given) if given else None

    @property
    def tied(self) -> bool:
        """Tell whether votes for and against are equal and not both nought."""
        return bool(self.in_favour) and self.in_favour == self.against


class Decision(Record, title="Решение"):
    """A decision: what, by whom, by when, how it was voted and what has become of it."""

    number: Label | None = Field(
        None, title="Номер", description="Пусто — по порядку.", examples=["1", "1.2"]
    )
    text: Text = Field(title="Решение", examples=["Утвердить график открытых уроков."])
    agenda: tuple[Label, ...] = Field(
        (), title="По каким вопросам", description="Пусто — по всей повестке.", examples=[["1"]]
    )
    responsible: tuple[Party, ...] = Field((), title="Ответственные")
    due: Moment | None = Field(
        None,
        title="Срок",
        description="Можно записать и тогда, когда в решении он стоит внутри предложения.",
        examples=["до 05.12.2025", "в течение года"],
    )
    vote: Vote | None = Field(None, title="Голосование", examples=["единогласно"])
    adopted: Flag | None = Field(None, title="Принято", description="Пусто — да.")
    to_body: Party | None = Field(
        None,
        title="Кому направлено",
        description="Если решение — просьба или предложение другому органу.",
    )
    status: DecisionStatus = Field(DecisionStatus.OPEN, title="Состояние")
    executed_on: Day | None = Field(None, title="Исполнено")
    status_note: Line | None = Field(None, title="Отметка об исполнении")


class DecisionReview(Record, title="О выполнении прежнего решения"):
    """What a later meeting found about an earlier decision (004, п. 21)."""

    decision: DecisionId = Field(
        title="Решение",
        description="Имя файла заседания, «#» и номер решения. Прежнюю запись менять не нужно: "
        "на сайте будет то, что установило последнее заседание.",
        examples=["2025-08-29#2"],
    )
    status: DecisionStatus = Field(title="Что установлено", examples=["done"])
    due: Moment | None = Field(
        None, title="Новый срок", description="Если решение перенесли.", examples=["март 2026"]
    )
    note: Line | None = Field(None, title="Отметка")
