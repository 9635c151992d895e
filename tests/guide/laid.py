"""Lays an example of the guide into a content folder: the lines before, or the lines after.

The folder is the one of the reference's examples, which has no problem of its own. What an example
says only in words is done here by hand, by a function for each code.
"""

import io
import shutil
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

from docx import Document
from pictures_made import bomb, jpeg, plain_jpeg

from generator.problems.examples import Example, Way
from generator.reference.examples import EXAMPLES, lay_out
from generator.reference.word import TEMPLATES

SPOILED = Path(__file__).parents[1] / "records/bad/word-templates/word"
BY_FILE = {example.file: example for example in EXAMPLES}
RMO = "associations/rmo-matematika"
MEETING = f"{RMO}/2025-2026/meetings/2026-03-25.yml"
CARD = "practices/list-samoocenki.md"
BESIDE = "practices/list-samoocenki"
PDF = b"%PDF-1.4\n"


def picture() -> bytes:
    """The smallest picture that is one."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    lines = zlib.compress(b"\0\0")
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", lines) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def of_word(author: str) -> bytes:
    """A file of Word with an author in its properties."""
    document, memory = Document(), io.BytesIO()
    document.core_properties.author = author
    document.save(memory)
    return memory.getvalue()


NAMED = {
    "grafik.png": picture(),
    "praktika.docx": (TEMPLATES / "agenda.docx").read_bytes(),
    "podpisannaya-kartochka.docx": (TEMPLATES / "agenda.docx").read_bytes(),
}
"""Files beside the practice: there when the lines name them."""


def lay(folder: Path, example: Example, lines: str) -> Path:
    """Make the folder anew and lay the lines into it; the content folder to look at."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    lay_out(folder)
    for name, data in NAMED.items():
        if name in lines and "https" not in lines:
            _write(folder / BESIDE / name, data)
    return _WAYS[example.way](folder, example, lines) or folder


def _fields(folder: Path, example: Example, lines: str) -> None:
    record = BY_FILE[example.file]
    text = _replaced(record.text, lines, front_matter=record.room.front_matter)
    _write(folder / record.path, text.encode())


def _body(folder: Path, example: Example, lines: str) -> None:
    record = BY_FILE[example.file]
    _write(folder / record.path, f"{record.text}\n{lines}\n".encode())


def _whole(folder: Path, example: Example, lines: str) -> None:
    _write(folder / example.file, f"{lines}\n".encode())


def _names(folder: Path, example: Example, lines: str) -> None:
    for name in lines.split("\n"):
        _write(folder / name, BY_FILE[example.file].text.encode())


def _word(folder: Path, example: Example, lines: str) -> None:
    document = Document()
    for line in lines.split("\n"):
        document.add_paragraph(line)
    (folder / "word").mkdir()
    document.save(str(folder / "word" / example.file))


def _said(folder: Path, example: Example, lines: str) -> Path | None:
    before, after = STAGED[example.code.code]
    return (before if lines == example.before else after)(folder)


_WAYS: dict[Way, Callable[[Path, Example, str], Path | None]] = {
    Way.FIELDS: _fields,
    Way.BODY: _body,
    Way.WHOLE: _whole,
    Way.NAMES: _names,
    Way.WORD: _word,
    Way.SAID: _said,
}

Stage = Callable[[Path], Path | None]


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _nothing(folder: Path) -> None:
    """The folder as it is: the record of the example in order."""


def _put(name: str, data: bytes) -> Stage:
    return lambda folder: _write(folder / name, data)


def _template(name: str, source: Path) -> Stage:
    return lambda folder: _write(folder / "word" / name, source.read_bytes())


def _in_another_encoding(folder: Path) -> None:
    path = folder / MEETING
    path.write_bytes(path.read_text(encoding="utf-8").encode("cp1251"))


def _with_a_soft_hyphen(folder: Path) -> None:
    path = folder / MEETING
    path.write_bytes(path.read_bytes().replace("Разное".encode(), "Раз\u00adное".encode()))


def _as_a_link(folder: Path) -> None:
    path = folder / MEETING
    path.rename(folder.parent / "elsewhere.yml")
    path.symlink_to(folder.parent / "elsewhere.yml")


