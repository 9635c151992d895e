"""A field of a record as a field of a form: its widget, its Russian label and hint, its choices."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic.fields import FieldInfo

from generator.models import fields
from generator.models.references import Target
from generator.models.vocabulary import Vocabulary
from generator.shapes import Model, Scalar, Shape, named_fields, scalar, shape_of

Field = dict[str, Any]
Pickers = Mapping[Target, Field]
"""The widget that picks a record where another names it; without one, its id is typed."""

BODY = "body"
SOURCE = "file_text"
"""The hidden field that carries a file's text through the form, so that its comments survive."""

_YES_OR_NO = [{"label": "да", "value": "да"}, {"label": "нет", "value": "нет"}]
_DAY = scalar(fields.Day)
_FLAG = scalar(fields.Flag)
_FILE = scalar(fields.FileName)
_TEXT = scalar(fields.Text)
_TERM = scalar(fields.Moment)
_NUMBERS = {
    scalar(fields.Count): 0,
    scalar(fields.Positive): 1,
    scalar(fields.Headcount): fields.LEAST_HEADCOUNT,
}
_SHORT_LIST = 6
"""Words of a closed list that are shown all at once; other choices open, and can be searched."""


class Forms:
    """Makes the fields of forms; the same part is made once and shared by all that hold it."""

    def __init__(self, pickers: Pickers) -> None:
        self._pickers = pickers
        self._made: dict[tuple[Model, bool], list[Field]] = {}
        self._whole: dict[tuple[Model, bool, bool], list[Field]] = {}

    def record(self, model: Model, *, body: bool = False, beside: bool = False) -> list[Field]:
        """The form of a whole record; `beside` where files may lie beside it."""
        key = (model, body, beside)
        if key not in self._whole:
            below = [_body()] if body else []
            hidden = {"name": SOURCE, "widget": "hidden"}
            self._whole[key] = [*self._part(model, beside), *below, hidden]
        return self._whole[key]

    def _part(self, model: Model, beside: bool) -> list[Field]:
        key = (model, beside)
        if key not in self._made:
            named = named_fields(model)
            self._made[key] = [self._field(name, info, beside) for name, info in named]
        return self._made[key]

    def _field(self, name: str, info: FieldInfo, beside: bool) -> Field:
        shape = shape_of(info)
        about: Field = {"name": name, "label": info.title or name, "required": info.is_required()}
        if hint := _hint(info, shape):
            about["hint"] = hint
        return {**about, **self._widget(shape, beside)}

    def _widget(self, shape: Shape, beside: bool) -> Field:
        if shape.part is not None:
            return self._nested(shape, shape.part, beside)
        picker = self._picker(shape)
        if picker is not None:
            return {**picker, "multiple": True} if shape.many else picker
        single = _single(shape.scalar, beside)
        if not shape.many:
            return single
        item = {"name": "item", "label": "Пункт", **single}
        return {"widget": "list", "label_singular": "пункт", "field": item, **_least(shape)}

    def _nested(self, shape: Shape, part: Model, beside: bool) -> Field:
        nested = self._part(part, beside)
        if not shape.many:
            return {"widget": "object", "collapsed": "auto", "fields": nested}
        return {
            "widget": "list",
            "label_singular": (part.model_config.get("title") or part.__name__).split(":")[0],
            "collapsed": "auto",
            "fields": nested,
            **_least(shape),
        }

    def _picker(self, shape: Shape) -> Field | None:
        if words := _words(shape):
            return {"widget": "select", "options": words, "dropdown_threshold": _SHORT_LIST}
        target = shape.scalar.target if shape.scalar else None
        return self._pickers.get(target) if target else None


def select(named: Iterable[tuple[str, str]]) -> Field:
    """A widget that offers records: `named` are their ids with what they are called."""
    rows = sorted((label, id_) for id_, label in named)
    options = [{"label": f"{label} ({id_})", "value": id_} for label, id_ in rows]
    return {"widget": "select", "options": options, "dropdown_threshold": 0}


def _words(shape: Shape) -> list[dict[str, str]]:
    if shape.words is not None:
        return [{"label": word.label, "value": word.value} for word in shape.words]
    return _YES_OR_NO if shape.scalar is _FLAG else []


def _single(value: Scalar | None, beside: bool) -> Field:
    if value is _DAY:
        return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}
    if value in _NUMBERS:
        return {"widget": "number", "value_type": "int", "min": _NUMBERS[value], "step": 1}
    if value is _FILE and beside:
        return {"widget": "file", "choose_url": False}
    return {"widget": "text" if value is _TEXT else "string"}


def _least(shape: Shape) -> Field:
    return {"min": 1} if shape.at_least_one else {}


def _hint(info: FieldInfo, shape: Shape) -> str:
    """What the model says of the field, what an empty one means, and how a value looks."""
    parts = [_said(info.description or "", shape)]
    if isinstance(info.default, Vocabulary):
        parts.append(f"Пусто — «{info.default.label}».")
    if shape.scalar is not None and not shape.many and _wants_example(shape.scalar):
        parts.append(f"Например: {shape.scalar.sample}.")
    if shape.scalar is _TERM:
        parts.append("Особый срок начните со слова «словами:».")
    return " ".join(part for part in parts if part)


def _said(description: str, shape: Shape) -> str:
    """The model's words, with labels for the values of a closed list: forms show no values."""
    for word in shape.words or ():
        description = re.sub(rf"\b{re.escape(word.value)}\b", f"«{word.label}»", description)
    return description


def _wants_example(value: Scalar) -> bool:
    """Tell whether a single line has a form that nobody would guess."""
    return bool(value.anchor) and value.anchor in {"links", "terms", "times", "years", "addresses"}


def _body() -> Field:
    """The Markdown below a record's fields: plain, so that nothing is rewritten unasked."""
    return {
        "name": BODY,
        "label": "Текст",
        "widget": "markdown",
        "modes": ["raw"],
        "required": False,
        "hint": "Обычный текст; ## в начале строки — подзаголовок, «- » — пункт списка.",
    }
