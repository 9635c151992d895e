"""Reads one file: its records, or what is wrong with it. Depends on nothing but that file."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from generator.load.beside import Beside, look_at
from generator.load.blanks import blame_blanks
from generator.load.entry import Contents, Entry, Kind
from generator.load.explain import explain
from generator.load.files import Found
from generator.load.suspicions import suspicions
from generator.models import Record
from generator.problems import BadValue, Place, Problem, codes, has_errors, report
from generator.source import FrontMatter, Marks, parse, read_text, split, tangle
from generator.source.crowd import capped
from generator.values import SchoolYear

BODY_LIMIT = 100_000
"""Characters of Markdown: some forty printed pages."""

VALUES_LIMIT = 40_000
"""Values in a file of one record: half a second. Long minutes have two thousand."""
LIST_VALUES_LIMIT = 250_000
"""Values in a file that lists records: some ten thousand people, 25 to each."""
_SEPARATORS = "\n,:[{"
"""Before or behind each value stands one of these; in a text they stand too, which is no harm."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file gave.

    `rows` are the ids that a list of records gives, in order, with None for a row without one;
    without a list that could be read there are no rows at all, which is not the same as an empty
    list.
    """

    entries: tuple[Entry[Record], ...]
    problems: tuple[Problem, ...]
    rows: tuple[str | None, ...] | None = None


@dataclass(frozen=True, slots=True)
class _File:
    """A record's file, read but not yet judged."""

    found: Found
    value: dict[str, Any]
    marks: Marks
    text: str
    first_line: int = 1
    body: str = ""
    body_line: int = 1


def read(content: Path, found: Found, beside: tuple[str, ...] = ()) -> Reading:
    """Read a file; `beside` are the names of the files in the folder beside it."""
    file, problems = _read(content, found)
    files, faults = look_at(content, found.path.rpartition(".")[0], beside)
    problems += faults
    if file is None:
        return Reading((), tuple(problems))
    entries, wrong = _judge(file, files)
    wrong = blame_blanks(wrong, file.text, found.path, file.first_line)
    rows = _rows(file, accepted=not has_errors(wrong))
    return Reading(tuple(entries), (*problems, *wrong), rows)


def locate(content: Path, path: str) -> Marks:
    """Read one file again, only to know where its values stand."""
    text, _ = read_text(content / path, path)
    if path.endswith(".md") and isinstance(parts := split(text, path), FrontMatter):
        return parse(parts.fields, path, parts.fields_line).marks
    return parse(text, path).marks


def id_of(found: Found) -> str:
    """The id that a file's place gives to its record."""
    parts = found.match.groupdict()
    if "id" in parts:
        return parts["id"]
    words = (parts.get("association"), parts.get("year"), parts.get("slug"))
    return "/".join(word for word in words if word) or found.path


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
    if full := _too_full(text, found):
        return None, [*problems, full]
    tree = parse(text, found.path, first_line)
    problems += blame_blanks(tree.problems, text, found.path, first_line)
    unfit = unfit_body(body, found.path, body_line)
    problems += unfit
    if has_errors([*tree.problems, *unfit]):
        return None, problems
    return _File(found, tree.value, tree.marks, text, first_line, body, body_line), problems


def _too_full(text: str, found: Found) -> Problem | None:
    """Refuse a file of more values than any record has, before they are read one by one."""
    limit = LIST_VALUES_LIMIT if found.room.listed else VALUES_LIMIT
    number = sum(map(text.count, _SEPARATORS))
    if number <= limit:
        return None
    size, most = f"значений около {number}", f"{limit}"
    return report(codes.FILE_TOO_LARGE, Place(found.path), size=size, limit=most)


def unfit_body(body: str, path: str, line: int) -> list[Problem]:
    """What forbids to look at a body any closer: it would take too long."""
    if len(body) > BODY_LIMIT:
        place = Place(path, line)
        return [report(codes.TEXT_TOO_LONG, place, length=len(body), limit=BODY_LIMIT)]
    if found := tangle(body):
        at, reason = found
        return [report(codes.TEXT_TANGLED, Place(path, line + at), reason=reason)]
    return []


def _rows(file: _File, *, accepted: bool) -> tuple[str | None, ...] | None:
    """The ids of a list of records, also of those that are refused.

    A file without its list is empty when it is in order; else the list may be there, misnamed.
    """
    listed = file.found.room.listed
    if not listed:
        return None
    if listed not in file.value:
        return () if accepted else None
    rows = file.value[listed]
    if not isinstance(rows, list | None):
        return None
    names = (row.get("id") if isinstance(row, dict) else None for row in rows or ())
    return tuple(name if isinstance(name, str) else None for name in names)


def _judge(file: _File, beside: tuple[Beside, ...]) -> tuple[list[Entry[Record]], list[Problem]]:
    """Make a file's record, or say what is wrong with it."""
    found = file.found
    problems: list[Problem] = []
    if found.room.kind is not Kind.FALSE_ALARMS:  # which quotes what looks private
        doubts = suspicions(file.value, found.path, file.marks, file.body, file.body_line)
        problems += capped(doubts)
    try:
        record = found.room.model.model_validate(file.value)
    except ValidationError as error:
        problems += explain(error, found.room.model, found.path, file.marks)
        return [], problems
    try:
        return list(_entries(file, record, beside)), problems
    except BadValue as error:
        return [], [*problems, report(error.code, Place(found.path), **error.words)]


def _entries(file: _File, record: Record, beside: tuple[Beside, ...]) -> Iterator[Entry[Record]]:
    found = file.found
    parts = found.match.groupdict()
    common: dict[str, Any] = {
        "kind": found.room.kind,
        "path": found.path,
        "association": parts.get("association", ""),
        "year": SchoolYear.parse(parts["year"]) if "year" in parts else None,
    }
    if not found.room.listed:
        contents = Contents(record, file.body, file.body_line, beside)
        yield Entry(id=id_of(found), holder=contents, slug=parts.get("slug", ""), **common)
        return
    for index, row in enumerate(getattr(record, found.room.listed)):
        yield Entry(id=row.id, holder=Contents(row), within=(found.room.listed, index), **common)
