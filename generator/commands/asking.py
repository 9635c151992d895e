"""Asks for the fields of a new record: their names, hints and rules are the models' own."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import click
from pydantic.fields import FieldInfo

from generator.models import Record
from generator.records.judging import fault_of, settled
from generator.russian_click import refuse
from generator.shapes import named_fields, shape_of

ID_TITLE = "Обозначение"
"""What the id of a record is called that stands in the name of its file."""

Fault = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Question:
    """A field as somebody is asked for it. `fault` says what is wrong with an answer."""

    name: str
    title: str
    hint: str
    many: bool
    required: bool
    fault: Fault
    settle: Callable[[str], str]


def question_of(model: type[Record], name: str, id_fault: Fault | None = None) -> Question:
    """The question for a field; `id` may be no field of the model, but the name of a file."""
    info = dict(named_fields(model)).get(name)
    if info is None or (id_fault and name == "id"):
        return Question(name, ID_TITLE, "", False, True, id_fault or (lambda text: None), str)
    shape = shape_of(info)
    return Question(
        name,
        info.title or name,
        _hint(info),
        shape.many,
        info.is_required(),
        lambda text: fault_of(model, name, [text] if shape.many else text),
        lambda text: settled(model, name, text),
    )


def option_of(question: Question) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """The option by which a field is given in the call."""
    return click.option(
        f"--{question.name.replace('_', '-')}",
        question.name,
        multiple=question.many,
        metavar="ЗНАЧЕНИЕ",
        help=f"{question.title}{'; можно несколько раз' if question.many else ''}.",
    )


def checked(question: Question, given: Any) -> Any:
    """What the call gives for a field, or the complaint that it cannot stand there."""
    for text in given if question.many else (given,):
        if fault := question.fault(text):
            refuse(f"--{question.name.replace('_', '-')}: {fault.rstrip('.')}", None)
    return list(given) if question.many else question.settle(given)


def ask(question: Question, default: Any) -> Any:
    """Ask until the answer may stand in the field; an empty one takes the default, or nothing."""
    if question.hint:
        click.echo(click.style(question.hint, dim=True))
    return _many(question) if question.many else _one(question, default)


def _one(question: Question, default: Any) -> str | None:
    shown = "" if default is None else str(default)
    note = "" if question.required or shown else " (можно пропустить)"
    while True:
        text = _line(f"{question.title}{note}", shown)
        if not text:
            return None
        fault = question.fault(text)
        if fault is None:
            return question.settle(text)
        click.echo(f"  {fault}")


def _many(question: Question) -> list[str]:
    """Ask for the points of a list, one by one; an empty line ends it."""
    found: list[str] = []
    while True:
        text = _line(f"{question.title}, {len(found) + 1} (пустая строка — дальше)", "")
        if not text:
            return found
        if fault := question.fault(text):
            click.echo(f"  {fault}")
        else:
            found.append(text)


def _line(prompt: str, default: str) -> str:
    answer: str = click.prompt(prompt, default=default, show_default=bool(default))
    return answer.strip()


def _hint(info: FieldInfo) -> str:
    parts = [info.description or ""]
    if words := shape_of(info).words:
        parts.append("Можно: " + "; ".join(f"{word.value} — {word.label}" for word in words) + ".")
    return " ".join(filter(None, parts))
