"""The control of an association's decisions as values of a template."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from generator.load import Entry
from generator.models import Association
from generator.pages.addresses import decisions_of
from generator.pages.context import Context
from generator.pages.decisions import Item, lists_of
from generator.pages.word.said import Sheet
from generator.pages.word.sheets.common import Made, foot, lines
from generator.values import count, long_date


@dataclass(frozen=True, slots=True)
class Row:
    """A decision under control."""

    number: Annotated[str, "номер по порядку"]
    text: Annotated[str, "решение"]
    held: Annotated[str, "какого заседания"]
    responsible: Annotated[str, "ответственные"]
    due: Annotated[str, "срок"]
    state: Annotated[str, "состояние и отметки"]


@dataclass(frozen=True, slots=True)
class Group:
    """Decisions under a heading."""

    title: Annotated[str, "заголовок"]
    rows: Annotated[tuple[Row, ...], "решения"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlSheet(Sheet):
    """The decisions of an association."""

    association: Annotated[str, "объединение"]
    day: Annotated[str, "на какой день; пусто, если на контроле ничего нет"]
    summary: Annotated[str, "сколько решений на контроле, исполнено и снято"]
    groups: Annotated[tuple[Group, ...], "решения: на контроле, совместные, исполненные"]
    refused: Annotated[tuple[str, ...], "не принятые"]


def control_sheet(context: Context, home: Entry[Association]) -> Made:
    """The values of the control of decisions."""
    found = lists_of(context, home)
    joint = [("Решения совместных заседаний", found.joint)] if found.joint else []
    groups = [
        *((one.title, one.items) for one in found.groups),
        *joint,
        *((f"Исполнены и сняты с контроля, {one.title}", one.items) for one in found.closed),
    ]
    counts = found.counts
    waiting = count(counts.open, "решение", "решения", "решений")
    sheet = ControlSheet(
        **foot(context, decisions_of(home.id), None),
        association=home.record.name,
        day=long_date(found.today) if found.today else "",
        summary=f"На контроле {waiting}, просрочено {counts.overdue}. "
        f"Исполнено {counts.done}, снято с контроля {counts.cancelled}.",
        groups=tuple(Group(title, tuple(_rows(items))) for title, items in groups),
        refused=tuple(f"{row.name}: {row.text}" for row in found.refused),
    )
    return Made(sheet, f"Контроль решений — {home.record.label}", found.today)


def _rows(items: Iterable[Item]) -> Iterable[Row]:
    return (_row(str(number), item) for number, item in enumerate(items, start=1))


def _row(number: str, item: Item) -> Row:
    row = item.row
    last = row.last_day if row.last and row.last[:4] not in row.due else ""
    before = row.due_before if row.due_before != row.due else ""
    checked = f"Проверено {row.checked_day}" if row.checked else ""
    return Row(
        number=number,
        text=row.text,
        held=row.name,
        responsible=lines("; ".join(row.responsible), row.sent_to and f"Направлено: {row.sent_to}"),
        due=lines(
            row.due or "срок не назван", last and f"до {last}", before and f"прежде: {before}"
        ),
        state=lines(
            ", ".join(word for word, _ in item.badges),
            row.executed and f"Исполнено {row.executed_day}",
            " — ".join(filter(None, (checked, row.note))),
        ),
    )
