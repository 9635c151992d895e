"""What no field's type can see: private data in prose, letters of another alphabet, zeros."""

import re
from collections.abc import Iterator
from typing import Any

from generator.load.private import has_private, private_in
from generator.problems import Code, Place, Problem, codes, report
from generator.source import Marks

Fault = tuple[Code, dict[str, str]]

_OFFICIAL = frozenset({"phone", "email", "site", "contact", "address"})
"""Fields of an organisation and of the site: official, not anybody's own."""

_WORD = re.compile(r"[A-Za-zА-Яа-яЁё]{2,}")
_LATIN = re.compile(r"[A-Za-z]")
_CYRILLIC = re.compile(r"[А-Яа-яЁё]")
_ZEROS = re.compile(
    r"(?<![\d.,:/№-])(?<!\d )\b00 (?!час|мин|сек|коп)[А-Яа-яЁё]{2,}"
    r"|\b(?!час|мин)[А-Яа-яЁё]{2,} 00\b(?![ .,:/-]?\d| мин| сек| коп)"
)
_IDS = frozenset({"id", "address", "file", "site", "email"})

_ZEROS_AND_LETTER = (
    re.compile(r"00 (?<!\w00 )[А-Яа-яЁё]"),
    re.compile(r" 00\b(?<=[А-Яа-яЁё] 00)"),
)
"""What each match of `_ZEROS` has in it. They begin with plain text, for the search to be quick."""

_MIXED = re.compile(r"[A-Za-z](?:(?<=[А-Яа-яЁё][A-Za-z])|(?=[А-Яа-яЁё]))")
"""A Latin letter beside a Cyrillic one. It begins with the rare one, for the search to be quick."""


def suspicions(
    value: dict[str, Any], path: str, marks: Marks, body: str, body_line: int
) -> Iterator[Problem]:
    """Yield what looks wrong in a record's texts and in its Markdown body."""
    if _is_clear(value, body):
        return
    for location, text in _texts(value, ()):
        field = location[-1] if isinstance(location[-1], str) else ""
        for code, words in _faults(text, field):
            yield report(code, marks.place(path, location), **words)
    for number, line in enumerate(body.split("\n") if body else ()):
        for code, words in _faults(line, ""):
            yield report(code, Place(path, body_line + number), **words)


def _is_clear(value: dict[str, Any], body: str) -> bool:
    """Tell of a good record, by a few searches through all its texts at once, that it is good.

    They find at least what the patterns find in the single texts: the end of a line, by which
    the texts are joined, is to every pattern the same as the end of a text.
    """
    anyones: list[str] = [body]
    spoken: list[str] = [body]
    _gather(value, anyones, spoken)
    return not (has_private("\n".join(anyones)) or _has_look_alikes("\n".join(spoken)))


def _gather(value: dict[str, Any] | list[Any], anyones: list[str], spoken: list[str]) -> None:
    """Collect the texts that `private_data` has to see, and those that `_look_alikes` has to."""
    pairs = value.items() if isinstance(value, dict) else (("", inner) for inner in value)
    for field, inner in pairs:
        if isinstance(inner, str):
            if field not in _OFFICIAL:
                anyones.append(inner)
            if not inner.isascii() and field not in _IDS:
                spoken.append(inner)
        elif inner:
            _gather(inner, anyones, spoken)


def _has_look_alikes(texts: str) -> bool:
    if _MIXED.search(texts):
        return True
    zeros = any(pattern.search(texts) for pattern in _ZEROS_AND_LETTER)
    return zeros and bool(_ZEROS.search(texts))


def _faults(text: str, field: str) -> Iterator[Fault]:
    """Yield what is wrong with a text, without its place: most texts have nothing wrong."""
    if field not in _OFFICIAL:
        yield from private_data(text)
    if field not in _IDS:
        yield from _look_alikes(text)


def _texts(
    value: Any, location: tuple[str | int, ...]
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield every text of a record with its location; the reader has bounded the depth."""
    if isinstance(value, str):
        yield location, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*location, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _texts(inner, (*location, index))


def private_data(text: str) -> Iterator[Fault]:
    """Yield what looks like somebody's private data in a text."""
    for what, found in private_in(text):
        yield codes.PRIVATE_PATTERN, {"what": what, "value": found[:60]}


def _look_alikes(text: str) -> Iterator[Fault]:
    if text.isascii():
        return
    for word in _WORD.findall(text):
        if _LATIN.search(word) and _CYRILLIC.search(word):
            yield codes.LOOK_ALIKE, {"word": word[:60]}
    if zeros := _ZEROS.search(text):
        yield codes.ZEROS_FOR_LETTERS, {"text": zeros.group()[:60]}