def _themed(theme: str) -> Stage:
    def write(folder: Path) -> None:
        path = folder / MEETING
        path.write_text(f"{path.read_text('utf-8')}theme: {theme}\n", "utf-8")

    return write


def _of_a_new_association(*kinds: str) -> Stage:
    def write(folder: Path) -> None:
        texts = {"association.yml": "association-short.yml", "2025-2026/activities.yml": ""}
        for kind in kinds:
            text = BY_FILE[texts[kind]].text if texts[kind] else "activities: []\n"
            _write(folder / "associations/rmo-himiya" / kind, text.encode())

    return write


def _card_with(name: str, data: bytes) -> Stage:
    def write(folder: Path) -> None:
        path = folder / CARD
        mark = "products:\n"
        line = f"  - {{title: Правила, file: {name}}}\n"
        path.write_text(path.read_text("utf-8").replace(mark, mark + line), "utf-8")
        _write(folder / BESIDE / name, data)

    return write


def _unreadable(folder: Path) -> Path:
    """No right to read: the tests run as root, so they refuse to open it themselves."""
    return folder


STAGED: dict[str, tuple[Stage, Stage]] = {
    "F01": (_unreadable, _nothing),
    "F02": (_put(MEETING, b"# \n" * 1_000_000), _nothing),
    "F03": (_put(MEETING, b""), _nothing),
    "F04": (_in_another_encoding, _nothing),
    "F05": (_with_a_soft_hyphen, _nothing),
    "F08": (_as_a_link, _nothing),
    "F10": (
        _of_a_new_association("2025-2026/activities.yml"),
        _of_a_new_association("association.yml", "2025-2026/activities.yml"),
    ),
    "F11": (_put(f"{BESIDE}/igra.exe", b"MZ"), _card_with("pravila-igry.pdf", PDF)),
    "F12": (lambda folder: folder.with_name("contetn"), _nothing),
    "F13": (
        _put(f"{BESIDE}/pravila-igry.pdf", PDF),
        _card_with("pravila-igry.pdf", PDF),
    ),
    "F14": (
        _put(f"{BESIDE}/list-samoocenki.pdf", NAMED["praktika.docx"]),
        _put(f"{BESIDE}/list-samoocenki.pdf", PDF),
    ),
    "F15": (
        _put(f"{BESIDE}/list-samoocenki.pdf", PDF.ljust(35_000_000)),
        _put(f"{BESIDE}/list-samoocenki.pdf", PDF.ljust(4_000_000)),
    ),
    "F18": (_card_with("plakat.png", bomb()), _card_with("plakat.png", picture())),
    "P09": (_card_with("foto.jpg", jpeg()), _card_with("foto.jpg", plain_jpeg())),
    "P10": (
        _card_with("list.docx", of_word("Иванова А. П.")),
        _card_with("list.docx", of_word("")),
    ),
    "F19": (_put(MEETING, b"a: 1\n" * 200), _nothing),
    "R25": (_put("practices/ustnyy-schet.md", b"---\ntitle: x\n---\n\n" + b"[" * 3000), _nothing),
    "R13": (_themed("О формирующем оценивании. " * 20), _themed("О формирующем оценивании")),
    "W01": (_template("minutes.docx", SPOILED / "minutes.docx"), _nothing),
    "W02": (
        _template("protokol.docx", TEMPLATES / "minutes.docx"),
        _template("minutes.docx", TEMPLATES / "minutes.docx"),
    ),
    "W03": (_put("word/plan.docx", b"PK".ljust(5_000_000)), _nothing),
    "W04": (_template("analysis.docx", SPOILED / "analysis.docx"), _nothing),
    "W07": (_template("control.docx", SPOILED / "control.docx"), _nothing),
}


def _replaced(text: str, lines: str, *, front_matter: bool = False) -> str:
    """The text of a record in which these lines stand in the place of the same fields."""
    names = {line.split(":")[0] for line in lines.split("\n") if line[:1].strip()}
    body = ""
    if front_matter:
        _, text, body = text.split("---\n", 2)
    kept: list[str] = []
    keep = True
    for line in text.split("\n"):
        if line[:1].strip() and not line.startswith("#"):
            keep = line.split(":")[0] not in names
        if keep:
            kept.append(line)
    fields = "\n".join([*kept, lines, ""]).lstrip("\n")
    return f"---\n{fields}---\n{body}" if front_matter else fields
