"""Writes a new record to its place, or as a draft beside it where its place is not known."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from generator.load import Kind
from generator.load.layout import room_of
from generator.records.creation import create
from generator.records.desk import Plot
from generator.records.document_list import add_document, list_file
from generator.records.planned import Fields
from generator.records.recipes import PRACTICE_BODY, Recipe
from generator.records.refusal import RecordRefusedError
from generator.records.writer import with_body, written
from generator.schemas import schema_line
from generator.shapes import named_fields
from generator.values import parse_date


@dataclass(frozen=True, slots=True)
class Begun:
    """A record that was written: its file, and the titles of what has yet to be filled in.

    `belongs` says, of a draft whose place is not known, where it has to be put.
    """

    path: Path
    missing: tuple[str, ...]
    belongs: str = ""


def begin(
    recipe: Recipe,
    plot: Plot,
    values: Fields,
    *,
    site_url: str = "",
    body: str = "",
    unread: Collection[str] = (),
) -> Begun:
    """Write a new record to its place; `values` are its fields, and its `id`."""
    name = _name(recipe, plot, values)
    path = plot.path(recipe.kind, name)
    if recipe.kind is not Kind.DOCUMENT and plot.desk.taken(path):
        raise RecordRefusedError(f"файл {plot.desk.content / path} уже есть, и он не тронут")
    text = record_text(recipe, values, site_url=site_url, body=body, unread=unread)
    if recipe.kind is Kind.DOCUMENT:
        file = add_document(list_file(plot.desk.content, path), text)
    else:
        file = create(plot.desk.content / path, text)
    return Begun(file, missing(recipe, values))


def record_text(
    recipe: Recipe,
    values: Fields,
    *,
    site_url: str = "",
    body: str = "",
    unread: Collection[str] = (),
) -> str:
    """The text of a new record."""
    own = {name for name, _ in named_fields(recipe.model)}
    filled = {name: value for name, value in values.items() if name in own}
    whole_file = not room_of(recipe.kind).front_matter and recipe.kind is not Kind.DOCUMENT
    line = schema_line(recipe.kind, site_url) if whole_file else None
    text = written(recipe.model, filled, schema=line, offer=recipe.offered, unread=unread)
    return with_body(text, body or PRACTICE_BODY) if room_of(recipe.kind).front_matter else text


def missing(recipe: Recipe, values: Fields) -> tuple[str, ...]:
    """The titles of the required fields that nobody has filled."""
    return tuple(
        info.title or name
        for name, info in named_fields(recipe.model)
        if info.is_required() and not values.get(name)
    )


def _name(recipe: Recipe, plot: Plot, values: Fields) -> str:
    """What the file of a record is called, where its kind has names."""
    if recipe.kind is Kind.MEETING:
        return plot.meeting_slug(parse_date(str(values["date"])))
    if not recipe.named:
        return ""
    if fault := plot.desk.id_fault(recipe.kind, str(values.get("id") or "")):
        raise RecordRefusedError(fault)
    return str(values["id"]) if recipe.kind is not Kind.DOCUMENT else ""
