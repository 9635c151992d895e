"""Markdown made of templates: what comes from records is text there, whatever signs it holds."""

import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import jinja2

from generator.source.visible import visible
from generator.text.templates import markdown_templates
from generator.values import count, long_date, short_date

_BLANKS = re.compile(r"\s+")
_MARKS = re.compile(r"[\\`*_\[\]|]|(?<=\])\(")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_LINE_START = re.compile(r"([#>]|[+-](?=[\s-]|$))|(\d+)(?=\.(?:\s|$))")


def literal(text: str) -> str:
    """A text on one line in which Markdown finds no mark of its own, no link and no HTML."""
    flat = visible(_BLANKS.sub(" ", text))
    safe = _MARKS.sub(r"\\\g<0>", _ENTITY.sub("&amp;", flat)).replace("<", "&lt;")
    start = _LINE_START.match(safe)
    if start is None:
        return safe
    return f"\\{safe}" if start[1] else f"{start[2]}\\{safe[start.end() :]}"


def render(template: str, **values: Any) -> str:
    """Fill a template; each text is printed as it is meant, not as Markdown would take it."""
    lines = _environment().get_template(template).render(**values).splitlines()
    text = "\n".join(line.rstrip() for line in lines)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


@cache
def _environment() -> jinja2.Environment:
    env = markdown_templates(Path(__file__).parent / "templates", _printed)
    env.filters |= {"long_date": long_date, "short_date": short_date, "stopped": _stopped}
    env.globals |= {"count": count, "day_of": _day_of}
    return env


def _printed(value: Any) -> str:
    return "" if value is None else literal(str(value))


def _stopped(text: str) -> str:
    """End with a full stop, but never with two."""
    return text if text.endswith((".", "…", "!", "?")) else f"{text}."


def _day_of(iso: str) -> str:
    return short_date(date.fromisoformat(iso))
