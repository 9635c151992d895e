"""Samples of values and the shortest record that is valid, made from the examples on hand."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from generator.problems import BadValue, codes
from generator.reference.examples import EXAMPLES
from generator.reference.shapes import Model, named_fields, shape_of

Key = tuple[Model, str]
LONGEST = 90
"""Characters of an example in a table."""


def sample(model: Model, name: str, info: FieldInfo) -> Any:
    """A value that the field takes: the model's example, one from a file, one of its type."""
    if info.examples:
        return info.examples[0]
    shape = shape_of(info)
    if shape.part is not None:
        found: Any = minimal(shape.part)
    elif (model, name) in _written():
        found = _written()[model, name]
    elif shape.words is not None:
        found = next(iter(shape.words)).value
    else:
        found = shape.scalar.sample if shape.scalar else ""
    return [found] if shape.many else found


@cache
def _required(model: Model) -> dict[str, Any]:
    fields = named_fields(model)
    return {name: sample(model, name, info) for name, info in fields if info.is_required()}


def minimal(model: Model) -> dict[str, Any]:
    """The shortest mapping that is valid: every required field, and one of those that it needs."""
    known = dict(named_fields(model))
    first = one_of(model)[:1]
    return {**_required(model), **{name: sample(model, name, known[name]) for name in first}}


@cache
def one_of(model: Model) -> tuple[str, ...]:
    """The fields of which at least one must be filled, in the words of the problem."""
    for problem, location in problems_in(model, _required(model)):
        if problem.code is codes.ONE_OF_FIELDS and not location:
            names = str(problem.words["fields"]).split(", ")
            return tuple(model.model_fields[name].alias or name for name in names)
    return ()


def problems_in(
    model: Model, value: dict[str, Any]
) -> list[tuple[BadValue, tuple[str | int, ...]]]:
    """Our own problems with a value, each with its location."""
    try:
        model.model_validate(value)
    except ValidationError as error:
        details = error.errors(include_url=False)
        return [(d["ctx"]["problem"], d["loc"]) for d in details if d["type"] == "umo"]
    return []


def is_known(model: Model, name: str, info: FieldInfo) -> bool:
    """Tell whether a field has an example of its own, from the model or from a file."""
    return bool(info.examples) or (model, name) in _written()


@cache
def _written() -> dict[Key, str]:
    """The first short value that the example files give to each field."""
    found: dict[Key, str] = {}
    for example in EXAMPLES:
        for key, value in _walk(example.fields(), example.room.model):
            known = found.get(key)
            if known is None or len(known) > LONGEST >= len(value):
                found[key] = value
    return found


def _walk(value: Any, model: Model) -> Iterator[tuple[Key, str]]:
    """Yield every single value of a record with the model and the name of its field."""
    if isinstance(value, list):
        for item in value:
            yield from _walk(item, model)
    if not isinstance(value, dict):
        return
    for name, info in named_fields(model):
        inner = value.get(name)
        if part := shape_of(info).part:
            yield from _walk(inner, part)
            if inner is not None:
                yield (model, name), ""
        else:
            for item in inner if isinstance(inner, list) else [inner]:
                if isinstance(item, str):
                    yield (model, name), item
