"""The folder of a site: whatever is built is made aside, and takes its place whole, in one step.

Beside the site `site` there may lie `site.new`, the one in the making, and `site.old`, the former
one. The next build makes the former one into the new one: it shares its files with the site, so
only what has changed since is brought over, and only what changes now is written. Where two folders
cannot change places at once, the site is called `site.kept` for a moment.
"""

import shutil
from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from generator.exchange import exchange
from generator.failure import BuildFailedError
from generator.printing import write
from generator.twin import State, files_in, make_twin, remove, state_of

Files = dict[str, State]
"""Files by their paths in the site, with the state in which they were left."""

_MADE = ".umo-made"
"""Where MkDocs makes its part, when the rest is not made anew."""
_MOUNTED = (
    "папка сайта {} — отдельный подключённый диск, и заменить её целиком нельзя. "
    "Назовите папку внутри неё: --site-dir {}/site"
)
_HOLDS_SOURCES = (
    "папка сайта {} содержит то, из чего сайт строят, а она заменяется целиком. "
    "Назовите другую: --site-dir site"
)


class SiteFolder:
    """A site's place, for the time of a build.

    `number` is that of the folder which the last build has left (`number_of`), `names` tells the
    files that it has put there: a site of another number is none of ours, and is made `fresh`, from
    nothing. With `in_place` a site that stands is changed file by file, which is quicker and for a
    preview only: whoever looks meanwhile may see a mixture.
    """

    def __init__(
        self,
        target: Path,
        number: int | None,
        names: Callable[[], Collection[str]],
        *,
        in_place: bool = False,
    ) -> None:
        self.target = target
        self._former = target.with_name(f"{target.name}.old")
        self._aside = target.with_name(f"{target.name}.new")
        self._put_away = target.with_name(f"{target.name}.kept")
        self._recover()
        self.fresh = number is None or number != number_of(target)
        self._names = names
        self._in_place = in_place and not self.fresh
        self._begun = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Leave nothing half made, by this run or by one that was killed."""
        if not self._in_place:
            shutil.rmtree(self._aside, ignore_errors=True)

    @property
    def root(self) -> Path:
        """Where the site is written to; who asks for it means to change something."""
        if not self._begun:
            self._begun = True
            if not self._in_place:
                self._begin()
        return self.target if self._in_place else self._aside

    @property
    def replaces(self) -> bool:
        """Whether something was made that is to take the site's place."""
        return self._begun and not self._in_place

    @property
    def so_far(self) -> Path:
        """Where the site is looked at: as it stands, until something is written."""
        return self.root if self._begun or self.fresh else self.target

    @property
    def made(self) -> Path:
        """Where MkDocs makes its part: at once where it belongs if all is made anew."""
        return self.root if self.fresh else self.root / _MADE

    def adopt(self, but: Iterable[str]) -> Files:
        """Take over the files that MkDocs has made, but some; say how each was left."""
        made, left_out, files = self.made, set(but), dict[str, State]()
        for name in sorted(files_in(made)):
            if name not in left_out:
                state = state_of(made / name) if self.fresh else self._take(made, name)
                files[name] = state or (0, 0)
        if not self.fresh:
            shutil.rmtree(made)
        return files

    def intact(self, files: Files) -> bool:
        """Tell whether files lie there as they were left."""
        return all(state_of(f"{self.target}/{name}") == state for name, state in files.items())

    def remove(self, names: Iterable[str]) -> None:
        """Remove files, and the folders that are empty without them."""
        remove(self.root, names)

    def finish(self) -> int | None:
        """Put what was made in its place, in one step; give the number of the site's folder."""
        if self._begun and not self._in_place:
            self._replace()
            self._begun = False
        return number_of(self.target)

    def _recover(self) -> None:
        """Put the former site back where a run was broken off between two steps."""
        if self._put_away.is_dir():
            if self.target.exists():
                shutil.rmtree(self._put_away)
            else:
                self._put_away.rename(self.target)

    def _begin(self) -> None:
        """Begin the new site: with nothing, or with all that stands."""
        if self._aside.exists():
            shutil.rmtree(self._aside)
        if self.fresh:
            self._aside.mkdir(parents=True)
            return
        if self._former.is_dir():
            self._former.rename(self._aside)
        make_twin(self.target, self._aside, self._names())

    def _replace(self) -> None:
        shutil.rmtree(self._former, ignore_errors=True)
        if not self.target.exists():
            self._aside.rename(self.target)
            return
        if not exchange(self._aside, self.target):
            self.target.rename(self._put_away)  # broken off here, the next run puts it back
            self._aside.rename(self.target)
            self._put_away.rename(self._aside)
        if self.fresh:
            shutil.rmtree(self._aside, ignore_errors=True)
            return
        with suppress(OSError):  # the new site stands already
            self._aside.rename(self._former)

    def _take(self, made: Path, name: str) -> State:
        return write(f"{self.root}/{name}", (made / name).read_bytes())


def number_of(folder: Path) -> int | None:
    """The number by which the file system knows a folder, whatever its name; None without one."""
    try:
        return folder.stat().st_ino
    except OSError:
        return None


def place_of(target: Path, sources: Iterable[Path]) -> Path:
    """Where a site lies, all links followed. Raises BuildFailedError for one not to be replaced.

    `sources` are what it is made of: a folder that holds them is no folder of a site.
    """
    place = target.resolve()
    if any(source.resolve().is_relative_to(place) for source in sources):
        raise BuildFailedError(_HOLDS_SOURCES.format(place))
    if place.is_mount():
        raise BuildFailedError(_MOUNTED.format(place, place))
    if place.exists() and not place.is_dir():
        raise BuildFailedError(f"на месте папки сайта лежит файл: {place}")
    return place
