"""YAML text to plain values: every scalar as written, nothing that YAML can hide behind.

The values are `str`, `None` (a field left empty), `list` and `dict`. There are no types by
guess (14:00 stays «14:00», «да» stays «да»), no tags, anchors, aliases, merge keys, duplicate
keys or second documents. The builder keeps its own stack, so depth cannot exhaust Python's.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from generator.problems import Code, Place, Problem, Severity, codes, report
from generator.source.crowd import MOST_TOLD, more
from generator.source.events import DEPTH_LIMIT, EMPTY, MERGE, parser
from generator.source.marks import Marks, Path, Spot, Spots
from generator.source.quick import quick
from generator.source.syntax import syntax_reason

_GLUED_COMMENT = re.compile(r"\s+(#[^\s#].*)")
_SEEN = 300


@dataclass(frozen=True, slots=True)
class Tree:
    """What a YAML text says, where it says it, and what is wrong with it."""

    value: dict[str, Any]
    marks: Marks
    problems: list[Problem]


@dataclass(slots=True)
class _Level:
    """A list or a mapping that is being filled."""

    value: list[Any] | dict[str, Any]
    path: Path
    flow: bool = False
    key: str | None = None
    key_end: int = 0
    skip: bool = False


class _Builder:
    """Builds the values from the parser's events."""

    def __init__(self, path: str, first_line: int) -> None:
        self.path = path
        self.offset = first_line
        self.text = ""
        self.has_hash = False
        self.last_line = 0
        self.spots = Spots()
        self.problems: list[Problem] = []
        self.errors = 0
        self.root: Any = None
        self.documents = 0
        self.stack: list[_Level] = []

    def build(self, text: str) -> Tree:
        self.text = text
        self.has_hash = " #" in text
        self.last_line = text.count("\n")
        try:
            for event in _events(text):
                if not self._take(event):
                    break
                if self.errors > MOST_TOLD:
                    self.problems.append(more(self.problems[-1].place))
                    break
        except yaml.MarkedYAMLError as error:
            self._syntax(error, text)
        except yaml.YAMLError:
            self.problems.append(
                report(codes.YAML_SYNTAX, Place(self.path), reason="недопустимый знак")
            )
        if not self.problems and not isinstance(self.root, dict):
            self.problems.append(report(codes.YAML_NOT_MAPPING, Place(self.path, self.offset)))
        value = self.root if isinstance(self.root, dict) else {}
        spots = self.spots
        return Tree(value, Marks(lambda: spots), self.problems)

    def _take(self, event: yaml.Event) -> bool:
        """Handle one event; False ends the reading."""
        match event:
            case yaml.DocumentStartEvent():
                self.documents += 1
                if self.documents > 1:
                    self._problem(codes.YAML_SEVERAL, event)
                    return False
            case yaml.AliasEvent():
                return self._alias(event)
            case yaml.ScalarEvent():
                self._refuse_extras(event)
                self._scalar(event)
            case yaml.SequenceStartEvent():
                return self._open([], event)
            case yaml.MappingStartEvent():
                return self._open({}, event)
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                self.stack.pop()
        return True

    def _alias(self, event: yaml.AliasEvent) -> bool:
        self._problem(codes.YAML_ANCHOR, event)
        if self._wants_key():
            return False
        self._put(None, event)
        return True

    def _open(self, value: list[Any] | dict[str, Any], event: yaml.CollectionStartEvent) -> bool:
        if len(self.stack) >= DEPTH_LIMIT:
            self._problem(codes.YAML_DEEP, event, limit=DEPTH_LIMIT)
            return False
        self._refuse_extras(event)
        if self._wants_key():
            self._problem(codes.YAML_KEY, event)
            return False
        self.stack.append(_Level(value, self._put(value, event), bool(event.flow_style)))
        return True

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        if self._wants_key():
            self._key(self.stack[-1], event)
            return
        plain = event.style is None or event.style == ""
        if plain and self._splits_text(event):
            return
        if plain and self.has_hash:
            self._warn_of_comment(event)
        self._put(None if plain and event.value.lower() in EMPTY else event.value, event)

    def _splits_text(self, event: yaml.ScalarEvent) -> bool:
        """A comma in braces that cuts a text in two leaves a field with no colon behind it."""
        level = self.stack[-1] if self.stack else None
        if event.value or level is None or not level.flow or level.key is None:
            return False
        if not self.text[level.key_end : level.key_end + _SEEN].lstrip().startswith((",", "}")):
            return False
        self._problem(codes.YAML_SPLIT, event, key=level.key[:60])
        level.key = None
        return True

    def _warn_of_comment(self, event: yaml.ScalarEvent) -> None:
        """A «#» right before a word is more likely a part of the text than a remark."""
        end = event.end_mark.index if event.end_mark else 0
        line, _, _ = self.text[end : end + _SEEN].partition("\n")
        if found := _GLUED_COMMENT.match(line):
            self._problem(codes.YAML_COMMENT, event, text=found[1][:60])

    def _wants_key(self) -> bool:
        """Tell whether what comes next is the name of a field."""
        level = self.stack[-1] if self.stack else None
        return level is not None and isinstance(level.value, dict) and level.key is None

    def _key(self, level: _Level, event: yaml.ScalarEvent) -> None:
        key = event.value
        level.key = key
        level.key_end = event.end_mark.index if event.end_mark else 0
        level.skip = key in level.value
        path = (*level.path, key)
        first = self.spots.keys.setdefault(path, self._spot(event))[0]
        if key == MERGE:
            self._problem(codes.YAML_MERGE, event)
        elif level.skip:
            self._problem(codes.YAML_DUPLICATE_KEY, event, key=key[:60], first=first)

    def _put(self, value: Any, event: yaml.Event) -> Path:
        """Put a value where it belongs and remember its place."""
        path: Path = ()
        if not self.stack:
            self.root = value
        elif isinstance((level := self.stack[-1]).value, list):
            path = (*level.path, len(level.value))
            level.value.append(value)
        else:
            path = (*level.path, level.key or "")
            if not level.skip:
                level.value[level.key or ""] = value
            level.key = None
        self.spots.values.setdefault(path, self._spot(event))
        return path

    def _refuse_extras(self, event: yaml.NodeEvent) -> None:
        if event.anchor is not None:
            self._problem(codes.YAML_ANCHOR, event)
        tag = getattr(event, "tag", None)
        if tag is not None:
            shown = str(tag).replace("tag:yaml.org,2002:", "!!")[:60]
            self._problem(codes.YAML_TAG, event, tag=shown)

    def _spot(self, event: yaml.Event) -> Spot:
        return self._spot_of(event.start_mark)

    def _spot_of(self, mark: Any) -> Spot:
        """A mark's line and column in the file; the parser may point below the last line."""
        if mark is None:
            return self.offset, 1
        return min(mark.line, self.last_line) + self.offset, mark.column + 1

    def _problem(self, code: Code, event: yaml.Event, **words: object) -> None:
        self.problems.append(report(code, Place(self.path, *self._spot(event)), **words))
        self.errors += code.severity is Severity.ERROR

    def _syntax(self, error: yaml.MarkedYAMLError, text: str) -> None:
        """Say what the parser stumbled over, unless that line has a problem already."""
        reason, mark = syntax_reason(error, text)
        spot = self._spot_of(mark)
        if all(problem.place.line != spot[0] for problem in self.problems):
            self.problems.append(report(codes.YAML_SYNTAX, Place(self.path, *spot), reason=reason))


def _events(text: str) -> Iterator[yaml.Event]:
    loader = parser(text)
    try:
        while loader.check_event():
            yield loader.get_event()
    finally:
        loader.dispose()


def strict(text: str, path: str, first_line: int = 1) -> Tree:
    """Read any text, with the places of its values and everything that is wrong with it."""
    return _Builder(path, first_line).build(text)


def parse(text: str, path: str, first_line: int = 1) -> Tree:
    """Parse YAML that begins at `first_line` of the file `path`.

    A good text is read the quick way; the strict reading follows when a place is asked for.
    """
    value = quick(text)
    if value is None:
        return strict(text, path, first_line)
    return Tree(value, Marks(lambda: strict(text, path, first_line).marks.spots), [])
