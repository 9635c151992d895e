"""Every problem that the program can name, in groups, as the reader of a message looks it up."""

import re
from dataclasses import dataclass

from generator.problems import codes
from generator.problems.examples import EXAMPLES, Example
from generator.problems.problem import Code, Severity

_GROUPS = {
    "F": "Файл",
    "Y": "Запись YAML",
    "R": "Поле записи",
    "L": "Связи между записями",
    "C": "Противоречия",
    "P": "Личные данные",
    "A": "Адреса страниц",
    "W": "Шаблоны Word",
}
_WORD = re.compile(r"(?<!\{)\{\w+\}(?!\})")


@dataclass(frozen=True, slots=True)
class Message:
    """One code with its sentences and examples; «…» stands for the words of a case."""

    code: str
    message: str
    hint: str
    warning: bool
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The codes of one letter."""

    letter: str
    title: str
    messages: tuple[Message, ...]


def groups() -> tuple[Group, ...]:
    """All codes by their letter."""
    known = sorted(all_codes(), key=lambda code: code.code)
    return tuple(
        Group(letter, title, tuple(_message(code) for code in known if code.code[0] == letter))
        for letter, title in _GROUPS.items()
    )


def all_codes() -> tuple[Code, ...]:
    """Every code that there is."""
    return tuple(value for value in vars(codes).values() if isinstance(value, Code))


def _message(code: Code) -> Message:
    return Message(
        code=code.code,
        message=_sentence(code.message),
        hint=_sentence(code.hint),
        warning=code.severity is Severity.WARNING,
        examples=tuple(example for example in EXAMPLES if example.code == code),
    )


def _sentence(template: str) -> str:
    return _WORD.sub("…", template).replace("{{", "{").replace("}}", "}")
