"""Where a person appears: references by id, mentions in texts and in names of files, site pages."""

import io
import json
import re
import zipfile
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from itertools import accumulate
from pathlib import Path
from typing import Any

from generator.forgetting.person import Subject
from generator.load import Entry
from generator.load.files import walk
from generator.load.layout import OWN_PAGES, PUBLISHED
from generator.load.reading import locate
from generator.models import Record
from generator.models.references import Target, references
from generator.pages import Context, File
from generator.pages.all import all_drafts

_ROUND = 40
"""Letters that are shown on either side of a mention."""
_LARGEST = 20 * 2**20
_ARCHIVES = (".docx", ".xlsx", ".pptx", ".odt", ".ods")
_CLOSED = (".pdf", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".doc", ".xls", ".ppt", ".mp3", ".mp4")
"""Files whose words this program does not read."""
_BESIDE_CONTENT = ("mkdocs.yml", "README.md", ".github/CODEOWNERS")
_TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A place in a file, from line and column 1, with what stands there."""

    path: str
    line: int
    column: int
    what: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.what}"


def reference_spots(
    entries: Iterable[Entry[Record]], subject: Subject, content: Path
) -> Iterator[Spot]:
    """Yield every reference to the person, with the Russian titles of the fields around it."""
    for entry in entries:
        for one in references(entry.record):
            if one.target is Target.PERSON and one.value == subject.id:
                marks = locate(content, entry.path)
                place = marks.place(entry.path, (*entry.within, *one.location))
                yield Spot(
                    place.path, place.line, place.column, _titles(entry.record, one.location)
                )


def _titles(record: Any, location: tuple[str | int, ...]) -> str:
    """The titles of the fields that lead to a value: «Состав → Человек»."""
    found: list[str] = []
    for step in location:
        if isinstance(step, int):
            record = record[step]
        else:
            found.append(type(record).model_fields[step].title or step)
            record = getattr(record, step)
    return " → ".join(found)


def content_texts(content: Path) -> Iterator[tuple[str, str]]:
    """Yield all files of the repository whose words can be read, as text, by their paths."""
    for path in _paths(content):
        file = content / path
        try:
            data = file.read_bytes() if file.stat().st_size <= _LARGEST else b""
        except OSError:
            continue
        if not path.endswith(_CLOSED):
            yield path, readable(path, data)


def closed_files(content: Path) -> list[str]:
    """The files whose words this program does not read."""
    return [path for path in _paths(content) if path.endswith(_CLOSED)]


def _paths(content: Path) -> Iterator[str]:
    own = content / OWN_PAGES
    found = (*walk(str(content)), *(walk(str(own), OWN_PAGES) if own.is_dir() else ()))
    yield from (path for path, regular in found if regular)
    beside = ((PUBLISHED, content / PUBLISHED),)
    around = ((f"../{name}", content.parent / name) for name in _BESIDE_CONTENT)
    yield from (name for name, file in (*beside, *around) if file.is_file())


def mentions(
    texts: Iterable[tuple[str, str]], subject: Subject, references: Iterable[Spot]
) -> Iterator[Spot]:
    """Yield what names the person in texts, but for known references, with the words around it."""
    known = {(one.path, one.line) for one in references}
    for path, text in texts:
        starts = [0, *accumulate(len(line) for line in text.split("\n"))]
        starts = [start + number for number, start in enumerate(starts)]
        for start, end in _spans(subject, text):
            line = bisect_right(starts, start) - 1
            if (path, line + 1) in known and subject.id_pattern.match(text, start):
                continue
            around = text[max(0, start - _ROUND) : end + _ROUND]
            words = f"«{' '.join(around.split())}»"
            yield Spot(path, line + 1, start - starts[line] + 1, words)


def _spans(subject: Subject, text: str) -> list[tuple[int, int]]:
    """Where a text names the person: of what overlaps the first and longest."""
    patterns = (*subject.patterns, subject.id_pattern)
    found = {one.span() for pattern in patterns for one in pattern.finditer(text)}
    kept: list[tuple[int, int]] = []
    for span in sorted(found, key=lambda span: (span[0], -span[1])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def named_files(content: Path, subject: Subject) -> list[str]:
    """The files and folders whose own names hold the person's."""
    return [path for path in _paths(content) if names(subject, path)]


def names(subject: Subject, text: str) -> bool:
    """Tell whether a text names the person, or holds the id."""
    return any(one.search(text) for one in (*subject.patterns, subject.id_pattern))


def site_files(context: Context, subject: Subject) -> Iterator[str]:
    """Yield the addresses of all pages and files of the site in which the person appears."""
    for draft in all_drafts(context):
        made = draft.make()
        data = made.data if isinstance(made, File) else f"{made.title}\n{made.body}".encode()
        address = draft.address or "/"
        if names(subject, f"{address}\n{readable(address, data)}"):
            yield address


def readable(path: str, data: bytes) -> str:
    """The words of a file: of an office file those of its parts, without tags and escapes."""
    if path.endswith(_ARCHIVES):
        return "\n".join(_plain(part) for part in _parts(data))
    text = data.decode("utf-8", errors="replace")
    if path.endswith((".html", ".xml", "/")):
        return f"{text}\n{_plain(text)}"
    undo = _UNDO.get(path.rpartition(".")[2])
    return undo(text) if undo else text


def _parts(data: bytes) -> Iterator[str]:
    """The parts of an office file, as long as it is no bomb."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(part.file_size for part in archive.infolist()) > _LARGEST:
                return
            for name in archive.namelist():
                if name.endswith((".xml", ".rels")):
                    yield archive.read(name).decode("utf-8", errors="replace")
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, ValueError):
        return


def _plain(text: str) -> str:
    return unescape(_TAG.sub(" ", text))


def _of_json(text: str) -> str:
    """JSON with all letters as they are, whatever escapes stand in it."""
    try:
        return json.dumps(json.loads(text), ensure_ascii=False)
    except (ValueError, RecursionError):
        return text


_UNDO: dict[str, Callable[[str], str]] = {
    "json": _of_json,
    "ics": lambda text: text.replace("\r\n ", "").replace("\\,", ","),
}
