"""References from one record to another: declared by a field's type, found by one walk."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, TypeVar, get_args

from pydantic import BaseModel

from generator.models.fields import DECISION, IDENTIFIER, MEETING, checked, json_schema, matching
from generator.problems import codes


class Target(StrEnum):
    """The kinds of record that another record may name."""

    ORGANISATION = "organisation"
    PERSON = "person"
    REGULATION = "regulation"
    ASSOCIATION = "association"
    MEETING = "meeting"
    DECISION = "decision"
    PRACTICE = "practice"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Reference:
    """One mention of another record: what is named and where in the record it stands."""

    target: Target
    value: str
    location: tuple[str | int, ...]


_NAME = checked(matching(IDENTIFIER, codes.BAD_ID, "shkola-2"), "обозначение")
_NAME_SCHEMA = json_schema("string", pattern=f"^{IDENTIFIER.pattern}$")

OrganisationId = Annotated[str, Target.ORGANISATION, _NAME, _NAME_SCHEMA]
PersonId = Annotated[str, Target.PERSON, _NAME, _NAME_SCHEMA]
RegulationId = Annotated[str, Target.REGULATION, _NAME, _NAME_SCHEMA]
AssociationId = Annotated[str, Target.ASSOCIATION, _NAME, _NAME_SCHEMA]
PracticeId = Annotated[str, Target.PRACTICE, _NAME, _NAME_SCHEMA]
DocumentId = Annotated[str, Target.DOCUMENT, _NAME, _NAME_SCHEMA]
MeetingId = Annotated[
    str,
    Target.MEETING,
    checked(matching(MEETING, codes.BAD_ID, "2025-10-15"), "заседание"),
    json_schema("string", pattern=f"^{MEETING.pattern}$"),
]
DecisionId = Annotated[
    str,
    Target.DECISION,
    checked(matching(DECISION, codes.BAD_ID, "2025-10-15#2"), "решение"),
    json_schema("string", pattern=f"^{DECISION.pattern}$"),
]


def references(record: BaseModel) -> Iterator[Reference]:
    """Yield every reference in a record, with its location as pydantic would name it."""
    yield from _walk(record, ())


def _walk(value: Any, location: tuple[str | int, ...]) -> Iterator[Reference]:
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _walk(item, (*location, index))
    elif isinstance(value, BaseModel):
        for name, target in _paths(type(value)):
            inner = getattr(value, name)
            if inner is None or inner == ():
                continue
            if target is None:
                yield from _walk(inner, (*location, name))
            else:
                yield from _named(target, inner, (*location, name))


def _named(target: Target, value: Any, location: tuple[str | int, ...]) -> Iterator[Reference]:
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield Reference(target, item, (*location, index))
    else:
        yield Reference(target, value, location)


P = TypeVar("P", bound=BaseModel)


def parts_of(
    value: Any, part: type[P], location: tuple[str | int, ...] = ()
) -> Iterator[tuple[P, tuple[str | int, ...]]]:
    """Yield every part of a record that follows this model, with its location."""
    if isinstance(value, part):
        yield value, location
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from parts_of(item, part, (*location, index))
    elif isinstance(value, BaseModel):
        for name in _model_fields(type(value)):
            yield from parts_of(getattr(value, name), part, (*location, name))


@cache
def _model_fields(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields of a model that hold other models."""
    fields = model.model_fields.items()
    return tuple(name for name, info in fields if _holds_model(info.annotation))


@cache
def _paths(model: type[BaseModel]) -> tuple[tuple[str, Target | None], ...]:
    """List the fields of a model that are references or hold models that may have some."""
    found = []
    for name, info in model.model_fields.items():
        target = next((m for m in info.metadata if isinstance(m, Target)), None)
        target = target or _target_within(info.annotation)
        if target or _holds_model(info.annotation):
            found.append((name, target))
    return tuple(found)


def _target_within(annotation: Any) -> Target | None:
    for part in get_args(annotation):
        if isinstance(part, Target):
            return part
        if inner := _target_within(part):
            return inner
    return None


def _holds_model(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    return any(_holds_model(part) for part in get_args(annotation))
