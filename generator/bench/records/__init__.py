"""Invented records in quantity: the same seed gives the same bytes, on any day and machine."""

import shutil
from pathlib import Path

from generator.bench.records import frame
from generator.bench.records.body import Body, bodies, school_year
from generator.bench.records.meetings import days, meeting
from generator.bench.records.plans import plan
from generator.bench.records.practices import practice, practice_id
from generator.bench.records.yaml_text import yaml_text

__all__ = ["write_pages", "write_records"]

OWN_PAGES = Path("content/pages")
"""The project's own hand-written pages, from the folder where mkdocs.yml lies."""


def write_records(folder: Path, number: int, seed: int = 1) -> None:
    """Fill a content folder with so many meetings, plans and practices, and what they stand on."""
    all_bodies = bodies(number)
    _write(folder / "site.yml", frame.site())
    _write_lists(folder, all_bodies, seed)
    for place, id_ in enumerate(frame.REGULATIONS):
        _write(folder / "regulations" / f"{id_}.yml", frame.regulation(place))
    for body in all_bodies:
        _write_body(folder, body, seed)


def write_pages(folder: Path, pages: Path = OWN_PAGES) -> None:
    """Put the hand-written pages into a content folder."""
    shutil.copytree(pages, folder / "pages", dirs_exist_ok=True)


def _write_lists(folder: Path, all_bodies: tuple[Body, ...], seed: int) -> None:
    """Organisations and people: a file for the site, and one for each association.

    A single file for all would outgrow the two megabytes that a record may have.
    """
    _write(folder / "organisations.yml", {"organisations": [frame.office()]})
    for body in all_bodies:
        schools = {"organisations": frame.organisations(body, seed)}
        _write(folder / "organisations" / f"{body.id}.yml", schools)
        _write(folder / "people" / f"{body.id}.yml", {"people": frame.people(body, seed)})


def _write_body(folder: Path, body: Body, seed: int) -> None:
    home = folder / "associations" / body.id
    _write(home / "association.yml", frame.association(body, seed))
    for year in body.years:
        room = home / school_year(year)
        _write(room / "plan.yml", plan(body, year, seed))
        for place, day in enumerate(days(body, year, seed)):
            file = room / "meetings" / f"{day.isoformat()}.yml"
            _write(file, meeting(body, year, place, seed))
    for place in range(body.practices):
        fields, text = practice(body, place, seed)
        head = yaml_text(fields)
        _put(folder / "practices" / f"{practice_id(body, place)}.md", f"---\n{head}---\n\n{text}")


def _write(file: Path, fields: frame.Fields) -> None:
    _put(file, yaml_text(fields))


def _put(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
