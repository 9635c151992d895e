"""The one plain spelling that every reader of this package works on.

A chair's text comes from Word, PDF and phones: several dashes, quotes and spaces mean the
same. Here they become one, so that the patterns of the readers stay short.
"""

import re
import unicodedata

from generator.problems import BadValue, Code, codes

LONGEST = 200
"""No date, time or term is longer; a longer text is refused before any pattern sees it."""

_SHOWN = 60

_SAME = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("«»„“”‟″'‘’‚", '"'),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff"),  # invisible: dropped
        "ⅰ": "i",
        "ⅱ": "ii",
        "ⅲ": "iii",
        "ⅳ": "iv",
        "ё": "е",
        "і": "i",  # a Belarusian keyboard has this letter where Latin I is meant
    }
)

_UNFILLED = re.compile(
    r'_{2,}|\?{2,}|…{2,}|\.{4,}|"[ _?.…]*"|_+\.|(?<![a-zа-я])[xх]{2}\.[xх]{2}(?![a-zа-я])'
)
_MEANING = re.compile(r"[^\W_]")


def plain(text: str, otherwise: Code) -> str:
    """Give the text in lower case with one kind of space, dash and quote.

    Raises BadValue(otherwise) for a text that is too long, and BadValue(PLACEHOLDER) for
    one with a place that nobody filled in.
    """
    if len(text) > LONGEST:
        raise BadValue(otherwise, value=text[:_SHOWN] + "…")
    folded = unicodedata.normalize("NFC", text).lower().translate(_SAME)
    words = " ".join(folded.split())
    if words and (_UNFILLED.search(words) or not _MEANING.search(words)):
        raise BadValue(codes.PLACEHOLDER, value=text)
    return words.strip(" .,;:")
