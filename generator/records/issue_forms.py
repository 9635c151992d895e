"""The forms by which somebody offers a record on GitHub: their words are the models' own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml
from pydantic.fields import FieldInfo

from generator.load import Kind
from generator.models import Association, Record
from generator.records.recipes import recipe_of
from generator.shapes import named_fields, shape_of

BODY = "description"
"""The field of a form that is no field of the record, but the text below its fields."""
BODY_LABEL = "Описание практики"
HOME = "association"
CONSENT_LABEL = "Согласие и личные данные"
CONSENTS = (
    "Имена людей названы только с их согласия или не названы вовсе",
    "Здесь нет телефонов, личной почты и сведений об учениках",
)
_PRIVACY = (
    "Всё, что вы здесь напишете, увидят все. Людей называйте по должности («учитель математики, "
    "школа № 2»), а по имени — только если они согласны. Телефоны, личную почту и сведения "
    "об учениках не пишите."
)
_BY_LINES = "Каждый пункт — с новой строки."
_OF_FILES = re.compile(r"\b[a-z_]{4,}\b")
"""A field's name in its description: it is meant for whoever writes a file."""
_HEADER = "# Сделано из моделей записей командой python -m generator.records, руками не правьте.\n"


@dataclass(frozen=True, slots=True)
class Form:
    """A form: the record that comes of it, what it asks for, and which answers may be long."""

    file: str
    kind: Kind
    name: str
    about: str
    asked: tuple[str, ...]
    required: frozenset[str]
    long: frozenset[str]

    @property
    def model(self) -> type[Record]:
        """The model of the record."""
        return recipe_of(self.kind).model

    def label(self, name: str) -> str:
        """What a field is called in the form."""
        info = self.info(name)
        if info is not None:
            return info.title or name
        return BODY_LABEL if name == BODY else str(Association.model_config.get("title"))

    def info(self, name: str) -> FieldInfo | None:
        """The field of the model; None for what is none."""
        return dict(named_fields(self.model)).get(name)


FORMS = (
    Form(
        "meeting.yml",
        Kind.MEETING,
        "Добавить протокол",
        "Протокол заседания или заседание, которое ещё впереди.",
        asked=(
            *(HOME, "date", "number", "time", "mode", "place", "theme", "attendance"),
            *("agenda", "hearings", "decisions", "vote", "notes"),
        ),
        required=frozenset({HOME, "date", "mode", "agenda"}),
        long=frozenset({"notes"}),
    ),
    Form(
        "practice.yml",
        Kind.PRACTICE,
        "Предложить практику",
        "Приём, урок или система работы, которыми стоит поделиться.",
        asked=(
            *("title", "authors", HOME, "subjects", "grades", "level", "type", "summary"),
            *("goal", "conditions", "resources", "stages", "results", BODY),
        ),
        required=frozenset({"title", "authors", "subjects", "level", "type", "summary"}),
        long=frozenset({"summary", "goal", "conditions", BODY}),
    ),
)


def issue_forms() -> dict[str, str]:
    """The files of `.github/ISSUE_TEMPLATE/` by name."""
    files = {form.file: _text(_form(form)) for form in FORMS}
    return files | {"config.yml": _text({"blank_issues_enabled": True})}


def _text(value: dict[str, Any]) -> str:
    """A file for GitHub, whose reader guesses types, so that texts like 1 and dates need quotes."""
    return _HEADER + yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=100)


def _form(form: Form) -> dict[str, Any]:
    return {
        "name": form.name,
        "description": form.about,
        "title": f"{form.name}: ",
        "body": [
            {"type": "markdown", "attributes": {"value": _PRIVACY}},
            *(_field(form, name) for name in form.asked),
            {
                "type": "checkboxes",
                "id": "consent",
                "attributes": {
                    "label": CONSENT_LABEL,
                    "options": [{"label": one, "required": True} for one in CONSENTS],
                },
            },
        ],
    }


def _field(form: Form, name: str) -> dict[str, Any]:
    info = form.info(name)
    shape = shape_of(info) if info else None
    attributes: dict[str, Any] = {"label": form.label(name)}
    if hint := " ".join(_hints(form, name)):
        attributes["description"] = hint
    if shape and shape.words:
        kind = "dropdown"
        attributes["options"] = [word.label for word in shape.words]
    else:
        kind = "textarea" if name in form.long or (shape and shape.many) else "input"
        if info and info.examples and isinstance(info.examples[0], str):
            attributes["placeholder"] = info.examples[0]
    required = {"validations": {"required": True}} if name in form.required else {}
    return {"type": kind, "id": name, "attributes": attributes, **required}


def _hints(form: Form, name: str) -> Iterator[str]:
    info = form.info(name)
    if info is None:
        yield "Как это проходит и что получается." if name == BODY else "Название или обозначение."
        return
    if info.description and not _OF_FILES.search(info.description):
        yield info.description
    if shape_of(info).many:
        yield _BY_LINES
