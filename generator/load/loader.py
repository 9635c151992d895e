"""Puts together what the files gave: every record, in order, with all problems of the run."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from generator.load.entry import Entry, Kind, Location
from generator.load.files import Found, Tree, survey
from generator.load.reading import Reading, id_of, locate, read
from generator.models import Record, Site
from generator.models.vocabulary.files import USUAL_TYPES, why_not
from generator.problems import Place, Problem, codes, report
from generator.source import Marks

Readings = dict[str, Reading]
Reader = Callable[[Path, Tree], Readings]
Surveyor = Callable[[Path], Tree]


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
    """The ids that are taken, with the file and the place in it; kinds not all known."""

    taken: dict[tuple[Kind, str], tuple[str, Location]] = field(default_factory=dict)
    unsure: set[Kind] = field(default_factory=set)


def read_all(content: Path, tree: Tree) -> Readings:
    """Read every file, one after the other."""
    return {found.path: read(content, found, beside_of(found.path, tree)) for found in tree.records}


def load(content: Path, reader: Reader = read_all, surveyor: Surveyor = survey) -> Loaded:
    """Read a content folder: `surveyor` finds the files there, `reader` reads them."""
    if not content.is_dir():
        missing = report(codes.FOLDER_MISSING, Place("."), name=content.name)
        return Loaded(content, (), frozenset(), frozenset(), (missing,))
    tree = surveyor(content)
    return _assembled(content, tree, reader(content, tree))


def beside_of(path: str, tree: Tree) -> tuple[str, ...]:
    """The names of the files in the folder beside a record."""
    return tree.beside.get(path.rpartition(".")[0], ())


def _assembled(content: Path, tree: Tree, readings: Readings) -> Loaded:
    problems = list(tree.problems)
    entries: list[Entry[Record]] = []
    names = _Names()
    marks = cache(lambda path: locate(content, path))
    for found in tree.records:
        reading = readings[found.path]
        problems += reading.problems
        problems += _claim(found, reading.rows, names, marks)
        entries += reading.entries
    for found in tree.misnamed:
        problems += _claim(found, None, names, marks)
    problems += _missing((*tree.records, *tree.misnamed), names)
    problems += _unpublished(tree, entries)
    known = frozenset(names.taken)
    return Loaded(content, tuple(entries), known, frozenset(names.unsure), tuple(problems))


def _claim(
    found: Found,
    rows: tuple[str | None, ...] | None,
    names: _Names,
    marks: Callable[[str], Marks],
) -> Iterator[Problem]:
    """Take the ids that a file gives, and report those that are taken already."""
    kind, listed = found.room.kind, found.room.listed
    if not listed:
        names.taken.setdefault((kind, id_of(found)), (found.path, ()))
        return
    if rows is None or None in rows:
        names.unsure.add(kind)
    for index, name in enumerate(rows or ()):
        if name is None:
            continue
        here = (found.path, (listed, index, "id"))
        if other := names.taken.get((kind, name)):
            place, first = (marks(path).place(path, spot) for path, spot in (here, other))
            words = f"{first.path}, строка {first.line}"
            yield report(codes.DUPLICATE_ID, place, value=name[:60], other=words)
        names.taken.setdefault((kind, name), here)


def _unpublished(tree: Tree, entries: list[Entry[Record]]) -> Iterator[Problem]:
    """Yield the files beside records whose kind is not on the site's list."""
    site = next((entry.record for entry in entries if entry.kind is Kind.SITE), None)
    allowed = site.file_types if isinstance(site, Site) else USUAL_TYPES
    beside = (f"{owner}/{name}" for owner, names in tree.beside.items() for name in names)
    for path in sorted((*tree.strange, *beside)):
        suffix = path.rpartition(".")[2]
        if suffix not in allowed:
            words = {"suffix": suffix, "advice": why_not(suffix, allowed)}
            yield report(codes.FILE_KIND, Place(path), **words)


def _missing(found: tuple[Found, ...], names: _Names) -> Iterator[Problem]:
    """Yield what a content folder, and the folder of an association, may not be without."""
    if not any(one.room.kind is Kind.SITE for one in found):
        yield report(codes.FILE_MISSING, Place("site.yml"), name="site.yml")
    for body in sorted({one.match.groupdict().get("association") or "" for one in found} - {""}):
        absent: tuple[str, Location] = (f"associations/{body}/association.yml", ())
        if names.taken.setdefault((Kind.ASSOCIATION, body), absent) is absent:
            yield report(codes.FILE_MISSING, Place(absent[0]), name=absent[0])
