"""How much room a text takes in a drawing, where no browser is at hand to ask.

SVG does not break lines, and which font a reader has is not known. The widths are those of wide
common fonts, rounded up: a text that fits by them fits everywhere.
"""

from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate

_WIDE = frozenset("жмфшщыюЖМФШЩЪЫЮДW@%№—…mw")
_NARROW = frozenset(" .,:;!|'’iljIt()[]-\u00a0")
ELLIPSIS = "…"


def width_of(text: str, size: float) -> float:
    """The width of a text in a font of a size, rather too large than too small."""
    return sum(map(_em, text)) * size


@lru_cache(maxsize=1024)
def _em(char: str) -> float:
    """The width of a letter as a part of the font's size."""
    if char in _NARROW:
        return 0.42
    if char in _WIDE:
        return 1.12
    return 0.82 if char.isupper() else 0.7


def shortened(text: str, size: float, room: float) -> str:
    """The text where it fits into the room, else its beginning and «…»."""
    flat = " ".join(text.split())
    reached = list(accumulate(map(_em, flat)))
    if not reached or reached[-1] * size <= room:
        return flat
    fitting = bisect_right(reached, room / size - _em(ELLIPSIS) - 1e-9)
    return flat[:fitting].rstrip(" ,.;:—-«(") + ELLIPSIS


def wrapped(text: str, size: float, room: float, lines: int) -> tuple[str, ...]:
    """The text in so many lines at most, cut between words; what does not fit becomes «…»."""
    made: list[str] = []
    waiting = text.split()
    while waiting and len(made) < lines - 1:
        made.append(_line(waiting, size, room))
    if waiting:
        made.append(shortened(" ".join(waiting), size, room))
    return tuple(made)


def _line(waiting: list[str], size: float, room: float) -> str:
    """Take from the words as many as fit into a line; a word too long for any line is cut."""
    line = shortened(waiting.pop(0), size, room)
    while waiting and width_of(f"{line} {waiting[0]}", size) <= room:
        line = f"{line} {waiting.pop(0)}"
    return line
