"""The shape of a field, read from its annotation: one or many; a value, a list's word or a part."""

from collections.abc import Iterator
from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from annotated_types import MinLen
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.models.vocabulary import Vocabulary
from generator.shapes.scalars import Scalar, scalar_of

Model = type[BaseModel]
Words = type[Vocabulary]


@dataclass(frozen=True, slots=True)
class Shape:
    """What a field holds: `inner` once, or a list of it."""

    inner: Model | Words | Scalar
    many: bool = False
    at_least_one: bool = False

    @property
    def part(self) -> Model | None:
        """The nested part, where the field holds one."""
        inner = self.inner
        return inner if isinstance(inner, type) and issubclass(inner, BaseModel) else None

    @property
    def words(self) -> Words | None:
        """The closed list, where the field takes a word of one."""
        inner = self.inner
        return inner if isinstance(inner, type) and issubclass(inner, Vocabulary) else None

    @property
    def scalar(self) -> Scalar | None:
        """The type of value, where the field takes a single value."""
        return self.inner if isinstance(self.inner, Scalar) else None


def shape_of(info: FieldInfo) -> Shape:
    """Read the shape of a field."""
    inner, metadata, many = _peel(info.annotation, tuple(info.metadata))
    at_least_one = many and any(isinstance(mark, MinLen) for mark in info.metadata)
    if isinstance(inner, type) and issubclass(inner, (BaseModel, Vocabulary)):
        return Shape(inner, many, at_least_one)
    return Shape(scalar_of(metadata), many, at_least_one)


def _peel(annotation: Any, metadata: tuple[Any, ...]) -> tuple[Any, tuple[Any, ...], bool]:
    """Take off «or None», the list and the marks; tell what is inside and whether it was a list."""
    many = False
    while origin := get_origin(annotation):
        arguments = get_args(annotation)
        if origin in (Union, UnionType):
            annotation = next(part for part in arguments if part is not type(None))
        elif origin is Annotated:
            annotation, metadata = arguments[0], arguments[1:]
        elif origin is tuple:
            annotation, many = arguments[0], True
        else:
            break
    return annotation, metadata, many


def named_fields(model: Model) -> Iterator[tuple[str, FieldInfo]]:
    """Yield the fields as they are written in files: a part's own first, shared ones after."""
    bases = [base for base in model.__bases__ if issubclass(base, BaseModel)]
    shared = {name for base in bases for name in base.model_fields}
    fields = sorted(model.model_fields.items(), key=lambda item: item[0] in shared)
    for name, info in fields:
        yield info.alias or name, info


def parts(root: Model) -> tuple[Model, ...]:
    """The record and every part in it, each once, in the order in which a reader meets them."""
    found = [root]
    for model in found:
        for _, info in named_fields(model):
            part = shape_of(info).part
            if part is not None and part not in found:
                found.append(part)
    return tuple(found)


def vocabularies(root: Model) -> tuple[Words, ...]:
    """Every closed list that the record or a part of it uses, each once."""
    found: dict[Words, None] = {}
    for model in parts(root):
        for _, info in named_fields(model):
            if words := shape_of(info).words:
                found[words] = None
    return tuple(found)
