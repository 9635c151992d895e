"""What a value comes to inside a Word file: typeset, escaped, with what XML forbids left out."""

import re
from functools import lru_cache
from typing import Any

from jinja2 import ChainableUndefined, Undefined
from markupsafe import Markup, escape

from generator.text import typeset, unfilled
from generator.values import NBSP

BLANK = escape(unfilled.WORD)
"""What stands where something is to be filled in by hand."""

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 does not know (2.2, Char): control characters and halves of letters."""
_BREAKS = re.compile(r"\r\n?|[\n\t]")
_MARKS = {"\t": "<w:tab/>"}


class Unfilled(ChainableUndefined):
    """What nobody has written down: printed as a line to fill in, and looked into without harm."""


def shown(value: Any) -> Markup:
    """What a Word file prints of a value."""
    if type(value) is str:
        return worded(value)
    if isinstance(value, Markup):
        return value
    if value is None or isinstance(value, Undefined):
        return BLANK
    if isinstance(value, bool):
        return exact("да" if value else "нет")
    return escape(value) if hasattr(value, "__html__") else exact(str(value))


def loosely(value: Any) -> Markup:
    """A value for a narrow column: a line may end after any word."""
    return Markup(shown(value).replace(NBSP, " "))  # noqa: S704 - escaped by `shown`


@lru_cache(maxsize=8192)
def worded(text: str) -> Markup:
    """A text typeset and escaped; its line breaks stay."""
    return exact(typeset(text))


def exact(text: str) -> Markup:
    """A text to the letter: an address."""
    clean = escape(_FORBIDDEN.sub("", text))
    if "\n" in clean or "\t" in clean or "\r" in clean:
        clean = Markup(_BREAKS.sub(_break, clean))  # noqa: S704 - escaped above
    return clean


def _break(found: re.Match[str]) -> str:
    """A break stands beside the text of a run, not in it."""
    return f'</w:t>{_MARKS.get(found[0], "<w:br/>")}<w:t xml:space="preserve">'
