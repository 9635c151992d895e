"""Answers of a form as values of fields: lists by lines, terms and votes out of sentences."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from generator.problems import BadValue
from generator.values import When, WhenKind

_BULLET = re.compile(r"[-*•·–—][ ]+(?=\S)")
_NUMBER = re.compile(r"(\d{1,3})[.)][ ]+(?=\S)")
_TERM = re.compile(r"(?:[Сс]рок(?:и)?\s*[:—–-]?\s+|\b(?=до\s))(?P<term>[^,;()]{3,60}?)[\s.;)]*$")
_VOTE = {
    "for": re.compile(r"\bза\s*[:—–-]?\s*(\d{1,5})", re.IGNORECASE),
    "against": re.compile(r"\bпротив\s*[:—–-]?\s*(\d{1,5}|нет)", re.IGNORECASE),
    "abstained": re.compile(r"\bвоздержал\w*\s*[:—–-]?\s*(\d{1,5}|нет)", re.IGNORECASE),
}
_NO_WORD = re.compile(r"[\s,;.]*")


def points(text: str) -> list[str]:
    """The lines of an answer; bullets are left out, and numbers that say no more than the order."""
    found: list[str] = []
    for line in filter(None, map(str.strip, text.split("\n"))):
        bare = _BULLET.sub("", line, count=1) if _BULLET.match(line) else line
        number = _NUMBER.match(bare)
        in_order = number is not None and int(number[1]) == len(found) + 1
        found.append(bare[number.end() :] if number and in_order else bare)
    return found


def words(text: str) -> list[str]:
    """The parts of an answer between commas and line ends: subjects, grades."""
    return [word for line in points(text) for word in map(str.strip, line.split(",")) if word]


def decision(text: str) -> dict[str, str]:
    """A decision with its term, where it ends with one that is understood; the text stays whole."""
    found = _TERM.search(text)
    term = found["term"].strip() if found else ""
    return {"text": text, "due": term} if term and _is_term(term) else {"text": text}


def vote(text: str) -> Any:
    """A vote: its numbers where it says nothing else, else the text as it is."""
    numbers: dict[str, str] = {}
    rest = text
    for name, pattern in _VOTE.items():
        if found := pattern.search(rest):
            numbers[name] = "0" if found[1].casefold() == "нет" else found[1]
            rest = rest[: found.start()] + rest[found.end() :]
    return numbers if numbers and _NO_WORD.fullmatch(rest) else text


def _is_term(text: str) -> bool:
    try:
        return When.parse(text).kind is not WhenKind.WORDS
    except BadValue:
        return False


def _decisions(text: str) -> Iterator[dict[str, str]]:
    return map(decision, points(text))


def _summaries(text: str) -> Iterator[dict[str, str]]:
    return ({"summary": point} for point in points(text))


def _named(text: str) -> Iterator[dict[str, str]]:
    return ({"name": point} for point in points(text))


LISTS: dict[str, Callable[[str], Any]] = {
    "decisions": _decisions,
    "hearings": _summaries,
    "results": _named,
    "subjects": words,
    "grades": words,
}
"""Fields whose lists are more than lines."""
