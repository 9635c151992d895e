"""YAML text to plain values: every scalar as written, nothing that YAML can hide behind.

The values are `str`, `None` (a field left empty), `list` and `dict`. There are no types by
guess (14:00 stays «14:00», «да» stays «да»), no tags, anchors, aliases, merge keys, duplicate
keys or second documents. The builder keeps its own stack, so depth cannot exhaust Python's.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.problems import Code, Place, Problem, codes, report

DEPTH_LIMIT = 16
"""Levels. The deepest honest record has seven."""

Path = tuple[str | int, ...]
_EMPTY = frozenset({"", "~", "null"})
_REASONS = {
    "mapping values are not allowed": "лишнее двоеточие: текст с двоеточием возьмите в кавычки",
    "could not find expected ':'": "нет двоеточия после имени поля",
    "did not find expected key": "отступ не совпадает с соседними строками",
    "did not find expected '-' indicator": "отступ пункта списка не совпадает с соседними",
    "found character that cannot start any token": "строка начинается с табуляции или знака @ %",
    "found unexpected end of stream": "кавычка не закрыта",
    "did not find expected ',' or '}'": "фигурная скобка не закрыта",
    "did not find expected ',' or ']'": "квадратная скобка не закрыта",
    "did not find expected node content": "нет значения",
    "block sequence entries are not allowed": "пункт списка начат не с новой строки",
    "found unknown escape character": "косая черта \\ в двойных кавычках: замените их на «ёлочки»",
    "found a tab character": "отступ сделан табуляцией: нужны пробелы",
    "found undefined tag handle": "текст начинается с «!»: возьмите его в кавычки",
    "did not find expected alphabetic": "текст начинается с & или *: возьмите его в кавычки",
}


@dataclass(slots=True)
class Marks:
    """Where each value and its key stand: line and column from 1."""

    keys: dict[Path, tuple[int, int]] = field(default_factory=dict)
    values: dict[Path, tuple[int, int]] = field(default_factory=dict)

    def place(self, file: str, path: Path, *, key: bool = False) -> Place:
        """The spot of a value (or of its key), or of the nearest part around it."""
        table = self.keys if key else self.values
        while path not in table and path:
            path = path[:-1]
            table = self.keys if key and path in self.keys else self.values
        return Place(file, *table.get(path, (1, 1)))


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
    key: str | None = None
    skip: bool = False


class _Builder:
    """Builds the values from the parser's events."""

    def __init__(self, path: str, first_line: int) -> None:
        self.path = path
        self.offset = first_line
        self.marks = Marks()
        self.problems: list[Problem] = []
        self.root: Any = None
        self.documents = 0
        self.stack: list[_Level] = []

    def build(self, text: str) -> Tree:
        try:
            for event in _events(text):
                if not self._take(event):
                    break
        except yaml.MarkedYAMLError as error:
            self._syntax(error)
        except yaml.YAMLError:
            self.problems.append(
                report(codes.YAML_SYNTAX, Place(self.path), reason="недопустимый знак")
            )
        if not self.problems and not isinstance(self.root, dict):
            self.problems.append(report(codes.YAML_NOT_MAPPING, Place(self.path, self.offset)))
        value = self.root if isinstance(self.root, dict) else {}
        return Tree(value, self.marks, self.problems)

    def _take(self, event: yaml.Event) -> bool:
        """Handle one event; False ends the reading."""
        match event:
            case yaml.DocumentStartEvent():
                self.documents += 1
                if self.documents > 1:
                    self._problem(codes.YAML_SEVERAL, event)
                    return False
            case yaml.AliasEvent():
                self._problem(codes.YAML_ANCHOR, event)
                self._put(None, event)
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

    def _open(self, value: list[Any] | dict[str, Any], event: yaml.NodeEvent) -> bool:
        if len(self.stack) >= DEPTH_LIMIT:
            self._problem(codes.YAML_DEEP, event, limit=DEPTH_LIMIT)
            return False
        self._refuse_extras(event)
        level = self.stack[-1] if self.stack else None
        if level is not None and isinstance(level.value, dict) and level.key is None:
            self._problem(codes.YAML_KEY, event)
            return False
        self.stack.append(_Level(value, self._put(value, event)))
        return True

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        level = self.stack[-1] if self.stack else None
        if level is not None and isinstance(level.value, dict) and level.key is None:
            self._key(level, event)
            return
        plain = event.style is None or event.style == ""
        self._put(None if plain and event.value.lower() in _EMPTY else event.value, event)

    def _key(self, level: _Level, event: yaml.ScalarEvent) -> None:
        key = event.value
        level.key = key
        level.skip = key in level.value
        path = (*level.path, key)
        if level.skip:
            first = self.marks.keys[path][0]
            self._problem(codes.YAML_DUPLICATE_KEY, event, key=key[:60], first=first)
        elif key == "<<":
            self._problem(codes.YAML_MERGE, event)
        else:
            self.marks.keys[path] = self._spot(event)

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
        self.marks.values.setdefault(path, self._spot(event))
        return path

    def _refuse_extras(self, event: yaml.NodeEvent) -> None:
        if event.anchor is not None:
            self._problem(codes.YAML_ANCHOR, event)
        tag = getattr(event, "tag", None)
        if tag is not None:
            self._problem(codes.YAML_TAG, event, tag=str(tag)[:60])

    def _spot(self, event: yaml.Event) -> tuple[int, int]:
        mark = event.start_mark
        return (mark.line + self.offset, mark.column + 1) if mark else (self.offset, 1)

    def _problem(self, code: Code, event: yaml.Event, **words: object) -> None:
        self.problems.append(report(code, Place(self.path, *self._spot(event)), **words))

    def _syntax(self, error: yaml.MarkedYAMLError) -> None:
        said = f"{error.problem or ''} {error.context or ''}"
        reason = next((ru for en, ru in _REASONS.items() if en in said), "запись не разобрана")
        mark = error.problem_mark or error.context_mark
        spot = (mark.line + self.offset, mark.column + 1) if mark else (self.offset, 1)
        self.problems.append(report(codes.YAML_SYNTAX, Place(self.path, *spot), reason=reason))



def _events(text: str) -> Iterator[yaml.Event]:
    """The parser's events; libyaml's parser where it is built in, for it is ten times faster."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    try:
        while loader.check_event():
            yield loader.get_event()
    finally:
        loader.dispose()


def parse(text: str, path: str, first_line: int = 1) -> Tree:
    """Parse YAML that begins at `first_line` of the file `path`."""
    return _Builder(path, first_line).build(text)
