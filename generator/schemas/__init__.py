"""JSON Schemas of the records, for editors that help while somebody writes (docs/schemas.md)."""

from generator.schemas.files import (
    EDITOR_FOLDER,
    editor_settings,
    schema_address,
    schema_files,
    schema_line,
    schema_name,
    schema_text,
)
from generator.schemas.record import schema_of

__all__ = [
    "EDITOR_FOLDER",
    "editor_settings",
    "schema_address",
    "schema_files",
    "schema_line",
    "schema_name",
    "schema_of",
    "schema_text",
]
