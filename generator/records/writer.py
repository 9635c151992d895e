"""The text of a new record: its fields in the model's order, with comments for whoever goes on."""

import textwrap
from collections.abc import Collection, Iterator, Mapping
from datetime import date, time
from functools import cache
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from generator.models import Record
from generator.shapes import Model, named_fields, shape_of
from generator.source.visible import visible
from generator.source.yaml_text import yaml_text

_WIDTH = 100
_FEW = 8
"""Words of a closed list that a comment may name."""
_GAP = "…"
"""Stands where somebody has to write: a reader refuses it, so it cannot be left by mistake."""


def written(
    model: type[Record],
    values: Mapping[str, Any],
    *,
    schema: str | None = None,
    offer: Collection[str] = (),
    unread: Collection[str] = (),
) -> str:
    """The text of a record's file, ending in a line break.

    `values` are named as in files. A required field without a value stands there as a comment to be
    filled in, and so do the fields of `offer`, which somebody may want to fill. `schema` is the
    first line, for editors; `unread` is what nobody could understand, kept as comments.
    Raises LookupError for a field that the model does not have.
    """
    if unknown := values.keys() - {name for name, _ in named_fields(model)}:
        raise LookupError(f"{model.__name__} has no fields {sorted(unknown)}")
    lines = [schema] if schema else []
    for name, info in named_fields(model):
        value = plain_value(values.get(name))
        if value not in (None, "", [], {}):
            lines += [*comment(meaning(info)), yaml_text({name: value}).rstrip("\n")]
        elif info.is_required() or name in offer:
            lines += [*comment(meaning(info)), *_to_fill_in(name, info)]
    lines += remarks(unread)
    return "\n".join(lines) + "\n"


def with_body(fields: str, body: str) -> str:
    """The text of a Markdown record: fields between their fences, then the body."""
    return f"---\n{fields}---\n\n{body.strip()}\n"


def plain_value(value: Any) -> Any:
    """A value as it is put into a file: all scalars are texts, days and times as they are read."""
    match value:
        case None | str():
            return None if value is None else visible(str(value))
        case bool():
            return "да" if value else "нет"
        case date():
            return value.isoformat()
        case time():
            return f"{value:%H:%M}"
        case BaseModel():
            return plain_value(value.model_dump(by_alias=True, exclude_defaults=True))
        case Mapping():
            filled = {str(name): plain_value(inner) for name, inner in value.items()}
            return {name: inner for name, inner in filled.items() if inner is not None}
        case list() | tuple():
            return [plain_value(inner) for inner in value]
        case _:
            return str(value)


def remarks(texts: Collection[str]) -> Iterator[str]:
    """What could not be understood, as lines of comments: every line of it stays readable."""
    for text in texts:
        first, *rest = visible(text.replace("\r\n", "\n").replace("\r", "\n")).split("\n") or [""]
        yield f"# Не удалось разобрать: {first}".rstrip()
        yield from (f"#   {line}".rstrip() for line in rest)


def meaning(info: FieldInfo) -> str:
    """The title of a field with what its model says of it, and the words that it takes."""
    parts = [f"{info.title}.", info.description or ""]
    words = shape_of(info).words
    if words and len(words) <= _FEW:
        parts.append(f"Можно: {', '.join(f'{word.value} ({word.label})' for word in words)}.")
    return " ".join(filter(None, parts))


def comment(text: str) -> list[str]:
    """A text as lines of comments."""
    return [f"# {line}" for line in textwrap.wrap(text, _WIDTH - 2, break_on_hyphens=False)]


def _to_fill_in(name: str, info: FieldInfo) -> list[str]:
    """The lines of a field that nobody has filled; without «# » they are YAML."""
    shape = shape_of(info)
    inner = [f"{field}: {_GAP}" for field in _wanted(shape.part)] if shape.part else []
    if shape.many:
        first, *rest = inner or [_GAP]
        return [f"# {name}:", f"#   - {first}", *(f"#     {line}" for line in rest)]
    if not inner:
        return [f"# {name}: {_GAP}"]
    return [f"# {name}:", *(f"#   {line}" for line in inner)]


@cache
def _wanted(part: Model) -> tuple[str, ...]:
    """What a part has to say: its required fields, else its first; nothing where a text will do."""
    try:
        part.model_validate("текст")
    except ValidationError:
        fields = dict(named_fields(part))
        required = (name for name, info in fields.items() if info.is_required())
        single = (name for name, info in fields.items() if not shape_of(info).many)
        return tuple(required) or (next(single),)
    return ()
