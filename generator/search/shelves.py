"""The index of the search, shelf by shelf: one whose copies are as they were is not made again.

Old school years do not change, so their shelves stay; the browser merges what it needs of them.
Each word of a query costs a piece of every shelf that is searched, so there are few.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Container, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.pages.addresses import SEARCH
from generator.pages.sought import REST
from generator.search.lean import Copy
from generator.search.pagefind import make_index
from generator.whole_files import write_whole

CATALOGUE = "shelves.json"
"""Tells the script in the browser which shelves there are."""
RECENT = "recent"
"""The shelf of the newest school years; older ones are searched when somebody asks for it."""
RECENT_YEARS = 2
TOGETHER = 3
"""So many older school years stand on a shelf: few to load, and few to make after an edit."""
_AT_ONCE = 2
_PASSING = "umo-"
"""How the folders begin in which shelves are made, and what is in them."""
_COPIES, _INDEX = "copies", "index"

Digests = Mapping[str, str]
"""Lean copies by name, with what they are worth."""
Standing = dict[str, str]
"""Shelves by name, with what they were made of and what lay there then."""


def refresh(
    copies: Path, site: Path, wanted: Digests, known: Standing, *, apart: bool = False
) -> Standing:
    """Make the shelves anew that are not as the copies are; say how they stand now.

    Copies that nobody wants are removed, unless the index is made `apart` while somebody else
    writes copies. Raises PagefindFailedError, and FileNotFoundError when a copy is not there, or
    is not what it should be.
    """
    folder = site / SEARCH
    folder.mkdir(parents=True, exist_ok=True)
    shelves, worth = _wanted(wanted)
    leading = next(iter(worth), "")
    stale = [name for name in worth if known.get(name) != _state(worth[name], folder / name)]
    if not apart:
        _tidy(copies, wanted, {copy.partition("/")[0] for name in stale for copy in shelves[name]})
    with ThreadPoolExecutor(_AT_ONCE) as crew:
        jobs = []
        for name in stale:
            gathered = _gathered(copies, shelves[name])
            jobs.append(crew.submit(_make, gathered, folder / name, leading=name == leading))
        for job in jobs:
            job.result()
    _remove_others(folder, worth)
    write_whole(folder / CATALOGUE, _catalogue(shelves))
    made = {name: _state(worth[name], folder / name) for name in stale}
    return {name: made.get(name) or known[name] for name in worth}


def stands(site: Path, wanted: Digests, known: Standing) -> bool:
    """Tell whether every shelf is as it should be, and no other is there."""
    shelves, worth = _wanted(wanted)
    folder = site / SEARCH
    whole = {name: _state(worth[name], folder / name) for name in worth}
    try:
        catalogue = (folder / CATALOGUE).read_bytes()
    except OSError:
        return False
    return known == whole and catalogue == _catalogue(shelves)


def _wanted(wanted: Digests) -> tuple[dict[str, dict[str, str]], dict[str, str]]:
    """The shelves with their copies, in order, and what each is worth."""
    found = _by_shelf(wanted)
    shelves = {name: found[name] for name in _in_order(found)}
    leading = next(iter(shelves), "")
    return shelves, {name: _worth(shelves[name], leading=name == leading) for name in shelves}


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
    """Make the index of a shelf aside, and put it in its place.

    It is made beside the copies: should this run be killed, Pagefind goes on where nobody looks.
    """
    old = place.with_name(f"{place.name}.old")
    with gathered as folder:
        make_index(folder / _COPIES, folder / _INDEX, leading=leading)
        shutil.rmtree(old, ignore_errors=True)
        if place.exists():
            place.rename(old)
        shutil.move(folder / _INDEX, place)
    shutil.rmtree(old, ignore_errors=True)


def _tidy(copies: Path, wanted: Digests, parts: Iterable[str]) -> None:
    """Remove the copies of pages that are no longer there, and what a killed run has left."""
    for left in copies.glob(f"{_PASSING}*"):
        shutil.rmtree(left, ignore_errors=True)
    for part in parts:
        for folder, _, files in os.walk(copies / part):
            home = Path(folder).relative_to(copies).as_posix()
            for file in files:
                if f"{home}/{file}" not in wanted:
                    Path(folder, file).unlink()


@contextmanager
def _gathered(copies: Path, shelf: Digests) -> Iterator[Path]:
    """A folder with the copies of a shelf as they are at this moment, under their addresses.

    Raises FileNotFoundError where one is not what it should be: a run that was broken off may have
    left others.
    """
    with TemporaryDirectory(prefix=_PASSING, dir=copies) as folder:
        for copy, digest in shelf.items():
            place = Path(folder, _COPIES, copy.partition("/")[2])
            place.parent.mkdir(parents=True, exist_ok=True)
            data = (copies / copy).read_bytes()
            if Copy(copy, data).digest != digest:
                raise FileNotFoundError(copy)
            try:
                os.link(copies / copy, place)
            except OSError:  # a disk without hard links
                place.write_bytes(data)
        yield Path(folder)


def _remove_others(folder: Path, names: Container[str]) -> None:
    """Remove shelves that are no longer wanted."""
    for path in folder.iterdir():
        if path.is_dir() and path.name not in names:
            shutil.rmtree(path)


def _catalogue(shelves: Mapping[str, Digests]) -> bytes:
    """Says which shelves there are, and which are searched only when somebody asks for them."""
    rows = [
        {"name": name, "pages": len(copies), "former": name not in (REST, RECENT)}
        for name, copies in shelves.items()
    ]
    return f"{json.dumps({'shelves': rows})}\n".encode()
