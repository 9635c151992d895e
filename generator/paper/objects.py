"""Looking into the objects of a PDF, which point at one another, and changing them."""

from collections.abc import Iterator, Mapping
from typing import Any

from pypdf import PageObject
from pypdf.generic import DictionaryObject, NameObject


def at(found: Any, *keys: str) -> Any:
    """What stands in an object under one key after the other; None where nothing does."""
    for key in keys:
        if not isinstance(found, DictionaryObject) or key not in found:
            return None
        found = found[key]
    return found


def enter(into: DictionaryObject, values: Mapping[str, Any]) -> DictionaryObject:
    """Write values into an object: what can be pointed at is pointed at, all else stands there."""
    for key, value in values.items():
        into[NameObject(key)] = getattr(value, "indirect_reference", None) or value
    return into


def links_on(sheet: PageObject) -> Iterator[DictionaryObject]:
    """Yield the links of a sheet."""
    return (note.get_object() for note in at(sheet, "/Annots") or ())
