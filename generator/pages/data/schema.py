"""The JSON Schema of each file, made of its fields."""

from typing import Any

from generator.pages.data.fields import DAY, TEXT, VERSION, Record, Table, ValueType, parts

DIALECT = "https://json-schema.org/draft/2020-12/schema"

PUBLISHER = parts("обозначение и название", id=TEXT, name=TEXT)
LICENCE = ValueType(
    "название и адрес",
    {
        "type": "object",
        "properties": {"name": TEXT.schema, "url": {"type": ["string", "null"], "format": "iri"}},
        "required": ["name", "url"],
        "additionalProperties": False,
    },
)


def schema_of(table: Table[Any], *, daily: bool) -> Record:
    """The schema of a file. It bears no `$id`: a site does not know under which address it stands.

    A file that hangs on the day names it.
    """
    head = _head(table) | (_day() if daily else {})
    properties = head | {"items": {"type": "array", "items": _row(table)}}
    return {
        "$schema": DIALECT,
        "title": table.title,
        "description": table.description,
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def schema_name(table: Table[Any]) -> str:
    """The name of the file in which a table's schema stands."""
    return f"{table.name}.schema.json"


def _head(table: Table[Any]) -> Record:
    return {
        "version": {"title": "Версия набора", "const": VERSION},
        "schema": {"title": "Схема этого файла", "const": schema_name(table)},
        "licence": {"title": "Лицензия", **LICENCE.or_nothing()},
        "publisher": {"title": "Кто публикует", **PUBLISHER.schema},
    }


def _day() -> Record:
    return {"as_of": {"title": "На какой день", **DAY.schema}}


def _row(table: Table[Any]) -> Record:
    return {
        "type": "object",
        "properties": {field.name: field.schema for field in table.fields},
        "required": [field.name for field in table.fields],
        "additionalProperties": False,
    }
