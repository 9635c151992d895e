"""Samples of values and the shortest record that is valid, made from the examples on hand."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from generator.problems import BadValue
from generator.reference.examples import EXAMPLES
from generator.schemas.probes import one_of
from generator.shapes import Model, Shape, Words, named_fields, shape_of

Key = tuple[Model, str]
LONGEST = 90
"""Characters of an example in a table."""


def sample(model: Model, name: str, info: FieldInfo) -> Any:
    """A value that the field takes: the model's example, one from a file, one of its type."""
    shape = shape_of(info)
    if not info.examples:
        found = _made(model, name, shape)
        return [found] if shape.many else found
    found = info.examples[0]
    if not shape.words:
        return found
    return [_label(shape.words, v) for v in found] if shape.many else _label(shape.words, found)


def _made(model: Model, name: str, shape: Shape) -> Any:
    """One value for a field whose model has no example of its own."""
    if shape.part is not None:
        return minimal(shape.part)
    written = _written().get(_key(model, name))
    if shape.words is not None:
        return _label(shape.words, written or next(iter(shape.words)).value)
    return written or (shape.scalar.sample if shape.scalar else "")


def _label(words: Words, value: str) -> str:
    return words.read(value).label


@cache
def _required(model: Model) -> dict[str, Any]:
    fields = named_fields(model)
    return {name: sample(model, name, info) for name, info in fields if info.is_required()}


def minimal(model: Model) -> dict[str, Any]:
    """The shortest mapping that is valid: every required field, and one of those that it needs."""
    known = dict(named_fields(model))
    first = one_of(model)[:1]
    return {**_required(model), **{name: sample(model, name, known[name]) for name in first}}


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
    return bool(info.examples) or _key(model, name) in _written()


def _key(model: Model, name: str) -> Key:
    """A field by the model that declares it, so that an example serves all who inherit it."""
    kin = [base for base in model.__mro__ if issubclass(base, BaseModel)]
    return next(base for base in reversed(kin) if name in dict(named_fields(base))), name


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
    for row in _listed(value):
        if isinstance(row, dict):
            for name, info in named_fields(model):
                yield from _walk_field(row.get(name), model, name, info)


def _walk_field(value: Any, model: Model, name: str, info: FieldInfo) -> Iterator[tuple[Key, str]]:
    part = shape_of(info).part
    if part is not None and value is not None:
        yield _key(model, name), ""
        yield from _walk(value, part)
    else:
        yield from ((_key(model, name), item) for item in _listed(value) if isinstance(item, str))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
