"""Finding the files of a content folder: every one has its place, or is a problem."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.load.entry import Kind
from generator.load.layout import (
    BESIDE,
    OWN_PAGES,
    PUBLISHED,
    RESERVED_FILES,
    RESERVED_PRACTICES,
    WORD,
    WORD_FORMS,
    Room,
    find_room,
    nearest_room,
)
from generator.models.vocabulary import FileType
from generator.problems import Place, Problem, codes, report

NAME_LIMIT = 100
"""Characters of the name of a file or folder: file systems end at 255 bytes, Windows at 260 with
all folders, and a name becomes a part of an address, to which more is added."""

_DEVICE = re.compile(
    r"(?:^|/)((?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.[^/]*)?)(?=/|$)", re.IGNORECASE
)
"""Names with which Windows opens a device, whatever follows behind a dot."""
FOLDERS_LIMIT = 20
"""Folders in one another; the deepest file of a site lies in five."""
_GOOD_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+)?")
_RECORDS = (".yml", ".md")
_KINDS = frozenset(FileType)
_EXAMPLES = {"yml": "2025-08-29.yml", "md": "ustnyy-schet.md"}


@dataclass(frozen=True, slots=True)
class Found:
    """A record's file and the room that it lies in."""

    path: str
    room: Room
    match: re.Match[str]


@dataclass(frozen=True, slots=True)
class Tree:
    """The files of a content folder. Misnamed ones are problems, yet we see what they would be.

    `strange` are files beside records of a kind that no site can publish.
    """

    records: tuple[Found, ...]
    misnamed: tuple[Found, ...]
    beside: dict[str, tuple[str, ...]]
    strange: tuple[str, ...]
    problems: tuple[Problem, ...]


def survey(content: Path) -> Tree:
    """Sort all files of the folder into records, files beside them, and problems."""
    records: list[Found] = []
    misnamed: list[Found] = []
    beside: dict[str, list[str]] = {}
    strange: list[str] = []
    problems: list[Problem] = []
    taken: dict[str, str] = {}
    # Well-named files come first: where two share an address, the other one is at fault.
    found_files = [(path, regular, address(path)) for path, regular in walk(str(content))]
    for path, regular, place in sorted(found_files, key=lambda one: one[0] != one[2]):
        if unfit := _shared(path, taken.setdefault(place, path)) or _unfit_name(path):
            problems.append(unfit)
        elif found := find_room(path):
            records.append(Found(path, *found))
            problems += _reserved(records[-1])
        elif regular and path.startswith(WORD):
            problems += _of_unknown_form(path)
        elif not regular or path.endswith(_RECORDS) or not (lies := BESIDE.fullmatch(path)):
            problems.append(_out_of_place(path, regular=regular))
            if meant := find_room(address(path)):
                misnamed.append(Found(path, *meant))
        elif lies["suffix"] not in _KINDS:
            strange.append(path)
        else:
            beside.setdefault(lies["owner"], []).append(lies["name"])
            problems += _taken(path, lies["name"])
    problems += _orphans(beside, {address(found.path) for found in (*records, *misnamed)})
    return Tree(
        tuple(sorted(records, key=lambda found: found.path)),
        tuple(misnamed),
        {owner: tuple(names) for owner, names in beside.items()},
        tuple(strange),
        tuple(problems),
    )


def walk(folder: str, prefix: str = "") -> Iterator[tuple[str, bool]]:
    """Yield the relative paths of all files in order, and whether each is a regular file.

    Links are not followed; a folder that may not be read, or lies too deep, comes as a path that
    ends with «/».
    """
    try:
        if prefix.count("/") > FOLDERS_LIMIT:
            raise OSError(prefix)
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:
        yield prefix, False
        return
    for entry in entries:
        path = f"{prefix}{entry.name}"
        if entry.name.startswith(".") or f"{path}/" == OWN_PAGES or path == PUBLISHED:
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from walk(entry.path, f"{path}/")
        else:
            yield path, entry.is_file(follow_symlinks=False)


