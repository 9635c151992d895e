"""What every record has in common: it is immutable, and it refuses fields that it does not know."""

from functools import cache
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, model_validator

from generator.models.short_forms import ShortForm


class Record(BaseModel):
    """A part of a record. Field titles and descriptions are Russian: they reach the chair."""

    # Validators are built when a kind of record is first read: most runs read one or two kinds.
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=False, defer_build=True)

    short_forms: ClassVar[tuple[ShortForm, ...]] = ()
    """What a lone text means where this part may stand: the first form that fits."""
    lone_list: ClassVar[str] = ""
    """The field that a lone list fills."""

    def __reduce__(self) -> tuple[Any, ...]:
        """Put away nothing but the values: shorter, quicker, and the same bytes each time."""
        return restored, (type(self), *self.__dict__.values())

    @model_validator(mode="before")
    @classmethod
    def _as_mapping(cls, data: Any) -> Any:
        """Read short forms; treat «field:» with nothing behind it as not filled."""
        if type(data) is dict:
            if None not in data.values():
                return data
            known = _known_names(cls)
            return {k: v for k, v in data.items() if v is not None or k not in known}
        if isinstance(data, str):
            expanded = (form.expand(data) for form in cls.short_forms)
            return next((fields for fields in expanded if fields is not None), data)
        return {cls.lone_list: data} if cls.lone_list and isinstance(data, list) else data


@cache
def _known_names(model: type[Record]) -> frozenset[str]:
    return frozenset(info.alias or name for name, info in model.model_fields.items())


_NOTHING_SET: set[str] = set()
_fill_values = BaseModel.__dict__["__dict__"].__set__
_fill_set = BaseModel.__dict__["__pydantic_fields_set__"].__set__
_fill_extra = BaseModel.__dict__["__pydantic_extra__"].__set__
_fill_private = BaseModel.__dict__["__pydantic_private__"].__set__


def restored(model: type[Record], *values: Any) -> Record:
    """A record that was put away: it was checked when it was read."""
    record = model.__new__(model)
    _fill_values(record, dict(zip(_names(model), values, strict=True)))
    _fill_set(record, _NOTHING_SET)
    _fill_extra(record, None)
    _fill_private(record, None)
    return record


@cache
def _names(model: type[Record]) -> tuple[str, ...]:
    return tuple(model.model_fields)
