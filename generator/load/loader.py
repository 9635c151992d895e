"""Reads every record: complete, in order, with all problems of the run."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from generator.load.entry import Entry, Kind
from generator.load.explain import explain
from generator.load.files import Found, survey
from generator.load.suspicions import suspicions
from generator.models import Record
from generator.problems import BadValue, Place, Problem, codes, has_errors, report
from generator.source import FrontMatter, Marks, parse, read_text, split
from generator.values import SchoolYear

BODY_LIMIT = 100_000
"""Characters of Markdown: some forty printed pages."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """All records that could be read, the ids that are taken, and all problems.

    `known` also has the ids of records that could not be read, so that one wrong record is not
    told again by every other that names it. Of the kinds in `unsure` not even the ids are all
    known: a list of people that cannot be read says nothing of whom it names.
    """

    content: Path
    entries: tuple[Entry[Record], ...]
    known: frozenset[tuple[Kind, str]]
    unsure: frozenset[Kind]
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class _Names:
    """The ids that are taken, with where; the kinds of which not all ids could be read."""

    taken: dict[tuple[Kind, str], str] = field(default_factory=dict)
    unsure: set[Kind] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _File:
    """A record's file, read but not yet judged."""

    found: Found
    value: dict[str, Any]
    marks: Marks
    body: str = ""
    body_line: int = 1


def load(content: Path) -> Loaded:
    """Read a content folder."""
    if not content.is_dir():
        missing = report(codes.FOLDER_MISSING, Place("."), name=content.name)
        return Loaded(content, (), frozenset(), frozenset(), (missing,))
    tree = survey(content)
    problems = list(tree.problems)
    entries: list[Entry[Record]] = []
    names = _Names()
    for found in tree.records:
        file, wrong = _read(content, found)
        problems += wrong
        problems += _claim(found, file, names)
        if file is not None:
            made, wrong = _judge(file, tree.beside)
            entries += made
            problems += wrong
    for found in tree.misnamed:
        problems += _claim(found, None, names)
    problems += _missing((*tree.records, *tree.misnamed), names)
    known = frozenset(names.taken)
    return Loaded(content, tuple(entries), known, frozenset(names.unsure), tuple(problems))


def _missing(found: tuple[Found, ...], names: _Names) -> Iterator[Problem]:
    """Yield what a content folder, and the folder of an association, may not be without."""
    if not any(one.room.kind is Kind.SITE for one in found):
        yield report(codes.FILE_MISSING, Place("site.yml"), name="site.yml")
    for body in sorted({one.match.groupdict().get("association") or "" for one in found} - {""}):
        path = f"associations/{body}/association.yml"
        if names.taken.setdefault((Kind.ASSOCIATION, body), path) is path:
            yield report(codes.FILE_MISSING, Place(path), name=path)


def locate(content: Path, path: str) -> Marks:
    """Read one file again, only to know where its values stand."""
    text, _ = read_text(content / path, path)
    if path.endswith(".md") and isinstance(parts := split(text, path), FrontMatter):
        return parse(parts.fields, path, parts.fields_line).marks
    return parse(text, path).marks


def _read(content: Path, found: Found) -> tuple[_File | None, list[Problem]]:
    text, problems = read_text(content / found.path, found.path)
    if not text:
        return None, problems
    body, body_line, first_line = "", 1, 1
    if found.room.front_matter:
        parts = split(text, found.path)
        if isinstance(parts, Problem):
            return None, [*problems, parts]
        text, body, body_line, first_line = (
            parts.fields,
            parts.body,
            parts.body_line,
            parts.fields_line,
        )
    tree = parse(text, found.path, first_line)
    problems += tree.problems
    if len(body) > BODY_LIMIT:
        place = Place(found.path, body_line)
        problems.append(report(codes.TEXT_TOO_LONG, place, length=len(body), limit=BODY_LIMIT))
    unreadable = has_errors(tree.problems)
    file = None if unreadable else _File(found, tree.value, tree.marks, body, body_line)
    return file, problems


def _claim(found: Found, file: _File | None, names: _Names) -> Iterator[Problem]:
    """Take the ids that a file gives, and report those that are taken already."""
    kind, listed = found.room.kind, found.room.listed
    if not listed:
        names.taken.setdefault((kind, _id_of(found)), found.path)
        return
    rows = file.value.get(listed, ()) if file else ()
    if file is None or listed not in file.value or not isinstance(rows, list | None):
        names.unsure.add(kind)
        return
    for index, row in enumerate(rows or ()):
        name = row.get("id") if isinstance(row, dict) else None
        if not isinstance(name, str):
            names.unsure.add(kind)
            continue
        place = file.marks.place(found.path, (listed, index, "id"))
        if other := names.taken.get((kind, name)):
            yield report(codes.DUPLICATE_ID, place, value=name[:60], other=other)
        names.taken.setdefault((kind, name), f"{found.path}, строка {place.line}")


def _judge(
    file: _File, beside: dict[str, tuple[str, ...]]
) -> tuple[list[Entry[Record]], list[Problem]]:
    """Make a file's record, or say what is wrong with it."""
    found = file.found
    problems = list(suspicions(file.value, found.path, file.marks, file.body, file.body_line))
    try:
        record = found.room.model.model_validate(file.value)
    except ValidationError as error:
        problems += explain(error, found.room.model, found.path, file.marks)
        return [], problems
    try:
        return list(_entries(file, record, beside)), problems
    except BadValue as error:
        return [], [*problems, report(error.code, Place(found.path), **error.words)]


def _entries(
    file: _File, record: Record, beside: dict[str, tuple[str, ...]]
) -> Iterator[Entry[Record]]:
    found = file.found
    parts = found.match.groupdict()
    year = SchoolYear.parse(parts["year"]) if "year" in parts else None
    common: dict[str, Any] = {
        "kind": found.room.kind,
        "path": found.path,
        "association": parts.get("association", ""),
        "year": year,
    }
    if not found.room.listed:
        yield Entry(
            id=_id_of(found),
            record=record,
            slug=parts.get("slug", ""),
            body=file.body,
            body_line=file.body_line,
            files=beside.get(found.path.rpartition(".")[0], ()),
            **common,
        )
        return
    for index, row in enumerate(getattr(record, found.room.listed)):
        yield Entry(id=row.id, record=row, within=(found.room.listed, index), **common)


def _id_of(found: Found) -> str:
    """The id that a file's place gives to its record."""
    parts = found.match.groupdict()
    if "id" in parts:
        return parts["id"]
    words = (parts.get("association"), parts.get("year"), parts.get("slug"))
    return "/".join(word for word in words if word) or found.path
