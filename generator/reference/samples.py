"""Samples of values and the shortest record that is valid, made from the examples on hand."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic.fields import FieldInfo

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


def minimal(model: Model) -> dict[str, Any]:
    """The shortest mapping with every required field."""
    return {
        name: sample(model, name, info)
        for name, info in named_fields(model)
        if info.is_required()
    }


def is_known(model: Model, name: str, info: FieldInfo) -> bool:
    """Tell whether a field has an example of its own, from the model or from a file."""
    return bool(info.examples) or (model, name) in _written()


@cache
def _written() -> dict[Key, str]:
    """The first short value that the example files give to each field."""
    found: dict[Key, str] = {}
    for example in EXAMPLES:
        for key, value in _walk(example.fields(), example.room.model):
            if len(value) <= LONGEST or key not in found:
                found.setdefault(key, value)
                if len(found[key]) > LONGEST:
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
            if inner is not None and not isinstance(inner, str):
                yield (model, name), ""
        else:
            for item in inner if isinstance(inner, list) else [inner]:
                if isinstance(item, str):
                    yield (model, name), item
