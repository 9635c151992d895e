"""Which forms there are and which files they edit: one for each place of `content/`."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from generator.admin.fields import Field, Forms
from generator.admin.grammar import format_name
from generator.load import Kind
from generator.load.layout import Room, room_of
from generator.values import SchoolYear

Collection = dict[str, Any]

_SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_SLUG_RULE = [f"^{_SLUG}$", "Только латинские буквы, цифры и дефис"]
_OF_YEAR = {
    Kind.PLAN: "План",
    Kind.DOCUMENT: "Документы",
    Kind.ACTIVITIES: "Что сделано между заседаниями",
    Kind.ANALYSIS: "Анализ работы",
}
LISTS = {Kind.PERSON: ("people", "Люди"), Kind.ORGANISATION: ("organisations", "Организации")}
"""Kinds of which many records lie in one file: the file's or folder's name, its Russian label."""


class Named(NamedTuple):
    """Records that are known by a title of their own, each in a file of a folder.

    `title` is the field that bears it, `path` the way to the file inside the folder.
    """

    kind: Kind
    folder: str
    label: str
    singular: str
    icon: str
    title: str
    path: str = "{{slug}}"


_NAMED = (
    Named(Kind.PRACTICE, "practices", "Практики", "Практика", "lightbulb", "title"),
    Named(
        Kind.ASSOCIATION,
        "associations",
        "Объединения",
        "Объединение",
        "diversity_3",
        "name",
        "{{slug}}/association",
    ),
    Named(Kind.REGULATION, "regulations", "Положения", "Положение", "gavel", "title"),
)


@dataclass(frozen=True, slots=True)
class Body:
    """An association as the list of forms shows it: its id, its name, its years, newest first."""

    id: str
    label: str
    years: tuple[SchoolYear, ...]


def meetings_of(association: str, year: object) -> str:
    """The name of the collection of a year's meetings."""
    return f"{association}-{year}-meetings"


def papers_of(association: str) -> str:
    """The name of the collection of an association's other papers."""
    return f"{association}-papers"


def form_address(kind: Kind, id_: str, path: str) -> str:
    """The place of a record's form at /admin/: `path` is that of its file in the content folder."""
    parts = path.rpartition(".")[0].split("/")
    if kind is Kind.MEETING:
        return _entry(meetings_of(parts[1], parts[2]), parts[-1])
    if kind in _OF_YEAR:
        return _entry(papers_of(parts[1]), f"{parts[2]}-{kind}")
    if len(parts) == 1:
        return _entry("common", parts[0])
    return _entry(parts[0], id_ if kind not in LISTS else parts[1])


def new_meeting(association: str, year: object) -> str:
    """The place of the empty form of a meeting."""
    return f"#/collections/{meetings_of(association, year)}/new"


def _entry(collection: str, name: str) -> str:
    return f"#/collections/{collection}/entries/{name}"


def people_picker(lists: Iterable[str]) -> Field | None:
    """The widget that picks a person from where they are recorded; None where in two places."""
    name, _ = LISTS[Kind.PERSON]
    files = [path for path in lists if path.startswith(name)] or [f"{name}.yml"]
    if len(files) > 1 and f"{name}.yml" in files:
        return None
    where = {"collection": "common", "file": name} if "/" not in files[0] else {"collection": name}
    return {
        "widget": "relation",
        **where,
        "value_field": f"{name}.*.id",
        "display_fields": [f"{name}.*.surname", f"{name}.*.given_name", f"{name}.*.id"],
        "dropdown_threshold": 0,
    }


