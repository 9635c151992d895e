"""A record and its parts as rows of a table: every word comes from the models."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pydantic.fields import FieldInfo

from generator.models.vocabulary import Vocabulary
from generator.reference.probes import (
    ShortForm,
    refuses_names,
    short_forms,
    takes_any_text,
    takes_bare,
)
from generator.reference.samples import LONGEST, minimal, sample
from generator.schemas.probes import one_of
from generator.shapes import Model, Shape, Words, named_fields, parts, shape_of
from generator.shapes import vocabularies as words_of
from generator.source.yaml_text import flow, scalar

_FEW = 8
"""Words of a closed list that a table may show; longer lists have only their own section."""
_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Row:
    """One field."""

    name: str
    title: str
    description: str
    takes: str
    required: bool
    example: str


@dataclass(frozen=True, slots=True)
class Part:
    """A record or a part of one."""

    anchor: str
    title: str
    rows: tuple[Row, ...]
    used: tuple[str, ...]
    any_text: str | None
    short: tuple[ShortForm, ...]
    one_of: tuple[str, ...]
    no_names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WordList:
    """A closed list with the fields that take a word of it."""

    anchor: str
    title: str
    used: tuple[str, ...]
    members: tuple[Vocabulary, ...]


def title_of(model: Model) -> str:
    """The Russian title of a record or a part."""
    return model.model_config.get("title") or model.__name__


def anchor_of(thing: type) -> str:
    """The anchor of a part or of a closed list."""
    return _CAPITAL.sub("-", thing.__name__).lower()


def describe(root: Model) -> tuple[Part, ...]:
    """The record and all its parts."""
    models = parts(root)
    return tuple(_part(model, models) for model in models)


def word_lists(root: Model) -> tuple[WordList, ...]:
    """Every closed list of a record, called as the fields are that use it."""
    models = parts(root)
    return tuple(_word_list(words, models) for words in words_of(root))


def _part(model: Model, models: Iterable[Model]) -> Part:
    return Part(
        anchor=anchor_of(model),
        title=title_of(model),
        rows=tuple(_row(model, name, info) for name, info in named_fields(model)),
        used=_uses(model, models),
        any_text=takes_any_text(model),
        short=short_forms(model),
        one_of=one_of(model),
        no_names=refuses_names(model),
    )


def _row(model: Model, name: str, info: FieldInfo) -> Row:
    return Row(
        name=name,
        title=info.title or name,
        description=info.description or "",
        takes=_takes(model, name, info),
        required=info.is_required(),
        example=_example(model, name, info),
    )


def _takes(model: Model, name: str, info: FieldInfo) -> str:
    shape = shape_of(info)
    words = _inner_words(shape)
    if shape.many:
        least = " хотя бы из одного пункта" if shape.at_least_one else ""
        words = f"список{least}: {words}"
        if shape.part and takes_bare(model, name, shape.part):
            words += "; одну можно записать без списка"
    if isinstance(info.default, Vocabulary):
        words += f"; пусто — «{info.default.label}»"
    return words


def _inner_words(shape: Shape) -> str:
    if shape.part:
        return f"[{title_of(shape.part)}](#{anchor_of(shape.part)})"
    if shape.words:
        labels = ", ".join(word.label for word in shape.words)
        few = f": {labels}" if len(shape.words) <= _FEW else ""
        return f"слово из [списка](#{anchor_of(shape.words)}){few}"
    value = shape.scalar
    if value is None:
        raise LookupError(f"nothing to say of {shape}")
    return f"[{value.takes}](README.md#{value.anchor})" if value.anchor else value.takes


def _example(model: Model, name: str, info: FieldInfo) -> str:
    """The field with an example, as it would stand in a file; empty where it would be too long."""
    part = shape_of(info).part
    value = sample(model, name, info) if info.examples or part is None else _part_example(part)
    if part is not None and shape_of(info).many and not info.examples:
        value = [value]
    if isinstance(value, str):
        shown = value if len(value) <= LONGEST else f"{value[:LONGEST].rsplit(' ', 1)[0]} …"
        return f"{name}: {scalar(shown)}"
    line = f"{name}: {flow(value)}"
    return line if len(line) <= LONGEST + len(name) else ""


def _part_example(part: Model) -> Any:
    """A part as people write it: in its short form, else with its required or first field."""
    if forms := short_forms(part):
        return forms[0].written
    name, info = next(named_fields(part))
    return minimal(part) or {name: sample(part, name, info)}


def _uses(model: Model, models: Iterable[Model]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for owner in models:
        for name, info in named_fields(owner):
            if shape_of(info).part is model:
                found[name] = None
    return tuple(found)


def _word_list(words: Words, models: Iterable[Model]) -> WordList:
    titles: dict[str, None] = {}
    names: dict[str, None] = {}
    for owner in models:
        for name, info in named_fields(owner):
            if shape_of(info).words is words:
                titles[info.title or name] = None
                names[f"{name} ({title_of(owner)})"] = None
    return WordList(anchor_of(words), " / ".join(titles), tuple(names), tuple(words))
