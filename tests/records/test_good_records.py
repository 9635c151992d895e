"""Good records, made by chance from the models: what is written is read again as it was.

Every kind of record; each value comes from the shape of its field, texts from all of Unicode that
can be seen.
"""

import os
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from generator.load import Kind
from generator.load.layout import ROOMS, Room
from generator.models import Practice
from generator.problems import has_errors
from generator.records.writer import with_body, written
from generator.shapes import Shape, named_fields, shape_of
from generator.source import FrontMatter, split
from generator.source.quick import quick
from generator.source.text import decode
from generator.source.tree import strict

EXAMPLES = 400 if os.environ.get("UMO_TRUST") else 3
"""Records of each kind."""
QUICK = frozenset({Kind.ORGANISATION, Kind.DOCUMENT})
"""The kinds that are tried in every run: the smallest, with every type of value."""

SEEN = st.characters(categories=("L", "M", "N", "P", "S", "Zs"), exclude_characters="\ufffd")
PLAIN = st.characters(categories=("L", "N"))
ODD = (
    *("- а", "а: б", "а #б", "а # б", "# а", "null", "~", "да", "0x1F", "1e5", "<<", "---", "..."),
    *("'", '"', "«а»", "%а", "@а", "`а`", "{а}", "[а]", "{а: [", "? а", "| а", "> а", "&а", "*а"),
    *("!а", "!!str а", "\\", "\\n", "а\\", ": ", ":", ",", "=", "2025-08-29", "1:30", "а\u00a0б"),
    *("<script>", "</script>", "]]>", "${а}", "{{а}}", "%s", "а" * 290, "слово " * 40),
)
"""Texts of a line that YAML, or whoever prints them, could take for something else."""


def seen(longest: int, *, lines: bool = False) -> st.SearchStrategy[str]:
    """Texts in which nothing is hidden and no gap is left to be filled in."""
    letters = st.one_of(SEEN, st.just("\n")) if lines else SEEN
    text = st.one_of(st.text(letters, max_size=longest), st.sampled_from(ODD))
    # A letter at both ends: spaces there belong to nobody, and dashes alone stand for nothing.
    return st.builds("{}{}{}".format, PLAIN, text, PLAIN)


VALUES: dict[str, st.SearchStrategy[str]] = {
    "строка текста": seen(60),
    "строка текста, как в источнике": seen(60),
    "текст": seen(200, lines=True),
    "номер или код": st.from_regex(r"[0-9A-Za-zА-Яа-яЁё]{1,20}", fullmatch=True),
    "целое число, можно 0": st.integers(0, 10**9 - 1).map(str),
    "целое число от 1": st.integers(1, 10**9 - 1).map(str),
    "число, можно с запятой": st.integers(0, 10**9 - 1).map(str),
    "да / нет": st.sampled_from(["да", "нет"]),
    "дата": st.dates().map(lambda day: day.isoformat()),
    "время": st.times().map(lambda time: f"{time:%H:%M}"),
}


def of_shape(shape: Shape, depth: int) -> st.SearchStrategy[Any]:
    inner: st.SearchStrategy[Any]
    if shape.part:
        inner = of_model(shape.part, depth + 1)
    elif shape.words:
        inner = st.sampled_from([word.value for word in shape.words])
    else:
        assert shape.scalar
        inner = VALUES.get(shape.scalar.takes, st.just(shape.scalar.sample))
    return st.lists(inner, min_size=1, max_size=2) if shape.many else inner


@st.composite
def of_model(draw: st.DrawFn, model: type[BaseModel], depth: int = 0) -> dict[str, Any]:
    """The fields of a part: those that it must have, and some others."""
    made = {}
    for name, info in named_fields(model):
        if info.is_required() or (depth < 2 and draw(st.integers(0, 3)) == 0):
            value = draw(of_shape(shape_of(info), depth))
            if info.is_required() or not is_empty(value):
                made[name] = value
    return made


def is_empty(value: Any) -> bool:
    """Tell of a part, or a list of them, that nobody has filled in: nothing is written of it."""
    return value == {} or (isinstance(value, list) and {} in value)


@pytest.mark.parametrize(
    "room",
    [pytest.param(one, marks=() if one.kind in QUICK else pytest.mark.trust) for one in ROOMS],
    ids=lambda room: room.kind,
)
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)
@given(data=st.data())
def test_what_is_written_is_read_again(room: Room, data: st.DataObject) -> None:
    fields = data.draw(of_model(room.model))
    assume(fields)
    try:
        record = room.model.model_validate(fields)
    except ValidationError:  # fields that do not go together
        assume(False)
        return
    text = written(room.model, fields)
    again, problems = decode(text.encode(), "f")
    assert not problems
    tree = strict(again, "f")
    assert not has_errors(tree.problems), tree.problems
    assert quick(again) in (tree.value, None)
    assert room.model.model_validate(tree.value) == record
    assert written(room.model, tree.value) == text


@settings(max_examples=EXAMPLES * 5, deadline=None)
@given(body=seen(300, lines=True), title=seen(60))
def test_a_body_is_read_as_it_was_written(body: str, title: str) -> None:
    text = with_body(written(Practice, {"title": title}), body)
    parts = split(text, "f.md")
    assert isinstance(parts, FrontMatter)
    assert parts.body == body
    assert strict(parts.fields, "f").value == {"title": title}
