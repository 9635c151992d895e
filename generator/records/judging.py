"""Whether a value may stand in a field: the models are asked, and answer in a chair's words."""

from typing import Any, get_args

from pydantic import ValidationError

from generator.load.explain import explain
from generator.models import Record
from generator.models.fields import Day
from generator.problems import has_errors
from generator.records.writer import plain_value
from generator.shapes import named_fields, scalar_of, shape_of
from generator.source.marks import Marks, Spots
from generator.values import parse_date

_HERE = (2, 1)
"""Where the value pretends to stand: what is said of other fields points to the first line."""

_DAY = scalar_of(get_args(Day))


def fault_of(model: type[Record], name: str, value: Any) -> str | None:
    """What is wrong with the value of one field, in a sentence or two; None where nothing is."""
    try:
        model.model_validate({name: plain_value(value)})
    except ValidationError as error:
        marks = Marks(lambda: Spots(values={(name,): _HERE}))
        found = [p for p in explain(error, model, "", marks) if p.place.line == _HERE[0]]
        if has_errors(found):
            return f"{found[0].message}. {found[0].hint}".strip()
    return None


def settled(model: type[Record], name: str, text: str) -> str:
    """A single value that may stand in its field, as files have it: a word's code, a plain day."""
    info = dict(named_fields(model)).get(name)
    shape = shape_of(info) if info else None
    if shape and shape.words:
        return shape.words.read(text).value
    if shape and shape.scalar == _DAY:
        return parse_date(text).isoformat()
    return text
