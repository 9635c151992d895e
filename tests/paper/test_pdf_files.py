"""What printed files are called, and what they are never written over."""

from pathlib import Path

import pytest

from generator.paper.failure import PaperError
from generator.paper.files import file_name, put

OWN = "associations/umo-matematika-ozersk/"


@pytest.mark.parametrize(
    ("address", "view", "name"),
    [
        (
            f"{OWN}2025-2026/meetings/2025-10-22/",
            "short",
            "umo-matematika-ozersk-2025-2026-2025-10-22-short.pdf",
        ),
        (f"{OWN}2025-2026/plan/", "full", "umo-matematika-ozersk-2025-2026-plan.pdf"),
        (OWN, "composition", "umo-matematika-ozersk-composition.pdf"),
        ("associations/", "full", "associations.pdf"),
        ("register/2025-2026/", "full", "register-2025-2026.pdf"),
        ("", "full", "index.pdf"),
    ],
)
def test_a_file_is_called_by_the_address(address: str, view: str, name: str) -> None:
    assert file_name(address, view) == name


def test_a_file_is_written_over_a_former_pdf(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "a.pdf"
    put(path, b"%PDF-1")
    put(path, b"%PDF-2")
    assert [one.name for one in path.parent.iterdir()] == ["a.pdf"]
    assert path.read_bytes() == b"%PDF-2"


def test_nothing_else_is_written_over(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_text("заметки", "utf-8")
    with pytest.raises(PaperError, match="уже есть, и это не PDF"):
        put(path, b"%PDF-")
    with pytest.raises(PaperError, match="на месте папки лежит файл"):
        put(path / "b.pdf", b"%PDF-")
    with pytest.raises(PaperError, match="уже есть, и это не PDF"):
        put(tmp_path, b"%PDF-")
    assert path.read_text("utf-8") == "заметки"
