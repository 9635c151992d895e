"""A folder that holds the same files as another one, as hard links: a copy that costs no disk.

Both folders then share their files, so nobody may write into one of these: it is replaced.
"""

import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

State = tuple[int, int]
"""Size and time of change (ns) of a file."""


def make_twin(source: Path, twin: Path, names: Iterable[str]) -> None:
    """Make a folder hold these files of another one and no others; what it has already stays.

    What is not there in the source is not there in the twin. Raises OSError.
    """
    wanted = set(names)
    there = set(files_in(twin)) if twin.is_dir() else set()
    remove(twin, there - wanted)
    for name in wanted:
        state = state_of(f"{source}/{name}")
        if name not in there:
            if state is not None:
                _share(f"{source}/{name}", f"{twin}/{name}")
        elif state != state_of(f"{twin}/{name}"):
            os.unlink(f"{twin}/{name}")  # noqa: PTH108
            if state is not None:
                _share(f"{source}/{name}", f"{twin}/{name}")


def files_in(folder: Path | str, prefix: str = "") -> Iterator[str]:
    """The files in a folder and below it, links too."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from files_in(entry.path, f"{prefix}{entry.name}/")
            else:
                yield f"{prefix}{entry.name}"


def remove(root: Path, names: Iterable[str]) -> None:
    """Remove files, and the folders that are empty without them."""
    for name in sorted(names):
        path = root / name
        path.unlink(missing_ok=True)
        for folder in _above(path, root):
            if any(folder.iterdir()):
                break
            folder.rmdir()


def state_of(file: Path | str) -> State | None:
    """The state of a file, or None where there is none."""
    try:
        status = os.stat(file)  # noqa: PTH116 - asked of every page, and a path costs more
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns


def _share(file: str, twin: str) -> None:
    """Give a file a second name; where the disk knows no such thing, copy it with its times."""
    try:
        os.link(file, twin)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(twin))  # noqa: PTH103, PTH120
        _share(file, twin)
    except OSError:
        os.makedirs(os.path.dirname(twin), exist_ok=True)  # noqa: PTH103, PTH120
        shutil.copy2(file, twin)


def _above(path: Path, root: Path) -> Iterator[Path]:
    """The folders above a file that are there, below the root."""
    for folder in path.parents:
        if folder == root:
            return
        if folder.is_dir():
            yield folder
