"""Lone texts that people write where a part has fields: «27», «единогласно», a person's id."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

ANY = ".*"


@dataclass(frozen=True)
class ShortForm:
    """A pattern of the whole text, and the fields that such a text fills.

    In `fields` «{0}» stands for the text, «{1}» for the pattern's first group. Patterns keep to
    what Python and browsers read alike: forms at /admin/ read the same records.
    """

    pattern: str
    fields: Mapping[str, str]
    ignore_case: bool = False

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, re.DOTALL | (re.IGNORECASE if self.ignore_case else 0))

    def expand(self, text: str) -> dict[str, str] | None:
        """The fields that this text fills; None where the text has another form."""
        found = self._compiled.fullmatch(text)
        if found is None:
            return None
        whole = (text, *found.groups())
        return {name: filled.format(*whole) for name, filled in self.fields.items()}


def lone_text(field: str) -> tuple[ShortForm, ...]:
    """Let any lone text stand for the mapping with this one field."""
    return (ShortForm(ANY, {field: "{0}"}),)
