"""A fault between records, before its line is known."""

from dataclasses import dataclass, field

from generator.load import Entry
from generator.models import Record
from generator.problems import Code


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong, in which field of which record, or on which line of its Markdown body."""

    code: Code
    entry: Entry[Record]
    location: tuple[str | int, ...]
    words: dict[str, object] = field(default_factory=dict)
    line: int | None = None
