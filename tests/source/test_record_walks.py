"""The walks through a record pass over what cannot hold what they look for, and miss nothing."""

from pathlib import Path

from pydantic import BaseModel

from generator.load import load
from generator.models.parts import Attachment, Party
from generator.models.references import Target, parts_of, references

ROOT = Path(__file__).parents[2]
FOLDERS = ("content", "tests/records/naive/records")


def everything(value, location=()):
    """Every part of a record, with its location: no field is passed over."""
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from everything(item, (*location, index))
        return
    yield value, location
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from everything(getattr(value, name), (*location, name))


def records():
    for folder in FOLDERS:
        for entry in load(ROOT / folder).entries:
            yield entry.record


def test_parts_of():
    kinds = set()
    for record in records():
        kinds.add(type(record))
        for part in (Party, Attachment, type(record)):
            wanted = [pair for pair in everything(record) if isinstance(pair[0], part)]
            assert list(parts_of(record, part)) == wanted
    assert len(kinds) > 8


def test_references():
    named = set()
    for record in records():
        at = {location: value for value, location in everything(record)}
        for reference in references(record):
            assert at[reference.location] == reference.value
            named.add(reference.target)
    assert named == set(Target)
