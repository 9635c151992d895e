"""The folder of a site: filled aside and put in place whole, or changed file by file."""

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.printing import State, state_of, write

Files = dict[str, State]
"""Files by their paths in the site, with the state in which they were left."""


class SiteFolder:
    """A site's place. A `fresh` one is filled aside, and takes the place of the former at the end.

    Any other is changed in place, file by file, each in one step.
    """

    def __init__(self, target: Path, *, fresh: bool) -> None:
        self.target = target
        self.fresh = fresh
        self.aside = target.with_name(f"{target.name}.new")
        self.root = self.aside if fresh else target
        if fresh:
            shutil.rmtree(self.aside, ignore_errors=True)

    def adopt(self, made: Path, but: Iterable[str]) -> Files:
        """Take over the files of a folder, but some; say how each was left."""
        left_out = set(but)
        files: Files = {}
        for path in sorted(made.rglob("*")):
            name = path.relative_to(made).as_posix()
            if path.is_file() and name not in left_out:
                state = state_of(path) if made == self.root else self._take(path, name)
                files[name] = state or (0, 0)
        if made != self.root:
            shutil.rmtree(made, ignore_errors=True)
        return files

    def intact(self, files: Files) -> bool:
        """Tell whether files lie there as they were left."""
        return all(state_of(f"{self.target}/{name}") == state for name, state in files.items())

    def remove(self, names: Iterable[str]) -> None:
        """Remove files, and the folders that are empty without them."""
        for name in names:
            path = self.root / name
            path.unlink(missing_ok=True)
            for folder in _above(path, self.root):
                if any(folder.iterdir()):
                    break
                folder.rmdir()

    def finish(self) -> None:
        """Put a fresh site in its place, in one step."""
        if not self.fresh:
            return
        old = self.target.with_name(f"{self.target.name}.old")
        shutil.rmtree(old, ignore_errors=True)
        if self.target.exists():
            self.target.rename(old)
        self.aside.rename(self.target)
        shutil.rmtree(old, ignore_errors=True)

    def abandon(self) -> None:
        """Leave nothing half made."""
        shutil.rmtree(self.aside, ignore_errors=True)

    def _take(self, path: Path, name: str) -> State:
        return write(f"{self.target}/{name}", path.read_bytes())


def _above(path: Path, root: Path) -> Iterator[Path]:
    """The folders above a file that are there, below the root."""
    for folder in path.parents:
        if folder == root:
            return
        if folder.is_dir():
            yield folder
