"""The index of the search, shelf by shelf: one whose copies are as they were is not made again.

Old school years do not change, so their shelves stay; the browser merges what it needs of them.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.pages.addresses import SEARCH
from generator.pages.sought import REST
from generator.search.pagefind import PagefindFailedError, make_index

CATALOGUE = "shelves.json"
"""Tells the script in the browser which shelves there are."""
RECENT_YEARS = 2
"""Shelves of so many newest school years are searched at once, older ones when asked for."""
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
    gather = _apart if apart else _tidied
    with ThreadPoolExecutor(_AT_ONCE) as crew:
        jobs = []
        for name in stale:
            gathered = gather(copies, name, shelves[name])
            jobs.append(crew.submit(_make, gathered, folder / name, leading=name == names[0]))
        for job in jobs:
            job.result()
    _remove_others(folder, names)
    _write_catalogue(folder, {name: len(shelves[name]) for name in names})
    return {name: _state(worth[name], folder / name) for name in names}


def _by_shelf(wanted: Digests) -> dict[str, dict[str, str]]:
    shelves: dict[str, dict[str, str]] = {}
    for name in sorted(wanted):
        shelves.setdefault(name.partition("/")[0], {})[name] = wanted[name]
    return shelves


def _in_order(shelves: Mapping[str, Digests]) -> list[str]:
    """The leading shelf first, then the others, then school years from the newest."""
    years = sorted((name for name in shelves if name[:1].isdigit()), reverse=True)
    others = sorted(shelves.keys() - set(years), key=lambda name: (name != REST, name))
    return [*others, *years]


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


@contextmanager
def _tidied(copies: Path, name: str, shelf: Digests) -> Iterator[Path]:
    """The folder of a shelf without the copies of pages that are no longer there."""
    there = set()
    for folder, _, files in os.walk(copies / name):
        there |= {f"{Path(folder).relative_to(copies).as_posix()}/{file}" for file in files}
    for gone in there - shelf.keys():
        (copies / gone).unlink()
    if missing := shelf.keys() - there:
        raise FileNotFoundError(min(missing))
    yield copies / name


@contextmanager
def _apart(copies: Path, name: str, shelf: Digests) -> Iterator[Path]:
    """A folder with the copies of a shelf as they are at this moment."""
    with TemporaryDirectory(prefix="umo-", dir=copies) as folder:
        for copy in shelf:
            place = Path(folder, copy)
            place.parent.mkdir(parents=True, exist_ok=True)
            os.link(copies / copy, place)
        yield Path(folder, name)


def _remove_others(folder: Path, names: Sequence[str]) -> None:
    """Remove shelves that are no longer wanted."""
    for path in folder.iterdir():
        if path.is_dir() and path.name not in names:
            shutil.rmtree(path)


def _write_catalogue(folder: Path, pages: Mapping[str, int]) -> None:
    """Say which shelves there are, and which are searched only when somebody asks for them."""
    former = [name for name in pages if name[:1].isdigit()][RECENT_YEARS:]
    rows = [
        {"name": name, "pages": number, "former": name in former} for name, number in pages.items()
    ]
    (folder / CATALOGUE).write_text(json.dumps({"shelves": rows}) + "\n", encoding="utf-8")
