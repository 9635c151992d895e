"""Bytes to text: UTF-8 only, of a bearable size, without invisible characters."""

import codecs
import os
import re
import stat
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from generator.problems import Place, Problem, codes, report
from generator.values import file_size

SIZE_LIMIT = 2 * 1024 * 1024
"""Bytes. The longest real minutes take some 40 KB; a file of people for a region under 2 MB."""

_CYRILLIC_ENCODINGS = ("cp1251", "cp866", "koi8-r")
_FREQUENT = frozenset("оеаинтсрвлкмдпу")
_CAPITAL_INSIDE = re.compile("[а-яё][А-ЯЁ]")
_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff"
_UNREADABLE = re.compile(f"[{_CONTROL}]")
"""What YAML does not take, or takes for the end of a line where an editor sees none."""

_FORMAT = (
    "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f"
)
"""What has no shape of its own and changes how other letters are shown, or says what none sees."""
_INVISIBLE = re.compile(f"[{_CONTROL}{_FORMAT}]")
_NAMES = {
    "\0": "пустой знак",
    "\v": "разрыв строки из Word",
    "\f": "разрыв страницы",
    "\u00ad": "мягкий перенос",
    "\u2028": "разрыв строки",
    "\u2029": "разрыв абзаца",
    "\ufeff": "метка порядка байтов",
    **dict.fromkeys("\u200b\u200c\u200d\u2060", "невидимый знак нулевой ширины"),
    **dict.fromkeys(
        "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
        "меняет направление письма",
    ),
}
MARKS_LIMIT = 4
"""Signs over and under one letter: stress and the tone of a language come to two or three."""
_TOWER = re.compile(f"[\u0300-\u036f]{{{MARKS_LIMIT + 1},}}")
_PILES = re.compile(rb"(?:[\xcc\xcd].){%d}" % (MARKS_LIMIT + 1), re.DOTALL)
"""The same in bytes, where no other letter begins so: the quickest way to ask."""
_MOST_SHOWN = 50
"""Invisible characters of one file that are told one by one: a damaged file has thousands."""


def read_text(file: Path, path: str) -> tuple[str, list[Problem]]:
    """Read a record's text. `path` is how the file is named in problems.

    Returns the text (empty where it cannot be had) and everything wrong with it.
    """
    try:
        status = file.lstat()
        problem = _unfit(status, path)
        data = b"" if problem else _read(file, status.st_size)
    except OSError as error:
        return "", [report(codes.FILE_UNREADABLE, Place(path), reason=_reason(error))]
    if problem:
        return "", [problem]
    return decode(data, path)


def decode(data: bytes, path: str) -> tuple[str, list[Problem]]:
    """Decode a record's bytes, or say which encoding they seem to be in."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or _is_wide(data[:400]):
        return "", [report(codes.FILE_NOT_UTF8, Place(path), encoding="UTF-16")]
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return "", [report(codes.FILE_NOT_UTF8, Place(path, line), encoding=_guess(data))]
    if not text or text.isspace():
        return "", [report(codes.FILE_EMPTY, Place(path))]
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    towers = list(islice(_towers(text, path), _MOST_SHOWN)) if _PILES.search(data) else []
    # No invisible character counts as printable, and this is the quickest way to ask.
    if text.replace("\n", " ").isprintable() or not _INVISIBLE.search(text):
        return text, towers
    problems = [*towers, *islice(_invisible(text, path), _MOST_SHOWN)]
    return _UNREADABLE.sub("\ufffd", text), problems


def _towers(text: str, path: str) -> Iterator[Problem]:
    """Yield letters under so many marks that they cover the lines above."""
    for found in _TOWER.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        column = found.start() - text.rfind("\n", 0, found.start())
        mark = f"U+{ord(found[0][0]):04X} (над одной буквой больше {MARKS_LIMIT} знаков)"
        yield report(codes.FILE_CONTROL, Place(path, line, column), mark=mark)


def _unfit(status: os.stat_result, path: str) -> Problem | None:
    if stat.S_ISLNK(status.st_mode):
        return report(codes.FILE_SPECIAL, Place(path), what="символическая ссылка")
    if not stat.S_ISREG(status.st_mode):
        return report(codes.FILE_SPECIAL, Place(path), what="не файл с данными")
    if status.st_size > SIZE_LIMIT:
        size, limit = file_size(status.st_size), file_size(SIZE_LIMIT)
        return report(codes.FILE_TOO_LARGE, Place(path), size=size, limit=limit)
    return None


def _read(file: Path, size: int) -> bytes:
    """Read a file of this size without following a link that took its place in the meantime."""
    handle = os.open(file, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0))
    try:
        data = os.read(handle, size)
        # One call reads a file to its end, except where a network lies between.
        while len(data) < size and (more := os.read(handle, size - len(data))):
            data += more
    finally:
        os.close(handle)
    return data


def _is_wide(data: bytes) -> bool:
    """Tell UTF-16 without its mark: every other byte is the upper half of a letter, 0 or 4."""
    return 0 in data and data.count(0) + data.count(4) > len(data) // 4


def _guess(data: bytes) -> str:
    """Name the Cyrillic encoding in which the bytes look most like Russian."""

    def likeness(encoding: str) -> int:
        text = data[:4000].decode(encoding, errors="replace")
        frequent = sum(char in _FREQUENT for char in text.lower())
        return frequent - 3 * len(_CAPITAL_INSIDE.findall(text))

    best = max(_CYRILLIC_ENCODINGS, key=likeness)
    return {"cp1251": "Windows-1251", "cp866": "DOS (866)", "koi8-r": "КОИ-8"}[best]


def _invisible(text: str, path: str) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), start=1):
        for found in _INVISIBLE.finditer(line):
            place = Place(path, number, found.start() + 1)
            yield report(codes.FILE_CONTROL, place, mark=_named(found.group()))


def hidden(text: str) -> str | None:
    """Name the first character that nobody can see: an escape («\\u202e») brings it past a file."""
    found = None if text.isprintable() else _INVISIBLE.search(text)
    return _named(found.group()) if found else None


def _named(mark: str) -> str:
    return f"U+{ord(mark):04X} ({_NAMES.get(mark, 'управляющий знак')})"


def _reason(error: OSError) -> str:
    known = {
        FileNotFoundError: "его нет",
        PermissionError: "нет права на чтение",
        IsADirectoryError: "это папка",
    }
    return known.get(type(error), "ошибка ввода-вывода")
