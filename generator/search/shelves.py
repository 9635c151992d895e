"""The index of the search, shelf by shelf: one whose copies are as they were is not made again.

Old school years do not change, so their shelves stay; the browser merges what it needs of them.
Each word of a query costs a piece of every shelf that is searched, so there are few.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.pages.addresses import SEARCH
from generator.pages.sought import REST
from generator.search.pagefind import PagefindFailedError, make_index

CATALOGUE = "shelves.json"
"""Tells the script in the browser which shelves there are."""
RECENT = "recent"
"""The shelf of the newest school years; older ones are searched when somebody asks for it."""
RECENT_YEARS = 2
TOGETHER = 3
"""So many older school years stand on a shelf: few to load, and few to make after an edit."""
_AT_ONCE = 2

Digests = Mapping[str, str]
"""Lean copies by name, with what they are worth."""
Standing = dict[str, str]
"""Shelves by name, with what they were made of and what lay there then."""


def refresh(
    copies: Path, site: Path, wanted: Digests, known: Standing, *, apart: bool = False
) -> Standing:
    """Make the shelves anew that are not as the copies are; say how they stand now.

    Copies that nobody wants are removed, unless the index is made `apart` while somebody else
    writes copies. Raises PagefindFailedError, and FileNotFoundError when a copy is not there.
    """
    folder = site / SEARCH
    folder.mkdir(parents=True, exist_ok=True)
    shelves = _by_shelf(wanted)
    names = _in_order(shelves)
    worth = {name: _worth(shelves[name], leading=name == names[0]) for name in names}
    stale = [name for name in names if known.get(name) != _state(worth[name], folder / name)]
    if not apart:
        _tidy(copies, wanted, {copy.partition("/")[0] for name in stale for copy in shelves[name]})
    with ThreadPoolExecutor(_AT_ONCE) as crew:
        jobs = []
        for name in stale:
            gathered = _gathered(copies, shelves[name])
            jobs.append(crew.submit(_make, gathered, folder / name, leading=name == names[0]))
        for job in jobs:
            job.result()
    _remove_others(folder, names)
    _write_catalogue(folder, {name: len(shelves[name]) for name in names})
    made = {name: _state(worth[name], folder / name) for name in stale}
    return {name: made.get(name) or known[name] for name in names}


def _by_shelf(wanted: Digests) -> dict[str, dict[str, str]]:
    parts = {name.partition("/")[0] for name in wanted}
    years = sorted(parts - {REST}, reverse=True)
    place = {year: RECENT if year in years[:RECENT_YEARS] else _older(year) for year in years}
    shelves: dict[str, dict[str, str]] = {}
    for name in sorted(wanted):
        shelves.setdefault(place.get(name.partition("/")[0], REST), {})[name] = wanted[name]
    return shelves


def _older(year: str) -> str:
    """The shelf of an older school year: «2019-2021», by the years in which they begin."""
    first = int(year[:4]) // TOGETHER * TOGETHER
    return f"{first}-{first + TOGETHER - 1}"


def _in_order(shelves: Mapping[str, Digests]) -> list[str]:
    """The leading shelf first, then that of the newest school years, then older ones."""
    older = sorted(shelves.keys() - {REST, RECENT}, reverse=True)
    return [name for name in (REST, RECENT, *older) if name in shelves]


def _worth(shelf: Digests, *, leading: bool) -> str:
    return hashlib.blake2b(repr((leading, shelf)).encode(), digest_size=16).hexdigest()


def _state(worth: str, place: Path) -> str:
    """What a shelf was made of, and which files lie there: one that has lost some is made anew."""
    names = sorted(name for _, _, files in os.walk(place) for name in files)
    return f"{worth} {hashlib.blake2b(repr(names).encode(), digest_size=8).hexdigest()}"


def _make(gathered: AbstractContextManager[Path], place: Path, *, leading: bool) -> None:
    """Make the index of a shelf aside, and put it in its place."""
    new, old = (place.with_name(f"{place.name}.{word}") for word in ("new", "old"))
    try:
        with gathered as copies:
            make_index(copies, new, leading=leading)
    except PagefindFailedError:
        shutil.rmtree(new, ignore_errors=True)
        raise
    shutil.rmtree(old, ignore_errors=True)
    if place.exists():
        place.rename(old)
    new.rename(place)
    shutil.rmtree(old, ignore_errors=True)


def _tidy(copies: Path, wanted: Digests, parts: Iterable[str]) -> None:
    """Remove the copies of pages that are no longer there."""
    for part in parts:
        for folder, _, files in os.walk(copies / part):
            home = Path(folder).relative_to(copies).as_posix()
            for file in files:
                if f"{home}/{file}" not in wanted:
                    Path(folder, file).unlink()


@contextmanager
def _gathered(copies: Path, shelf: Digests) -> Iterator[Path]:
    """A folder with the copies of a shelf as they are at this moment, under their addresses."""
    with TemporaryDirectory(prefix="umo-", dir=copies) as folder:
        for copy in shelf:
            place = Path(folder, copy.partition("/")[2])
            place.parent.mkdir(parents=True, exist_ok=True)
            os.link(copies / copy, place)
        yield Path(folder)


def _remove_others(folder: Path, names: Sequence[str]) -> None:
    """Remove shelves that are no longer wanted."""
    for path in folder.iterdir():
        if path.is_dir() and path.name not in names:
            shutil.rmtree(path)


def _write_catalogue(folder: Path, pages: Mapping[str, int]) -> None:
    """Say which shelves there are, and which are searched only when somebody asks for them."""
    rows = [
        {"name": name, "pages": number, "former": name not in (REST, RECENT)}
        for name, number in pages.items()
    ]
    (folder / CATALOGUE).write_text(json.dumps({"shelves": rows}) + "\n", encoding="utf-8")
