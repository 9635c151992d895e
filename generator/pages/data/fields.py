"""The fields of open data: declared once, for the JSON, the CSV, the schema and the page."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from functools import cached_property
from typing import Any, Generic, NamedTuple, TypeVar

from generator.models.vocabulary.base import Vocabulary
from generator.values import SchoolYear

VERSION = "1.1"
"""The version of the files: the first number changes when a field is gone or means something else,
the second when one has been added."""

T = TypeVar("T")
Record = dict[str, Any]
"""A row as JSON has it: texts, numbers, truth values, lists and objects of them, and None."""


@dataclass(frozen=True, slots=True)
class ValueType:
    """What the values of a field are: in words and in JSON Schema.

    `explained` are the words of a closed list, or the names of the parts of an object.
    """

    words: str
    schema: Mapping[str, Any]
    explained: tuple[tuple[str, str], ...] = ()

    def or_nothing(self) -> Mapping[str, Any]:
        """The schema of a value that may be null."""
        schema = {**self.schema, "type": [self.schema["type"], "null"]}
        if "oneOf" in schema:
            schema["oneOf"] = [*schema["oneOf"], {"type": "null"}]
        return schema


TEXT = ValueType("текст", {"type": "string"})
NUMBER = ValueType("целое число", {"type": "integer", "minimum": 0})
FLAG = ValueType("да или нет", {"type": "boolean"})
DAY = ValueType("дата", {"type": "string", "format": "date"})
CLOCK = ValueType("время", {"type": "string", "pattern": "^[0-2][0-9]:[0-5][0-9]$"})
YEAR = ValueType("учебный год", {"type": "string", "pattern": "^[0-9]{4}-[0-9]{4}$"})
ADDRESS = ValueType("адрес", {"type": "string", "format": "iri-reference"})


def choice(vocabulary: type[Vocabulary]) -> ValueType:
    """A word of a closed list."""
    choices = tuple((member.value, member.label) for member in vocabulary)
    return ValueType("слово из списка", {"type": "string", "oneOf": constants(choices)}, choices)


def constants(choices: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    """A closed list in JSON Schema: each word with what it means."""
    return [{"const": value, "title": label} for value, label in choices]


def several(of: ValueType) -> ValueType:
    """A list of values."""
    return ValueType(f"список ({of.words})", {"type": "array", "items": of.schema}, of.explained)


def parts(words: str, **types: ValueType) -> ValueType:
    """An object of a few values, all of them there."""
    schema = {
        "type": "object",
        "properties": {name: of.schema for name, of in types.items()},
        "required": list(types),
        "additionalProperties": False,
    }
    names = tuple((name, of.words) for name, of in types.items())
    return ValueType(words, schema, names)


class Column(NamedTuple):
    """A column of the CSV: its name, and what of the field's value stands in it, if not all."""

    name: str
    cell: Callable[[Any], Any] | None = None


@dataclass(frozen=True, slots=True)
class Field(Generic[T]):
    """One field: its name, what it means, of which type it is, and how it is got of a row.

    A field that may be empty is null then. A list or an object whose parts make columns of their
    own in the CSV names them; with no columns it does not stand there.
    """

    name: str
    title: str
    type: ValueType
    value: Callable[[T], Any]
    description: str = ""
    optional: bool = False
    parts: tuple[Column, ...] | None = None

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns of the CSV."""
        return (Column(self.name),) if self.parts is None else self.parts

    @property
    def schema(self) -> Record:
        """The field in JSON Schema."""
        schema = self.type.or_nothing() if self.optional else self.type.schema
        said = {"description": self.description} if self.description else {}
        return {"title": self.title, **said, **schema}


@dataclass(frozen=True, eq=False)
class Table(Generic[T]):
    """One kind of data: its name, what its rows are, and their fields."""

    name: str
    title: str
    description: str
    fields: tuple[Field[T], ...]

    def record(self, row: T) -> Record:
        """A row as JSON has it."""
        return {
            name: found if type(found := value(row)) in _AS_THEY_ARE else plain(found)
            for name, value in self._values
        }

    @cached_property
    def _values(self) -> tuple[tuple[str, Callable[[T], Any]], ...]:
        return tuple((field.name, field.value) for field in self.fields)

    @cached_property
    def columns(self) -> tuple[tuple[str, Column], ...]:
        """The columns of the CSV, each with the name of its field."""
        return tuple((field.name, column) for field in self.fields for column in field.columns)

    def cells(self, record: Record) -> list[Any]:
        """A row as the CSV has it, value by value."""
        return [
            record[name] if column.cell is None else column.cell(record[name])
            for name, column in self.columns
        ]


def plain(value: Any) -> Any:
    """A value as JSON has it."""
    kind = type(value)
    if kind in _AS_THEY_ARE:
        return value
    if kind is tuple or kind is list:
        return [plain(item) for item in value]
    if kind is dict:
        return {name: plain(item) for name, item in value.items()}
    return _scalar(value)


def _scalar(value: Any) -> str:
    match value:
        case Vocabulary():
            return str(value.value)
        case date():
            return value.isoformat()
        case time():
            return f"{value:%H:%M}"
        case SchoolYear():
            return str(value)
    raise TypeError(f"{type(value).__name__} is no value of open data")


_AS_THEY_ARE = frozenset({str, int, bool, type(None)})
