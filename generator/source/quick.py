"""The quick reading of a good YAML text: the values alone, without their places.

Nearly every record is good, and its places are then never asked for. This reading knows only
what a good record is made of, and gives up at anything else: what is wrong with a text, and
whether anything is, the strict reading says (`tree.py`). It takes the same events of the same
parser, so the two cannot understand a text differently.
"""

import re
from collections.abc import Callable
from typing import Any

import yaml
from yaml.events import (
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from generator.source.events import DEPTH_LIMIT, EMPTY, MERGE, parser

Take = Callable[[], Any]
"""Gives the next event. Its class decides, by identity: nobody derives from PyYAML's events."""

_GLUED_COMMENT = re.compile(r" #[^\s#]")
"""Perhaps a part of the text before it; remarks written as usual, «# so», are not in doubt."""

_LONGEST_EMPTY = max(map(len, EMPTY))


class _Unusual(Exception):
    """Something that only the strict reading can judge."""


def quick(text: str) -> dict[str, Any] | None:
    """Read a text with which nothing is wrong; None for every other, and where in doubt."""
    if " #" in text and ("\t#" in text or _GLUED_COMMENT.search(text)):
        return None
    take = parser(text).get_event
    try:
        take()  # the beginning of the stream
        _expect(DocumentStartEvent, take())
        opening = take()
        _expect(MappingStartEvent, opening)
        value = _mapping(take, opening, DEPTH_LIMIT)
        _expect(DocumentEndEvent, take())
        _expect(StreamEndEvent, take())
    except (_Unusual, yaml.YAMLError):
        return None
    return value


def _expect(kind: type[yaml.Event], event: Any) -> None:
    if event.__class__ is not kind:
        raise _Unusual


# The two call each other, but never deeper than there is room: Python's stack is safe.


def _mapping(take: Take, opening: Any, room: int) -> dict[str, Any]:
    """Read the fields of a mapping that has just opened; `room` is how many levels are left."""
    _refuse_extras(opening, room)
    found: dict[str, Any] = {}
    while (event := take()).__class__ is ScalarEvent:
        key = event.value
        if event.tag is not None or event.anchor is not None or key in found or key == MERGE:
            raise _Unusual
        event = take()
        if event.__class__ is ScalarEvent:
            found[key] = _scalar(event, opening.flow_style)
        else:
            found[key] = _collection(take, event, room - 1)
    _expect(MappingEndEvent, event)
    return found


def _sequence(take: Take, opening: Any, room: int) -> list[Any]:
    """Read the points of a list that has just opened."""
    _refuse_extras(opening, room)
    found: list[Any] = []
    while (event := take()).__class__ is not SequenceEndEvent:
        if event.__class__ is ScalarEvent:
            found.append(_scalar(event, False))
        else:
            found.append(_collection(take, event, room - 1))
    return found


def _collection(take: Take, opening: Any, room: int) -> dict[str, Any] | list[Any]:
    if opening.__class__ is MappingStartEvent:
        return _mapping(take, opening, room)
    _expect(SequenceStartEvent, opening)
    return _sequence(take, opening, room)


def _refuse_extras(opening: Any, room: int) -> None:
    if opening.tag is not None or opening.anchor is not None or room < 1:
        raise _Unusual


def _scalar(event: Any, in_braces: bool) -> str | None:
    """The text of a scalar; None for a field left empty."""
    value: str = event.value
    if event.tag is not None or event.anchor is not None:
        raise _Unusual
    if len(value) > _LONGEST_EMPTY or event.style or value.lower() not in EMPTY:
        return value
    if in_braces and not value:  # perhaps a comma has cut a text in two
        raise _Unusual
    return None
