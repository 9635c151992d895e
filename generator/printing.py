"""Makes the pages of an edition and writes them where they belong."""

import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from generator.crew import Told, spread
from generator.listings import iso
from generator.pages import Draft, File
from generator.pages.addresses import is_page
from generator.press import SHELL, Press, Shape, Shell, name_of
from generator.reads import listening
from generator.search import Copy, copies

State = tuple[int, int]
"""Size and time of change (ns) of a file."""


class Printed(NamedTuple):
    """A page that was written: its file, and what others list of it.

    `found` are its lean copies for the search, by name, with what they are worth.
    """

    state: State
    updated: str | None
    found: tuple[tuple[str, str], ...]
    files: tuple[tuple[str, State], ...]


_Print = tuple[tuple[str, ...], Printed, dict[Shape, Shell | None]]


class Printer:
    """Prints pages into a folder, and lean copies of them for the search into another, if any."""

    def __init__(
        self, press: Press, content: Path, target: Path, copies: Path | None = None
    ) -> None:
        self._press = press
        self._content = content
        self._target = target
        self._copies = copies

    def print_all(
        self, drafts: Sequence[Draft], told: Told | None = None
    ) -> Iterator[tuple[tuple[str, ...], Printed]]:
        """Make and write pages; each comes with the facts that it looked at."""
        for facts, printed, shells in spread(self._print_some, drafts, told):
            self._press.shells.update(shells)
            yield facts, printed

    def intact(self, address: str, printed: Printed) -> bool:
        """Tell whether a page still lies there as it was written, and the files beside it."""
        if state_of(page_path(self._target, address)) != printed.state:
            return False
        pairs = ((f"{self._target}/{path}", self._content / path, at) for path, at in printed.files)
        return all(state_of(copy) and state_of(own) == at for copy, own, at in pairs)

    def _print_some(self, some: Sequence[Draft]) -> list[_Print]:
        return [self._print(draft) for draft in some]

    def _print(self, draft: Draft) -> _Print:
        """Print one page; a shell that had to be made for it goes back with it."""
        known = len(self._press.shells)
        with listening() as facts:
            page = draft.make()
        if isinstance(page, File):
            state = write(page_path(self._target, draft.address), page.data)
            return tuple(facts), Printed(state, None, (), ()), {}
        facts.add(SHELL + name_of(self._press.shape_of(page)))
        state = write(page_path(self._target, draft.address), self._press.print(page))
        found = tuple(leave_copies(self._copies, copies(page))) if self._copies else ()
        files = tuple((path, self._copy(path)) for path in page.files)
        made = dict(islice(self._press.shells.items(), known, None))
        return tuple(facts), Printed(state, iso(page.updated), found, files), made

    def _copy(self, path: str) -> State:
        """Publish a file that lies beside a record."""
        own, copy = self._content / path, self._target / path
        copy.parent.mkdir(parents=True, exist_ok=True)
        state = state_of(own)
        shutil.copyfile(own, copy)
        return state or (0, 0)


def leave_copies(folder: Path, some: Iterable[Copy]) -> Iterator[tuple[str, str]]:
    """Write lean copies for the search; give their names with what they are worth."""
    for copy in some:
        write(f"{folder}/{copy.name}", copy.data)
        yield copy.name, copy.digest


def page_path(root: Path | str, address: str) -> str:
    """The file of a page."""
    return f"{root}/{page_name(address)}"


def page_name(address: str) -> str:
    """The file of a page, as seen from the site's root; a file has its own name."""
    return f"{address}index.html" if is_page(address) else address


def state_of(file: Path | str) -> State | None:
    """The state of a file, or None where there is none."""
    try:
        status = os.stat(file)  # noqa: PTH116 - asked of every page, and a path costs more
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns


def _make_folder(folder: str) -> None:
    """Make a folder; the one above it is mostly there already."""
    try:
        os.mkdir(folder)  # noqa: PTH102
    except FileExistsError:
        return
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103


def write(file: str, data: bytes) -> State:
    """Write a file in one step, unless it has these bytes already."""
    try:
        with open(file, "rb") as old:  # noqa: PTH123 - thousands of pages, and a path costs more
            if old.read() == data:
                status = os.fstat(old.fileno())
                return status.st_size, status.st_mtime_ns
        new = f"{file}.new"
    except FileNotFoundError:
        new = file
        _make_folder(file[: file.rindex("/")])
    with open(new, "wb") as page:  # noqa: PTH123
        page.write(data)
        page.flush()
        status = os.fstat(page.fileno())
    if new is not file:
        os.replace(new, file)  # noqa: PTH105
    return status.st_size, status.st_mtime_ns