def address(path: str) -> str:
    """What two files may not share: the path without regard to case and spelling of the suffix."""
    return path.casefold().replace(".yaml", ".yml").replace(".markdown", ".md")


def _shared(path: str, other: str) -> Problem | None:
    if other == path:
        return None
    return report(codes.FILE_SAME_ADDRESS, _place(path), other=printable(other))


def _unfit_name(path: str) -> Problem | None:
    """Say of a path that a name in it would make no file on other machines, or no address."""
    name = max(path.split("/"), key=len)
    if len(name) > NAME_LIMIT:
        shown = f"{printable(name)[:40]}… ({len(name)} знаков, можно не больше {NAME_LIMIT})"
    elif device := _DEVICE.search(path):
        shown = f"{device[1]} (в Windows так зовётся устройство)"
    else:
        return None
    return report(codes.FILE_NAME, _place(path), name=shown, example="shkola-2")


def _reserved(found: Found) -> Iterator[Problem]:
    """Yield a problem where the site itself has pages at the address of a practice."""
    name = found.match.groupdict().get("id")
    if found.room.kind is Kind.PRACTICE and name in RESERVED_PRACTICES:
        yield report(codes.FILE_NAME_TAKEN, Place(found.path), name=name)


def _taken(path: str, name: str) -> Iterator[Problem]:
    """Yield a problem where the site itself puts a file beside a record under this name."""
    if name in RESERVED_FILES:
        yield report(codes.WORD_NAME_TAKEN, Place(path), name=name)


def _of_unknown_form(path: str) -> Iterator[Problem]:
    """Yield a problem for a file among the office's templates that is the template of no form.

    Word keeps «~$minutes.docx» beside a file that is open in it.
    """
    name = path.removeprefix(WORD)
    known = [f"{form}.docx" for form in WORD_FORMS]
    if name not in known and not name.startswith("~$"):
        words = {"name": printable(name)[:60], "known": ", ".join(known)}
        yield report(codes.WORD_FORM_UNKNOWN, _place(path), **words)


def _orphans(beside: dict[str, list[str]], records: set[str]) -> Iterator[Problem]:
    """Yield a problem for each folder of files beside a record that is not there."""
    for owner, names in beside.items():
        record = f"{owner}.md" if owner.startswith("practices/") else f"{owner}.yml"
        if record not in records:
            yield report(codes.FILE_MISSING, Place(f"{owner}/{names[0]}"), name=record)


def _out_of_place(path: str, *, regular: bool) -> Problem:
    """Say of a file that is nowhere expected whether its kind, name or place is at fault."""
    if not regular:
        return irregular(path)
    place = _place(path)
    *folders, name = path.split("/")
    bad = next((part for part in (*folders, name) if not _GOOD_NAME.fullmatch(part)), None)
    if bad is None:
        is_record = address(name).endswith(_RECORDS)
        nearest = nearest_room(path).shape if is_record else f"practices/<практика>/{name}"
        return report(codes.FILE_MISPLACED, place, expected=nearest)
    suffix = address(name).rpartition(".")[2]
    example = _EXAMPLES.get(suffix, "rabochiy-list.pdf") if bad is name else "shkola-2"
    return report(codes.FILE_NAME, place, name=printable(bad)[:60], example=example)


def irregular(path: str) -> Problem:
    """Say of a path of a walk that it is no regular file."""
    if path.endswith("/"):
        return report(codes.FILE_UNREADABLE, _place(path), reason="папку не открыть")
    return report(codes.FILE_SPECIAL, _place(path), what="ссылка или особый файл")


def _place(path: str) -> Place:
    return Place(printable(path))


def printable(name: str) -> str:
    """A file's name fit for a message: an archive made elsewhere may hold any bytes in it."""
    return "".join(mark if mark.isprintable() else "\ufffd" for mark in name)
