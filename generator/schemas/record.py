"""The JSON Schema of a kind of record: its fields, its parts and its closed lists, by their shapes.

Types stand where a field is, rules stand in `$defs`: a field that may be left empty takes null
beside its types, and the rule of its value need not know of it.
"""

from typing import Any, cast

from pydantic.fields import FieldInfo

import generator.schemas.patterns as patterns
from generator.models import Record, Regulation
from generator.models.person import CATEGORY_WORDS, Category, Experience
from generator.models.regulation import VERSIONED
from generator.models.vocabulary import CategoryCode, Vocabulary
from generator.problems import codes
from generator.schemas.probes import one_of, takes_suffix, words_taken
from generator.schemas.scalars import TEXT, Schema, rule, value_of
from generator.shapes import Model, Shape, Words, named_fields, shape_of

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_NOTHING = "null"
"""What an editor sees in a field left empty."""


def schema_of(model: Model, address: str = "") -> Schema:
    """The schema of a record of this model; `address` is the full one at which it will stand."""
    maker = _Maker()
    body = maker.part(model)
    head: Schema = {"$schema": DIALECT} | ({"$id": address} if address else {})
    definitions = dict(sorted(maker.definitions.items()))
    whole = head | {"title": title_of(model), "type": "object"} | body | {"$defs": definitions}
    return cast("Schema", _shorter(whole))


def title_of(model: Model) -> str:
    """The Russian title of a record or a part."""
    return model.model_config.get("title") or model.__name__


class _Maker:
    """Makes the rule of a part, and collects the rules that it refers to."""

    def __init__(self) -> None:
        self.definitions: dict[str, Schema] = {}

    def part(self, model: Model) -> Schema:
        """The rule of a part, for each form in which it may be written."""
        fields = list(named_fields(model))
        required = [name for name, info in fields if info.is_required()]
        made: Schema = {"properties": {n: self._field(model, n, info) for n, info in fields}}
        if required:
            made["required"] = required
        made["additionalProperties"] = False
        if names := one_of(model):
            made |= _some_of(names)
        return made | self._short(model)

    def _short(self, model: Model) -> Schema:
        """The rules of a lone text and a lone list, where they may stand for the whole part."""
        found: Schema = dict(_SPELLINGS.get(model, {}))
        if (lone := _lone_field(model)) and model not in _SPELLINGS:
            found |= self._inner(model.model_fields[lone])
            del found["type"]
        if listed := _listed_field(model):
            found["items"] = self._inner(model.model_fields[listed])
        return found

    def _field(self, model: Model, name: str, info: FieldInfo) -> Schema:
        shape = shape_of(info)
        inner = self._inner(info)
        if shape.many:
            bare = inner if _stands_bare(model, name) else {}
            types = ["array", *bare.get("type", ())]
            inner = {**bare, "type": types, "items": inner}
            if shape.at_least_one:
                inner["minItems"] = 1
        if not info.is_required():
            inner["type"] = [*inner["type"], _NOTHING]
        return _told(info, shape) | inner

    def _inner(self, info: FieldInfo) -> Schema:
        """One value of a field: as what it may come, and where its rule stands."""
        shape = shape_of(info)
        if shape.part is not None:
            return self._part_at(shape.part)
        if shape.words is not None:
            return self._words_at(info, shape.words)
        if shape.scalar is None:
            raise LookupError(f"no schema for {shape}")
        value = value_of(shape.scalar)
        self.definitions.setdefault(value.name, value.rule)
        return {"type": list(value.types), "$ref": _place(value.name)}

    def _part_at(self, part: Model) -> Schema:
        name = part.__name__
        if name not in self.definitions:
            self.definitions[name] = {}  # a part may hold itself
            self.definitions[name] = {"title": title_of(part)} | self.part(part)
        types = ["object"]
        if _lone_field(part) or part in _SPELLINGS:
            types += TEXT
        if _listed_field(part):
            types.append("array")
        return {"type": types, "$ref": _place(name)}

    def _words_at(self, info: FieldInfo, words: Words) -> Schema:
        taken = words_taken(info, words)
        if len(taken) < len(words):
            return {"type": ["string"]} | _word(taken)
        self.definitions.setdefault(words.__name__, _word(taken, dot=takes_suffix(words)))
        return {"type": ["string"], "$ref": _place(words.__name__)}


