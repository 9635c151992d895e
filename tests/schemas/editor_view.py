"""A record as a typical editor sees it: types guessed by the core schema of YAML 1.2."""

import re
from typing import Any, ClassVar

import yaml

from generator.source import FrontMatter, parse, split

# YAML 1.2.2, 10.3.2: what is none of these is text. A quoted scalar is always text.
_CORE: tuple[tuple[str, str, str], ...] = (
    ("null", r"~|null|Null|NULL", "~nN"),
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    (
        "float",
        r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)"
        r"|\.(?:nan|NaN|NAN)",
        "-+.0123456789",
    ),
)
_TAG = "tag:yaml.org,2002:"


class Core(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """The loader of the core schema, on the parser that the program uses."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


def _number(_: Any, node: yaml.ScalarNode) -> float:
    text = node.value.lower()
    if text.startswith(("0o", "0x")):
        return int(text, 0)
    return float(text.replace(".inf", "inf").replace(".nan", "nan"))


def _whole(_: Any, node: yaml.ScalarNode) -> int:
    text = node.value.lower()
    return int(text, 0) if text.startswith(("0o", "0x")) else int(text)


for name, pattern, first in _CORE:
    Core.add_implicit_resolver(_TAG + name, re.compile(rf"(?:{pattern})$"), list(first))
Core.add_implicit_resolver(_TAG + "null", re.compile(r"$"), [""])
Core.add_constructor(_TAG + "int", _whole)
Core.add_constructor(_TAG + "float", _number)


def fields_of(text: str, *, front_matter: bool) -> str:
    """The YAML of a record's file."""
    if not front_matter:
        return text
    parts = split(text, "f")
    assert isinstance(parts, FrontMatter)
    return parts.fields


def as_editor(text: str) -> Any:
    """The values of a YAML text, with the types that an editor guesses."""
    return yaml.load(text, Core)  # noqa: S506 - a kind of SafeLoader


def as_text(text: str) -> Any:
    """The values of a YAML text as the program reads them: every scalar as written."""
    return parse(text, "f").value


def unquoted(value: Any) -> Any:
    """A tree of texts as an editor sees it where no quotes stand around them.

    «true» and «null» keep theirs: without them they are no texts, in a text's field.
    """
    if isinstance(value, dict):
        return {key: unquoted(part) for key, part in value.items()}
    if isinstance(value, list):
        return [unquoted(part) for part in value]
    if not isinstance(value, str):
        return value
    for name, pattern, _ in _CORE[2:]:
        if re.fullmatch(pattern, value):
            node = yaml.ScalarNode(_TAG + name, value)
            return _whole(None, node) if name == "int" else _number(None, node)
    return value
