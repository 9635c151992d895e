"""Texts without signs that nobody sees: the reader of records takes none."""

import unicodedata

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def visible(text: str) -> str:
    """A text without control and format characters; the ends of its lines stay."""
    if text.isprintable():
        return text
    return "".join(
        char for char in text if char == "\n" or unicodedata.category(char) not in _UNSEEN
    )
