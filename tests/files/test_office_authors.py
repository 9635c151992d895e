"""Whose name stands in the properties of a file: found in each kind, and in none of our own."""

import io
import zipfile
from pathlib import Path

import pytest
from demonstration import of_word

from generator.load.authors import author_of
from generator.models.vocabulary import FileType
from generator.reference.word import TEMPLATES

CORE = "<cp:coreProperties><dc:creator>{}</dc:creator>{}</cp:coreProperties>"
META = "<office:meta><meta:initial-creator>{}</meta:initial-creator>{}</office:meta>"


def archive(part: str, text: str) -> bytes:
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(part, text)
    return memory.getvalue()


def office(kind: str, name: str, last: str = "") -> bytes:
    if kind in ("docx", "xlsx", "pptx"):
        edited = f"<cp:lastModifiedBy>{last}</cp:lastModifiedBy>" if last else ""
        return archive("docProps/core.xml", CORE.format(name, edited))
    edited = f"<dc:creator>{last}</dc:creator>" if last else ""
    return archive("meta.xml", META.format(name, edited))


@pytest.mark.parametrize("kind", ["docx", "xlsx", "pptx", "odt", "ods", "odp"])
def test_the_author_and_the_last_editor_are_found(kind: str) -> None:
    known = FileType.read(kind)
    assert author_of(office(kind, "Иванова Анна"), known) == "Иванова Анна"
    assert author_of(office(kind, "", "Петров &amp; Ко"), known) == "Петров & Ко"
    assert author_of(office(kind, "Пользователь", "Иванова А."), known) == "Иванова А."
    assert author_of(office(kind, "Иванова\n  Анна " + "я" * 200), known).startswith(
        "Иванова Анна я"
    )
    assert len(author_of(office(kind, "я" * 200), known)) <= 60


@pytest.mark.parametrize(
    "name",
    ["", " ", "User", "Admin", "Пользователь", "Microsoft Office User", "python-docx", "HP-1"],
)
def test_what_programs_put_there_is_nobody(name: str) -> None:
    assert author_of(office("docx", name, name), FileType.DOCX) == ""


@pytest.mark.parametrize(
    ("written", "name"),
    [
        (b"(Ivanova A. P.)", "Ivanova A. P."),
        (b"(\xfe\xff" + "Сидоров".encode("utf-16-be") + b")", "Сидоров"),
        (b"<FEFF" + "Сидоров".encode("utf-16-be").hex().encode() + b">", "Сидоров"),
        (b"(A \\(B\\) C)", "A (B) C"),
        (b"(User)", ""),
        (b"()", ""),
        (b"(" * 100_000, ""),
    ],
)
def test_the_author_of_a_pdf_is_found(written: bytes, name: str) -> None:
    data = b"%PDF-1.4\n1 0 obj\n<< /Title (x) /Author " + written + b" >>\nendobj\n"
    assert author_of(data, FileType.PDF) == name


def test_a_bomb_is_read_no_further_than_properties_go() -> None:
    bomb = archive("docProps/core.xml", " " * 50_000_000 + "<dc:creator>Далеко</dc:creator>")
    assert author_of(bomb, FileType.DOCX) == ""
    assert author_of(b"PK\x03\x04 broken", FileType.DOCX) == ""


def test_the_word_files_of_the_program_name_nobody() -> None:
    templates = sorted(Path(str(TEMPLATES)).glob("*.docx"))
    assert len(templates) >= 10
    assert {author_of(one.read_bytes(), FileType.DOCX) for one in templates} == {""}
    assert all(b"lastModifiedBy>" not in of_word(one.read_bytes()) for one in templates)
