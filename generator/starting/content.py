"""The records of a new site: what is known stands in them, the rest is a comment to fill in."""

import re
from collections.abc import Iterator
from typing import Any

from generator.load.entry import Kind
from generator.load.layout import PUBLISHED
from generator.load.published import Published
from generator.models import Association, Organisations, People, Plan, Record, Site
from generator.models.vocabulary import AssociationKind, Level
from generator.publication import with_new
from generator.records.writer import written
from generator.schemas import schema_line
from generator.starting.regulations import regulation_id, regulation_text
from generator.starting.start import Start, StartedAssociation

_KINDS = (
    (re.compile(r"школьн|\bшмо\b", re.IGNORECASE), AssociationKind.SCHOOL, Level.SCHOOL),
    (re.compile(r"районн|\bрмо\b", re.IGNORECASE), AssociationKind.DISTRICT_SUBJECT, None),
)
"""What the name of an association lets one guess of its kind; whoever began it corrects it."""

_TITLE = "Методические объединения"
_DESCRIPTION = "Планы, протоколы и лучшие практики методических объединений педагогов."
_NOT_YET = {
    "theme": "Тема года ещё не выбрана.",
    "goal": "Цель ещё не записана.",
    "tasks": ["Задачи ещё не записаны."],
}
"""What the plan says until somebody writes it: the page shows it as it stands here."""


def content_files(start: Start) -> Iterator[tuple[str, str]]:
    """Yield the path of each record below the content folder, and its text."""
    publisher = {"id": start.publisher_id, "name": start.publisher}
    site = {"title": _TITLE, "publisher": start.publisher_id, "description": _DESCRIPTION}
    yield "site.yml", _record(start, Kind.SITE, Site, site, "contact", "school_years", "time_zone")
    listed: dict[str, Any] = {"organisations": [publisher]}
    yield "organisations.yml", _record(start, Kind.ORGANISATION, Organisations, listed)
    yield "people.yml", _people(start)
    schema = schema_line(Kind.REGULATION, start.site_url)
    text = regulation_text(start.regulation, schema)
    yield f"regulations/{regulation_id(start.regulation)}.yml", text
    for association in start.associations:
        home = f"associations/{association.id}"
        yield f"{home}/association.yml", _association(start, association)
        yield f"{home}/{start.year}/plan.yml", _plan(start)
    yield PUBLISHED, with_new(Published(), ())


def _association(start: Start, association: StartedAssociation) -> str:
    kind, level = AssociationKind.MUNICIPAL_SUBJECT, Level.MUNICIPAL
    for pattern, likely, reach in _KINDS:
        if pattern.search(association.name):
            kind, level = likely, reach or level
            break
    fields = {
        "name": association.name,
        "kind": kind,
        "level": level,
        "regulation": regulation_id(start.regulation),
        "founder": start.publisher_id,
    }
    open_fields = ("short_name", "subjects", "education_levels", "memberships", "maintainers")
    return _record(start, Kind.ASSOCIATION, Association, fields, *open_fields)


def _plan(start: Start) -> str:
    fields = {"status": "draft", **_NOT_YET}
    return _record(start, Kind.PLAN, Plan, fields, "approvals", "meetings", "events")


def _people(start: Start) -> str:
    """Nobody yet: a name stands here together with its consent, and not before."""
    return f"{_record(start, Kind.PERSON, People, {}, 'people')}people:\n"


def _record(
    start: Start, kind: Kind, model: type[Record], fields: dict[str, Any], *offer: str
) -> str:
    return written(model, fields, schema=schema_line(kind, start.site_url), offer=offer)
