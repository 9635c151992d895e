"""What a schema flags in a record, by the lines on which it stands."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator, ValidationError

from generator.load.layout import Room
from generator.schemas import schema_of
from generator.shapes import Model
from generator.source import Marks


@cache
def validator_of(room: Room) -> Draft202012Validator:
    """The validator of a room's schema."""
    return Draft202012Validator(schema_of(room.model))


@cache
def part_validator(room: Room, model: Model) -> Draft202012Validator:
    """The validator of a part as an object, or of the record itself."""
    schema = schema_of(room.model)
    if model is room.model:
        return Draft202012Validator(schema)
    part = {"$ref": f"#/$defs/{model.__name__}", "$defs": schema["$defs"]}
    return Draft202012Validator(part)


def is_good(room: Room, value: Any) -> bool:
    """Tell whether an editor would flag nothing."""
    return validator_of(room).is_valid(value)


def flagged_lines(room: Room, value: Any, marks: Marks) -> set[int]:
    """The lines that an editor would underline; in a file without any value there is none."""
    if value is None:
        return set()
    return {
        marks.place("f", path, key=key).line
        for error in validator_of(room).iter_errors(value)
        for path, key in _spots(error)
    }


def _spots(error: ValidationError) -> Iterator[tuple[tuple[str | int, ...], bool]]:
    """Where an error stands, and whether at the name of the field."""
    path = tuple(error.absolute_path)
    if error.validator == "additionalProperties":
        known = error.schema["properties"]
        yield from (((*path, str(name)), True) for name in error.instance if name not in known)
    else:
        yield path, False
