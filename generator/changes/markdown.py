"""Markdown for the summary of a job, in which nothing that a record says can be more than text.

GitHub reads its own Markdown there: HTML, links, mentions, formulas, numbers of issues. Whatever
a template prints comes out as the letters that it was, unless it was made here.
"""

import re
from functools import cache
from pathlib import Path
from typing import Any

import jinja2

from generator.pages.addresses import message_address
from generator.source.visible import visible
from generator.text.templates import markdown_templates

LONGEST = 1000
"""Characters of one value."""
LIMIT = 1_000_000
"""Bytes of a summary: GitHub drops one that is longer than 1 MiB."""
CUT = "\n_Сводка слишком длинная, остальное не поместилось. Всё целиком покажет umo changes._\n"

_BLANKS = re.compile(r"[^\S\u00a0]+")
_MARKS = re.compile(r"[\\`*_{}\[\]<>&|~$]|!(?=\[)|:(?=//)|(?<=www)\.", re.IGNORECASE)
_CALLS = re.compile(r"[@#](?=\w)")
"""What calls somebody, or names an issue, when a word follows."""
_WORD_JOINER = "\u2060"


class Markdown(str):
    """A text that is Markdown already."""

    __slots__ = ()


def text(value: str) -> Markdown:
    """A value as text, in one line."""
    flat = visible(_BLANKS.sub(" ", value[: 2 * LONGEST])).strip()
    short = flat if len(flat) <= LONGEST else f"{flat[: LONGEST - 1].rstrip()}…"
    silent = _CALLS.sub(lambda found: found[0] + _WORD_JOINER, short)
    return Markdown(_MARKS.sub(lambda found: f"&#{ord(found[0])};", silent))


def code(value: str) -> Markdown:
    """A path, or another value that is read letter by letter."""
    return Markdown(f"<code>{text(value)}</code>")


def guided(name: str, site: str) -> Markdown:
    """The code of a problem, with a link to the site's guide where the site's address is known."""
    return Markdown(f"[{name}]({site}{message_address(name)})") if site else text(name)


def render(template: str, **values: Any) -> str:
    """Fill a template, and cut what comes of it where GitHub would drop it whole."""
    return fitting(_environment().get_template(template).render(**values))


def fitting(whole: str) -> str:
    """As many lines as GitHub shows."""
    room = LIMIT
    if len(whole.encode()) <= room:
        return whole
    lines = []
    room -= len(CUT.encode())
    for line in whole.splitlines(keepends=True):
        room -= len(line.encode())
        if room < 0:
            break
        lines.append(line)
    return "".join(lines) + CUT


@cache
def _environment() -> jinja2.Environment:
    env = markdown_templates(Path(__file__).parent / "templates", _printed)
    env.filters |= {"code": code, "guided": guided}
    return env


def _printed(value: Any) -> str:
    return value if isinstance(value, Markdown) else text(str(value))
