"""All files that change when a person is forgotten: as they are, and as they will be."""

import difflib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.forgetting.entry import NotReplacedError, forgotten
from generator.forgetting.person import Subject
from generator.forgetting.places import Spot
from generator.whole_files import write_whole


@dataclass(frozen=True, slots=True)
class Change:
    """A file below the content folder, before and after."""

    path: str
    before: str
    after: str

    @property
    def diff(self) -> str:
        """The difference as git shows it."""
        lines = (self.before.splitlines(keepends=True), self.after.splitlines(keepends=True))
        names = (f"a/{self.path}", f"b/{self.path}")
        return "".join(_ended(difflib.unified_diff(*lines, *names)))


def changes_for(
    content: Path, subject: Subject, spots: Iterable[Spot], new_id: str, today: date
) -> list[Change]:
    """Take the name from the entry and, with a new id, put that one at every reference.

    Raises NotReplacedError where a file is written so that this takes a hand; OSError.
    """
    home = subject.entry.path
    texts = {home: _text(content / home)}
    after = {home: forgotten(texts[home], home, subject, new_id, today)}
    if new_id != subject.id:
        by_file = defaultdict(list)
        for spot in spots:
            by_file[spot.path].append(spot)
        for path, found in sorted(by_file.items()):
            texts[path] = _text(content / path)
            after[path] = _renamed(texts[path], found, subject.id, new_id)
    return [Change(path, texts[path], after[path]) for path in texts]


def write(content: Path, changes: Iterable[Change]) -> None:
    """Write every file, each in one step. Raises OSError."""
    for change in changes:
        write_whole(content / change.path, change.after.encode())


def _renamed(text: str, spots: Iterable[Spot], old: str, new: str) -> str:
    """A text with another id at some places; it is told nothing of others of the same word."""
    lines = text.split("\n")
    for spot in sorted(spots, reverse=True):
        line, start = lines[spot.line - 1], spot.column - 1
        start += line[start : start + 1] in ("'", '"')
        if not line.startswith(old, start):
            raise NotReplacedError
        lines[spot.line - 1] = line[:start] + new + line[start + len(old) :]
    return "\n".join(lines)


def _text(file: Path) -> str:
    return file.read_bytes().decode()


def _ended(lines: Iterable[str]) -> Iterator[str]:
    """Lines that all end: a file may lack the last line break."""
    yield from (line if line.endswith("\n") else f"{line}\n" for line in lines)
