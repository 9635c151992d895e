"""Reads Word files back, makes templates as an office does in Word, and gives values to fill in."""

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

import docx
from demonstration import REPOSITORY, TODAY, plain
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from generator.archive import build
from generator.load import load
from generator.pages import Context
from generator.pages.word.compiled import compiled
from generator.pages.word.files import all_files
from generator.pages.word.properties import Properties

DAY = date.fromisoformat(TODAY)
ABOUT = Properties("Протокол № 1", "Управление образования", date(2025, 8, 29))
MEETING = "associations/umo-matematika-ozersk/2025-2026/meetings/2025-10-22/"
PLAN = "associations/umo-matematika-ozersk/2025-2026/plan/"


def context_of(content: Any = REPOSITORY / "content", day: date = DAY) -> Context:
    """The records of a folder; they must be in order."""
    archive, problems = build(load(content), day)
    assert archive is not None, "\n".join(map(str, problems))
    return Context(archive, day, {}, "https://z.example.org/umo/")


def files_of(context: Context) -> dict[str, Callable[[], Any]]:
    """What makes each Word file, by its address."""
    return {draft.address: draft.make for draft in all_files(context)}


def blocks(data: bytes) -> Iterator[Paragraph | Table]:
    """Paragraphs and tables of a file in their order."""
    document = docx.Document(io.BytesIO(data))
    for element in document.element.body.iterchildren(qn("w:p"), qn("w:tbl")):
        is_table = element.tag == qn("w:tbl")
        yield Table(element, document) if is_table else Paragraph(element, document)


def lines(data: bytes) -> list[str]:
    """What a file says, a line for each paragraph, also in tables."""
    body = docx.Document(io.BytesIO(data)).element.body
    return [_said(paragraph) for paragraph in body.iter(qn("w:p"))]


def _said(paragraph: Any) -> str:
    marks = {qn("w:tab"): "\t", qn("w:br"): "\n"}
    parts = paragraph.iter(qn("w:t"), *marks)
    return "".join(marks.get(part.tag) or part.text or "" for part in parts)


def words(data: bytes) -> str:
    """What a file says, in one line."""
    return plain(" ".join(lines(data)))


def everything(data: bytes) -> str:
    """All that stands in a file, in whichever part."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = map(archive.read, archive.namelist())
        return "\n".join(part.decode("utf-8", "replace") for part in parts)


def template(*texts: str, head: str = "", rows: tuple[tuple[str, ...], ...] = ()) -> bytes:
    """A template as somebody makes it in Word: paragraphs, a header, rows of a table."""
    document = docx.Document()
    for text in texts:
        document.add_paragraph(text)
    if rows:
        table = document.add_table(0, max(map(len, rows)))
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=False):
                cell.text = text
    document.sections[0].header.paragraphs[0].text = head
    return saved(document)


def saved(document: Any) -> bytes:
    """A document as a file."""
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def filled(data: bytes, values: Mapping[str, Any]) -> bytes:
    """A template filled."""
    return compiled(data).fill(values, ABOUT)


def repacked(data: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    """A file with changed parts."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return made.getvalue()