class Shelves:
    """Makes the collections; `content` is the way to the records from the repository's root."""

    def __init__(self, content: str, forms: Forms) -> None:
        self._content = content
        self._forms = forms

    def all(self, bodies: Iterable[Body], lists: Iterable[str]) -> Iterator[Collection]:
        """Yield every collection: bodies first, since chairs look for theirs."""
        for body in bodies:
            yield {"divider": True, "name": f"{body.id}-divider"}
            yield from self._of_body(body)
        yield {"divider": True, "name": "common-divider"}
        yield from map(self._named, _NAMED)
        yield from self._lists(lists)

    def _of_body(self, body: Body) -> Iterator[Collection]:
        for year in body.years:
            yield self._meetings(body, year)
        files = [file for year in body.years for file in self._papers(body.id, year)]
        yield {
            "name": papers_of(body.id),
            "label": f"{body.label}: планы и документы",
            "icon": "folder",
            "files": files,
        }

    def _meetings(self, body: Body, year: SchoolYear) -> Collection:
        return self._folder(
            Kind.MEETING,
            name=meetings_of(body.id, year),
            label=f"{body.label}: заседания {year.title}",
            label_singular="Заседание",
            icon="groups",
            folder=f"associations/{body.id}/{year}/meetings",
            identifier_field="date",
            slug="{{date}}",
            summary="{{date}} — {{theme}}",
            sortable_fields=["date"],
        )

    def _papers(self, association: str, year: SchoolYear) -> Iterator[Collection]:
        for kind, label in _OF_YEAR.items():
            path = room_of(kind).path(association, str(year))
            yield self._file(kind, f"{year}-{kind}", f"{label} {year.title}", path)

    def _named(self, shelf: Named) -> Collection:
        return self._folder(
            shelf.kind,
            name=shelf.folder,
            label=shelf.label,
            label_singular=shelf.singular,
            icon=shelf.icon,
            folder=shelf.folder,
            path=shelf.path,
            identifier_field=shelf.title,
            slug=_own_slug(f"{{{{{shelf.title}}}}}"),
            summary=f"{{{{{shelf.title}}}}}",
        )

    def _lists(self, lists: Iterable[str]) -> Iterator[Collection]:
        """The site itself, people, organisations: one file of each, or a folder of them."""
        folders = {path.split("/")[0] for path in lists if "/" in path}
        files = [self._file(Kind.SITE, "site", "Сайт", "site.yml")]
        for kind, (name, label) in LISTS.items():
            if name in folders:
                yield self._folder(
                    kind,
                    name=name,
                    label=label,
                    icon="badge",
                    folder=name,
                    slug=_own_slug("{{uuid_shorter}}"),
                    summary="{{slug}}",
                )
            if name not in folders or f"{name}.yml" in lists:
                files.append(self._file(kind, name, label, f"{name}.yml"))
        label = "Люди, организации, сайт"
        yield {"name": "common", "label": label, "icon": "tune", "files": files}

    def _folder(self, kind: Kind, *, folder: str, **about: Any) -> Collection:
        beside = kind in (Kind.MEETING, Kind.PRACTICE)
        files: Collection = {"media_folder": "{{slug}}", "public_folder": ""} if beside else {}
        return {
            **about,
            "folder": f"{self._content}{folder}",
            "extension": "md" if room_of(kind).front_matter else "yml",
            "aliases_field": False,
            "create": True,
            "delete": False,
            **files,
            **self._form(room_of(kind), beside=beside),
        }

    def _file(self, kind: Kind, name: str, label: str, path: str) -> Collection:
        return {
            "name": name,
            "label": label,
            "file": f"{self._content}{path}",
            **self._form(room_of(kind), beside=False),
        }

    def _form(self, room: Room, *, beside: bool) -> Collection:
        fields = self._forms.record(room.model, body=room.front_matter, beside=beside)
        return {"format": format_name(room), "fields": fields}


def _own_slug(template: str) -> dict[str, Any]:
    """A name for the file that is made of the title once, may be bettered then, and stays."""
    return {
        "template": template,
        "editable": ["create"],
        "pattern": _SLUG_RULE,
        "hint": "Станет частью адреса страницы и потом не меняется. Коротко, латиницей.",
    }
