"""What the browser has to know of the models to read a record's file and to write it again.

A form holds plain values, while people write «очно», «29.08.2025» or «единогласно». This table
tells the page at /admin/ what such texts mean: which parts and lists there are, which words mean
the same, which lone texts stand for which fields. It says nothing that the models do not say.
"""

from collections.abc import Iterable
from typing import Any

from generator.load.layout import ROOMS, Room
from generator.models import Record, fields
from generator.models.short_forms import ShortForm
from generator.shapes import Model, Shape, Words, named_fields, parts, scalar, shape_of

_FORMS = {
    scalar(fields.Day): "day",
    scalar(fields.Flag): "flag",
    scalar(fields.Count): "number",
    scalar(fields.Positive): "number",
    scalar(fields.Headcount): "number",
    scalar(fields.Moment): "moment",
}


def grammar() -> dict[str, Any]:
    """The table: `kinds` of record, `models` with their fields, `words` of closed lists."""
    models: dict[Model, None] = {}
    for room in ROOMS:
        models.update(dict.fromkeys(parts(room.model)))
    return {
        "kinds": {str(room.kind): _kind(room) for room in ROOMS},
        "models": {model.__name__: _model(model) for model in models},
        "words": {words.__name__: _words(words) for words in _vocabularies(models)},
    }


def format_name(room: Room) -> str:
    """The file format of a kind of record, as the content manager calls it."""
    return f"umo-{room.kind}-frontmatter" if room.front_matter else f"umo-{room.kind}"


def _kind(room: Room) -> dict[str, Any]:
    return {
        "format": format_name(room),
        "model": room.model.__name__,
        "markdown": room.front_matter,
    }


def _model(model: Model) -> dict[str, Any]:
    made: dict[str, Any] = {
        "fields": {name: _field(shape_of(info)) for name, info in named_fields(model)}
    }
    if issubclass(model, Record) and model.short_forms:
        made["short"] = [_short(form) for form in model.short_forms]
    if issubclass(model, Record) and model.lone_list:
        made["list"] = model.lone_list
    return made


def _field(shape: Shape) -> dict[str, Any]:
    made: dict[str, Any] = {"many": True} if shape.many else {}
    if shape.part is not None:
        made["part"] = shape.part.__name__
    elif shape.words is not None:
        made["words"] = shape.words.__name__
    elif shape.scalar in _FORMS:
        made["form"] = _FORMS[shape.scalar]
    return made


def _short(form: ShortForm) -> dict[str, Any]:
    flags = "is" if form.ignore_case else "s"
    return {"pattern": f"^(?:{form.pattern})$", "flags": flags, "fields": dict(form.fields)}


def _words(words: Words) -> dict[str, str]:
    """Every spelling of a closed list with its value; one that two share is the first one's."""
    found: dict[str, str] = {}
    for word in words:
        found.setdefault(word.value, word.value)
        found.setdefault(word.label.casefold(), word.value)
    return found


def _vocabularies(models: Iterable[Model]) -> list[Words]:
    found: dict[Words, None] = {}
    for model in models:
        for _, info in named_fields(model):
            if words := shape_of(info).words:
                found[words] = None
    return list(found)
