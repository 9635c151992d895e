"""What a part takes besides its fields, found by trying the model itself.

Short forms live in validators, which have no schema: a sample is handed to the model, and what
comes back tells what it means. So the reference cannot promise what the program refuses.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from generator.models import Record
from generator.problems import codes
from generator.reference.samples import minimal, problems_in, sample
from generator.shapes import Model, named_fields, shape_of

_PHRASES = (
    "единогласно",
    "без голосования",
    "50 подключений",
    "26 лет",
    "высшая",
    "первая",
    "соответствие",
    "б/к",
    "как записано в протоколе",
)
"""What people write where a part may be one text; a model that does not know it refuses it."""
_LIST = ("ivanova-anna", "petrov-sergey")
_NAME = "Иванова А. П."


@dataclass(frozen=True, slots=True)
class ShortForm:
    """A text or a list that may stand for a part, and the fields that it fills."""

    written: str
    means: tuple[tuple[str, str], ...]


def short_forms(model: Model) -> tuple[ShortForm, ...]:
    """Every short form of a part: one for each meaning of a plain text, all that are translated."""
    found: dict[object, ShortForm] = {}
    for text, origin in _candidates(model):
        means = _meaning(model, text)
        if means is None:
            continue
        names = tuple(name for name, _ in means)
        plain = all(meant == text for _, meant in means)
        if not plain:
            found.setdefault(text, ShortForm(text, means))
        elif names not in found or names == (origin,):
            found[names] = ShortForm(text, means)
    if means := _meaning(model, list(_LIST)):
        found[_LIST] = ShortForm(f"[{', '.join(_LIST)}]", means)
    return tuple(found.values())


def takes_any_text(model: Model) -> str | None:
    """The one field that any lone text goes to, where it is always the same."""
    forms = short_forms(model)
    if len(forms) != 1 or _meaning(model, _PHRASES[-1]) is None:
        return None
    return forms[0].means[0][0]


def refuses_names(model: Model) -> tuple[str, ...]:
    """The fields in which somebody's name is refused."""
    return tuple(
        name
        for name, info in named_fields(model)
        if (scalar := shape_of(info).scalar) is not None
        and scalar.anchor == "text"
        and any(
            problem.code is codes.NAME_IN_RECORD
            for problem, _ in problems_in(model, {**minimal(model), name: _NAME})
        )
    )


def takes_bare(model: Model, name: str, inner: Model) -> bool:
    """Tell whether a list of parts may be written without «-» when it has one part."""
    return not _refused(model, {**minimal(model), name: minimal(inner)})


def _candidates(model: Model) -> Iterator[tuple[str, str]]:
    """Texts to try, each with the field that it is an example of."""
    for name, info in named_fields(model):
        value = sample(model, name, info)
        if isinstance(value, str) and value:
            yield value, name
    yield from ((phrase, "") for phrase in _PHRASES)


def _meaning(model: Model, value: Any) -> tuple[tuple[str, str], ...] | None:
    """The fields that a value fills; None where the model refuses it."""
    try:
        record = model.model_validate(value)
    except ValidationError:
        return None
    aliases = {n: info.alias or n for n, info in model.model_fields.items()}
    filled = [name for name in aliases if name in record.model_fields_set]
    return tuple((aliases[name], _as_written(getattr(record, name))) for name in filled)


def _as_written(value: Any) -> str:
    if isinstance(value, bool):
        return "да" if value else "нет"
    if isinstance(value, tuple):
        return "список"
    return "…" if isinstance(value, Record) else str(value)


def _refused(model: Model, value: dict[str, Any]) -> bool:
    try:
        model.model_validate(value)
    except ValidationError:
        return True
    return False
