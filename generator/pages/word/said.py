"""What a template may name: the values of a form, each with its Russian title.

A form's values are a frozen dataclass whose fields are annotated with what they are. Templates,
the reference (`docs/word.md`) and the trial of an office's template all go by that one declaration.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from types import NoneType
from typing import Annotated, Any, NamedTuple, get_args, get_origin, get_type_hints

from generator.pages.word.flow import Flow


class Name(NamedTuple):
    """A name that a template may use; `of` are the names inside it."""

    name: str
    title: str
    listed: bool
    of: tuple["Name", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What every form has: the foot, and how the paper is kept."""

    site: Annotated[str, "название сайта"]
    address: Annotated[str | None, "адрес страницы с этой записью"]
    changed: Annotated[str | None, "когда изменена запись"]


def values_of(sheet: Any) -> dict[str, Any]:
    """The values of a form as a template sees them."""
    kind: Any = type(sheet)
    return {name: getattr(sheet, name) for name, _, _ in _declared(kind)}


def names_of(kind: Any) -> tuple[Name, ...]:
    """The names of a form in the order of their declaration, those of every form last."""
    return tuple(_names(kind))


def sample(kind: Any, text: str, *, filled: bool) -> Any:
    """Values of a form for a trial: everything filled with a text, or nothing that may be empty."""
    given = {name: _sample(hint, text, filled=filled) for name, _, hint in _declared(kind)}
    return kind(**given)


def _names(kind: Any) -> Iterator[Name]:
    for name, title, hint in _declared(kind):
        inner = _bare(hint)
        listed = get_origin(inner) is tuple
        of = get_args(inner)[0] if listed else inner
        yield Name(name, title, listed, names_of(of) if is_dataclass(of) else ())


@cache
def _declared(kind: Any) -> tuple[tuple[str, str, Any], ...]:
    """Name, title and type of each field."""
    hints = get_type_hints(kind, include_extras=True)
    own = sorted(fields(kind), key=lambda one: one.name in Sheet.__dataclass_fields__)
    return tuple((one.name, *_annotated(hints[one.name])) for one in own)


def _annotated(hint: Any) -> tuple[str, Any]:
    inner, title = get_args(hint)
    return title, inner


def _bare(hint: Any) -> Any:
    """A type without «or nothing»."""
    options = [one for one in get_args(hint) if one is not NoneType]
    return options[0] if NoneType in get_args(hint) else hint


def _sample(hint: Any, text: str, *, filled: bool) -> Any:
    inner = _bare(hint)
    if get_origin(inner) is tuple:
        of = get_args(inner)[0]
        return (_sample(of, text, filled=True),) * 2 if filled else ()
    if not filled and inner is not hint:
        return None
    if is_dataclass(inner):
        return sample(inner, text, filled=filled)
    if inner is Flow:
        return Flow.of_text(text if filled else "")
    if inner is bool:
        return filled
    return text if filled else ""
