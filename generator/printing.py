"""Makes the pages of an edition and writes them where they belong."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from generator.crew import Told, spread
from generator.inspection import Fault, Inspection
from generator.listings import iso
from generator.load.beside import published_bytes
from generator.pages import Draft, File, Page
from generator.pages.addresses import is_page
from generator.press import SHELL, Press, Shape, Shell, name_of
from generator.reads import listening
from generator.search import Copy, copies
from generator.twin import State, state_of


class Printed(NamedTuple):
    """A page that was written: its file, and what others list of it.

    `found` are its lean copies for the search, by name, with what they are worth.
    """

    state: State
    updated: str | None
    found: tuple[tuple[str, str], ...]
    files: tuple[tuple[str, State], ...]


class _Print(NamedTuple):
    """What making a page has brought: also the shells that had to be made, and its faults."""

    facts: tuple[str, ...]
    printed: Printed
    shells: dict[Shape, Shell | None]
    faults: list[Fault]


class Printer:
    """Prints pages into a folder, and lean copies of them for the search into another, if any.

    Each is looked at by the `inspection`, if any; `faults` are what it has found.
    """

    def __init__(
        self,
        press: Press,
        content: Path,
        target: Path,
        copies: Path | None = None,
        inspection: Inspection | None = None,
    ) -> None:
        self._press = press
        self._content = content
        self._target = target
        self._copies = copies
        self._inspection = inspection
        self._inspected: set[Shape] = set()
        self.faults: list[Fault] = []

    def print_all(
        self, drafts: Sequence[Draft], told: Told | None = None
    ) -> Iterator[tuple[tuple[str, ...], Printed]]:
        """Make and write pages; each comes with the facts that it looked at."""
        for made in spread(self._print_some, drafts, told):
            self._press.shells.update(made.shells)
            self.faults += made.faults
            yield made.facts, made.printed

    def _print_some(self, some: Sequence[Draft]) -> list[_Print]:
        return [self._print(draft) for draft in some]

    def _print(self, draft: Draft) -> _Print:
        """Print one page; a shell that had to be made for it goes back with it."""
        known = len(self._press.shells)
        with listening() as facts:
            page = draft.make()
        if isinstance(page, File):
            state = write(page_path(self._target, draft.address), page.data)
            printed = Printed(state, None, (), ())
            return _Print(tuple(facts), printed, {}, self._faults_of_file(draft.address, page.data))
        facts.add(SHELL + name_of(shape := self._press.shape_of(page)))
        data = self._press.print(page)
        state = write(page_path(self._target, draft.address), data)
        found = tuple(leave_copies(self._copies, copies(page))) if self._copies else ()
        files = tuple((path, self._copy(path)) for path in page.files)
        made = dict(islice(self._press.shells.items(), known, None))
        printed = Printed(state, iso(page.updated), found, files)
        return _Print(tuple(facts), printed, made, self._faults_of(page, data, shape))

    def _faults_of(self, page: Page, data: bytes, shape: Shape) -> list[Fault]:
        """What is wrong with a page; of each shape of page the shell is looked at once."""
        if self._inspection is None:
            return []
        found = self._inspection.of_bytes(page.address, data)
        found += self._inspection.of_body(page.address, page.body, page.files)
        if shape not in self._inspected:
            self._inspected.add(shape)
            found += self._inspection.of_page(page.address, data.decode(), page.files)
        return found

    def _faults_of_file(self, address: str, data: bytes) -> list[Fault]:
        if self._inspection is None:
            return []
        html = page_name(address).endswith(".html")
        links = self._inspection.of_page(address, data.decode()) if html else []
        return self._inspection.of_bytes(address, data) + links

    def _copy(self, path: str) -> State:
        """Publish a file that lies beside a record: of a picture nothing but the picture."""
        own = self._content / path
        state = state_of(own)
        write(f"{self._target}/{path}", published_bytes(own))
        return state or (0, 0)


def intact(target: Path, content: Path, address: str, printed: Printed) -> bool:
    """Tell whether a page still lies there as it was written, and the files beside it."""
    if state_of(page_path(target, address)) != printed.state:
        return False
    pairs = ((f"{target}/{path}", content / path, at) for path, at in printed.files)
    return all(state_of(copy) and state_of(own) == at for copy, own, at in pairs)


def leave_copies(folder: Path, some: Iterable[Copy]) -> Iterator[tuple[str, str]]:
    """Write lean copies for the search; give their names with what they are worth."""
    for copy in some:
        write(f"{folder}/{copy.name}", copy.data)
        yield copy.name, copy.digest


def files_of(pages: Mapping[str, Printed]) -> Iterator[str]:
    """The files of pages, by their addresses, and those that lie beside them."""
    for address, page in pages.items():
        yield page_name(address)
        yield from (path for path, _ in page.files)


def page_path(root: Path | str, address: str) -> str:
    """The file of a page."""
    return f"{root}/{page_name(address)}"


def page_name(address: str) -> str:
    """The file of a page, as seen from the site's root; a file has its own name."""
    return f"{address}index.html" if is_page(address) else address


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
