"""Finding the files of a content folder: every one has its place, or is a problem."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.load.layout import ALLOWED_BESIDE, BESIDE, OWN_PAGES, Room, find_room, nearest_room
from generator.problems import Place, Problem, codes, report

_BAD_NAME = re.compile(r"[^a-z0-9._-]")


@dataclass(frozen=True, slots=True)
class Found:
    """A record's file and the room that it lies in."""

    path: str
    room: Room
    match: re.Match[str]


@dataclass(frozen=True, slots=True)
class Tree:
    """The files of a content folder."""

    records: tuple[Found, ...]
    beside: dict[str, tuple[str, ...]]
    problems: tuple[Problem, ...]


def survey(content: Path) -> Tree:
    """Sort all files of the folder into records, files beside them, and problems."""
    records: list[Found] = []
    beside: dict[str, list[str]] = {}
    problems: list[Problem] = []
    taken: dict[str, str] = {}
    for path in walk(content):
        if (other := taken.setdefault(path.casefold(), path)) and other != path:
            problems.append(report(codes.FILE_SAME_ADDRESS, Place(path), other=other))
            continue
        if found := find_room(path):
            records.append(Found(path, *found))
        elif (lies := BESIDE.fullmatch(path)) and path.rpartition(".")[2] in ALLOWED_BESIDE:
            beside.setdefault(lies["owner"], []).append(lies["name"])
        else:
            problems.append(_misplaced(path))
    return Tree(
        tuple(records), {owner: tuple(names) for owner, names in beside.items()}, tuple(problems)
    )


def walk(folder: Path, prefix: str = "") -> Iterator[str]:
    """Yield the relative paths of all files in order, without following links."""
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda e: e.name):
            path = f"{prefix}{entry.name}"
            if entry.name.startswith(".") or f"{path}/" == OWN_PAGES:
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from walk(Path(entry.path), f"{path}/")
            else:
                yield path


def _misplaced(path: str) -> Problem:
    """Say of a file that is nowhere expected whether its name or its place is at fault."""
    place = Place(path)
    folder, _, name = path.rpartition("/")
    fitting = f"{folder}/{name}".lstrip("/").lower().replace("_", "-").replace(" ", "-")
    bad_folder = next((part for part in path.split("/") if _BAD_NAME.search(part)), None)
    if bad_folder:
        example = "shkola-2" if bad_folder != name else "2025-08-29.yml"
        return report(codes.FILE_NAME, place, name=bad_folder[:60], example=example)
    return report(codes.FILE_MISPLACED, place, expected=nearest_room(fitting).shape)