def _shorter(part: Any) -> Any:
    """A type that is alone stands without a list: editors say more plainly then what is wrong."""
    if isinstance(part, list):
        return [_shorter(one) for one in part]
    if not isinstance(part, dict):
        return part
    shorter = {name: _shorter(value) for name, value in part.items()}
    types = shorter.get("type")
    return shorter | ({"type": types[0]} if isinstance(types, list) and len(types) == 1 else {})


def _place(name: str) -> str:
    return f"#/$defs/{name}"


def _told(info: FieldInfo, shape: Shape) -> Schema:
    """What an editor shows of a field: its title, what is written there, examples.

    The title opens the description too: lists of fields to choose from show no more than that.
    """
    title = info.title or ""
    takes = f"Что писать: {shape.scalar.takes}." if shape.scalar else ""
    words = filter(None, (f"{title}.", info.description, takes))
    told: Schema = {"title": title, "description": " ".join(words)}
    if isinstance(info.default, Vocabulary):
        told["default"] = info.default.value
    if info.examples:
        told["examples"] = info.examples
    return told


def _some_of(names: tuple[str, ...]) -> Schema:
    """That of these fields not all are missing or empty; no fields are something else's matter.

    Not `anyOf` with `required`, for which editors offer each field once more as a whole part.
    """
    empty = {name: {"type": _NOTHING} for name in names}
    told = codes.ONE_OF_FIELDS.message.format(fields=", ".join(names))
    return {
        "if": {"type": "object", "properties": empty},
        "then": {"type": _NOTHING, "errorMessage": told},
    }


def _lone_field(model: Model) -> str | None:
    """The field that a lone text fills, where one may stand for the whole part."""
    forms = model.short_forms if issubclass(model, Record) else ()
    filled = tuple(forms[-1].fields) if forms else ()
    return filled[0] if len(filled) == 1 else None


def _listed_field(model: Model) -> str:
    """The field that a list fills, where one may stand for the whole part."""
    return model.lone_list if issubclass(model, Record) else ""


def _stands_bare(model: Model, name: str) -> bool:
    """Tell whether one value may stand without a list."""
    return model is Regulation and name in VERSIONED


def _word(taken: tuple[Vocabulary, ...], *, dot: bool = False) -> Schema:
    """A word of a closed list or its Russian label: to choose from, and as people may write it."""
    told = {word.value: word.label for word in taken}
    for word in taken:
        told.setdefault(word.label, word.value)
    allowed = ", ".join(f"{word.value} ({word.label})" for word in taken)
    spelt = (r"\.?" if dot else "") + patterns.one_of(list(told))
    advice = codes.NOT_IN_VOCABULARY.hint.format(allowed=allowed)
    words = {
        "enum": list(told),
        "markdownEnumDescriptions": list(told.values()),
        "errorMessage": advice,
    }
    return {"anyOf": [words, rule(patterns.alone(spelt), advice)]}


def _category() -> Schema:
    """A category as a lone text: «высшая», «1», «первая категория»."""
    words = [*CATEGORY_WORDS, *CategoryCode, *(code.label for code in CategoryCode)]
    known = patterns.one_of(list(dict.fromkeys(words)))
    noun, adjective = map(patterns.any_case, ("категория", "квалификационная"))
    written = patterns.alone(rf"{known}(?:\s*(?:{adjective}\s+)?{noun})?")
    bounds = {"minimum": 1, "maximum": 2}  # «1» and «2» are words too
    return rule(written, "Например: высшая, первая, соответствие, б/к.") | bounds


def _experience() -> Schema:
    return rule(patterns.EXPERIENCE, codes.NOT_A_NUMBER.hint) | {"minimum": 0}


_SPELLINGS: dict[Model, Schema] = {Category: _category(), Experience: _experience()}
"""Parts whose lone text is put together by a rule of its own, not by that of a field."""
