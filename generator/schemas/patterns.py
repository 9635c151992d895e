"""How single values look, as regular expressions that JavaScript and Python read alike.

They never refuse what the models take; where a rule is beyond them they take more (`beyond.py`).
Numbers, dates and words come here as an editor sees them: untouched, with the blanks around them.
"""

import re

from generator.models.fields import LINE_LIMIT, TEXT_LIMIT

_SYNTAX = re.compile(r"[\^$\\.*+?()\[\]{}|]")
_GAP = r"\?\?\?|__|«\s*»|(?:^|[^0-9A-Za-z_А-Яа-яЁё])00\.00\.[0-9]{4}"
_HOUR = "(?:[01]?[0-9]|2[0-3])"
_SIXTY = "[0-5]?[0-9]"
_DAY = "(?:0?[1-9]|[12][0-9]|3[01])"
_MONTH = "(?:0?[1-9]|1[0-2])"


def escaped(text: str) -> str:
    """A text as a pattern that matches it. Python's own escapes are no JavaScript."""
    return _SYNTAX.sub(r"\\\g<0>", text)


def any_case(text: str) -> str:
    """A pattern of a text in small letters and capitals: JSON Schema has no flag for that."""
    pairs = ((char.lower(), char.upper()) for char in text)
    return "".join(escaped(low) if low == high else f"[{low}{high}]" for low, high in pairs)


def one_of(words: list[str]) -> str:
    """A pattern of any of these words, in small letters or capitals."""
    return f"(?:{'|'.join(map(any_case, words))})"


def alone(pattern: str) -> str:
    """A pattern that takes up the whole text, but for the blanks around it."""
    return rf"^\s*{pattern}\s*$"


def text(limit: int, *, dashes: bool = False) -> str:
    """A text of at most so many characters in which nothing was left to be filled in."""
    nothing_but = r"[-–—.…*_\s]*" if not dashes else r"\s*"
    return rf"^(?!{nothing_but}$)(?![\s\S]*(?:{_GAP}))\s*\S[\s\S]{{0,{limit - 1}}}\s*$"


LINE = text(LINE_LIMIT)
AS_WRITTEN = text(LINE_LIMIT, dashes=True)
TEXT = text(TEXT_LIMIT)
COUNT = alone("[0-9]{1,9}")
POSITIVE = alone("0*[1-9][0-9]{0,8}")
HEADCOUNT = alone("0*(?:[5-9]|[1-9][0-9]{1,8})")
DECIMAL = alone(r"-?[ \u00a0]*[0-9][0-9 \u00a0]*(?:[.,][0-9 \u00a0]+)?")
FLAG = alone(one_of(["да", "нет", "true", "false"]))
ADDRESS = alone(any_case("http") + """[sS]?://[^\\s/?#<>"'`\\\\]*\\.[^\\s<>"'`\\\\]*""")
OLD_ADDRESS = alone(rf"(?:{any_case('http')}[sS]?://[^?#]+|/?[a-z0-9][a-z0-9/._-]*)")
YEARS = r"^[^0-9]*(?:199[0-9]|20[0-9]{2})[^0-9]+(?:[0-9]{2}|[0-9]{4})[^0-9]*$"
DATE = (
    rf"^[^0-9]*(?:[0-9]{{4}}[^0-9A-Za-zА-Яа-яЁё]+{_MONTH}[^0-9A-Za-zА-Яа-яЁё]+{_DAY}"
    rf"|{_DAY}[^0-9]+(?:{_MONTH}[^0-9]+|[А-Яа-яЁё][^0-9]*)[0-9]{{4}})[^0-9]*$"
)
TIME = rf"^[^0-9]*{_HOUR}[^0-9]+(?:{_SIXTY}(?:[^0-9]+{_SIXTY})?[^0-9]*)?$"
WHEN = r"^(?![\s\S]*(?:__|\?\?|……|\.{4}))[\s\S]*\S"
EXPERIENCE = alone(r"[0-9]{1,9}\s*(?:лет|года?)?")
