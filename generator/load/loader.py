"""Reads every record: complete, in order, with all problems of the run."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from generator.load.entry import Entry, Kind
from generator.load.explain import explain
from generator.load.files import Found, survey
from generator.load.suspicions import suspicions
from generator.models import Record, Site
from generator.problems import Place, Problem, codes, report
from generator.source import FrontMatter, Marks, parse, read_text, split
from generator.values import SchoolYear

BODY_LIMIT = 100_000
"""Characters of Markdown: some forty printed pages."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """All records that could be read, the ids that are taken, and all problems.

    `known` also has the ids of records that could not be read, so that one wrong record is not
    told again by every other that names it.
    """

    content: Path
    entries: tuple[Entry[Record], ...]
    known: frozenset[tuple[Kind, str]]
    problems: tuple[Problem, ...]


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
        missing = report(codes.FILE_MISSING, Place("."), name=str(content.name))
        return Loaded(content, (), frozenset(), (missing,))
    tree = survey(content)
    problems = list(tree.problems)
    entries: list[Entry[Record]] = []
    known: dict[tuple[Kind, str], str] = {}
    for found in tree.records:
        file, wrong = _read(content, found)
        problems += wrong
        problems += _claim(found, file, known)
        if file is not None:
            made, wrong = _judge(file, tree.beside)
            entries += made
            problems += wrong
    if not any(isinstance(entry.record, Site) for entry in entries) and not any(
        found.room.kind is Kind.SITE for found in tree.records
    ):
        problems.append(report(codes.FILE_MISSING, Place("site.yml"), name="site.yml"))
    return Loaded(content, tuple(entries), frozenset(known), tuple(problems))


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
    unreadable = any(problem.code.startswith("Y") for problem in tree.problems)
    file = None if unreadable else _File(found, tree.value, tree.marks, body, body_line)
    return file, problems


def _claim(
    found: Found, file: _File | None, known: dict[tuple[Kind, str], str]
) -> Iterator[Problem]:
    """Take the ids that a file gives, and report those that are taken already."""
    kind = found.room.kind
    if not found.room.listed:
        known[kind, _id_of(found)] = found.path
        return
    rows = file.value.get(found.room.listed) if file else None
    for index, row in enumerate(rows if isinstance(rows, list) else []):
        name = row.get("id") if isinstance(row, dict) else None
        if not isinstance(name, str) or file is None:
            continue
        place = file.marks.place(found.path, (found.room.listed, index, "id"))
        if (kind, name) in known:
            yield report(codes.DUPLICATE_ID, place, value=name[:60], other=known[kind, name])
        known.setdefault((kind, name), f"{found.path}, строка {place.line}")


def _judge(
    file: _File, beside: dict[str, tuple[str, ...]]
) -> tuple[list[Entry[Record]], list[Problem]]:
    """Make a file's record, or say what is wrong with it."""
    found = file.found
    problems = list(suspicions(file.value, found.path, file.marks, file.body, file.body_line))
    try:
        record = found.room.model.model_validate(file.value)
    except ValidationError as error:
        return [], [*explain(error, found.room.model, found.path, file.marks), *problems]
    return list(_entries(file, record, beside)), problems


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
