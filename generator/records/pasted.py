"""Texts pasted from Word, a web page or a letter, as a record may hold them."""

import re
import unicodedata

from generator.source.visible import visible

_BREAKS = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")
_BLANKS = re.compile(r"[^\S\n]")
_TRAILING = re.compile(r" +$", re.MULTILINE)


def cleaned(text: str) -> str:
    """A text with one kind of line end and of blank, and without signs that nobody sees.

    Words and punctuation stay to the letter; letters that were put together of two signs, as on a
    Mac, become one.
    """
    lines = _BREAKS.sub("\n", unicodedata.normalize("NFC", text))
    return _TRAILING.sub("", visible(_BLANKS.sub(" ", lines)))
