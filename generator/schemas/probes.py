"""What a part of a record takes beside its fields, found by trying the model itself.

«One of these fields» and narrowed lists of words live in validators, which no schema can look into.
So the model is asked: what it says cannot differ from what it does.
"""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, get_args

from pydantic import AfterValidator, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from generator.models.vocabulary import Vocabulary
from generator.problems import codes
from generator.shapes import Model, Words, named_fields, shape_of


@cache
def one_of(model: Model) -> tuple[str, ...]:
    """The fields of which at least one must be filled, as they are written in files."""
    try:
        model.model_validate(_least(model))
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            problem = detail.get("ctx", {}).get("problem")
            if problem is not None and problem.code is codes.ONE_OF_FIELDS and not detail["loc"]:
                names = str(problem.words["fields"]).split(", ")
                return tuple(model.model_fields[name].alias or name for name in names)
    return ()


def words_taken(info: FieldInfo, words: Words) -> tuple[Vocabulary, ...]:
    """The words of a closed list that a field takes: a norm may take only some of the periods."""
    checks = [mark.func for mark in _marks(info) if isinstance(mark, AfterValidator)]
    return tuple(word for word in words if all(_passes(check, word) for check in checks))


def takes_suffix(words: Words) -> bool:
    """Tell whether a word of the list may have a full stop before it: «.pdf»."""
    return _passes(words.read, f".{next(iter(words)).value}")


def _least(model: Model) -> dict[str, Any]:
    """The required fields alone, each with a sample."""
    return {name: _sample(info) for name, info in named_fields(model) if info.is_required()}


def _sample(info: FieldInfo) -> Any:
    shape = shape_of(info)
    if shape.part is not None:
        value: Any = _least(shape.part)
    elif shape.words is not None:
        value = words_taken(info, shape.words)[0].value
    else:
        value = shape.scalar.sample if shape.scalar else ""
    return [value] if shape.many else value


def _marks(info: FieldInfo) -> Iterator[Any]:
    """Every mark of a field's annotation, however deep."""
    yield from info.metadata
    waiting = [info.annotation]
    while waiting:
        for part in get_args(waiting.pop()):
            yield part
            waiting.append(part)


def _passes(check: Callable[..., Any], value: Any) -> bool:
    try:
        check(value)
    except PydanticCustomError:
        return False
    return True
