"""The closed lists of values, each with the Russian words that teachers use. Declared once."""

from enum import StrEnum
from functools import cache
from typing import Any, Self

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from generator.problems import BadValue, codes


class Vocabulary(StrEnum):
    """A closed list. A record may carry the value or its Russian label, in any case."""

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        """Make a member of its value and its Russian label."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    @classmethod
    def read(cls, value: Any) -> Self:
        """Find the member that a text names, or refuse it with the whole list."""
        wanted = value.strip().casefold() if isinstance(value, str) else ""
        found: Self | None = _members(cls).get(wanted)
        if found is not None:
            return found
        allowed = ", ".join(f"{member.value} ({member.label})" for member in cls)
        problem = BadValue(codes.NOT_IN_VOCABULARY, value=str(value)[:60], allowed=allowed)
        raise PydanticCustomError("umo", "see ctx", {"problem": problem})

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls.read, serialization=core_schema.to_string_ser_schema()
        )


@cache
def _members(vocabulary: type[Vocabulary]) -> dict[str, Any]:
    """The members by value and by label; a word that two share is the first one's."""
    found: dict[str, Any] = {}
    for member in vocabulary:
        found.setdefault(member.value, member)
        found.setdefault(member.label.casefold(), member)
    return found
