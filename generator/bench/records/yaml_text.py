"""Plain values as YAML, as short as people write it; faster than a general writer."""

import re
from typing import Any

_PLAIN = re.compile(r"[\w«(][\w«»№().;!/%+–—… -]*", re.UNICODE)
_INLINE_LIMIT = 96
"""Characters. A part or list that is no longer stands on one line."""


def yaml_text(value: dict[str, Any]) -> str:
    """The text of a YAML file with these fields, ending in a line break."""
    return "\n".join(_fields(value, "")) + "\n"


def _fields(value: dict[str, Any], indent: str) -> list[str]:
    lines: list[str] = []
    for name, inner in value.items():
        if isinstance(inner, list) and not (short := _inline(inner)):
            lines.append(f"{indent}{name}:")
            for item in inner:
                lines += _item(item, f"{indent}  ")
        elif isinstance(inner, dict) and not (short := _inline(inner)):
            lines += [f"{indent}{name}:", *_fields(inner, f"{indent}  ")]
        elif isinstance(inner, str):
            lines.append(f"{indent}{name}: {scalar(inner, alone=True)}")
        else:
            lines.append(f"{indent}{name}: {short}")
    return lines


def _item(item: Any, indent: str) -> list[str]:
    if isinstance(item, str):
        return [f"{indent}- {scalar(item, alone=True)}"]
    if short := _inline(item):
        return [f"{indent}- {short}"]
    first, *rest = _fields(item, f"{indent}  ")
    return [f"{indent}- {first.lstrip()}", *rest]


def _inline(value: Any) -> str:
    """A part or a list on one line, or nothing where it holds parts itself or is too long."""
    if isinstance(value, dict):
        if any(not isinstance(inner, str) for inner in value.values()):
            return ""
        text = ", ".join(f"{name}: {scalar(inner)}" for name, inner in value.items())
        return f"{{{text}}}" if len(text) <= _INLINE_LIMIT else ""
    if any(not isinstance(inner, str) for inner in value):
        return ""
    text = ", ".join(scalar(inner) for inner in value)
    return f"[{text}]" if len(text) <= _INLINE_LIMIT else ""


def scalar(text: str, *, alone: bool = False) -> str:
    """One value, in quotes where it needs them; inside brackets more signs need them."""
    plain = text.replace(",", "").replace("?", "") if alone else text
    if _PLAIN.fullmatch(plain) and " #" not in text:
        return text
    inner = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{inner}"'
