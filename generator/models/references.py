"""References from one record to another: declared by a field's type, found by one walk."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, NamedTuple, TypeVar, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.models.fields import (
    DECISION,
    IDENTIFIER,
    MEETING,
    PLAN_ITEM,
    checked,
    matching,
)
from generator.problems import codes


class Target(StrEnum):
    """The kinds of record that another record may name."""

    ORGANISATION = "organisation"
    PERSON = "person"
    REGULATION = "regulation"
    ASSOCIATION = "association"
    MEETING = "meeting"
    DECISION = "decision"
    PLAN_ITEM = "plan_item"
    PRACTICE = "practice"
    DOCUMENT = "document"


Location = tuple[str | int, ...]


class Reference(NamedTuple):
    """One mention of another record: what is named and where in the record it stands."""

    target: Target
    value: str
    location: Location


_NAME = checked(matching(IDENTIFIER, codes.BAD_ID, "shkola-2"), "обозначение", recurs=True)

OrganisationId = Annotated[str, Target.ORGANISATION, _NAME]
PersonId = Annotated[str, Target.PERSON, _NAME]
RegulationId = Annotated[str, Target.REGULATION, _NAME]
AssociationId = Annotated[str, Target.ASSOCIATION, _NAME]
PracticeId = Annotated[str, Target.PRACTICE, _NAME]
DocumentId = Annotated[str, Target.DOCUMENT, _NAME]
MeetingId = Annotated[
    str,
    Target.MEETING,
    checked(matching(MEETING, codes.BAD_ID, "2025-10-15"), "заседание", recurs=True),
]
DecisionId = Annotated[
    str,
    Target.DECISION,
    checked(matching(DECISION, codes.BAD_ID, "2025-10-15#2"), "решение", recurs=True),
]
PlanItemId = Annotated[
    str,
    Target.PLAN_ITEM,
    checked(matching(PLAN_ITEM, codes.BAD_ID, "mo-fizika/2025-2026#3"), "пункт плана", recurs=True),
]


def references(record: BaseModel) -> Iterator[Reference]:
    """Yield every reference in a record, with its location as pydantic would name it."""
    found: list[Reference] = []
    _collect(record, (), found)
    return iter(found)


def _collect(part: Any, location: Location, found: list[Reference]) -> None:
    for name, target in _paths(part.__class__):
        value = getattr(part, name)
        if not value:  # left empty
            continue
        for item, spot in _items(value, (*location, name)):
            if target is None:
                _collect(item, spot, found)
            else:
                found.append(Reference(target, item, spot))


P = TypeVar("P", bound=BaseModel)


def parts_of(value: Any, part: type[P], location: Location = ()) -> Iterator[tuple[P, Location]]:
    """Yield every part of a record that follows this model, with its location."""
    if isinstance(value, part):
        yield value, location
    for name in _ways_to(part, value.__class__):
        if inner := getattr(value, name):
            for item, spot in _items(inner, (*location, name)):
                yield from parts_of(item, part, spot)


def _items(value: Any, location: Location) -> Iterable[tuple[Any, Location]]:
    """The values of a list, or the one value of another field, each with its location."""
    if isinstance(value, tuple):
        return [(item, (*location, index)) for index, item in enumerate(value)]
    return ((value, location),)


@cache
def _paths(model: type) -> tuple[tuple[str, Target | None], ...]:
    """List the fields of a model that are references, or have some in the models below them."""
    found = []
    for name, info in _fields(model):
        target = _target_of(info)
        if target or any(_target_of(i) for m in _models_below(info) for _, i in _fields(m)):
            found.append((name, target))
    return tuple(found)


@cache
def _ways_to(part: type[BaseModel], model: type) -> tuple[str, ...]:
    """The fields of a model in which, however deep, such a part may stand."""
    return tuple(
        name
        for name, info in _fields(model)
        if any(issubclass(below, part) for below in _models_below(info))
    )


def _fields(model: type) -> Iterable[tuple[str, FieldInfo]]:
    """The fields of a model; a value of another type has none."""
    return model.model_fields.items() if issubclass(model, BaseModel) else ()


def _models_below(info: FieldInfo) -> set[type[BaseModel]]:
    """The models that a field holds, those that they hold, and so on."""
    found: set[type[BaseModel]] = set()
    waiting: list[Any] = [info.annotation]
    while waiting:
        one = waiting.pop()
        if not (isinstance(one, type) and issubclass(one, BaseModel)):
            waiting += get_args(one)
        elif one not in found:
            found.add(one)
            waiting += [inner.annotation for _, inner in _fields(one)]
    return found


def _target_of(info: FieldInfo) -> Target | None:
    """The kind of record that a field names; None for a field that is no reference."""
    written = next((mark for mark in info.metadata if isinstance(mark, Target)), None)
    return written or _target_within(info.annotation)


def _target_within(annotation: Any) -> Target | None:
    for part in get_args(annotation):
        if isinstance(part, Target):
            return part
        if inner := _target_within(part):
            return inner
    return None
