"""What printed files are called, and how they are written: in one step, over PDF files alone."""

from pathlib import Path

from generator.file_trouble import reason
from generator.pages.addresses import ASSOCIATIONS
from generator.paper.failure import PaperError
from generator.paper.printer import WHOLE
from generator.whole_files import write_whole

ENDING = ".pdf"
_SIGNATURE = b"%PDF-"
_LEFT_OUT = (ASSOCIATIONS.strip("/"), "meetings")
"""Parts of an address that say nothing that the rest of it would not."""
_HOME = "index"


def file_name(address: str, view: str = WHOLE) -> str:
    """The name of a page's file: «umo-matematika-ozersk-2025-2026-2025-10-22-short.pdf»."""
    whole = address.strip("/") or _HOME
    parts = [part for part in whole.split("/") if part not in _LEFT_OUT] or [whole]
    return "-".join(parts if view == WHOLE else (*parts, view)) + ENDING


def is_file_name(path: Path) -> bool:
    """Tell whether a path is meant for a file, and not for a folder."""
    return path.suffix.lower() == ENDING


def put(path: Path, data: bytes) -> None:
    """Write a PDF, also over a former one, but over nothing else. Raises PaperError."""
    try:
        if path.exists() and not _is_pdf(path):
            raise PaperError(f"{path} уже есть, и это не PDF. Другое имя можно назвать: --out")
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, data)
    except OSError as error:
        raise PaperError(f"файл {path} не записать: {reason(error)}") from error


def _is_pdf(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(_SIGNATURE)) == _SIGNATURE
