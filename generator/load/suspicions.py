"""What no field's type can see: private data in prose, letters of another alphabet, zeros."""

import re
from collections.abc import Iterator
from typing import Any

from generator.problems import Place, Problem, codes, report
from generator.source import Marks

_PRIVATE = {
    "телефон": re.compile(
        r"(?<![\d-])(?:\+7|8)[\s(-]{0,2}\d{3}[\s)-]{0,2}\d{3}[\s-]?\d{2}[\s-]?\d{2}(?!\d)"
        r"|\+375[\s(-]{0,2}\d{2}[\s)-]{0,2}\d{3}[\s-]?\d{2}[\s-]?\d{2}(?!\d)"
    ),
    "электронная почта": re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}"),
    "СНИЛС": re.compile(r"(?<!\d)\d{3}-\d{3}-\d{3}[ -]\d{2}(?!\d)"),
    "дата рождения": re.compile(
        r"\b(?:дата рождения|родил(?:ся|ась))\D{0,12}\d{1,2}\.\d{1,2}\.\d{4}|\b\d{4}\s*г\.\s?р\.",
        re.IGNORECASE,
    ),
}
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


def suspicions(
    value: dict[str, Any], path: str, marks: Marks, body: str, body_line: int
) -> Iterator[Problem]:
    """Yield what looks wrong in a record's texts and in its Markdown body."""
    for location, text in _texts(value, ()):
        place = marks.place(path, location)
        field = location[-1] if isinstance(location[-1], str) else ""
        if field not in _OFFICIAL:
            yield from _private(text, place)
        if field not in _IDS:
            yield from _look_alikes(text, place)
    for number, line in enumerate(body.split("\n") if body else ()):
        place = Place(path, body_line + number)
        yield from _private(line, place)
        yield from _look_alikes(line, place)


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


def _private(text: str, place: Place) -> Iterator[Problem]:
    for what, pattern in _PRIVATE.items():
        if found := pattern.search(text):
            yield report(codes.PRIVATE_PATTERN, place, what=what, value=found.group()[:60])


def _look_alikes(text: str, place: Place) -> Iterator[Problem]:
    if text.isascii():
        return
    for word in _WORD.findall(text):
        if _LATIN.search(word) and _CYRILLIC.search(word):
            yield report(codes.LOOK_ALIKE, place, word=word[:60])
    if zeros := _ZEROS.search(text):
        yield report(codes.ZEROS_FOR_LETTERS, place, text=zeros.group()[:60])
