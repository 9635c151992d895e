"""The schemas as files: what they are called, where they stand, which editor reads which."""

import json
import re
from functools import cache

from generator.load.entry import Kind
from generator.load.layout import ROOMS, Room, room_of
from generator.schemas.record import schema_of
from generator.schemas.scalars import Schema

FOLDER = "schemas/"
"""Where the schemas stand on a site."""
EDITOR_FOLDER = ".vscode/schemas"
"""Where they lie for an editor, seen from a project."""
_PLACEHOLDER = re.compile(r"<[^>]*>")


def schema_name(kind: Kind) -> str:
    """The name of the file with the schema of a kind."""
    return f"{kind.value}.json"


def schema_address(kind: Kind) -> str:
    """Where the schema of a kind of record stands, seen from the site's root."""
    return f"{FOLDER}{schema_name(kind)}"


def schema_line(kind: Kind, site_url: str) -> str:
    """The first line of a record that tells the YAML language server where its schema stands.

    Empty where nobody knows the site's address: no line is better than one that leads nowhere.
    """
    if not site_url:
        return ""
    return f"# yaml-language-server: $schema={site_url.rstrip('/')}/{schema_address(kind)}"


@cache
def schema_text(kind: Kind, address: str = "") -> str:
    """The schema of a kind as it stands in its file; `address` is the full one, where known."""
    return _text(schema_of(room_of(kind).model, address))


def schema_files() -> dict[str, str]:
    """Every schema by the name of its file."""
    return {schema_name(room.kind): schema_text(room.kind) for room in ROOMS}


def editor_settings(content: str, folder: str) -> str:
    """The settings of a project for VS Code: which schema goes with which records.

    `content` and `folder` are the folders of the records and of the schemas, seen from the
    project. Front matter has none: editors check whole files of YAML alone.
    """
    rooms = (room for room in ROOMS if not room.front_matter)
    schemas = {f"./{folder}/{schema_name(room.kind)}": globs(room, content) for room in rooms}
    return _text({"files.encoding": "utf8", "files.eol": "\n", "yaml.schemas": schemas})


def globs(room: Room, content: str) -> list[str]:
    """The files of a room as an editor names them: a list of records may also be a folder."""
    shape = _PLACEHOLDER.sub("*", room.shape)
    in_folder = f"{shape.removesuffix('.yml')}/*.yml"
    example = in_folder.replace("*", "a")
    found = [shape, in_folder] if room.pattern.fullmatch(example) else [shape]
    return [f"{content}/{name}" for name in found]


def _text(schema: Schema) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
