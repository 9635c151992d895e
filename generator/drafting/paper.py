"""A draft that is ready: its text and where it belongs. Files that are there stay as they are."""

from dataclasses import dataclass
from pathlib import Path

from generator.drafting.refusal import DraftRefusedError
from generator.file_trouble import reason
from generator.whole_files import create_whole


@dataclass(frozen=True, slots=True)
class Paper:
    """The text of a draft. `path` is where it is put when nobody says otherwise."""

    path: Path
    text: str
    in_content: bool = False


def put(paper: Paper, out: Path | None) -> Path:
    """Write a draft to a file that is not there yet; the folder of a record is made with it."""
    path = out or paper.path
    try:
        if paper.in_content and out is None:
            path.parent.mkdir(parents=True, exist_ok=True)
        create_whole(path, paper.text.encode())
    except FileExistsError:
        advice = "он не тронут, а другое имя можно назвать: --out ФАЙЛ"
        raise DraftRefusedError(f"файл {path} уже есть; {advice}") from None
    except OSError as error:
        raise DraftRefusedError(f"файл {path} не записать: {reason(error)}") from None
    return path
