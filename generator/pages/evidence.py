"""The records on which findings rest, as links."""

from datetime import date
from typing import Any

from generator.load import Entry, Kind
from generator.models import Record
from generator.pages.addresses import address, anchor
from generator.pages.context import Context
from generator.rules.finding import Evidence
from generator.values import short_date

Link = tuple[str, str]
"""A text and the address to which it leads."""

_WORDS = {
    Kind.PLAN: "план",
    Kind.ANALYSIS: "анализ",
    Kind.ASSOCIATION: "запись объединения",
    Kind.REGULATION: "положение на сайте",
}


def record_of(context: Context, one: Evidence) -> Entry[Any] | None:
    """The record that is named, if it is still there."""
    found: Entry[Record] | None = context.archive.index.of(one.kind, Record).get(one.id)
    return found


def evidence_link(context: Context, one: Evidence) -> Link | None:
    """A record as a link; nothing where it has gone, or the public may not know of it."""
    entry = record_of(context, one)
    if entry is None:
        return None
    if one.kind is Kind.MEETING:
        day = short_date(date.fromisoformat(entry.slug[:10]))
        if not one.decision:
            return f"заседание {day}", address(entry)
        return f"решение {one.decision}", f"{address(entry)}#decision-{anchor(one.decision)}"
    if one.kind in _WORDS:
        return _WORDS[one.kind], address(entry)
    if one.kind is Kind.DOCUMENT and entry.record.visibility != "public":
        return None
    return entry.record.title, address(entry)
