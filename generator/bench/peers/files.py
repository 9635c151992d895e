"""Folders and files that several contenders write."""

import shutil
from collections.abc import Iterable
from pathlib import Path

HERE = Path(__file__).parent.parent


def put(file: Path, text: str) -> None:
    """Write a text, with the folders it needs."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")


def remove(*folders: Path) -> None:
    """Remove folders and files, whether they are there or not."""
    for folder in folders:
        if folder.is_dir():
            shutil.rmtree(folder)
        else:
            folder.unlink(missing_ok=True)


def copy_files(files: Iterable[Path], origin: Path, target: Path) -> None:
    """Copy files with their folders below the origin."""
    for file in files:
        place = target / file.relative_to(origin)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, place)
