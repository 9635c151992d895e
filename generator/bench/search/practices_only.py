"""Records that are practices and what these stand on: a bank far larger than archives have."""

from pathlib import Path

from generator.bench.peers.files import put
from generator.bench.records import frame
from generator.bench.records.body import RECORDS_EACH, Body, bodies
from generator.bench.records.practices import practice, practice_id
from generator.bench.records.yaml_text import yaml_text

_EACH = Body(0, RECORDS_EACH).practices
"""Practices of one association."""


def write_practices(folder: Path, number: int, seed: int) -> None:
    """Fill a content folder with so many practices; no meeting has recommended them."""
    groups = bodies(-(-number // _EACH) * RECORDS_EACH)
    left = number
    for body in groups:
        _write_ground(folder, body, seed)
        for place in range(min(_EACH, left)):
            fields, text = practice(body, place, seed)
            del fields["recommended_by"]
            fields.pop("related", None)
            fields["status"] = "approved"
            file = folder / "practices" / f"{practice_id(body, place)}.md"
            put(file, f"---\n{yaml_text(fields)}---\n\n{_without_link(text)}")
        left -= _EACH


def _write_ground(folder: Path, body: Body, seed: int) -> None:
    """An association with its schools and people."""
    schools = {"organisations": frame.organisations(body, seed)}
    put(folder / "organisations" / f"{body.id}.yml", yaml_text(schools))
    put(folder / "people" / f"{body.id}.yml", yaml_text({"people": frame.people(body, seed)}))
    home = folder / "associations" / body.id
    put(home / "association.yml", yaml_text(frame.association(body, seed)))


def _without_link(text: str) -> str:
    """The body without the paragraph that leads to the practice before it."""
    return "\n\n".join(part for part in text.split("\n\n") if not part.startswith("Рядом стоит"))
