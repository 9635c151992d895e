"""Open data: votes (Open Civic Data: VoteEvent). Who voted how is on no record."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from generator.load import Entry
from generator.models import Decision, Meeting, Vote
from generator.models.vocabulary import VoteScope
from generator.models.vocabulary.base import Vocabulary
from generator.pages.addresses import address, anchor
from generator.pages.context import Context
from generator.pages.data.fields import (
    ADDRESS,
    DAY,
    FLAG,
    NUMBER,
    TEXT,
    Column,
    Field,
    Table,
    ValueType,
    choice,
    parts,
    several,
)
from generator.pages.data.meetings import meetings_of
from generator.pages.data.sets import by_year
from generator.values import SchoolYear


class Outcome(Vocabulary):
    """How a vote ended."""

    PASS = "pass", "принято"
    FAIL = "fail", "не принято"


class Option(Vocabulary):
    """How one can vote."""

    YES = "yes", "за"
    NO = "no", "против"
    ABSTAIN = "abstain", "воздержались"


Numbered = tuple[str, Decision]
"""A decision with its number."""


class Event(NamedTuple):
    """A row: one vote, and the decisions that it was about."""

    held: Entry[Meeting]
    vote: Vote
    scope: VoteScope
    id: str
    decisions: tuple[Numbered, ...]
    place: str = ""


def _text(event: Event) -> str:
    """What was voted on: a decision, or all of them with their numbers, or the agenda."""
    if event.scope is not VoteScope.WHOLE and len(event.decisions) == 1:
        return event.decisions[0][1].text
    if event.decisions:
        return "\n".join(f"{number}. {decision.text}" for number, decision in event.decisions)
    return "\n".join(item.text for item in event.held.record.agenda)


def _result(event: Event) -> Outcome:
    """A vote fails where none of its decisions was adopted."""
    lost = [decision.adopted is False for _, decision in event.decisions]
    return Outcome.FAIL if lost and all(lost) else Outcome.PASS


def _counts(event: Event) -> list[dict[str, Any]]:
    """The numbers that are on record: nought is one of them, silence is not."""
    vote = event.vote
    pairs = zip(Option, (vote.in_favour, vote.against, vote.abstained), strict=True)
    return [{"option": option, "value": number} for option, number in pairs if number is not None]


def _count_column(option: Option) -> Column:
    def number(counts: list[dict[str, Any]]) -> int | None:
        return next((row["value"] for row in counts if row["option"] == option.value), None)

    return Column(f"count_{option.value}", number)


_TABLE = Table[Event](
    "votes",
    "Голосования",
    "Одна строка — одно голосование: за решение или один раз за всю повестку дня. Решений, "
    "принятых без голосования, здесь нет.",
    (
        Field(
            "id",
            "Обозначение",
            TEXT,
            lambda event: event.id,
            "Решение или заседание (id) и слово vote через косую черту.",
        ),
        Field("motion_text", "О чём голосовали", TEXT, _text, "Текст решения или решений."),
        Field(
            "motion_classification",
            "Вид голосования",
            several(choice(VoteScope)),
            lambda event: [event.scope],
        ),
        Field("start_date", "Дата", DAY, lambda event: event.held.record.date),
        Field(
            "result",
            "Итог",
            choice(Outcome),
            _result,
            "Принято, если не записано иное; голосование за всю повестку не принято, если не "
            "принято ни одно решение.",
        ),
        Field(
            "organization_id",
            "Объединение",
            TEXT,
            lambda event: event.held.association,
            "Его id в файле associations.",
        ),
        Field(
            "meeting_id", "Заседание", TEXT, lambda event: event.held.id, "Его id в файле meetings."
        ),
        Field(
            "decision_ids",
            "Решения",
            several(TEXT),
            lambda event: [f"{event.held.id}#{number}" for number, _ in event.decisions],
            "Их id в файле decisions; у голосования за всю повестку — решения, о которых не "
            "голосовали отдельно.",
        ),
        Field(
            "counts",
            "Сколько голосов",
            several(parts("вариант и число голосов", option=choice(Option), value=NUMBER)),
            _counts,
            "Варианты: yes — за, no — против, abstain — воздержались. Чего не записано, того нет; "
            "0 значит «никто». В CSV каждому варианту — свой столбец.",
            parts=tuple(_count_column(option) for option in Option),
        ),
        Field(
            "unanimous",
            "Единогласно",
            FLAG,
            lambda event: event.vote.unanimous,
            "Пусто, если не записано.",
            optional=True,
        ),
        Field(
            "votes",
            "Кто как голосовал",
            ValueType("пустой список", {"type": "array", "maxItems": 0}),
            lambda event: [],
            "Всегда пусто: поимённого голосования в записях нет. В CSV столбца нет.",
            parts=(),
        ),
        Field(
            "sources",
            "Протокол",
            several(parts("адрес", url=ADDRESS)),
            lambda event: [{"url": address(event.held) + event.place}],
            "Адрес страницы от корня сайта.",
            parts=(Column("source", lambda sources: [source["url"] for source in sources]),),
        ),
    ),
)


def _votes(context: Context, association: str, year: SchoolYear) -> Iterator[Event]:
    for held in meetings_of(context, association, year):
        record = held.record
        numbered = tuple(zip(record.decision_numbers(), record.decisions, strict=True))
        for number, decision in numbered:
            if decision.vote and _voted(decision.vote):
                scope = decision.vote.scope or VoteScope.DECISION
                place = f"#decision-{anchor(number)}"
                own = ((number, decision),)
                yield Event(held, decision.vote, scope, f"{held.id}#{number}/vote", own, place)
        if record.vote and _voted(record.vote):
            rest = tuple(pair for pair in numbered if pair[1].vote is None)
            scope = record.vote.scope or VoteScope.WHOLE
            yield Event(held, record.vote, scope, f"{held.id}/vote", rest)


def _voted(vote: Vote) -> bool:
    """Tell whether there was a vote: «без голосования» says that there was none."""
    return not vote.without_vote and bool(vote.unanimous or vote.note or vote.cast is not None)


VOTES = by_year(_TABLE, lambda event: event.id, _votes)
